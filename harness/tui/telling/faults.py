"""What to say of an error: its own title and line, or that the fault is ours."""

from harness.errors import HarnessError


def title_of(error: Exception) -> str:
    """Return the heading."""
    return error.title if isinstance(error, HarnessError) else "A fault of the harness"


def line_of(error: Exception) -> str:
    """Return the line."""
    if isinstance(error, HarnessError):
        return str(error)
    return f"{type(error).__name__}: {error}. Nothing is lost; go on, or try again."
