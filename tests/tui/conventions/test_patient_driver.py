"""A terminal's input: everything typed is told, and between keys nothing runs."""

import asyncio
import contextlib
import os
import queue
import signal
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread
from textual.message import Message

from harness.tui.app import HarnessApp
from harness.tui.conventions.patient_driver import PatientDriver
from harness.tui.kit import Kit

PATIENCE_SECONDS = 30


class Keyboard(PatientDriver):
    """A driver that reads from a pipe, and keeps what it would tell its app."""

    def __init__(self) -> None:
        super().__init__(App())
        self.fileno, self._plug = os.pipe()
        self.told: queue.Queue[Message] = queue.Queue()
        self.thread = threading.Thread(target=self.run_input_thread, daemon=True)

    def process_message(self, message: Message) -> None:
        self.told.put(message)

    def type(self, sent: bytes) -> None:
        os.write(self._plug, sent)

    def pull_the_plug(self) -> None:
        os.close(self._plug)

    def keys(self, count: int) -> list[str]:
        """Wait for as many keys."""
        told = [self.told.get(timeout=PATIENCE_SECONDS) for _ in range(count)]
        return [each.key for each in told if isinstance(each, events.Key)]

    def stop(self) -> None:
        self.exit_event.set()
        self.thread.join(PATIENCE_SECONDS)
        assert not self.thread.is_alive()

    async def falls_asleep(self) -> None:
        """Wait until its thread has not run at all for half a second."""
        before, asleep = self._nanoseconds(), 0
        while asleep < 10:
            await asyncio.sleep(0.05)
            now = self._nanoseconds()
            before, asleep = now, asleep + 1 if now == before else 0

    def _nanoseconds(self) -> int:
        figures = Path(f"/proc/self/task/{self.thread.native_id}/schedstat").read_text()
        return int(figures.split()[0])


@pytest.fixture
async def keyboard() -> AsyncIterator[Keyboard]:
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    keyboard = Keyboard()
    keyboard.thread.start()
    yield keyboard
    keyboard.stop()
    for number, handler in handlers.items():
        signal.signal(number, handler)


async def test_keys_and_what_begins_like_them(keyboard: Keyboard) -> None:
    keyboard.type(b"a\x1b[A")
    assert keyboard.keys(2) == ["a", "up"]
    keyboard.type(b"\x1b")
    assert keyboard.keys(1) == ["escape"]  # alone: nothing need follow it for it to be told
    keyboard.type(b"\x1bOP")
    assert keyboard.keys(1) == ["f1"]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (b"\x1ba\x1bv\x1bN", ["alt+a", "alt+v", "alt+shift+n"]),
        (b"\x1b1\x1b.\x1b a", ["alt+1", "alt+full_stop", "alt+space", "a"]),
        ("\x1bä\x1bä".encode(), ["alt+ä", "alt+ä"]),
        (b"\x1bb\x1bf\x1b\rx", ["ctrl+left", "ctrl+right", "enter", "x"]),
        (b"\x1b\x1b[A\x1bOP\x1ba", ["escape", "up", "f1", "alt+a"]),
    ],
)
async def test_keys_with_alt_in_one_burst_are_those_keys_and_type_nothing(
    keyboard: Keyboard, sent: bytes, keys: list[str]
) -> None:
    keyboard.type(sent)
    told = [keyboard.told.get(timeout=PATIENCE_SECONDS) for _ in keys]
    pressed = [each for each in told if isinstance(each, events.Key)]
    assert [each.key for each in pressed] == keys
    typed = [each.character for each in pressed if each.is_printable]
    assert typed == [key for key in keys if len(key) == 1]


async def test_half_a_letter_waits_for_its_other_half(keyboard: Keyboard) -> None:
    keyboard.type("ä".encode()[:1])
    keyboard.type("ä".encode()[1:] + b"\xff!")
    (first, no_letter, last) = (keyboard.told.get(timeout=PATIENCE_SECONDS) for _ in range(3))
    assert isinstance(first, events.Key)
    assert isinstance(no_letter, events.Key)
    assert isinstance(last, events.Key)
    assert (first.character, no_letter.character, last.character) == ("ä", "\ufffd", "!")


async def test_a_long_paste_is_one_message(keyboard: Keyboard) -> None:
    text = "x = 1\n" * 2000
    keyboard.type(b"\x1b[200~" + text.encode() + b"\x1b[201~")
    pasted = keyboard.told.get(timeout=PATIENCE_SECONDS)
    assert isinstance(pasted, events.Paste)
    assert pasted.text == text


async def test_it_sleeps_while_nobody_types(keyboard: Keyboard) -> None:
    keyboard.type(b"a")
    keyboard.keys(1)
    await keyboard.falls_asleep()
    keyboard.type(b"b")
    assert keyboard.keys(1) == ["b"]


async def test_a_terminal_that_has_gone_is_not_asked_again(keyboard: Keyboard) -> None:
    keyboard.pull_the_plug()
    await keyboard.falls_asleep()
    assert keyboard.told.empty()


async def test_writing_to_a_terminal_that_has_gone_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with contextlib.suppress(BrokenPipeError), os.fdopen(writer, "w") as gone:
        monkeypatch.setattr(sys, "__stderr__", gone)
        thread = WriterThread(PatientDriver(App())._file)
        thread.start()

        def write_and_end() -> None:
            for _ in range(2 * MAX_QUEUED_WRITES):
                thread.write("seen by nobody")
            thread.stop()

        ending = threading.Thread(target=write_and_end, daemon=True)
        ending.start()
        ending.join(PATIENCE_SECONDS)
        assert not ending.is_alive()


async def test_reading_can_stop_and_begin_again(keyboard: Keyboard) -> None:
    keyboard.stop()  # as before a person's own editor opens in the same terminal
    keyboard.exit_event.clear()
    keyboard.thread = threading.Thread(target=keyboard.run_input_thread, daemon=True)
    keyboard.thread.start()
    keyboard.type(b"c")
    assert keyboard.keys(1) == ["c"]


async def test_the_app_uses_it_in_a_terminal(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.DRIVER", None)
    assert HarnessApp(kit).driver_class is PatientDriver
    monkeypatch.setattr("textual.constants.DRIVER", "textual.drivers.web_driver:WebDriver")
    assert HarnessApp(kit).driver_class.__name__ == "WebDriver"
