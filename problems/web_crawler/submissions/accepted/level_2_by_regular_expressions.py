"""Another design: regular expressions read the pages, and links are resolved by hand."""

import html
import re

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ANCHOR = re.compile(r"<a\s([^>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)))?""")
AUTHORITY = re.compile(r"([^/?]*)(.*)")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def words_of(page: str) -> list[str]:
    text = TAG.sub(" ", COMMENT.sub(" ", page))
    return html.unescape(text).split()


def hrefs(page: str) -> list[str]:
    found = []
    for anchor in ANCHOR.finditer(COMMENT.sub(" ", page)):
        for name, *values in ATTRIBUTE.findall(anchor[1]):
            if name.lower() == "href":
                found.append(html.unescape("".join(values)).strip())
    return found


def resolve(base: str, href: str) -> str | None:
    href = href.partition("#")[0]
    scheme, _, _, *_ = base.split("/")
    if SCHEME.match(href):
        scheme, _, href = href.partition(":")
        scheme = scheme.lower() + ":"
        if scheme not in ("http:", "https:"):
            return None
    if href.startswith("//"):
        host, rest = AUTHORITY.fullmatch(href[2:]).groups()
        return f"{scheme}//{host.lower()}{rest if rest.startswith('/') else '/' + rest}"
    _, _, host, here = base.split("/", 3)
    path, mark, query = href.partition("?")
    old_path, old_mark, old_query = here.partition("?")
    if not path:
        return f"{scheme}//{host}/{old_path}" + (mark + query if mark else old_mark + old_query)
    if not path.startswith("/"):
        path = "/" + old_path[: old_path.rfind("/") + 1] + path
    steps: list[str] = []
    parts = path[1:].split("/")
    for number, part in enumerate(parts, start=1):
        if part == ".." and steps:
            steps.pop()
        if part not in (".", ".."):
            steps.append(part)
        elif number == len(parts):
            steps.append("")
    return f"{scheme}//{host}/{'/'.join(steps)}{mark}{query}"


class WebCrawler:
    """Keeps one list of all URLs in order of submission, and how many of them are fetched."""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = pages
        self.order: list[str] = []
        self.places: dict[str, int] = {}
        self.done = 0

    def submit(self, urls: list[str]) -> None:
        for url in urls:
            if url not in self.places:
                self.places[url] = len(self.order)
                self.order.append(url)

    def fetch_next(self) -> str | None:
        if self.done == len(self.order):
            return None
        self.done += 1
        return self.order[self.done - 1]

    def status(self, url: str) -> str | None:
        if url not in self.places:
            return None
        if self.places[url] >= self.done:
            return "waiting"
        return "fetched" if url in self.pages else "missing"

    def page(self, url: str) -> str | None:
        return self.pages[url] if self.status(url) == "fetched" else None

    def words(self, url: str) -> list[str]:
        return words_of(self.page(url) or "")

    def links(self, url: str) -> list[str]:
        found: list[str] = []
        for href in hrefs(self.page(url) or ""):
            link = resolve(url, href)
            if link is not None and link not in found:
                found.append(link)
        return found

    def crawl(self, limit: int | None = None) -> list[str]:
        start = self.done
        while limit is None or self.done < start + limit:
            url = self.fetch_next()
            if url is None:
                break
            if url in self.pages:
                self.submit(self.links(url))
        return self.order[start : self.done]
