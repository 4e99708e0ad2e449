"""Making and proving problems.

A problem is *sound* when its statement, tests, references and wrong submissions agree with one
another; this room finds out, by running them through the grader that candidates meet.
"""

from harness.authoring.finding import Finding
from harness.authoring.mutation import MutationScore, prove_mutants
from harness.authoring.proof import Proof, prove_all
from harness.authoring.soundness import prove

__all__ = ["Finding", "MutationScore", "Proof", "prove", "prove_all", "prove_mutants"]
