"""TestTree: the tests of a run by level, each with its verdict, as they come."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from harness.catalog import Problem
from harness.grading import Report, TestResult
from harness.tui.conventions.looks import style_of
from harness.tui.conventions.plain import shortened

Leaf = TestResult | None


class TestTree(Tree[Leaf]):
    """Levels, and under each its tests; whatever failed is opened and shown first."""

    __test__ = False  # the name is the field's own; pytest must not collect it

    @dataclass
    class Chosen(Message):
        """A test is under the cursor."""

        result: TestResult

    @dataclass
    class Entered(Message):
        """Enter was pressed on a test."""

        result: TestResult

    def __init__(self, problem: Problem, *, id: str | None = None) -> None:  # noqa: A002
        """Create it; ``id`` is the widget's, named as Textual names it."""
        super().__init__("tests", id=id)
        self._problem = problem
        self._levels: dict[int, TreeNode[Leaf]] = {}
        self.show_root = False
        self.guide_depth = 2
        self.auto_expand = True

    def begin(self) -> None:
        """Forget the run before."""
        self.clear()
        self._levels = {}

    def add(self, results: Iterable[TestResult]) -> None:
        """Show more verdicts, each under its level."""
        grown = {}
        for result in results:
            node = self._levels.get(result.level)
            if node is None:
                node = self._levels[result.level] = self.root.add("", expand=True)
            node.add_leaf(_leaf(result), result)
            grown[result.level] = node
        for level, node in grown.items():
            came = [leaf.data for leaf in node.children if leaf.data is not None]
            passed = sum(each.accepted for each in came)
            node.set_label(self._heading(level, f"{passed} of {len(came)} so far", ""))

    def show(self, report: Report, broken: frozenset[str] = frozenset()) -> None:
        """Show a whole report: what it broke, what failed, and what passed folded away."""
        self.begin()
        results = {level.level: level for level in report.levels}
        failing = self._show_broken([test for test in report.tests if test.id in broken])
        # The level in work is what the person looks for; earlier ones matter once they break.
        for number in sorted(results, key=lambda n: (results[n].verdict == "accepted", -n)):
            level = results[number]
            passed = level.verdict == "accepted"
            heading = self._heading(
                number, f"{level.passed} of {level.total}", style_of(level.verdict)
            )
            heading.append(f"  {level.verdict.code}", f"bold {style_of(level.verdict)}")
            node = self.root.add(heading, expand=not passed)
            self._levels[number] = node
            tests = [test for test in report.tests if test.level == number]
            for test in sorted(tests, key=lambda test: test.accepted):
                leaf = node.add_leaf(_leaf(test), test)
                if failing is None and not test.accepted:
                    failing = leaf
        first = failing or (self.root.children[0] if self.root.children else None)
        if first is not None:
            self.call_after_refresh(self._begin_at, first)

    def on_tree_node_highlighted(self, event: "Tree.NodeHighlighted[Leaf]") -> None:
        """Say which test is under the cursor."""
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Chosen(event.node.data))

    def on_tree_node_selected(self, event: "Tree.NodeSelected[Leaf]") -> None:
        """Say that a test was entered; a level only folds."""
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Entered(event.node.data))

    def _begin_at(self, node: TreeNode[Leaf]) -> None:
        """Put the cursor on a node near the top, and keep the heading over it in view."""
        self.move_cursor(node)
        # Forced, for a pane that is not in front has no bars yet to scroll by.
        self.call_after_refresh(self.scroll_home, animate=False, force=True)

    def _show_broken(self, tests: list[TestResult]) -> TreeNode[Leaf] | None:
        """Put what was green before over everything else; return the first of it."""
        if not tests:
            return None
        heading = Text.assemble(("Was green, is red", "bold red"), f"  {len(tests)}")
        node = self.root.add(heading, expand=True)
        leaves = [node.add_leaf(_leaf(test), test) for test in tests]
        return leaves[0]

    def _heading(self, number: int, count: str, style: str) -> Text:
        name = self._problem.level(number).name
        return Text.assemble((f"Level {number}", "bold"), f" · {name}  ", (count, style))


def _leaf(result: TestResult) -> Text:
    name = shortened(result.name.replace("::", "."), 80)
    label = Text.assemble((f"{result.verdict.code:<3}", f"bold {style_of(result.verdict)}"), " ")
    label.append(name)
    if result.kind == "sample":
        label.append("  sample", "dim")
    return label
