"""What of Home is shown: by the words searched for, and by what is left to do."""

from dataclasses import replace
from enum import Enum

from harness.session import PastSitting, Summary
from harness.tui.screens.home.rows import HomeRows, Offer

HISTORY = 8
"""How many past sittings are listed while nothing is searched for."""


class Filter(Enum):
    """Which problems are shown; the value is added to their heading."""

    ALL = ""
    UNTRIED = ": not tried yet"
    UNFINISHED = ": not yet at full points"

    @property
    def following(self) -> "Filter":
        """The next one, round and round."""
        every = list(Filter)
        return every[(every.index(self) + 1) % len(every)]


def chosen_of(rows: HomeRows, words: str, only: Filter) -> HomeRows:
    """Return the rows to show; what is running is always among them."""
    wanted = words.lower().split()
    history = [past for past in rows.history if _has(wanted, past.name, past.mode, past.problem)]
    return replace(
        rows,
        offers=tuple(offer for offer in rows.offers if _offered(offer, only, wanted)),
        history=tuple(history if wanted else _latest(history)),
    )


def sought(running: Summary, words: str) -> bool:
    """Tell whether a sitting that is running is one of those searched for."""
    return _has(words.lower().split(), running.name, running.mode, running.problem)


def _offered(offer: Offer, only: Filter, wanted: list[str]) -> bool:
    problem = offer.problem
    if only is Filter.UNTRIED and offer.tried:
        return False
    if only is Filter.UNFINISHED and offer.best == problem.max_score:
        return False
    return _has(wanted, problem.id, problem.name, problem.summary, *problem.keywords)


def _latest(history: list[PastSitting]) -> list[PastSitting]:
    return history[:HISTORY]


def _has(wanted: list[str], *texts: str) -> bool:
    text = "\n".join(texts).lower()
    return all(word in text for word in wanted)
