"""One worker process, seen from the evaluator, and the processor they share."""

import contextlib
import fcntl
import os
import signal
import socket
import struct
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.grading.evaluator.workers.budget import LOOK_SECONDS

_LOOK_TIME = struct.pack("ll", 0, int(LOOK_SECONDS * 1_000_000))  # a C timeval
_PIPE_BYTES = 1 << 20
_NO_BYTES = bytes(4)


@dataclass
class Ending:
    """How a worker ended: the kernel's wait status and the CPU seconds it used."""

    status: int
    cpu_seconds: float

    @property
    def description(self) -> str:
        """Plain words for the status."""
        if os.WIFSIGNALED(self.status):
            number = os.WTERMSIG(self.status)
            return f"was ended by signal {number} ({signal.strsignal(number)})"
        return f"exited with code {os.waitstatus_to_exitcode(self.status)}"

    @property
    def signal(self) -> int:
        """The signal that ended it, or 0."""
        return os.WTERMSIG(self.status) if os.WIFSIGNALED(self.status) else 0


class Worker:
    """One untrusted process: its channel, its output pipe, and its CPU clock."""

    def __init__(self, number: int, pid: int, channel: socket.socket, output: int) -> None:
        self.number = number
        """Its process id as the zygote knows it, which may have namespaces of its own."""
        self.pid = pid
        self.channel = channel
        self.output = output
        self._last_cpu = 0.0
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            # The kernel's own time-out: one system call an answer, where polling takes two.
            channel.setsockopt(socket.SOL_SOCKET, option, _LOOK_TIME)
        os.set_blocking(output, False)
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            with contextlib.suppress(OSError):
                fcntl.fcntl(output, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)

    def has_printed(self) -> bool:
        """Whether output waits to be read."""
        return fcntl.ioctl(self.output, termios.FIONREAD, _NO_BYTES) != _NO_BYTES

    def printed(self) -> Iterator[bytes]:
        """Read what was printed, piece by piece, until nothing is left for now."""
        with contextlib.suppress(BlockingIOError):
            while chunk := os.read(self.output, 1 << 16):
                yield chunk

    def cpu_seconds(self) -> float:
        """CPU seconds used so far, from the kernel, without asking the worker."""
        with contextlib.suppress(OSError):
            # The encoding of a process's CPU clock id: clock_getcpuclockid(3), Linux only.
            self._last_cpu = time.clock_gettime((~self.pid << 3) | 2)
        return self._last_cpu

    def queued_seconds(self) -> float:
        """Seconds for which it could have run, but the processor was busy with others."""
        try:
            # Linux's scheduler statistics: time run, time queued, both in ns, and turns taken.
            statistics = Path(f"/proc/{self.pid}/schedstat").read_text(encoding="ascii")
            return int(statistics.split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return 0.0

    def await_end(self, seconds: float) -> None:
        """Wait until the process has ended by itself, at most so long."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline and not self._is_zombie():
            time.sleep(0.001)

    def _is_zombie(self) -> bool:
        try:
            stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return True
        return stat.rpartition(")")[2].split()[0] in ("Z", "X")

    def close(self) -> None:
        """Close this side's descriptors."""
        self.channel.close()
        os.close(self.output)


def stay_on_one_core() -> None:
    """Bind this process to the processor it is on.

    Evaluator and worker take turns; on one core a turn costs half of what waking another core does.
    """
    with contextlib.suppress(OSError, ValueError, AttributeError, IndexError):
        stat = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
        processor = int(stat.rpartition(")")[2].split()[36])
        os.sched_setaffinity(0, {processor})
