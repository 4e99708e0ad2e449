"""Level 3, scored: rules, delays, budgets and time."""

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


def anchors(*hrefs: str) -> str:
    return " ".join(f'<a href="{href}">x</a>' for href in hrefs)


def oak(*paths: str) -> list[str]:
    return [f"http://oak.test{path}" for path in paths]


def elm(*paths: str) -> list[str]:
    return [f"http://elm.test{path}" for path in paths]


def allowed(disallow: list[str], allow: list[str], paths: list[str]) -> list[str]:
    """The paths of a host with these rules that are fetched."""
    crawler = WebCrawler({})
    crawler.set_rules("oak.test", disallow, allow)
    crawler.submit(oak(*paths))
    return [url.removeprefix("http://oak.test") for url in crawler.crawl()]


def links(page: str) -> list[str]:
    crawler = WebCrawler({oak("/")[0]: page})
    crawler.submit(oak("/"))
    crawler.fetch_next()
    return crawler.links(oak("/")[0])


@pytest.mark.tags("basics")
def test_settings_answer_none() -> None:
    crawler = WebCrawler({})
    assert crawler.set_rules("oak.test", ["/a"], ["/b"]) is None
    assert crawler.set_delay("oak.test", 3) is None
    assert crawler.set_budget("oak.test", 3) is None


@pytest.mark.tags("politeness", "prefix")
def test_disallowed_prefixes_are_not_fetched() -> None:
    paths = ["/wood", "/wood/a", "/woodland", "/woo", "/Wood", "/field/wood", "/"]
    assert allowed(["/wood"], [], paths) == ["/woo", "/Wood", "/field/wood", "/"]
    assert allowed(["/wood/", "/woo"], [], paths) == ["/Wood", "/field/wood", "/"]


@pytest.mark.tags("politeness", "prefix")
def test_slash_disallows_everything() -> None:
    assert allowed(["/"], [], ["/", "/a", "/a/b?c=1"]) == []


@pytest.mark.tags("politeness", "prefix")
def test_what_no_rule_speaks_of_is_allowed() -> None:
    assert allowed([], [], ["/", "/a"]) == ["/", "/a"]
    assert allowed([], ["/a"], ["/", "/a", "/b"]) == ["/", "/a", "/b"]


@pytest.mark.tags("politeness", "prefix")
def test_longest_prefix_decides() -> None:
    paths = ["/a", "/a/b", "/a/b/c", "/a/b/c/d", "/z"]
    assert allowed(["/", "/a/b"], ["/a", "/a/b/c"], paths) == ["/a", "/a/b/c", "/a/b/c/d"]
    assert allowed(["/a", "/a/b/c"], ["/a/b"], paths) == ["/a/b", "/z"]
    assert allowed(["/a/b/c", "/a"], ["/a/b", "/"], paths) == ["/a/b", "/z"]


@pytest.mark.tags("politeness", "prefix")
def test_length_counts_and_not_the_order_of_letters() -> None:
    assert allowed(["/b"], ["/", "/a"], ["/b", "/a", "/c"]) == ["/a", "/c"]
    assert allowed(["/"], ["/b"], ["/bbb", "/a"]) == ["/bbb"]
    assert allowed(["/z/", "/"], ["/z"], ["/z", "/z/1"]) == ["/z"]


@pytest.mark.tags("politeness", "ties")
def test_prefix_in_both_lists_allows() -> None:
    assert allowed(["/", "/a"], ["/a"], ["/a", "/b"]) == ["/a"]
    assert allowed(["/"], ["/"], ["/a", "/b"]) == ["/a", "/b"]


@pytest.mark.tags("politeness", "prefix")
def test_query_belongs_to_the_path() -> None:
    paths = ["/find?q=1", "/find?r=1", "/find", "/?q=1"]
    assert allowed(["/find?q"], [], paths) == ["/find?r=1", "/find", "/?q=1"]
    assert allowed(["/?", "/find?"], [], paths) == ["/find"]


@pytest.mark.tags("politeness", "isolation")
def test_rules_are_for_one_host_with_both_schemes() -> None:
    crawler = WebCrawler({})
    crawler.set_rules("oak.test", ["/a"], [])
    urls = [
        "http://oak.test/a",
        "https://oak.test/a",
        "http://www.oak.test/a",
        "https://elm.test/a",
    ]
    crawler.submit(urls)
    assert crawler.crawl() == urls[2:]


