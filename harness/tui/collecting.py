"""When garbage is collected: not while the screens are built, for all that is made then stays.

Collecting meanwhile goes through ever more objects and finds nothing: a sixth of the time to the
first paint. Afterwards what was built is left out of every collection, which would be felt as a
key that answers late: 20 ms, were it to come in the middle of a run.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Collect nothing until the screens are built, or this ends."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collect_from_now() -> None:
    """Collect what is made from now on; nothing changes if it was collected all the time."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def leave_out_what_came() -> None:
    """Leave out what was built after that, the judge; where all is collected, nothing changes."""
    if gc.isenabled() and gc.get_freeze_count():
        gc.freeze()
