"""The limits a worker puts on itself before it reads a line of the candidate's code."""

import resource
import sys
from typing import Any

from .protections import (
    CPU_TIME_LIMIT,
    DESCRIPTOR_LIMIT,
    FILE_SIZE_LIMIT,
    MEMORY_LIMIT,
    NO_CORE_DUMPS,
)


def apply_limits(limits: dict[str, Any]) -> list[str]:
    """Set the kernel's resource limits; return the names of those that took hold.

    Args:
        limits: ``memory_bytes`` and ``cpu_seconds``, a backstop for when nobody watches.
    """
    wanted = [
        (CPU_TIME_LIMIT, resource.RLIMIT_CPU, limits["cpu_seconds"]),
        (FILE_SIZE_LIMIT, resource.RLIMIT_FSIZE, 0),
        (DESCRIPTOR_LIMIT, resource.RLIMIT_NOFILE, 64),
        (NO_CORE_DUMPS, resource.RLIMIT_CORE, 0),
    ]
    if sys.platform != "darwin":  # where it is accepted and then ignored
        wanted.append((MEMORY_LIMIT, resource.RLIMIT_AS, limits["memory_bytes"]))
    held = []
    for name, which, amount in wanted:
        _, hard = resource.getrlimit(which)
        ceiling = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        try:
            resource.setrlimit(which, (ceiling, ceiling))
        except (OSError, ValueError):
            continue
        held.append(name)
    return held
