"""The screens beside toolong and posting: first paint, memory, idle cost, and time to a key.

    .venv/bin/python benchmarks/tui.py [--repeat 5] [--workdir DIR]

Each program runs in a terminal of 120 columns and 40 lines of its own (a pty that this script
plays). toolong and posting are installed from the package index into virtual environments of
their own below ``--workdir``. Time is measured from the start of the process; a screen counts as
painted when words that only its finished screen shows have arrived. Figures of the others are
ratios of ours to theirs, for two runs on one machine compare and two machines do not.
"""

import argparse
import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COLUMNS, LINES = 120, 40
_ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=:]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")

SITTING = """
import sys
from pathlib import Path
from harness.catalog import load_catalog
from harness.session import MODES, Sitting, Store
from harness.tui import run_app

top = Path(sys.argv[1])
catalog = load_catalog()
with Store(top / "sessions.db") as store:
    if sys.argv[2] == "make":
        sitting = Sitting.start(
            store, catalog.problem("key_value_store"), MODES["practice"], top / "work"
        )
        print(sitting.id)
    else:
        run_app(catalog=catalog, store=store, session=sys.argv[2])
"""


class Terminal:
    """A program in a terminal, and all it has written."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, size)
        self.written = b""

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self._descriptor, keys)

    def read(self, seconds: float) -> bytes:
        """Read what comes next, waiting at most so long for the first of it."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._descriptor, 65536)
        except OSError:  # the program has ended
            return b""
        self.written += data
        return data

    def until(self, words: bytes, *, since: int = 0, seconds: float = 60) -> float:
        """Wait for words; return seconds since the start of the process."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.read(0.5)
            if words in _ESCAPES.sub(b"", self.written[since:]):
                return time.perf_counter() - self.started
        raise SystemExit(f"never seen: {words!r}\n{_ESCAPES.sub(b'', self.written)[-2000:]!r}")

    def settle(self, quiet: float = 1.0, seconds: float = 20) -> None:
        """Read until nothing has come for a while."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and self.read(quiet):
            pass

    def key_to_screen(self, key: bytes) -> float:
        """Press a key; return the milliseconds until the first answer."""
        before = time.perf_counter()
        self.press(key)
        while not self.read(2.0):
            pass
        return (time.perf_counter() - before) * 1000

    def megabytes(self) -> float:
        """Resident memory of the program itself."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def processor_seconds(self) -> float:
        """What the program has computed so far; a busy machine stretches this the least."""
        return self._nanoseconds() / 1e9

    def idle(self, seconds: float = 30) -> tuple[float, float]:
        """Return the per cent of a processor and the bytes a second it takes to do nothing."""
        before, written = self.processor_seconds(), len(self.written)
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        used = self.processor_seconds() - before
        return 100 * used / seconds, (len(self.written) - written) / seconds

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._descriptor)

    def _nanoseconds(self) -> int:
        """Of its threads, as the scheduler counts: its ticks are too coarse for who is idle."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads)


