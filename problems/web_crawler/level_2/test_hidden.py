"""Level 2, scored: words, links and crawling."""

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

HOME = "http://oak.test/"
DEEP = "http://oak.test/wood/tree?age=9"


def fetched(page: str, url: str = HOME) -> WebCrawler:
    """A crawler that has fetched this page."""
    crawler = WebCrawler({url: page})
    crawler.submit([url])
    crawler.fetch_next()
    return crawler


def words(page: str) -> list[str]:
    return fetched(page).words(HOME)


def links(page: str, url: str = HOME) -> list[str]:
    return fetched(page, url).links(url)


def anchors(*hrefs: str) -> str:
    return " ".join(f'<a href="{href}">x</a>' for href in hrefs)


@pytest.mark.tags("parsing")
def test_words_come_in_order_split_at_white_space() -> None:
    assert words("  two \n\n one\tthree two ") == ["two", "one", "three", "two"]


@pytest.mark.tags("parsing")
def test_tags_separate_words() -> None:
    page = "o<b>n</b>e<br>two<p>three</p><p>four</p>"
    assert words(page) == ["o", "n", "e", "two", "three", "four"]


@pytest.mark.tags("parsing", "empty")
def test_page_without_words_has_an_empty_list() -> None:
    assert words("") == []
    assert words(" \n ") == []
    assert words('<a href="/leaf"></a>') == []


@pytest.mark.tags("parsing")
def test_declaration_and_self_closing_tags_have_no_words() -> None:
    assert words("<!DOCTYPE html><html><body>one<hr/>two</body></html>") == ["one", "two"]


@pytest.mark.tags("parsing")
def test_attributes_have_no_words() -> None:
    assert words('<p class="big" title=\'two three\'>one</p><img alt="four">') == ["one"]


@pytest.mark.tags("parsing")
def test_words_of_links_and_titles_count() -> None:
    assert words('<title>Oak</title><a href="/leaf">the leaf</a>') == ["Oak", "the", "leaf"]


@pytest.mark.tags("parsing")
def test_comments_hold_no_words_and_separate_them() -> None:
    assert words("one<!-- two -->three <!--<b>four</b>-->") == ["one", "three"]


@pytest.mark.tags("parsing", "link")
def test_comments_hold_no_links() -> None:
    assert links('<!-- <a href="/old">x</a> --><a href="/new">x</a>') == ["http://oak.test/new"]


@pytest.mark.tags("parsing")
def test_character_references_in_text() -> None:
    page = "1 &lt;b&gt; &amp;amp; caf&eacute; &#233;&#xE9; a&nbsp;b"
    assert words(page) == ["1", "<b>", "&amp;", "café", "éé", "a", "b"]


@pytest.mark.tags("parsing", "link")
def test_character_references_in_links() -> None:
    assert links(anchors("/find?a=1&amp;b=2", "/&#98;&#x63;")) == [
        "http://oak.test/find?a=1&b=2",
        "http://oak.test/bc",
    ]


@pytest.mark.tags("parsing", "link")
def test_names_in_capitals() -> None:
    assert links("<A HREF='/a'>x</A><a hReF='/b'>x</a>") == [
        "http://oak.test/a",
        "http://oak.test/b",
    ]


@pytest.mark.tags("parsing", "link")
def test_values_in_any_quotes() -> None:
    page = "<a href=\"/a\">x</a><a href='/b'>x</a><a href=/c>x</a><a href=/d/ >x</a>"
    assert links(page) == [f"http://oak.test/{path}" for path in ["a", "b", "c", "d/"]]


@pytest.mark.tags("parsing", "link")
def test_other_attributes_beside_the_href() -> None:
    page = '<a class="x" href="/a" id=b>x</a><a data-href="/no" title="href=/no">x</a>'
    assert links(page) == ["http://oak.test/a"]


@pytest.mark.tags("parsing", "link")
def test_only_a_tags_are_links() -> None:
    page = (
        '<link href="/style"><img src="/img"><area href="/area"><base href="/base/">'
        '<abbr href="/abbr">x</abbr><a name="top">x</a><a>x</a><a href="/a">x</a></a>'
    )
    assert links(page) == ["http://oak.test/a"]


