"""A folder of the judge's is gone in the end, even where its owner was killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from harness.grading.private_folder import PrivateFolder

OWNER = """
from harness.grading.private_folder import PrivateFolder
with PrivateFolder() as folder:
    print(folder.path, flush=True)
    input()
"""


class Owner:
    """A process that has a folder for as long as it lives."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        self.folder = Path(process.stdout.readline().strip())

    def kill(self) -> None:
        """End it so that it can remove nothing."""
        self.process.kill()
        self.process.wait()


@contextmanager
def owner(temporary: Path) -> Iterator[Owner]:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as process:
        try:
            yield Owner(process)
        finally:
            process.kill()


def make_old(folder: Path) -> None:
    os.utime(folder, (1, 1))


def test_it_goes_with_all_it_holds_and_closing_twice_is_no_harm() -> None:
    folder = PrivateFolder()
    assert folder.path.stat().st_mode & 0o777 == 0o700
    (folder.path / "below").mkdir()
    (folder.path / "below" / "file").touch()
    folder.close()
    assert not folder.path.exists()
    folder.close()


@pytest.mark.parametrize("old", [True, False])
def test_what_a_killed_owner_leaves_is_removed_by_a_later_one_unless_it_is_new(
    tmp_path: Path, old: bool
) -> None:
    with owner(tmp_path) as killed:
        killed.kill()
    assert killed.folder.parent == tmp_path
    (killed.folder / "file").touch()
    if old:
        make_old(killed.folder)
    with owner(tmp_path):
        assert killed.folder.exists() is not old


def test_what_is_held_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    other = tmp_path / "harness-sittings-of-somebody"
    other.mkdir()
    target = tmp_path / "target"
    target.mkdir()
    link = tmp_path / "harness-own-link"
    link.symlink_to(target)
    with ExitStack() as owners:
        held = owners.enter_context(owner(tmp_path))
        for folder in (held.folder, other, target):
            make_old(folder)
        os.utime(link, (1, 1), follow_symlinks=False)
        owners.enter_context(owner(tmp_path))
        assert held.folder.is_dir()
        assert other.is_dir()
        assert link.is_symlink()
        assert target.is_dir()
