"""Ordinary suites meet the candidate's objects as if they were in their own process."""

from collections.abc import Callable

from harness.grading import TestResult

SOURCE = """
    import contextlib
    import enum
    from dataclasses import dataclass

    LIMIT = 10
    NAMES = ("a", "b")

    class RefusedError(ValueError):
        def __init__(self, code):
            super().__init__(f"refused with {code}")
            self.code = code

    class DeeperError(RefusedError):
        pass

    class Colour(enum.Enum):
        RED = 1
        BLUE = 2

    @dataclass(frozen=True)
    class Point:
        x: int
        y: int

    def double(number):
        return 2 * number

    class Thing:
        SIZE = 3
        made = 0

        def __init__(self, items=()):
            self.items = list(items)
            Thing.made += 1

        @property
        def count(self):
            return len(self.items)

        @count.setter
        def count(self, value):
            del self.items[value:]

        @classmethod
        def of(cls, *items):
            return cls(items)

        @staticmethod
        def twice(number):
            return 2 * number

        def __len__(self): return len(self.items)
        def __iter__(self): return iter(self.items)
        def __getitem__(self, index): return self.items[index]
        def __setitem__(self, index, value): self.items[index] = value
        def __contains__(self, item): return item in self.items
        def __add__(self, other): return Thing(self.items + other.items)
        def __eq__(self, other): return isinstance(other, Thing) and self.items == other.items
        def __hash__(self): return hash(tuple(self.items))
        def __lt__(self, other): return self.items < other.items
        def __str__(self): return f"Thing of {len(self.items)}"
        def __enter__(self): self.items.append("in"); return self
        def __exit__(self, kind, error, traceback):
            self.items.append("out" if kind is None else kind.__name__)
            return kind is KeyError
        def __call__(self, a, *, b=0): return a + b

        def lazily(self):
            for item in self.items:
                yield item

        def point(self): return Point(1, 2)
        def colour(self): return Colour.RED
        def visit(self, function): return [function(item) for item in self.items]
        def catch(self, function):
            try:
                function()
            except LookupError as error:
                return type(error).__name__
        def refuse(self, code): raise RefusedError(code)
        def refuse_deeper(self): raise DeeperError(9)
        def missing(self): return {}["gone"]
        def leave(self): raise SystemExit(3)
        def say(self, text): print(text)
"""
TESTS = """
    import contextlib
    import io
    import unittest

    import pytest
    import solution
    from solution import LIMIT, Colour, DeeperError, Point, RefusedError, Thing, double

    @pytest.fixture
    def thing():
        return Thing([1, 2, 3])

    def test_constants(): assert LIMIT + 1 == 11 and solution.NAMES == ("a", "b")
    def test_function(): assert double(4) == 8
    def test_property(thing):
        assert thing.count == 3
        thing.count = 1
        assert thing.count == 1
    def test_class_attribute(): assert Thing.SIZE == 3
    def test_class_state_is_fresh_first(): assert (Thing.made, Thing(), Thing.made)[2] == 1
    def test_class_state_is_fresh_second(): assert (Thing.made, Thing(), Thing.made)[2] == 1
    def test_classmethod(): assert Thing.of(4, 5).items == [4, 5]
    def test_staticmethod(thing): assert thing.twice(2) == 4 and Thing.twice(3) == 6
    def test_attribute(thing):
        thing.label = "x"
        assert thing.label == "x" and hasattr(thing, "label") and not hasattr(thing, "absent")
    def test_private_attribute(thing): assert getattr(thing, "_absent", 7) == 7
    def test_length_and_items(thing):
        thing[0] = 9
        assert len(thing) == 3 and thing[0] == 9 and list(thing) == [9, 2, 3] and 2 in thing
        assert sorted(thing, reverse=True) == [9, 3, 2]
    def test_sequence_end(thing):
        with pytest.raises(IndexError):
            thing[99]
    def test_operators(thing): assert (thing + thing).items == [1, 2, 3, 1, 2, 3]
    def test_equality_of_its_own_objects(thing):
        assert thing == Thing([1, 2, 3]) and thing != Thing() and thing != [1, 2, 3]
    def test_hash(thing): assert len({thing, Thing([1, 2, 3])}) == 1
    def test_ordering(thing): assert Thing([0]) < thing
    def test_text(thing): assert str(thing) == "Thing of 3" and f"{thing}" == "Thing of 3"
    def test_context_manager(thing):
        with thing as held:
            assert held is thing
        assert thing.items[-2:] == ["in", "out"]
    def test_context_manager_swallows(thing):
        with thing:
            raise KeyError("x")
        assert thing.items[-1] == "KeyError"
    def test_callable(thing): assert thing(1, b=2) == 3
    def test_generator(thing):
        lazily = thing.lazily()
        assert next(lazily) == 1 and list(lazily) == [2, 3]
    def test_generator_ends(thing):
        with pytest.raises(StopIteration):
            next(Thing().lazily())
    def test_dataclass(thing):
        point = thing.point()
        assert (point.x, point.y) == (1, 2) and point == Point(1, 2) and point != Point(1, 3)
    def test_frozen_dataclass(thing):
        import dataclasses
        with pytest.raises(dataclasses.FrozenInstanceError):
            thing.point().x = 5
    def test_enum(thing):
        assert thing.colour() == Colour.RED and thing.colour() is Colour.RED
        assert thing.colour() != Colour.BLUE and thing.colour().name == "RED"
        assert [colour.value for colour in Colour] == [1, 2]
    def test_isinstance(thing):
        assert isinstance(thing, Thing) and not isinstance(thing.point(), Thing)
        assert not isinstance(3, Thing)
    def test_callback(thing):
        seen = []
        assert thing.visit(lambda item: seen.append(item) or item * 2) == [2, 4, 6]
        assert seen == [1, 2, 3]
    def test_callback_that_calls_back(thing):
        assert thing.visit(lambda item: thing.twice(item)) == [2, 4, 6]
    def test_callback_that_raises(thing):
        def fail(): raise KeyError("test")
        assert thing.catch(fail) == "KeyError"
    def test_callback_that_raises_with_numbers(thing):
        for number in (10**5000, float("nan"), 1 << 70, 10**100_000):
            def fail(): raise KeyError(number)
            assert thing.catch(fail) == "KeyError"
    def test_own_error(thing):
        with pytest.raises(RefusedError) as caught:
            thing.refuse(7)
        assert caught.value.code == 7 and str(caught.value) == "refused with 7"
    def test_own_error_by_module(thing):
        with pytest.raises(solution.RefusedError, match="refused with 8"):
            thing.refuse(8)
    def test_own_error_by_base(thing):
        with pytest.raises(RefusedError):
            thing.refuse_deeper()
        with pytest.raises(ValueError):
            thing.refuse_deeper()
        with pytest.raises(DeeperError):
            thing.refuse_deeper()
    def test_builtin_error(thing):
        with pytest.raises(KeyError, match="gone"):
            thing.missing()
    def test_system_exit(thing):
        with pytest.raises(SystemExit):
            thing.leave()
    def test_output_with_capsys(thing, capsys):
        thing.say("hello")
        assert capsys.readouterr().out == "hello\\n"
    def test_output_redirected(thing):
        with contextlib.redirect_stdout(io.StringIO()) as output:
            thing.say("hello")
        assert output.getvalue() == "hello\\n"
    def test_method_kept(thing):
        twice = thing.twice
        assert twice(5) == 10
    def test_arguments_that_are_its_objects(thing): assert (Thing() + thing).count == 3

    @pytest.mark.parametrize(("number", "doubled"), [(1, 2), (3, 6)])
    def test_parametrised(number, doubled): assert double(number) == doubled

    class TestGrouped:
        @pytest.fixture(autouse=True)
        def make(self): self.thing = Thing([5])
        def test_method(self): assert self.thing.count == 1

    class Old(unittest.TestCase):
        def setUp(self): self.thing = Thing([1])
        def tearDown(self): self.thing = None
        def test_equal(self): self.assertEqual(self.thing.items, [1])
        def test_raises(self):
            with self.assertRaises(RefusedError): self.thing.refuse(1)
        def test_is_none(self): self.assertIsNone(self.thing.say("x"))
        def test_sub(self):
            for number in (1, 2):
                with self.subTest(number=number):
                    self.assertEqual(double(number), 2 * number)

    class OldShared(unittest.TestCase):
        @classmethod
        def setUpClass(cls): cls.thing = Thing()
        def test_one(self): self.thing.items; self.assertEqual(self.thing.count, 0)
        def test_two(self): self.assertEqual(self.thing.count, 0)
"""