@pytest.mark.tags("link", "empty")
def test_page_without_links() -> None:
    assert links("") == []
    assert links("no <b>links</b> but http://oak.test/leaf") == []


@pytest.mark.tags("link", "ordering", "duplicate")
def test_links_come_in_order_each_once() -> None:
    page = anchors("/z", "/a", "/z#end", "http://oak.test/m", "a", "/")
    assert links(page) == [
        "http://oak.test/z",
        "http://oak.test/a",
        "http://oak.test/m",
        "http://oak.test/",
    ]


@pytest.mark.tags("link", "path")
def test_relative_links() -> None:
    page = anchors("leaf", "./bark", "../field", "../../../top", "/root", "a/../b/./c", "..", "x/")
    assert links(page, DEEP) == [
        "http://oak.test/wood/leaf",
        "http://oak.test/wood/bark",
        "http://oak.test/field",
        "http://oak.test/top",
        "http://oak.test/root",
        "http://oak.test/wood/b/c",
        "http://oak.test/",
        "http://oak.test/wood/x/",
    ]


@pytest.mark.tags("link", "path")
def test_a_slash_at_the_end_of_the_page_counts() -> None:
    assert links(anchors("leaf"), "http://oak.test/wood") == ["http://oak.test/leaf"]
    assert links(anchors("leaf"), "http://oak.test/wood/") == ["http://oak.test/wood/leaf"]


@pytest.mark.tags("link", "path")
def test_relative_links_with_queries() -> None:
    assert links(anchors("?age=10", "leaf?x=1", "/?y=/../z"), DEEP) == [
        "http://oak.test/wood/tree?age=10",
        "http://oak.test/wood/leaf?x=1",
        "http://oak.test/?y=/../z",
    ]


@pytest.mark.tags("link")
def test_links_to_other_hosts() -> None:
    assert links(anchors("http://elm.test/a", "//ash.test/b"), "https://oak.test/") == [
        "http://elm.test/a",
        "https://ash.test/b",
    ]


@pytest.mark.tags("link", "empty")
def test_empty_href_leads_to_the_page_itself() -> None:
    assert links(anchors(""), DEEP) == [DEEP]
    assert links(anchors("  "), DEEP) == [DEEP]


@pytest.mark.tags("link", "empty")
def test_href_without_a_value_leads_to_the_page_itself() -> None:
    assert links("<a href>x</a>", DEEP) == [DEEP]
    assert links("<a href id=top>x</a><a href='/b'>x</a>") == [HOME, "http://oak.test/b"]


@pytest.mark.tags("link")
def test_fragments_are_dropped() -> None:
    assert links(anchors("#end", "/leaf#top", "/leaf?x=1#a?b=/c"), DEEP) == [
        DEEP,
        "http://oak.test/leaf",
        "http://oak.test/leaf?x=1",
    ]


@pytest.mark.tags("link", "path")
def test_nothing_else_is_changed() -> None:
    hrefs = ["/Leaf", "/leaf/", "/leaf", "/%6ceaf", "/a//b", "/leaf?B=2&amp;a=1", "/leaf?a=1"]
    assert links(anchors(*hrefs)) == [
        "http://oak.test" + href.replace("&amp;", "&") for href in hrefs
    ]


@pytest.mark.tags("link")
def test_white_space_around_an_href_is_ignored() -> None:
    assert links(anchors("  /a ", "\n/b\n", "\thttp://elm.test/\t")) == [
        "http://oak.test/a",
        "http://oak.test/b",
        "http://elm.test/",
    ]


@pytest.mark.tags("link", "filter")
def test_other_schemes_are_left_out() -> None:
    page = anchors("mailto:ada@oak.test", "ftp://oak.test/a", "JavaScript:go()", "tel:1", "/b")
    assert links(page) == ["http://oak.test/b"]
    assert links(anchors("httpx://oak.test/a", "/b")) == ["http://oak.test/b"]


