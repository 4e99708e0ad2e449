"""The layers around a worker: built and tried once in the zygote, put on by every worker.

Landlock and seccomp are reached through third-party modules. The zygote has no ``site-packages``:
the evaluator says where the modules' files are, and exactly these are loaded; nothing beside them
becomes importable, and they are forgotten again before a worker exists.
"""

import contextlib
import ctypes.util
import importlib.util
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from . import process, readable, system_calls
from .protections import (
    BUBBLEWRAP,
    EFFECTS,
    FILES_CONFINED,
    LANDLOCK,
    NO_NETWORK,
    NO_PRIVILEGES,
    NO_PROCESSES,
    NO_SIGNALS,
    NOTHING_WRITTEN,
    SECCOMP,
    TURNED_OFF,
)
from .trial import Bait, TrialFailedError, effects_of

_CLAIMS: dict[str, frozenset[str]] = {
    NO_PRIVILEGES: frozenset(),
    LANDLOCK: frozenset({FILES_CONFINED, NOTHING_WRITTEN}),
    SECCOMP: frozenset({NOTHING_WRITTEN, NO_NETWORK, NO_PROCESSES, NO_SIGNALS}),
    BUBBLEWRAP: frozenset({FILES_CONFINED, NO_NETWORK}),
}
"""What each layer must achieve by itself, or it does not hold."""


@dataclass
class Confinement:
    """What every worker puts on, and what that was seen to achieve."""

    layers: list[tuple[str, Callable[[], None]]] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    """Layers that are not used, and why."""
    effects: list[str] = field(default_factory=list)

    def put_on(self) -> None:
        """Confine this process, for good.

        Raises:
            OSError: a layer that held when it was tried cannot be put on.
        """
        for _, wear in self.layers:
            wear()


def prepare(
    modules: Mapping[str, str], without: Collection[str], bait: Bait, *, bubblewrapped: bool
) -> Confinement:
    """Build every layer that this system has, and keep those that hold when tried.

    Args:
        modules: where the third-party modules are, by name.
        without: layers to leave out.
        bait: what the layers must keep out of reach.
        bubblewrapped: whether this process was started by bubblewrap.
    """
    confinement = Confinement()
    readable.remember_library()
    makers: dict[str, Callable[[], Callable[[], None]]] = {
        NO_PRIVILEGES: lambda: process.drop_privileges,
        LANDLOCK: lambda: _landlock(_borrowed("landlockpy", modules)),
        SECCOMP: lambda: _seccomp(_borrowed("pyseccomp", modules)),
    }
    if bubblewrapped:
        makers = {BUBBLEWRAP: lambda: _worn_already, **makers}
    for name, make in makers.items():
        if name in without:
            confinement.missing[name] = TURNED_OFF
            continue
        try:
            wear = make()
            unmet = _CLAIMS[name] - effects_of([wear], bait)
        except Exception as error:  # whatever a library or a kernel may come up with
            confinement.missing[name] = str(error) or type(error).__name__
            continue
        if unmet:
            confinement.missing[name] = f"when tried it did not hold: {', '.join(sorted(unmet))}"
        else:
            confinement.layers.append((name, wear))
    with contextlib.suppress(TrialFailedError):
        held = effects_of([wear for _, wear in confinement.layers], bait)
        confinement.effects = [effect for effect in EFFECTS if effect in held]
    return confinement


def _worn_already() -> None:
    """What bubblewrap does is done to the zygote, and workers are born into it."""


def _landlock(landlockpy: Any) -> Callable[[], None]:
    read = landlockpy.AccessFS.READ_FILE
    ruleset = landlockpy.Ruleset(
        scoped=landlockpy.Scope.ABSTRACT_UNIX_SOCKET | landlockpy.Scope.SIGNAL
    )
    for path in readable.readable_paths():
        with contextlib.suppress(OSError):
            is_folder = Path(path).is_dir()
            ruleset.allow_path(path, read | landlockpy.AccessFS.READ_DIR if is_folder else read)
    wear: Callable[[], None] = ruleset.restrict
    return wear


def _seccomp(pyseccomp: Any) -> Callable[[], None]:
    program = system_calls.compile_filter(pyseccomp)

    def wear() -> None:
        process.filter_calls(system_calls.for_this_process(program))

    return wear


def _borrowed(name: str, modules: Mapping[str, str]) -> ModuleType:
    """Load one module from its file, and leave no trace of it for later imports."""
    if sys.platform != "linux":
        raise ImportError("Linux only")
    if name not in modules:
        raise ImportError(f"the Python package {name} is not installed")
    file = Path(modules[name])
    inside = [str(file.parent)] if file.name == "__init__.py" else None
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=inside)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    known = set(sys.modules)
    sys.modules[name] = module
    try:
        with _libraries_by_name():
            spec.loader.exec_module(module)
            if name == "landlockpy":
                module.abi_version()  # looks the C library up, once and for all
    finally:
        for added in set(sys.modules) - known:
            if added.partition(".")[0] == name:
                del sys.modules[added]
    return module


@contextlib.contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let the dynamic loader find libraries.

    ``find_library`` starts other programs to look for them, which not every system has; a layer
    once vanished because of that.
    """
    find = ctypes.util.find_library
    ctypes.util.find_library = _soname
    try:
        yield
    finally:
        ctypes.util.find_library = find


def _soname(name: str) -> str | None:
    """What the loader knows a library by; None is the C library, which is there already."""
    return {"seccomp": "libseccomp.so.2"}.get(name)
