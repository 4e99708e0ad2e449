"""The limits a worker puts on itself before it reads a line of the candidate's code."""

import resource
import sys
from typing import Any


def apply_limits(limits: dict[str, Any]) -> list[str]:
    """Set the kernel's resource limits; return the names of those that took hold.

    Args:
        limits: ``memory_bytes`` and ``cpu_seconds``, a backstop for when nobody watches.
    """
    wanted = [
        ("cpu time limit", resource.RLIMIT_CPU, limits["cpu_seconds"]),
        ("file size limit", resource.RLIMIT_FSIZE, 0),
        ("descriptor limit", resource.RLIMIT_NOFILE, 64),
        ("no core dumps", resource.RLIMIT_CORE, 0),
    ]
    if sys.platform != "darwin":  # where it is accepted and then ignored
        wanted.append(("memory limit", resource.RLIMIT_AS, limits["memory_bytes"]))
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
