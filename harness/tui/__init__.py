"""The screens: they show session state and send intents, and keep no state of their own."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from harness.tui.app import run as run_app

__all__ = ["run_app"]


def __getattr__(name: str) -> Any:
    """Hand out ``run_app``; Textual is imported only by whoever asks for it."""
    if name == "run_app":
        from harness.tui.collecting import no_collecting

        with no_collecting():
            from harness.tui.app import run

        return run
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
