"""A crawler of a web that is given as data: it reads pages and follows their links."""

from collections import deque
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin


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


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice.

    Every URL that was ever submitted has a status, so a URL without one is new.
    """

    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._frontier: deque[str] = deque()

    def submit(self, urls: list[str]) -> None:
        """Put the new URLs at the end of the frontier, each once."""
        new = [url for url in dict.fromkeys(urls) if url not in self._status]
        self._status.update(dict.fromkeys(new, "waiting"))
        self._frontier.extend(new)

    def fetch_next(self) -> str | None:
        """Fetch the first URL of the frontier and answer it; None if nothing waits."""
        if not self._frontier:
            return None
        url = self._frontier.popleft()
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

    def crawl(self, limit: int | None = None) -> list[str]:
        """Fetch and follow links until nothing waits or so many are fetched; list them."""
        crawled: list[str] = []
        while len(crawled) != limit and (url := self.fetch_next()) is not None:
            self.submit(self.links(url))
            crawled.append(url)
        return crawled

    def status(self, url: str) -> str | None:
        """Answer what has become of a URL; None if it was never submitted."""
        return self._status.get(url)

    def page(self, url: str) -> str | None:
        """Answer the page of a URL that has been fetched; None otherwise."""
        return self._web[url] if self.status(url) == "fetched" else None

    def links(self, url: str) -> list[str]:
        """Answer where the links of a fetched page lead, each once; none without a page."""
        hrefs = PageReader(page).hrefs if (page := self.page(url)) else []
        links = [urldefrag(urljoin(url, href.strip())).url for href in hrefs]
        return list(dict.fromkeys(link for link in links if link.startswith(("http:", "https:"))))

    def words(self, url: str) -> list[str]:
        """Answer the words of a fetched page, in order; none without a page."""
        return PageReader(page).words if (page := self.page(url)) else []