@pytest.mark.tags("politeness", "overwrite")
def test_new_rules_replace_the_old_ones() -> None:
    crawler = WebCrawler({})
    crawler.set_rules("oak.test", ["/a"], ["/a/x"])
    crawler.set_rules("oak.test", ["/a/x", "/b"], [])
    crawler.submit(oak("/a", "/a/x", "/b"))
    assert crawler.crawl() == oak("/a")


@pytest.mark.tags("politeness", "ordering")
def test_new_rules_hold_for_what_waits_in_its_place() -> None:
    crawler = WebCrawler({})
    crawler.submit(oak("/a1", "/b1", "/a2", "/b2", "/c"))
    crawler.set_rules("oak.test", ["/a"], [])
    assert crawler.fetch_next() == oak("/b1")[0]
    crawler.set_rules("oak.test", ["/b"], [])
    assert crawler.fetch_next() == oak("/a1")[0]
    crawler.set_rules("oak.test", ["/a", "/b"], [])
    crawler.submit(elm("/"))
    assert crawler.fetch_next() == oak("/c")[0]
    assert [crawler.status(url) for url in oak("/a1", "/a2", "/b1", "/b2")] == [
        "missing",
        "waiting",
        "missing",
        "waiting",
    ]
    crawler.set_rules("oak.test", [], [])
    assert crawler.crawl() == oak("/a2", "/b2") + elm("/")


@pytest.mark.tags("politeness", "isolation")
def test_new_rules_leave_fetched_pages_alone() -> None:
    crawler = WebCrawler({oak("/a")[0]: anchors("/b")})
    crawler.submit(oak("/a"))
    crawler.crawl(1)
    crawler.set_rules("oak.test", ["/"], [])
    assert crawler.status(oak("/a")[0]) == "fetched"
    assert crawler.page(oak("/a")[0]) == anchors("/b")
    assert crawler.links(oak("/a")[0]) == oak("/b")


@pytest.mark.tags("politeness", "duplicate")
def test_url_that_may_not_be_fetched_is_known() -> None:
    crawler = WebCrawler({oak("/a")[0]: "x"})
    crawler.set_rules("oak.test", ["/a"], [])
    crawler.submit(oak("/a"))
    assert crawler.fetch_next() is None
    crawler.submit(oak("/a"))
    assert crawler.status(oak("/a")[0]) == "waiting"
    assert crawler.page(oak("/a")[0]) is None
    crawler.set_rules("oak.test", [], [])
    assert crawler.crawl() == oak("/a")


@pytest.mark.tags("politeness", "link")
def test_links_that_are_disallowed_are_submitted_and_wait() -> None:
    crawler = WebCrawler({oak("/")[0]: anchors("/no", "/yes")})
    crawler.set_rules("oak.test", ["/n"], [])
    crawler.submit(oak("/"))
    assert crawler.crawl() == oak("/", "/yes")
    assert crawler.status(oak("/no")[0]) == "waiting"
    assert crawler.links(oak("/")[0]) == oak("/no", "/yes")


@pytest.mark.tags("link")
def test_scheme_and_host_are_in_lower_case() -> None:
    assert links(anchors("HTTP://OAK.test/Leaf", "Https://Elm.Test/", "//ASH.test/B")) == [
        "http://oak.test/Leaf",
        "https://elm.test/",
        "http://ash.test/B",
    ]


@pytest.mark.tags("link", "path")
def test_empty_path_becomes_a_slash() -> None:
    assert links(anchors("http://elm.test", "//ash.test?x=1", "https://fir.test#top")) == [
        "http://elm.test/",
        "http://ash.test/?x=1",
        "https://fir.test/",
    ]


@pytest.mark.tags("politeness", "link")
def test_host_in_capitals_is_the_same_host() -> None:
    crawler = WebCrawler({oak("/")[0]: anchors("HTTP://OAK.test/no", "//Oak.Test", "/yes")})
    crawler.set_rules("oak.test", ["/no"], [])
    crawler.submit(oak("/"))
    assert crawler.crawl() == oak("/", "/yes")
    assert crawler.status(oak("/no")[0]) == "waiting"


