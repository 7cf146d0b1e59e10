"""Modules run where submissions run: what they do is told, and what they are not able to do is prevented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evalmode.bank import BoardItem, load_bank
from evalmode.board.modules import prove_references

if TYPE_CHECKING:
    from evalmode.judge import LocalJudge

SOURCE = """
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.widen = nn.Linear(d, 2 * d)
        self.norm = nn.BatchNorm1d(2 * d)

    def forward(self, x):
        wide = self.widen(x)
        normed = self.norm(wide)
        return normed, wide
"""
INPUT = (((3, 4), 0),)


def test_parameters_and_the_shape_of_every_value_are_told(judge: LocalJudge) -> None:
    run = judge.run_module(SOURCE, "Network", INPUT)
    assert (run.ran, run.parameters, run.outputs) == (True, 4 * 8 + 8 + 16, ((3, 8), (3, 8)))
    assert dict(run.nodes) == {"x": (3, 4), "wide": (3, 8), "normed": (3, 8)}
    assert run.tier
    assert run.largest_difference is None


def test_the_same_with_other_names_is_the_same(judge: LocalJudge) -> None:
    run = judge.run_module(SOURCE, "Network", INPUT, against=(SOURCE.replace("self.widen", "self.other"), "Network"))
    assert run.largest_difference == 0.0
    assert run.against_parameters == run.parameters


def test_a_module_that_computes_something_else_differs(judge: LocalJudge) -> None:
    other = SOURCE.replace("self.norm(wide)", "self.norm(torch.relu(wide))")
    run = judge.run_module(SOURCE, "Network", INPUT, against=(other, "Network"))
    assert run.largest_difference is not None
    assert run.largest_difference > 0.01


def test_weights_that_have_no_counterpart_are_told(judge: LocalJudge) -> None:
    other = SOURCE.replace("nn.Linear(d, 2 * d)", "nn.Linear(d, 2 * d, bias=False)")
    run = judge.run_module(SOURCE, "Network", INPUT, against=(other, "Network"))
    assert run.largest_difference is None
    assert "counterpart" in run.says
    assert run.against_parameters == run.parameters - 8


def test_a_module_may_take_the_weights_in_its_own_way(judge: LocalJudge) -> None:
    taking = """
    def take(self, named):
        self.both.weight.copy_(named["widen.weight"])
        self.both.bias.copy_(named["widen.bias"])
"""
    other = SOURCE.replace("self.widen", "self.both") + taking
    run = judge.run_module(SOURCE.replace("normed, wide", "wide"), "Network", INPUT, against=(other, "Network"))
    assert "returns" in run.says  # the other one returns two
    run = judge.run_module(
        SOURCE.replace("normed, wide", "wide"),
        "Network",
        INPUT,
        against=(other.replace("normed, wide", "wide"), "Network"),
    )
    assert run.largest_difference == 0.0


def test_the_same_seed_draws_the_same(judge: LocalJudge) -> None:
    noisy = SOURCE.replace("self.widen(x)", "self.widen(x) + torch.randn(3, 8)")
    run = judge.run_module(noisy, "Network", INPUT, seed=5, against=(noisy, "Network"))
    assert run.largest_difference == 0.0


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (SOURCE.replace("2 * d)\n        self.norm", "3 * d)\n        self.norm"), "RuntimeError"),
        ("class Network:", "Line 1"),
        ("def Network(): pass", "does not define the class"),
        ("", "empty"),
        (SOURCE.replace("super().__init__()", "super().__init__()\n        open('/etc/passwd').read()", 1), "Error"),
        (
            SOURCE.replace("super().__init__()", "super().__init__()\n        import os; os._exit(0)", 1),
            "run to its end",
        ),
        (
            SOURCE.replace("super().__init__()", "super().__init__()\n        import socket; socket.socket()", 1),
            "",
        ),
    ],
)
def test_what_does_not_run_is_told(judge: LocalJudge, source: str, says: str) -> None:
    run = judge.run_module(source, "Network", INPUT)
    assert not run.ran
    assert says in run.says
    assert judge.run_module(SOURCE, "Network", INPUT).ran  # and nobody else has to suffer


def test_an_input_that_does_not_fit_is_told_with_the_line(judge: LocalJudge) -> None:
    run = judge.run_module(SOURCE, "Network", (((3, 5), 0),))
    assert not run.ran
    assert "wide = self.widen(x)" in run.says


def test_a_very_large_module_is_shaped_and_not_computed(judge: LocalJudge) -> None:
    run = judge.run_module(SOURCE.replace("d=4", "d=9000"), "Network", (((3, 9000), 0),))
    assert (run.ran, run.computed, run.outputs) == (True, False, ((3, 18000), (3, 18000)))


def test_whole_numbers_stay_below_their_bound(judge: LocalJudge) -> None:
    source = """
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(3, 2)

    def forward(self, tokens):
        return self.embedding(tokens)
