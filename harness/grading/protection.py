"""How well a grading is protected, and what to say and do about it.

The needs are three: files confined, no network, no new processes. With them other people's code
can be graded; without one of them only code that one would run oneself.
"""

import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from harness.errors import InternalFaultError, WrongUseError
from harness.grading.worker.protections import (
    BUBBLEWRAP,
    FILES_CONFINED,
    LANDLOCK,
    NO_NETWORK,
    NO_PROCESSES,
    OPTIONAL_LAYERS,
    SECCOMP,
)

NEEDS = {
    FILES_CONFINED: "read the files of this user",
    NO_NETWORK: "reach the network",
    NO_PROCESSES: "start processes",
}
"""What grading other people's code needs, and what a submission can do where it is missing."""

WITHOUT = "HARNESS_WITHOUT"
"""The environment variable that turns single layers off."""


class Isolation(StrEnum):
    """How well a grading is protected, in a word."""

    STRONG = "strong"
    """Every need is met, and by all three layers."""
    GOOD = "good"
    """Every need is met: enough for other people's code."""
    PARTIAL = "partial"
    """Some need is met."""
    WEAK = "weak"
    """No need is met: limits alone."""

    @property
    def suffices(self) -> bool:
        """Whether other people's code may be graded so."""
        return self in (Isolation.STRONG, Isolation.GOOD)


class Protected(Protocol):
    """A report, or whatever else lists what protected it."""

    @property
    def protections(self) -> Collection[str]:
        """Names out of ``harness.grading.worker.protections``."""


class IsolationMissingError(InternalFaultError):
    """Grading was asked to be isolated and this system cannot do it."""

    title = "Not isolated"

    def __init__(self, protections: Collection[str]) -> None:
        super().__init__(
            f"nothing was graded: here a submission could {_exposed(protections)}; "
            "`harness doctor` tells how to mend it."
        )


def unmet_needs(protections: Collection[str]) -> list[str]:
    """The needs that were not seen to hold."""
    return [need for need in NEEDS if need not in protections]


def isolation(protections: Collection[str]) -> Isolation:
    """Rate what protects a grading."""
    unmet = unmet_needs(protections)
    if not unmet:
        all_layers = all(layer in protections for layer in OPTIONAL_LAYERS)
        return Isolation.STRONG if all_layers else Isolation.GOOD
    return Isolation.WEAK if len(unmet) == len(NEEDS) else Isolation.PARTIAL


def shortfall(report: Protected) -> str:
    """One line on what a submission could have done; empty where isolation was good enough.

    A report without any protection is one in which nothing of the candidate's was run.
    """
    if not report.protections or not unmet_needs(report.protections):
        return ""
    return (
        f"isolation is {isolation(report.protections)}: this code could "
        f"{_exposed(report.protections)} (`harness doctor` tells more)"
    )


def turned_off(environment: Mapping[str, str]) -> list[str]:
    """The layers that ``HARNESS_WITHOUT`` names.

    Raises:
        WrongUseError: it names something else.
    """
    named = [name.strip() for name in environment.get(WITHOUT, "").split(",") if name.strip()]
    for name in named:
        if name not in OPTIONAL_LAYERS:
            raise WrongUseError(
                f"{WITHOUT}: {name!r} is no layer; the layers are {', '.join(OPTIONAL_LAYERS)}."
            )
    return named


@dataclass(frozen=True)
class Layer:
    """One layer on this machine."""

    name: str
    holds: bool
    """Whether it was tried and kept what it promises."""
    reason: str
    """Why it does not hold."""
    guards: str
    """What its absence exposes, unless another layer guards it too."""
    mend: str
    """How to get it."""


@dataclass(frozen=True)
class Examination:
    """What this machine offers."""

    layers: tuple[Layer, ...]
    protections: tuple[str, ...]

    @property
    def isolation(self) -> Isolation:
        """The rating."""
        return isolation(self.protections)


def examine(environment: Mapping[str, str]) -> Examination:
    """Try every layer on this machine, as a grading does.

    Raises:
        WrongUseError: ``HARNESS_WITHOUT`` names no layer.
        InternalFaultError: the process that tries them ended.
    """
    from harness.grading.evaluator.workers.stop import JudgeBrokenError
    from harness.grading.evaluator.workers.zygote import WorkerZygote

    without = turned_off(environment)
    with tempfile.TemporaryDirectory(prefix="harness-") as top:
        run, secrets = Path(top, "run"), Path(top, "secrets")
        run.mkdir()
        secrets.mkdir()
        secret = secrets / "test_hidden.py"
        secret.write_text("a secret\n", encoding="utf-8")
        zygote = WorkerZygote(run, secret, without)
        try:
            zygote.describe()
        except JudgeBrokenError as error:
            raise InternalFaultError(f"The layers could not be tried: {error}.") from None
        finally:
            zygote.close()
    layers = tuple(
        Layer(
            name,
            name in zygote.protections,
            zygote.missing.get(name, ""),
            guards,
            mend,
        )
        for name, (guards, mend) in _LAYERS.items()
    )
    return Examination(layers, tuple(zygote.protections))


_LAYERS = {
    LANDLOCK: (
        "this user's files, hidden tests among them",
        "Linux 5.13 or later with Landlock enabled (`lsm=` on the kernel's command line), "
        "and `pip install landlockpy`",
    ),
    SECCOMP: (
        "UDP and local sockets, new processes, signals to others, modes and times of files",
        "`apt-get install libseccomp2`, or your system's libseccomp, and `pip install pyseccomp`",
    ),
    BUBBLEWRAP: (
        "the names of files and processes, which the other layers let be seen",
        "`apt-get install bubblewrap`, on a system that grants this user namespaces; optional",
    ),
}


def _exposed(protections: Collection[str]) -> str:
    *most, last = (NEEDS[need] for need in unmet_needs(protections))
    return f"{', '.join(most)} and {last}" if most else last
