"""Worker processes, seen from the evaluator: the zygote that forks them, and one of them."""

import contextlib
import fcntl
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.grading.evaluator.budget import LOOK_SECONDS, Budget
from harness.grading.evaluator.stop import JudgeBrokenError

_LOOK_TIME = struct.pack("ll", 0, int(LOOK_SECONDS * 1_000_000))  # a C timeval
_PIPE_BYTES = 1 << 20
_NO_BYTES = bytes(4)
_PACKAGE = Path(__file__).parent.parent / "worker"
_BOOT = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("worker", sys.argv[1] + "/__init__.py",
    submodule_search_locations=[sys.argv[1]])
sys.modules["worker"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
importlib.import_module("worker.zygote").main(int(sys.argv[2]))
"""
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",  # or 512 MiB of address space allow only a few threads
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "0",  # a verdict must not depend on the order of a set
    "PYTHONIOENCODING": "utf-8:backslashreplace",
    "TZ": "UTC",
}


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

    def __init__(self, pid: int, channel: socket.socket, output: int) -> None:
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


def own_cores() -> list[int]:
    """The processors this process may run on; none where the system does not say."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def stay_on_one_core() -> None:
    """Bind this process to the processor it is on.

    Evaluator and worker take turns; on one core a turn costs half of what waking another core does.
    """
    with contextlib.suppress(OSError, ValueError, AttributeError, IndexError):
        stat = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
        processor = int(stat.rpartition(")")[2].split()[36])
        os.sched_setaffinity(0, {processor})


class WorkerZygote:
    """The warm process that forks workers on request; started early, used later."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-s", "-S", "-B", "-c", _BOOT]
                + [str(_PACKAGE), str(theirs.fileno())],
                env=_ENVIRONMENT,
                cwd=folder,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._control = ours
        self._requests = 0
        self.protections: list[str] = []
        self.broken = False
        """Whether the process is gone, and with it every chance of a verdict."""

    @property
    def pid(self) -> int:
        """The zygote's process id."""
        return self._process.pid

    def fork(self, budget: Budget, cpu_backstop: int) -> Worker:
        """Fork one worker.

        Raises:
            JudgeBrokenError: the zygote is gone.
        """
        channel, theirs = socket.socketpair()
        output, output_theirs = os.pipe()
        limits = {"memory_bytes": budget.memory_mb << 20, "cpu_seconds": cpu_backstop}
        request = {"do": "fork", "limits": limits, "cores": own_cores()}
        try:
            answer = self._ask(request, [theirs.fileno(), output_theirs])
        except BaseException:
            channel.close()
            os.close(output)
            raise
        finally:
            theirs.close()
            os.close(output_theirs)
        self.protections = answer["protections"]
        return Worker(answer["pid"], channel, output)

    def end(self, worker: Worker) -> Ending:
        """Kill a worker with its group and everything it orphaned."""
        worker.close()
        answer = self._ask({"do": "end", "pid": worker.pid}, [])
        return Ending(answer["status"], answer["cpu_seconds"])

    def sweep(self) -> None:
        """Kill every worker: those of a grading that was itself killed."""
        with contextlib.suppress(JudgeBrokenError):
            self._ask({"do": "sweep"}, [])

    def close(self) -> None:
        """End the zygote and with it every worker."""
        self._control.close()
        self._process.kill()
        self._process.wait()

    def _broken(self) -> JudgeBrokenError:
        self.broken = True
        return JudgeBrokenError("the process that runs submissions has ended")

    def _ask(self, request: Mapping[str, Any], descriptors: list[int]) -> dict[str, Any]:
        self._requests += 1
        number = f"{os.getpid()}.{self._requests}"
        message = json.dumps({**request, "id": number}).encode()
        pending = b""
        try:
            socket.send_fds(self._control, [message], descriptors)
        except OSError:
            raise self._broken() from None
        while True:
            try:
                chunk = self._control.recv(1 << 16)
            except OSError:
                chunk = b""
            if not chunk:
                raise self._broken()
            *lines, pending = (pending + chunk).split(b"\n")
            for line in lines:
                answer: dict[str, Any] = json.loads(line)
                if answer["id"] == number:  # or the answer to a grading that was ended midway
                    return answer
