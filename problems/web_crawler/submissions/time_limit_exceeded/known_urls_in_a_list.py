# verdict: time limit exceeded
# rejected at: level 1
# mistake: known URLs are kept in a list, which is searched once for every URL submitted
from collections import deque


class WebCrawler:
    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._known: list[str] = []
        self._status: dict[str, str] = {}
        self._frontier: deque[str] = deque()

    def submit(self, urls: list[str]) -> None:
        for url in urls:
            if url not in self._known:
                self._known.append(url)
                self._status[url] = "waiting"
                self._frontier.append(url)

    def fetch_next(self) -> str | None:
        if not self._frontier:
            return None
        url = self._frontier.popleft()
        self._status[url] = "fetched" if url in self._web else "missing"
        return url

    def status(self, url: str) -> str | None:
        return self._status.get(url)

    def page(self, url: str) -> str | None:
        return self._web[url] if self.status(url) == "fetched" else None
