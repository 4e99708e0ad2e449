"""May one process run this module again for the next test, as if nothing had happened?

Executing a module afresh renews its own globals and classes. What could survive in the process is
the shared state of the interpreter and of the standard library: a patched class, a seeded
generator, a changed context. So a source is *provably fresh* when it can be seen, from its syntax
alone, that it takes from the library only what keeps no hidden state; any other source gets a new
process for every test. What it takes could still be written to, which ``Library`` looks for between
two tests. The proof may refuse honest code, which is only slower; together the two must never pass
code that leaves a trace.
"""

import ast
import builtins
from types import ModuleType

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

_REACHING = frozenset(
    (module, name)
    for module, names in (
        ("abc", "get_cache_token update_abstractmethods"),
        ("dataclasses", "fields make_dataclass"),
        ("enum", "EnumMeta EnumType global_enum"),
        ("functools", "singledispatch singledispatchmethod update_wrapper wraps"),
        ("operator", "attrgetter methodcaller"),
        ("string", "Formatter"),
        ("typing", "ForwardRef TypedDict clear_overloads evaluate_forward_ref get_overloads"),
        ("typing", "Type get_origin get_type_hints"),
    )
    for name in names.split()
)
"""What gets or sets attributes whose names no syntax shows, makes classes of any names, executes
text, or tells what is kept for all classes and functions.
"""

_LEADING_ON = {
    ("json", "JSONDecoder"): (("json.decoder", "JSONObject"), ("json.decoder", "JSONArray"))
}
"""What the objects of a class lead to although the class itself does not."""

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

_BUILTINS_REFUSED = frozenset(vars(builtins)) - BUILTINS_ALLOWED - {"__name__", "__doc__"}
"""All others, even where the name is also bound: in another scope it may mean the built-in."""

SPECIAL_ALLOWED = frozenset(
    """
    __init__ __post_init__ __new__ __str__ __repr__ __format__ __len__ __iter__ __next__ __bool__
    __contains__ __getitem__ __setitem__ __delitem__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__
    __hash__ __call__ __enter__ __exit__ __add__ __sub__ __mul__ __neg__ __slots__ __name__
    __main__ __all__ __doc__ __reversed__ __missing__
    _missing_ _generate_next_value_ _ignore_ _order_ _value_ _name_
    """.split()
)
"""Names in underscores that an ordinary class uses and that lead nowhere else."""

_FRAMES = frozenset(
    """
    gi_frame cr_frame ag_frame tb_frame f_back f_builtins f_code f_globals f_locals f_trace
    gi_yieldfrom cr_await ag_await tb_next
    """.split()
)
"""Attributes that lead to the names of other modules."""

_PLAIN_TYPES = frozenset("bool bytearray bytes dict float frozenset int list set str tuple".split())
_USED_IN_ONE_WAY = frozenset({("", "type"), ("abc", "ABCMeta"), ("dataclasses", "field")})
"""Called with one object; as the metaclass of a class; as the value of a class's own field."""

_OWN = ("self", "cls")


def is_provably_fresh(tree: ast.Module) -> bool:
    """Whether the module leaves no trace in its process but on what it takes of the library."""
    return what_it_takes(tree) is not None


def what_it_takes(tree: ast.Module) -> frozenset[tuple[str, str]] | None:
    """The modules and names of the library that a provably fresh source uses; None of any other."""
    surveyor = _Surveyor()
    try:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                surveyor.take_imports(node)
        surveyor.visit(tree)
    except RecursionError:
        return None
    known = (BUILTINS_ALLOWED | surveyor.names_bound) - _BUILTINS_REFUSED
    if not surveyor.fresh or surveyor.built_in & surveyor.names_bound:
        return None
    if not surveyor.names_used <= known:
        return None
    further = [more for name in surveyor.taken for more in _LEADING_ON.get(name, ())]
    return frozenset(surveyor.taken.union(further))


