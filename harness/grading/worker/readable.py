"""What a confined worker may read: the standard library, and what its modules need; nothing else.

Granting a folder grants all below it, and ``site-packages``, where problem packs are installed,
lies below the standard library's own folder. So the library is granted entry by entry.
"""

import _ctypes
import contextlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from .errand import done_apart

_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
_DATA = ("/etc/ld.so.cache", "/etc/mime.types", "/usr/lib/locale")
_BESIDE_MODULES = ("__pycache__", "lib-dynload")
_LOADED_LATE = ("libgcc_s.so.1",)
"""Libraries that the C library opens by itself, when a thread ends early."""


def readable_paths() -> Iterator[str]:
    """Every path that is granted for reading; a folder stands for all below it."""
    for place in _library_folders():
        yield from _standard_entries(place)
    yield from (path for path in sys.path if path.endswith(".zip"))
    yield from _shared_libraries()
    yield from (sysconfig.get_config_var("TZPATH") or "").split(os.pathsep)
    yield from _DEVICES
    yield from _DATA


def remember_library() -> None:
    """Let imports find modules without listing the library's folder, which is not granted."""
    for place in _library_folders():
        with contextlib.suppress(ImportError):
            finder = sys.path_importer_cache.get(place) or sys.path_hooks[-1](place)
            finder._fill_cache()  # type: ignore[attr-defined]
            finder._fill_cache = lambda: None  # type: ignore[attr-defined]
            sys.path_importer_cache[place] = finder


def _library_folders() -> list[str]:
    """The import path of an interpreter that was started without packages (``-S``)."""
    return [path for path in sys.path if Path(path).is_dir()]


def _standard_entries(folder: str) -> Iterator[str]:
    if Path(folder).name == "lib-dynload":
        yield folder
        return
    for entry in os.scandir(folder):
        module = entry.name.partition(".")[0]
        standard = module in sys.stdlib_module_names or module.startswith("_sysconfigdata")
        if standard or entry.name in _BESIDE_MODULES:
            yield entry.path


def _shared_libraries() -> list[str]:
    """The files that the dynamic loader opens for the library's compiled modules.

    Found by having them loaded, without running any, in a process that ends at once: what the
    loader needs is for the loader to say.
    """
    found = done_apart(_load_all).split("\n")
    return [path for path in found if ".so" in Path(path).name]


def _load_all() -> str:
    for name in [*_compiled_modules(), *_LOADED_LATE]:
        with contextlib.suppress(OSError):
            _ctypes.dlopen(name, os.RTLD_LAZY)
    return "\n".join(_mapped_files())


def _compiled_modules() -> Iterator[str]:
    for folder in _library_folders():
        for entry in os.scandir(folder):
            if entry.name.endswith(".so"):
                yield entry.path


def _mapped_files() -> set[str]:
    maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="surrogateescape")
    return {line[line.index("/") :] for line in maps.splitlines() if "/" in line}
