"""Two small logistic models turn measurements into probabilities; their coefficients stand in ``fitted.json``.

``tools/fit_grader.py`` fits them. They are kept this simple so that every verdict can be explained by the measurements
that made it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.features import ADDRESSED, RIGHT
from evalmode.core import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.embedder import Floats

FITTED = Path(__file__).parent / "fitted.json"


@dataclass(frozen=True)
class Logistic:
    """A logistic model over named features."""

    weights: Floats
    intercept: float

    def probability(self, rows: Floats) -> Floats:
        """One probability per row of features."""
        scores: Floats = 1 / (1 + np.exp(-(rows @ self.weights + self.intercept)))
        return scores


@dataclass(frozen=True)
class Combiner:
    """Both models.

    Args:
        addressed: Whether a stretch speaks to the key point.
        right: Whether what it says there is right.
    """

    addressed: Logistic
    right: Logistic


@cache
def load_combiner() -> Combiner:
    """Read the fitted coefficients.

    Raises:
        UnavailableError: The file is missing or does not fit the features.
    """
    try:
        data = json.loads(FITTED.read_text(encoding="utf-8"))
        return Combiner(_logistic(data["addressed"], ADDRESSED), _logistic(data["right"], RIGHT))
    except (OSError, ValueError, KeyError) as error:
        raise UnavailableError(
            f"The grader's coefficients in {FITTED} are missing or damaged.",
            hint="Install evalmode again to mend it: pip install --force-reinstall evalmode",
        ) from error


def _logistic(data: dict[str, float], names: Sequence[str]) -> Logistic:
    return Logistic(np.array([data[name] for name in names], dtype=np.float32), data["intercept"])
