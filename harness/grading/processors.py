"""The processors that this process may use: often fewer than the machine has."""

import os


def own_processors() -> list[int]:
    """Their numbers; none where the system does not say."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def processor_count() -> int:
    """How many there are; those of the machine where the system does not say."""
    return len(own_processors()) or os.cpu_count() or 1
