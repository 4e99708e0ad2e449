"""A crawler kept as a ledger: every URL has one line in it, in the order of submission.

Nothing is ever taken out: a cursor divides the lines that were fetched from those that wait.
"""


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice."""

    def __init__(self, pages: dict[str, str]) -> None:
        """Make a crawler of this web, the page of each URL, with nothing in the frontier."""
        self._web = dict(pages)
        self._ledger: list[str] = []
        self._line_of: dict[str, int] = {}
        self._cursor = 0

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