@pytest.mark.tags("politeness", "clock", "boundary")
def test_delay_is_over_exactly_at_its_end() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 10)
    crawler.submit(oak("/1", "/2", "/3"))
    assert crawler.crawl_until(3, 13) == [(3, oak("/1")[0])]
    assert crawler.crawl_until(13, 23) == [(13, oak("/2")[0])]
    assert crawler.crawl_until(23, 24) == [(23, oak("/3")[0])]


@pytest.mark.tags("politeness", "clock")
def test_delay_counts_from_the_fetch_that_was_late() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 10)
    crawler.submit(oak("/1", "/2", "/3"))
    assert crawler.crawl_until(0, 1) == [(0, oak("/1")[0])]
    assert crawler.crawl_until(17, 40) == [(17, oak("/2")[0]), (27, oak("/3")[0])]


@pytest.mark.tags("politeness", "isolation")
def test_delay_is_for_one_host_with_both_schemes() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 5)
    crawler.submit(["http://oak.test/1", "https://oak.test/1", *elm("/1", "/2")])
    assert crawler.crawl_until(0, 100) == [
        (0, "http://oak.test/1"),
        (0, "http://elm.test/1"),
        (0, "http://elm.test/2"),
        (5, "https://oak.test/1"),
    ]


@pytest.mark.tags("politeness", "missing", "clock")
def test_missing_urls_count_for_the_delay() -> None:
    crawler = WebCrawler({oak("/2")[0]: "x"})
    crawler.set_delay("oak.test", 4)
    crawler.submit(oak("/1", "/2"))
    assert crawler.crawl_until(0, 9) == [(0, oak("/1")[0]), (4, oak("/2")[0])]


@pytest.mark.tags("politeness", "clock")
def test_new_delay_counts_from_the_last_fetch() -> None:
    crawler = WebCrawler({})
    crawler.submit(oak("/1", "/2", "/3", "/4"))
    crawler.crawl(1)
    crawler.set_delay("oak.test", 50)
    assert crawler.crawl() == []
    assert crawler.crawl_until(10, 20) == []
    crawler.set_delay("oak.test", 25)
    assert crawler.crawl_until(20, 30) == [(25, oak("/2")[0])]
    crawler.set_delay("oak.test", 5)
    assert crawler.fetch_next() == oak("/3")[0]
    crawler.set_delay("oak.test", 0)
    assert crawler.fetch_next() == oak("/4")[0]


@pytest.mark.tags("politeness", "limit")
def test_budget_counts_missing_urls() -> None:
    crawler = WebCrawler({oak("/2")[0]: "x"})
    crawler.set_budget("oak.test", 2)
    crawler.submit(oak("/1", "/2", "/3"))
    assert crawler.fetch_next() == oak("/1")[0]
    assert crawler.crawl() == oak("/2")
    assert crawler.fetch_next() is None
    assert crawler.status(oak("/3")[0]) == "waiting"


@pytest.mark.tags("politeness", "limit", "boundary")
def test_budget_of_nothing() -> None:
    crawler = WebCrawler({})
    crawler.set_budget("oak.test", 0)
    crawler.submit(oak("/1") + elm("/1"))
    assert crawler.crawl_until(0, 100) == [(0, elm("/1")[0])]
    crawler.set_budget("oak.test", 1)
    assert crawler.crawl() == oak("/1")


@pytest.mark.tags("politeness", "limit")
def test_budget_counts_from_the_first_fetch() -> None:
    crawler = WebCrawler({})
    crawler.submit(oak("/1", "/2", "/3", "/4", "/5"))
    assert crawler.crawl(2) == oak("/1", "/2")
    crawler.set_budget("oak.test", 1)
    assert crawler.crawl() == []
    crawler.set_budget("oak.test", 2)
    assert crawler.crawl() == []
    crawler.set_budget("oak.test", 3)
    assert crawler.crawl() == oak("/3")
    crawler.set_budget("oak.test", None)
    assert crawler.crawl() == oak("/4", "/5")
    crawler.set_budget("oak.test", 5)
    crawler.submit(oak("/6"))
    assert crawler.crawl() == []


@pytest.mark.tags("politeness", "isolation")
def test_budget_is_for_one_host_with_both_schemes() -> None:
    crawler = WebCrawler({})
    crawler.set_budget("oak.test", 1)
    crawler.submit(["https://oak.test/1", "http://oak.test/1", *elm("/1", "/2")])
    assert crawler.crawl() == ["https://oak.test/1", *elm("/1", "/2")]


