"""Collecting a problem's tests, once, for whoever runs them many times."""

import sys
import types
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

_PLUGINS_NOT_NEEDED = (
    "cacheprovider doctest faulthandler junitxml legacypath logging nose pastebin "
    "setuponly setupplan stepwise terminal threadexception unraisableexception warnings"
).split()


def test_files(configuration: dict[str, Any]) -> list[Path]:
    """Every level's samples and hidden tests; the last file is one that nobody may read."""
    folders = [
        Path(configuration["package"], f"level_{level}") for level in configuration["levels"]
    ]
    return [
        file
        for folder in folders
        for file in (
            *(folder / name for name in ("test_sample.py", "test_hidden.py")),
            *sorted(folder.glob("test_hidden_*.py")),
        )
    ]


def collect(configuration: dict[str, Any], files: list[Path], plugin: object) -> None:
    """Let pytest collect the files; ``plugin`` takes over when it would run them."""
    import pytest

    package, folder = configuration["package"], Path(configuration["folder"])
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\nmarkers =\n    tags(*names): concepts\n", encoding="utf-8")
    sys.path.insert(0, package)  # modules of the problem's own that its tests share
    sys.pycache_prefix = configuration["cache"]
    pytest.main(
        ["-c", str(settings), f"--rootdir={package}", f"--confcutdir={package}", "-s"]
        + ["--import-mode=importlib", "--strict-markers"]
        + [f"-pno:{name}" for name in _PLUGINS_NOT_NEEDED]
        + [str(file) for file in files],
        plugins=[plugin, _Belonging(configuration["levels"])],
    )


def make_known(module: types.ModuleType, names: Iterable[str]) -> None:
    """Let the import of each name, such as ``solution`` or ``src.bank``, give this module."""
    for name in names:
        sys.modules[name] = module
        package, _, own = name.rpartition(".")
        while package:
            holder = sys.modules.setdefault(package, types.ModuleType(package))
            holder.__dict__.setdefault("__path__", [])
            setattr(holder, own, sys.modules[f"{package}.{own}"])
            package, _, own = package.rpartition(".")


class _Belonging:
    """Leaves out tests that another level owns: one file may hold those of all."""

    def __init__(self, levels: Mapping[str, Sequence[str]]) -> None:
        """Take by level the patterns of the tests that belong to it; none means all."""
        self._levels = levels

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keep what belongs."""
        items[:] = [item for item in items if self._belongs(item.nodeid)]

    def _belongs(self, id_: str) -> bool:
        file, _, test = id_.partition("::")
        patterns = self._levels[file.partition("/")[0].removeprefix("level_")]
        return not patterns or any(fnmatchcase(test, pattern) for pattern in patterns)


def prepare_hypothesis(files: list[Path], cache: Path) -> None:
    """Import it before the cache of compiled files is moved, and make its runs repeatable."""
    if not any(b"hypothesis" in file.read_bytes() for file in files):
        return
    from hypothesis import HealthCheck, settings
    from hypothesis.configuration import set_hypothesis_home_dir

    # Its tables of all characters take a second to make: kept, like compiled tests.
    set_hypothesis_home_dir(cache / "hypothesis")
    settings.register_profile(
        "grading",
        database=None,
        deadline=None,
        derandomize=True,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("grading")
