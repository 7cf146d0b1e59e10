"""What rotary position embedding must do."""

import torch

from evalmode_runner.checks import Suite, call, claim, same

suite = Suite()


def features(draw, tokens, *, width=None, batch=None):
    width = width or 2 * draw.size("D / 2", 1, 4)
    return draw.normal("x", batch or draw.size("B", 1, 2), draw.size("H", 1, 3), tokens, width)


@suite.example
def quarter_of_a_turn(draw):
    """Two tokens of width 4 at positions 0 and 1: the first pair turns by 1 radian per position, the second by 0.01."""
    x = draw.tensor([[[[1.0, 0.0, 1.0, 0.0], [1.0, 0.0, 1.0, 0.0]]]])
    return call({"x": x, "positions": torch.arange(2)})


@suite.check()
def values(draw):
    """Positions 0, 1, 2, ...: each pair of neighbours is rotated by its angle.

    Try one pair by hand: which sign has the sine, and where does each result go?
    """
    tokens = draw.size("T", 2, 5)
    return call({"x": features(draw, tokens, width=2 * draw.size("D / 2", 2, 5)), "positions": torch.arange(tokens)})


@suite.check()
def positions(draw):
    """Positions that do not begin at 0 and are in no order.

    They belong to the third axis; a cached token may stand anywhere.
    """
    tokens = draw.size("T", 1, 5)
    where = draw.integers("positions", tokens, low=1, high=60)
    return call({"x": features(draw, tokens), "positions": where})


@suite.check(examples=4)
def base(draw):
    """Another base."""
    tokens = draw.size("T", 2, 4)
    x = features(draw, tokens, width=2 * draw.size("D / 2", 2, 4))
    return call({"x": x, "positions": torch.arange(tokens)}, base=draw.choice("base", [100.0, 500000.0, 10.0]))


@suite.check(examples=2, dtypes=("float64",), strided=False)
def far_positions(draw):
    """In float64 positions of many thousands are as exact as near ones.

    The angles need at least the precision of x.
    """
    tokens = draw.size("T", 2, 4)
    where = draw.integers("positions", tokens, low=5_000, high=40_000)
    return call({"x": features(draw, tokens, width=6), "positions": where})


@suite.check(examples=3, gradients=False, strided=False, dtypes=("float64",))
def only_distances_matter(draw):
    """Scores between rotated queries and keys stay as they are when all positions are shifted."""
    tokens = draw.size("T", 2, 5)
    x = features(draw, tokens)
    where, shift = torch.arange(tokens), draw.size("shift", 1, 30)

    def scores(first, second):
        return tuple(result["output"] @ result["output"].transpose(-2, -1) for result in (first, second))

    return same(
        call({"x": x, "positions": where}),
        call({"x": x, "positions": where + shift}),
        view=scores,
        says="The scores changed when all positions were shifted",
    )


@suite.check(examples=3, gradients=False, strided=False)
def position_zero(draw):
    """At position 0 nothing is rotated."""
    x = features(draw, 1)

    def moved(result):
        return None if torch.allclose(result["output"], x) else "The token at position 0 was changed."

    return claim(call({"x": x, "positions": torch.zeros(1, dtype=torch.int64)}), wrong=moved)


@suite.cost
def longer_text(draw):
    return call({"x": draw.normal("x", 2, 8, 256, 64), "positions": torch.arange(256)})
