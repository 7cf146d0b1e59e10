"""A drawing as a Mermaid flowchart, for READMEs and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.notation.frames import nested

if TYPE_CHECKING:
    from evalmode.board.drawing import Box, Drawing

__all__ = ["to_mermaid"]

_DIRECTIONS = {"down": "TD", "up": "BT", "right": "LR", "left": "RL", "unknown": "TD"}
_ROUND = frozenset({"+", "⊕", "*", "×", "⊙", "⊗", "−", "-", "σ", "tanh", "·"})


def to_mermaid(drawing: Drawing) -> str:
    """A drawing as the text of a Mermaid flowchart: frames are subgraphs, dashed arrows are dotted.

    Notes follow as comments, because a flowchart has no place for them.
    """
    names = {box.id: f"n{place}" for place, box in enumerate(drawing.boxes, start=1)}
    all_frames = nested(drawing.frames)
    frames = {frame.id: f"f{place}" for place, frame in enumerate(all_frames, start=1)}
    lines = [f"flowchart {_DIRECTIONS[drawing.flow]}"]

    def inside(frame: str, indent: str) -> None:
        lines.extend(
            f"{indent}{_box(box, names[box.id])}" for box in drawing.boxes if _home(box.frame, frames) == frame
        )
        for one in all_frames:
            if one.frame == frame:
                lines.append(f"{indent}subgraph {frames[one.id]}[{_text(one.label or ' ')}]")
                inside(one.id, f"{indent}  ")
                lines.append(f"{indent}end")

    inside("", "  ")
    for arrow in drawing.arrows:
        if arrow.source in names and arrow.target in names:
            line = "-.->" if arrow.dashed else "-->"
            label = f"|{_text(arrow.label)}|" if arrow.label else ""
            lines.append(f"  {names[arrow.source]} {line}{label} {names[arrow.target]}")
    lines += [f"  %% {' '.join(note.text.split())}" for note in drawing.notes]
    return "".join(f"{line}\n" for line in lines)


def _home(frame: str, frames: dict[str, str]) -> str:
    return frame if frame in frames else ""


def _box(box: Box, name: str) -> str:
    text = _text(box.label or " ")
    return f"{name}(({text}))" if box.label in _ROUND else f"{name}[{text}]"


def _text(words: str) -> str:
    """Words between quotation marks; what Mermaid would take for its own signs is written by number."""
    escaped = "".join(f"#{ord(sign)};" if sign in '"#<>&`' else sign for sign in words)
    return '"' + "<br/>".join(escaped.splitlines()) + '"'
