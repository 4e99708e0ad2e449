"""A crawler kept as a ledger: every URL has one line in it, in the order of submission.

Nothing is ever taken out: a cursor divides the lines that were fetched from those that wait.
A page is read at most once, into a digest of its words and links.
"""

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


def resolve(base: str, href: str) -> str | None:
    """Answer in the one form where the href leads; None if it leads out of the web."""
    parts = urlsplit(urljoin(base, href.strip()))
    if parts.scheme not in ("http", "https"):
        return None
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/", fragment="").geturl()


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice."""

    def __init__(self, pages: dict[str, str]) -> None:
        """Make a crawler of this web, the page of each URL, with nothing in the frontier."""
        self._web = dict(pages)
        self._ledger: list[str] = []
        self._line_of: dict[str, int] = {}
        self._cursor = 0
        self._digests: dict[str, Digest] = {}

    def submit(self, urls: list[str]) -> None:
        """Put the new URLs at the end of the frontier, each once."""
        for url in urls:
            if url not in self._line_of:
                self._line_of[url] = len(self._ledger)
                self._ledger.append(url)

    def fetch_next(self) -> str | None:
        """Fetch the first URL of the frontier and answer it; None if nothing waits."""
        if self._cursor == len(self._ledger):
            return None
        url = self._ledger[self._cursor]
        self._cursor += 1
        return url

    def status(self, url: str) -> str | None:
        """Answer "waiting", "fetched" or "missing"; None if it was never submitted."""
        line = self._line_of.get(url)
        if line is None:
            return None
        if line >= self._cursor:
            return "waiting"
        return "fetched" if url in self._web else "missing"

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
        start = self._cursor
        while limit is None or self._cursor - start < limit:
            url = self.fetch_next()
            if url is None:
                break
            found = self._digest(url)
            if found is not None:
                self.submit(list(found.links))
        return self._ledger[start : self._cursor]

    def _digest(self, url: str) -> Digest | None:
        """Answer the digest of a fetched page, reading it the first time; None otherwise."""
        html = self.page(url)
        if html is None:
            return None
        if url not in self._digests:
            self._digests[url] = digest(url, html)
        return self._digests[url]
