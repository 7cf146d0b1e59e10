"""What softmax must do."""

from dataclasses import replace

import torch

from evalmode_runner.checks import Suite, call, claim, same

suite = Suite()


def slices(draw, scale=1.0, low=1):
    """Logits of two or three dimensions and one of these as `dim`, counted from either end."""
    shape = [draw.size("rows", low, 4), draw.size("columns", 2, 5)]
    if draw.flag("three dimensions"):
        shape.append(draw.size("depth", 2, 4))
    axis = draw.choice("dim", (1, 0, -2, -1))
    return draw.normal("x", *shape, scale=scale), axis


@suite.example
def two_rows(draw):
    """A large logit takes everything, equal logits share."""
    return call({"x": draw.tensor([[0.0, 0.0], [1000.0, 0.0]])}, dim=1)


@suite.check(examples=8)
def any_dim(draw):
    """Every dimension, counted from the front or from the back.

    Keep the reduced dimension with size one: then maximum and sum broadcast back against the input whatever `dim` is.
    """
    x, dim = slices(draw, scale=2.0)
    return call({"x": x, "dim": dim})


@suite.check(examples=3, gradients=False)
def one_dimension(draw):
    """A single vector."""
    return call({"x": draw.normal("x", draw.size("length", 1, 6))}, dim=draw.choice("dim", (0, -1)))


@suite.check(examples=6)
def large_logits(draw):
    """Logits up to 10000 in size, rows far above and far below each other.

    Which number may be subtracted from all logits of a slice, so that none of the exponents is positive?
    """
    rows, columns = draw.size("rows", 2, 4), draw.size("columns", 2, 4)
    x = draw.normal("x", rows, columns)
    level = draw.choice("level", ("rows apart", "all low", "all high", "wide"))
    if level == "rows apart":
        x = x + torch.tensor([[1e4], [-1e4]], dtype=x.dtype).repeat(2, 1)[:rows]
    elif level != "wide":
        x = x + (1e4 if level == "all high" else -1e4)
    else:
        x = 5e3 * x
    case = call({"x": x}, dim=1)
    # Near 10000 neighbouring float32 numbers are 0.001 apart.
    return replace(case, loose=20.0) if draw.type_name == "float32" else case


@suite.check(examples=6)
def minus_infinity(draw):
    """Entries of minus infinity get 0, the rest sums to one.

    The exponential of minus infinity is 0 by itself, as long as what is subtracted is finite.
    """
    x = draw.normal("x", draw.size("rows", 1, 4), draw.size("columns", 2, 5), scale=2.0)
    if draw.flag("low"):
        x = x - 1e4
    hidden = draw.mask("masked", *x.shape, chance=0.4)
    hidden[:, 0] = False
    hidden[0, -1] = True
    case = call({"x": x.masked_fill(hidden, -torch.inf)}, dim=1)
    return replace(case, loose=20.0) if draw.type_name == "float32" else case


@suite.check(examples=3, gradients=False)
def shifted(draw):
    """The same constant added to a whole slice changes nothing."""
    x, dim = slices(draw)
    return same(
        call({"x": x}, dim=dim),
        replace(call({"x": x + 8.0}, dim=dim), loose=10.0),
        says="Adding 8 to every logit changed the result",
    )


@suite.check(examples=3, gradients=False)
def sums_to_one(draw):
    """Along `dim` the result sums to one and nothing is negative."""
    x, dim = slices(draw, scale=3.0)

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
