"""Level 3, samples: rules, delays, budgets and time."""

import pytest
from solution import WebCrawler


@pytest.mark.tags("politeness", "prefix")
def test_the_longest_prefix_decides() -> None:
    crawler = WebCrawler({})
    crawler.set_rules("tea.test", ["/shop", "/shop/new/till"], ["/shop/new"])
    crawler.submit([f"http://tea.test{path}" for path in ["/shop/old", "/shop/new/till", "/"]])
    crawler.submit(["http://tea.test/shop/new/cup"])
    assert crawler.crawl() == ["http://tea.test/", "http://tea.test/shop/new/cup"]
    assert crawler.status("http://tea.test/shop/old") == "waiting"


@pytest.mark.tags("politeness", "clock", "boundary")
def test_delay_between_two_fetches_from_a_host() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("tea.test", 10)
    crawler.submit(["http://tea.test/1", "http://tea.test/2", "http://cup.test/3"])
    assert crawler.crawl_until(5, 15) == [(5, "http://tea.test/1"), (5, "http://cup.test/3")]
    assert crawler.fetch_next() == "http://tea.test/2"


@pytest.mark.tags("politeness", "limit")
def test_budget_counts_all_fetches_from_a_host() -> None:
    crawler = WebCrawler({"http://tea.test/1": ""})
    crawler.set_budget("tea.test", 2)
    crawler.submit([f"http://tea.test/{number}" for number in [1, 2, 3]])
    assert crawler.crawl() == ["http://tea.test/1", "http://tea.test/2"]
    crawler.set_budget("tea.test", None)
    assert crawler.crawl() == ["http://tea.test/3"]


@pytest.mark.tags("link", "path")
def test_links_have_one_form() -> None:
    crawler = WebCrawler({"http://tea.test/": '<a href="HTTPS://Milk.TEST?fat=Low">Milk</a>'})
    crawler.submit(["http://tea.test/"])
    crawler.fetch_next()
    assert crawler.links("http://tea.test/") == ["https://milk.test/?fat=Low"]


@pytest.mark.tags("politeness", "ordering")
def test_those_behind_need_not_wait() -> None:
    crawler = WebCrawler({"http://tea.test/1": '<a href="http://cup.test/4">Cup</a>'})
    crawler.set_delay("tea.test", 100)
    crawler.submit(["http://tea.test/1", "http://tea.test/2", "http://cup.test/3"])
    assert crawler.crawl_until(0, 1000) == [
        (0, "http://tea.test/1"),
        (0, "http://cup.test/3"),
        (0, "http://cup.test/4"),
        (100, "http://tea.test/2"),
    ]
