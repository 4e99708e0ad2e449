"""The command, or with Dask's ``--preload`` a worker, that notes every grading it begins."""

import os
import sys
from hashlib import sha256
from typing import Any

from harness.classroom import cluster, side_by_side

NOTED = "GRADINGS_NOTED_IN"
"""The variable that names the file, a line each: the submission's hash."""

_grade_one = side_by_side.grade_one


def _noting(grader: Any, source: bytes, terms: Any) -> Any:
    with open(os.environ[NOTED], "ab", buffering=0) as notes:
        notes.write(sha256(source).hexdigest().encode() + b"\n")
    return _grade_one(grader, source, terms)


for place in (side_by_side, cluster):
    vars(place)["grade_one"] = _noting

if __name__ == "__main__":
    from harness.cli.main import main

    sys.exit(main())
