"""Whether layers hold, found out by trying to break them in a process that wears them.

Never by version or by the presence of a library: a layer that is there and does nothing looks the
same as one that works until somebody tries. The evaluator puts out a bait (a file, sockets that
listen, itself) and a forked process goes for it.
"""

import _thread
import contextlib
import json
import os
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .errand import done_apart
from .protections import (
    FILES_CONFINED,
    NO_NETWORK,
    NO_PROCESSES,
    NO_SIGNALS,
    NOTHING_WRITTEN,
)

_SECONDS = 5.0


@dataclass(frozen=True)
class Bait:
    """What a confined process must not reach."""

    file: str
    """Hidden tests of the problem."""
    pid: int
    """A process of the grader."""
    tcp: int | None
    """A port that listens on the loopback; None where none could be had, here and below."""
    udp: int | None
    unix: str | None
    """An abstract address that receives datagrams."""


class TrialFailedError(Exception):
    """A process that wears these layers cannot do what every worker must."""


def effects_of(wear: Iterable[Callable[[], None]], bait: Bait) -> set[str]:
    """Fork a process, let it put the layers on and go for the bait; return what was denied to it.

    Raises:
        TrialFailedError: the layers could not be put on, or the process is of no use in them.
    """

    def try_all() -> str:
        try:
            for put_on in wear:
                put_on()
            _work_as_ever()
        except Exception as error:
            return json.dumps({"failed": str(error) or type(error).__name__})
        return json.dumps({"held": [effect for effect in _ATTEMPTS if _denied(effect, bait)]})

    answer = json.loads(done_apart(try_all) or '{"failed": "the process that tried it died"}')
    if "failed" in answer:
        raise TrialFailedError(answer["failed"])
    return set(answer["held"])


def _work_as_ever() -> None:
    """Do what every worker must be able to."""
    Path(os.__file__).read_bytes()
    list(Path(json.__file__).parent.iterdir())
    os.close(os.open(os.devnull, os.O_RDONLY))
    done = _thread.allocate_lock()
    done.acquire()
    _thread.start_new_thread(done.release, ())
    if not done.acquire(timeout=_SECONDS):
        raise OSError("a thread did not run")
    time.sleep(0)


def _denied(effect: str, bait: Bait) -> bool:
    return not any(_succeeds(attempt, bait) for attempt in _ATTEMPTS[effect])


def _succeeds(attempt: Callable[[Bait], None], bait: Bait) -> bool:
    try:
        attempt(bait)
    except OSError:
        return False
    return True


# --- attempts: each raises OSError when it is denied -------------------------------------------


def _read(bait: Bait) -> None:
    os.close(os.open(bait.file, os.O_RDONLY))


def _list(bait: Bait) -> None:
    """See the file in its folder; the folder itself may be there for something else's sake."""
    if Path(bait.file) not in Path(bait.file).parent.iterdir():
        raise FileNotFoundError


def _write(_: Bait) -> None:
    for folder in _writable_folders():
        path = Path(folder, f".harness-trial-{os.getpid()}")
        with contextlib.suppress(OSError):
            path.touch()
            path.unlink()
            return
    raise PermissionError("nowhere")


def _writable_folders() -> Iterator[str]:
    yield from (os.curdir, "/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - to find them shut


def _connect(bait: Bait) -> None:
    if bait.tcp is None:
        raise ConnectionRefusedError
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as line:
        line.connect(("127.0.0.1", bait.tcp))


def _send_datagram(bait: Bait) -> None:
    """The loopback of another network namespace takes a datagram, and then says: refused."""
    if bait.udp is None:
        raise ConnectionRefusedError
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.connect(("127.0.0.1", bait.udp))
        line.send(b"bait")
        with contextlib.suppress(BlockingIOError):
            line.recv(1, socket.MSG_DONTWAIT)


def _send_locally(bait: Bait) -> None:
    if bait.unix is None:
        raise ConnectionRefusedError
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect("\0" + bait.unix)


def _fork(_: Bait) -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _execute(_: Bait) -> None:
    """Become another program; that there is no such program must not even be said."""
    try:
        os.execv("/harness-trial", ["harness-trial"])  # noqa: S606 - no shell is wanted
    except FileNotFoundError:
        return


def _signal(bait: Bait) -> None:
    os.kill(bait.pid, 0)


_ATTEMPTS: dict[str, tuple[Callable[[Bait], None], ...]] = {
    FILES_CONFINED: (_read, _list),
    NOTHING_WRITTEN: (_write,),
    NO_NETWORK: (_connect, _send_datagram, _send_locally),
    NO_PROCESSES: (_fork, _execute),
    NO_SIGNALS: (_signal,),
}
