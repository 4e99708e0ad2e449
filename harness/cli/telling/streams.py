"""The two streams of every command: standard output is data, standard error is narration."""

import json
import sys
import unicodedata


def tell(text: str) -> None:
    """Print data; a control character in it, such as a candidate prints, is shown, not obeyed."""
    sys.stdout.write(_tame(text) + "\n")


def tell_json(facts: object) -> None:
    """Print data for programs: one document on one line, in ASCII, whatever the locale."""
    sys.stdout.write(json.dumps(facts, separators=(",", ":")) + "\n")


def flush() -> None:
    """Let a reader that waits for each line have what was printed."""
    sys.stdout.flush()


def narrate(text: str) -> None:
    """Print what is going on."""
    sys.stderr.write(_tame(text) + "\n")
    sys.stderr.flush()


def narrating() -> bool:
    """Whether a person is watching the narration."""
    return sys.stderr.isatty()


def _tame(text: str) -> str:
    return "".join(
        character
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
