"""Examples of properties, kept from one process to the next like compiled tests, beside them."""

import contextlib
import marshal
import os
import sys
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from harness.grading.evaluator.suite.footings import Footings, texts_of

Examples = dict[str, list[bytes]]
"""By test id, the arguments of every example, as ``draw_examples`` gives them."""
_Kept = tuple[bytes, dict[str, tuple[bytes, list[bytes]]]]
"""Which tests they were drawn for, and by test id what its inputs rest on, and they themselves."""


class Shelf:
    """What was drawn for one problem, kept for as long as what it was drawn from is the same."""

    def __init__(self, cache: Path, package: Path) -> None:
        """Nothing is read yet.

        Args:
            cache: the folder of compiled tests.
            package: the problem's folder.
        """
        place = sha256(str(package).encode()).hexdigest()[:16]
        self._place = cache / "examples" / f"{package.name}-{place}"
        self._package = package
        self._rests_on = _digest(package)

    def take(self, seed: int) -> Examples | None:
        """All that was drawn from a seed; None where there is nothing, or of other tests."""
        rests_on, kept = self._read(seed)
        if rests_on != self._rests_on:
            return None
        return {test: examples for test, (_, examples) in kept.items()}

    def take_unchanged(self, seed: int) -> Examples:
        """What was drawn of properties that are as they were, whatever else has changed."""
        _, kept = self._read(seed)
        try:
            footings = Footings(self._package) if kept else None
        except OSError:
            return {}
        return {
            test: examples
            for test, (inputs, examples) in kept.items()
            if footings and (footing := footings.of(test)) and footing.inputs == inputs
        }

    def _read(self, seed: int) -> _Kept:
        try:
            versions, rests_on, kept = marshal.loads(self._file(seed).read_bytes())  # noqa: S302
        except (OSError, EOFError, ValueError, TypeError):
            return b"", {}
        return (rests_on, kept) if versions == _versions() else (b"", {})

    def put(self, seed: int, examples: Examples) -> None:
        """Keep what was drawn, if anything was and where that is possible."""
        if not examples:
            return
        file = self._file(seed)
        written = file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            footings = Footings(self._package)
            kept = {
                test: (footing.inputs, drawn)
                for test, drawn in examples.items()
                if (footing := footings.of(test)) is not None
            }
            file.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(marshal.dumps((_versions(), self._rests_on, kept)))
            written.replace(file)

    def _file(self, seed: int) -> Path:
        return self._place.with_name(f"{self._place.name}-{seed}.examples")


def _digest(package: Path) -> bytes:
    """Of everything that could make Hypothesis draw something else."""
    digest = sha256()
    for name, text in texts_of(package).items():
        for part in (name.encode(), text):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _versions() -> str:
    """What else could."""
    with contextlib.suppress(PackageNotFoundError):
        return f"{sys.version} {version('hypothesis')}"
    return sys.version
