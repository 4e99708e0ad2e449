"""Level 2, samples: owners, modes and what a user may do."""

import pytest
from solution import FileSystem


@pytest.mark.tags("permission", "basics")
def test_mode_tells_the_owner_from_everybody_else() -> None:
    system = FileSystem()
    system.create("/diary", "Monday")
    assert system.protect("/diary", "ada", "rwr-") is True
    assert system.may("ada", "w", "/diary") is True
    assert system.may("bob", "w", "/diary") is False
    assert system.may("bob", "r", "/diary") is True
    assert system.may("root", "w", "/diary") is True


@pytest.mark.tags("inheritance")
def test_owner_and_mode_are_inherited_from_the_folder() -> None:
    system = FileSystem()
    system.create("/club")
    system.create("/club/rules", "none")
    assert system.may("ada", "w", "/club/rules") is False
    system.protect("/club", "ada", "rw--")
    assert system.may("ada", "w", "/club/rules") is True
    assert system.may("bob", "r", "/club/rules") is False


@pytest.mark.tags("permission", "path")
def test_every_folder_before_the_end_must_be_readable() -> None:
    system = FileSystem()
    system.create("/safe")
    system.create("/safe/box")
    system.create("/safe/box/ring", "gold")
    system.protect("/safe", "ada", "rw--")
    system.protect("/safe/box", "ada", "rwrw")
    assert system.may("bob", "r", "/safe/box/ring") is False
    assert system.may("ada", "r", "/safe/box/ring") is True


@pytest.mark.tags("missing")
def test_nobody_has_a_right_to_what_is_absent() -> None:
    system = FileSystem()
    assert system.protect("/safe", "ada", "rwrw") is False
    assert system.may("ada", "r", "/safe") is False
    assert system.may("root", "r", "/safe") is False