Ask = Callable[[str, str], dict[str, TestResult]]


def complaints(results: dict[str, TestResult]) -> dict[str, str]:
    return {
        name: f"{test.verdict}: {test.message}"
        for name, test in results.items()
        if not test.accepted
    }


def test_an_ordinary_suite_runs_unedited(ask: Ask) -> None:
    results = ask(SOURCE, TESTS)
    assert complaints(results) == {}
    assert len(results) > 40


def test_the_same_when_every_test_gets_its_own_process(ask: Ask) -> None:
    assert complaints(ask("    import sys\n" + SOURCE, TESTS)) == {}


def test_failures_of_unittest_style_are_seen(ask: Ask) -> None:
    tests = """
        import unittest
        from solution import Thing
        class Old(unittest.TestCase):
            def test_equal(self): self.assertEqual(Thing().value(), 2)
            def test_true(self): self.assertTrue(Thing().value() == 2)
            def test_raises(self):
                with self.assertRaises(ValueError): Thing().value()
            def test_sub(self):
                for number in (1, 2):
                    with self.subTest(number=number):
                        self.assertEqual(Thing().value(), number)
    """
    results = ask("class Thing:\n    def value(self): return 1\n", tests)
    assert {test.verdict.code for test in results.values()} == {"WA"}
    assert results["Old::test_equal"].message == "thing.value() returned 1; expected 2."
