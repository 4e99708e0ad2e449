"""What to look at after a sitting, in a few lines that name the next thing to do."""

from harness.review.concepts import concepts
from harness.session import SessionState, Summary


def look_next(state: SessionState, summary: Summary) -> list[str]:
    """Return the lines, the most useful first; there is always one."""
    if not summary.submissions:
        return ["Submit early next time: a first run costs nothing and shows what is asked."]
    held = concepts([state], {}, summary.session, summary.started_at)
    lines = [remark.sentence for remark in held.remarks]
    slow = [
        level
        for level in summary.levels
        if level.unlocked and level.seconds_spent > 1.25 * level.pace * 60
    ]
    if slow:
        level = max(slow, key=lambda each: each.seconds_spent - each.pace * 60)
        took = level.seconds_spent // 60
        lines.append(f"level {level.number} took {took} min, its guide is {level.pace} min")
    failing = [level for level in summary.levels if level.unlocked and level.passed < level.total]
    unseen = [level for level in summary.levels if level.unlocked and not level.total]
    if failing and not lines:
        lines.append(f"level {failing[0].number}: mend what fails there, without the clock")
    if unseen and not failing:
        lines.append(f"level {unseen[0].number} was open: write it now, without the clock")
    return lines or ["Everything passes: do it again in less time, or take another problem."]
