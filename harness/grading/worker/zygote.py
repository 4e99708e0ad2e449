"""The warm, bare process from which every worker is forked.

It holds the standard library and nothing else. The evaluator asks it, over a private socket, to
fork a worker around two descriptors it sends along, and to end one: kill its group, collect its
status, and sweep whatever it left behind. What confines a worker is built and tried here, once.
"""

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from .confinement import Confinement, prepare
from .host import Host
from .limits import apply_limits
from .process import adopt_orphans, die_with_parent, refuse_inspection
from .protections import NO_INSPECTION, ORPHANS_KILLED
from .trial import Bait

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
            takes them.
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
                answer["number"] = _fork(control, descriptors, request, confinement)
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
) -> int:
    pid = os.fork()
    if pid:
        for descriptor in descriptors:
            os.close(descriptor)
        return pid
    status = 1
    try:
        control.detach()
        _become_worker(descriptors, request, confinement)
        status = 0
    finally:
        os._exit(status)


def _become_worker(
    descriptors: list[int], request: dict[str, Any], confinement: Confinement
) -> None:
    """Take the descriptors, limit and confine this process, drop every other one, and serve."""
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
    Host(line, limits).serve()


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
