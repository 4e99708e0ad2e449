"""Home's rows: what wraps is indented, so that each row's beginning stands out."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from harness.catalog import Catalog
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit
from harness.tui.screens.home.rows import read_rows
from tests.tui.doubles import FakeClock
from tests.tui.play import begin, played, screen_text, see_at_rest


async def test_only_the_beginning_of_a_row_stands_at_the_edge(kit: Kit, clock: FakeClock) -> None:
    played(kit, clock, "practice").finish()
    played(kit, clock, "practice")
    (problem,) = kit.catalog.problems.values()
    long = problem.model_copy(update={"summary": "word " * 30, "keywords": ("word",) * 15})
    catalog = Catalog({problem.id: long}, ())
    app = HarnessApp(replace(kit, catalog=catalog))
    async with app.run_test(size=(52, 50)) as pilot:
        await see_at_rest(pilot, "Last results")
        lines = screen_text(app.screen).splitlines()
    rows = lines[lines.index(next(line for line in lines if "Resume" in line)) : -1]
    at_the_edge = [line.split()[0].strip("─") for line in rows if line[2:3].strip()]
    assert at_the_edge == ["▶", "", "Problems", "Counter", "", "Last", "2026-11-28"]
    assert sum(line.startswith("    word") for line in rows) > 4


async def test_a_first_sitting_that_is_still_running_is_no_problem_untried(kit: Kit) -> None:
    begin(kit)
    app = HarnessApp(kit)
    async with app.run_test(size=(120, 40)) as pilot:
        await see_at_rest(pilot, "in its first sitting")
        assert "not tried yet" not in screen_text(app.screen)
        await pilot.press("f")
        await see_at_rest(pilot, ": not tried yet")
        assert "in its first sitting" not in screen_text(app.screen)


def test_a_running_sitting_that_cannot_be_read_is_told_beside_the_others(
    kit: Kit, clock: FakeClock
) -> None:
    played(kit, clock, "practice").finish()
    begin(kit)
    with closing(sqlite3.connect(kit.store.file)) as other, other:
        other.execute("UPDATE events SET body = '{}' WHERE rowid = (SELECT max(rowid) FROM events)")
    rows = read_rows(kit)
    assert rows.running == ()
    assert len(rows.history) == 1
    assert "holds an event that this version" in rows.faults[-1]
