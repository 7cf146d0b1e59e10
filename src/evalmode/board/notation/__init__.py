"""A drawing as lines of text, for the keyboard, for screen readers, and for references; and as Mermaid.

One line is one chain of steps, joined by arrows::

    x (B, T, d) -> LayerNorm -> MHA h=8 -> + x as y       # `+ x`: the value so far and x meet
    y -> LayerNorm -> Linear 4d -> GELU -> Linear d -> + y -> out (B, T, d)

:func:`parse_notation` tells the rest.
"""

from evalmode.board.notation.errors import NotationError
from evalmode.board.notation.mermaid import to_mermaid
from evalmode.board.notation.parse import parse_notation
from evalmode.board.notation.write import write_notation

__all__ = ["NotationError", "parse_notation", "to_mermaid", "write_notation"]
