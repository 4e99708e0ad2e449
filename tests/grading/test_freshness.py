"""Which submissions may share one process, and that none carries state from test to test."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.catalog import load_catalog
from harness.grading import TestResult
from harness.grading.worker.freshness import is_provably_fresh

REFERENCES = [
    problem.reference(level.number)
    for problem in load_catalog().problems.values()
    for level in problem.levels
]


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: f"{path.parents[2].name}/{path.stem}")
def test_the_built_in_references_are_provably_fresh(path: Path) -> None:
    assert is_provably_fresh(ast.parse(path.read_text()))


@pytest.mark.parametrize(
    "source",
    [
        "from dataclasses import dataclass, field\n@dataclass\nclass A:\n    x: list = field(default_factory=list)",
        "import functools\n@functools.lru_cache\ndef f(x): return x",
        "from collections import defaultdict\nd = defaultdict(list)\nd['a'].append(1)",
        "class Node:\n    def link(self, other):\n        other.parent = self\n        self.left.up = other",
        "from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n    def f(self): ...",
        "def f(x):\n    match x:\n        case [a, *rest]: return rest\n        case {'k': v, **more}: return more",
        "if __name__ == '__main__':\n    print(1)",
        "try:\n    pass\nexcept ValueError as error:\n    print(error)",
        "from contextlib import suppress\nwith suppress(KeyError): pass",
        "from posixpath import dirname, join\ndef up(path): return dirname(join(path, '..'))",
        "from os.path import normpath",
    ],
)
def test_ordinary_code_shares_a_process(source: str) -> None:
    assert is_provably_fresh(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "import sys",
        "import random",
        "import threading",
        "from decimal import getcontext",
        "from math import *",
        "from collections import _tuplegetter",
        "import collections\ncollections.deque = 1",
        "import collections.abc\ncollections.abc.Mapping.x = 1",
        "from enum import Enum\nEnum.mark = 1",
        "from enum import Enum\ndel Enum.mark",
        "from enum import Enum\nEnum.marks['x'].y = 1",
        "dict.x = 1",
        "type(x).mark = 1",
        "super().mark = 1",
        "globals()['x'] = 1",
        "setattr(int, 'x', 1)",
        "exec('import sys')",
        "eval('1')",
        "open('/tmp/x')",
        "().__class__.__bases__[0].__subclasses__()",
        "def f(): pass\nf.__globals__['x'] = 1",
        "x = __import__('sys')",
        "__builtins__.len = 1",
        "class M(metaclass=type('M', (type,), {})): pass",
        "async def f(): pass",
        "import json as __loader__",
        "import contextlib",
        "from contextlib import redirect_stdout",
        "import posixpath",
        "import os.path",
        "from os.path import os",
        "from posixpath import sys",
        "vars(int)",
        "input()",
        "breakpoint()",
    ],
)
def test_code_that_could_leave_a_trace_does_not(source: str) -> None:
    assert not is_provably_fresh(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        """
        seen = []
        class Thing:
            def count(self):
                seen.append(1)
                return len(seen)
        """,
        """
        class Thing:
            total = 0
            def count(self):
                Thing.total += 1
                return Thing.total
        """,
        """
        import builtins
        class Thing:
            def count(self):
                builtins.seen = getattr(builtins, "seen", 0) + 1
                return builtins.seen
        """,
        """
        import sys
        class Thing:
            def count(self):
                sys.seen = getattr(sys, "seen", 0) + 1
                return sys.seen
        """,
        """
        import threading, time
        class Thing:
            def count(self):
                threading.Thread(target=time.sleep, args=(60,)).start()
                return threading.active_count() - 1
        """,
    ],
)
def test_no_state_is_carried_from_test_to_test(
    ask: Callable[[str, str], dict[str, TestResult]], source: str
) -> None:
    tests = """
        import pytest
        from solution import Thing
        @pytest.mark.parametrize("again", range(5))
        def test_count(again):
            assert Thing().count() == 1
    """
    results = ask(source, tests)
    assert [test.verdict.code for test in results.values()] == ["AC"] * 5
