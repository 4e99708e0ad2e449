# verdict: time limit exceeded
# rejected at: level 4
# mistake: every take puts all waiting URLs in order before it chooses one
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
    host: str
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
        return self.last_fetch + self.delay

    def take(self, now: int) -> Candidate:
        self.fetches += 1
        self.last_fetch = now
        return heappop(self.waiting)

    def give_back(self, candidate: Candidate) -> None:
        heappush(self.waiting, candidate)
        self.fetches -= 1

    def _allows(self, path: str) -> bool:
        prefixes = [prefix for prefix in self.rules if path.startswith(prefix)]
        return not prefixes or self.rules[max(prefixes, key=len)]


@dataclass
class Worker:
    patience: int
    dies: int
    hand: Candidate | None = None


class WebCrawler:
    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._hosts: defaultdict[str, Host] = defaultdict(Host)
        self._workers: dict[str, Worker] = {}
        self._now = 0

    def submit(self, urls: list[str]) -> None:
        new = [url for url in dict.fromkeys(urls) if url not in self._status]
        for place, url in enumerate(new, start=len(self._status)):
            _, _, host, path = url.split("/", 3)
            heappush(self._hosts[host].waiting, Candidate(place, url, host, "/" + path))
        self._status.update(dict.fromkeys(new, "waiting"))

    def fetch_next(self) -> str | None:
        candidate = self._take()
        return None if candidate is None else self._fetch(candidate)

    def crawl(self, limit: int | None = None) -> list[str]:
        crawled: list[str] = []
        while len(crawled) != limit and (url := self.fetch_next()) is not None:
            self.submit(self.links(url))
            crawled.append(url)
        return crawled

    def crawl_until(self, timestamp: int, end: int) -> list[tuple[int, str]]:
        crawled: list[tuple[int, str]] = []
        self._advance(timestamp)
        while self._now < end:
            crawled += [(self._now, url) for url in self.crawl()]
            deaths = [worker.dies for worker in self._workers.values()]
            self._advance(min([end] + deaths + [host.opens() for host in self._hosts.values()]))
        return crawled

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        rules = dict.fromkeys(disallow, False) | dict.fromkeys(allow, True)
        self._hosts[host].change_rules(rules)

    def set_delay(self, host: str, delay: int) -> None:
        self._hosts[host].delay = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        self._hosts[host].budget = inf if budget is None else budget

    def join(self, timestamp: int, worker: str, patience: int) -> bool:
        self._advance(timestamp)
        if worker in self._workers:
            return False
        self._workers[worker] = Worker(patience, timestamp + patience)
        return True

    def take(self, timestamp: int, worker: str) -> str | None:
        taker = self._hear(timestamp, worker)
        if taker is None or taker.hand is not None:
            return None
        taker.hand = self._take(worker)
        if taker.hand is None:
            return None
        self._status[taker.hand.url] = "taken"
        return taker.hand.url

    def deliver(self, timestamp: int, worker: str) -> bool:
        bringer = self._hear(timestamp, worker)
        if bringer is None or bringer.hand is None:
            return False
        url, bringer.hand = self._fetch(bringer.hand), None
        self.submit(self.links(url))
        return True

    def owner(self, host: str) -> str | None:
        names = sorted(self._workers)
        return names[sum(map(ord, host)) % len(names)] if names else None

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

    def _advance(self, timestamp: int) -> None:
        self._now = timestamp
        for name, worker in list(self._workers.items()):
            if worker.dies <= timestamp:
                del self._workers[name]
                if worker.hand is not None:
                    self._hosts[worker.hand.host].give_back(worker.hand)
                    self._status[worker.hand.url] = "waiting"

    def _hear(self, timestamp: int, name: str) -> Worker | None:
        self._advance(timestamp)
        if (worker := self._workers.get(name)) is not None:
            worker.dies = timestamp + worker.patience
        return worker

    def _fetch(self, candidate: Candidate) -> str:
        url = candidate.url
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

    def _take(self, worker: str | None = None) -> Candidate | None:
        hosts = [host for host in self._hosts.values() if host.opens() <= self._now]
        if worker is None:
            return min(hosts, key=Host.first).take(self._now) if hosts else None
        for candidate in sorted(each for host in hosts for each in host.waiting):
            host = self._hosts[candidate.host]
            if self.owner(candidate.host) == worker and host.first() == candidate:
                return host.take(self._now)
        return None
