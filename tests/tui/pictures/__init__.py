"""Every screen as a picture, at three sizes, in dark and in light; look at them after every change.

`pytest tests/tui/pictures --snapshot-update -n 0 -m "slow or not slow"` makes them anew.
"""
