"""Another design: settings sort the URLs of a host at once, and nothing is removed at a death.

Every host keeps two sorted lists of places, of URLs that its rules allow and of those that they
do not. Workers stay in their dictionary; a moment tells whether one is alive.
"""

import re
from bisect import insort
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin


class Anchors(HTMLParser):
    def __init__(self, url: str, page: str) -> None:
        super().__init__()
        self.url = url
        self.chunks: list[str] = []
        self.links: dict[str, None] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and "href" in given:
            target = urldefrag(urljoin(self.url, (given["href"] or "").strip())).url
            scheme, _, rest = target.partition(":")
            if scheme.lower() in ("http", "https"):
                host, path = re.fullmatch("//([^/?]*)(.*)", rest).groups()
                path = path if path.startswith("/") else "/" + path
                self.links[f"{scheme.lower()}://{host.lower()}{path}"] = None

    def handle_data(self, data: str) -> None:
        self.chunks.append(data)


class WebCrawler:
    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = pages
        self.urls: list[str] = []
        self.states: dict[str, str] = {}
        self.hosts: dict[str, dict] = {}
        self.workers: dict[str, dict] = {}
        self.time = 0

    def submit(self, urls: list[str]) -> None:
        for url in urls:
            if url not in self.states:
                self.states[url] = "waiting"
                self.urls.append(url)
                self.enqueue(len(self.urls) - 1)

    def status(self, url: str) -> str | None:
        return self.states.get(url)

    def page(self, url: str) -> str | None:
        if self.states.get(url) != "fetched":
            return None
        return self.pages[url]

    def words(self, url: str) -> list[str]:
        return " ".join(Anchors(url, self.page(url) or "").chunks).split()

    def links(self, url: str) -> list[str]:
        return list(Anchors(url, self.page(url) or "").links)

    def fetch_next(self) -> str | None:
        place = self.ask(self.hosts)
        if place is None:
            return None
        return self.settle(place)

    def crawl(self, limit: int | None = None) -> list[str]:
        found: list[str] = []
        while limit is None or len(found) < limit:
            url = self.fetch_next()
            if url is None:
                return found
            found.append(url)
            self.submit(self.links(url))
        return found

    def crawl_until(self, timestamp: int, end: int) -> list[tuple[int, str]]:
        pairs: list[tuple[int, str]] = []
        self.go_to(timestamp)
        while self.time < end:
            pairs.extend((self.time, url) for url in self.crawl())
            later = [end]
            for host in self.hosts.values():
                if host["open"] and not self.spent(host):
                    later.append(host["last"] + host["delay"])
            for worker in self.workers.values():
                later.append(worker["heard"] + worker["patience"])
            self.go_to(min(moment for moment in later if moment > self.time))
        return pairs

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        settings = self.host(host)
        settings["rules"] = [(len(rule), 1, rule) for rule in allow]
        settings["rules"] += [(len(rule), 0, rule) for rule in disallow]
        settings["rules"].sort(reverse=True)
        places = settings["open"] + settings["shut"]
        settings["open"], settings["shut"] = [], []
        for place in sorted(places):
            self.enqueue(place)

    def set_delay(self, host: str, delay: int) -> None:
        self.host(host)["delay"] = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        self.host(host)["budget"] = budget

    def join(self, timestamp: int, worker: str, patience: int) -> bool:
        self.go_to(timestamp)
        if worker in self.living():
            return False
        self.workers[worker] = {"heard": timestamp, "patience": patience, "hand": None}
        return True

    def take(self, timestamp: int, worker: str) -> str | None:
        self.go_to(timestamp)
        if worker not in self.living():
            return None
        record = self.workers[worker]
        record["heard"] = timestamp
        if record["hand"] is not None:
            return None
        record["hand"] = self.ask([host for host in self.hosts if self.owner(host) == worker])
        return None if record["hand"] is None else self.urls[record["hand"]]

    def deliver(self, timestamp: int, worker: str) -> bool:
        self.go_to(timestamp)
        if worker not in self.living():
            return False
        record = self.workers[worker]
        record["heard"] = timestamp
        place, record["hand"] = record["hand"], None
        if place is None:
            return False
        self.submit(self.links(self.settle(place)))
        return True

    def owner(self, host: str) -> str | None:
        living = self.living()
        if not living:
            return None
        return living[sum(ord(letter) for letter in host) % len(living)]

    def host(self, name: str) -> dict:
        if name not in self.hosts:
            self.hosts[name] = {
                "open": [],
                "shut": [],
                "rules": [],
                "delay": 0,
                "budget": None,
                "count": 0,
                "last": -(10**13),
            }
        return self.hosts[name]

    def enqueue(self, place: int) -> None:
        _, _, name, path = self.urls[place].split("/", 3)
        host = self.host(name)
        decisions = [kind for _, kind, rule in host["rules"] if ("/" + path).startswith(rule)]
        insort(host["shut"] if decisions and not decisions[0] else host["open"], place)

    def spent(self, host: dict) -> bool:
        return host["budget"] is not None and host["count"] >= host["budget"]

    def ask(self, names: object) -> int | None:
        best = None
        for name in names:
            host = self.hosts[name]
            rested = host["last"] + host["delay"] <= self.time
            if host["open"] and rested and not self.spent(host):
                if best is None or host["open"][0] < best["open"][0]:
                    best = host
        if best is None:
            return None
        best["count"] += 1
        best["last"] = self.time
        place = best["open"].pop(0)
        self.states[self.urls[place]] = "taken"
        return place

    def settle(self, place: int) -> str:
        url = self.urls[place]
        self.states[url] = "fetched" if url in self.pages else "missing"
        return url

    def living(self) -> list[str]:
        return sorted(
            name
            for name, worker in self.workers.items()
            if worker["heard"] <= self.time < worker["heard"] + worker["patience"]
        )

    def go_to(self, moment: int) -> None:
        self.time = moment
        living = self.living()
        for name, worker in self.workers.items():
            if name not in living and worker["hand"] is not None:
                place, worker["hand"] = worker["hand"], None
                self.states[self.urls[place]] = "waiting"
                self.host(self.urls[place].split("/")[2])["count"] -= 1
                self.enqueue(place)
