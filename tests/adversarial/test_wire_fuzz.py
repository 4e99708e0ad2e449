"""The evaluator's side of the wire against a worker that may send anything at all.

A scripted worker answers the link over a real socket pair. Whatever it sends, a request returns a
value or ends in an error of the submission's; nothing else may rise, and nothing may hang.
"""

import contextlib
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from harness.grading.evaluator.conversation.forwarding import StandIn
from harness.grading.evaluator.conversation.link import Link
from harness.grading.evaluator.judgement import Judge
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.stop import SubmissionStopped
from harness.grading.evaluator.workers.worker import Ending, Worker
from harness.grading.evaluator.workers.zygote import WorkerZygote
from harness.grading.worker import wire
from harness.verdict import Verdict

from .conftest import WATCHDOG_SECONDS

FUZZ_SECONDS = 40
BUDGET = Budget(
    cpu_seconds=0.5,
    wall_seconds=2.0,
    idle_seconds=0.2,
    import_seconds=1.0,
    memory_mb=256,
    output_kb=64,
)
LOADED = b'["ok",{"d":["fresh",true,"protections",[]]}]'
PORTRAIT = {"name": "Thing", "methods": ["add"], "special": ["__len__"], "hashable": True}
ERROR = {**PORTRAIT, "module": "solution", "bases": ["ValueError"]}
RECORDED: list[Any] = [
    ["ok", 3],
    ["ok", {"d": ["Thing", {"k": [1, [1, PORTRAIT]]}]}],
    ["ok", {"h": [2, [1, PORTRAIT]]}],
    ["ok", {"t": [1, {"s": ["a", "b"]}, {"i": "ffffffffffffffffffffffff"}, {"x": "nan"}]}],
    ["ok", {"d": ["a", [1, {"D": "1.5"}], {"t": [1]}, {"F": ["3", "4"]}]}],
    ["ok", {"dt": ["2026-01-02T03:04:05", {"tz": [0, 3600, 0]}, 0]}],
    ["ok", {"r": [0, 9, 1]}],
    ["raise", {"lines": [[3, "add"]], "builtin": "KeyError", "args": ["x"], "object": None}],
    [
        "raise",
        {"lines": [], "class": [9, ERROR], "name": "E", "text": "t", "args": [], "object": 4},
    ],
    ["raise", {"memory": True}],
    ["import", {"lines": [[1, "<module>"]], "builtin": "SystemExit", "args": [0]}],
    ["import", {"lines": [], "syntax": [1, "bad", "x ="], "builtin": "SyntaxError", "args": []}],
    ["large", "6,000,000 bytes"],
    ["callback", 0, [1], {"key": "value"}],
]
"""True replies, as a worker sends them, to be mutated."""


class ScriptedWorker:
    """Stands where the zygote would be; its one worker sends prepared bytes."""

    def __init__(self, script: bytes) -> None:
        self.protections: list[str] = []
        self.broken = False
        self._script = script
        self._open: list[int] = []

    def fork(self, budget: Budget, cpu_backstop: int) -> Worker:
        """Make a worker that has said all it will ever say."""
        ours, theirs = socket.socketpair()
        output, writer = os.pipe()
        theirs.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            theirs.sendall(struct.pack("!I", len(LOADED)) + LOADED + self._script)
        theirs.shutdown(socket.SHUT_WR)
        self._open += [theirs.detach(), writer]
        return Worker(1, os.getpid(), ours, output)

    def end(self, worker: Worker) -> Ending:
        """Forget it."""
        worker.close()
        for descriptor in self._open:
            os.close(descriptor)
        self._open.clear()
        return Ending(0, 0.0)


@contextlib.contextmanager
def watchdog() -> Iterator[None]:
    """End a hung test by an alarm."""

    def bark(*_: object) -> None:
        pytest.fail("the evaluator hung")

    held = signal.signal(signal.SIGALRM, bark)
    signal.alarm(int(WATCHDOG_SECONDS))
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, held)


def converse(script: bytes) -> None:
    """Import a submission, call it as a test would, and judge what came."""
    zygote = ScriptedWorker(script)
    link = Link(cast(WorkerZygote, zygote), b"", BUDGET, lambda _: None)
    judge = Judge(link, Path("/nowhere"))
    with contextlib.suppress(SubmissionStopped):
        names = link.import_solution(["Thing"])
        assert type(names) is dict
        link.begin_test()
        for args in ([1, 2], [lambda *_, **__: 5], ["x" * 10]):
            error: BaseException | None = None
            try:
                use(link.request("call", "Thing", "add", args))
            except BaseException as raised:
                error = raised
            judgement = judge.judge(error)
            assert judgement.verdict is not Verdict.INTERNAL_ERROR, (judgement, error)
            known = (
                error is None or isinstance(error, SubmissionStopped) or id(error) in link.raised
            )
            assert known or isinstance(error, TypeError | ValueError), repr(error)
        json.dumps(link.transcript.in_words())
    link.close()


