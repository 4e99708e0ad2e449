"""Making and proving problems.

A problem is *sound* when its statement, tests, references and wrong submissions agree with one
another; this room finds out, by running them through the grader that candidates meet.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from harness.authoring.finding import Finding, not_loaded
    from harness.authoring.mutating.mutation import MutationScore, prove_mutants
    from harness.authoring.proving.proof import Proof, prove_all, prove_several
    from harness.authoring.proving.soundness import prove
    from harness.authoring.strength.strength import Strength

_HOMES = {
    "Finding": "finding",
    "MutationScore": "mutating.mutation",
    "Proof": "proving.proof",
    "Strength": "strength.strength",
    "not_loaded": "finding",
    "prove": "proving.soundness",
    "prove_all": "proving.proof",
    "prove_mutants": "mutating.mutation",
    "prove_several": "proving.proof",
}
__all__ = [
    "Finding",
    "MutationScore",
    "Proof",
    "Strength",
    "not_loaded",
    "prove",
    "prove_all",
    "prove_mutants",
    "prove_several",
]


def __getattr__(name: str) -> Any:
    # Lazy, because the process of dry runs passes through here and must start without pydantic.
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"harness.authoring.{_HOMES[name]}"), name)
