"""What log-softmax must do."""

from dataclasses import replace

import torch

from evalmode_runner.checks import Suite, call, claim

suite = Suite()


def at_10000(draw, case):
    """Near 10000 neighbouring float32 numbers are 0.001 apart: an error of 0.002 is allowed."""
    return replace(case, loose=100.0) if draw.type_name == "float32" else case


def either_dim(draw):
    """One of two dimensions, counted from the front or from the back."""
    return (0 if draw.flag("first") else 1) - (2 if draw.flag("from the back") else 0)


@suite.example
def a_gap_of_200(draw):
    """Equal logits, and one that is 200 below the other."""
    return call({"x": draw.tensor([[0.0, 0.0], [200.0, 0.0]])})


@suite.check()
def values(draw):
    """Ordinary logits, last dimension of two.

    Simplify log(exp(x_i) / sum_j exp(x_j)) on paper first; what you subtract somewhere has to be subtracted everywhere.
    """
    return call({"x": draw.normal("x", draw.size("rows", 1, 4), draw.size("columns", 2, 5), scale=2.0), "dim": 1})


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


@suite.check(examples=4)
def default_dim(draw):
    """Without `dim` the last dimension is meant."""
    shape = [draw.size(f"size {n}", 2, 4) for n in range(1 if draw.flag("one dimension") else 3)]
    return call({"x": draw.normal("x", *shape)})


@suite.check()
def large_gaps(draw):
    """Gaps of hundreds and of thousands within a slice.

    Two things can go wrong: an exponential that overflows, and the logarithm of something that has underflowed to zero.
    """
    x = draw.normal("x", draw.size("rows", 2, 4), draw.size("columns", 2, 4))
    x[0, 0] += 300
    x[1] = 5e3 * x[1]
    return at_10000(draw, call({"x": x, "dim": 1}))


@suite.check()
def rows_far_apart(draw):
    """Slices near 10000 and near -10000 in the same tensor.

    Every slice needs its own maximum.
    """
    x = draw.normal("x", draw.size("rows", 2, 4), draw.size("columns", 2, 4))
    x[::2] += 1e4
    x[1::2] -= 1e4
    return at_10000(draw, call({"x": x, "dim": 1}))


@suite.check(examples=5, gradients=False)
def minus_infinity(draw):
    """Entries of minus infinity stay so, the others are finite."""
    x = draw.normal("x", draw.size("rows", 1, 4), draw.size("columns", 2, 5), scale=2.0)
    hidden = draw.mask("masked", *x.shape, chance=0.4)
    hidden[:, 0] = False
    hidden[0, -1] = True
    return call({"x": x.masked_fill(hidden, -torch.inf)}, dim=1)


@suite.check(examples=3, gradients=False)
def exponentials_sum_to_one(draw):
    """The exponentials of the result sum to one along `dim`."""
    x = draw.normal("x", draw.size("rows", 2, 4), draw.size("columns", 2, 5), scale=3.0)
    dim = either_dim(draw)

    def wrong(result):
        worst = float((result["output"].double().exp().sum(dim) - 1).abs().max())
        return None if worst < 1e-4 else f"The exponentials of a slice along dim={dim} miss a sum of 1 by {worst:.3g}"

    return claim(call({"x": x}, dim=dim), wrong=wrong)


@suite.cost
def many_rows(draw):
    return call({"x": draw.normal("x", 256, 512), "dim": 1})
