"""Does a text ask the clock, chance or the system? Then no two runs of it need to be alike."""

import ast
import random
import types
from collections.abc import Iterable, Sequence

_WORLD = frozenset(
    "asyncio concurrent ctypes datetime gc importlib inspect io multiprocessing os pathlib"
    " posix random secrets shutil signal socket subprocess sys tempfile threading time uuid".split()
)
_FUNCTIONS = frozenset("__import__ breakpoint eval exec input open".split())


def is_worldly(text: bytes) -> bool:
    """Whether it imports, anywhere, what leads out into the world, or calls what does."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return True
    nodes = list(ast.walk(tree))
    return any(map(_leads_out, nodes)) or not _draws_from_seeds(nodes)


def holds_world(modules: Iterable[types.ModuleType]) -> bool:
    """Whether one of the modules has got hold of it in another way."""
    return any(_is_of_the_world(value) for module in modules for value in vars(module).values())


def _leads_out(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=several):
            return any(map(_is_world, (each.name for each in several)))
        case ast.ImportFrom(module="random", names=[ast.alias(name="Random", asname=None)]):
            return False
        case ast.ImportFrom(module=str() as module):
            return _is_world(module)
        case ast.Name(id=name):
            return name in _FUNCTIONS
    return False


def _draws_from_seeds(nodes: Sequence[ast.AST]) -> bool:
    """Whether ``Random`` is only ever called, and with a seed: then chance has no part in it."""
    seeded = {
        id(node.func)
        for node in nodes
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value is not None
    }
    named = (node for node in nodes if isinstance(node, ast.Name) and node.id == "Random")
    return all(id(node) in seeded for node in named)


def _is_of_the_world(value: object) -> bool:
    if value is random.Random or type(value) is random.Random:
        return False  # how it was called, the text says
    if isinstance(value, types.ModuleType):
        return _is_world(value.__name__)
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and _is_world(home)


def _is_world(module: str) -> bool:
    return module.partition(".")[0] in _WORLD
