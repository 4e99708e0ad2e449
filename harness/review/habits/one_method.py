"""One method that does everything: long, and with many ways through it."""

from lizard import analyze_file

from harness.review.habits.finding import Finding, Findings
from harness.review.remark import Figure
from harness.review.syntax.definitions import SourceFile

_WAYS, _LINES = 15, 30
"""More ways through a method, over more lines, are too many; no reference comes near both."""
_FEW_WAYS, _METHODS = 7, 8
"""So few ways in the most involved of so many methods are worth a good word."""


def one_method(source: SourceFile) -> Findings:
    """Find methods with many branches, or say that there are none at all.

    The ways are McCabe's cyclomatic complexity, as lizard counts it.
    """
    text = "\n".join(source.lines)
    measured = analyze_file.analyze_source_code("solution.py", text).function_list
    for each in measured:
        if each.cyclomatic_complexity > _WAYS and each.nloc > _LINES:
            yield Finding(
                kind="does_everything",
                tone="advice",
                sentence=f"`{each.name}` has {each.cyclomatic_complexity} ways through it on "
                f"{each.nloc} lines: give each case or step a method of its own, so that the next "
                "level has a small place to change.",
                lines=((each.start_line, each.end_line),),
                figures=(
                    Figure(name="ways through it", value=each.cyclomatic_complexity),
                    Figure(name="code", value=each.nloc, unit="lines"),
                ),
            )
    if len(measured) >= _METHODS:
        most = max(measured, key=lambda each: each.cyclomatic_complexity)
        if most.cyclomatic_complexity <= _FEW_WAYS:
            yield Finding(
                kind="small_methods",
                tone="well",
                sentence=f"The methods are small: of {len(measured)}, the most involved is "
                f"`{most.name}`, with {most.cyclomatic_complexity} ways through it.",
                lines=((most.start_line, most.end_line),),
                figures=(Figure(name="most ways", value=most.cyclomatic_complexity),),
            )