@pytest.mark.tags("missing")
def test_words_and_links_only_of_fetched_pages() -> None:
    crawler = WebCrawler({HOME: anchors("/leaf")})
    gone = "http://oak.test/gone"
    assert (crawler.words(HOME), crawler.links(HOME)) == ([], [])
    crawler.submit([HOME, gone])
    assert (crawler.words(HOME), crawler.links(HOME)) == ([], [])
    crawler.fetch_next()
    crawler.fetch_next()
    assert (crawler.words(HOME), crawler.links(HOME)) == (["x"], ["http://oak.test/leaf"])
    assert (crawler.words(gone), crawler.links(gone)) == ([], [])


@pytest.mark.tags("isolation")
def test_words_and_links_change_nothing() -> None:
    crawler = fetched(anchors("/leaf"))
    for _ in range(2):
        assert crawler.words(HOME) == ["x"]
        assert crawler.links(HOME) == ["http://oak.test/leaf"]
    assert crawler.status("http://oak.test/leaf") is None
    assert crawler.fetch_next() is None
    assert crawler.page(HOME) == anchors("/leaf")


@pytest.mark.tags("graph", "ordering")
def test_crawl_is_breadth_first_from_all_that_waits() -> None:
    crawler = WebCrawler(
        {
            "http://oak.test/1": anchors("/4", "/3"),
            "http://oak.test/2": anchors("/6", "/5"),
            "http://oak.test/3": anchors("/8"),
            "http://oak.test/4": anchors("/7", "/2"),
        }
    )
    crawler.submit(["http://oak.test/1", "http://oak.test/2"])
    assert crawler.crawl() == [f"http://oak.test/{number}" for number in [1, 2, 4, 3, 6, 5, 7, 8]]
    assert crawler.status("http://oak.test/4") == "fetched"
    assert crawler.status("http://oak.test/8") == "missing"


@pytest.mark.tags("cycle", "duplicate")
def test_cycles_and_repeated_links_are_fetched_once() -> None:
    crawler = WebCrawler(
        {
            HOME: anchors("/a", "", "/a#x"),
            "http://oak.test/a": anchors("/", "/a", "b"),
            "http://oak.test/b": anchors("a", "http://oak.test/#top"),
        }
    )
    crawler.submit([HOME])
    assert crawler.crawl() == [HOME, "http://oak.test/a", "http://oak.test/b"]
    assert crawler.crawl() == []


@pytest.mark.tags("empty")
def test_crawl_without_anything_waiting() -> None:
    crawler = WebCrawler({HOME: "x"})
    assert crawler.crawl() == []
    assert crawler.crawl(3) == []
    assert crawler.status(HOME) is None


@pytest.mark.tags("missing")
def test_missing_urls_count_and_have_no_links() -> None:
    crawler = WebCrawler({"http://oak.test/3": "x"})
    crawler.submit([f"http://oak.test/{number}" for number in range(5)])
    assert crawler.crawl(2) == ["http://oak.test/0", "http://oak.test/1"]
    assert crawler.status("http://oak.test/2") == "waiting"
    assert crawler.crawl(2) == ["http://oak.test/2", "http://oak.test/3"]
    assert crawler.status("http://oak.test/2") == "missing"
    assert crawler.status("http://oak.test/3") == "fetched"


@pytest.mark.tags("limit", "boundary")
def test_limit_counts_the_urls_of_one_call() -> None:
    crawler = WebCrawler({HOME: anchors("/1", "/2", "/3")})
    crawler.submit([HOME])
    assert crawler.crawl(0) == []
    assert crawler.status(HOME) == "waiting"
    assert crawler.crawl(1) == [HOME]
    assert crawler.status("http://oak.test/3") == "waiting"
    assert crawler.crawl(limit=2) == ["http://oak.test/1", "http://oak.test/2"]
    assert crawler.crawl(limit=None) == ["http://oak.test/3"]


@pytest.mark.tags("limit", "boundary")
def test_limit_beyond_what_waits() -> None:
    crawler = WebCrawler({HOME: anchors("/1")})
    crawler.submit([HOME])
    assert crawler.crawl(2) == [HOME, "http://oak.test/1"]
    crawler.submit(["http://oak.test/2"])
    assert crawler.crawl(100) == ["http://oak.test/2"]


