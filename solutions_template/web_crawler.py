"""A crawler of a web that is given as data."""


class WebCrawler:
    """URLs wait in the frontier until they are fetched; none is fetched twice."""

    def __init__(self, pages: dict[str, str]) -> None:
        """Make a crawler of this web, the page of each URL, with nothing in the frontier."""
        raise NotImplementedError

    def submit(self, urls: list[str]) -> None:
        """Put the new URLs at the end of the frontier, each once."""
        raise NotImplementedError

    def fetch_next(self) -> str | None:
        """Fetch the first URL of the frontier and answer it; None if nothing waits."""
        raise NotImplementedError

    def status(self, url: str) -> str | None:
        """Answer "waiting", "fetched" or "missing"; None if it was never submitted."""
        raise NotImplementedError

    def page(self, url: str) -> str | None:
        """Answer the page of a URL that has been fetched; None otherwise."""
        raise NotImplementedError