@pytest.mark.tags("politeness", "limit")
def test_urls_that_may_not_be_fetched_use_up_nothing() -> None:
    crawler = WebCrawler({})
    crawler.set_rules("oak.test", ["/no"], [])
    crawler.set_delay("oak.test", 10)
    crawler.set_budget("oak.test", 2)
    crawler.submit(oak("/no1", "/no2", "/1", "/no3", "/2", "/3"))
    assert crawler.crawl_until(0, 100) == [(0, oak("/1")[0]), (10, oak("/2")[0])]


@pytest.mark.tags("clock", "boundary")
def test_end_of_the_time_is_left_out() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 4)
    crawler.submit(oak("/1", "/2", "/3", "/4"))
    assert crawler.crawl_until(2, 10) == [(2, oak("/1")[0]), (6, oak("/2")[0])]
    assert crawler.crawl_until(10, 10) == []
    assert crawler.crawl_until(10, 11) == [(10, oak("/3")[0])]


@pytest.mark.tags("clock", "empty")
def test_crawl_until_without_anything_to_fetch() -> None:
    crawler = WebCrawler({})
    assert crawler.crawl_until(0, 10) == []
    assert crawler.crawl_until(10, 10) == []
    crawler.submit(oak("/1"))
    assert crawler.fetch_next() == oak("/1")[0]


@pytest.mark.tags("clock", "ordering")
def test_one_moment_is_fetched_in_order_of_the_frontier() -> None:
    crawler = WebCrawler({oak("/1")[0]: anchors("//elm.test/4", "/3"), elm("/2")[0]: anchors("5")})
    crawler.submit(oak("/1") + elm("/2") + oak("/2"))
    assert crawler.crawl_until(7, 8) == [
        (7, "http://oak.test/1"),
        (7, "http://elm.test/2"),
        (7, "http://oak.test/2"),
        (7, "http://elm.test/4"),
        (7, "http://oak.test/3"),
        (7, "http://elm.test/5"),
    ]


@pytest.mark.tags("clock", "ties", "politeness")
def test_delays_that_end_together_leave_the_order_to_the_frontier() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 6)
    crawler.set_delay("elm.test", 3)
    crawler.submit(oak("/1") + elm("/1", "/2") + oak("/2") + elm("/3") + oak("/3"))
    assert crawler.crawl_until(0, 12) == [
        (0, "http://oak.test/1"),
        (0, "http://elm.test/1"),
        (3, "http://elm.test/2"),
        (6, "http://oak.test/2"),
        (6, "http://elm.test/3"),
    ]
    assert crawler.crawl() == oak("/3")


@pytest.mark.tags("clock", "link", "politeness")
def test_links_found_later_wait_for_their_host() -> None:
    crawler = WebCrawler(
        {oak("/1")[0]: anchors("/2", "//elm.test/1"), oak("/2")[0]: anchors("//elm.test/2")}
    )
    crawler.set_delay("oak.test", 5)
    crawler.set_delay("elm.test", 100)
    crawler.submit(oak("/1"))
    assert crawler.crawl_until(0, 100) == [
        (0, "http://oak.test/1"),
        (0, "http://elm.test/1"),
        (5, "http://oak.test/2"),
    ]
    assert crawler.crawl_until(150, 200) == [(150, "http://elm.test/2")]


@pytest.mark.tags("clock", "politeness")
def test_fetch_next_and_crawl_happen_at_the_end_of_the_last_crawl_until() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 10)
    crawler.submit(oak("/1", "/2", "/3", "/4"))
    assert crawler.crawl_until(5, 6) == [(5, oak("/1")[0])]
    assert crawler.fetch_next() is None
    assert crawler.crawl_until(6, 15) == []
    assert crawler.fetch_next() == oak("/2")[0]
    assert crawler.fetch_next() is None
    assert crawler.crawl_until(24, 24) == []
    assert crawler.crawl() == []
    assert crawler.crawl_until(25, 25) == []
    assert crawler.crawl() == oak("/3")
    assert crawler.crawl_until(25, 50) == [(35, oak("/4")[0])]


@pytest.mark.tags("clock", "politeness")
def test_time_is_0_at_first() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 5)
    crawler.submit(oak("/1", "/2", "/3"))
    assert crawler.fetch_next() == oak("/1")[0]
    assert crawler.crawl() == []
    assert crawler.crawl_until(0, 10) == [(5, oak("/2")[0])]
    assert crawler.crawl() == oak("/3")


