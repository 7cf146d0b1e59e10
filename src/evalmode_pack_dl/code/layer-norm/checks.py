"""What layer normalisation must do."""

from dataclasses import replace

from evalmode_runner.checks import Suite, call

suite = Suite()


def rows(draw, **drawn):
    """Vectors of features with any number of dimensions before them, a weight and a bias."""
    leading = [draw.size(f"size {n}", 1, 3) for n in range(draw.choice("leading dimensions", [2, 1, 0, 3]))]
    features = draw.size("features", 2, 6)
    x = draw.normal("x", *leading, features, **drawn)
    return {"x": x, "weight": draw.normal("weight", features), "bias": draw.normal("bias", features)}


@suite.example
def two_rows(draw):
    """Two rows of four features."""
    x = draw.tensor([[1.0, 2.0, 3.0, 6.0], [0.5, 0.5, -1.0, 0.0]])
    return call({"x": x, "weight": draw.tensor([1.0, 1.0, 2.0, 1.0]), "bias": draw.tensor([0.0, 0.5, 0.0, 0.0])})


@suite.check(examples=7)
def values(draw):
    """Inputs of any rank, normalised over the last dimension.

    Mean and biased variance belong to one vector of features each; keep the reduced dimension so that they broadcast.
    """
    return call(rows(draw, mean=0.5))


@suite.check(examples=4)
def square(draw):
    """Inputs whose dimensions all have the same size, where a wrong dimension shows in the values only."""
    side = draw.size("side", 2, 4)
    x = draw.normal("x", side, side, side)
    return call({"x": x, "weight": draw.normal("weight", side), "bias": draw.normal("bias", side)})


@suite.check(examples=4)
def eps_argument(draw):
    """The eps that is passed in counts, inside the square root."""
    return call(rows(draw), eps=draw.choice("eps", [0.5, 0.1, 1.0]))


@suite.check(examples=5)
def small_spread(draw):
    """Rows with very little spread, and rows with none.

    There eps decides: it is added to the variance, inside the root.
    """
    inputs = rows(draw, scale=1e-3)
    if draw.flag("constant rows"):
        inputs["x"] *= 0
        inputs["x"] += 0.5
    return replace(call(inputs), loose=20)  # the rounding of the mean is divided by the root of eps


@suite.check(examples=4, dtypes=("float32",), gradients=False)
def large_offset(draw):
    """Rows that lie far from zero compared with their spread.

    In float32 the difference of two large numbers has few digits left; subtract the mean before you square.
    """
    features = draw.size("features", 8, 16)
    x = draw.uniform("x", draw.size("rows", 2, 4), features, low=2998.0, high=3002.0)
    return replace(
        call({"x": x, "weight": draw.normal("weight", features), "bias": draw.normal("bias", features)}), loose=300
    )


@suite.cost
def many_tokens(draw):
    return call(
        {"x": draw.normal("x", 16, 64, 256), "weight": draw.normal("weight", 256), "bias": draw.normal("bias", 256)}
    )
