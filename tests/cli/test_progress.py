"""``harness progress``: what the progress screen shows, as a command."""

from tests.cli.conftest import Run


def test_who_has_finished_nothing_is_told_so(harness: Run) -> None:
    assert "finish a sitting" in harness("progress").out
    assert harness("progress", "--json").json == {"sittings": [], "levels": [], "concepts": []}


def test_scores_times_and_concepts_are_told_as_tables_and_as_json(harness: Run) -> None:
    harness("start", "counter", "--mode", "practice")
    harness("submit")
    harness("finish")
    told = harness("progress")
    assert told.code == 0
    assert "0 of " in told.out
    assert "level 1" in told.out
    facts = harness("progress", "--json").json
    (sitting,) = facts["sittings"]
    assert (sitting["problem"], sitting["mode"], sitting["score"]) == ("counter", "practice", 0)
    assert [level["level"] for level in facts["levels"]] == [1]
    listed = [concept["tag"] for concept in facts["concepts"]]
    assert all(tag in told.out for tag in listed)
