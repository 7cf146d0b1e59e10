"""What a note tells about every convolution: ``BN after each conv, ReLU after the first two``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from evalmode.board.graph import Op

__all__ = ["add_told"]

_BLOCKS = frozenset({"resnet-bottleneck", "inverted-residual"})
_CONVOLUTIONS = frozenset({"conv", "depthwise_conv"})
_NORM = r"\b(?P<op>BN|batch[- ]?norm(?:ali[sz]ation)?s?|GN|group[- ]?norm|norm(?:ali[sz]ation)?)\b"
_ACTIVATION = r"\b(?P<op>ReLU6|ReLU|SiLU|swish|hard[- ]?swish|activations?|non-?linearit(?:y|ies))\b"
_WITHIN = r"[^.;\n]*?"
_ALL = r"\b(?:each|every|all|(?:the )?(?:three|3)|both)\b"
_CONV = r"\bconv\w*"
_SOME = rf"(?:{_ALL}|\b(?:first|1st|but|except|conv ?1|1 ?(?:and|&|,|/) ?2)\b)"
_BEHIND = r"\b(?:after|behind|follow(?:s|ing)?|nach|après)\b"
_HAS = r"(?:\b(?:followed by|then|has|have|had|with|includes?|means|is|are|gets?|contains?|plus|and)\b|[+=:→])"


def add_told(draft: Draft) -> None:
    """Put in the norms and activations that no box shows and a note tells."""
    if draft.setting.architecture not in _BLOCKS:
        return
    texts = [note.text for note in draft.drawing.notes] + draft.words
    _put_in(draft, _told(texts, _NORM), "norm", lambda _: True)
    _put_in(draft, _told(texts, _ACTIVATION), "activation", lambda node: _leads_on(draft, node))


def _told(texts: Iterable[str], operation: str) -> str:
    """How the operation behind every convolution is called; empty if no text tells of one."""
    forms = (
        rf"{operation}{_WITHIN}{_BEHIND}{_WITHIN}{_SOME}",
        rf"{_ALL}{_WITHIN}{_CONV}{_WITHIN}{_HAS}{_WITHIN}{operation}",
        rf"{_CONV}\s*(?:block)?\s*(?:=|:|means)\s*{_CONV}{_WITHIN}{operation}",
    )
    found = (re.search(form, text, re.IGNORECASE) for form in forms for text in texts)
    return next((match["op"] for match in found if match), "")


def _put_in(draft: Draft, word: str, category: str, wanted: Callable[[str], bool]) -> None:
    """Put an operation behind the wanted convolutions, if none of its sort stands behind any."""
    op = draft.setting.read(word).ops[:1] if word else ()
    convolutions = [node for node in draft.nodes.values() if node.op.kind in _CONVOLUTIONS and wanted(node.id)]
    has = {
        node.id: category in {draft.setting.category(kind) for kind in _between(draft, node.id)}
        for node in convolutions
    }
    alone = _alone(draft, convolutions)
    if not op or any(shown for node, shown in has.items() if node not in alone):
        return
    for node in convolutions:
        if has[node.id]:
            continue
        last = next((one for one in _chain(draft, node.id) if _in(draft, one, "norm")), node.id)
        _insert(draft, last, op[0])


def _alone(draft: Draft, convolutions: list[DraftNode]) -> set[str]:
    """Those on a way of their own, as a shortcut's, where a main path has others."""
    leading = {node.id: [one for one in _chain(draft, node.id) if _convolves(draft, one)] for node in convolutions}
    led_to = {one for ones in leading.values() for one in ones}
    alone = {node for node, ones in leading.items() if not ones and node not in led_to}
    return alone if len(alone) < len(convolutions) else set()


def _convolves(draft: Draft, node: str) -> bool:
    return draft.nodes[node].op.kind in _CONVOLUTIONS


def _insert(draft: Draft, before: str, op: Op) -> None:
    """A node right behind another that takes over all that leaves it."""
    shown = draft.nodes[before]
    name = f"{before}/{op.kind}"
    leaving = draft.out_of(before)
    draft.nodes[name] = DraftNode(name, op, shown.label, (), shown.elements, shown.frame)
    for edge in leaving:
        edge.source = name
    draft.edges.append(DraftEdge(before, name, elements=shown.elements))


def _chain(draft: Draft, node: str) -> Iterator[str]:
    """What follows a node, as far as each has one follower and up to the next convolution."""
    seen = {node}
    while len(out := draft.out_of(node)) == 1 and out[0].target not in seen:
        node = out[0].target
        seen.add(node)
        yield node
        if draft.nodes[node].op.kind in _CONVOLUTIONS:
            return


def _between(draft: Draft, node: str) -> list[str]:
    """The kinds of what stands between a convolution and the next, or the end of its path."""
    kinds = []
    for one in _chain(draft, node):
        if draft.nodes[one].op.kind in _CONVOLUTIONS or len(draft.into(one)) > 1:
            break
        kinds.append(draft.nodes[one].op.kind)
    return kinds


def _leads_on(draft: Draft, node: str) -> bool:
    """Whether another convolution follows with nothing but operations on this one value between."""
    return any(draft.nodes[one].op.kind in _CONVOLUTIONS for one in _chain(draft, node))


def _in(draft: Draft, node: str, category: str) -> bool:
    return draft.setting.category(draft.nodes[node].op.kind) == category