class _Surveyor(ast.NodeVisitor):
    def __init__(self) -> None:
        self.fresh = True
        self.names_used: set[str] = set()
        self.names_bound: set[str] = {"__name__"}
        self.imported: set[str] = set()
        self.built_in: set[str] = set()
        """Names that must mean what Python means by them."""
        self._modules: dict[str, str] = {}
        """What the names of modules stand for; known before anything else is looked at."""
        self._looked_into: set[ast.expr] = set()
        """Modules where they are used as they may be: to take something from them by its name."""
        self.taken: set[tuple[str, str]] = set()
        self._as_it_may_be: set[ast.expr] = set()
        """Where one uses what may be used in one way only: ``type``, ``ABCMeta``, ``field``."""
        self._origins: dict[str, tuple[str, str]] = {}
        self._registers = self._unfolds = False

    def take_imports(self, node: ast.Import | ast.ImportFrom) -> None:
        """Note what a statement imports, wherever in the module it stands."""
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                self._import(alias.name, alias.asname or top)
                self._stands_for(alias.asname or top, alias.name if alias.asname else top)
            return
        module = node.module or ""
        for alias in node.names:
            name = alias.asname or alias.name
            if (module, alias.name) in STATELESS_NAMES and not node.level:
                self.taken.add((module, alias.name))
                self._bind(name)
                continue
            self._import(module, name)
            if node.level or not _offers(module, alias.name):
                self.fresh = False
            if f"{module}.{alias.name}" in STATELESS_MODULES:
                self._stands_for(name, f"{module}.{alias.name}")
            else:
                self._take(module, alias.name)
                self.fresh &= self._origins.setdefault(name, (module, alias.name)) == (
                    module,
                    alias.name,
                )

    def visit_Name(self, node: ast.Name) -> None:
        self._name(node.id)
        if isinstance(node.ctx, ast.Load):
            self.names_used.add(node.id)
            self._refuse_as_value(node)
            self._refuse_unless_as_it_may_be(node, self._origins.get(node.id, ("", node.id)))
        else:
            self._bind(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._name(node.attr)
        self._refuse_as_value(node)
        if node.attr == "__name__":
            self._as_it_may_be.add(node.value)
        module = self._module_at(node.value)
        if module is not None:
            self._looked_into.add(node.value)
            self.fresh = self.fresh and _offers(module, node.attr)
            self._take(module, node.attr)
            self._refuse_unless_as_it_may_be(node, (module, node.attr))
        if node.attr == "register":
            self._registers = True
            self.fresh = self.fresh and not self._unfolds
        if not isinstance(node.ctx, ast.Load) and not _is_own(node.value):
            self.fresh = self.fresh and not self._reaches_out(node.value)
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._bind(node.name)
        self.generic_visit(node)

    def visit_AsyncFunctionDef(self, _: ast.AsyncFunctionDef) -> None:
        self.fresh = False  # an event loop outlives its module

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name):
            if node.func.id == "type" and len(node.args) == 1 and not node.keywords:
                self.fresh = self.fresh and not isinstance(node.args[0], ast.Starred)
                self._as_it_may_be.add(node.func)
                self._refuse_unless_compared(node)
            elif node.func.id in ("isinstance", "issubclass") and node.args:
                self._as_it_may_be.add(node.args[-1])
                self.built_in.add(node.func.id)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        if all(isinstance(each, ast.Is | ast.IsNot) for each in node.ops) or all(
            map(self._is_plain_type, sides)
        ):
            self._as_it_may_be.update(sides)
        self.generic_visit(node)

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        for name in node.kwd_attrs:
            self._name(name)
        if node.patterns and not (isinstance(node.cls, ast.Name) and self._is_plain_type(node.cls)):
            # By names that the class tells; one that is registered tells them of other objects.
            self._unfolds = True
            self.fresh = self.fresh and not self._registers
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._bind(node.name)
        self._as_it_may_be.update(each.value for each in node.keywords if each.arg == "metaclass")
        fields = set()
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.value, ast.Call):
                self._as_it_may_be.add(statement.value.func)
                fields.add(getattr(statement.target, "id", ""))
        for statement in node.body:
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
                for each in ast.walk(statement):
                    if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
                        self.fresh = self.fresh and each.id not in fields
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
        if name in _OWN:
            self.fresh = False
        self.imported.add(name)
        self._bind(name)

    def _stands_for(self, name: str, module: str) -> None:
        if self._modules.setdefault(name, module) != module:
            self.fresh = False

    def _module_at(self, node: ast.expr) -> str | None:
        """The module that a name or an attribute of a module stands for."""
        if isinstance(node, ast.Name):
            return self._modules.get(node.id)
        if isinstance(node, ast.Attribute) and (package := self._module_at(node.value)):
            module = f"{package}.{node.attr}"
            return module if module in STATELESS_MODULES else None
        return None

    def _refuse_as_value(self, node: ast.expr) -> None:
        """Refuse a module that is handed on: under another name it could be written to unseen."""
        if node not in self._looked_into and self._module_at(node) is not None:
            self.fresh = False

    def _is_plain_type(self, node: ast.expr) -> bool:
        """Whether this is a class of plain data, several of them, or the class of something."""
        if isinstance(node, ast.Tuple | ast.Set):
            return all(map(self._is_plain_type, node.elts))
        if isinstance(node, ast.Call):
            return isinstance(node.func, ast.Name) and node.func.id == "type"
        if isinstance(node, ast.Name) and node.id in _PLAIN_TYPES:
            self.built_in.add(node.id)
            return True
        return False

    def _take(self, module: str, name: str) -> None:
        if _offers(module, name) and f"{module}.{name}" not in STATELESS_MODULES:
            self.taken.add((module, name))

    def _refuse_unless_as_it_may_be(self, node: ast.expr, origin: tuple[str, str]) -> None:
        """Refuse what makes classes or code of any names, used in more ways than an honest one."""
        if origin in _USED_IN_ONE_WAY and node not in self._as_it_may_be:
            self.fresh = False

    def _refuse_unless_compared(self, call: ast.Call) -> None:
        """Refuse the class of an object as a value, even of ``self``, which may be anything.

        It could be one that the library keeps to itself, or one that makes classes.
        """
        if call not in self._as_it_may_be:
            self.fresh = False

    def _bind(self, name: str) -> None:
        self._name(name)
        self.names_bound.add(name)

    def _name(self, name: str) -> None:
        """Refuse names that lead out of the module: ``__class__``, ``__globals__``, ``f_back``."""
        if name in _FRAMES or (
            len(name.strip("_")) > 0
            and name.startswith("_")
            and name.endswith("_")
            and name not in SPECIAL_ALLOWED
        ):
            self.fresh = False

    def _reaches_out(self, value: ast.expr) -> bool:
        """Whether storing an attribute here may change something that was imported or built in."""
        while isinstance(value, ast.Attribute | ast.Subscript):
            value = value.value
        if isinstance(value, ast.Name):
            return value.id in self.imported or value.id in BUILTINS_ALLOWED
        return isinstance(value, ast.Call) and not _is_plain_call(value)


def _offers(module: str, name: str) -> bool:
    """Whether a module has this to use, and not because it happens to import another module."""
    if f"{module}.{name}" in STATELESS_MODULES:
        return True
    if module not in STATELESS_MODULES or name.startswith("_") or (module, name) in _REACHING:
        return False
    held = vars(__import__(module, fromlist=["__name__"]))  # no more than the source does itself
    offered = held.get("__all__", held)
    return name in offered and name in held and not isinstance(held[name], ModuleType)


def _is_own(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in _OWN


def _is_plain_call(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name | ast.Attribute) and not (
        isinstance(call.func, ast.Name) and call.func.id in ("type", "super")
    )
