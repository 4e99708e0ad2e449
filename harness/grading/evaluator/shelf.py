"""Examples of properties, kept from one process to the next like compiled tests, beside them."""

import contextlib
import marshal
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

Examples = dict[str, list[bytes]]
"""By test id, the arguments of every example, as ``draw_examples`` gives them."""


class Shelf:
    """What was drawn for one problem; of no use any more when its tests have changed."""

    def __init__(self, cache: Path, package: Path) -> None:
        """Nothing is read yet.

        Args:
            cache: the folder of compiled tests.
            package: the problem's folder.
        """
        place = sha256(str(package).encode()).hexdigest()[:16]
        self._place = cache / "examples" / f"{package.name}-{place}"
        self._rests_on = _digest(package)

    def take(self, seed: int) -> Examples | None:
        """What was drawn from a seed; None where there is nothing, or of other tests."""
        try:
            rests_on, examples = marshal.loads(self._file(seed).read_bytes())  # noqa: S302 - ours
        except (OSError, EOFError, ValueError, TypeError):
            return None
        return examples if rests_on == self._rests_on else None

    def put(self, seed: int, examples: Examples) -> None:
        """Keep what was drawn, if anything was and where that is possible."""
        if not examples:
            return
        file = self._file(seed)
        written = file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(marshal.dumps((self._rests_on, examples)))
            written.replace(file)

    def _file(self, seed: int) -> Path:
        return self._place.with_name(f"{self._place.name}-{seed}.examples")


def _digest(package: Path) -> bytes:
    digest = sha256()
    for part in _rests_on(package):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _rests_on(package: Path) -> Iterator[bytes]:
    """Whatever could make Hypothesis draw something else."""
    yield sys.version.encode()
    with contextlib.suppress(PackageNotFoundError):
        yield version("hypothesis").encode()
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package)
        if name.parts[0] != "submissions":
            yield str(name).encode()
            yield file.read_bytes()
