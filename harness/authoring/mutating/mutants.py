"""Mutants of a source: the same program with one small mistake each, as mutmut makes them."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from harness.errors import WrongUseError


@dataclass(frozen=True)
class Mutant:
    """One small mistake."""

    source: str
    """The whole program with the mistake in it."""
    method: str
    """The function or method that holds it; empty outside all of them."""
    line: int
    """Where the mistake is in the program as it was, from 1."""
    was: str
    """The lines that it changes, joined to one, with single spaces."""
    becomes: str
    """What they are now."""

    def __str__(self) -> str:
        """``method: `was` becomes `becomes```."""
        return f"{self.method or 'the module'}: `{self.was}` becomes `{self.becomes}`"


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a program.

    Raises:
        WrongUseError: mutmut is not installed.
    """
    try:
        import libcst
        from libcst.metadata import MetadataWrapper
        from mutmut.mutation.file_mutation import MutationVisitor
        from mutmut.mutation.mutators import mutation_operators
        from mutmut.mutation.pragma_handling import IgnoredCode

        from harness.authoring.mutating.replacing import ProgramText
    except ImportError:
        raise WrongUseError(
            "Mutants need the package mutmut: pip install 'progressive-harness[authoring]'."
        ) from None
    visitor = MutationVisitor(mutation_operators, IgnoredCode(set(), set(), set()))
    wrapper = MetadataWrapper(libcst.parse_module(source))
    wrapper.visit(visitor)
    text = ProgramText(source, wrapper)
    for mutation in visitor.mutations:
        node = mutation.original_node
        holder: libcst.CSTNode | None = mutation.contained_by_top_level_function
        names_a_type = isinstance(node, libcst.Assign) and isinstance(node.value, libcst.Subscript)
        if names_a_type and holder is None:
            continue  # `Fields = dict[str, str]`: nothing behaves by it
        method = holder.name.value if isinstance(holder, libcst.FunctionDef) else ""
        yield _mutant(source, text.replaced(node, mutation.mutated_node), method)


def _mutant(source: str, mutated: str, method: str) -> Mutant:
    before, after = source.splitlines(), mutated.splitlines()
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    first, last = changed[0], changed[-1]
    return Mutant(
        source=mutated,
        method=method,
        line=first[1] + 1,
        was=" ".join(" ".join(before[first[1] : last[2]]).split()),
        becomes=" ".join(" ".join(after[first[3] : last[4]]).split()),
    )
