"""Tests that are nothing but a function: called, they do what pytest would have them do."""

import inspect
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

_TELLING_MARKS = {"skip", "skipif", "xfail", "usefixtures"}


def bare_functions(session: pytest.Session) -> frozenset[str]:
    """The ids of tests without fixtures, class and marks that change how a test runs.

    There are none where a ``conftest.py`` may have a word in how tests run.
    """
    plugins = session.config.pluginmanager.get_plugins()
    if any(Path(getattr(each, "__file__", None) or "").name == "conftest.py" for each in plugins):
        return frozenset()
    return frozenset(item.nodeid for item in session.items if _is_bare(item))


def call_bare(item: pytest.Item) -> None:
    """Call a bare test; what it raises is the outcome."""
    assert isinstance(item, pytest.Function)
    item.obj(**_parameters(item))


def _parameters(item: pytest.Item) -> dict[str, Any]:
    """The arguments that ``parametrize`` gives a test."""
    callspec = getattr(item, "callspec", None)
    return dict(callspec.params) if callspec is not None else {}


def _is_bare(item: pytest.Item) -> bool:
    if type(item) is not pytest.Function or item.cls is not None:
        return False
    function = item.obj
    return (
        set(item.fixturenames) == set(_parameters(item))
        and all(map(_gives_a_parameter, item._fixtureinfo.name2fixturedefs.values()))
        and not _TELLING_MARKS & {mark.name for mark in item.iter_markers()}
        and not inspect.iscoroutinefunction(function)
        and not inspect.isgeneratorfunction(function)
        and not inspect.isasyncgenfunction(function)
    )


def _gives_a_parameter(fixtures: Sequence[Any]) -> bool:
    """Whether it is no fixture at all, but pytest's own way to hand a parameter over."""
    return all(each.func.__name__ == "get_direct_param_fixture_func" for each in fixtures)
