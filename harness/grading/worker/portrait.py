"""What the evaluator is told of a class or an error, so that its stand-in behaves alike."""

import builtins
import operator
import types
from collections.abc import Callable
from typing import Any

from . import wire

SPECIAL_METHODS: dict[str, Callable[..., Any]] = {
    "__len__": len,
    "__iter__": iter,
    "__next__": next,
    "__reversed__": reversed,
    "__contains__": operator.contains,
    "__getitem__": operator.getitem,
    "__setitem__": operator.setitem,
    "__delitem__": operator.delitem,
    "__bool__": bool,
    "__int__": int,
    "__float__": float,
    "__index__": operator.index,
    "__str__": str,
    "__repr__": repr,
    "__format__": format,
    "__hash__": hash,
    "__eq__": operator.eq,
    "__ne__": operator.ne,
    "__lt__": operator.lt,
    "__le__": operator.le,
    "__gt__": operator.gt,
    "__ge__": operator.ge,
    "__add__": operator.add,
    "__sub__": operator.sub,
    "__mul__": operator.mul,
    "__truediv__": operator.truediv,
    "__floordiv__": operator.floordiv,
    "__mod__": operator.mod,
    "__pow__": operator.pow,
    "__matmul__": operator.matmul,
    "__and__": operator.and_,
    "__or__": operator.or_,
    "__xor__": operator.xor,
    "__lshift__": operator.lshift,
    "__rshift__": operator.rshift,
    "__radd__": lambda value, other: other + value,
    "__rsub__": lambda value, other: other - value,
    "__rmul__": lambda value, other: other * value,
    "__neg__": operator.neg,
    "__pos__": operator.pos,
    "__abs__": abs,
    "__invert__": operator.invert,
    "__call__": lambda value, *args: value(*args),
    "__enter__": lambda value: type(value).__enter__(value),
    "__exit__": lambda value, *args: type(value).__exit__(value, *_exit_arguments(*args)),
}


class Portraits:
    """Describes each class once; later mentions are its number alone."""

    def __init__(self) -> None:
        self._numbers: dict[type, int] = {}

    def of(self, cls: type) -> list[Any]:
        """Return ``[number, portrait]``, the portrait None when it was sent before."""
        number = self._numbers.get(cls)
        if number is not None:
            return [number, None]
        self._numbers[cls] = number = len(self._numbers) + 1
        return [number, self._paint(cls)]

    def _paint(self, cls: type) -> dict[str, Any]:
        lineage = [held for held in type.mro(cls) if held is not object]
        members: dict[str, Any] = {}
        for ancestor in reversed(lineage):
            members.update(vars(ancestor))
        portrait: dict[str, Any] = {
            "name": _text(cls.__name__),
            "methods": [name for name in members if _is_method(name, members[name])],
            "special": [name for name in SPECIAL_METHODS if members.get(name) is not None],
            "hashable": not ("__hash__" in members and members["__hash__"] is None),
        }
        if issubclass(cls, type):
            portrait["special"] = ["__call__", "__iter__", "__len__", "__getitem__", "__contains__"]
        if issubclass(cls, BaseException):
            portrait["bases"] = [self._error_base(base) for base in cls.__bases__]
            portrait["module"] = _text(cls.__module__)
        return portrait

    def _error_base(self, cls: type) -> Any:
        return cls.__name__ if cls.__module__ == "builtins" else self.of(cls)


def describe_error(
    error: BaseException,
    filename: str,
    refer: Callable[[Any], dict[str, Any]],
    portraits: Portraits,
) -> dict[str, Any]:
    """Describe an exception: its class, arguments, text, and the candidate's lines it crossed."""
    if isinstance(error, MemoryError):
        return {"memory": True}
    cls = type(error)
    described: dict[str, Any] = {"lines": _lines(error.__traceback__, filename)}
    if isinstance(error, SyntaxError):
        described["syntax"] = [error.lineno, _text(error.msg), _text(error.text)]
    if cls.__module__ == "builtins":
        described["builtin"] = cls.__name__
    else:
        described["class"] = portraits.of(cls)
        described["name"] = _text(cls.__name__)
        described["text"] = _str(error)
    try:
        described["args"] = wire.encode(list(error.args), refer)
        described["object"] = refer(error)["h"][0] if cls.__module__ != "builtins" else None
    except wire.TooLargeError:
        described["args"] = []
    return described


def _lines(traceback: types.TracebackType | None, filename: str) -> list[list[Any]]:
    """``[line, function]`` of the candidate's own frames, outermost first, the last 20."""
    lines: list[list[Any]] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename == filename:
            lines.append([traceback.tb_lineno, code.co_name])
            del lines[:-20]
        traceback = traceback.tb_next
    return lines


def _is_method(name: str, member: Any) -> bool:
    if name.startswith("__") and name.endswith("__"):
        return False
    if isinstance(member, classmethod | staticmethod):
        return True
    return callable(member) and not isinstance(member, type)


def _exit_arguments(name: str | None, message: str | None) -> tuple[Any, Any, None]:
    """``__exit__`` learns the kind and text of the test's error, as an ordinary exception."""
    if name is None:
        return None, None, None
    error = _BUILTIN_ERRORS.get(name, RuntimeError)(message)
    return type(error), error, None


_BUILTIN_ERRORS: dict[str, type[Exception]] = {
    name: value
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, Exception)
}


def _str(error: BaseException) -> str:
    try:
        return _text(str(error))
    except Exception:  # the candidate's own __str__ may do anything
        return ""


def _text(value: Any) -> str:
    return str.__str__(value)[:2000] if isinstance(value, str) else ""
