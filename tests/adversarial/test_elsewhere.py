"""The corpus once more where less protects: each layer off, and as a user without privileges.

What a submission needs and the report does not list is not promised there; all else is.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.grading.protection import WITHOUT
from harness.grading.worker.protections import OPTIONAL_LAYERS
from tests.grading.ordinary_user import run_as_ordinary_user

CORPUS = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "auto"]
CORPUS += ["tests/adversarial/test_corpus.py"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.alone,
    pytest.mark.timeout(1000),
    pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's"),
]


def holds(finished: subprocess.CompletedProcess[str]) -> None:
    """Check that every submission was tried and got its verdict."""
    assert finished.returncode == 0, finished.stdout[-4000:] + finished.stderr[-2000:]
    last = finished.stdout.splitlines()[-1]
    assert " passed" in last
    assert "skipped" not in last


@pytest.mark.parametrize("without", [*OPTIONAL_LAYERS, ",".join(OPTIONAL_LAYERS)])
def test_without_a_layer(without: str) -> None:
    holds(
        subprocess.run(
            CORPUS,
            env={**os.environ, WITHOUT: without},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    )


@pytest.mark.skipif(os.getuid() != 0, reason="not root: the corpus itself is an ordinary user's")
def test_as_an_ordinary_user() -> None:
    holds(run_as_ordinary_user(CORPUS))
