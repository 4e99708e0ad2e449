"""A stand-in for what runs a person's own tests: one good test, one bad, one that never ran."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from harness.catalog import Problem
from harness.grading import GradingCancelledError
from harness.grading.own_tests import OwnTest, OwnTestsReport

GOOD = OwnTest(name="test_good", outcome="passed", output="counted\n")
BAD = OwnTest(
    name="test_bad[\x1b[2J]",
    outcome="failed",
    message="assert [red]2[/red] == 3",
    detail="E   assert 2 == 3\x1b]0;title\x07",
    line=7,
    output="[bold]mine[/bold]\n",
)


@dataclass
class FakeOwnTests:
    """Tells a good and a bad test, and waits in between when the tests say so."""

    ran: list[tuple[bytes, bytes]] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)
    cancelled: Event = field(default_factory=Event)
    closed: Event = field(default_factory=Event)

    def __call__(self, problem: Problem) -> "FakeOwnTests":
        return self

    def run(
        self, solution: bytes, tests: bytes, on_test: Callable[[OwnTest], None] | None = None
    ) -> OwnTestsReport:
        self.cancelled.clear()
        self.ran.append((solution, tests))
        assert on_test is not None
        on_test(GOOD)
        while b"waits" in tests and not self.go_on.wait(0.01):
            if self.cancelled.is_set():
                raise GradingCancelledError("The run was cancelled.")
        on_test(BAD)
        return OwnTestsReport(tests=(GOOD, BAD, OwnTest(name="test_late", outcome="not run")))

    def cancel(self) -> None:
        self.cancelled.set()

    def close(self) -> None:
        self.closed.set()
