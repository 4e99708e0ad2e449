from harness.cli.telling.listing import IN_FULL, report_listing
from tests.session.doubles import passing, report_of


def test_one_cause_that_fails_many_tests_does_not_flood_the_page() -> None:
    report = report_of(passing(0), 1)
    many = report.model_copy(update={"tests": report.tests * 5})
    lines = report_listing(many).splitlines()
    assert sum(line.startswith("WA ") for line in lines) == 15
    assert sum("secret of" in line for line in lines) == IN_FULL
    assert "--json" in report_listing(many)
    assert "--json" not in report_listing(report)


def test_what_matters_most_comes_last() -> None:
    lines = report_listing(report_of(passing(3, 1), 2)).splitlines()
    assert lines[-3:] == [
        "level 1: 3 of 3 tests pass",
        "level 2: 1 of 3 tests pass, wrong answer",
        "score 100 of 250",
    ]
