"""Level 2, samples: words, links and crawling."""

import pytest
from solution import WebCrawler


@pytest.mark.tags("parsing")
def test_words_stand_outside_the_tags() -> None:
    crawler = WebCrawler({"http://tea.test/": "<h1>Green  tea</h1><p>hot &amp; <b>fresh</b></p>"})
    crawler.submit(["http://tea.test/"])
    assert crawler.words("http://tea.test/") == []
    crawler.fetch_next()
    assert crawler.words("http://tea.test/") == ["Green", "tea", "hot", "&", "fresh"]


@pytest.mark.tags("parsing", "link")
def test_links_are_resolved_and_listed_once() -> None:
    page = '<a href="cup">Cup</a> <A HREF=/pot#lid>Pot</A> <a href="cup#big">Big</a>'
    crawler = WebCrawler({"http://tea.test/shop/": page})
    crawler.submit(["http://tea.test/shop/"])
    crawler.fetch_next()
    assert crawler.links("http://tea.test/shop/") == [
        "http://tea.test/shop/cup",
        "http://tea.test/pot",
    ]


@pytest.mark.tags("link", "filter")
def test_only_links_to_http_and_https_count() -> None:
    page = '<a href="https://milk.test/">Milk</a> <a href="mailto:ada@tea.test">Ada</a>'
    crawler = WebCrawler({"http://tea.test/": page})
    crawler.submit(["http://tea.test/"])
    crawler.fetch_next()
    assert crawler.links("http://tea.test/") == ["https://milk.test/"]


@pytest.mark.tags("graph", "ordering")
def test_crawl_goes_breadth_first() -> None:
    crawler = WebCrawler(
        {
            "http://tea.test/": '<a href="/a">a</a><a href="/b">b</a>',
            "http://tea.test/a": '<a href="/c">c</a><a href="/">home</a>',
            "http://tea.test/b": '<a href="/a">a</a>',
        }
    )
    crawler.submit(["http://tea.test/"])
    assert crawler.crawl() == [
        "http://tea.test/",
        "http://tea.test/a",
        "http://tea.test/b",
        "http://tea.test/c",
    ]
    assert crawler.status("http://tea.test/c") == "missing"


@pytest.mark.tags("limit")
def test_crawl_stops_at_its_limit_and_can_go_on() -> None:
    crawler = WebCrawler({"http://tea.test/": '<a href="/a">a</a><a href="/b">b</a>'})
    crawler.submit(["http://tea.test/"])
    assert crawler.crawl(2) == ["http://tea.test/", "http://tea.test/a"]
    assert crawler.crawl(0) == []
    assert crawler.crawl(2) == ["http://tea.test/b"]
