"""The field's nine verdicts."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the judge says of one test, one level or one submission."""

    ACCEPTED = "accepted"
    WRONG_ANSWER = "wrong answer"
    TIME_LIMIT_EXCEEDED = "time limit exceeded"
    MEMORY_LIMIT_EXCEEDED = "memory limit exceeded"
    OUTPUT_LIMIT_EXCEEDED = "output limit exceeded"
    RUN_TIME_ERROR = "run-time error"
    COMPILE_ERROR = "compile error"
    SKIPPED = "skipped"
    INTERNAL_ERROR = "internal error"

    @property
    def code(self) -> str:
        """The two- or three-letter abbreviation, such as ``AC`` or ``TLE``."""
        return _CODES[self]

    @property
    def folder(self) -> str:
        """The folder under ``submissions/`` that holds programs with this verdict."""
        return self.value.replace(" ", "_").replace("-", "_")


_CODES = {
    Verdict.ACCEPTED: "AC",
    Verdict.WRONG_ANSWER: "WA",
    Verdict.TIME_LIMIT_EXCEEDED: "TLE",
    Verdict.MEMORY_LIMIT_EXCEEDED: "MLE",
    Verdict.OUTPUT_LIMIT_EXCEEDED: "OLE",
    Verdict.RUN_TIME_ERROR: "RTE",
    Verdict.COMPILE_ERROR: "CE",
    Verdict.SKIPPED: "SK",
    Verdict.INTERNAL_ERROR: "IE",
}
