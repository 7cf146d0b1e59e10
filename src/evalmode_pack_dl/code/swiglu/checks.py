"""What the SwiGLU feed-forward layer must do."""

from evalmode_runner.checks import Suite, layer

suite = Suite()


def widths(draw):
    return {"d_model": draw.size("d_model", 2, 5), "hidden": draw.size("hidden", 2, 7)}


@suite.example
def one_feature(draw):
    """One token of width 1, two hidden features."""
    state = {
        "gate_proj.weight": draw.tensor([[1.0], [-1.0]]),
        "up_proj.weight": draw.tensor([[2.0], [1.0]]),
        "down_proj.weight": draw.tensor([[1.0, 3.0]]),
    }
    return layer({"d_model": 1, "hidden": 2}, {"x": draw.tensor([[1.0]])}, state=state)


@suite.check(examples=6)
def values(draw):
    """Tokens in any number of dimensions: outputs, and gradients to x and all weights.

    One projection goes through SiLU and is multiplied with the other, which stays linear.
    """
    init = widths(draw)
    leading = [draw.size(f"size {n}", 1, 3) for n in range(draw.choice("leading dimensions", [2, 1, 0, 3]))]
    return layer(init, {"x": draw.normal("x", *leading, init["d_model"], scale=2.0)})


@suite.check(examples=4, gradients=False)
def large_values(draw):
    """Inputs in the thousands stay finite.

    SiLU is x times a sigmoid, and a sigmoid saturates; exponentials of their own overflow.
    """
    init = widths(draw)
    shape = draw.size("batch", 2, 3), draw.size("time", 2, 3), init["d_model"]
    return layer(init, {"x": draw.normal("x", *shape, scale=1000.0)})


@suite.cost
def wide_layer(draw):
    return layer({"d_model": 64, "hidden": 172}, {"x": draw.normal("x", 4, 32, 64)})
