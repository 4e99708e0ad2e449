"""Collect once, fork per dry run: the pytest plugin that never returns from the run loop."""

import base64
import contextlib
import functools
import gc
import itertools
import os
import resource
import signal
import sys
import traceback
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from _pytest.assertion import util as assertion_util
from _pytest.runner import runtestprotocol

from harness.authoring.dry.bare import bare_functions, call_bare
from harness.authoring.dry.reach import ReachMeter
from harness.authoring.dry.rest import Rest
from harness.authoring.dry.solution import DryModule, strange_answers
from harness.authoring.dry.worldly import holds_world, is_worldly
from harness.grading.evaluator.grader_line import GraderLine
from harness.grading.evaluator.suite.examples import Inputs, draw_examples, is_property
from harness.grading.evaluator.suite.shelf import Shelf
from harness.grading.worker.process import die_with_parent

_BACKSTOP_SECONDS = 60
"""CPU seconds of a whole run after which the kernel ends it."""


class _TooSlow(BaseException):
    """A test has used the time it may; no test may take this for an answer."""


class _Enough(BaseException):
    """A property was tried on as many examples as were asked for."""


class DryServer:
    """Holds the collected tests and runs them against whatever program is sent."""

    def __init__(self, line: GraderLine, module: DryModule, configuration: dict[str, Any]) -> None:
        self._line = line
        self._module = module
        self._package: str = configuration["package"]
        self._folder: str = configuration["folder"]
        self._shelf = Shelf(Path(configuration["cache"]), Path(configuration["package"]))
        self._memory_bytes: int = configuration["memory_mb"] << 20
        self._items: dict[str, pytest.Item] = {}
        self._drawn: dict[int, dict[str, list[bytes]]] = {}
        """By seed, and then by test."""
        self._bare: frozenset[str] = frozenset()
        self._failed = False
        self._slow = False
        self._collected = True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be collected leaves nothing to run: the grader says why."""
        self._collected = self._collected and not report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve runs until the line is closed."""
        self._items = {item.nodeid: item for item in session.items}
        modules = {id(item.module): item.module for item in _functions(session.items)}
        self._module.find_places(modules.values())
        tests = list(self._items) if self._collected else []
        properties = [id_ for id_ in tests if is_property(getattr(self._items[id_], "obj", None))]
        self._line.send({"event": "ready", "tests": tests, "properties": properties})
        self._bare = bare_functions(session)
        while (request := self._line.next()) is not None:
            self._serve(request)
        os._exit(0)

    def _draw(self, seed: int) -> None:
        """Once for all runs, and here instead of in the fork of one of them."""
        if seed not in self._drawn:
            kept = self._shelf.take(seed)
            if kept is None:
                known = self._shelf.take_unchanged(seed)
                kept = draw_examples(self._items.values(), known, seed)
                self._shelf.put(seed, kept)
            self._drawn[seed] = kept
            gc.collect()
            gc.freeze()

    def _serve(self, request: dict[str, Any]) -> None:
        self._draw(request["seed"])
        source = base64.b64decode(request["source"])
        with contextlib.suppress(Exception):  # the fork will raise it again, and end
            _compiled(source)  # here instead of in every fork: the next run is often of the same
        if request["settle"]:
            _ = self._worldly  # found out here instead of in every fork
        child = os.fork()
        if child == 0:
            status = 1
            try:
                die_with_parent()
                self._line.send(self._run(request, source))
                status = 0
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(status)
        _, status = os.waitpid(child, 0)
        self._line.send({"event": "end", "status": status})

    def _run(self, request: dict[str, Any], source: bytes) -> dict[str, Any]:
        gc.disable()  # the process is short
        self._limit()
        if not request["reach"]:
            return self._outcome(request, source, _compiled(source))
        meter = ReachMeter(source, self._folder)
        code = meter.code
        with meter.watching():
            outcome = self._outcome(request, source, code)
        return {**outcome, "reach": meter.told()}

    def _outcome(
        self, request: dict[str, Any], source: bytes, code: types.CodeType
    ) -> dict[str, Any]:
        items = [self._items[id_] for id_ in request["tests"]]
        inputs = Inputs(request["seed"], self._drawn[request["seed"]])
        assertion_util._reprcompare = lambda *_: None  # nobody will read a difference
        outcome: dict[str, Any] = {"event": "outcome"}
        outcome.update(failed=[], slow=[], strange=[], settled=[])
        rest = self._rest(code, source) if request["settle"] else None
        calm = rest is not None and rest.undisturbed()
        granted = frozenset(request["granted"])
        for item, following in zip(items, [*items[1:], None], strict=True):
            if calm and item.nodeid in granted:
                outcome["settled"].append(item.nodeid)
                continue
            strange_answers.clear()
            self._run_item(item, following, inputs, code, request)
            if strange_answers:
                outcome["strange"].append(item.nodeid)
            if rest is not None:
                was_calm, calm = calm, rest.undisturbed()
                alone = not strange_answers and self._stands_alone(item, inputs)
                if was_calm and calm and alone:
                    outcome["settled"].append(item.nodeid)
            if self._slow or self._failed:
                outcome["slow" if self._slow else "failed"].append(item.nodeid)
                if request["until_failure"] or len(outcome["slow"]) == request["most_slow"]:
                    break
        return outcome

    def _rest(self, code: types.CodeType, source: bytes) -> Rest | None:
        """Take note of everything before any test has run; None where that cannot be done."""
        own = [each for each in sys.modules.values() if _is_within(self._package, each)]
        if self._worldly or is_worldly(source):
            return None
        try:
            self._module.execute(code)
        except BaseException:
            return None  # every test will tell
        if holds_world([*own, *self._module.programs()]):
            return None
        return Rest(own, self._module)

    @functools.cached_property
    def _worldly(self) -> bool:
        """Whether anything of the problem's own asks for more than its tests and programs hold."""
        own = [each for each in sys.modules.values() if _is_within(self._package, each)]
        return any(is_worldly(Path(str(each.__file__)).read_bytes()) for each in own)

    def _stands_alone(self, item: pytest.Item, inputs: Inputs) -> bool:
        """Whether what a test does follows from itself, the program and the seed."""
        if item.nodeid not in self._bare:
            return False
        return item.nodeid in inputs.drawn or not is_property(getattr(item, "obj", None))

    def _limit(self) -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (_BACKSTOP_SECONDS, _BACKSTOP_SECONDS))
        with contextlib.suppress(OSError, ValueError):
            size = _address_space() + self._memory_bytes
            resource.setrlimit(resource.RLIMIT_AS, (size, size))

        def too_slow(*_: object) -> None:
            self._slow = True
            raise _TooSlow

        signal.signal(signal.SIGPROF, too_slow)

    def _run_item(
        self,
        item: pytest.Item,
        following: pytest.Item | None,
        inputs: Inputs,
        code: types.CodeType,
        request: dict[str, Any],
    ) -> None:
        self._failed = self._slow = False
        searching = getattr(item, "obj", None)
        if isinstance(item, pytest.Function):
            item._initrequest()  # what pytest itself does before an item's first run
            replay = inputs.replay(item)
            if replay is not None:
                item.obj = replay
            elif is_property(searching):
                item.obj = _searching(searching, inputs.seed, request["examples"])
        slow_seconds = request["slow_seconds"]
        try:
            signal.setitimer(signal.ITIMER_PROF, slow_seconds, slow_seconds)
            self._module.execute(code)
            if item.nodeid in self._bare:
                call_bare(item)
            else:
                runtestprotocol(item, log=False, nextitem=following)
        except _TooSlow:
            self._slow = True
        except BaseException:
            self._failed = True  # the program itself; nothing is known of the test
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        if isinstance(item, pytest.Function):
            item.obj = searching

    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Take note of the outcome; a formatted traceback, costly to make, is not needed."""
        outcome: Any = "passed"
        if call.excinfo is not None:
            outcome = "failed"
            self._failed = True
        when: Any = call.when
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)


@functools.lru_cache(maxsize=1)
def _compiled(source: bytes) -> types.CodeType:
    return compile(source, "solution.py", "exec")


def _searching(function: Any, seed: int, most_examples: int) -> Callable[[], None]:
    """What tries a property on the first examples that Hypothesis draws from a seed."""
    import hypothesis

    handle = function.hypothesis
    test, tried = handle.inner_test, itertools.count(1)

    @functools.wraps(test)
    def count(*args: Any, **kwargs: Any) -> None:
        if next(tried) > most_examples:
            raise _Enough
        test(*args, **kwargs)

    def search() -> None:
        handle.inner_test = count
        try:
            hypothesis.seed(seed)(getattr(function, "__func__", function))
            function()
        except _Enough:
            return
        finally:
            handle.inner_test = test

    return search


def _is_within(package: str, module: types.ModuleType) -> bool:
    return str(getattr(module, "__file__", None) or "").startswith(f"{package}{os.sep}")


def _functions(items: Sequence[pytest.Item]) -> list[pytest.Function]:
    return [item for item in items if isinstance(item, pytest.Function)]


def _address_space() -> int:
    """Bytes this process has mapped; 0 where the system does not say, and no limit is set.

    Raises:
        OSError: it does not say.
    """
    # Bytes, for an encoding would be imported in every fork.
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - in every fork
        return int(file.read().split()[0]) * resource.getpagesize()
