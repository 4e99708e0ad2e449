"""Level 2, samples: owners, modes and what a user may do."""

import pytest
from solution import FileSystem


@pytest.mark.tags("permission", "basics")
def test_mode_tells_the_owner_from_everybody_else() -> None:
    system = FileSystem()
    system.set_mode("/", "rwrw")
    assert system.create("/diary", "Monday", user="ada") is True
    assert system.set_mode("/diary", "r---", user="ada") is True
    assert system.read("/diary", user="ada") == "Monday"
    assert system.read("/diary", user="bob") is None
    assert system.read("/diary") == "Monday"


@pytest.mark.tags("permission", "overwrite")
def test_write_needs_the_right_on_the_file() -> None:
    system = FileSystem()
    system.create("/board", "hello")
    assert system.write("/board", "bob was here", user="bob") is False
    assert system.set_mode("/board", "rwrw") is True
    assert system.write("/board", "bob was here", user="bob") is True
    assert system.read("/board") == "bob was here"


@pytest.mark.tags("inheritance")
def test_mode_is_inherited_from_the_folder() -> None:
    system = FileSystem()
    system.create("/club")
    system.create("/club/rules", "none")
    assert system.write("/club/rules", "one", user="bob") is False
    system.set_mode("/club", "rwrw")
    assert system.write("/club/rules", "one", user="bob") is True
    assert system.set_mode("/club/rules", "rwr-", user="bob") is False


@pytest.mark.tags("permission", "path")
def test_every_folder_before_the_end_must_be_readable() -> None:
    system = FileSystem()
    system.create("/safe")
    system.create("/safe/box")
    system.create("/safe/box/ring", "gold")
    system.set_mode("/safe", "rw--")
    system.set_mode("/safe/box", "rwrw")
    assert system.read("/safe/box/ring", user="bob") is None
    assert system.list_folder("/", user="bob") == ["safe"]
