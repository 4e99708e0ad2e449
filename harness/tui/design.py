"""The three questions before the code, and where their answers are kept for the review."""

from harness.session import Sitting

Answers = tuple[str, str, str]

QUESTIONS: Answers = (
    "What state does the class keep, and in which structures?",
    "Where will later levels extend it?",
    "What becomes a method of its own, what stays inline?",
)

FILE = "design.md"


def keep_design(sitting: Sitting, answers: Answers) -> None:
    """Keep what the person wrote beside their solution; a file that is there stays as it is."""
    if not any(answer.strip() for answer in answers):
        return
    sections = zip(QUESTIONS, answers, strict=True)
    text = "".join(f"## {question}\n\n{answer.strip()}\n\n" for question, answer in sections)
    file = sitting.folder / FILE
    if not file.exists():
        file.write_text(f"# Design of {sitting.problem.name}\n\n{text}", encoding="utf-8")
