"""Pace: what to say when time passes a mark, without stopping anybody."""

from harness.session import LevelSummary, Phase, Summary

_MARKS = (15 * 60, 5 * 60, 60)
"""Seconds left at which the clock is worth a word."""


def level_at_work(summary: Summary) -> LevelSummary:
    """Return the highest open level; a drill's summary begins with the one it is about."""
    return next(level for level in summary.levels if level.number == summary.level)


def pace_news(before: Summary, now: Summary) -> list[tuple[str, str]]:
    """Return what has become worth saying between two looks, as titles and lines."""
    if now.phase is not Phase.RUNNING:
        return []
    news = [
        (f"{mark // 60} min left", "Submit what you have: the best submission counts.")
        for mark in _MARKS
        if now.seconds_left <= mark < before.seconds_left
    ]
    if before.level == now.level:
        earlier, level = level_at_work(before), level_at_work(now)
        guide = level.pace * 60
        if earlier.seconds_spent < guide <= level.seconds_spent:
            news.append(
                (
                    f"Level {level.number}: {level.pace} min have gone",
                    "That is its guide time. A simple solution now beats a fine one too late.",
                )
            )
    return news
