"""Which submissions may share one process, and that none carries state from test to test."""

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from harness.catalog import load_catalog
from harness.grading import TestResult
from harness.grading.worker.freshness import (
    STATELESS_MODULES,
    is_provably_fresh,
    what_it_takes,
)
from harness.grading.worker.library import Library

REFERENCES = [
    problem.reference(level.number)
    for problem in load_catalog().problems.values()
    for level in problem.levels
]


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: f"{path.parents[2].name}/{path.stem}")
def test_the_built_in_references_are_provably_fresh(path: Path) -> None:
    assert is_provably_fresh(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: f"{path.parents[2].name}/{path.stem}")
def test_executing_a_reference_changes_nothing_of_the_library(path: Path) -> None:
    source = path.read_text()
    taken = what_it_takes(ast.parse(source))
    assert taken is not None
    library = Library(taken)
    exec(compile(source, "solution.py", "exec"), {"__name__": "solution"})
    assert not library.has_changed()


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
        "import datetime\nnow = datetime.datetime.min",
        "import collections.abc\nimport collections\nx = collections.abc.Mapping, collections.deque()",
        "import urllib.parse as parse\nparse.quote('x')",
        "from html import parser\nclass P(parser.HTMLParser): pass",
        "def f():\n    import json\n    return json.dumps(1)",
        "def f(x): return type(x) is int, type(x) == type(3), type(x) in (int, str), type(x).__name__",
        "def f(x): return isinstance(x, type)",
        "from abc import ABCMeta\nclass A(metaclass=ABCMeta): pass",
        "def f(p):\n    match p:\n        case Point(x, y=0): return x\nclass Point: pass",
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
        "from dataclasses import builtins as b\nb.exec('import sys')",
        "from enum import bltns",
        "import enum\nenum.sys.modules['x'] = 1",
        "def f(): copy.copyreg.dispatch_table['x'] = 1\nimport copy",
        "import collections\ncollections._sys.setrecursionlimit(9)",
        "import urllib.parse\nurllib.request",
        "from json import tool",
        "import json as self\nself.x = 1",
        "import json\nx = json\nx.y = 1",
        "import json\ndef f(m): m.y = 1\nf(json)",
        "import json\nimport re as json",
        "import collections.abc\nx = [collections.abc]",
        "from collections import abc\nx = abc",
        "from enum import Enum\nfrom operator import methodcaller\nmethodcaller('__setattr__', 'x', 1)(Enum)",
        "import operator\ndef f(): pass\noperator.attrgetter('__globals__')(f)['x'] = 1",
        "def g(): yield\ng().gi_frame.f_builtins['x'] = 1",
        "def f(x):\n    match x:\n        case object(__class__=c): return c",
        "type('A', (), {'__annotations__': {}})",
        "t = type",
        "t = type(1)",
        "def f(x): return type(x) == Kept()\nclass Kept: pass",
        "from abc import ABCMeta\nABCMeta('A', (), {'__annotations__': {}})",
        "from dataclasses import field\nkept = field()",
        "from dataclasses import dataclass, field\nL = []\nclass A:\n    a: int = field()\n    L.append(a)",
        "from dataclasses import fields",
        "from functools import singledispatch",
        "from enum import IntEnum\nIntEnum._convert_('A', 'builtins', len)",
        "from typing import ABCMeta",
        "from typing import Type, get_origin\nget_origin(Type[int])",
        "from typing import Type\nt = Type[int]\nt._inst = True\nt('A', (), {})",
        "class A: pass\nclass B(A, kept=type): pass",
        "def f(exec): pass\nexec('1')",
    ],
)
def test_code_that_could_leave_a_trace_does_not(source: str) -> None:
    assert not is_provably_fresh(ast.parse(source))


@pytest.mark.parametrize("module", sorted(STATELESS_MODULES))
def test_no_module_leads_to_another_that_it_happens_to_import(module: str) -> None:
    held = vars(import_module(module))
    for name in [name for name, value in held.items() if isinstance(value, ModuleType)]:
        known = f"{module}.{name}" in STATELESS_MODULES
        for source in (f"import {module} as m\nm.{name}.x()", f"from {module} import {name} as n"):
            assert not is_provably_fresh(ast.parse(source)) or known


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
        from dataclasses import sys as everything
        class Thing:
            def count(self):
                seen = everything.modules.setdefault("seen", [])
                seen.append(1)
                return len(seen)
        """,
        """
        import json
        own = json
        class Thing:
            def count(self):
                try:
                    own.seen += 1
                except AttributeError:
                    own.seen = 1
                return own.seen
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


