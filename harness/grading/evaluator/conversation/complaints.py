"""What a worker's description of an error says of the submission.

Descriptions come from the other side and may be forged: nothing here trusts their form.
"""

from typing import Any

from harness.grading.evaluator.conversation.transcript import error_in_words

_MOST_LINES = 1 << 31


def compile_message(reply: list[Any]) -> tuple[str, int | None]:
    """Say why a source does not compile, and on which line if it is known."""
    described = reply[1] if isinstance(reply[1], dict) else {}
    syntax = described.get("syntax")
    if isinstance(syntax, list) and len(syntax) == 3:
        line, message, text = syntax
        excerpt = f": {text.strip()[:80]}" if isinstance(text, str) and text.strip() else ""
        where = f"line {line}" if isinstance(line, int) else "it"
        return f"solution.py does not compile: {where}: {message}{excerpt}", (
            line if isinstance(line, int) else None
        )
    return f"solution.py does not compile: {error_in_words(described)}.", None


def last_line(described: dict[str, Any]) -> int | None:
    """The line of the candidate's own file where an error rose, if it crossed one."""
    try:
        line = described["lines"][-1][0]
    except (LookupError, TypeError):  # it crossed no line of the candidate's, or is forged
        return None
    return line if type(line) is int and 0 < line < _MOST_LINES else None


def unfit_call(request: list[Any], described: dict[str, Any]) -> str:
    """Say why, when the submission lacks what the test calls, or cannot be called so.

    An error in which no line of the candidate's file took part arose at the border: in a statically
    compiled language it would have been a compile error, and it is treated as one.
    """
    if described.get("lines") or request[0] not in ("call", "get"):
        return ""
    if described.get("builtin") == "AttributeError" and request[2] is not None:
        return f"solution.py does not define {request[2]!r}."
    if described.get("builtin") == "TypeError":
        text = error_in_words(described).removeprefix("TypeError: ")
        if "argument" in text or "not callable" in text or "abstract" in text:
            return f"it cannot be called so: {text}."
    return ""
