"""What of a program its tests reach: lines and branches, as coverage.py sees them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any


class ReachMeter:
    """Measures one program; its source becomes a file, for coverage.py reads it again."""

    def __init__(self, source: bytes, folder: str) -> None:
        """Take the program and a folder that is nobody else's.

        Raises:
            ImportError: coverage is not installed.
        """
        import coverage

        self._folder = Path(folder).resolve()
        self._source = source
        self._file = self._folder / "solution.py"
        self._file.write_bytes(source)
        self._coverage = coverage.Coverage(
            data_file=None,
            branch=True,
            config_file=False,
            include=[str(self._file)],
            messages=False,
        )

    @property
    def code(self) -> CodeType:
        """The program, compiled so that what it runs is seen."""
        return compile(self._source, str(self._file), "exec")

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what runs until the end of the block."""
        self._coverage.start()
        try:
            yield
        finally:
            self._coverage.stop()

    def told(self) -> dict[str, Any]:
        """The numbers of lines and branches, and those of them that nothing reached.

        A branch is a pair of lines, the second one negative where it leaves the function. Of a line
        that nothing reached, no branch is named.
        """
        written = self._folder / "reach.json"
        self._coverage.json_report(morfs=[str(self._file)], outfile=str(written))
        (seen,) = json.loads(written.read_text(encoding="utf-8"))["files"].values()
        lines = set(seen["missing_lines"])
        return {
            "lines": seen["summary"]["num_statements"],
            "branches": seen["summary"]["num_branches"],
            "branches_reached": seen["summary"]["covered_branches"],
            "unreached_lines": seen["missing_lines"],
            "unreached_branches": [arc for arc in seen["missing_branches"] if arc[0] not in lines],
        }
