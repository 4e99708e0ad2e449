"""Rehearse a progressive coding assessment: one system, four levels, ninety minutes."""

__version__ = "0.1.0"
