"""What grouped-query attention must do."""

import torch

from evalmode_runner.checks import Suite, call

suite = Suite()


def inputs(draw, heads, groups, *, batch=None):
    """q, k and v with T queries, S keys and width D."""
    batch = batch or draw.size("B", 1, 2)
    queries, keys, width = draw.size("T", 1, 6), draw.size("S", 2, 6), draw.size("D", 1, 5)
    return {
        "q": draw.normal("q", batch, heads, queries, width),
        "k": draw.normal("k", batch, groups, keys, width),
        "v": draw.normal("v", batch, groups, keys, width),
    }


@suite.example
def four_heads_two_groups(draw):
    """Four query heads, two groups, one key each: every head returns the value of its group."""
    return call(
        {
            "q": draw.tensor([[[[1.0]], [[2.0]], [[3.0]], [[4.0]]]]),
            "k": draw.tensor([[[[1.0]], [[1.0]]]]),
            "v": draw.tensor([[[[10.0]], [[20.0]]]]),
        }
    )


@suite.check()
def as_many_groups_as_heads(draw):
    """G = H is multi-head attention: outputs and gradients are the reference's."""
    heads = draw.size("H", 1, 4)
    return call(inputs(draw, heads, heads))


@suite.check(examples=4)
def one_group(draw):
    """G = 1 is multi-query attention: all heads share one key and value head."""
    return call(inputs(draw, draw.size("H", 2, 4), 1))


@suite.check()
def groups(draw):
    """Neighbouring query heads share a key and value head: query head h uses group h // (H / G).

    Write the list of groups for six heads and two groups; every head keeps its own softmax.
    """
    groups, members = draw.choice("groups and members", [(2, 2), (2, 3), (3, 2), (4, 2)])
    return call(inputs(draw, groups * members, groups, batch=2))


@suite.check()
def causal(draw):
    """With causal=True query i sees keys 0 to i, also when there are more queries or more keys."""
    return call(inputs(draw, 4, 2), causal=True)


@suite.check(examples=3, gradients=False)
def large_scores(draw):
    """Scores in the thousands stay finite.

    The exponential of 1000 is infinite; a softmax subtracts the largest score first.
    """
    given = inputs(draw, 4, 2)
    keys = given["k"].shape[2]
    # Scores of at least 1000 that are far from each other, whatever is drawn.
    given["q"] = torch.full_like(given["q"], 100.0)
    given["k"] = torch.ones_like(given["k"]) * (20.0 * (1 + torch.arange(keys))).to(given["k"].dtype)[:, None]
    return call(given, causal=draw.flag("causal"))


@suite.cost
def longer_text(draw):
    keys = {name: draw.normal(name, 2, 2, 128, 32) for name in "kv"}
    return call({"q": draw.normal("q", 2, 8, 128, 32), **keys}, causal=True)
