"""Section: the remarks of one kind, which a part of the review may add data to."""

from harness.catalog.models import Model
from harness.review.remark import Remark


class Section(Model):
    """What one part of the review has to say; no remark means that there is nothing to say."""

    remarks: tuple[Remark, ...] = ()
    silence: str = ""
    """Why nothing could be looked at, in one line; empty when it was looked at."""
