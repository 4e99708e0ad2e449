"""A crawler of a web that is given as data."""

from collections import deque


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

    def status(self, url: str) -> str | None:
        """Answer what has become of a URL; None if it was never submitted."""
        return self._status.get(url)

    def page(self, url: str) -> str | None:
        """Answer the page of a URL that has been fetched; None otherwise."""
        return self._web[url] if self.status(url) == "fetched" else None
