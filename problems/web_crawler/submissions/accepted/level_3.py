"""A polite crawler of a web that is given as data: hosts have rules, delays and budgets."""

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

    def _allows(self, path: str) -> bool:
        """Let the longest prefix of the path decide."""
        prefixes = [prefix for prefix in self.rules if path.startswith(prefix)]
        return not prefixes or self.rules[max(prefixes, key=len)]


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice.

    Every URL that was ever submitted has a status, so a URL without one is new. The frontier
    is kept host by host; the places of the first ones tell which host is next.
    """

    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._hosts: defaultdict[str, Host] = defaultdict(Host)
        self._now = 0

    def submit(self, urls: list[str]) -> None:
        """Put the new URLs at the end of the frontier, each once."""
        new = [url for url in dict.fromkeys(urls) if url not in self._status]
        for place, url in enumerate(new, start=len(self._status)):
            _, _, host, path = url.split("/", 3)
            heappush(self._hosts[host].waiting, Candidate(place, url, "/" + path))
        self._status.update(dict.fromkeys(new, "waiting"))

    def fetch_next(self) -> str | None:
        """Fetch the first URL that may be fetched now and answer it; None if none may."""
        candidate = self._take()
        if candidate is None:
            return None
        url = candidate.url
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

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
        self._now = timestamp
        while self._now < end:
            crawled += [(self._now, url) for url in self.crawl()]
            self._now = min([end] + [host.opens() for host in self._hosts.values()])
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

    def _take(self) -> Candidate | None:
        """Ask for the first URL that may be fetched now."""
        hosts = [host for host in self._hosts.values() if host.opens() <= self._now]
        return min(hosts, key=lambda host: host.waiting[0]).take(self._now) if hosts else None
