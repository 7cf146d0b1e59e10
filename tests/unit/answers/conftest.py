"""One warm grader and a question that belongs to no pack."""

from __future__ import annotations

import pytest

from evalmode.answers import EmbeddedGrader
from evalmode.core import Gradable, KeyPoint, Misconception


@pytest.fixture(scope="session")
def grader():
    return EmbeddedGrader()


@pytest.fixture(scope="session")
def question():
    return Gradable(
        "test/momentum",
        "What does momentum do in gradient descent?",
        (
            KeyPoint(
                "average",
                "Momentum keeps a running average of past gradients and steps along that average.",
                accepted=(
                    "v = beta * v + g, then w = w - lr * v",
                    "it accumulates past gradients into a velocity",
                    "the update uses an exponential average of earlier gradients",
                ),
                misconceptions=(
                    Misconception("momentum forgets all earlier gradients", "It averages over them."),
                    Misconception("momentum averages the losses", "It averages gradients, not losses."),
                ),
            ),
            KeyPoint(
                "damps",
                "Momentum damps oscillations across a valley and speeds up progress along it.",
                accepted=(
                    "the zigzag cancels and the consistent direction adds up",
                    "it smooths out oscillations and goes faster along the valley",
                    "less zigzag, faster in the steady direction",
                ),
                misconceptions=(
                    Misconception(
                        "momentum makes oscillations larger and progress slower", "It is the other way round."
                    ),
                ),
            ),
        ),
        seconds=40,
    )
