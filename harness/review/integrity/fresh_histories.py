"""The calls of a level's tests in other orders and with other names, answered like the reference?

An ordinary test file: it is copied beside ``material.txt`` into a folder of its own, and the grader
runs it on a submission like a problem's own tests. Every known right design answers each call too.
Where they do not agree, or one of them raises, the statement may promise nothing, and the history
ends there: whoever answers otherwise is not wrong.
"""

import copy
import re
import sys
import types
from ast import literal_eval
from importlib import import_module
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

Step = tuple[int, str, list[Any], dict[str, Any], list[str]]
"""The object, the method, its arguments by position and by name, and the names of the former."""

_GIVEN = literal_eval(Path(__file__).with_name("material.txt").read_text(encoding="utf-8"))
_CLASS: str = _GIVEN["class_name"]
_CONVERSATIONS: list[list[Step]] = _GIVEN["conversations"]
_CLOCKS: set[str] = _GIVEN["clocks"]
_WORDS: set[str] = _GIVEN["words"]
_OBJECT: str = _GIVEN["object"]
_PLAIN = (str, int, float, bytes, bool, type(None))
_RENAMED = re.compile(r"[\w ./-]+")
"""Texts that are names or rows of names, and mean the same when their letters are exchanged."""
_LEAST_ADDED, _MOST_ADDED = (6, 30), 40
"""Half of the histories are long: some mistakes show late."""


def _design(number: int, path: str) -> Any:
    name = f"design_{number}"
    # Dataclasses and named tuples look for the module that they are in.
    module = sys.modules[name] = types.ModuleType(name)
    source = Path(path).read_text(encoding="utf-8")
    exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
    return getattr(module, _CLASS)


_DESIGNS = [_design(number, path) for number, path in enumerate(_GIVEN["designs"])]
_solution = import_module("solution")
getattr(_solution, _CLASS)  # what is asked for while tests are collected is bound before they run


@st.composite
def histories(draw: Any) -> list[Step]:
    """One conversation with calls of its own and of another put in, some left out."""
    base = draw(st.sampled_from(_CONVERSATIONS))
    other = draw(st.sampled_from([base, *_CONVERSATIONS]))
    made = [step for step in base if not step[1]]
    calls = [step for step in base if step[1]]
    offered = calls + [step for step in other if step[1]]
    if not offered:
        return made
    places = st.integers(0, max(0, len(calls) - 1))
    added = st.tuples(places, st.sampled_from(offered), st.integers(0, len(made) - 1))
    left_out = draw(st.sets(places, max_size=4))
    rows: list[list[Step]] = [[] if n in left_out else [step] for n, step in enumerate(calls)]
    least = draw(st.sampled_from(_LEAST_ADDED))
    for place, (_, *rest), subject in draw(st.lists(added, min_size=least, max_size=_MOST_ADDED)):
        rows.insert(place, [(subject, *rest)])
    history = copy.deepcopy(made + [step for row in rows for step in row])
    shift = draw(st.integers(0, 25))
    return [_renamed(step, shift, len(made)) for step in _in_time(history)]


def _in_time(history: list[Step]) -> list[Step]:
    """Let every clock run forwards again."""
    for clock in _CLOCKS:
        slots: list[tuple[Any, Any]] = []
        for _, _, args, kwargs, names in history:
            slots += [(args, n) for n, name in enumerate(names) if name == clock]
            slots += [(kwargs, name) for name in kwargs if name == clock]
        for (holder, key), value in zip(slots, sorted(h[k] for h, k in slots), strict=True):
            holder[key] = value
    return history


def _renamed(step: Step, shift: int, objects: int) -> Step:
    subject, method, args, kwargs, names = step

    def told(value: Any) -> Any:
        if isinstance(value, dict) and _OBJECT in value:
            return {_OBJECT: value[_OBJECT] % objects}
        return _shifted(value, shift)

    return subject, method, [told(a) for a in args], {k: told(v) for k, v in kwargs.items()}, names


def _shifted(value: Any, shift: int) -> Any:
    if isinstance(value, str):
        words = set(re.findall(r"[^\W\d_]+", value.lower()))
        if not words or words & _WORDS or not _RENAMED.fullmatch(value):
            return value
        return "".join(_letter(character, shift) for character in value)
    if isinstance(value, list | tuple):
        return type(value)(_shifted(each, shift) for each in value)
    return value


def _letter(character: str, shift: int) -> str:
    for first in "aA":
        if 0 <= ord(character) - ord(first) < 26:
            return chr(ord(first) + (ord(character) - ord(first) + shift) % 26)
    return character


def _perform(kind: Any, objects: list[Any], step: Step) -> Any:
    subject, method, args, kwargs, _ = step

    def handed(value: Any) -> Any:
        if isinstance(value, dict) and _OBJECT in value:
            return objects[value[_OBJECT]]
        return copy.deepcopy(value)

    args, kwargs = [handed(a) for a in args], {key: handed(v) for key, v in kwargs.items()}
    if not method:
        objects.append(kind(*args, **kwargs))
        return None
    return getattr(objects[subject], method)(*args, **kwargs)


def _is_plain(value: Any) -> bool:
    if isinstance(value, list | tuple | set):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(map(_is_plain, value.values())) and all(map(_is_plain, value))
    return isinstance(value, _PLAIN)


@settings(
    max_examples=120,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
@given(histories())
def test_fresh_calls_are_answered_like_the_reference(history: list[Step]) -> None:
    """Call by call, for as long as every known right design gives one answer."""
    designs: list[list[Any]] = [[] for _ in _DESIGNS]
    submitted: list[Any] = []
    for step in history:
        try:
            expected, *others = [
                _perform(kind, objects, step)
                for kind, objects in zip(_DESIGNS, designs, strict=True)
            ]
        except Exception:
            return
        if not _is_plain(expected) or any(other != expected for other in others):
            return
        came = _perform(getattr(_solution, _CLASS), submitted, step)
        assert came == expected
