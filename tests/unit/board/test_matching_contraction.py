"""What is drawn in full becomes one part where it is drawn rightly, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from board_kit import architecture

from evalmode.board.matching.canon import to_plan
from evalmode.board.matching.contraction import contract
from evalmode.board.notation import parse_notation

if TYPE_CHECKING:
    from evalmode.board.matching.plan import Plan


def contracted(name: str, reference: str, text: str) -> Plan:
    board = architecture(name)
    wanted = next(one for one in board.references if one.name == reference)
    graph = board.rules.renamed(board.interpret(parse_notation(text)))
    return contract(to_plan(graph, wanted.manner), wanted.composites)


def kinds(plan: Plan) -> list[str]:
    return sorted(part.kind for part in plan.parts() if part.kind != "input")


@pytest.mark.parametrize(
    "text",
    [
        "x -> Linear -> ReLU -> Linear -> y",
        "x -> Linear -> GELU -> Dropout -> Linear -> Dropout -> y",
        "x -> nn.Linear(512, 2048) -> F.relu -> nn.Linear(2048, 512) -> y",
    ],
)
def test_two_linear_layers_with_an_activation_are_a_feed_forward_network(text: str) -> None:
    assert kinds(contracted("transformer-block", "pre-norm", text)) == ["ffn"]


@pytest.mark.parametrize(
    "text",
    [
        "x -> Linear -> Linear -> y",
        "x -> ReLU -> Linear -> Linear -> y",
        "x -> Linear as a\na -> ReLU -> Linear -> + a -> y",
    ],
)
def test_what_lacks_the_activation_or_leaks_is_none(text: str) -> None:
    assert "ffn" not in kinds(contracted("transformer-block", "pre-norm", text))


ATTENTION = """x -> W_Q as q
x -> W_K as k
x -> W_V as v
q -> MatMul @ {second} as s
s -> {scale} -> Softmax -> MatMul @ {third} -> W_O -> y"""


def test_attention_in_full_is_one_part() -> None:
    text = ATTENTION.format(second="k", third="v", scale='"/ √d_k"')
    assert kinds(contracted("transformer-block", "pre-norm", text)) == ["mha"]


@pytest.mark.parametrize(
    ("second", "third", "scale"),
    [("v", "k", '"/ √d_k"'), ("k", "v", '"× √d_k"'), ("k", "v", "LayerNorm")],
)
def test_attention_with_swapped_values_or_another_scale_is_not(second: str, third: str, scale: str) -> None:
    text = ATTENTION.format(second=second, third=third, scale=scale)
    assert "mha" not in kinds(contracted("transformer-block", "pre-norm", text))


def test_a_strided_convolution_halves_only_where_it_says_so() -> None:
    strided = contracted("unet", "depth-2", "x -> DoubleConv -> Conv 3x3, stride 2 -> DoubleConv -> y")
    plain = contracted("unet", "depth-2", "x -> DoubleConv -> Conv 1x1 -> y")
    assert "downsample" in kinds(strided)
    assert "downsample" not in kinds(plain)


def test_what_a_contraction_covers_can_still_be_pointed_at() -> None:
    plan = contracted("transformer-block", "pre-norm", "x -> Linear as a\na -> ReLU as b\nb -> Linear as c\nc -> y")
    whole = next(part for part in plan.parts() if part.kind == "ffn")
    assert set(whole.elements) == {"a", "b", "c"}
