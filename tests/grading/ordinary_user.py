"""Run a command as a user without privileges, wherever Python and this checkout are installed."""

import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

NOBODY = 65534
_CLONE_NEWNS = 0x00020000
_MS_BIND, _MS_REC, _MS_PRIVATE = 0x1000, 0x4000, 1 << 18
_TOP = Path(__file__).parents[2]


def run_as_ordinary_user(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in the checkout as ``nobody``; it sees what is closed to it as if it were open.

    An interpreter under ``/root`` is out of such a user's sight. In a mount namespace of its own the
    folders on the way to it are replaced by ones that anybody may pass.
    """
    with tempfile.TemporaryDirectory() as home:
        os.chown(home, NOBODY, NOBODY)
        environment = {**os.environ, "HOME": home, "TMPDIR": home}
        for name in ("XDG_CACHE_HOME", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST"):
            environment.pop(name, None)
        return subprocess.run(
            command,
            cwd=_TOP,
            env=environment,
            preexec_fn=_become_nobody,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )


def _become_nobody() -> None:
    needed = {_TOP, Path(sys.executable), Path(sys.executable).resolve(), Path(sys.base_prefix)}
    closed = _closed_folders(needed)
    if closed:
        _made(ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNS))
        _mount(None, "/", None, _MS_REC | _MS_PRIVATE)
        for folder in closed:
            _open(folder, needed)
        os.chdir(_TOP)
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def _closed_folders(needed: Iterable[Path]) -> list[Path]:
    parents = {parent for path in needed for parent in path.parents}
    return sorted(folder for folder in parents if not folder.stat().st_mode & 0o001)


def _open(folder: Path, needed: Iterable[Path]) -> None:
    """Replace a folder by one that shows nothing but what leads to what is needed."""
    with tempfile.TemporaryDirectory() as aside:
        _mount(str(folder), aside, None, _MS_BIND | _MS_REC)
        _mount("tmpfs", str(folder), "tmpfs", 0)
        folder.chmod(0o755)
        for name in {
            path.relative_to(folder).parts[0] for path in needed if folder in path.parents
        }:
            (folder / name).mkdir()
            _mount(f"{aside}/{name}", str(folder / name), None, _MS_BIND | _MS_REC)
        ctypes.CDLL(None).umount2(aside.encode(), 2)


def _mount(source: str | None, target: str, kind: str | None, flags: int) -> None:
    encoded = [text.encode() if text else None for text in (source, target, kind)]
    _made(ctypes.CDLL(None, use_errno=True).mount(*encoded, ctypes.c_ulong(flags), None))


def _made(result: int) -> None:
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