@pytest.mark.tags("politeness", "ordering")
def test_fetch_next_passes_over_what_may_not_be_fetched() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 10)
    crawler.set_budget("elm.test", 0)
    crawler.submit(oak("/1", "/2") + elm("/1") + ["http://ash.test/1", "http://ash.test/2"])
    fetched = [crawler.fetch_next() for _ in range(4)]
    assert fetched == ["http://oak.test/1", "http://ash.test/1", "http://ash.test/2", None]
    crawler.set_budget("elm.test", 1)
    crawler.set_delay("oak.test", 0)
    assert crawler.crawl() == oak("/2") + elm("/1")


@pytest.mark.tags("politeness", "limit")
def test_crawl_counts_only_what_it_fetches() -> None:
    crawler = WebCrawler({})
    crawler.set_rules("oak.test", ["/no"], [])
    crawler.submit(oak("/no", "/1", "/no2", "/2", "/3"))
    assert crawler.crawl(2) == oak("/1", "/2")
    assert crawler.crawl(2) == oak("/3")


@pytest.mark.tags("isolation", "politeness")
def test_settings_of_two_crawlers_are_their_own() -> None:
    one, two = WebCrawler({}), WebCrawler({})
    one.set_rules("oak.test", ["/"], [])
    one.set_budget("elm.test", 0)
    one.set_delay("ash.test", 9)
    for crawler in [one, two]:
        crawler.submit(oak("/1") + elm("/1") + ["http://ash.test/1", "http://ash.test/2"])
    assert one.crawl() == ["http://ash.test/1"]
    assert two.crawl() == oak("/1") + elm("/1") + ["http://ash.test/1", "http://ash.test/2"]


@pytest.mark.tags("basics")
def test_arguments_of_politeness_may_be_given_by_name() -> None:
    crawler = WebCrawler({})
    crawler.set_rules(host="oak.test", disallow=["/a"], allow=["/a/b"])
    crawler.set_delay(host="oak.test", delay=2)
    crawler.set_budget(host="oak.test", budget=2)
    crawler.submit(oak("/a", "/a/b", "/c", "/d"))
    assert crawler.crawl_until(timestamp=1, end=9) == [(1, oak("/a/b")[0]), (3, oak("/c")[0])]


@pytest.mark.tags("scale", "politeness")
def test_twenty_hosts_with_ten_rules_each() -> None:
    crawler = WebCrawler({})
    hosts = [f"host-{number:02}" for number in range(20)]
    for number, host in enumerate(hosts):
        crawler.set_rules(host, [f"/{part}" for part in range(9)], ["/8/8"])
        crawler.set_delay(host, 20 - number)
    paths = ["/7", "/8", "/8/8", "/8/7", "/9", "/90"]
    crawler.submit([f"http://{host}{path}" for path in paths for host in hosts])
    assert crawler.crawl() == [f"http://{host}/8/8" for host in hosts]
    second = [(20 - number, 2, f"http://{host}/9") for number, host in enumerate(hosts)]
    third = [(40 - 2 * number, 3, f"http://{host}/90") for number, host in enumerate(hosts)]
    expected = [(moment, url) for moment, _, url in sorted(second + third)]
    assert crawler.crawl_until(0, 100) == expected


@pytest.mark.tags("scale", "clock")
def test_moments_far_apart() -> None:
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 10**11)
    crawler.submit(oak("/1", "/2", "/3"))
    assert crawler.crawl_until(7, 10**12) == [
        (7, oak("/1")[0]),
        (10**11 + 7, oak("/2")[0]),
        (2 * 10**11 + 7, oak("/3")[0]),
    ]
    assert crawler.crawl_until(10**12, 10**12) == []


@pytest.mark.tags("scale", "politeness")
def test_thousands_are_disallowed() -> None:
    private = oak(*(f"/private/{number}" for number in range(5_000)))
    public = oak(*(f"/{number}" for number in range(1_500)))
    crawler = WebCrawler({})
    crawler.set_rules("oak.test", ["/private"], [])
    crawler.submit(private + public)
    assert crawler.crawl() == public
    crawler.set_rules("oak.test", [], [])
    assert crawler.crawl(2) == private[:2]


