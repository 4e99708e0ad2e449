"""What a submission uses in one test, beside what it may use."""

import time
from codecs import getincrementaldecoder
from collections.abc import Callable

from harness.grading.evaluator.workers.budget import LOOK_SECONDS, Budget
from harness.grading.evaluator.workers.stop import MachineTooBusyError, SubmissionStopped
from harness.grading.evaluator.workers.worker import Worker
from harness.verdict import Verdict

NEAR_MISS = 1.2
"""A test stopped only this far beyond its CPU limit; one that ends before is run once more."""
_CPU_PROGRESS = 0.001
"""CPU seconds between two looks below which a worker counts as waiting."""
_WALL_FACTOR = 5
"""A busy machine may stretch a test's CPU limit this many times before wall time decides."""
_OUTPUT_KEPT = 1 << 16

OnOutput = Callable[[str], None]


class Meter:
    """Counts CPU and wall seconds and printed bytes, over all workers a test has had."""

    def __init__(self, budget: Budget, on_output: OnOutput) -> None:
        self._budget = budget
        self._on_output = on_output
        self._spent_before = 0.0
        self._cpu_start = 0.0
        self._wall_start = time.perf_counter()
        self._printed = 0
        self._pieces: list[bytes] = []
        self._decoder = getincrementaldecoder("utf-8")("replace")  # a sign may come in two pieces
        self._import_cpu = 0.0
        self._progress_cpu = 0.0
        self._progress_at = 0.0
        self._next_look = 0.0
        self.factor = 1.0
        """What part of its limits the current test gets."""
        self.importing = False
        """Whether the import's own, larger budget applies."""

    def begin_test(self, worker: Worker | None) -> None:
        """Count from zero again."""
        self._spent_before = 0.0
        self._cpu_start = worker.cpu_seconds() if worker else 0.0
        self._wall_start = time.perf_counter()
        self._printed = 0
        self._pieces.clear()
        self._decoder.reset()

    def end_import(self, worker: Worker | None) -> None:
        """Remember what importing costs: before its first call a test does it again."""
        self._import_cpu = self.cpu_seconds(worker)

    def worker_ended(self, cpu_seconds: float) -> None:
        """Keep what a worker used that is no more; the next one's clock starts at zero."""
        self._spent_before += max(0.0, cpu_seconds - self._cpu_start)
        self._cpu_start = 0.0

    @property
    def cpu_limit(self) -> float:
        """CPU seconds that the current test may use."""
        if self.importing:
            return self._budget.import_seconds
        return self.factor * self._budget.cpu_seconds + 2 * self._import_cpu

    def near_miss(self, worker: Worker | None) -> str:
        """Say by how much a test that ended used more than its CPU limit; ``""`` if it did not."""
        used = self.cpu_seconds(worker)
        if used <= self.cpu_limit:
            return ""
        return self._overuse(used)

    def cpu_seconds(self, worker: Worker | None) -> float:
        """CPU seconds used in the current test."""
        running = worker.cpu_seconds() - self._cpu_start if worker else 0.0
        return max(0.0, self._spent_before + running)

    def output(self) -> str:
        """What was printed in the current test, cut at 64 KiB."""
        return b"".join(self._pieces)[:_OUTPUT_KEPT].decode("utf-8", "replace")

    def take_output(self, chunk: bytes) -> None:
        """Count a piece of output, keep what there is room for, and show the test all of it.

        Raises:
            SubmissionStopped: it is more than a test may print.
        """
        room = _OUTPUT_KEPT - self._printed
        self._printed += len(chunk)
        if room > 0:
            self._pieces.append(chunk[:room])
        self._on_output(self._decoder.decode(chunk))
        if self._printed > self._budget.output_kb << 10:
            raise SubmissionStopped(
                Verdict.OUTPUT_LIMIT_EXCEEDED,
                f"printed too much: more than the {self._budget.output_kb} KiB a test may print.",
            )

    def begin_wait(self, worker: Worker) -> None:
        """An answer is awaited from now on.

        Raises:
            SubmissionStopped: a limit is exceeded; many quick answers cost time too.
        """
        self._progress_at = now = time.perf_counter()
        self._progress_cpu = 0.0
        if now >= self._next_look:
            self._next_look = now + LOOK_SECONDS
            # Half of the wall time: what passes between two calls is the test's own.
            self._compare(worker, 0.0, (now - self._wall_start) / 2)

    def look(self, worker: Worker) -> None:
        """Compare the clocks with the limits, at most every ``LOOK_SECONDS``.

        Raises:
            SubmissionStopped: one is exceeded.
        """
        now = time.perf_counter()
        if now < self._next_look:
            return
        self._next_look = now + LOOK_SECONDS
        cpu = self.cpu_seconds(worker)
        if cpu - self._progress_cpu > _CPU_PROGRESS:
            self._progress_cpu, self._progress_at = cpu, now
        self._compare(worker, now - self._progress_at, now - self._wall_start)

    def _overuse(self, used: float) -> str:
        # The allowance for executing the module again is ours to know, not worth telling.
        budget = self._budget
        limit = budget.import_seconds if self.importing else self.factor * budget.cpu_seconds
        return f"{used:.2f} s of CPU time were used where {limit:g} s are allowed."

    def _compare(self, worker: Worker, idle: float, wall: float) -> None:
        budget = self._budget
        cpu, limit = self.cpu_seconds(worker), self.cpu_limit
        patience = self.factor * budget.idle_seconds
        if cpu > NEAR_MISS * limit:
            told = f"did not end: {self._overuse(cpu)}"
        elif idle > patience:
            told = f"did not end: it was waiting, not computing, for {patience:.3g} s."
        elif wall > max(budget.wall_seconds, _WALL_FACTOR * limit):
            if worker.queued_seconds() > (wall - cpu) / 2:
                raise MachineTooBusyError(
                    f"The machine was too busy to judge: {cpu:.2f} s of work took {wall:.0f} s."
                )
            told = f"did not end: the test took {wall:.0f} s in all, mostly waiting."
        else:
            return
        raise SubmissionStopped(Verdict.TIME_LIMIT_EXCEEDED, told)
