"""The three questions before the code, and how their answers are kept for the review."""

from harness.session import Sitting

Answers = tuple[str, str, str]

QUESTIONS: Answers = (
    "What state does the class keep, and in which structures?",
    "Where will later levels extend it?",
    "What becomes a method of its own, what stays inline?",
)


def keep_design(sitting: Sitting, answers: Answers) -> None:
    """Record what the person wrote, unless they wrote nothing.

    Raises:
        RefusedError: the sitting is over.
    """
    first, second, third = (answer.strip() for answer in answers)
    if first or second or third:
        sitting.note_design((first, second, third))
