"""The screens, one a file, in folders by what they show; each has its styles beside it.

No folder imports another that can be gone to: a screen says where to (``harness.tui.going``).
"""
