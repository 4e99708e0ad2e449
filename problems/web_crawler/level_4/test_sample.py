"""Level 4, samples: workers, their hosts and their deaths."""

import pytest
from solution import WebCrawler


@pytest.mark.tags("parallel", "basics")
def test_a_worker_takes_and_delivers() -> None:
    crawler = WebCrawler({"http://a/": '<a href="/1">One</a>'})
    crawler.submit(["http://a/"])
    assert crawler.join(0, "kim", 10) is True
    assert crawler.join(1, "kim", 10) is False
    assert crawler.take(2, "kim") == "http://a/"
    assert crawler.status("http://a/") == "taken"
    assert crawler.take(3, "kim") is None
    assert crawler.deliver(4, "kim") is True
    assert crawler.status("http://a/") == "fetched"
    assert crawler.take(5, "kim") == "http://a/1"


@pytest.mark.tags("parallel")
def test_hosts_belong_to_workers() -> None:
    crawler = WebCrawler({})
    assert crawler.owner("a") is None
    crawler.join(0, "lee", 100)
    crawler.join(0, "kim", 100)
    assert crawler.owner("a") == "lee"
    assert crawler.owner("b") == "kim"
    crawler.submit(["http://a/1", "http://b/1", "http://a/2"])
    assert crawler.take(1, "kim") == "http://b/1"
    assert crawler.take(1, "lee") == "http://a/1"


@pytest.mark.tags("parallel", "recovery", "boundary")
def test_what_a_dead_worker_had_in_hand_waits_again() -> None:
    crawler = WebCrawler({})
    crawler.submit(["http://a/1", "http://a/2"])
    crawler.join(0, "kim", 10)
    assert crawler.take(5, "kim") == "http://a/1"
    assert crawler.join(14, "lee", 10) is True
    assert crawler.status("http://a/1") == "taken"
    assert crawler.deliver(15, "kim") is False
    assert crawler.status("http://a/1") == "waiting"
    assert crawler.take(15, "lee") == "http://a/1"


@pytest.mark.tags("recovery", "politeness", "clock")
def test_the_delay_counts_from_the_moment_of_taking() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("a", 30)
    crawler.submit(["http://a/1", "http://a/2"])
    crawler.join(0, "kim", 10)
    assert crawler.take(5, "kim") == "http://a/1"
    assert crawler.crawl_until(6, 100) == [(35, "http://a/1"), (65, "http://a/2")]
