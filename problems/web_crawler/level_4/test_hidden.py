"""Level 4, scored: workers, their hosts and their deaths."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import WebCrawler

model_settings = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def anchors(*hrefs: str) -> str:
    return " ".join(f'<a href="{href}">x</a>' for href in hrefs)


def crawler_of(*urls: str, pages: dict[str, str] | None = None) -> WebCrawler:
    """A crawler with these URLs in its frontier."""
    crawler = WebCrawler(pages or {})
    crawler.submit(list(urls))
    return crawler


@pytest.mark.tags("parallel", "refusal")
def test_join_is_refused_while_the_worker_is_alive() -> None:
    crawler = WebCrawler({})
    assert crawler.join(5, "kim", 10) is True
    assert crawler.join(5, "kim", 10) is False
    assert crawler.join(6, "lee", 1) is True
    assert crawler.join(14, "kim", 10) is False
    assert crawler.join(15, "kim", 10) is True


@pytest.mark.tags("parallel", "refusal")
def test_refused_join_changes_nothing_about_the_worker() -> None:
    crawler = crawler_of("http://a/1", "http://a/2")
    crawler.join(0, "kim", 10)
    assert crawler.take(0, "kim") == "http://a/1"
    assert crawler.join(9, "kim", 1000) is False
    assert crawler.status("http://a/1") == "taken"
    assert crawler.deliver(10, "kim") is False
    assert crawler.status("http://a/1") == "waiting"


@pytest.mark.tags("parallel", "ordering")
def test_take_follows_the_order_of_the_frontier() -> None:
    crawler = crawler_of("http://b/1", "http://a/1", "http://b/2", "http://a/2")
    crawler.join(0, "kim", 10)
    taken = []
    for moment in range(5):
        taken.append(crawler.take(moment, "kim"))
        crawler.deliver(moment, "kim")
    assert taken == ["http://b/1", "http://a/1", "http://b/2", "http://a/2", None]


@pytest.mark.tags("parallel", "refusal")
def test_take_with_something_in_hand_is_none() -> None:
    crawler = crawler_of("http://a/1", "http://a/2")
    crawler.join(0, "kim", 10)
    assert crawler.take(1, "kim") == "http://a/1"
    assert crawler.take(1, "kim") is None
    assert crawler.take(2, "kim") is None
    assert crawler.status("http://a/2") == "waiting"
    assert crawler.deliver(3, "kim") is True
    assert crawler.status("http://a/1") == "missing"
    assert crawler.take(3, "kim") == "http://a/2"


@pytest.mark.tags("parallel", "missing", "empty")
def test_take_without_life_or_without_urls_is_none() -> None:
    crawler = WebCrawler({})
    assert crawler.take(0, "kim") is None
    assert crawler.join(1, "kim", 10) is True
    assert crawler.take(2, "kim") is None
    crawler.submit(["http://a/1"])
    assert crawler.take(3, "lee") is None
    assert crawler.take(13, "kim") is None
    assert crawler.status("http://a/1") == "waiting"


@pytest.mark.tags("parallel", "missing")
def test_deliver_without_life_or_with_an_empty_hand_is_refused() -> None:
    crawler = crawler_of("http://a/1")
    assert crawler.deliver(0, "kim") is False
    crawler.join(1, "kim", 10)
    assert crawler.deliver(2, "kim") is False
    assert crawler.take(3, "kim") == "http://a/1"
    assert crawler.deliver(4, "lee") is False
    assert crawler.status("http://a/1") == "taken"
    assert crawler.deliver(5, "kim") is True
    assert crawler.deliver(6, "kim") is False


@pytest.mark.tags("parallel", "link")
def test_deliver_fetches_and_follows_links() -> None:
    pages = {"http://a/1": anchors("/3", "/2", "//b/1"), "http://a/3": "x"}
    crawler = crawler_of("http://a/1", "http://a/2", pages=pages)
    crawler.join(0, "kim", 10)
    assert crawler.take(0, "kim") == "http://a/1"
    assert crawler.status("http://a/3") is None
    assert crawler.deliver(1, "kim") is True
    assert crawler.status("http://a/1") == "fetched"
    assert crawler.page("http://a/1") == pages["http://a/1"]
    assert crawler.take(1, "kim") == "http://a/2"
    assert crawler.deliver(2, "kim") is True
    assert crawler.status("http://a/2") == "missing"
    assert crawler.crawl() == ["http://a/3", "http://b/1"]


@pytest.mark.tags("parallel", "isolation")
def test_url_in_hand_is_neither_waiting_nor_fetched() -> None:
    crawler = crawler_of("http://a/1", pages={"http://a/1": anchors("/2")})
    crawler.join(0, "kim", 100)
    crawler.join(0, "lee", 100)
    assert crawler.take(1, "lee") == "http://a/1"
    assert crawler.status("http://a/1") == "taken"
    assert crawler.page("http://a/1") is None
    assert crawler.words("http://a/1") == []
    assert crawler.links("http://a/1") == []
    crawler.submit(["http://a/1"])
    assert crawler.fetch_next() is None
    assert crawler.crawl() == []
    assert crawler.crawl_until(2, 50) == []
    assert crawler.take(51, "kim") is None
    assert crawler.deliver(60, "lee") is True
    assert crawler.links("http://a/1") == ["http://a/2"]


@pytest.mark.tags("parallel", "politeness")
def test_take_keeps_to_rules_delays_and_budgets() -> None:
    crawler = crawler_of("http://a/no", "http://a/1", "http://b/1", "http://c/1", "http://a/2")
    crawler.set_rules("a", ["/n"], [])
    crawler.set_budget("b", 0)
    crawler.set_delay("a", 10)
    crawler.join(0, "kim", 100)
    taken = []
    for moment in [1, 2, 3, 10, 11, 12]:
        taken.append(crawler.take(moment, "kim"))
        crawler.deliver(moment, "kim")
    assert taken == ["http://a/1", "http://c/1", None, None, "http://a/2", None]


@pytest.mark.tags("parallel", "politeness", "clock")
def test_delay_counts_from_taking_not_from_delivering() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3")
    crawler.set_delay("a", 10)
    crawler.join(0, "kim", 100)
    assert crawler.take(5, "kim") == "http://a/1"
    assert crawler.deliver(14, "kim") is True
    assert crawler.take(14, "kim") is None
    assert crawler.take(15, "kim") == "http://a/2"
    assert crawler.deliver(40, "kim") is True
    assert crawler.take(40, "kim") == "http://a/3"


@pytest.mark.tags("parallel", "politeness", "clock")
def test_taking_counts_for_all_who_fetch_from_the_host() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3")
    crawler.set_delay("a", 10)
    crawler.join(0, "kim", 100)
    assert crawler.take(5, "kim") == "http://a/1"
    assert crawler.fetch_next() is None
    assert crawler.crawl_until(6, 16) == [(15, "http://a/2")]
    assert crawler.deliver(16, "kim") is True
    assert crawler.take(24, "kim") is None
    assert crawler.take(25, "kim") == "http://a/3"


@pytest.mark.tags("parallel", "politeness", "limit")
def test_budget_counts_what_is_taken_once() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3")
    crawler.set_budget("a", 2)
    crawler.join(0, "kim", 100)
    assert crawler.take(1, "kim") == "http://a/1"
    assert crawler.deliver(1, "kim") is True
    assert crawler.take(1, "kim") == "http://a/2"
    assert crawler.fetch_next() is None
    assert crawler.deliver(1, "kim") is True
    assert crawler.take(1, "kim") is None
    crawler.set_budget("a", 3)
    assert crawler.take(1, "kim") == "http://a/3"


@pytest.mark.tags("parallel", "boundary", "clock")
def test_worker_is_dead_when_its_patience_is_over() -> None:
    crawler = crawler_of("http://a/1")
    crawler.join(0, "kim", 10)
    assert crawler.take(9, "kim") == "http://a/1"
    assert crawler.deliver(18, "kim") is True
    assert crawler.join(27, "kim", 5) is False
    assert crawler.join(28, "kim", 5) is True
    assert crawler.join(32, "kim", 1) is False
    assert crawler.join(33, "kim", 1) is True
    assert crawler.deliver(34, "kim") is False
    assert crawler.join(34, "kim", 1) is True


@pytest.mark.tags("parallel", "clock")
def test_take_and_deliver_are_heard_whatever_the_answer() -> None:
    crawler = crawler_of("http://a/1")
    crawler.join(0, "kim", 10)
    assert crawler.deliver(9, "kim") is False
    assert crawler.take(18, "kim") == "http://a/1"
    assert crawler.take(27, "kim") is None
    assert crawler.deliver(36, "kim") is True
    assert crawler.take(45, "kim") is None
    assert crawler.owner("a") == "kim"
    assert crawler.join(54, "kim", 10) is False
    assert crawler.join(55, "kim", 10) is True


@pytest.mark.tags("parallel", "clock", "isolation")
def test_nothing_else_lets_a_worker_be_heard_of() -> None:
    crawler = crawler_of("http://a/1", "http://b/1")
    crawler.join(0, "kim", 10)
    crawler.join(0, "lee", 20)
    assert crawler.take(1, "kim") == "http://b/1"
    assert crawler.take(8, "lee") == "http://a/1"
    assert crawler.deliver(9, "lee") is True
    crawler.owner("b")
    crawler.submit(["http://b/2"])
    assert crawler.fetch_next() == "http://b/2"
    assert crawler.crawl_until(10, 11) == []
    assert crawler.status("http://b/1") == "waiting"
    assert crawler.owner("b") == "lee"


@pytest.mark.tags("parallel", "recovery", "ordering")
def test_url_of_a_dead_worker_waits_in_its_old_place() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://b/1")
    crawler.join(0, "kim", 10)
    assert crawler.take(1, "kim") == "http://a/1"
    crawler.submit(["http://a/3"])
    assert crawler.take(11, "kim") is None
    assert crawler.status("http://a/1") == "waiting"
    crawler.submit(["http://a/1"])
    assert crawler.crawl() == ["http://a/1", "http://a/2", "http://b/1", "http://a/3"]


@pytest.mark.tags("parallel", "recovery", "ordering")
def test_workers_that_die_together_give_everything_back() -> None:
    crawler = crawler_of("http://b/1", "http://a/1", "http://a/2", "http://b/2", "http://c/1")
    for name, patience in [("kim", 8), ("lee", 5), ("max", 9)]:
        crawler.join(0, name, patience)
    assert crawler.take(1, "lee") == "http://a/1"
    assert crawler.take(1, "kim") == "http://c/1"
    assert crawler.take(1, "max") == "http://b/1"
    assert crawler.join(100, "kim", 8) is True
    assert crawler.owner("b") == "kim"
    assert crawler.crawl() == [
        "http://b/1",
        "http://a/1",
        "http://a/2",
        "http://b/2",
        "http://c/1",
    ]


@pytest.mark.tags("parallel", "recovery", "refusal")
def test_dead_worker_delivers_nothing_even_when_it_joins_again() -> None:
    crawler = crawler_of("http://a/1", pages={"http://a/1": anchors("/2")})
    crawler.join(0, "kim", 10)
    assert crawler.take(1, "kim") == "http://a/1"
    assert crawler.join(11, "kim", 10) is True
    assert crawler.status("http://a/1") == "waiting"
    assert crawler.deliver(12, "kim") is False
    assert crawler.status("http://a/1") == "waiting"
    assert crawler.take(13, "kim") == "http://a/1"
    assert crawler.deliver(14, "kim") is True
    assert crawler.take(15, "kim") == "http://a/2"


@pytest.mark.tags("parallel", "recovery", "duplicate")
def test_late_delivery_of_what_another_has_fetched_is_refused() -> None:
    crawler = crawler_of("http://a/1", pages={"http://a/1": anchors("/2")})
    crawler.join(0, "kim", 10)
    crawler.take(0, "kim")
    crawler.join(10, "lee", 10)
    assert crawler.take(10, "lee") == "http://a/1"
    assert crawler.deliver(11, "kim") is False
    assert crawler.status("http://a/1") == "taken"
    assert crawler.deliver(12, "lee") is True
    assert crawler.deliver(13, "kim") is False
    assert crawler.crawl() == ["http://a/2"]


@pytest.mark.tags("parallel", "recovery", "isolation")
def test_death_with_an_empty_hand_changes_no_url() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", pages={"http://a/1": "x"})
    crawler.join(0, "kim", 10)
    crawler.take(0, "kim")
    crawler.deliver(1, "kim")
    assert crawler.join(50, "lee", 10) is True
    assert crawler.status("http://a/1") == "fetched"
    assert crawler.crawl() == ["http://a/2"]


@pytest.mark.tags("recovery", "politeness", "limit")
def test_death_gives_the_budget_back() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3")
    crawler.set_budget("a", 2)
    crawler.join(0, "kim", 10)
    crawler.take(0, "kim")
    assert crawler.crawl(1) == ["http://a/2"]
    assert crawler.crawl() == []
    assert crawler.join(10, "lee", 10) is True
    assert crawler.take(10, "lee") == "http://a/1"
    assert crawler.crawl() == []
    assert crawler.crawl_until(20, 21) == [(20, "http://a/1")]


@pytest.mark.tags("recovery", "politeness", "clock")
def test_delay_of_a_later_fetch_outlasts_a_death() -> None:
    crawler = crawler_of("http://a/1", "http://a/2")
    crawler.set_delay("a", 10)
    crawler.join(0, "kim", 13)
    assert crawler.take(2, "kim") == "http://a/1"
    assert crawler.crawl_until(3, 15) == [(12, "http://a/2")]
    assert crawler.crawl_until(15, 30) == [(22, "http://a/1")]


@pytest.mark.tags("recovery", "politeness", "clock")
def test_delay_after_a_death_counts_from_the_taking() -> None:
    crawler = crawler_of("http://a/1")
    crawler.set_delay("a", 30)
    crawler.join(0, "kim", 10)
    assert crawler.take(2, "kim") == "http://a/1"
    crawler.join(12, "lee", 100)
    assert crawler.take(31, "lee") is None
    assert crawler.take(32, "lee") == "http://a/1"


@pytest.mark.tags("recovery", "politeness")
def test_url_that_was_disallowed_while_in_hand() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3")
    crawler.join(0, "kim", 10)
    assert crawler.take(0, "kim") == "http://a/1"
    crawler.set_rules("a", ["/1", "/2"], [])
    crawler.set_budget("a", 1)
    crawler.set_delay("a", 100)
    assert crawler.status("http://a/1") == "taken"
    assert crawler.crawl_until(10, 200) == [(100, "http://a/3")]
    assert crawler.status("http://a/1") == "waiting"
    crawler.set_rules("a", ["/2"], [])
    crawler.set_budget("a", None)
    assert crawler.crawl() == ["http://a/1"]


@pytest.mark.tags("parallel", "politeness")
def test_url_in_hand_is_delivered_whatever_the_settings() -> None:
    crawler = crawler_of("http://a/1", pages={"http://a/1": anchors("//b/1")})
    crawler.join(0, "kim", 10)
    assert crawler.take(0, "kim") == "http://a/1"
    crawler.set_rules("a", ["/"], [])
    crawler.set_budget("a", 0)
    crawler.set_delay("a", 100)
    assert crawler.deliver(1, "kim") is True
    assert crawler.status("http://a/1") == "fetched"
    assert crawler.take(2, "kim") == "http://b/1"


@pytest.mark.tags("parallel")
def test_owners_are_counted_in_order_of_names() -> None:
    crawler = WebCrawler({})
    for name in ["mia", "Zoe", "10", "9", "zoe"]:
        crawler.join(0, name, 100)
    assert [crawler.owner(host) for host in "defghij"] == [
        "10",
        "9",
        "Zoe",
        "mia",
        "zoe",
        "10",
        "9",
    ]


@pytest.mark.tags("parallel")
def test_every_letter_of_the_host_counts() -> None:
    crawler = WebCrawler({})
    for name in ["n0", "n1", "n2", "n3", "n4", "n5", "n6"]:
        crawler.join(0, name, 100)
    hosts = ["oak.test", "elm.test", "test.oak", "www.oak.test", "a-1", "x"]
    assert [crawler.owner(host) for host in hosts] == ["n4", "n0", "n4", "n1", "n2", "n1"]


@pytest.mark.tags("parallel", "empty")
def test_owner_without_living_workers_is_none() -> None:
    crawler = WebCrawler({})
    assert crawler.owner("a") is None
    crawler.join(0, "kim", 5)
    assert crawler.owner("a") == "kim"
    assert crawler.owner("never.seen") == "kim"
    crawler.crawl_until(4, 5)
    assert crawler.owner("a") is None


@pytest.mark.tags("parallel")
def test_worker_takes_from_its_own_hosts_only() -> None:
    crawler = crawler_of("http://a/1", "https://a/2", "http://b/1", "http://c/1", "http://d/1")
    crawler.join(0, "kim", 100)
    crawler.join(0, "lee", 100)
    assert crawler.take(1, "kim") == "http://b/1"
    crawler.deliver(1, "kim")
    assert crawler.take(1, "kim") == "http://d/1"
    crawler.deliver(1, "kim")
    assert crawler.take(1, "kim") is None
    taken = []
    for _ in range(4):
        taken.append(crawler.take(2, "lee"))
        crawler.deliver(2, "lee")
    assert taken == ["http://a/1", "https://a/2", "http://c/1", None]


@pytest.mark.tags("parallel", "recovery")
def test_hosts_change_their_owner_when_workers_come_and_go() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3", "http://b/1")
    crawler.join(0, "lee", 10)
    assert crawler.take(1, "lee") == "http://a/1"
    crawler.join(2, "max", 5)
    assert (crawler.owner("a"), crawler.owner("b")) == ("max", "lee")
    assert crawler.status("http://a/1") == "taken"
    assert crawler.take(3, "max") == "http://a/2"
    assert crawler.deliver(4, "lee") is True
    assert crawler.status("http://a/1") == "missing"
    assert crawler.take(4, "lee") == "http://b/1"
    assert crawler.deliver(7, "lee") is True
    assert crawler.take(7, "lee") is None
    assert crawler.take(8, "lee") == "http://a/2"
    assert crawler.owner("a") == "lee"


@pytest.mark.tags("parallel")
def test_fetching_without_workers_goes_on_for_all_hosts() -> None:
    crawler = crawler_of("http://a/1", "http://b/1", "http://a/2", "http://b/2", "http://a/3")
    crawler.join(0, "kim", 100)
    crawler.join(0, "lee", 100)
    assert crawler.fetch_next() == "http://a/1"
    assert crawler.crawl(2) == ["http://b/1", "http://a/2"]
    assert crawler.crawl_until(1, 2) == [(1, "http://b/2"), (1, "http://a/3")]
    assert crawler.take(3, "lee") is None


@pytest.mark.tags("recovery", "clock", "ordering")
def test_deaths_happen_at_their_moments_within_crawl_until() -> None:
    pages = {"http://a/1": anchors("/4")}
    crawler = crawler_of("http://a/1", "http://b/1", "http://c/1", "http://c/2", pages=pages)
    crawler.join(0, "kim", 15)
    crawler.join(0, "lee", 25)
    crawler.set_delay("c", 20)
    assert crawler.take(0, "lee") == "http://a/1"
    assert crawler.take(5, "kim") == "http://b/1"
    assert crawler.crawl_until(10, 40) == [
        (10, "http://c/1"),
        (20, "http://b/1"),
        (25, "http://a/1"),
        (25, "http://a/4"),
        (30, "http://c/2"),
    ]


@pytest.mark.tags("recovery", "clock", "boundary")
def test_death_at_the_end_of_crawl_until() -> None:
    crawler = crawler_of("http://a/1")
    crawler.join(0, "kim", 15)
    assert crawler.take(5, "kim") == "http://a/1"
    assert crawler.crawl_until(10, 20) == []
    assert crawler.status("http://a/1") == "waiting"
    assert crawler.owner("a") is None
    assert crawler.fetch_next() == "http://a/1"


@pytest.mark.tags("recovery", "clock", "boundary")
def test_death_at_or_before_the_beginning_of_crawl_until() -> None:
    crawler = crawler_of("http://b/1", "http://a/1", "http://a/2")
    crawler.join(0, "kim", 10)
    crawler.join(0, "lee", 12)
    assert crawler.take(0, "kim") == "http://b/1"
    assert crawler.take(0, "lee") == "http://a/1"
    assert crawler.crawl_until(12, 13) == [
        (12, "http://b/1"),
        (12, "http://a/1"),
        (12, "http://a/2"),
    ]


@pytest.mark.tags("recovery", "clock", "politeness")
def test_delay_goes_on_after_a_death_within_crawl_until() -> None:
    crawler = crawler_of("http://a/1", "http://a/2")
    crawler.set_delay("a", 8)
    crawler.set_budget("a", 1)
    crawler.join(0, "kim", 3)
    assert crawler.take(1, "kim") == "http://a/1"
    assert crawler.crawl_until(1, 100) == [(9, "http://a/1")]
    assert crawler.status("http://a/2") == "waiting"


@pytest.mark.tags("clock", "refusal")
def test_every_call_with_a_timestamp_moves_the_time_refused_or_not() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3", "http://a/4", "http://a/5")
    crawler.set_delay("a", 10)
    assert crawler.join(10, "kim", 1000) is True
    assert crawler.fetch_next() == "http://a/1"
    assert crawler.take(20, "nobody") is None
    assert crawler.fetch_next() == "http://a/2"
    assert crawler.deliver(30, "nobody") is False
    assert crawler.fetch_next() == "http://a/3"
    assert crawler.join(39, "kim", 1) is False
    assert crawler.fetch_next() is None
    assert crawler.join(40, "kim", 1) is False
    assert crawler.crawl() == ["http://a/4"]
    assert crawler.crawl_until(45, 50) == []
    assert crawler.deliver(50, "kim") is False
    assert crawler.fetch_next() == "http://a/5"


@pytest.mark.tags("clock", "recovery")
def test_calls_for_other_workers_let_a_silent_one_die() -> None:
    crawler = crawler_of("http://a/1", "http://a/2", "http://a/3")
    for begin, end in [(0, "take"), (100, "deliver"), (200, "join")]:
        crawler.join(begin, "kim", 10)
        url = crawler.take(begin, "kim")
        arguments = ("nobody", 1) if end == "join" else ("nobody",)
        getattr(crawler, end)(begin + 9, *arguments)
        assert crawler.status(str(url)) == "taken"
        arguments = ("no-one", 1) if end == "join" else ("nobody",)
        getattr(crawler, end)(begin + 10, *arguments)
        assert crawler.status(str(url)) == "waiting"
        assert crawler.owner("a") == ("no-one" if end == "join" else None)
        assert crawler.fetch_next() == url


@pytest.mark.tags("isolation")
def test_workers_of_two_crawlers_are_their_own() -> None:
    one, two = crawler_of("http://a/1"), crawler_of("http://a/1")
    assert one.join(0, "kim", 10) is True
    assert two.owner("a") is None
    assert two.take(5, "kim") is None
    assert two.join(5, "kim", 10) is True
    assert one.take(0, "kim") == "http://a/1"
    assert two.status("http://a/1") == "waiting"


@pytest.mark.tags("basics")
def test_arguments_of_workers_may_be_given_by_name() -> None:
    crawler = crawler_of("http://a/1")
    assert crawler.join(timestamp=0, worker="kim", patience=9) is True
    assert crawler.owner(host="a") == "kim"
    assert crawler.take(timestamp=1, worker="kim") == "http://a/1"
    assert crawler.deliver(timestamp=2, worker="kim") is True


@pytest.mark.tags("scale", "parallel")
def test_thousands_wait_for_another_worker() -> None:
    others = [f"http://a/{number}" for number in range(15_000)]
    own = [f"http://b/{number}" for number in range(450)]
    crawler = crawler_of(*others, *own)
    crawler.join(0, "kim", 10**6)
    crawler.join(0, "lee", 10**6)
    taken = []
    for moment in range(450):
        taken.append(crawler.take(moment, "kim"))
        crawler.deliver(moment, "kim")
    assert taken == own
    assert crawler.take(450, "lee") == others[0]


@pytest.mark.tags("scale", "clock")
def test_patience_may_be_long() -> None:
    crawler = crawler_of("http://a/1")
    crawler.join(0, "kim", 10**12 - 1)
    crawler.take(0, "kim")
    assert crawler.crawl_until(1, 10**12) == [(10**12 - 1, "http://a/1")]


class Model:
    """One list of URLs in order of submission, a status for each, and time in single steps."""

    def __init__(self, graph: dict[str, list[str]]) -> None:
        self.graph = graph
        self.state: dict[str, str] = {}
        self.asked: dict[str, list[int]] = {}
        self.spent: dict[str, int] = {}
        self.delay: dict[str, int] = {}
        self.budget: dict[str, int | None] = {}
        self.private: set[str] = set()
        self.workers: dict[str, tuple[int, int, str | None]] = {}
        self.now = 0

    def submit(self, urls: list[str]) -> None:
        for url in urls:
            self.state.setdefault(url, "waiting")

    def set_delay(self, host: str, delay: int) -> None:
        self.delay[host] = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        self.budget[host] = budget

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        self.private.discard(host)
        if disallow:
            self.private.add(host)

    def may(self, url: str) -> bool:
        host = url[7]
        budget = self.budget.get(host)
        last = max(self.asked.get(host, [-100]))
        return (
            self.state[url] == "waiting"
            and not (host in self.private and url.endswith("/x"))
            and last + self.delay.get(host, 0) <= self.now
            and (budget is None or self.spent.get(host, 0) < budget)
        )

    def ask(self, urls: list[str]) -> str | None:
        for url in urls:
            if self.may(url):
                self.asked.setdefault(url[7], []).append(self.now)
                self.spent[url[7]] = self.spent.get(url[7], 0) + 1
                self.state[url] = "taken"
                return url
        return None

    def fetch_next(self) -> str | None:
        url = self.ask(list(self.state))
        if url is not None:
            self.state[url] = "fetched" if url in self.graph else "missing"
        return url

    def crawl(self, limit: int | None = None) -> list[str]:
        urls: list[str] = []
        while limit is None or len(urls) < limit:
            url = self.fetch_next()
            if url is None:
                break
            self.submit(self.graph.get(url, []))
            urls.append(url)
        return urls

    def pass_time(self, wait: int) -> None:
        self.now += wait
        for name, (patience, heard, hand) in list(self.workers.items()):
            if heard + patience <= self.now:
                del self.workers[name]
                if hand is not None:
                    self.state[hand] = "waiting"
                    self.spent[hand[7]] -= 1

    def crawl_until(self, wait: int, length: int) -> list[tuple[int, str]]:
        self.pass_time(wait)
        pairs: list[tuple[int, str]] = []
        for _ in range(length):
            pairs += [(self.now, url) for url in self.crawl()]
            self.pass_time(1)
        return pairs

    def join(self, wait: int, name: str, patience: int) -> bool:
        self.pass_time(wait)
        if name in self.workers:
            return False
        self.workers[name] = (patience, self.now, None)
        return True

    def take(self, wait: int, name: str) -> str | None:
        self.pass_time(wait)
        if name not in self.workers:
            return None
        patience, _, hand = self.workers[name]
        url = None
        if hand is None:
            url = hand = self.ask([url for url in self.state if self.owner(url[7]) == name])
        self.workers[name] = (patience, self.now, hand)
        return url

    def deliver(self, wait: int, name: str) -> bool:
        self.pass_time(wait)
        if name not in self.workers:
            return False
        patience, _, hand = self.workers[name]
        self.workers[name] = (patience, self.now, None)
        if hand is None:
            return False
        self.state[hand] = "fetched" if hand in self.graph else "missing"
        self.submit(self.graph.get(hand, []))
        return True

    def owner(self, host: str) -> str | None:
        names = sorted(self.workers)
        return names[ord(host) % len(names)] if names else None

    def status(self, url: str) -> str | None:
        return self.state.get(url)


TIMED = {"crawl_until", "join", "take", "deliver"}
HOSTS = ["a", "b", "c"]
URLS = [f"http://{host}/{path}" for host in HOSTS for path in ["1", "x", "2"]]

urls = st.sampled_from(URLS)
hosts = st.sampled_from(HOSTS)
workers = st.sampled_from(["kim", "lee", "max"])
waits = st.integers(0, 3)
graphs = st.dictionaries(urls, st.lists(urls, max_size=3), max_size=9)
calls = st.one_of(
    st.tuples(st.just("submit"), st.lists(urls, min_size=1, max_size=5)),
    st.tuples(st.just("fetch_next")),
    st.tuples(st.just("crawl"), st.integers(0, 2)),
    st.tuples(st.just("crawl_until"), waits, st.integers(0, 6)),
    st.tuples(st.just("set_delay"), hosts, st.integers(0, 6)),
    st.tuples(st.just("set_budget"), hosts, st.one_of(st.none(), st.integers(0, 3))),
    st.tuples(st.just("set_rules"), hosts, st.sampled_from([[], ["/x"]]), st.just([])),
    st.tuples(st.just("join"), waits, workers, st.integers(1, 8)),
    st.tuples(st.just("take"), waits, workers),
    st.tuples(st.just("take"), waits, workers),
    st.tuples(st.just("deliver"), waits, workers),
    st.tuples(st.just("owner"), hosts),
    st.tuples(st.just("status"), urls),
)


@pytest.mark.tags("model", "parallel", "recovery")
@model_settings
@given(graphs, st.lists(urls, max_size=9), st.lists(calls, max_size=25))
def test_random_work_is_shared_like_the_model(
    graph: dict[str, list[str]], seeds: list[str], history: list[tuple[object, ...]]
) -> None:
    crawler = WebCrawler({url: anchors(*links) for url, links in graph.items()})
    model = Model(graph)
    start: list[tuple[object, ...]] = [
        ("submit", seeds),
        ("join", 0, "kim", 7),
        ("join", 0, "lee", 5),
    ]
    for name, *arguments in start + history:
        expected = getattr(model, name)(*arguments)
        if name == "crawl_until":
            arguments = [model.now - arguments[1], model.now]
        elif name in TIMED:
            arguments[0] = model.now
        assert getattr(crawler, name)(*arguments) == expected
    for url in URLS:
        assert crawler.status(url) == model.status(url)
