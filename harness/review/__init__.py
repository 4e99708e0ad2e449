"""What to learn from a sitting that is over: growth, habits, pace, own tests, concepts.

A ``Review`` is a frozen value made of sections, each a tuple of ``Remark``s. Every sentence it can
print carries the places and figures it rests on; there is no advice without a place, and never a
verdict on a person. This room draws nothing: commands and screens show what it says.
"""

from harness.review.concepts import Concepts
from harness.review.growth import Growth
from harness.review.material import Material, material
from harness.review.pace import Pace
from harness.review.remark import Figure, Place, Remark, Tone
from harness.review.review import Review
from harness.review.reviewing import judged, past_sittings, review_sitting
from harness.review.section import Section

__all__ = [
    "Concepts",
    "Figure",
    "Growth",
    "Material",
    "Pace",
    "Place",
    "Remark",
    "Review",
    "Section",
    "Tone",
    "judged",
    "material",
    "past_sittings",
    "review_sitting",
]