@pytest.mark.tags("limit", "link")
def test_links_of_the_last_page_within_the_limit_are_submitted() -> None:
    crawler = WebCrawler({HOME: anchors("/1", "/2")})
    crawler.submit([HOME])
    assert crawler.crawl(1) == [HOME]
    crawler.submit(["http://oak.test/2", "http://oak.test/0"])
    assert crawler.crawl() == [f"http://oak.test/{number}" for number in [1, 2, 0]]


@pytest.mark.tags("link", "isolation")
def test_fetch_next_follows_no_links() -> None:
    crawler = WebCrawler({HOME: anchors("/1"), "http://oak.test/0": anchors("/2")})
    crawler.submit([HOME, "http://oak.test/0"])
    assert crawler.fetch_next() == HOME
    assert crawler.status("http://oak.test/1") is None
    assert crawler.crawl() == ["http://oak.test/0", "http://oak.test/2"]
    assert crawler.status("http://oak.test/1") is None


@pytest.mark.tags("graph", "isolation")
def test_crawl_goes_to_other_hosts_and_schemes() -> None:
    crawler = WebCrawler(
        {
            HOME: anchors("https://oak.test/", "//elm.test/a"),
            "http://elm.test/a": anchors("b"),
            "https://oak.test/": "x",
        }
    )
    crawler.submit([HOME])
    assert crawler.crawl() == [
        HOME,
        "https://oak.test/",
        "http://elm.test/a",
        "http://elm.test/b",
    ]
    assert crawler.status("https://oak.test/") == "fetched"


@pytest.mark.tags("scale", "graph")
def test_chain_of_twelve_hundred_pages() -> None:
    chain = [f"http://oak.test/{number}" for number in range(1_200)]
    crawler = WebCrawler({url: anchors(after) for url, after in zip(chain, chain[1:] + [HOME])})
    crawler.submit(chain[:1])
    assert crawler.crawl() == [*chain, HOME]


@pytest.mark.tags("scale")
def test_crawl_of_eighteen_thousand_urls() -> None:
    urls = [f"http://oak.test/{number}" for number in range(17_999)]
    crawler = WebCrawler({urls[-1]: anchors("/0", "/end")})
    crawler.submit(urls)
    assert crawler.crawl() == [*urls, "http://oak.test/end"]


class Model:
    """Follows a graph of numbered pages; a page without a number is missing."""

    def __init__(self, graph: dict[int, list[int]]) -> None:
        self.graph = graph
        self.known: list[int] = []
        self.done = 0

    def submit(self, numbers: list[int]) -> None:
        for number in numbers:
            if number not in self.known:
                self.known.append(number)

    def crawl(self, limit: int | None) -> list[int]:
        start = self.done
        while self.done < len(self.known) and (limit is None or self.done - start < limit):
            self.submit(self.graph.get(self.known[self.done], []))
            self.done += 1
        return self.known[start : self.done]


SPELLINGS = ["{}", "/{}", "./{}#x", "//oak.test/{}", "http://oak.test/{}", " ../{} ", "&#x2F;{}"]

numbers = st.integers(0, 7)
graphs = st.dictionaries(numbers, st.lists(numbers, max_size=4), max_size=8)
crawls = st.lists(
    st.tuples(st.lists(numbers, max_size=3), st.one_of(st.none(), st.integers(0, 3))), max_size=5
)


@pytest.mark.tags("model", "graph")
@model_settings
@given(graphs, crawls, st.integers(0, len(SPELLINGS) - 1))
def test_random_webs_are_crawled_like_the_model(
    graph: dict[int, list[int]],
    history: list[tuple[list[int], int | None]],
    first: int,
) -> None:
    def url(number: int) -> str:
        return f"http://oak.test/{number}"

    def href(page: int, place: int, target: int) -> str:
        return SPELLINGS[(first + page + place) % len(SPELLINGS)].format(target)

    pages = {
        url(page): anchors(*(href(page, place, target) for place, target in enumerate(targets)))
        for page, targets in graph.items()
    }
    crawler = WebCrawler(pages)
    model = Model(graph)
    for seeds, limit in history:
        crawler.submit([url(seed) for seed in seeds])
        model.submit(seeds)
        assert crawler.crawl(limit) == [url(number) for number in model.crawl(limit)]
