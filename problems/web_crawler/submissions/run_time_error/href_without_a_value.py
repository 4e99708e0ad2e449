# verdict: run-time error
# rejected at: level 2
# mistake: an `href` without a value is None, and None cannot be stripped
from collections import deque
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit, urlunsplit


class PageReader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hrefs: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def resolve(base: str, href: str) -> str:
    url = urlsplit(urljoin(base, href.strip()))
    return urlunsplit((url.scheme, url.netloc.lower(), url.path or "/", url.query, ""))


class WebCrawler:
    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._frontier: deque[str] = deque()

    def submit(self, urls: list[str]) -> None:
        new = [url for url in dict.fromkeys(urls) if url not in self._status]
        self._status.update(dict.fromkeys(new, "waiting"))
        self._frontier.extend(new)

    def fetch_next(self) -> str | None:
        if not self._frontier:
            return None
        url = self._frontier.popleft()
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

    def crawl(self, limit: int | None = None) -> list[str]:
        crawled: list[str] = []
        while len(crawled) != limit and (url := self.fetch_next()) is not None:
            self.submit(self.links(url))
            crawled.append(url)
        return crawled

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
