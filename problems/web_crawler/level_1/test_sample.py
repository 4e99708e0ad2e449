"""Level 1, samples: submitting URLs, fetching them, and what becomes of them."""

import pytest
from solution import WebCrawler


@pytest.mark.tags("basics")
def test_urls_are_fetched_in_the_order_in_which_they_were_submitted() -> None:
    crawler = WebCrawler({"http://tea.test/": "All about tea"})
    crawler.submit(["http://tea.test/pot", "http://tea.test/"])
    assert crawler.fetch_next() == "http://tea.test/pot"
    assert crawler.fetch_next() == "http://tea.test/"
    assert crawler.fetch_next() is None


@pytest.mark.tags("basics", "missing")
def test_status_tells_what_has_become_of_a_url() -> None:
    crawler = WebCrawler({"http://tea.test/": "All about tea"})
    crawler.submit(["http://tea.test/", "http://tea.test/pot"])
    assert crawler.status("http://tea.test/") == "waiting"
    crawler.fetch_next()
    crawler.fetch_next()
    assert crawler.status("http://tea.test/") == "fetched"
    assert crawler.status("http://tea.test/pot") == "missing"
    assert crawler.status("http://milk.test/") is None


@pytest.mark.tags("duplicate")
def test_a_url_is_new_only_once() -> None:
    crawler = WebCrawler({})
    crawler.submit(["http://tea.test/", "http://tea.test/pot", "http://tea.test/"])
    assert crawler.fetch_next() == "http://tea.test/"
    crawler.submit(["http://tea.test/", "http://tea.test/cup"])
    assert crawler.fetch_next() == "http://tea.test/pot"
    assert crawler.fetch_next() == "http://tea.test/cup"
    assert crawler.fetch_next() is None


@pytest.mark.tags("missing", "empty")
def test_a_page_can_be_read_once_it_is_fetched() -> None:
    crawler = WebCrawler({"http://tea.test/": ""})
    crawler.submit(["http://tea.test/"])
    assert crawler.page("http://tea.test/") is None
    crawler.fetch_next()
    assert crawler.page("http://tea.test/") == ""