@pytest.mark.tags("scale", "politeness")
def test_thousands_wait_for_a_slow_host() -> None:
    slow = oak(*(f"/{number}" for number in range(8_000)))
    quick = elm(*(f"/{number}" for number in range(1_500)))
    crawler = WebCrawler({})
    crawler.set_delay("oak.test", 100)
    crawler.submit(slow + quick)
    assert crawler.crawl() == slow[:1] + quick
    assert crawler.crawl_until(100, 300) == [(100, slow[1]), (200, slow[2])]


class Model:
    """One list of all URLs, walked through from its beginning at every fetch."""

    def __init__(self, graph: dict[str, list[str]]) -> None:
        self.graph = graph
        self.waiting: list[str] = []
        self.done: list[tuple[int, str]] = []
        self.rules: dict[str, tuple[list[str], list[str]]] = {}
        self.delay: dict[str, int] = {}
        self.budget: dict[str, int | None] = {}
        self.now = 0

    def submit(self, urls: list[str]) -> None:
        done = [url for _, url in self.done]
        for url in urls:
            if url not in self.waiting and url not in done:
                self.waiting.append(url)

    def may(self, url: str) -> bool:
        host, path = url[7:].split("/", 1)
        disallow, allow = self.rules.get(host, ([], []))
        longest = {
            kind: max([len(rule) for rule in rules if f"/{path}".startswith(rule)], default=0)
            for kind, rules in [("no", disallow), ("yes", allow)]
        }
        times = [moment for moment, done in self.done if done[7:].startswith(f"{host}/")]
        budget = self.budget.get(host)
        return (
            longest["yes"] >= longest["no"]
            and (not times or times[-1] + self.delay.get(host, 0) <= self.now)
            and (budget is None or len(times) < budget)
        )

    def fetch_next(self) -> str | None:
        for url in self.waiting:
            if self.may(url):
                self.waiting.remove(url)
                self.done.append((self.now, url))
                return url
        return None

    def crawl(self, limit: int | None = None) -> list[str]:
        start = len(self.done)
        while limit is None or len(self.done) - start < limit:
            url = self.fetch_next()
            if url is None:
                break
            self.submit(self.graph.get(url, []))
        return [url for _, url in self.done[start:]]

    def crawl_until(self, wait: int, length: int) -> list[tuple[int, str]]:
        start = len(self.done)
        self.now += wait
        for _ in range(length):
            self.crawl()
            self.now += 1
        return self.done[start:]

    def set_rules(self, host: str, disallow: list[str], allow: list[str]) -> None:
        self.rules[host] = (disallow, allow)

    def set_delay(self, host: str, delay: int) -> None:
        self.delay[host] = delay

    def set_budget(self, host: str, budget: int | None) -> None:
        self.budget[host] = budget


HOSTS = ["ash", "elm", "oak"]
URLS = [f"http://{host}/{path}" for host in HOSTS for path in ["", "a", "ab", "ab?c", "b"]]

urls = st.sampled_from(URLS)
hosts = st.sampled_from(HOSTS)
prefixes = st.lists(st.sampled_from(["/", "/a", "/ab", "/ab?", "/b"]), max_size=2)
graphs = st.dictionaries(urls, st.lists(urls, max_size=3), max_size=9)
calls = st.one_of(
    st.tuples(st.just("submit"), st.lists(urls, min_size=1, max_size=5)),
    st.tuples(st.just("fetch_next")),
    st.tuples(st.just("crawl"), st.one_of(st.none(), st.integers(0, 3))),
    st.tuples(st.just("crawl_until"), st.integers(0, 4), st.integers(0, 9)),
    st.tuples(st.just("set_rules"), hosts, prefixes, prefixes),
    st.tuples(st.just("set_delay"), hosts, st.integers(0, 6)),
    st.tuples(st.just("set_budget"), hosts, st.one_of(st.none(), st.integers(0, 3))),
)


@pytest.mark.tags("model", "politeness")
@model_settings
@given(graphs, st.lists(calls, max_size=20))
def test_random_politeness_is_kept_like_the_model(
    graph: dict[str, list[str]], history: list[tuple[object, ...]]
) -> None:
    crawler = WebCrawler({url: anchors(*links) for url, links in graph.items()})
    model = Model(graph)
    for name, *arguments in history:
        expected = getattr(model, name)(*arguments)
        if name == "crawl_until":
            arguments = [model.now - arguments[1], model.now]
        assert getattr(crawler, name)(*arguments) == expected
