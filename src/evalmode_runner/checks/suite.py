"""A problem's checks, gathered by decorators."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from evalmode_runner.checks.cases import Case, Demand
from evalmode_runner.checks.draw import Draw

DrawExample = Callable[[Draw], Demand]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, on examples that are drawn anew for every submission.

    Args:
        name: The function's name with hyphens.
        title: First line of its docstring: what is tried.
        teaches: The rest of the docstring: what to think about when it fails.
        draw: Draws an example and says what must hold.
        examples: How many are drawn, at least one of each type.
        dtypes: Floating-point types by name; the first is the usual one.
        gradients: Whether gradients are compared where values are.
        strided: Whether one example has inputs with gaps in memory.
        visible: Whether candidates see it before they submit; it is always the same example then.
    """

    name: str
    title: str
    teaches: str
    draw: DrawExample
    examples: int = 4
    dtypes: tuple[str, ...] = ("float32", "float64")
    gradients: bool = True
    strided: bool = True
    visible: bool = False


class Suite:
    """The checks of one problem, in the order in which they are tried."""

    def __init__(self) -> None:
        self.checks: list[Check] = []
        self.cost_case: Callable[[Draw], Case] | None = None

    def check(
        self,
        *,
        examples: int = 4,
        dtypes: tuple[str, ...] = ("float32", "float64"),
        gradients: bool = True,
        strided: bool = True,
    ) -> Callable[[DrawExample], DrawExample]:
        """A check on drawn examples: the smallest one, random ones, each type, and one with gaps in memory."""

        def keep(draw: DrawExample) -> DrawExample:
            title, teaches = _docstring(draw)
            self.checks.append(Check(_name(draw), title, teaches, draw, examples, dtypes, gradients, strided))
            return draw

        return keep

    def example(self, draw: DrawExample) -> DrawExample:
        """An example that candidates see, with its inputs and the expected result."""
        title, teaches = _docstring(draw)
        self.checks.append(
            Check(_name(draw), title, teaches, draw, 1, ("float32",), gradients=False, strided=False, visible=True)
        )
        return draw

    def cost(self, draw: Callable[[Draw], Case]) -> Callable[[Draw], Case]:
        """A larger case, about a millisecond for the reference: time and memory are compared on it."""
        self.cost_case = draw
        return draw


def _name(draw: DrawExample) -> str:
    return draw.__name__.replace("_", "-")


def _docstring(draw: DrawExample) -> tuple[str, str]:
    title, _, rest = inspect.cleandoc(draw.__doc__ or _name(draw)).partition("\n")
    return title.strip(), " ".join(rest.split())
