"""A crawler of a web that is given as data, whose workers share one polite frontier."""

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from html.parser import HTMLParser
from math import inf
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit


class PageReader(HTMLParser):
    """Reads the words of one page and the values of `href` in its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hrefs: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a link leads; an `href` without a value is an empty one."""
        if tag == "a":
            self.hrefs += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Note the words between two tags."""
        self.words += data.split()


def resolve(base: str, href: str) -> str:
    """Return the URL, in its one form, that an `href` on the page `base` leads to."""
    url = urlsplit(urljoin(base, href.strip()))
    return urlunsplit((url.scheme, url.netloc.lower(), url.path or "/", url.query, ""))


class Candidate(NamedTuple):
    """A URL that waits, ordered by its place in the frontier."""

    place: int
    url: str
    host: str
    path: str


@dataclass
class Host:
    """The URLs that wait for one host, and how the host wants to be asked.

    A candidate that the rules forbid is put aside when it comes first, and comes back when
    the rules change: it is passed over once, not at every fetch.
    """

    waiting: list[Candidate] = field(default_factory=list)
    aside: list[Candidate] = field(default_factory=list)
    rules: dict[str, bool] = field(default_factory=dict)
    delay: int = 0
    budget: float = inf
    fetches: int = 0
    last_fetch: float = -inf

    def change_rules(self, rules: dict[str, bool]) -> None:
        """Let these prefixes decide, from now on, about every URL that waits."""
        self.rules = rules
        self.waiting += self.aside
        self.aside = []
        heapify(self.waiting)

    def first(self) -> Candidate | None:
        """Put aside what the rules forbid; return what is first then."""
        while self.waiting and not self._allows(self.waiting[0].path):
            self.aside.append(heappop(self.waiting))
        return self.waiting[0] if self.waiting else None

    def opens(self) -> float:
        """Return the moment from which its first candidate may be fetched; inf for none."""
        if self.fetches >= self.budget or self.first() is None:
            return inf
        return self.last_fetch + self.delay

    def take(self, now: int) -> Candidate:
        """Ask the host, which must be open, for its first candidate."""
        self.fetches += 1
        self.last_fetch = now
        return heappop(self.waiting)

    def give_back(self, candidate: Candidate) -> None:
        """Let a URL that was taken wait again, in its place, as if not asked for."""
        heappush(self.waiting, candidate)
        self.fetches -= 1

    def _allows(self, path: str) -> bool:
        """Let the longest prefix of the path decide."""
        prefixes = [prefix for prefix in self.rules if path.startswith(prefix)]
        return not prefixes or self.rules[max(prefixes, key=len)]


@dataclass
class Worker:
    """A living worker: when it dies unless it is heard of before, and what it has in hand."""

    patience: int
    dies: int
    hand: Candidate | None = None


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice.

    Every URL that was ever submitted has a status, so a URL without one is new. The frontier
    is kept host by host; the places of the first ones tell which host is next.
    """

    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._hosts: defaultdict[str, Host] = defaultdict(Host)
        self._workers: dict[str, Worker] = {}
        self._now = 0

    def submit(self, urls: list[str]) -> None:
        """Put the new URLs at the end of the frontier, each once."""
        new = [url for url in dict.fromkeys(urls) if url not in self._status]
        for place, url in enumerate(new, start=len(self._status)):
            _, _, host, path = url.split("/", 3)
            heappush(self._hosts[host].waiting, Candidate(place, url, host, "/" + path))
        self._status.update(dict.fromkeys(new, "waiting"))

    def fetch_next(self) -> str | None:
        """Fetch the first URL that may be fetched now and answer it; None if none may."""
        candidate = self._take()
        return None if candidate is None else self._fetch(candidate)

    def crawl(self, limit: int | None = None) -> list[str]:
        """Fetch and follow links until nothing may be or so many are fetched; list them."""
        crawled: list[str] = []
        while len(crawled) != limit and (url := self.fetch_next()) is not None:
            self.submit(self.links(url))
            crawled.append(url)
        return crawled

    def crawl_until(self, timestamp: int, end: int) -> list[tuple[int, str]]:
        """Crawl from a moment until before another; list when each URL was fetched."""
        crawled: list[tuple[int, str]] = []
        self._advance(timestamp)
        while self._now < end:
            crawled += [(self._now, url) for url in self.crawl()]
            deaths = [worker.dies for worker in self._workers.values()]
            self._advance(min([end] + deaths + [host.opens() for host in self._hosts.values()]))
        return crawled

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        """Give the host these prefixes of paths instead of those it had."""
        rules = dict.fromkeys(disallow, False) | dict.fromkeys(allow, True)
        self._hosts[host].change_rules(rules)

    def set_delay(self, host: str, delay: int) -> None:
        """Let at least this much time pass between two fetches from the host."""
        self._hosts[host].delay = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        """Fetch at most so many URLs of the host in all; None for any number."""
        self._hosts[host].budget = inf if budget is None else budget

    def join(self, timestamp: int, worker: str, patience: int) -> bool:
        """Let a worker live until it is silent for so long; False if it is alive already."""
        self._advance(timestamp)
        if worker in self._workers:
            return False
        self._workers[worker] = Worker(patience, timestamp + patience)
        return True

    def take(self, timestamp: int, worker: str) -> str | None:
        """Hand a worker the first URL of its hosts that may be fetched, if its hand is free."""
        taker = self._hear(timestamp, worker)
        if taker is None or taker.hand is not None:
            return None
        taker.hand = self._take(worker)
        if taker.hand is None:
            return None
        self._status[taker.hand.url] = "taken"
        return taker.hand.url

    def deliver(self, timestamp: int, worker: str) -> bool:
        """Fetch what a worker has in hand and follow its links; False if it has nothing."""
        bringer = self._hear(timestamp, worker)
        if bringer is None or bringer.hand is None:
            return False
        url, bringer.hand = self._fetch(bringer.hand), None
        self.submit(self.links(url))
        return True

    def owner(self, host: str) -> str | None:
        """Answer the living worker that a host belongs to; None if there is none."""
        names = sorted(self._workers)
        return names[sum(map(ord, host)) % len(names)] if names else None

    def status(self, url: str) -> str | None:
        """Answer what has become of a URL; None if it was never submitted."""
        return self._status.get(url)

    def page(self, url: str) -> str | None:
        """Answer the page of a URL that has been fetched; None otherwise."""
        return self._web[url] if self.status(url) == "fetched" else None

    def links(self, url: str) -> list[str]:
        """Answer where the links of a fetched page lead, each once; none without a page."""
        if (page := self.page(url)) is None:
            return []
        links = [resolve(url, href) for href in PageReader(page).hrefs]
        return list(dict.fromkeys(link for link in links if link.startswith(("http:", "https:"))))

    def words(self, url: str) -> list[str]:
        """Answer the words of a fetched page, in order; none without a page."""
        return PageReader(page).words if (page := self.page(url)) else []

    def _advance(self, timestamp: int) -> None:
        """Let time pass; what the dead had in hand waits again."""
        self._now = timestamp
        for name, worker in list(self._workers.items()):
            if worker.dies <= timestamp:
                del self._workers[name]
                if worker.hand is not None:
                    self._hosts[worker.hand.host].give_back(worker.hand)
                    self._status[worker.hand.url] = "waiting"

    def _hear(self, timestamp: int, name: str) -> Worker | None:
        """Let time pass and note that a worker is heard of; return it if it is alive."""
        self._advance(timestamp)
        if (worker := self._workers.get(name)) is not None:
            worker.dies = timestamp + worker.patience
        return worker

    def _fetch(self, candidate: Candidate) -> str:
        """Have the page of a candidate, or know that there is none; return the URL."""
        url = candidate.url
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

    def _take(self, worker: str | None = None) -> Candidate | None:
        """Ask for the first URL that may be fetched now, by this worker if one is named."""
        hosts = [
            host
            for name, host in self._hosts.items()
            if host.opens() <= self._now and (worker is None or self.owner(name) == worker)
        ]
        return min(hosts, key=lambda host: host.waiting[0]).take(self._now) if hosts else None
