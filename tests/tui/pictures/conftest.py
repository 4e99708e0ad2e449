"""What pictures are taken with."""

from collections.abc import Callable

import pytest

from tests.tui.pictures.looks import Look


@pytest.fixture
def look(request: pytest.FixtureRequest, snap_compare: Callable[..., bool]) -> Look:
    """The size and the theme that a test was asked to be pictured in."""
    size, theme = request.param
    return Look(size, theme, snap_compare)
