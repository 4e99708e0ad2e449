"""The review as one HTML page: no network, no script, for light and dark, screen and paper."""

from harness.review.page.document import page

__all__ = ["page"]
