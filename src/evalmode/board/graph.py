"""What a drawing means: operations with their parameters, joined by values with shapes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Edge", "Graph", "Node", "Op"]

EdgeKind = Literal["data", "gradient", "other"]


@dataclass(frozen=True, slots=True)
class Op:
    """An operation in the canonical vocabulary.

    Args:
        kind: Its canonical name, such as ``conv``, ``linear``, ``layer_norm``, ``attention``, ``add``; ``input`` and
            ``output`` are the ends; ``value`` is a tensor that only passes through; ``unknown`` was not understood.
        params: Name → value as written, such as ``(("kernel", "3"), ("stride", "2"))``; sorted by name. Sizes may be
            expressions over symbols, such as ``4d``.
    """

    kind: str
    params: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """A parameter as it is written, or the default."""
        return dict(self.params).get(name, default)


@dataclass(frozen=True, slots=True)
class Node:
    """One operation of a drawing.

    Args:
        id: Unique in the graph; the box's id, with ``/1``, ``/2``, … where one box names several operations.
        op: What it does.
        label: The words it was drawn with.
        names: What the value it makes is called, normalised, such as ``f`` of ``f_t = σ(…)`` or ``q``; may be several.
        elements: The elements to point at.
        frame: The innermost frame's id.
    """

    id: str
    op: Op
    label: str = ""
    names: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A value on its way from one operation to another.

    Args:
        source: Id of the node that makes it.
        target: Id of the node that takes it.
        kind: ``data``; ``gradient`` for an arrow of the backward pass; ``other`` for what is neither.
        port: Which input of the target it is where that matters, such as ``q``, ``k``, ``v``; empty if it does not say.
        shape: Its shape as written, such as ``(B, T, d)``; empty if none is written.
        label: All words on it.
        elements: The elements to point at: the arrow, its label.
    """

    source: str
    target: str
    kind: EdgeKind = "data"
    port: str = ""
    shape: str = ""
    label: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Operations and the values between them.

    Args:
        nodes: In topological order where there is one.
        edges: In the order of the nodes.
        words: Everything that is written outside boxes and arrows, for rules that look for a mention.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    words: tuple[str, ...] = field(default=())
