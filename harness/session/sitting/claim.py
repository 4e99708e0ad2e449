"""Claim: which window types in a sitting; one at a time, the others look on or take over.

Commands never need it: whoever appends to the log is let in one at a time anyway. What two windows
must not do is write the same ``solution.py``.

A holder keeps a lock on a file of its own for as long as its process lives. The kernel lets go of
it however the process ends, so that a claim left by a crash or a reboot blocks nobody.
"""

import fcntl
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from harness.errors import RefusedError
from harness.session.store import Holder, Store, StoreError


@dataclass
class _Proof:
    """The locked file that shows that a holder lives."""

    path: Path
    descriptor: int


class Claim:
    """The right to type in one sitting, as one window sees it.

    Args:
        store: where all windows meet.
        session: the sitting's id.
    """

    def __init__(self, store: Store, session: str) -> None:
        self._store = store
        self._session = session
        self._token = token_hex(8)
        self._proof: _Proof | None = None

    @property
    def holder(self) -> Holder | None:
        """Who types in the sitting, this window or another; None when nobody alive does."""
        holder = self._store.holder(self._session)
        return holder if holder is not None and self._lives(holder) else None

    @property
    def held(self) -> bool:
        """Whether this window may type: it asked, and nobody has taken over since."""
        if self._proof is None:
            return False
        holder = self._store.holder(self._session)
        return holder is None or holder.token == self._token

    def take(self, who: str, at: int, *, over: bool = False) -> None:
        """Become the one who types.

        Args:
            who: how this window is called, such as ``the screens``.
            at: now, in milliseconds since the Unix epoch.
            over: whether to take over from a window that is alive.

        Raises:
            RefusedError: another window types; the message says which.
        """
        mine = Holder(token=self._token, who=who, pid=os.getpid(), since=at)
        try:
            self._prove()
            while True:
                current = self._store.holder(self._session)
                if current is not None and not over and self._blocks(current):
                    raise RefusedError(
                        f"{current.who} (process {current.pid}) is open on this sitting: "
                        "go on there, look on from here, or take over."
                    )
                if self._store.hand_over(self._session, current, mine):
                    break
        except StoreError:
            return  # nothing can be written there, so no other window can claim it either
        if current is not None and not self._lives(current):
            with suppress(OSError):
                self._file_of(current.token).unlink()

    def release(self) -> None:
        """Let others type; called when the window closes, and harmless at any other time."""
        if self._proof is None:
            return
        with suppress(StoreError):
            holder = self._store.holder(self._session)
            if holder is not None and holder.token == self._token:
                self._store.hand_over(self._session, holder, None)
        with suppress(OSError):
            self._proof.path.unlink()
        os.close(self._proof.descriptor)
        self._proof = None

    def _blocks(self, holder: Holder) -> bool:
        return holder.token != self._token and self._lives(holder)

    def _prove(self) -> None:
        """Lock this window's own file."""
        if self._proof is not None:
            return
        path = self._file_of(self._token)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"{path}: cannot be written ({error.strerror}).") from error
        self._proof = _Proof(path, descriptor)

    def _lives(self, holder: Holder) -> bool:
        if holder.token == self._token:
            return self._proof is not None
        try:
            with self._file_of(holder.token).open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    def _file_of(self, token: str) -> Path:
        return self._store.file.parent / "claims" / f"{token}.lock"
