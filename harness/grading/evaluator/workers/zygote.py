"""The zygote, seen from the evaluator: the warm process that forks confined workers on request."""

import contextlib
import importlib.util
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.grading.evaluator.workers.bait import Bait
from harness.grading.evaluator.workers.bubblewrap import find_bubblewrap, wrapped
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.stop import JudgeBrokenError
from harness.grading.evaluator.workers.worker import Ending, Worker
from harness.grading.processors import own_processors
from harness.grading.worker.protections import BUBBLEWRAP, TURNED_OFF

_PACKAGE = Path(__file__).parents[2] / "worker"
_BOOT = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("worker", sys.argv[1] + "/__init__.py",
    submodule_search_locations=[sys.argv[1]])
sys.modules["worker"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from worker.zygote import json, main
main(int(sys.argv[2]), json.loads(sys.argv[3]))
"""
_MODULES = ("landlockpy", "pyseccomp")
"""What the zygote, which has no packages, is handed one by one."""
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",  # or 512 MiB of address space allow only a few threads
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "0",  # a verdict must not depend on the order of a set
    "PYTHONIOENCODING": "utf-8:backslashreplace",
    "TZ": "UTC",
}


@dataclass(frozen=True)
class HostFile:
    """What workers are to be, where that is not a host of submissions."""

    file: Path
    """A module with ``warm_up()`` and ``serve(line, limits)``."""
    modules: Sequence[str]
    """Top-level modules it needs beyond the standard library."""


class WorkerZygote:
    """The warm process that forks workers on request; started early, used later."""

    def __init__(
        self,
        folder: Path,
        secret: Path,
        without: Collection[str] = (),
        host: HostFile | None = None,
    ) -> None:
        """Start it.

        Args:
            folder: empty and private, to run in.
            secret: a file that no submission may read; layers are tried on it.
            without: layers to leave out.
            host: what workers are to be; by default they host submissions.
        """
        self._folder = folder
        self._host = host
        self._without = list(without)
        self._secret = secret
        self._bait = Bait(secret)
        self._requests = 0
        self.broken = False
        """Whether the process is gone, and with it every chance of a verdict."""
        self.protections: list[str] = []
        """What protects every worker, once ``describe`` has asked."""
        self.missing: dict[str, str] = {}
        """Layers that are not used, and why."""
        program = find_bubblewrap()
        if program is None:
            self.missing[BUBBLEWRAP] = "bwrap is not installed"
        elif BUBBLEWRAP in without:
            self.missing[BUBBLEWRAP] = TURNED_OFF
            program = None
        self._start(program)

    def _start(self, bubblewrap: str | None) -> None:
        ours, theirs = socket.socketpair()
        modules = _module_files(_MODULES)
        extra = _module_files(self._host.modules) if self._host else {}
        grounds = [str(_PACKAGE), *_grounds(modules), *_grounds(extra)]
        configuration: dict[str, Any] = {
            "modules": modules,
            "without": self._without,
            "bait": self._bait.facts,
            "bubblewrapped": bubblewrap is not None,
            "host": None,
        }
        if self._host is not None:
            grounds.append(str(self._host.file))
            configuration["host"] = {
                "file": str(self._host.file),
                "modules": list(extra),
                "paths": sorted({str(Path(each).parent) for each in _grounds(extra)}),
            }
        with theirs:
            command = [sys.executable, "-P", "-s", "-S", "-B", "-c", _BOOT]
            command += [str(_PACKAGE), str(theirs.fileno()), json.dumps(configuration)]
            if bubblewrap is not None:
                command = wrapped(bubblewrap, command, grounds)
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
            self._process = subprocess.Popen(
                command,
                env=_ENVIRONMENT,
                cwd=self._folder,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                start_new_session=True,
            )
        self._control = ours
        self._bubblewrapped = bubblewrap is not None

    def describe(self) -> None:
        """Wait until the zygote has tried its layers, and learn what holds.

        Where bubblewrap cannot start it, it is started without.

        Raises:
            JudgeBrokenError: the zygote is gone.
        """
        try:
            answer = self._ask({"do": "describe"}, [])
        except JudgeBrokenError:
            if not self._bubblewrapped:
                raise
            self.missing[BUBBLEWRAP] = self._last_words() or "bwrap did not start"
            self.broken = False
            self._end_process()
            self._start(None)
            answer = self._ask({"do": "describe"}, [])
        self._bait.take_in()
        self.protections = answer["protections"]
        self.missing.update(answer["missing"])

    def revive(self) -> None:
        """Start it anew where it was killed while nobody asked it anything.

        Raises:
            JudgeBrokenError: the new one is gone as well.
        """
        if self._process.poll() is not None:
            self._end_process()
            self._bait = Bait(self._secret)
            self._start(find_bubblewrap() if self._bubblewrapped else None)
            self.broken = False
            self.describe()

    @property
    def pid(self) -> int:
        """The zygote's process id."""
        return self._process.pid

    def fork(self, budget: Budget, cpu_backstop: int) -> Worker:
        """Fork one worker, and wait until it is confined.

        Raises:
            JudgeBrokenError: the zygote is gone, or the worker cannot be confined.
        """
        channel, theirs = socket.socketpair()
        output, output_theirs = os.pipe()
        limits = {"memory_bytes": budget.memory_mb << 20, "cpu_seconds": cpu_backstop}
        request = {"do": "fork", "limits": limits, "cores": own_processors()}
        try:
            _ask_for_credentials(channel, True)
            answer = self._ask(request, [theirs.fileno(), output_theirs])
            theirs.close()
            pid = _greeted_by(channel) or answer["number"]
            _ask_for_credentials(channel, False)
        except BaseException as error:
            self.broken = self.broken or isinstance(error, JudgeBrokenError)
            channel.close()
            os.close(output)
            raise
        finally:
            theirs.close()
            os.close(output_theirs)
        return Worker(answer["number"], pid, channel, output)

    def end(self, worker: Worker) -> Ending:
        """Kill a worker with its group and everything it orphaned."""
        worker.close()
        answer = self._ask({"do": "end", "number": worker.number}, [])
        return Ending(answer["status"], answer["cpu_seconds"])

    def sweep(self) -> None:
        """Kill every worker: those of a grading that was itself killed."""
        with contextlib.suppress(JudgeBrokenError):
            self._ask({"do": "sweep"}, [])

    def close(self) -> None:
        """End the zygote and with it every worker."""
        self._bait.take_in()
        self._end_process()

    def _end_process(self) -> None:
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()

    def _last_words(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    def _broken(self) -> JudgeBrokenError:
        self.broken = True
        return JudgeBrokenError("the process that runs submissions has ended")

    def _ask(self, request: Mapping[str, Any], descriptors: list[int]) -> dict[str, Any]:
        self._requests += 1
        number = f"{os.getpid()}.{self._requests}"
        message = json.dumps({**request, "id": number}).encode() + b"\n"
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


def _module_files(names: Iterable[str]) -> dict[str, str]:
    """Where modules are installed; one that is not is left out."""
    specs = {name: importlib.util.find_spec(name) for name in names}
    return {name: spec.origin for name, spec in specs.items() if spec and spec.origin}


def _grounds(modules: Mapping[str, str]) -> list[str]:
    """The folders of packages, the files of single modules."""
    return [
        str(Path(file).parent) if Path(file).name == "__init__.py" else file
        for file in modules.values()
    ]


def _ask_for_credentials(channel: socket.socket, wanted: bool) -> None:
    """Have the kernel tell who sent what comes, by a process id that means something here."""
    if sys.platform == "linux":
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, int(wanted))


def _greeted_by(channel: socket.socket) -> int:
    """Wait for a worker's first word; return its process id, or 0 where the kernel does not tell.

    Raises:
        JudgeBrokenError: it ended, because it could not be confined.
    """
    credentials = struct.Struct("3i")
    message, ancillary, _, _ = channel.recvmsg(1, socket.CMSG_SPACE(credentials.size))
    if not message:
        raise JudgeBrokenError("a worker could not be confined")
    if sys.platform == "linux":
        for level, kind, content in ancillary:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS):
                return int(credentials.unpack(content)[0])
    return 0