@contextmanager
def opened(command: list[str], home: Path) -> Iterator[Terminal]:
    """Run a program in a terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = {**kept, "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    terminal = Terminal(command, environment)
    try:
        yield terminal
    finally:
        terminal.close()


# posting asks for any tree-sitter; 0.26.1 crashes it at its start.
_WITH = {"posting": ["tree-sitter<0.26"]}


def installed(name: str, workdir: Path) -> Path:
    """Install a package into an environment of its own; return the folder of its commands."""
    folder = workdir / name
    if not folder.exists():
        venv.create(folder, with_pip=True)
        pip = [
            str(folder / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "-q",
            name,
            *_WITH.get(name, []),
        ]
        subprocess.run(pip, check=True)
    return folder / "bin"


def measured(command: list[str], words: bytes, home: Path, repeat: int) -> dict[str, float]:
    """First paint (the median), memory and idle cost of a program."""
    paints, processor = [], []
    for _ in range(repeat + 1):  # the first warms the disk's cache
        with opened(command, home) as terminal:
            paints.append(terminal.until(words))
            processor.append(terminal.processor_seconds())
    with opened(command, home) as terminal:
        terminal.until(words)
        terminal.settle()
        cpu, bytes_a_second = terminal.idle()
        memory = terminal.megabytes()
    return {
        "first paint s": round(statistics.median(paints[1:]), 3),
        "processor until then s": round(statistics.median(processor[1:]), 3),
        "memory MB": round(memory, 1),
        "idle % CPU": round(cpu, 2),
        "idle B/s": round(bytes_a_second),
    }


def keys_of(command: list[str], home: Path, solution: Path) -> dict[str, float]:
    """Key to screen at 300 lines, and while a run is in progress."""
    solution.write_text("".join(f"value_{n} = [{n}, 'text', len('{n}')]\n" for n in range(300)))
    with opened(command, home) as terminal:
        terminal.until(b"Statement")
        terminal.press(b"\x1bOR")
        terminal.settle()
        before = terminal.processor_seconds()
        at_rest = sorted(_pressed(terminal, 100))
        computed = terminal.processor_seconds() - before
        sideways = sorted(list(_pressed(terminal, 120, columns=1000))[60:])
        memory = terminal.megabytes()
    solution.write_text("class KeyValueStore:\n    def __init__(self):\n        while True: pass\n")
    with opened(command, home) as terminal:
        terminal.until(b"Statement")
        terminal.press(b"\x1bOR")
        terminal.settle()
        since = len(terminal.written)
        terminal.press(b"\x1b[15~")
        terminal.until(b"running", since=since)
        in_run = sorted(_pressed(terminal, 40))
    return {
        "key to screen at 300 lines ms (median)": round(statistics.median(at_rest), 1),
        "key to screen at 300 lines ms (95 %)": round(at_rest[94], 1),
        "processor for a key at 300 lines ms": round(computed * 10, 1),
        "key in a line that scrolls ms (median)": round(statistics.median(sideways), 1),
        "memory after 220 keys MB": round(memory, 1),
        "key during a run ms (median)": round(statistics.median(in_run), 1),
        "key during a run ms (worst)": round(in_run[-1], 1),
    }


def _pressed(terminal: Terminal, count: int, columns: int = 40) -> Iterator[float]:
    """Type lines of so many columns; milliseconds to the screen for each key, Enter too."""
    for number in range(count):
        letter = b"abcdefgh"[number % 8 : number % 8 + 1]
        yield terminal.key_to_screen(letter if (number + 1) % columns else b"\r")
        terminal.settle(0.05, 0.5)


def main() -> None:
    """Measure all three and print a table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=5, help="how often a start is measured")
    parser.add_argument("--workdir", type=Path, help="where the others are installed and kept")
    parser.add_argument("--json", action="store_true", help="print the facts as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        workdir = args.workdir or home / "others"
        log = home / "some.log"
        log.write_text(
            "".join(f"2026-01-01 00:00:{n % 60:02} line number {n}\n" for n in range(5000))
        )
        tool = [sys.executable, "-c", SITTING, str(home)]
        made = subprocess.run([*tool, "make"], check=True, capture_output=True, text=True)
        ours = [*tool, made.stdout.strip()]
        toolong = [str(installed("toolong", workdir) / "tl"), str(log)]
        posting = [str(installed("posting", workdir) / "posting"), "--collection", str(home)]
        facts = {
            "harness": measured(ours, b"F2 read", home, args.repeat),
            "toolong": measured(toolong, b"line number 4999", home, args.repeat),
            "posting": measured(posting, b"Collection", home, args.repeat),
        }
        facts["harness"] |= keys_of(ours, home, home / "work" / "solution.py")
    if args.json:
        print(json.dumps(facts))
        return
    for name, own in facts["harness"].items():
        ratios = [
            f"{own / facts[other][name]:.2f} x {other}"
            for other in ("toolong", "posting")
            if facts[other].get(name)
        ]
        print(f"{name:42} {own:>8}   {'   '.join(ratios)}")


if __name__ == "__main__":
    main()
