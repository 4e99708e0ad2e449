"""``equivalent.toml``: the mutants that no test can reject, and why each is no mistake at all."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from harness.authoring.mutating.mutants import Mutant
from harness.catalog.models import Line, Model, Problem
from harness.errors import WrongUseError


class Equivalent(Model):
    """One ``[[equivalent]]`` table: a mutant that behaves as the reference does."""

    method: str
    was: str
    becomes: str
    reason: Line
    """Why no call can tell the two apart."""

    def excuses(self, mutant: Mutant) -> bool:
        """Whether it speaks of this mutant, in whichever level's reference that is."""
        return (self.method, self.was, self.becomes) == (
            mutant.method,
            mutant.was,
            mutant.becomes,
        )


class _Equivalents(Model):
    equivalent: tuple[Equivalent, ...] = ()


def equivalents_file(problem: Problem) -> Path:
    """``equivalent.toml`` in the problem's folder; it need not exist."""
    return problem.folder / "equivalent.toml"


def read_equivalents(problem: Problem) -> tuple[Equivalent, ...]:
    """Read what the author says of mutants that cannot be rejected.

    Raises:
        WrongUseError: the file is not as it should be.
    """
    file = equivalents_file(problem)
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
        return _Equivalents.model_validate(entries).equivalent
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongUseError(f"{file}: cannot be read: {error}.") from None
    except ValidationError as error:
        told = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in told["loc"])
        raise WrongUseError(
            f"{file}: key `{key}`: {told['msg']}; an entry has the keys method, was, becomes "
            "and reason."
        ) from None
