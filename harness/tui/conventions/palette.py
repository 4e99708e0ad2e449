"""CommandProvider: the command palette, filled from the table with what can be done right now."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from harness.tui.conventions.commands import COMMANDS, Command


class CommandProvider(Provider):
    """Offers the commands whose keys are alive on the screen beneath, each with its key."""

    async def discover(self) -> Hits:
        """Offer all of them."""
        for name, command, run in self._alive():
            yield DiscoveryHit(name, run, help=command.help)

    async def search(self, query: str) -> Hits:
        """Offer those that match by name or by what they do."""
        matcher = self.matcher(query)
        for name, command, run in self._alive():
            score = max(matcher.match(name), matcher.match(command.help))
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=command.help)

    def _alive(self) -> Iterator[tuple[str, Command, Callable[[], object]]]:
        offered: set[str] = set()
        for active in self.screen.active_bindings.values():
            command = COMMANDS.get(active.binding.id or "")
            if command is None or not active.enabled or command.id in offered:
                continue
            offered.add(command.id)
            key = self.app.get_key_display(active.binding)
            run = partial(self.app.run_action, command.action, active.node)
            yield f"{command.name}  ({key})", command, run
