"""May one process run this module again for the next test, as if nothing had happened?

Executing a module afresh renews its own globals and classes. What could survive in the process is
the shared state of the interpreter and of the standard library: a patched class, a seeded
generator, a changed context. So a source is *provably fresh* when it can be seen, from its syntax
alone, that it touches no such state; any other source gets a new process for every test. The
proof may refuse honest code, which is only slower; it must never pass code that leaves a trace.
"""

import ast

STATELESS_MODULES = frozenset(
    {
        "__future__",
        "abc",
        "bisect",
        "collections",
        "collections.abc",
        "copy",
        "dataclasses",
        "datetime",
        "enum",
        "fractions",
        "functools",
        "graphlib",
        "hashlib",
        "heapq",
        "html",
        "html.parser",
        "itertools",
        "json",
        "math",
        "operator",
        "re",
        "string",
        "textwrap",
        "typing",
        "urllib.parse",
    }
)
"""Modules whose functions keep no state that a caller can change through plain use."""

STATELESS_NAMES = frozenset(
    (module, name)
    for module, names in (
        ("contextlib", "closing contextmanager nullcontext suppress"),
        ("os.path", "basename commonpath dirname isabs join normpath split splitext"),
        ("posixpath", "basename commonpath dirname isabs join normpath split splitext"),
    )
    for name in names.split()
)
"""Such functions of other modules: the rest of ``contextlib`` may redirect standard output, and the
modules of paths hold ``os`` and ``sys``.
"""

BUILTINS_ALLOWED = frozenset(
    """
    abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict divmod
    enumerate filter float format frozenset hash hex id int isinstance issubclass iter len list
    map max memoryview min next object oct ord pow print property range repr reversed round set
    slice sorted staticmethod str sum super tuple type zip
    ArithmeticError AssertionError AttributeError BaseException EOFError Exception
    FileExistsError FileNotFoundError IndexError IsADirectoryError KeyError LookupError
    MemoryError NameError NotADirectoryError NotImplemented NotImplementedError OSError
    OverflowError PermissionError RecursionError ReferenceError RuntimeError StopIteration
    TimeoutError TypeError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError
    ZeroDivisionError Ellipsis
    """.split()
)
"""Built-ins without reach: no ``setattr``, ``globals``, ``open``, ``exec``, ``__import__`` …"""

SPECIAL_ALLOWED = frozenset(
    """
    __init__ __post_init__ __new__ __str__ __repr__ __format__ __len__ __iter__ __next__ __bool__
    __contains__ __getitem__ __setitem__ __delitem__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__
    __hash__ __call__ __enter__ __exit__ __add__ __sub__ __mul__ __neg__ __slots__ __name__
    __main__ __all__ __doc__ __match_args__ __reversed__ __missing__
    """.split()
)
"""Names with double underscores that an ordinary class uses and that lead nowhere else."""


def is_provably_fresh(tree: ast.Module) -> bool:
    """Whether the module can be executed again in one process without a trace of the last time."""
    surveyor = _Surveyor()
    try:
        surveyor.visit(tree)
    except RecursionError:
        return False
    return surveyor.fresh and surveyor.names_used <= BUILTINS_ALLOWED | surveyor.names_bound


class _Surveyor(ast.NodeVisitor):
    def __init__(self) -> None:
        self.fresh = True
        self.names_used: set[str] = set()
        self.names_bound: set[str] = {"__name__"}
        self.imported: set[str] = set()

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._import(alias.name, alias.asname or alias.name.partition(".")[0])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if node.level or alias.name == "*" or _is_hidden(alias.name):
                self.fresh = False
            if (node.module, alias.name) in STATELESS_NAMES:
                self._bind(alias.asname or alias.name)
            else:
                self._import(node.module or "", alias.asname or alias.name)

    def visit_Name(self, node: ast.Name) -> None:
        self._name(node.id)
        if isinstance(node.ctx, ast.Load):
            self.names_used.add(node.id)
        else:
            self._bind(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._name(node.attr)
        if not isinstance(node.ctx, ast.Load) and not _is_own(node.value):
            self.fresh = self.fresh and not self._reaches_out(node.value)
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._bind(node.name)
        self.generic_visit(node)

    def visit_AsyncFunctionDef(self, _: ast.AsyncFunctionDef) -> None:
        self.fresh = False  # an event loop outlives its module

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._bind(node.name)
        if any(keyword.arg == "metaclass" for keyword in node.keywords):
            self.fresh = self.fresh and all(
                isinstance(keyword.value, ast.Name) and keyword.value.id == "ABCMeta"
                for keyword in node.keywords
            )
        self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> None:
        self._bind(node.arg)
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._bind(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        if node.name:
            self._bind(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        if node.name:
            self._bind(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self._bind(node.rest)
        self.generic_visit(node)

    def _import(self, module: str, name: str) -> None:
        if module not in STATELESS_MODULES:
            self.fresh = False
        self.imported.add(name)
        self._bind(name)

    def _bind(self, name: str) -> None:
        self._name(name)
        self.names_bound.add(name)

    def _name(self, name: str) -> None:
        """Refuse names that lead out of the module: ``__class__``, ``__globals__``, ``_thread``."""
        if name.startswith("__") and name.endswith("__") and name not in SPECIAL_ALLOWED:
            self.fresh = False

    def _reaches_out(self, value: ast.expr) -> bool:
        """Whether storing an attribute here may change something that was imported or built in."""
        while isinstance(value, ast.Attribute | ast.Subscript):
            value = value.value
        if isinstance(value, ast.Name):
            return value.id in self.imported or value.id in BUILTINS_ALLOWED
        return isinstance(value, ast.Call) and not _is_plain_call(value)


def _is_own(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in ("self", "cls")


def _is_plain_call(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name | ast.Attribute) and not (
        isinstance(call.func, ast.Name) and call.func.id in ("type", "super")
    )


def _is_hidden(name: str) -> bool:
    return name.startswith("_")
