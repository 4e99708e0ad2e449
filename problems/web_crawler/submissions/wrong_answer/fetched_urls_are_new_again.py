# verdict: wrong answer
# rejected at: level 1
# mistake: a URL is compared with what waits only, so what was fetched is new again
from collections import deque


class WebCrawler:
    def __init__(self, pages: dict[str, str]) -> None:
        self._web = pages
        self._status: dict[str, str] = {}
        self._frontier: deque[str] = deque()

    def submit(self, urls: list[str]) -> None:
        new = [url for url in dict.fromkeys(urls) if self._status.get(url) != "waiting"]
        self._status.update(dict.fromkeys(new, "waiting"))
        self._frontier.extend(new)

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
