"""Paths side by side that do the same and meet again, as a ResNeXt's are drawn: one path with a grouped convolution."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

__all__ = ["merge_branches"]

_MEETING = frozenset({"add", "concat"})
_PATHS = r"(?:paths?|branch(?:es)?|groups?|towers?|copies|columns|in total|total|×|x(?= |$))"
_NUMBER = re.compile(
    rf"(?<![\w.])(?P<n>\d{{1,3}}) ?(?:parallel |identical |equal |same |such |of these |total )*{_PATHS}"
    r"|(?:cardinality|\bC|groups?|total(?: of)?|paths?|branches|[×x])\s*[=:]?\s*(?P<m>\d{1,3})(?![\w.]| ?[×x]| ?→)",
    re.IGNORECASE,
)


def merge_branches(draft: Draft) -> None:
    """Make one path of those that start at one value, do the same with kernels of their own, and meet in one join."""
    if draft.setting.architecture != "resnet-bottleneck":
        return
    for join in [node for node in draft.nodes.values() if node.op.kind in _MEETING]:
        paths: dict[tuple[object, ...], list[list[str]]] = {}
        for edge in draft.into(join.id):
            start, path = _path(draft, edge)
            if any(draft.nodes[one].op.get("kernel") == "3" for one in path):
                done = tuple((draft.nodes[one].op.kind, draft.nodes[one].op.params) for one in path)
                paths.setdefault((start, done), []).append(path)
        for same in paths.values():
            if len(same) > 1:
                _merge(draft, same)
                _pass_join(draft, join)


def _path(draft: Draft, edge: DraftEdge) -> tuple[str, list[str]]:
    """Where a path to a join starts, and its operations, as far back as each has one value and gives one."""
    path: list[str] = []
    node = edge.source
    while len(draft.into(node)) == 1 and len(draft.out_of(node)) == 1 and node not in path:
        path.insert(0, node)
        node = draft.into(node)[0].source
    return node, path


def _merge(draft: Draft, same: list[list[str]]) -> None:
    """Keep the first of several paths, with the elements of all, as wide as all of them."""
    kept = same[0]
    for path in same[1:]:
        for one, other in zip(kept, path, strict=True):
            draft.nodes[one].elements = tuple(dict.fromkeys(draft.nodes[one].elements + draft.nodes[other].elements))
            del draft.nodes[other]
    draft.edges = [edge for edge in draft.edges if edge.source in draft.nodes and edge.target in draft.nodes]
    middle = next(draft.nodes[one] for one in kept if draft.nodes[one].op.get("kernel") == "3")
    width, number = middle.op.get("out") or middle.op.get("in"), _number(draft)
    for one in kept:
        _widen(draft.nodes[one], width, number)
        for edge in (*draft.into(one), *draft.out_of(one)):
            edge.shape = _scaled(edge.shape, width, number)
    params = {**dict(middle.op.params), "groups": str(number or len(same))}
    middle.op = Op(middle.op.kind, tuple(sorted(params.items())))


def _number(draft: Draft) -> int:
    """How many paths there are, of which some may be left out; zero if nothing tells."""
    texts = [*draft.words, *(arrow.label for arrow in draft.drawing.arrows)]
    found = (_NUMBER.search(text) for text in texts)
    return next((int(match["n"] or match["m"]) for match in found if match), 0)


def _widen(node: DraftNode, width: str, number: int) -> None:
    """The sizes of all paths together; none where it is not told how many they are."""
    params = dict(node.op.params)
    for name in ("in", "out"):
        if params.get(name) == width and width.isdigit() and number:
            params[name] = str(int(width) * number)
        elif params.get(name) == width:
            del params[name]
    node.op = Op(node.op.kind, tuple(sorted(params.items())))
    node.shape = _scaled(node.shape, width, number)


def _scaled(shape: str, width: str, number: int) -> str:
    size = re.compile(rf"(?<![\w./-]){re.escape(width)}(?![\w./])") if width else None
    if size is None or not size.search(shape):
        return shape
    return size.sub(str(int(width) * number), shape, count=1) if width.isdigit() and number else ""


def _pass_join(draft: Draft, join: DraftNode) -> None:
    """A join that is left with one value is none."""
    into = draft.into(join.id)
    if len(into) != 1:
        return
    for edge in draft.out_of(join.id):
        edge.source, edge.elements = into[0].source, (*into[0].elements, *join.elements, *edge.elements)
    draft.edges.remove(into[0])
    del draft.nodes[join.id]
