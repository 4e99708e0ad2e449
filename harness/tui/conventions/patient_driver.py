"""PatientDriver: Textual's driver of a terminal, asleep until somebody types."""

import contextlib
import os
import select
import time
from codecs import getincrementaldecoder
from collections.abc import Iterable
from threading import Event
from typing import Any

from textual import constants, events
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key
from textual.message import Message

# Not in Textual's documentation, and the only part of it that reads what a terminal sends.
from textual._xterm_parser import XTermParser  # isort: skip

_BEGIN_LONGER = "[O"
"""What follows Escape where a terminal tells of other keys, the mouse, or itself."""
_OTHER = {"b": "ctrl+left", "f": "ctrl+right", "\r": "enter"}
"""What Alt makes other keys of: a word back or on, as macOS sends it; Enter stays Enter."""
_READ_BYTES = 4096
_LOOK_SECONDS = 0.05
"""How often to look whether what follows Escape is late; the wait for it is Textual's."""


class PatientDriver(LinuxDriver):
    """Waits for input without looking, and goes on only from where it was stopped.

    Textual's own thread wakes ten times a second to see whether an Escape was a key or began a
    sequence, which would be a third of what an idle sitting costs. It can only be so for a moment
    after a read.

    And Textual takes every SIGCONT for the end of a Ctrl+Z, and starts threads beside those that
    run. A terminal that closes sends one too, and no program ends before all its threads do.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what Textual's driver takes."""
        super().__init__(*args, **options)
        self._stopped = _HeardEvent()
        self.exit_event = self._stopped
        self._file: Any = _Outlet(self._file)
        self._runs = False

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._runs = True

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._runs = False
        super().stop_application_mode()

    def _sigcont_application(self, *arguments: Any) -> None:
        if not self._must_signal_resume:  # Ctrl+Z has not stopped it
            if not self._runs or not os.isatty(self.fileno):
                return
            self.suspend_application_mode()
            self._must_signal_resume = True  # who comes back has left other things on the screen
        super()._sigcont_application(*arguments)

    def run_input_thread(self) -> None:
        """Tell of what is typed until the driver stops reading."""
        parser = _KeyParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        watched = [self.fileno, self._stopped.fileno()]
        undecided_until, patience = 0.0, None
        while not self._stopped.is_set():
            readable, _, _ = select.select(watched, [], [], patience)
            if self.fileno in readable:
                read = self._read()
                if not read:
                    watched.remove(self.fileno)  # it would be ready for ever
                elif text := decode(read):  # half a letter is none yet
                    self._tell(parser.feed(text))
                undecided_until = time.monotonic() + 2 * constants.ESCAPE_DELAY
            looked_at = time.monotonic()  # before the look, or one too early might be the last
            self._tell(parser.tick())
            patience = _LOOK_SECONDS if looked_at < undecided_until else None

    def _read(self) -> bytes:
        """What is there; nothing where the terminal has gone."""
        with contextlib.suppress(OSError):
            return os.read(self.fileno, _READ_BYTES)
        return b""

    def _tell(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


class _KeyParser(XTermParser):
    """Takes Escape and a character for a key pressed with Alt as soon as both are there.

    Textual's own waits for what may follow, and when that is the next key with Alt, it types all of
    it into the editor: ``^`` and the letter. Digits and signs it types in any case.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        escape, character = sequence[:-1], sequence[-1:]
        if escape == "\x1b" and character in _OTHER:
            return [events.Key(_OTHER[character], None)]
        if escape != "\x1b" or not character.isprintable() or character in _BEGIN_LONGER:
            return super()._sequence_to_key_events(sequence, alt)
        name = character.lower() if character.isalnum() else _character_to_key(character)
        shift = "shift+" if character.isupper() else ""
        return [events.Key(f"alt+{shift}{KEY_NAME_REPLACEMENTS.get(name, name)}", None)]


class _Outlet:
    """Where a terminal is written to; once it has gone, what is written is lost.

    Textual's thread would end at the first error, and whoever writes more, or ends, wait for it.
    """

    def __init__(self, file: Any) -> None:
        self._file = file

    def fileno(self) -> int:
        """The terminal's descriptor."""
        number: int = self._file.fileno()
        return number

    def write(self, text: str) -> None:
        """Write, if there is anybody to see it."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Let it be seen, if there is anybody."""
        with contextlib.suppress(OSError):
            self._file.flush()


class _HeardEvent(Event):
    """An event that also wakes who waits for a file to become readable."""

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._mouth = os.pipe()

    def fileno(self) -> int:
        """The file that is readable once the event is set, until it is cleared."""
        return self._ear

    def set(self) -> None:
        """Set it, and wake whoever waits."""
        if not self.is_set():
            os.write(self._mouth, b".")
        super().set()

    def clear(self) -> None:
        """Take it back."""
        if self.is_set():
            os.read(self._ear, 1)
        super().clear()
