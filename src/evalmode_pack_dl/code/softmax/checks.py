"""What softmax must do."""

from dataclasses import replace

import torch

from evalmode_runner.checks import Suite, call, claim, same

suite = Suite()


def at_10000(draw, case):
    """Near 10000 neighbouring float32 numbers are 0.001 apart: three digits are enough."""
    return replace(case, loose=20.0) if draw.type_name == "float32" else case


def either_dim(draw):
    """One of two dimensions, counted from the front or from the back."""
    return (0 if draw.flag("first") else 1) - (2 if draw.flag("from the back") else 0)


@suite.example
def two_rows(draw):
    """A large logit takes everything, equal logits share."""
    return call({"x": draw.tensor([[0.0, 0.0], [1000.0, 0.0]])}, dim=1)


@suite.check(examples=6)
def any_dim(draw):
    """Both dimensions of a matrix, counted from the front or from the back.

    Keep the reduced dimension with size one: then maximum and sum broadcast back against the input whatever `dim` is.
    """
    x = draw.normal("x", draw.size("rows", 2, 4), draw.size("columns", 2, 5), scale=2.0)
    return call({"x": x, "dim": either_dim(draw)})


@suite.check(examples=5)
def middle_dimension(draw):
    """The middle one of three dimensions, counted from the front or from the back."""
    x = draw.normal("x", draw.size("batch", 1, 3), draw.size("middle", 2, 4), draw.size("last", 2, 4))
    return call({"x": x, "dim": -2 if draw.flag("from the back") else 1})


@suite.check(examples=3, gradients=False)
def one_dimension(draw):
    """A single vector."""
    return call({"x": draw.normal("x", draw.size("length", 1, 6))}, dim=-1 if draw.flag("from the back") else 0)


@suite.check()
def large_logits(draw):
    """Rows near 10000, near -10000 and in between, in the same tensor.

    Which number may be subtracted from all logits of a slice, so that none of the exponents is positive?
    """
    x = draw.normal("x", draw.size("rows", 3, 5), draw.size("columns", 2, 4))
    x[0] += 1e4
    x[1] -= 1e4
    return at_10000(draw, call({"x": x, "dim": 1}))


@suite.check(examples=4)
def wide_rows(draw):
    """Logits of either sign within a row, thousands apart."""
    return call({"x": draw.normal("x", draw.size("rows", 1, 4), draw.size("columns", 2, 4), scale=5e3), "dim": 1})


@suite.check(examples=6)
def minus_infinity(draw):
    """Entries of minus infinity get 0, the rest sums to one.

    The exponential of minus infinity is 0 by itself, as long as what is subtracted is finite.
    """
    x = draw.normal("x", draw.size("rows", 1, 4), draw.size("columns", 2, 5), scale=2.0)
    x[::2] -= 1e4
    hidden = draw.mask("masked", *x.shape, chance=0.4)
    hidden[:, 0] = False
    hidden[0, -1] = True
    return at_10000(draw, call({"x": x.masked_fill(hidden, -torch.inf)}, dim=1))


@suite.check(examples=3, gradients=False)
def shifted(draw):
    """The same constant added to a whole slice changes nothing."""
    x, dim = draw.normal("x", draw.size("rows", 2, 4), draw.size("columns", 2, 4)), either_dim(draw)
    return same(
        call({"x": x}, dim=dim),
        replace(call({"x": x + 8.0}, dim=dim), loose=10.0),
        says="Adding 8 to every logit changed the result",
    )


@suite.check(examples=3, gradients=False)
def sums_to_one(draw):
    """Along `dim` the result sums to one and nothing is negative."""
    x, dim = draw.normal("x", draw.size("rows", 2, 4), draw.size("columns", 2, 4), scale=3.0), either_dim(draw)

    def wrong(result):
        total = result["output"].double().sum(dim)
        if bool((result["output"] < 0).any()):
            return "Some results are negative"
        worst = float((total - 1).abs().max())
        return (
            None if worst < 1e-5 else f"A slice along dim={dim} sums to {1 + worst:.6g} or {1 - worst:.6g} instead of 1"
        )

    return claim(call({"x": x}, dim=dim), wrong=wrong)


@suite.cost
def many_rows(draw):
    return call({"x": draw.normal("x", 256, 512), "dim": 1})
