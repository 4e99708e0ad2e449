"""The warm, bare process from which every worker is forked.

It holds the standard library and nothing else. The evaluator asks it, over a private socket, to
fork a worker around two descriptors it sends along, and to end one: kill its group, collect its
status, and sweep whatever it left behind. What confines a worker is built and tried here, once.
"""

import contextlib
import gc
import importlib
import importlib.util
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .confinement import Confinement, prepare
from .host import Host
from .limits import apply_limits
from .process import adopt_orphans, die_with_parent, refuse_inspection
from .protections import NO_INSPECTION, ORPHANS_KILLED
from .trial import Bait

Serve = Callable[[socket.socket, list[str]], None]
"""What a confined worker does with its channel; it is also told which limits hold."""

WARM_MODULES = """
abc bisect collections collections.abc copy dataclasses datetime decimal enum functools graphlib
heapq html.parser itertools json math operator re string textwrap typing urllib.parse
""".split()
"""What solutions import most; forked workers find it loaded."""

CHANNEL = 3
"""The one descriptor a worker has beyond the standard three."""

CONFINED = b"c"
"""What a worker says first, before it reads anything: all its layers are on."""

_DESCRIPTORS = os.sysconf("SC_OPEN_MAX")


def main(control_fd: int, configuration: dict[str, Any]) -> None:
    """Serve requests on the control socket until the evaluator closes it.

    Args:
        control_fd: the socket's descriptor.
        configuration: ``modules``, ``without``, ``bubblewrapped`` and ``bait``, as ``prepare``
            takes them; ``host``, as ``_loaded_host`` takes it, where workers are to be something
            else than hosts of submissions.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    del sys.argv[1:]  # no submission's business
    if control_fd != CHANNEL:
        os.dup2(0, CHANNEL)  # so that nothing a worker still needs can have this number
    protections = [
        name
        for name, holds in (
            (NO_INSPECTION, refuse_inspection()),
            (ORPHANS_KILLED, adopt_orphans()),
        )
        if holds
    ]
    confinement = prepare(
        configuration["modules"],
        configuration["without"],
        Bait(**configuration["bait"]),
        bubblewrapped=configuration["bubblewrapped"],
    )
    protections += confinement.effects
    serve: Serve = _serve_submission
    if configuration["host"]:
        serve = _loaded_host(**configuration["host"])
    for name in WARM_MODULES:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    control = socket.socket(fileno=control_fd)
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 2)
        if not message:
            _sweep()
            return
        # Two lines at once when a grading was ended just after it had asked for something.
        for line in message.splitlines():
            request = json.loads(line)
            answer: dict[str, Any] = {"id": request["id"]}
            if request["do"] == "fork":
                answer["number"] = _fork(control, descriptors, request, confinement, serve)
            elif request["do"] == "describe":
                layers = [name for name, _ in confinement.layers]
                answer["protections"] = [*protections, *layers]
                answer["missing"] = confinement.missing
            elif request["do"] == "sweep":
                _sweep()
            else:
                answer["status"], answer["cpu_seconds"] = _end(request["number"])
            with contextlib.suppress(BrokenPipeError):
                control.send(json.dumps(answer).encode() + b"\n")


def _fork(
    control: socket.socket,
    descriptors: list[int],
    request: dict[str, Any],
    confinement: Confinement,
    serve: Serve,
) -> int:
    pid = os.fork()
    if pid:
        for descriptor in descriptors:
            os.close(descriptor)
        return pid
    status = 1
    try:
        control.detach()
        line, limits = _become_worker(descriptors, request, confinement)
        serve(line, limits)
        status = 0
    finally:
        os._exit(status)


def _serve_submission(line: socket.socket, limits: list[str]) -> None:
    Host(line, limits).serve()


def _loaded_host(file: str, modules: list[str], paths: list[str]) -> Serve:
    """Load what workers are to be, with its modules, before anything is confined.

    Args:
        file: a module with ``warm_up()`` and ``serve(line, limits)``.
        modules: what it needs beyond the standard library.
        paths: where that is; not importable from any more afterwards.
    """
    sys.path += paths
    for name in modules:
        importlib.import_module(name)
    spec = importlib.util.spec_from_file_location("host", file)
    assert spec is not None
    assert spec.loader is not None
    host = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(host)
    host.warm_up()
    del sys.path[-len(paths) :]
    serve: Serve = host.serve
    return serve


def _become_worker(
    descriptors: list[int], request: dict[str, Any], confinement: Confinement
) -> tuple[socket.socket, list[str]]:
    """Take the descriptors, limit and confine this process, and drop every other descriptor.

    Returns:
        The channel, and the names of the limits that hold.
    """
    os.setsid()
    if request["cores"]:
        os.sched_setaffinity(0, request["cores"])
    die_with_parent()
    channel, output = (os.dup(descriptor) for descriptor in descriptors)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (output, 1), (output, 2), (channel, CHANNEL)):
        os.dup2(source, target)
    limits = apply_limits(request["limits"])
    confinement.put_on()
    os.closerange(CHANNEL + 1, _DESCRIPTORS)
    line = socket.socket(fileno=CHANNEL)
    line.send(CONFINED)
    return line, limits


def _end(pid: int) -> tuple[int, float]:
    """Kill a worker's whole group, sweep what it orphaned; return wait status and CPU seconds."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)
    try:
        _, status, usage = os.wait4(pid, 0)
    except ChildProcessError:
        return 0, 0.0
    _sweep()
    return status, usage.ru_utime + usage.ru_stime


def _sweep() -> None:
    """Kill every process that is still a child of this one: orphans come here by adoption."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            for child in _children():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)


def _children() -> list[int]:
    me = os.getpid()
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                stat = Path(entry.path, "stat").read_text(encoding="utf-8", errors="replace")
                if int(stat.rpartition(")")[2].split()[1]) == me:
                    found.append(int(entry.name))
    return found
