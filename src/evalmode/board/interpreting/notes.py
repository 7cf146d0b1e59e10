"""Words outside boxes and arrows: kept for rules that look for a mention, and used where they name a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft

__all__ = ["read_notes"]

_NAMED = frozenset({"sigmoid", "tanh", "gate", "candidate", "linear", "multiply"})


def read_notes(draft: Draft) -> None:
    """Collect the words of notes and frames; a note such as ``f_t = σ(…)`` beside a box names what the box makes."""
    for note in draft.drawing.notes:
        draft.words.append(note.text)
        node = draft.nodes.get(draft.exits.get(note.near, ""))
        if node is not None and node.op.kind in _NAMED and not node.names:
            reading = draft.setting.read(note.text)
            node.call(reading.names[:1])
    draft.words += [frame.label for frame in draft.drawing.frames]
