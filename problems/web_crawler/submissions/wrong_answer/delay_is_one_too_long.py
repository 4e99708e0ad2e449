# verdict: wrong answer
# rejected at: level 3
# mistake: a host is asked only when more time than its delay has passed
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from html.parser import HTMLParser
from math import inf
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit


class PageReader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hrefs: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def resolve(base: str, href: str) -> str:
    url = urlsplit(urljoin(base, href.strip()))
    return urlunsplit((url.scheme, url.netloc.lower(), url.path or "/", url.query, ""))


class Candidate(NamedTuple):
    place: int
    url: str
    path: str


@dataclass
class Host:
    waiting: list[Candidate] = field(default_factory=list)
    aside: list[Candidate] = field(default_factory=list)
    rules: dict[str, bool] = field(default_factory=dict)
    delay: int = 0
    budget: float = inf
    fetches: int = 0
    last_fetch: float = -inf

    def change_rules(self, rules: dict[str, bool]) -> None:
        self.rules = rules
        self.waiting += self.aside
        self.aside = []
        heapify(self.waiting)

    def first(self) -> Candidate | None:
        while self.waiting and not self._allows(self.waiting[0].path):
            self.aside.append(heappop(self.waiting))
        return self.waiting[0] if self.waiting else None

    def opens(self) -> float:
        if self.fetches >= self.budget or self.first() is None:
            return inf
        return self.last_fetch + self.delay + (self.delay > 0)

    def take(self, now: int) -> Candidate:
        self.fetches += 1
        self.last_fetch = now
        return heappop(self.waiting)

    def _allows(self, path: str) -> bool:
        prefixes = [prefix for prefix in self.rules if path.startswith(prefix)]
        return not prefixes or self.rules[max(prefixes, key=len)]


class WebCrawler:
    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._hosts: defaultdict[str, Host] = defaultdict(Host)
        self._now = 0

    def submit(self, urls: list[str]) -> None:
        new = [url for url in dict.fromkeys(urls) if url not in self._status]
        for place, url in enumerate(new, start=len(self._status)):
            _, _, host, path = url.split("/", 3)
            heappush(self._hosts[host].waiting, Candidate(place, url, "/" + path))
        self._status.update(dict.fromkeys(new, "waiting"))

    def fetch_next(self) -> str | None:
        candidate = self._take()
        if candidate is None:
            return None
        url = candidate.url
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

    def crawl(self, limit: int | None = None) -> list[str]:
        crawled: list[str] = []
        while len(crawled) != limit and (url := self.fetch_next()) is not None:
            self.submit(self.links(url))
            crawled.append(url)
        return crawled

    def crawl_until(self, timestamp: int, end: int) -> list[tuple[int, str]]:
        crawled: list[tuple[int, str]] = []
        self._now = timestamp
        while self._now < end:
            crawled += [(self._now, url) for url in self.crawl()]
            self._now = min([end] + [host.opens() for host in self._hosts.values()])
        return crawled

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        rules = dict.fromkeys(disallow, False) | dict.fromkeys(allow, True)
        self._hosts[host].change_rules(rules)

    def set_delay(self, host: str, delay: int) -> None:
        self._hosts[host].delay = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        self._hosts[host].budget = inf if budget is None else budget

    def status(self, url: str) -> str | None:
        return self._status.get(url)

    def page(self, url: str) -> str | None:
        return self._web[url] if self.status(url) == "fetched" else None

    def links(self, url: str) -> list[str]:
        hrefs = PageReader(self.page(url) or "").hrefs
        links = [resolve(url, href) for href in hrefs]
        return list(dict.fromkeys(link for link in links if link.startswith(("http:", "https:"))))

    def words(self, url: str) -> list[str]:
        return PageReader(self.page(url) or "").words

    def _take(self) -> Candidate | None:
        hosts = [host for host in self._hosts.values() if host.opens() <= self._now]
        return min(hosts, key=Host.first).take(self._now) if hosts else None
