"""GroundScreen: what lies under every screen; whoever comes down to it goes home."""

from textual.screen import Screen

from harness.tui.going import ToHome


class GroundScreen(Screen[None]):
    """Shows nothing itself, so that a sitting opened at once need not wait for home."""

    def __init__(self) -> None:
        super().__init__()
        self._left = False

    def on_screen_suspend(self) -> None:
        """Another screen lies over this one."""
        self._left = True

    def on_screen_resume(self) -> None:
        """The last screen over this one has gone."""
        if self._left:
            self.post_message(ToHome())
