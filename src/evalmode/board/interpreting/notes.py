"""Words outside boxes and arrows: kept for rules that look for a mention, and used where they name or explain a box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.vocabulary.plain import squash

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft
    from evalmode.board.vocabulary import Reading

__all__ = ["explained", "read_notes"]

_NAMED = frozenset({"sigmoid", "tanh", "gate", "candidate", "linear", "multiply"})
_LEGEND = re.compile(r"^\s*(?P<short>[A-Za-z][\w-]{0,11})\s*(?:=|:|means|stands for)\s*(?P<long>.+)$")


def read_notes(draft: Draft) -> None:
    """Collect the words of notes and frames; a note such as ``f_t = σ(…)`` beside a box names what the box makes."""
    for note in draft.drawing.notes:
        draft.words.append(note.text)
        node = draft.nodes.get(draft.exits.get(note.near, ""))
        if node is not None and node.op.kind in _NAMED and not node.names:
            reading = draft.setting.read(note.text)
            node.call(reading.names[:1])
    draft.words += [frame.label for frame in draft.drawing.frames]


def explained(draft: Draft, label: str) -> Reading | None:
    """What a legend such as ``DB = conv, BN, ReLU twice`` says about a label that is not understood otherwise."""
    first = re.match(r"[A-Za-z][\w-]*", label.strip())
    if first is None:
        return None
    for note in draft.drawing.notes:
        for line in note.text.split("\n"):
            legend = _LEGEND.match(line)
            if legend and squash(legend["short"]) == squash(first.group()):
                reading = draft.setting.read(legend["long"])
                return reading if reading.ops else None
    return None
