"""The module named ``solution`` that tests import: names now, the submission's values later.

Tests are collected once, before any submission exists. What they import is a ``SolutionName``
that forwards to the link of the submission being graded. Before its tests run, names that turn out
to be plain values or error classes are put into the test modules as such, so that
``pytest.raises(MyError)`` and ``MAX_SIZE + 1`` mean what they say.
"""

import types
from collections.abc import Iterable
from typing import Any

from harness.grading.evaluator.conversation.forwarding import StandIn
from harness.grading.evaluator.conversation.link import Link
from harness.grading.evaluator.suite.collection import make_known
from harness.grading.evaluator.workers.stop import PackageFaultError

MODULE = "solution"


class SolutionName:
    """A name of the candidate's module: a class or function, or not yet known what."""

    def __init__(self, module: "SolutionModule", name: str) -> None:
        self.solution_module = module
        self.solution_name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the class or function over there."""
        return self._request("call", None, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self._request("get", name)

    def __getitem__(self, key: Any) -> Any:
        return self._request("special", "__getitem__", [key])

    def __iter__(self) -> Any:
        return self._request("special", "__iter__")

    def __len__(self) -> int:
        return int(self._request("special", "__len__"))

    def __bool__(self) -> bool:
        return True

    def __contains__(self, item: Any) -> bool:
        return bool(self._request("special", "__contains__", [item]))

    def __instancecheck__(self, value: Any) -> bool:
        if not isinstance(value, StandIn):
            return False
        return self._request("isinstance", None, [value]) is True

    def __repr__(self) -> str:
        return f"solution.{self.solution_name}"

    def _request(self, operation: str, name: str | None, *rest: Any) -> Any:
        return self.solution_module.link().request(operation, self.solution_name, name, *rest)


class SolutionModule(types.ModuleType):
    """``import solution`` in a test gets this."""

    class_name: str
    """The class that every solution defines."""

    def __init__(self, class_name: str) -> None:
        super().__init__(MODULE)
        self.__dict__["class_name"] = class_name
        self.__dict__["__all__"] = [class_name]
        self.__dict__["_names"] = {class_name: SolutionName(self, class_name)}
        self.__dict__["_link"] = None
        self.__dict__["_values"] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        link, values = self.__dict__["_link"], self.__dict__["_values"]
        if name in values:
            return values[name]
        if link is not None and name not in self.__dict__["_names"]:
            return link.request("get", None, name)
        names: dict[str, SolutionName] = self.__dict__["_names"]
        return names.setdefault(name, SolutionName(self, name))

    def link(self) -> Link:
        """Return the line to the submission being graded.

        Raises:
            PackageFaultError: a test calls the solution while it is being collected.
        """
        link: Link | None = self.__dict__["_link"]
        if link is None:
            raise PackageFaultError(
                "a test calls the solution while it is imported; call it inside a test or fixture"
            )
        return link

    def bind(self, link: Link, test_modules: Iterable[types.ModuleType]) -> list[str]:
        """Connect every name to this submission; return the names that it does not define.

        Raises:
            SubmissionStopped: the submission cannot be imported.
        """
        names: dict[str, SolutionName] = self.__dict__["_names"]
        found = link.import_solution(list(names))
        self.__dict__["_link"] = link
        values = {
            name: value
            for name, value in found.items()
            if name in names and not isinstance(value, StandIn)
        }
        self.__dict__["_values"] = {
            name: values.get(name, names[name]) for name in found if name in names
        }
        for module in test_modules:
            for key, held in list(vars(module).items()):
                if isinstance(held, SolutionName) and held.solution_name in values:
                    setattr(module, key, values[held.solution_name])
        return [name for name in names if name not in found]

    def is_callable(self, name: str) -> bool:
        """Whether this name, if any test imports it, is a class or function, no value or error."""
        values = self.__dict__["_values"]
        return name not in values or isinstance(values[name], SolutionName)


def install(class_name: str, names: Iterable[str] = ()) -> SolutionModule:
    """Make ``import solution`` mean the stand-in from now on, and the import of each further name.

    Args:
        class_name: the class that every solution defines.
        names: what suites made elsewhere call the module, such as ``bank`` or ``src.bank``.
    """
    module = SolutionModule(class_name)
    make_known(module, [MODULE, *names])
    return module
