"""What proving all built-in problems costs: cold, cached and with mutants, in one run.

    python benchmarks/verify.py [PROBLEM ...] [--without-mutants]

Cold means without a kept proof; compiled tests and the examples drawn for them are kept from a run
before, whose figures stand in brackets.
CPU seconds are those of every process, as the kernel counts them for a control group of their own;
where none can be made, those of processes that were waited for, which leaves out submissions that
bubblewrap ran.
"""

import argparse
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup/cpuacct")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("problem", nargs="*", help="by default all")
    parser.add_argument("--without-mutants", action="store_true", help="leave the long run out")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache, own_group() as group:
        environment = {**os.environ, "XDG_CACHE_HOME": cache}
        verify = [sys.executable, "-m", "harness", "verify", *args.problem]
        runs = {"(compiling)": ["--no-cache"], "cold": ["--no-cache"], "cached": []}
        if not args.without_mutants:
            runs["with mutants"] = ["--mutants"]
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start")
        print("| run | wall s | CPU s | exit code |\n|---|---|---|---|")
        for name, options in runs.items():
            started, used = time.perf_counter(), cpu_seconds(group)
            code = subprocess.run(
                [*verify, *options], env=environment, stdout=subprocess.DEVNULL, check=False
            ).returncode
            wall, cpu = time.perf_counter() - started, cpu_seconds(group) - used
            print(f"| {name} | {wall:.1f} | {cpu:.1f} | {code} |", flush=True)


@contextlib.contextmanager
def own_group() -> Iterator[Path | None]:
    """A control group that holds this process and all that it starts, where one can be made."""
    group = GROUPS / f"verify-{os.getpid()}"
    try:
        group.mkdir()
        before = GROUPS / _group_now() / "cgroup.procs"
        (group / "cgroup.procs").write_text(str(os.getpid()))
    except (OSError, StopIteration):
        yield None
        return
    try:
        yield group
    finally:
        before.write_text(str(os.getpid()))
        group.rmdir()


def _group_now() -> str:
    lines = Path("/proc/self/cgroup").read_text().splitlines()
    return next(line.split(":")[2] for line in lines if ":cpuacct:" in line).lstrip("/")


def cpu_seconds(group: Path | None) -> float:
    """CPU seconds used so far."""
    if group is not None:
        return int((group / "cpuacct.usage").read_text()) / 1e9
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
