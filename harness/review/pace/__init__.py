"""Pace: time per level beside the guide, time without news, time lost, and the timeline."""

from harness.review.pace.section import Pace, pace
from harness.review.pace.timeline import LevelTime, Moment

__all__ = ["LevelTime", "Moment", "Pace", "pace"]
