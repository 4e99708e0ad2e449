"""Text that candidates had a hand in, made safe to stand in a line of a report."""


def printable(text: str) -> str:
    """The same with every character spelt out that is no sign: controls, turns of direction."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )
