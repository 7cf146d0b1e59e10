"""How somebody draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from random import Random

__all__ = ["Style", "random_style"]


@dataclass(frozen=True, slots=True)
class Style:
    """How somebody draws.

    Args:
        flow: Where data flows to.
        bindings: ``new`` (0.18), ``old`` (focus and gap), ``one`` end only, ``none``, or ``mixed``.
        jitter: How far things are from where they should be, in scene units.
        scale: How far apart everything is.
        free_labels: Share of words that are not bound to what they belong to.
        extras: Share of the scribbles, notes, deleted elements and groups that are added.
        shape: Whether a U-Net is drawn as a U.
    """

    flow: Literal["down", "up", "right"] = "down"
    bindings: Literal["new", "old", "one", "none", "mixed"] = "new"
    jitter: float = 0.0
    scale: float = 1.0
    free_labels: float = 0.0
    extras: float = 0.0
    shape: Literal["auto", "rows"] = "auto"

    def __str__(self) -> str:
        return (
            f"{self.flow}, {self.bindings} bindings, ±{self.jitter:.0f}, ×{self.scale:.2f}, {self.free_labels:.0%} free"
        )


def random_style(random: Random) -> Style:
    """Somebody's way of drawing."""
    return Style(
        flow=random.choice(["down", "down", "up", "right"]),
        bindings=random.choice(["new", "new", "old", "one", "none", "mixed"]),
        jitter=random.choice([0.0, 3.0, 6.0, 9.0]),
        scale=random.choice([1.0, 1.0, 1.2, 1.5]),
        free_labels=random.choice([0.0, 0.0, 0.3, 1.0]),
        extras=random.choice([0.0, 0.3, 1.0]),
        shape=random.choice(["auto", "rows"]),
    )
