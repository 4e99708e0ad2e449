"""One window types in a sitting: another looks on, takes over, or finds the first one dead."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness.catalog import Catalog, Problem
from harness.errors import RefusedError
from harness.session import MODES, Sitting, Store
from tests.session.doubles import FakeClock, FakeJudge, passing, save

Window = Callable[[], Sitting]


@pytest.fixture
def window(store: Store, problem: Problem, catalog: Catalog, tmp_path: Path) -> Iterator[Window]:
    """Opens one more window on the same sitting."""
    clock = FakeClock()
    first = Sitting.start(store, problem, MODES["exam"], tmp_path / "w", clock=clock)

    with ExitStack() as stack:

        def opened() -> Sitting:
            own = stack.enter_context(Store(store.file))
            sitting = Sitting.open(own, first.id, catalog, clock=clock)
            stack.callback(sitting.release)
            return sitting

        yield opened


def test_a_second_window_is_told_who_types(window: Window) -> None:
    one, other = window(), window()
    one.claim("the screens")
    with pytest.raises(RefusedError, match=r"the screens \(process \d+\) is open on this sitting"):
        other.claim("harness watch")
    assert one.holds
    assert not other.holds
    assert other.holder is not None
    assert other.holder.who == "the screens"


def test_claiming_twice_changes_nothing(window: Window) -> None:
    one = window()
    one.claim("the screens")
    one.claim("the screens")
    assert one.holds


def test_taking_over_leaves_the_first_window_to_look_on(window: Window) -> None:
    one, other = window(), window()
    one.claim("the screens")
    other.take_over("the screens")
    assert (one.holds, other.holds) == (False, True)
    one.release()  # what it no longer has stays with the other
    assert other.holds
    with pytest.raises(RefusedError):
        one.claim("the screens")


def test_what_a_window_saves_after_it_lost_the_sitting_is_a_version_and_no_submission(
    window: Window,
) -> None:
    one, other = window(), window()
    one.claim("the screens")
    one.hand_over(b"while it has the sitting")
    assert one.versions() == ()
    other.take_over("the screens")
    save(one.folder, b"late")
    one.hand_over(b"late")
    one.hand_over(b"late")
    assert other.handed_over
    assert [(version.why, other.source(version)) for version in other.versions()] == [
        ("handed over", b"late")
    ]
    other.submit(FakeJudge())  # now the person says so
    assert not other.handed_over
    save(other.folder, b"later")
    assert not other.handed_over


def test_a_text_kept_before_can_still_be_handed_over(window: Window) -> None:
    one, other = window(), window()
    one.claim("the screens")
    save(one.folder, b"1")
    one.submit(FakeJudge())
    other.take_over("the screens")
    one.hand_over(b"1")
    assert other.handed_over
    assert [version.why for version in other.versions()] == ["run"]


def test_what_was_let_go_is_free(window: Window, store: Store) -> None:
    one, other = window(), window()
    one.claim("the screens")
    one.release()
    one.release()
    assert (one.holds, one.holder) == (False, None)
    other.claim("the screens")
    assert other.holds
    assert len(list((store.file.parent / "claims").iterdir())) == 1


def test_a_command_submits_while_a_window_is_open(window: Window) -> None:
    one, command = window(), window()
    one.claim("the screens")
    save(command.folder, passing(3))
    command.submit(FakeJudge())
    assert one.state.level == 2
    assert one.holds


HOLD = """
import sys, time
from pathlib import Path
from harness.session.sitting.claim import Claim
from harness.session.store import Store
Claim(Store(Path(sys.argv[1])), sys.argv[2]).take("the screens", 0)
print("held", flush=True)
time.sleep(60)
"""


def test_a_dead_window_blocks_nobody(window: Window, store: Store) -> None:
    survivor = window()
    words = [sys.executable, "-c", HOLD, str(store.file), survivor.id]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout is not None
        assert dying.stdout.readline() == "held\n"
        with pytest.raises(RefusedError, match=f"process {dying.pid}"):
            survivor.claim("the screens")
        dying.kill()
        dying.wait()
    assert survivor.holder is None
    survivor.claim("the screens")
    assert survivor.holds
