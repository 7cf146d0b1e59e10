"""What a pre-norm Transformer block must do."""

import torch

from evalmode_runner.checks import Suite, claim, layer, step
from evalmode_runner.checks import causal as past_is_fixed

suite = Suite()


def block(draw, x, heads, **more):
    return layer({"d_model": x.shape[-1], "n_heads": heads, "d_ff": draw.size("d_ff", 2, 9)}, {"x": x}, **more)


def sequence(draw, *, low=1, scale=1.0):
    """x (B, T, d_model) and the number of heads; heads are at least 2 wide."""
    heads = draw.size("heads", low, 3)
    width = heads * draw.size("head width", 2, 4)
    return draw.normal("x", draw.size("batch", 1, 2), draw.size("T", low, 5), width, scale=scale), heads


def zeroed(width, d_ff, dtype):
    """Weights with which neither branch adds anything."""
    shapes = {"out_proj.weight": (width, width), "out_proj.bias": (width,)}
    shapes |= {"fc2.weight": (width, d_ff), "fc2.bias": (width,)}
    return {name: torch.zeros(shape, dtype=dtype) for name, shape in shapes.items()}


@suite.example
def two_tokens(draw):
    """Two tokens of width 2, one head, hidden width 3."""
    return layer({"d_model": 2, "n_heads": 1, "d_ff": 3}, {"x": draw.tensor([[[1.0, 0.0], [0.0, 2.0]]])})


@suite.check(examples=3, strided=False)
def zeroed_branches(draw):
    """With out_proj and fc2 zero the block is the identity: nothing but additions touches the residual stream."""
    x, heads = sequence(draw)
    d_ff = draw.size("d_ff", 2, 9)
    state = zeroed(x.shape[-1], d_ff, x.dtype)
    return layer({"d_model": x.shape[-1], "n_heads": heads, "d_ff": d_ff}, {"x": x}, state=state)


@suite.check()
def one_token(draw):
    """A single token: attention can only look at it, so norms, projections and the feed-forward network remain."""
    heads = draw.size("heads", 1, 3)
    x = draw.normal("x", draw.size("batch", 1, 3), 1, heads * draw.size("head width", 2, 4))
    return block(draw, x, heads)


@suite.check()
def values(draw):
    """Several tokens and heads: outputs and gradients are the reference's.

    Say for each branch what it reads, and what its result is added to.
    """
    x, heads = sequence(draw, low=2)
    return block(draw, x, heads)


@suite.check(examples=3, gradients=False)
def causality(draw):
    """Changing later positions leaves earlier outputs alone."""
    x, heads = sequence(draw, low=2)
    return past_is_fixed(block(draw, x, heads), at=draw.size("at", 1, x.shape[1] - 1))


@suite.check(examples=2, dtypes=("float32",), gradients=False, strided=False)
def called_again(draw):
    """The same block is called again with a longer sequence."""
    x, heads = sequence(draw, low=2)
    longer = draw.normal("longer x", x.shape[0], x.shape[1] + draw.size("longer by", 1, 3), x.shape[2])
    calls = [step("forward", {"x": x}), step("forward", {"x": longer})]
    return layer({"d_model": x.shape[-1], "n_heads": heads, "d_ff": draw.size("d_ff", 2, 9)}, None, *calls)


@suite.check(examples=3)
def small_inputs(draw):
    """Inputs as small as 0.003, where the eps of the norms shows."""
    x, heads = sequence(draw, scale=3e-3)
    return block(draw, x, heads)


@suite.check(examples=2, dtypes=("float64",), strided=False)
def exact_gelu(draw):
    """In float64 the exact GELU differs from its approximations."""
    x, heads = sequence(draw, low=2)
    return block(draw, x, heads)


@suite.check(examples=2, gradients=False, strided=False, dtypes=("float32",))
def deterministic(draw):
    """Two passes in training mode give the same."""
    x, heads = sequence(draw, low=2)
    case = block(draw, x, heads)

    def differ(first, second):
        return None if torch.equal(first["output"], second["output"]) else "Two passes on the same input differ."

    return claim(case, case, wrong=differ)


@suite.cost
def longer_text(draw):
    return layer({"d_model": 64, "n_heads": 4, "d_ff": 256}, {"x": draw.normal("x", 2, 64, 64)})