"""
    assert judge.run_module(source, "Network", (((50, 7), 3),)).outputs == ((50, 7, 2),)
    assert not judge.run_module(source, "Network", (((50, 7), 30),)).ran


def test_every_reference_of_the_pack_is_what_an_independent_module_computes(judge: LocalJudge) -> None:
    boards = [item for item in load_bank() if isinstance(item, BoardItem)]
    assert boards
    found = [str(problem) for item in boards for problem in prove_references(item, judge.run_module)]
    assert found == []


def test_a_reference_with_a_mistake_is_not(judge: LocalJudge) -> None:
    item = next(item for item in load_bank() if isinstance(item, BoardItem) and item.id == "transformer-block")

    def mistaken(source: str, class_name: str, tensors: object, **further: object) -> object:
        return judge.run_module(source.replace(" + ffn", " - ffn"), class_name, tensors, **further)

    found = [problem for problem in prove_references(item, mistaken) if "computes something else" in problem.message]
    assert found


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("gpt", "causal=True)", "causal=False)"),
        ("gpt", "token_ids[:, 1:]", "token_ids[:, :-1]"),
        ("gpt", "rotate(q), rotate(k)", "q, k"),
        ("bert", "masked_fill(~chosen", "masked_fill(chosen"),
        ("bert", "self.norm_1(x + self.attention(x))", "x + self.attention(self.norm_1(x))"),
        ("vit", "hidden[:, 0]", "hidden[:, 1]"),
        ("enc-dec", "block(decoded, encoded)", "block(decoded, decoded)"),
        ("enc-dec", "angles.sin(), angles.cos()", "angles.cos(), angles.sin()"),
        ("moe", ".topk(2)", ".topk(3)"),
        ("vae", "torch.exp(logvar / 2)", "torch.exp(logvar)"),
        ("clip", "F.normalize(", "(lambda x, dim: x)("),
        ("ddpm", "(1 - kept).sqrt()", "(1 - kept)"),
    ],
)
def test_a_network_with_a_mistake_is_noticed(judge: LocalJudge, name: str, right: str, wrong: str) -> None:
    item = load_bank().get(f"board/{name}")
    assert isinstance(item, BoardItem)
    changed = []

    def mistaken(source: str, class_name: str, tensors: object, **further: object) -> object:
        changed.append(right in source)
        return judge.run_module(source.replace(right, wrong), class_name, tensors, **further)

    found = [problem for problem in prove_references(item, mistaken) if "computes something else" in problem.message]
    assert any(changed)
    assert len(found) == sum(changed)


def test_an_embedding_is_counted_without_loading_half_of_torch(judge: LocalJudge) -> None:
    source = """
import sys
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(3, 2)

    def forward(self, tokens):
        if "torch._dynamo" in sys.modules:
            raise RuntimeError("half of torch was loaded")
        return self.embedding(tokens)
"""
    run = judge.run_module(source, "Network", (((2, 3), 3),))
    assert (run.says, run.ran, run.parameters) == ("It runs: 6 parameters, output (2, 3, 2).", True, 6)
