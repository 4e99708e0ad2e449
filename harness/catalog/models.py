"""Problem, Level, Limits, Submission: frozen values read from a problem's folder."""

import re
import sys
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import UUID4, BaseModel, ConfigDict, Field, StringConstraints, field_validator

from harness.errors import WrongUseError
from harness.verdict import Verdict

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\n\r]+$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
ModuleName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$")
]
VersionText = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]

SOLUTION_BYTES = 1024 * 1024
"""The largest solution that is read, whatever the problem."""


class Model(BaseModel):
    """A frozen value that refuses keys it does not know."""

    # Built when first used: a command should not pay for models it never makes.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Limits(Model):
    """What one test of a submission may use; the defaults suit every built-in problem."""

    cpu_seconds: float = Field(default=1.0, gt=0, le=60)
    """CPU seconds a test may compute before it is *time limit exceeded*."""
    wall_seconds: float = Field(default=10.0, gt=0, le=600)
    """Wall seconds, a loose backstop for code that waits instead of computing."""
    idle_seconds: float = Field(default=2.0, gt=0, le=60)
    """Wall seconds without any CPU progress after which the code is *waiting, not computing*."""
    import_seconds: float = Field(default=5.0, gt=0, le=60)
    """CPU seconds that importing the solution may take, apart from any test."""
    memory_mb: int = Field(default=512, ge=64, le=8192)
    """Address space of the process that runs the submission, in MiB."""
    output_kb: int = Field(default=1024, ge=1, le=65536)
    """KiB a test may print before it is *output limit exceeded*."""


class Level(Model):
    """One level: what it is worth, its guide time, and where its files are."""

    number: int
    name: str
    points: int
    pace: int
    """Guide time in minutes."""
    tests: tuple[str, ...] = ()
    """Patterns for the names of its files' tests that belong to the level; none means all."""
    folder: Path

    def owns(self, test: str) -> bool:
        """Whether a test of the level's files, such as ``TestScan::test_order``, belongs to it."""
        return not self.tests or any(fnmatchcase(test, pattern) for pattern in self.tests)

    @property
    def statement_file(self) -> Path:
        """The Markdown that announces what is new."""
        return self.folder / "statement.md"

    @property
    def sample_tests(self) -> Path:
        """The tests that are shown and not scored."""
        return self.folder / "test_sample.py"

    @property
    def hidden_tests(self) -> Path:
        """The tests that score, or the first file of them."""
        return self.folder / "test_hidden.py"

    @property
    def scored_files(self) -> tuple[Path, ...]:
        """All files of tests that score: ``test_hidden.py``, then each ``test_hidden_*.py``."""
        return (self.hidden_tests, *sorted(self.folder.glob("test_hidden_*.py")))

    @property
    def statement(self) -> str:
        """The statement's Markdown text."""
        return self.statement_file.read_text(encoding="utf-8")

    @property
    def hints_file(self) -> Path:
        """The Markdown with the hints; a level need not have one."""
        return self.folder / "hints.md"

    @property
    def hints(self) -> tuple[str, ...]:
        """The hints in the order of asking, each a section of Markdown; none without the file."""
        if not self.hints_file.is_file():
            return ()
        _, *sections = re.split(r"^## ", self.hints_file.read_text("utf-8"), flags=re.MULTILINE)
        return tuple(f"## {section.strip()}\n" for section in sections)


class Submission(Model):
    """A known submission of a problem: a reference, or a wrong one and what must reject it."""

    path: Path
    verdict: Verdict
    level: int
    """References: the level it completes. Wrong ones: the first level that must reject it."""
    mistake: str = ""
    """The one realistic mistake a wrong submission makes."""


class Problem(Model):
    """One system that grows through levels."""

    id: str
    uuid: UUID4
    version: str
    name: str
    class_name: str
    """The class that every solution defines."""
    modules: tuple[str, ...] = ()
    """Names by which tests may import the solution, beside ``solution``."""
    summary: str
    keywords: tuple[str, ...]
    place: int = 100
    """Where it stands in lists: the smallest first, then by id; the kindest to begin with is 1."""
    minutes: int
    limits: Limits
    levels: tuple[Level, ...]
    submissions: tuple[Submission, ...]
    folder: Path
    starter_file: Path

    @property
    def instructor_page(self) -> Path:
        """Markdown for instructors; it need not exist.

        ``docs/problems/<id>.md`` beside the problems, or ``instructor.md`` inside a lone one.
        """
        inside = self.folder / "instructor.md"
        beside = self.folder.parent.parent / "docs" / "problems" / f"{self.id}.md"
        alone = inside.is_file() or not beside.parent.is_dir()
        return inside if alone and not beside.is_file() else beside

    @property
    def max_score(self) -> int:
        """The sum of all levels' points."""
        return sum(level.points for level in self.levels)

    def level(self, number: int) -> Level:
        """Return the level with this number, from 1.

        Raises:
            WrongUseError: there is no such level.
        """
        if not 1 <= number <= len(self.levels):
            raise WrongUseError(
                f"{self.id} has no level {number}: choose one from 1 to {len(self.levels)}."
            )
        return self.levels[number - 1]

    def reference(self, level: int) -> Path:
        """The solution that completes levels 1 to ``level``."""
        return self.folder / "submissions" / "accepted" / f"level_{level}.py"

    def package_hash(self) -> str:
        """Hash of every file of the problem, so that a result can name exactly what judged it."""
        digest = sha256(self.starter_file.read_bytes())
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            if "__pycache__" not in path.parts:
                digest.update(path.relative_to(self.folder).as_posix().encode() + b"\0")
                digest.update(sha256(path.read_bytes()).digest())
        return digest.hexdigest()


class LevelEntry(Model):
    """A ``[[levels]]`` table of ``problem.toml``."""

    name: Line
    points: int = Field(gt=0, le=10_000)
    pace: int = Field(gt=0, le=600)
    tests: tuple[Line, ...] = ()
    """Which of the tests in its files belong to it, such as ``TestLevel1::*``; all, without."""


TAKEN_MODULES = frozenset({"_pytest", "harness", "hypothesis", "pluggy", "pytest"})
"""Modules that no solution can stand for, beside those of Python itself."""


class Manifest(Model):
    """``problem.toml`` as written."""

    format: Literal[1]
    uuid: UUID4
    version: VersionText
    name: Line
    class_name: Identifier = Field(alias="class")
    modules: tuple[ModuleName, ...] = ()
    """Names by which tests import the solution, beside ``solution``."""
    summary: Line
    keywords: tuple[Line, ...] = ()
    place: int = Field(default=100, ge=0)
    minutes: int = Field(gt=0, le=1440)
    limits: Limits = Limits()
    levels: tuple[LevelEntry, ...] = Field(min_length=1, max_length=20)

    @field_validator("modules")
    @classmethod
    def _names_of_nobody(cls, modules: tuple[str, ...]) -> tuple[str, ...]:
        """Tests still need what Python and pytest bring along."""
        for module in modules:
            top = module.partition(".")[0]
            if top in sys.stdlib_module_names or top in TAKEN_MODULES:
                raise ValueError(f"{top} is a module that tests and their judge use themselves")
        return modules
