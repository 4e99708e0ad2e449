"""The command line that starts the worker zygote in namespaces of its own, with a bare file tree.

Optional: a further layer where the system lets ordinary users have namespaces. What it adds to the
others is that other files cannot even be seen to exist, and other processes not be named.
"""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

_LOADER_FOLDERS = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
_PACKAGES = ("site-packages", "dist-packages")


def find_bubblewrap() -> str | None:
    """The program, where it is installed."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


def wrapped(program: str, command: list[str], needed: Iterable[str]) -> list[str]:
    """The command, run in namespaces where only the interpreter and ``needed`` exist.

    Args:
        program: bubblewrap.
        command: what to run; its first word is replaced by the interpreter's true path.
        needed: further files and folders to read.
    """
    interpreter = os.path.realpath(sys.executable)
    return [
        *(program, "--unshare-all", "--unshare-user", "--as-pid-1", "--die-with-parent"),
        *("--cap-drop", "ALL"),
        *_mounts(interpreter, needed),
        *("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/"),
        *("--chdir", "/", "--"),
        interpreter,
        *command[1:],
    ]


def _mounts(interpreter: str, needed: Iterable[str]) -> Iterator[str]:
    own = {"installed_base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    libraries = [sysconfig.get_path(name, vars=own) for name in ("stdlib", "platstdlib")]
    # Shared libraries of the interpreter's own lie beside its standard library.
    folders = list(dict.fromkeys([*_LOADER_FOLDERS, f"{sys.base_prefix}/lib", *libraries]))
    for path in [*folders, interpreter, *_zones()]:
        yield from _shown(path)
    for folder in folders:
        for packages in _packages(Path(folder)):
            yield from ("--tmpfs", packages, "--remount-ro", packages)
    for path in needed:  # after what hides them: they may lie among packages
        yield from _shown(path)


def _shown(path: str) -> tuple[str, ...]:
    if Path(path).is_symlink():
        return ("--symlink", str(Path(path).readlink()), path)
    return ("--ro-bind", path, path) if Path(path).exists() else ()


def _packages(folder: Path) -> Iterator[str]:
    """Folders of installed packages, and so of problem packs, within a granted folder."""
    if not folder.is_symlink():
        for parent in (folder, *folder.glob("python3*")):
            yield from (str(parent / name) for name in _PACKAGES if (parent / name).is_dir())


def _zones() -> list[str]:
    return (sysconfig.get_config_var("TZPATH") or "").split(os.pathsep)
