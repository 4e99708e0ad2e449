"""A crawler kept as a ledger: every URL has one line in it, in the order of submission.

Nothing is ever taken out: every host has a cursor that moves down its own lines, past those
that are taken, fetched or disallowed. New rules put it back to the top, and the death of a
worker puts it back to the line that the worker had in its hand.
A page is read at most once, into a digest of its words and links.
"""

import heapq
from bisect import bisect_left
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit


class Digest(NamedTuple):
    """What a reader keeps of a page."""

    words: tuple[str, ...]
    links: tuple[str, ...]


class Reader(HTMLParser):
    """Notes the text and the hrefs of one page."""

    def __init__(self) -> None:
        """Make a reader that has read nothing."""
        super().__init__(convert_charrefs=True)
        self.runs: list[str] = []
        self.hrefs: list[str] = []

    def set_cdata_mode(self, *_args: object, **_options: object) -> None:
        """Read the content of every element alike: there are no scripts here."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an anchor leads."""
        if tag == "a":
            self.hrefs.extend(value or "" for name, value in attrs if name == "href")

    def handle_data(self, data: str) -> None:
        """Note a run of text between two tags."""
        self.runs.append(data)


def digest(url: str, html: str) -> Digest:
    """Read the page of the URL."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    targets = (resolve(url, href) for href in reader.hrefs)
    return Digest(
        words=tuple(" ".join(reader.runs).split()),
        links=tuple(dict.fromkeys(target for target in targets if target is not None)),
    )


def place(url: str) -> tuple[str, str]:
    """Answer the host and the path of a URL in the one form."""
    _scheme, _, host, path = url.split("/", 3)
    return host, "/" + path


def resolve(base: str, href: str) -> str | None:
    """Answer in the one form where the href leads; None if it leads out of the web."""
    parts = urlsplit(urljoin(base, href.strip()))
    if parts.scheme not in ("http", "https"):
        return None
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/", fragment="").geturl()


@dataclass
class Host:
    """The lines of one host, its settings, and what they need to know of its past."""

    lines: list[int] = field(default_factory=list)
    cursor: int = 0
    rules: list[tuple[str, bool]] = field(default_factory=list)
    delay: int = 0
    budget: int | None = None
    fetches: int = 0
    last_fetch: int | None = None

    def allows(self, path: str) -> bool:
        """Answer whether the rules, of which the strongest stand first, allow the path."""
        return next((allowed for rule, allowed in self.rules if path.startswith(rule)), True)

    def spent(self) -> bool:
        """Answer whether the budget leaves no further fetch."""
        return self.budget is not None and self.fetches >= self.budget

    def due(self) -> int:
        """Answer the first moment at which the delay is over."""
        return 0 if self.last_fetch is None else self.last_fetch + self.delay


@dataclass
class Worker:
    """A living worker, and the line of the URL in its hand."""

    heard: int
    patience: int
    hand: int | None = None

    def death(self) -> int:
        """Answer the moment from which on it is dead unless it is heard of before."""
        return self.heard + self.patience


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice."""

    def __init__(self, pages: dict[str, str]) -> None:
        """Make a crawler of this web, the page of each URL, with nothing in the frontier."""
        self._web = dict(pages)
        self._ledger: list[str] = []
        self._line_of: dict[str, int] = {}
        self._states: list[str] = []  # of each line: "waiting", "taken" or "fetched"
        self._digests: dict[str, Digest] = {}
        self._hosts: dict[str, Host] = {}
        self._workers: dict[str, Worker] = {}
        self._now = 0
        # Hosts to be looked at again before the next fetch; those with a line to fetch, which
        # go by that line; and those in their delay, which go by its end. An entry of the two
        # heaps may be out of date: it is checked when it comes up.
        self._changed: set[str] = set()
        self._ready: list[tuple[int, str]] = []
        self._resting: list[tuple[int, str]] = []

    def submit(self, urls: list[str]) -> None:
        """Put the new URLs at the end of the frontier, each once."""
        for url in urls:
            if url not in self._line_of:
                line = len(self._ledger)
                self._line_of[url] = line
                self._ledger.append(url)
                self._states.append("waiting")
                self._change(place(url)[0]).lines.append(line)

    def fetch_next(self) -> str | None:
        """Fetch the first URL that may be fetched now and answer it; None if there is none."""
        line = self._begin()
        if line is None:
            return None
        self._states[line] = "fetched"
        return self._ledger[line]

    def status(self, url: str) -> str | None:
        """Answer "waiting", "taken", "fetched" or "missing"; None if never submitted."""
        line = self._line_of.get(url)
        if line is None:
            return None
        state = self._states[line]
        return "missing" if state == "fetched" and url not in self._web else state

    def page(self, url: str) -> str | None:
        """Answer the page of a URL that has been fetched; None otherwise."""
        return self._web[url] if self.status(url) == "fetched" else None

    def words(self, url: str) -> list[str]:
        """Answer the words of a fetched page, in order; none otherwise."""
        found = self._digest(url)
        return [] if found is None else list(found.words)

    def links(self, url: str) -> list[str]:
        """Answer where the links of a fetched page lead, each URL once; none otherwise."""
        found = self._digest(url)
        return [] if found is None else list(found.links)

    def crawl(self, limit: int | None = None) -> list[str]:
        """Fetch and follow links, at most `limit` URLs; answer the URLs fetched."""
        fetched: list[str] = []
        while limit is None or len(fetched) < limit:
            url = self.fetch_next()
            if url is None:
                break
            fetched.append(url)
            self._follow(url)
        return fetched

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        """Give the host these rules in place of those it had."""
        rules = [(rule, True) for rule in allow] + [(rule, False) for rule in disallow]
        rules.sort(key=lambda rule: len(rule[0]), reverse=True)  # stable: allow comes first
        changed = self._change(host)
        changed.rules = rules
        changed.cursor = 0

    def set_delay(self, host: str, delay: int) -> None:
        """Let at least this time pass between two fetches from the host."""
        self._change(host).delay = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        """Let no more than this number of URLs of the host be fetched in all."""
        self._change(host).budget = budget

    def crawl_until(self, timestamp: int, end: int) -> list[tuple[int, str]]:
        """Crawl from this moment until before the end; answer each fetch and its moment."""
        fetches: list[tuple[int, str]] = []
        self._advance(timestamp)
        while self._now < end:
            fetches.extend((self._now, url) for url in self.crawl())
            self._advance(min(end, self._next_event(end)))
        return fetches

    def join(self, timestamp: int, worker: str, patience: int) -> bool:
        """Let the worker come alive; False if one of its name is alive already."""
        self._advance(timestamp)
        if worker in self._workers:
            return False
        self._workers[worker] = Worker(timestamp, patience)
        return True

    def take(self, timestamp: int, worker: str) -> str | None:
        """Put the first URL that the worker may fetch into its hand; None if it gets none."""
        taker = self._hear(timestamp, worker)
        if taker is None or taker.hand is not None:
            return None
        taker.hand = self._begin(worker)
        if taker.hand is None:
            return None
        self._states[taker.hand] = "taken"
        return self._ledger[taker.hand]

    def deliver(self, timestamp: int, worker: str) -> bool:
        """Fetch the URL in the worker's hand and follow its links; False if there is none."""
        bringer = self._hear(timestamp, worker)
        if bringer is None or bringer.hand is None:
            return False
        line, bringer.hand = bringer.hand, None
        self._states[line] = "fetched"
        self._follow(self._ledger[line])
        return True

    def owner(self, host: str) -> str | None:
        """Answer the living worker that the host belongs to; None if no worker is alive."""
        if not self._workers:
            return None
        return sorted(self._workers)[sum(map(ord, host)) % len(self._workers)]

    def _advance(self, moment: int) -> None:
        """Go on to this moment and bury the workers that are dead by then."""
        self._now = moment
        for name, worker in list(self._workers.items()):
            if worker.death() <= moment:
                del self._workers[name]
                if worker.hand is not None:
                    self._put_back(worker.hand)

    def _put_back(self, line: int) -> None:
        """Let the line wait again in its place, as if it had never been taken."""
        self._states[line] = "waiting"
        host = self._change(place(self._ledger[line])[0])
        host.fetches -= 1
        host.cursor = min(host.cursor, bisect_left(host.lines, line))

    def _hear(self, timestamp: int, name: str) -> Worker | None:
        """Go on to this moment and answer the worker heard of then; None if it is not alive."""
        self._advance(timestamp)
        worker = self._workers.get(name)
        if worker is not None:
            worker.heard = timestamp
        return worker

    def _next_event(self, default: int) -> int:
        """Answer the next moment at which a delay ends or a worker dies."""
        moments = [worker.death() for worker in self._workers.values()]
        if self._resting:
            moments.append(self._resting[0][0])
        return min(moments, default=default)

    def _begin(self, worker: str | None = None) -> int | None:
        """Count the first line that may be fetched now, by this worker or by anybody.

        Answer that line, or None if there is none.
        """
        self._look_again()
        others: set[tuple[int, str]] = set()
        begun = None
        while self._ready and begun is None:
            line, name = heapq.heappop(self._ready)
            host = self._hosts[name]
            if self._head(host) != line or host.spent() or host.due() > self._now:
                continue
            if worker is not None and self.owner(name) != worker:
                others.add((line, name))
                continue
            host.fetches += 1
            host.last_fetch = self._now
            self._changed.add(name)
            begun = line
        for entry in others:
            heapq.heappush(self._ready, entry)
        return begun

    def _follow(self, url: str) -> None:
        """Submit the links of the page that was fetched, if there is one."""
        found = self._digest(url)
        if found is not None:
            self.submit(list(found.links))

    def _change(self, name: str) -> Host:
        """Answer the host of this name, which is about to change."""
        self._changed.add(name)
        if name not in self._hosts:
            self._hosts[name] = Host()
        return self._hosts[name]

    def _look_again(self) -> None:
        """Enter every host that changed, or whose delay is over, where it belongs now."""
        while self._resting and self._resting[0][0] <= self._now:
            self._changed.add(heapq.heappop(self._resting)[1])
        for name in self._changed:
            host = self._hosts[name]
            line = None if host.spent() else self._head(host)
            if line is None:
                continue
            if host.due() <= self._now:
                heapq.heappush(self._ready, (line, name))
            else:
                heapq.heappush(self._resting, (host.due(), name))
        self._changed.clear()

    def _head(self, host: Host) -> int | None:
        """Move the cursor to the first line that waits and is allowed; None if there is none."""
        while host.cursor < len(host.lines):
            line = host.lines[host.cursor]
            if self._states[line] == "waiting" and host.allows(place(self._ledger[line])[1]):
                return line
            host.cursor += 1
        return None

    def _digest(self, url: str) -> Digest | None:
        """Answer the digest of a fetched page, reading it the first time; None otherwise."""
        html = self.page(url)
        if html is None:
            return None
        if url not in self._digests:
            self._digests[url] = digest(url, html)
        return self._digests[url]
