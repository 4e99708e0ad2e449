"""HeadedList: a list whose headings cannot be chosen, and are in view with what they head."""

from textual.widgets import OptionList


class HeadedList(OptionList):
    """At its first choice it stands at its top: the cursor alone would never bring that back."""

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the choice under the cursor into view, with the headings over the first."""
        super().scroll_to_highlight(top)
        first = next((at for at, each in enumerate(self.options) if not each.disabled), None)
        if self.highlighted is not None and self.highlighted == first:
            self.scroll_home(animate=False, immediate=True, force=True)
