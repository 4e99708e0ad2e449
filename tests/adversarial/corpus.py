"""The submissions as data: each file's head says what must come of it."""

from dataclasses import dataclass
from pathlib import Path

from harness.grading.worker import protections
from harness.verdict import Verdict

from .problem import RIGHT

FOLDER = Path(__file__).parent / "submissions"

NEEDED = {
    "files confined": protections.FILES_CONFINED,
    "network confined": protections.NO_NETWORK,
    "processes confined": protections.NO_PROCESSES,
    "signals confined": protections.NO_SIGNALS,
    "capabilities dropped": protections.NO_PRIVILEGES,
}
"""What a submission may need, and the protection that provides it."""


@dataclass(frozen=True)
class Case:
    """A submission and what must come of it.

    Attributes:
        id: its path below ``submissions``.
        verdicts: those allowed; several only where the platform truly decides.
        test: name of the test that is meant; empty for the first that is not accepted.
        says: words that the message must hold.
        needs: the protection without which the verdict is not promised; empty for none.
        slow: whether it is left out of the default run.
    """

    id: str
    source: bytes
    verdicts: frozenset[Verdict]
    test: str
    says: str
    needs: str
    slow: bool

    @property
    def lacks_methods(self) -> bool:
        """Whether the property can fail only for want of a method, which no search makes smaller."""
        return not any(word in self.source for word in (b"balances", b"deposit", b"__getattr"))

    @property
    def is_right(self) -> bool:
        """Whether it must keep full marks."""
        return self.id.startswith("right/")


def read_case(file: Path) -> Case:
    """Read one submission with its head."""
    source = file.read_bytes()
    head: dict[str, str] = {}
    for line in source.decode("latin-1").replace("\0", "").replace("\r", "\n").splitlines()[:12]:
        key, colon, value = line.lstrip("\xef\xbb\xbf\xff\xfe").removeprefix("# ").partition(": ")
        if colon and key in ("verdict", "test", "says", "why", "needs", "slow"):
            head.setdefault(key, value.strip())
    assert head["why"], file
    assert head.get("needs", "files confined") in NEEDED, file
    return Case(
        id=file.relative_to(FOLDER).as_posix(),
        source=source.replace(b"{{RIGHT}}", RIGHT.encode()),
        verdicts=frozenset(map(Verdict, head["verdict"].split(" | "))),
        test=head.get("test", ""),
        says=head.get("says", ""),
        needs=head.get("needs", ""),
        slow="slow" in head,
    )


CASES = [read_case(file) for file in sorted(FOLDER.glob("*/*.py"))]


def provided(needs: str, active: tuple[str, ...]) -> bool:
    """Whether the active protections promise what a submission needs."""
    return not needs or NEEDED[needs] in active
