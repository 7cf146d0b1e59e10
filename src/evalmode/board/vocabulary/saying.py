"""What is asked of a label, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.graph import Op
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["Asked", "Reading"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A label to be read.

    Args:
        words: The label, or the part of it in question, plain.
        vocabulary: What words mean.
        architecture: Whose context to read it in; empty for none.
        hints: Labels with the kind each has in this exercise.
    """

    words: str
    vocabulary: Vocabulary
    architecture: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)

    @property
    def context(self) -> Mapping[str, str]:
        """What labels mean in this architecture."""
        return self.vocabulary.contexts.get(self.architecture, {})

    def about(self, words: str) -> Asked:
        """The same question about other words."""
        return replace(self, words=words)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a label says.

    Args:
        ops: The operations, in the order in which a value passes through them; empty if it names a value only.
        names: What the value that comes out is called, normalised.
        shape: The shape written with it; empty if none is.
        wires: For each operation the values it takes: a place in ``ops``, or a name. Empty for a plain chain.
        known: Whether the label was understood at all.
        repeat: How often the whole is done, such as ``6`` or ``N``; empty if once.
    """

    ops: tuple[Op, ...] = ()
    names: tuple[str, ...] = ()
    shape: str = ""
    wires: tuple[tuple[int | str, ...], ...] = ()
    known: bool = True
    repeat: str = ""

    @property
    def value(self) -> bool:
        """Whether it names a value and no operation."""
        return self.known and not self.ops
