"""A key equation in which a name stands at another's place is a mistake; every other way of writing is none."""

from __future__ import annotations

import pytest
from board_kit import architecture

from evalmode.board.findings.equations import equation_findings
from evalmode.board.notation import parse_notation


def found(equation: str) -> list[str]:
    drawing = parse_notation(f"x -> σ -> y\nnote: {equation}")
    return [one.message for one in equation_findings(architecture("lstm-cell"), drawing)]


@pytest.mark.parametrize(
    "equation", ["c_t = f⊙c_{t-1} + i⊙o", "c_t = i⊙c_{t-1} + f⊙g", "h_t = i ⊙ tanh(c_t)", "h_t = o_t ⊙ tanh(h_t)"]
)
def test_a_name_at_anothers_place_is_found(equation: str) -> None:
    assert len(found(equation)) == 1
    assert equation in found(equation)[0]


@pytest.mark.parametrize(
    "equation",
    [
        "c_t = f⊙c_{t-1} + i⊙g",
        "c = f*c + i*g",
        "C_t = i_t * C̃_t + f_t * C_{t-1}",
        "c_t = f c_{t-1} + (1-f) g",
        "h = o * tanh(c)",
        "f_t = σ(W_f [h, x] + b_f)",
        "c_t = keep + write",
    ],
)
def test_other_ways_of_writing_are_left_alone(equation: str) -> None:
    assert found(equation) == []
