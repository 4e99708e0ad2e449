"""How a submission's run of one test can end other than by the test's own judgement."""

from harness.verdict import Verdict


class SubmissionStopped(BaseException):
    """The submission broke a limit, died, or does not offer what the test calls.

    Not an ``Exception``: no ``except Exception`` in a test, and no Hypothesis engine, may take it
    for an answer of the submission. The link stays stopped until the next test, so a test that
    swallows even this cannot pass.
    """

    doubtful = False
    """Whether something other than the submission may be to blame, so that a second run decides."""

    def __init__(self, verdict: Verdict, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.verdict = verdict
        self.message = message
        self.line = line


class MachineTooBusyError(SubmissionStopped):
    """Wall time ran out while the submission had CPU time left: no fault of the submission."""

    doubtful = True

    def __init__(self, message: str) -> None:
        super().__init__(Verdict.INTERNAL_ERROR, message)


class JudgeBrokenError(Exception):
    """The process that forks workers is gone; no verdict can be given any more."""


class PackageFaultError(Exception):
    """The problem's tests ask what no submission could answer; never the candidate's fault."""
