"""The candidate's module and its objects, and the loop that serves the evaluator's requests.

A request is ``[operation, target, name, args, kwargs, released, begin]``; ``target`` is a
module-level name, an object's number, or None for the module itself. A reply is one of
``["ok", value]``, ``["raise", error]``, ``["import", error]``, ``["stale", None]`` and
``["callback", number, args, kwargs]``; the last is answered by ``["return", value]`` or ``["throw",
name, args]``, before which further requests may come. ``stale`` is answered to a request that is to
begin a test, once, when an earlier test has left a trace; nothing has been done then.
"""

import _thread
import builtins
import socket
import sys
import types
from collections.abc import Callable
from typing import Any

from . import wire
from .freshness import what_it_takes
from .library import Library
from .portrait import SPECIAL_METHODS, Portraits, describe_error

FILENAME = "solution.py"
MODULE = "solution"


class Host:
    """Everything one worker holds: the compiled source, the module, the objects handed out."""

    def __init__(self, channel: socket.socket, protections: list[str]) -> None:
        self._channel = channel
        self._protections = protections
        self._buffer = bytearray()
        self._main_thread = _thread.get_ident()
        self._streams = (sys.stdout, sys.stderr)
        self._code: types.CodeType | None = None
        self._library: Library | None = None
        """What may not change from test to test; None where everything may."""
        self._module = types.ModuleType(MODULE)
        self._objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._last_number = 0
        self._portraits = Portraits()
        self._callbacks: dict[int, Callable[..., Any]] = {}

    def serve(self) -> None:
        """Answer requests until the evaluator closes the channel."""
        while True:
            try:
                request = self._read()
            except EOFError:
                return
            except MemoryError:
                self._channel.sendall(_OUT_OF_MEMORY)
                while self._channel.recv_into(_SPARE):
                    pass  # the rest of the request; who sends it must come to reading the answer
                return
            self._send(self._answer(request))

    # --- requests ---------------------------------------------------------------------------

    def _answer(self, request: list[Any]) -> bytes:
        try:
            operation, target, name, args, kwargs, released, begin = request
            for number in released:
                self._numbers.pop(id(self._objects.pop(number, None)), None)
            if begin:
                if self._library is not None and self._library.has_changed():
                    self._library = None
                    return _STALE
                refusal = self._begin()
                if refusal is not None:
                    return refusal
            act = getattr(self, f"_do_{operation}")
            return self._reply("ok", act(target, name, self._decode(args), kwargs))
        except MemoryError:
            return _OUT_OF_MEMORY
        except BaseException as error:
            return self._raise("raise", error)

    def _do_load(self, _: Any, __: Any, args: list[Any], ___: Any) -> Any:
        """Compile the source; nothing of the candidate's has run before this."""
        (source,) = args
        tree = compile(source, FILENAME, "exec", flags=_ONLY_AST, dont_inherit=True)
        self._code = compile(tree, FILENAME, "exec", dont_inherit=True)
        taken = what_it_takes(tree)
        self._library = None if taken is None else Library(taken)
        return {"fresh": taken is not None, "protections": self._protections}

    def _begin(self) -> bytes | None:
        """Execute the module afresh, so that no state of an earlier test is left in it."""
        assert self._code is not None
        self._module = types.ModuleType(MODULE)
        self._module.__file__ = FILENAME
        sys.modules[MODULE] = self._module
        try:
            exec(self._code, self._module.__dict__)  # noqa: S102 - this is what the worker is for
        except MemoryError:
            return _OUT_OF_MEMORY_AT_IMPORT
        except BaseException as error:
            return self._raise("import", error)
        return None

    def _do_names(self, _: Any, __: Any, args: list[Any], ___: Any) -> Any:
        """The module's values for these names; absent ones are left out."""
        held = self._module.__dict__
        return {name: held[name] for name in args if name in held}

    def _do_defined(self, _: Any, __: Any, ___: list[Any], ____: Any) -> Any:
        """The module's public names."""
        return [name for name in self._module.__dict__ if not name.startswith("_")]

    def _do_get(self, target: Any, name: str, _: Any, __: Any) -> Any:
        return getattr(self._target(target), name)

    def _do_set(self, target: Any, name: str, args: list[Any], _: Any) -> None:
        setattr(self._target(target), name, args[0])

    def _do_del(self, target: Any, name: str, _: Any, __: Any) -> None:
        delattr(self._target(target), name)

    def _do_call(self, target: Any, name: str | None, args: list[Any], kwargs: Any) -> Any:
        function = self._target(target)
        if name is not None:
            function = getattr(function, name)
        return function(*args, **{key: self._decode(node) for key, node in kwargs.items()})

    def _do_isinstance(self, target: Any, _: Any, args: list[Any], __: Any) -> bool:
        return isinstance(args[0], self._target(target))

    def _do_special(self, target: Any, name: str, args: list[Any], _: Any) -> Any:
        return SPECIAL_METHODS[name](self._target(target), *args)

    def _target(self, target: Any) -> Any:
        if type(target) is int:
            return self._objects[target]
        if target is None:
            return self._module
        return getattr(self._module, target)

    # --- values -----------------------------------------------------------------------------

    def _refer(self, value: Any) -> dict[str, Any]:
        """Keep an object that is no plain data and hand out its number."""
        number = self._numbers.get(id(value))
        if number is None:
            self._last_number += 1
            number = self._last_number
            self._numbers[id(value)] = number
            self._objects[number] = value
        if isinstance(value, type):
            return {"k": [number, self._portraits.of(value)]}
        return {"h": [number, self._portraits.of(type(value))]}

    def _resolve(self, tag: str, content: Any) -> Any:
        if tag == "h":
            return self._objects[content]
        if tag == "n":
            return getattr(self._module, content)
        if tag == "cb":
            return self._callback(content)
        raise wire.WireError(f"unknown tag {tag!r}")

    def _decode(self, node: Any) -> Any:
        return wire.decode(node, self._resolve)

    def _callback(self, number: int) -> Callable[..., Any]:
        """A stand-in for a function that lives in the test."""
        if number not in self._callbacks:

            def call_test(*args: Any, **kwargs: Any) -> Any:
                return self._call_back(number, args, kwargs)

            self._callbacks[number] = call_test
        return self._callbacks[number]

    def _call_back(self, number: int, args: Any, kwargs: dict[str, Any]) -> Any:
        if _thread.get_ident() != self._main_thread:
            raise RuntimeError("the test's function can be called from the main thread only")
        call = [
            "callback",
            number,
            wire.encode(list(args), self._refer),
            {key: wire.encode(value, self._refer) for key, value in kwargs.items()},
        ]
        self._send(wire.pack(call))
        while True:
            frame = self._read()
            if frame[0] == "return":
                return self._decode(frame[1])
            if frame[0] == "throw":
                raise _builtin_error(frame[1])(*self._decode(frame[2]))
            self._send(self._answer(frame))

    # --- frames -----------------------------------------------------------------------------

    def _reply(self, kind: str, value: Any) -> bytes:
        try:
            return wire.pack([kind, wire.encode(value, self._refer)])
        except wire.TooLargeError as error:
            return wire.pack(["large", str(error)])

    def _raise(self, kind: str, error: BaseException) -> bytes:
        described = describe_error(error, FILENAME, self._refer, self._portraits)
        try:
            return wire.pack([kind, described])
        except wire.TooLargeError:  # its text is cut already; its arguments are not
            return wire.pack([kind, {**described, "args": []}])

    def _read(self) -> Any:
        frame = wire.next_frame(self._buffer)
        while frame is None:
            frame = wire.receive(self._channel, self._buffer)
        try:
            return wire.unpack(frame)
        except wire.WireError:  # the evaluator sends nothing else: memory has run out
            raise MemoryError from None

    def _send(self, frame: bytes) -> None:
        """What was printed during the call must be in the pipe before its answer is."""
        for stream in self._streams:
            try:
                stream.flush()
            except (OSError, ValueError):  # closed by the candidate: their loss
                continue
        self._channel.sendall(frame)


def _builtin_error(name: str) -> type[BaseException]:
    error = getattr(builtins, name, None)
    return error if isinstance(error, type) and issubclass(error, Exception) else Exception


_ONLY_AST = 0x0400  # ast.PyCF_ONLY_AST, without importing ast for one number
# Built ahead: when memory has run out there may be none left to build an answer in.
_OUT_OF_MEMORY = wire.pack(["raise", {"memory": True}])
_OUT_OF_MEMORY_AT_IMPORT = wire.pack(["import", {"memory": True}])
_STALE = wire.pack(["stale", None])
_SPARE = bytearray(1 << 12)