def test_no_state_is_carried_from_a_test_that_fails(
    ask: Callable[[str, str], dict[str, TestResult]],
) -> None:
    source = """
        import sys
        class Thing:
            def count(self):
                sys.seen = getattr(sys, "seen", 0) + 1
                return sys.seen
    """
    tests = """
        import pytest
        from solution import Thing
        @pytest.mark.parametrize("expected", [2, 1, 2, 1])
        def test_count(expected):
            thing = Thing()
            assert thing.count() == expected
    """
    results = ask(source, tests)
    assert [test.verdict.code for test in results.values()] == ["WA", "AC"] * 2


COUNTS_AND_CALLS_BACK = """
import sys
seen = []
kept = []
class Thing:
    def __init__(self):
        sys.made = getattr(sys, "made", 0) + 1
    def made(self):
        return sys.made
    def keep(self, function):
        kept.append(function)
        self.function = function
        seen.append(1)
        return len(seen)
    def call(self):
        return self.function()
"""


def test_no_function_of_a_test_keeps_the_process_for_the_next_one(
    ask: Callable[[str, str], dict[str, TestResult]],
) -> None:
    tests = """
        import pytest
        from solution import Thing
        @pytest.mark.parametrize("again", range(3))
        def test_first(again):
            thing = Thing()
            assert thing.keep(lambda: thing.made()) == 1
            assert thing.call() == 1
        def test_fails():
            thing = Thing()
            assert thing.keep(lambda: thing.made()) == 2
        def test_last():
            assert Thing().made() == 1
    """
    results = ask(COUNTS_AND_CALLS_BACK, tests)
    codes = {name: test.verdict.code for name, test in results.items()}
    assert codes.pop("test_fails") == "WA"
    assert set(codes.values()) == {"AC"}, codes


def test_a_shared_object_still_calls_what_an_earlier_test_gave_it(
    ask: Callable[[str, str], dict[str, TestResult]],
) -> None:
    tests = """
        import pytest
        from solution import Thing
        @pytest.fixture(scope="class")
        def shared():
            return Thing()
        class TestShared:
            def test_gives(self, shared):
                other = Thing()
                shared.keep(lambda: (other.made(), "given"))
            def test_gives_no_more(self, shared):
                Thing().keep(lambda: "another")
                assert shared.call() == (2 + 1, "given")
            def test_calls(self, shared):
                assert shared.call() == (2 + 1, "given")
        def test_after():
            assert Thing().made() == 1
    """
    results = ask(COUNTS_AND_CALLS_BACK, tests)
    assert [test.verdict.code for test in results.values()] == ["AC"] * 4


def test_a_function_handed_over_again_bears_no_mark_of_the_last_test(
    ask: Callable[[str, str], dict[str, TestResult]],
) -> None:
    source = """
        class Thing:
            def mark(self, function):
                try:
                    function.marks += 1
                except AttributeError:
                    function.marks = 1
                return function.marks
    """
    tests = """
        import pytest
        from solution import Thing
        def same(): return 1
        @pytest.mark.parametrize("again", range(3))
        def test_mark(again):
            assert [Thing().mark(same), Thing().mark(same)] == [1, 2]
    """
    results = ask(source, tests)
    assert [test.verdict.code for test in results.values()] == ["AC"] * 3


WRITES_TO_THE_LIBRARY = """
from fractions import Fraction as Kept
class Thing:
    def __init__(self):
        self.held = Kept
    def count(self):
        try:
            self.held.seen += 1
        except AttributeError:
            self.held.seen = 1
        return self.held.seen
    def call(self, function):
        return function()
"""


def test_a_test_that_meets_a_trace_is_begun_again(
    ask: Callable[[str, str], dict[str, TestResult]],
) -> None:
    tests = """
        import pytest
        from solution import Thing
        @pytest.mark.parametrize("again", range(3))
        def test_count(again):
            thing = Thing()
            assert [thing.count(), thing.call(lambda: thing.count())] == [1, 2]
    """
    assert is_provably_fresh(ast.parse(WRITES_TO_THE_LIBRARY))
    results = ask(WRITES_TO_THE_LIBRARY, tests)
    assert [test.verdict.code for test in results.values()] == ["AC"] * 3


def test_a_shared_object_keeps_its_process_whatever_it_wrote(
    ask: Callable[[str, str], dict[str, TestResult]],
) -> None:
    tests = """
        import pytest
        from solution import Thing
        @pytest.fixture(scope="class")
        def shared():
            return Thing()
        class TestShared:
            def test_one(self, shared):
                assert shared.count() == 1
            def test_two(self, shared):
                assert shared.count() == 2
        def test_after():
            assert Thing().count() == 1
    """
    results = ask(WRITES_TO_THE_LIBRARY, tests)
    assert [test.verdict.code for test in results.values()] == ["AC"] * 3
