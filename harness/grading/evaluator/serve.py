"""Collect once, fork per submission: the pytest plugin that never returns from the run loop.

One socket carries JSON lines both ways. The grader sends ``{"do": "grade", …}`` and may send
``{"do": "cancel"}`` while a grading runs. The evaluator announces itself with ``ready``, then for
each grading sends one ``test`` event a test, ``protections``, and ``end`` with the fork's status.
"""

import base64
import contextlib
import gc
import os
import random
import select
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

from harness.grading.evaluator.conversation.link import Link
from harness.grading.evaluator.conversation.solution_module import SolutionModule
from harness.grading.evaluator.grader_line import GraderLine
from harness.grading.evaluator.grading import Grading
from harness.grading.evaluator.properties import warm_up
from harness.grading.evaluator.suite.examples import DEFAULT_SEED, Inputs, draw_examples
from harness.grading.evaluator.suite.shelf import Shelf
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.worker import stay_on_one_core
from harness.grading.evaluator.workers.zygote import WorkerZygote
from harness.grading.worker.process import die_with_parent

SCORED_TESTS = "test_hidden"
"""How the names of a level's files begin that hold its scored tests."""


class Server:
    """Holds the collected tests and grades whatever submission is sent."""

    def __init__(
        self,
        grader: GraderLine,
        zygote: WorkerZygote,
        module: SolutionModule,
        *,
        package: Path,
        budget: Budget,
        shelf: Shelf,
    ) -> None:
        self._grader = grader
        self._zygote = zygote
        self._module = module
        self._package = package
        self._budget = budget
        self._shelf = shelf
        self._faults: list[str] = []
        self._items: list[pytest.Item] = []
        self._examples: dict[str, list[bytes]] | None = None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember what could not be collected; that is never the submission's fault."""
        if report.failed:
            lines = str(report.longrepr).strip().splitlines() or ["no reason given"]
            self._faults.append(f"{report.nodeid}: {lines[-1]}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve gradings until the grader closes the socket."""
        self._items = session.items
        self._zygote.describe()
        self._grader.send(
            {
                "event": "ready",
                "tests": [
                    {"id": item.nodeid, "tags": sorted(_tags(item))} for item in session.items
                ],
                "faults": self._faults,
                "protections": self._zygote.protections,
                "missing": self._zygote.missing,
            }
        )
        warm_up()
        self._examples = self._shelf.take(DEFAULT_SEED)
        for item in self._items:
            _ = item.location  # computed once and cached, here instead of in every fork
        gc.collect()
        gc.freeze()
        while (request := self._grader.next()) is not None:
            if request["do"] == "grade":
                self._serve(request)
                self._draw_examples()
        self._zygote.close()
        os._exit(0)  # whoever waits for our end need not wait for the interpreter's farewell

    def _draw_examples(self) -> None:
        """After the first grading, which may be the only one and should not wait for them."""
        if self._examples is None:
            known = self._shelf.take_unchanged(DEFAULT_SEED)
            self._examples = draw_examples(self._items, known)
            self._shelf.put(DEFAULT_SEED, self._examples)
            gc.collect()
            gc.freeze()

    def _serve(self, request: dict[str, Any]) -> None:
        self._zygote.revive()
        ended, ending = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.close(ended)
                die_with_parent()
                os.setpgid(0, 0)
                self._grade(request)
                status = 0
            except BaseException:
                traceback.print_exc()  # into the file that the grader reads when we fail
            finally:
                sys.stderr.flush()
                os._exit(status)
        os.close(ending)
        self._watch(child, ended)
        os.close(ended)
        _, status = os.waitpid(child, 0)
        if status:
            self._zygote.sweep()
        self._grader.send({"event": "end", "status": os.waitstatus_to_exitcode(status)})

    def _watch(self, child: int, ended: int) -> None:
        """Wait until the fork ends; kill it when the grader says so or is gone."""
        while True:
            if not self._grader.waiting:
                ready, _, _ = select.select([ended, self._grader.fileno()], [], [])
                if ended in ready:
                    return
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            if self._grader.next() is None:
                os.waitpid(child, 0)
                self._zygote.close()
                os._exit(0)

    def _grade(self, request: dict[str, Any]) -> None:
        chosen = self._chosen(request)
        stay_on_one_core()
        if request["shuffled"]:
            random.Random(request["seed"]).shuffle(chosen)  # noqa: S311 - an order, not a secret
        source = base64.b64decode(request["source"])
        link = Link(self._zygote, source, self._budget, _show_to_test)
        inputs = Inputs(request["seed"])
        if inputs.seed == DEFAULT_SEED and self._examples is not None:
            inputs = Inputs(DEFAULT_SEED, self._examples)
        grading = Grading(
            link,
            self._module,
            self._package,
            inputs,
            self._grader.send,
            brief=request["brief"],
        )
        chosen[0].config.pluginmanager.register(grading)
        try:
            grading.run(chosen, until_failure=request["until_failure"])
            self._grader.send({"event": "protections", "names": link.protections})
        finally:
            link.close()

    def _chosen(self, request: dict[str, Any]) -> list[pytest.Item]:
        if request["only"]:
            known = {item.nodeid: item for item in self._items}
            return [known[id_] for id_ in request["only"]]
        chosen = [item for level in request["levels"] for item in self._items_of(level)]
        if request["until_failure"]:
            chosen = [item for item in chosen if item.path.name.startswith(SCORED_TESTS)]
        return chosen

    def _items_of(self, level: int) -> list[pytest.Item]:
        return [item for item in self._items if item.nodeid.startswith(f"level_{level}/")]


def _tags(item: pytest.Item) -> set[str]:
    return {str(tag) for mark in item.iter_markers("tags") for tag in mark.args}


def _show_to_test(text: str) -> None:
    """Let ``capsys`` and ``redirect_stdout`` in a test see what the submission printed."""
    print(text, end="")  # noqa: T201 - this process's own stdout leads nowhere
