"""Level 1, scored: submitting URLs, fetching them, and what becomes of them."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import WebCrawler

model_settings = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)

PAGES = {
    "http://oak.test/": "home",
    "http://oak.test/leaf": "lobed",
    "http://oak.test/blank": "",
    "https://elm.test/": "home",
}


@pytest.mark.tags("basics")
def test_submit_answers_none() -> None:
    crawler = WebCrawler(PAGES)
    assert crawler.submit(["http://oak.test/"]) is None
    assert crawler.submit(["http://oak.test/", "http://oak.test/leaf", "http://ash.test/"]) is None
    assert crawler.submit([]) is None


@pytest.mark.tags("basics", "ordering")
def test_first_submitted_is_first_fetched() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["https://elm.test/", "http://oak.test/leaf"])
    crawler.submit(["http://oak.test/"])
    assert crawler.fetch_next() == "https://elm.test/"
    crawler.submit(["http://ash.test/"])
    assert crawler.fetch_next() == "http://oak.test/leaf"
    assert crawler.fetch_next() == "http://oak.test/"
    assert crawler.fetch_next() == "http://ash.test/"


@pytest.mark.tags("empty")
def test_nothing_to_fetch_in_an_empty_frontier() -> None:
    crawler = WebCrawler(PAGES)
    assert crawler.fetch_next() is None
    crawler.submit(["http://oak.test/"])
    assert crawler.fetch_next() == "http://oak.test/"
    assert crawler.fetch_next() is None
    assert crawler.fetch_next() is None
    crawler.submit(["http://oak.test/leaf"])
    assert crawler.fetch_next() == "http://oak.test/leaf"


@pytest.mark.tags("empty")
def test_list_without_urls_may_be_submitted() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit([])
    assert crawler.fetch_next() is None


@pytest.mark.tags("duplicate")
def test_url_named_twice_in_one_list_is_new_once() -> None:
    crawler = WebCrawler(PAGES)
    home, leaf = "http://oak.test/", "http://oak.test/leaf"
    crawler.submit([leaf, home, leaf, leaf, home])
    assert crawler.fetch_next() == leaf
    assert crawler.fetch_next() == home
    assert crawler.fetch_next() is None


@pytest.mark.tags("duplicate")
def test_waiting_url_is_not_new() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/", "http://oak.test/leaf"])
    crawler.submit(["http://oak.test/leaf", "https://elm.test/", "http://oak.test/"])
    fetched = [crawler.fetch_next() for _ in range(4)]
    assert fetched == ["http://oak.test/", "http://oak.test/leaf", "https://elm.test/", None]


@pytest.mark.tags("duplicate")
def test_fetched_url_is_not_new() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/"])
    crawler.fetch_next()
    crawler.submit(["http://oak.test/"])
    assert crawler.status("http://oak.test/") == "fetched"
    assert crawler.fetch_next() is None


@pytest.mark.tags("duplicate", "missing")
def test_missing_url_is_not_new() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/gone"])
    assert crawler.fetch_next() == "http://oak.test/gone"
    crawler.submit(["http://oak.test/gone"])
    assert crawler.status("http://oak.test/gone") == "missing"
    assert crawler.fetch_next() is None


@pytest.mark.tags("basics")
def test_status_of_a_url_with_a_page() -> None:
    crawler = WebCrawler(PAGES)
    assert crawler.status("http://oak.test/") is None
    crawler.submit(["http://oak.test/"])
    assert crawler.status("http://oak.test/") == "waiting"
    crawler.fetch_next()
    assert crawler.status("http://oak.test/") == "fetched"


@pytest.mark.tags("missing")
def test_status_of_a_url_without_a_page() -> None:
    crawler = WebCrawler(PAGES)
    assert crawler.status("http://oak.test/gone") is None
    crawler.submit(["http://oak.test/gone"])
    assert crawler.status("http://oak.test/gone") == "waiting"
    crawler.fetch_next()
    assert crawler.status("http://oak.test/gone") == "missing"


@pytest.mark.tags("basics", "isolation")
def test_fetching_one_url_leaves_the_others_waiting() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/", "http://oak.test/leaf", "http://oak.test/gone"])
    crawler.fetch_next()
    assert crawler.status("http://oak.test/") == "fetched"
    assert crawler.status("http://oak.test/leaf") == "waiting"
    assert crawler.status("http://oak.test/gone") == "waiting"


@pytest.mark.tags("basics", "missing")
def test_page_is_there_only_after_the_fetch() -> None:
    crawler = WebCrawler(PAGES)
    assert crawler.page("http://oak.test/leaf") is None
    crawler.submit(["http://oak.test/leaf"])
    assert crawler.page("http://oak.test/leaf") is None
    crawler.fetch_next()
    assert crawler.page("http://oak.test/leaf") == "lobed"
    assert crawler.page("http://oak.test/") is None


@pytest.mark.tags("missing")
def test_missing_url_has_no_page() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/gone"])
    crawler.fetch_next()
    assert crawler.page("http://oak.test/gone") is None


@pytest.mark.tags("empty")
def test_empty_page_is_a_page() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/blank"])
    assert crawler.fetch_next() == "http://oak.test/blank"
    assert crawler.status("http://oak.test/blank") == "fetched"
    assert crawler.page("http://oak.test/blank") == ""


@pytest.mark.tags("empty", "missing")
def test_web_without_pages_has_only_missing_ones() -> None:
    crawler = WebCrawler({})
    crawler.submit(["http://oak.test/"])
    assert crawler.fetch_next() == "http://oak.test/"
    assert crawler.status("http://oak.test/") == "missing"


@pytest.mark.tags("basics")
def test_page_is_answered_exactly() -> None:
    page = "  <p>Größe &amp;\n\tAlter</p> "
    crawler = WebCrawler({"http://oak.test/": page})
    crawler.submit(["http://oak.test/"])
    crawler.fetch_next()
    assert crawler.page("http://oak.test/") == page


@pytest.mark.tags("isolation", "path")
def test_urls_are_compared_exactly() -> None:
    crawler = WebCrawler({"http://oak.test/a": "small", "http://oak.test/A": "large"})
    urls = [
        "http://oak.test/a",
        "http://oak.test/A",
        "http://oak.test/a/",
        "https://oak.test/a",
        "http://oak.test/b",
    ]
    crawler.submit(urls)
    assert [crawler.fetch_next() for _ in urls] == urls
    assert [crawler.page(url) for url in urls] == ["small", "large", None, None, None]


@pytest.mark.tags("isolation")
def test_questions_change_nothing() -> None:
    crawler = WebCrawler(PAGES)
    crawler.submit(["http://oak.test/"])
    for url in ["http://oak.test/", "http://oak.test/leaf"]:
        crawler.status(url)
        crawler.page(url)
    assert crawler.status("http://oak.test/") == "waiting"
    assert crawler.status("http://oak.test/leaf") is None
    crawler.submit(["http://oak.test/leaf"])
    assert crawler.fetch_next() == "http://oak.test/"
    assert crawler.fetch_next() == "http://oak.test/leaf"


@pytest.mark.tags("isolation")
def test_two_crawlers_share_nothing() -> None:
    one = WebCrawler(PAGES)
    two = WebCrawler({"http://oak.test/": "other"})
    one.submit(["http://oak.test/"])
    assert two.status("http://oak.test/") is None
    assert two.fetch_next() is None
    two.submit(["http://oak.test/"])
    assert one.fetch_next() == "http://oak.test/"
    assert two.status("http://oak.test/") == "waiting"
    assert two.fetch_next() == "http://oak.test/"
    assert one.page("http://oak.test/") == "home"
    assert two.page("http://oak.test/") == "other"


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    crawler = WebCrawler(pages=PAGES)
    crawler.submit(urls=["http://oak.test/"])
    assert crawler.fetch_next() == "http://oak.test/"
    assert crawler.status(url="http://oak.test/") == "fetched"
    assert crawler.page(url="http://oak.test/") == "home"


@pytest.mark.tags("scale")
def test_eighteen_thousand_urls_in_one_call() -> None:
    urls = [f"http://oak.test/{number:05}" for number in range(18_000)]
    crawler = WebCrawler({url: url[-1] for url in urls[:2_000]})
    crawler.submit(urls)
    crawler.submit(urls[::-1])
    assert [crawler.fetch_next() for _ in range(20)] == urls[:20]
    assert crawler.page(urls[19]) == "9"


class Model:
    """The URLs in the order in which they came, and how many of them are fetched."""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = pages
        self.urls: list[str] = []
        self.done = 0

    def submit(self, urls: list[str]) -> None:
        for url in urls:
            if url not in self.urls:
                self.urls.append(url)

    def fetch_next(self) -> str | None:
        if self.done == len(self.urls):
            return None
        self.done += 1
        return self.urls[self.done - 1]

    def status(self, url: str) -> str | None:
        if url not in self.urls:
            return None
        if url not in self.urls[: self.done]:
            return "waiting"
        return "fetched" if url in self.pages else "missing"

    def page(self, url: str) -> str | None:
        return self.pages[url] if self.status(url) == "fetched" else None


urls = st.sampled_from([*PAGES, "http://oak.test/gone", "https://elm.test/gone"])
calls = st.one_of(
    st.tuples(st.just("submit"), st.lists(urls, max_size=3)),
    st.tuples(st.just("fetch_next")),
    st.tuples(st.just("status"), urls),
    st.tuples(st.just("page"), urls),
)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, max_size=20))
def test_random_calls_answer_like_the_model(history: list[tuple[object, ...]]) -> None:
    crawler = WebCrawler(PAGES)
    model = Model(PAGES)
    for name, *arguments in history:
        assert getattr(crawler, name)(*arguments) == getattr(model, name)(*arguments)
    for url in [*PAGES, "http://oak.test/gone"]:
        assert crawler.status(url) == model.status(url)
