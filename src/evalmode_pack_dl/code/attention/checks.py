"""What scaled dot-product attention must do."""

import torch

from evalmode_runner.checks import Suite, call

suite = Suite()

LEADS = [(), (2,), (2, 3), (1, 2, 2)]


def inputs(draw, lead, *, queries=None, keys=None):
    """q, k and v; T, S, D and E are drawn unless given."""
    queries = queries or draw.size("T", 1, 5)
    keys = keys or draw.size("S", 1, 6)
    width = draw.size("D", 1, 5)
    return {
        "q": draw.normal("q", *lead, queries, width),
        "k": draw.normal("k", *lead, keys, width),
        "v": draw.normal("v", *lead, keys, draw.size("E", 1, 4)),
    }


@suite.example
def two_keys(draw):
    """One query of width 4 and two keys: the scores are 1 and 0."""
    return call(
        {
            "q": draw.tensor([[1.0, 0.0, 1.0, 0.0]]),
            "k": draw.tensor([[1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0]]),
            "v": draw.tensor([[10.0, 0.0, 1.0], [0.0, 10.0, 1.0]]),
        }
    )


@suite.check()
def values(draw):
    """Without masks: softmax of scaled scores over the keys, then the weighted mean of the values.

    The scores have shape (T, S); their last axis is normalised, and the scale is the root of q's width.
    """
    return call(inputs(draw, (draw.size("batch", 1, 2),), queries=draw.size("T", 1, 5), keys=draw.size("S", 2, 6)))


@suite.check()
def leading_dimensions(draw):
    """Any leading dimensions: none, one, two or three.

    Index from the right, with -1 and -2.
    """
    return call(inputs(draw, draw.choice("leading dimensions", LEADS)), causal=draw.flag("causal"))


@suite.check()
def mask(draw):
    """A boolean mask, True where a query may attend, in full or to be broadcast.

    Hide scores before the softmax, with a number of which the exponential is zero.
    """
    queries, keys = draw.size("T", 1, 5), draw.size("S", 2, 6)
    shape = draw.choice("mask shape", [(queries, keys), (2, 1, 1, keys), (2, 2, queries, keys), (queries, 1)])
    seen = draw.mask("mask", *shape, chance=0.5)
    seen[..., 0] = True
    return call(inputs(draw, (2, 2), queries=queries, keys=keys), mask=seen)


@suite.check()
def causal(draw):
    """With causal=True query i sees keys 0 to i, also when there are more queries or more keys.

    Both are counted from the first position, and a position sees itself.
    """
    return call(inputs(draw, (2,), queries=draw.size("T", 1, 6), keys=draw.size("S", 2, 6)), causal=True)


@suite.check(examples=4)
def mask_and_causal(draw):
    """A mask together with causal: a key is seen only if both allow it."""
    queries, keys = draw.size("T", 2, 5), draw.size("S", 2, 6)
    seen = draw.mask("mask", queries, keys, chance=0.6)
    seen[:, 0] = True
    seen[-1, 1:] = True
    seen[0, 1] = True
    return call(inputs(draw, (2,), queries=queries, keys=keys), mask=seen, causal=True)


@suite.check()
def nothing_to_attend_to(draw):
    """A query that may attend to nothing gives zeros, and gradients stay finite.

    The softmax of a row in which everything is hidden is 0/0. Keep NaN from arising at all.
    """
    queries, keys = draw.size("T", 2, 5), draw.size("S", 1, 5)
    seen = draw.mask("mask", queries, keys, chance=0.6)
    seen[draw.size("empty row", 0, 1)] = False
    return call(inputs(draw, (2,), queries=queries, keys=keys), mask=seen, causal=draw.flag("causal"))


@suite.check(examples=5, gradients=False)
def large_scores(draw):
    """Scores of 1e4 and more in size, hidden ones among them, stay finite and have no influence where hidden.

    Real scores can be lower than any round number; and the largest score of a row may be a hidden one.
    """
    queries, keys = draw.size("T", 1, 4), draw.size("S", 2, 5)
    given = inputs(draw, (2,), queries=queries, keys=keys)
    seen = torch.ones(queries, keys, dtype=torch.bool)
    # Every score is far from every other: 1e4 times a number per key, the sign drawn.
    kind = draw.choice("kind", ["low, one hidden", "high, one hidden", "low", "high"])
    sign = -1.0 if kind.startswith("low") else 1.0
    steps = (1.0 + torch.arange(keys)) / keys
    given["q"] = torch.ones_like(given["q"]) * 1e2
    given["k"] = torch.ones_like(given["k"]) * 1e2 * (sign * steps).to(given["k"].dtype)[:, None]
    if kind.endswith("hidden"):
        hidden = -1 if sign > 0 else 0
        seen[:, hidden] = False
        given["k"][..., hidden, :] += 2.5e2  # its score is above the others by more than any round number takes away
    return call(given, mask=seen)


@suite.cost
def longer_text(draw):
    return call({name: draw.normal(name, 2, 4, 128, 32) for name in "qkv"}, causal=True)
