"""The evaluator's process: started ahead, told its problem later, heard line by line.

Apart from the grader, and free of its imports, so that a command can start it first of all and
have pytest imported while it reads the problem itself.
"""

import contextlib
import json
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from typing import Any

from harness.closing import Closing
from harness.grading.private_folder import PrivateFolder

_SCRUBBED = ("PYTEST_", "PYTHON", "HYPOTHESIS_")


class EvaluatorFaultError(Exception):
    """What went wrong on the trusted side, in a line."""


class EvaluatorProcess(Closing):
    """A process that imports pytest and waits for its configuration; a context manager."""

    def __init__(
        self,
        module: str = "harness.grading.evaluator",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start it.

        Args:
            module: what it runs; anything else speaks the same way, and holds tests too.
            environment: variables beside those of any such process.
        """
        self._pending = b""
        self._needed = False
        with contextlib.ExitStack() as begun:  # let go of where the start fails or is interrupted
            self._own_folder = begun.enter_context(PrivateFolder())
            self._errors = begun.enter_context(tempfile.TemporaryFile())
            self._control, theirs = socket.socketpair()
            begun.enter_context(self._control)
            with theirs:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", module, str(theirs.fileno())],
                    cwd=self.folder,
                    env={**trusted_environment(), **(environment or {})},
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=self._errors,
                    start_new_session=True,
                )
            begun.pop_all()

    @property
    def folder(self) -> str:
        """Empty and private; removed in the end."""
        return str(self._own_folder.path)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.poll() is not None

    def tell(self, message: dict[str, Any]) -> None:
        """Send one line.

        Raises:
            EvaluatorFaultError: the process has ended.
        """
        self._needed = True
        try:
            self._control.sendall(json.dumps(message).encode() + b"\n")
        except OSError:
            raise self._ended() from None

    def next_event(self, patience: float) -> dict[str, Any]:
        """Read one line; wait at most ``patience`` seconds for it.

        Raises:
            EvaluatorFaultError: the process has ended, or said nothing for so long.
        """
        while b"\n" not in self._pending:
            try:
                ready, _, _ = select.select([self._control], [], [], patience)
                chunk = self._control.recv(1 << 16) if ready else None
            except (OSError, ValueError):
                chunk = b""
            if chunk is None:
                raise EvaluatorFaultError("The tests of this problem did not come to an end.")
            if not chunk:
                raise self._ended()
            self._pending += chunk
        line, _, self._pending = self._pending.partition(b"\n")
        try:
            event: dict[str, Any] = storable(json.loads(line))
        except ValueError:  # cut short: its writer was ended in the middle of it
            raise EvaluatorFaultError("The judge ended in the middle of a word.") from None
        return event

    def last_words(self) -> str:
        """The last line the process wrote to stderr, as a sentence, or ``""``."""
        if self._errors.closed:
            return ""
        self._errors.seek(0, os.SEEK_SET)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f" It said: {lines[-1]}" if lines else ""

    def close(self) -> None:
        """End the process with all that it started, and remove its folder."""
        with contextlib.suppress(OSError):
            # It ends its own processes when it reads the end; a close alone would not be seen
            # while another thread waits for an event here.
            self._control.shutdown(socket.SHUT_RDWR)
        self._control.close()
        if not self._needed:
            self._process.kill()  # it has started nothing of its own yet
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()
        self._own_folder.close()

    def _ended(self) -> EvaluatorFaultError:
        return EvaluatorFaultError(f"The judge has ended.{self.last_words()}")


def trusted_environment() -> dict[str, str]:
    """Our variables without what would make pytest or Python load something from elsewhere."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(_SCRUBBED)
    }
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    return environment


def storable(value: Any) -> Any:
    """The same without lone surrogates, which a submission can print but UTF-8 cannot hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {key: storable(item) for key, item in value.items()}
    return value
