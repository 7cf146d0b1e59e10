"""Coding problems in a notebook: what a cell defines is judged where it stands."""

from evalmode.notebook.checking import check

__all__ = ["check"]