def use(value: Any) -> None:
    """What a test does with a value."""
    repr(value)
    if isinstance(value, StandIn):
        assert not value == 3  # type: ignore[comparison-overlap]  # noqa: SIM201 - what a test asks
        with contextlib.suppress(TypeError):
            hash(value)


def framed(body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + body


def packed(tree: Any) -> bytes:
    return framed(json.dumps(tree).encode())


keys = st.sampled_from(
    """i x b ba t s f d D F c r dt da tm td tz h k n cb lines builtin class name text args object
    memory syntax methods special hashable module bases""".split()
)
words = st.sampled_from(
    """ok raise import large callback ValueError KeyError SystemExit KeyboardInterrupt eval
    BaseExceptionGroup UnicodeDecodeError solution json.decoder JSONDecodeError __eq__ __repr__
    __hash__ __iter__ nan ff""".split()
)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-3, 99)
    | st.integers()
    | st.floats()
    | words
    | st.text(st.characters(exclude_categories=()), max_size=4)
)
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys | words, inner, max_size=4),
    max_leaves=14,
)


def paths(tree: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a tree."""
    found = [so_far]
    if isinstance(tree, dict):
        for key in tree:
            found += paths(tree[key], (*so_far, key))
    elif isinstance(tree, list):
        for index in range(len(tree)):
            found += paths(tree[index], (*so_far, index))
    return found


def replaced(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value in one place."""
    if not path:
        return value
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[path[0]] = replaced(tree[path[0]], path[1:], value)
    return copy


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A true reply with up to three places changed, and sometimes bytes changed too."""
    tree = draw(st.sampled_from(RECORDED))
    for _ in range(draw(st.integers(0, 3))):
        tree = replaced(tree, draw(st.sampled_from(paths(tree))), draw(trees))
    data = packed(tree)
    if draw(st.booleans()):
        return data
    at = draw(st.integers(0, len(data) - 1))
    return data[:at] + draw(st.binary(max_size=4)) + data[at + draw(st.integers(0, 2)) :]


frames = mutated() | mutated() | trees.map(packed) | st.binary(max_size=40).map(framed)
scripts = st.lists(frames, min_size=1, max_size=5).map(b"".join) | st.binary(max_size=60)
FUZZ = settings(suppress_health_check=list(HealthCheck), database=None)


@settings(FUZZ, max_examples=150, derandomize=True)
@example(packed(RECORDED[1]) + b"\xff" * 4)  # a frame, and at once the header of one too large
@given(scripts)
def test_nothing_a_worker_sends_ends_the_evaluator(script: bytes) -> None:
    with watchdog():
        converse(script)


@settings(FUZZ, max_examples=150, derandomize=True)
@given(st.lists(mutated(), min_size=2, max_size=5))
def test_nor_when_the_import_went_well(replies: list[bytes]) -> None:
    with watchdog():
        converse(packed(RECORDED[1]) + b"".join(replies))


@pytest.mark.slow
@settings(FUZZ, max_examples=5_000)
@given(scripts, st.booleans())
def test_nor_in_a_long_run(script: bytes, imported: bool) -> None:
    with watchdog():
        converse((packed(RECORDED[1]) if imported else b"") + script)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="no build of atheris for this platform")
def test_nor_what_a_search_for_new_branches_finds(tmp_path: Path) -> None:
    """The same property, with bytes that libFuzzer steers by the coverage of the evaluator."""
    finished = subprocess.run(
        [sys.executable, "-m", "tests.adversarial.fuzz_wire", f"-max_total_time={FUZZ_SECONDS}"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=20 * FUZZ_SECONDS,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout[-2000:] + finished.stderr[-4000:]
    done = re.search(r"Done (\d+) runs", finished.stderr)
    assert done, finished.stderr[-2000:]
    assert int(done[1]) > 100


@pytest.mark.parametrize("reply", RECORDED, ids=lambda reply: json.dumps(reply)[:40])
def test_true_replies_are_understood(reply: Any) -> None:
    with watchdog():
        converse(packed(RECORDED[1]) + packed(reply) + packed(["ok", 3]) * 3)


def test_a_conversation_can_fail() -> None:
    """The fuzz would see an error that is not the submission's."""
    link = Link(cast(WorkerZygote, ScriptedWorker(b"")), b"", BUDGET, lambda _: None)
    judge = Judge(link, Path("/nowhere"))
    assert judge.judge(NameError("x")).verdict is Verdict.INTERNAL_ERROR


@settings(FUZZ, max_examples=300, derandomize=True)
@given(st.lists(st.binary(max_size=30), max_size=6))
def test_frames_come_out_as_they_went_in(bodies: list[bytes]) -> None:
    sent = b"".join(map(framed, bodies))
    for step in (1, 3, len(sent) or 1):
        buffer, came = bytearray(), []
        for at in range(0, len(sent), step):
            buffer += sent[at : at + step]
            while (body := wire.next_frame(buffer)) is not None:
                came.append(body)
        assert came == bodies
