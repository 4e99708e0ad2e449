"""Going from one screen to another: a screen says where to, and the app, which knows all, goes."""

from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from harness.session import Sitting


@dataclass
class ToSitting(Message):
    """Work in a sitting, over the screen in front; a new one begins with its questions."""

    sitting: Sitting
    new: bool = False


@dataclass
class ToResult(Message):
    """See what a sitting earned, over the screen in front or instead of the one that asks."""

    sitting: Sitting
    instead_of: Screen[None] | None = None


@dataclass
class ToOvertime(Message):
    """Go on in a sitting that is over, instead of the screen that asks."""

    sitting: Sitting
    instead_of: Screen[None]


@dataclass
class ToReview(Message):
    """See what to learn from a sitting."""

    sitting: Sitting


class ToProgress(Message):
    """See how the person is getting on."""


class ToHome(Message):
    """See all that can be opened."""
