"""Fingerprints of a source by winnowing: equal ones mean that a stretch of code is the same.

The algorithm is that of Schleimer, Wilkerson and Aiken, *Winnowing: Local Algorithms for Document
Fingerprinting*, SIGMOD 2003: every stretch of ``GRAM`` tokens is hashed, and of each ``WINDOW``
hashes in a row the least is kept, the rightmost of equals. Any common stretch of ``GRAM + WINDOW -
1`` tokens is found; none shorter than ``GRAM`` is.
"""

import ast
import io
import keyword
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

GRAM = 10
WINDOW = 6

_LAYOUT = (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


@dataclass(frozen=True)
class Fingerprint:
    """One kept hash, and the lines of the stretch it stands for."""

    hash: int
    first_line: int
    last_line: int


def fingerprints(tree: ast.Module, *, names: bool) -> tuple[Fingerprint, ...]:
    """Winnow a source; comments, docstrings, annotations and layout do not matter.

    Args:
        tree: the source; its lines are those that the fingerprints tell.
        names: whether names and literals matter, or only what is done with them.
    """
    tokens = list(_tokens(tree, names=names))
    grams = [
        Fingerprint(
            crc32("\0".join(text for text, _ in tokens[at : at + GRAM]).encode()),
            tokens[at][1],
            tokens[at + GRAM - 1][1],
        )
        for at in range(len(tokens) - GRAM + 1)
    ]
    kept: dict[int, Fingerprint] = {}
    for at in range(max(0, len(grams) - WINDOW + 1)):
        window = range(at, at + WINDOW)
        least = min(window, key=lambda n: (grams[n].hash, -n))
        kept[least] = grams[least]
    return tuple(kept.values())


def _tokens(tree: ast.Module, *, names: bool) -> Iterator[tuple[str, int]]:
    """Every token with the line of its statement; the heads of definitions are left out.

    The statement of a problem dictates those.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for statement in node.body:
                is_text = isinstance(statement, ast.Expr) and isinstance(
                    statement.value, ast.Constant
                )
                if not is_text and not isinstance(statement, ast.FunctionDef):
                    for text in _texts(statement, names=names):
                        yield text, statement.lineno


def _texts(statement: ast.stmt, *, names: bool) -> Iterator[str]:
    bare = _Bare().visit(ast.parse(ast.unparse(statement)))
    for token in tokenize.generate_tokens(io.StringIO(ast.unparse(bare)).readline):
        if token.type in _LAYOUT:
            continue
        if token.type == tokenize.NAME and not keyword.iskeyword(token.string) and not names:
            yield "name"
        elif token.type in (tokenize.NUMBER, tokenize.STRING) and not names:
            yield "literal"
        else:
            yield token.string


class _Bare(ast.NodeTransformer):
    """Takes annotations away."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt | None:
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        plain = ast.Assign(targets=[node.target], value=node.value)
        return ast.fix_missing_locations(ast.copy_location(plain, node))
