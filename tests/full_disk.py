"""A disk that is full, as this process sees it."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.session import Store


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def full_disk_under(store: Store) -> Iterator[None]:
    """The disk takes no more of this store, which is open and was written to."""
    with files_at_most(Path(f"{store.file}-wal").stat().st_size):
        yield
