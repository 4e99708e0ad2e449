"""This machine: its clocks, and the names of it and of its present boot."""

import subprocess
import sys
import time
from functools import cache
from hashlib import sha256
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_MACHINE_ID = Path("/etc/machine-id")


def wall_milliseconds() -> int:
    """Milliseconds since the Unix epoch, UTC; goes on while the machine sleeps, and can be set."""
    return time.time_ns() // 1_000_000


def monotonic_milliseconds() -> int:
    """Milliseconds of this boot without the time the machine slept."""
    awake = getattr(time, "CLOCK_UPTIME_RAW", time.CLOCK_MONOTONIC)  # the first on macOS
    return time.clock_gettime_ns(awake) // 1_000_000


def boot_milliseconds() -> int:
    """Milliseconds of this boot with the time the machine slept."""
    asleep_too = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)  # the second on macOS
    return time.clock_gettime_ns(asleep_too) // 1_000_000


@cache
def boot_id() -> str:
    """A name that no other boot has; empty where the system has none."""
    if sys.platform == "darwin":
        return _sysctl("kern.bootsessionuuid")
    return _first_line(_BOOT_ID)


@cache
def machine_id() -> str:
    """A name that no other machine has, and that tells nothing of it; empty where it has none."""
    name = _sysctl("kern.uuid") if sys.platform == "darwin" else _first_line(_MACHINE_ID)
    return sha256(b"progressive-harness " + name.encode()).hexdigest()[:16] if name else ""


def _first_line(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""


def _sysctl(name: str) -> str:
    try:
        words = ["/usr/sbin/sysctl", "-n", name]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
