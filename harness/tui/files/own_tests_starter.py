"""The ``my_tests.py`` that a person who has none is given to begin with."""

from pathlib import Path

from harness.errors import WrongUseError

_STARTER = '''"""My own tests of solution.py: plain pytest or unittest, never scored."""

from solution import {name}


def test_the_class_is_there():
    assert isinstance({name}, type)


# One test for each sentence of the statement is a good measure:
#
# def test_what_the_statement_says():
#     it = {name}()
#     assert it.method("a", 1) == "what the statement expects"
#
# @pytest.mark.parametrize and Hypothesis's @given work too. They see solution.py and nothing else:
# no other files, no network, no processes.
'''


def write_starter(path: Path, class_name: str) -> None:
    """Write it where nothing is; what was saved there meanwhile stays as it is.

    Raises:
        WrongUseError: the folder refuses it.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_STARTER.format(name=class_name))
    except FileExistsError:
        return
    except OSError as error:
        raise WrongUseError(
            f"{path}: cannot be written ({error.strerror}); mend the folder."
        ) from None
