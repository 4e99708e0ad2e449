"""Steer what a worker sends by the branches it reaches in the evaluator.

    python -m tests.adversarial.fuzz_wire -max_total_time=60

Takes libFuzzer's options. Begins with true replies, a line a frame; a script that makes the
evaluator raise anything but a verdict ends the run with a traceback.
"""

import json
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-untyped,unused-ignore] # no types anywhere

with atheris.instrument_imports(include=["harness.grading"]):
    from .test_wire_fuzz import RECORDED, converse, framed, packed


def answer_with(lines: bytes) -> None:
    """Let a worker send each line as a frame of its own, after an import that went well."""
    converse(packed(RECORDED[1]) + b"".join(framed(line) for line in lines.split(b"\n")))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for number, reply in enumerate(RECORDED):
            lines = [json.dumps(reply).encode(), json.dumps(RECORDED[0]).encode()]
            (Path(folder) / str(number)).write_bytes(b"\n".join(lines))
        options = ["-handle_alrm=0", "-max_len=1000", folder]
        atheris.Setup([*sys.argv, *options], answer_with)
        atheris.Fuzz()
