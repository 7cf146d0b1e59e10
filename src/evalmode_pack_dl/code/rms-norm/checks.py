"""What RMS normalisation must do."""

from evalmode_runner.checks import Suite, call

suite = Suite()

ALL = ("float32", "float64", "bfloat16")


def rows(draw, **drawn):
    """Vectors of features with any number of dimensions before them, and a weight."""
    leading = [draw.size(f"size {n}", 1, 3) for n in range(draw.choice("leading dimensions", [2, 1, 0, 3]))]
    features = draw.size("features", 2, 6)
    return {"x": draw.normal("x", *leading, features, **drawn), "weight": draw.normal("weight", features)}


@suite.example
def two_rows(draw):
    """Two rows of two features; the second row is zero."""
    return call({"x": draw.tensor([[3.0, 4.0], [0.0, 0.0]]), "weight": draw.tensor([1.0, 2.0])})


@suite.check(examples=7, dtypes=ALL)
def values(draw):
    """Inputs of any rank, divided by the root mean square of the last dimension.

    The mean is neither subtracted from x nor left out of the squares.
    """
    return call(rows(draw, mean=0.5))


@suite.check(examples=5, dtypes=ALL)
def square(draw):
    """Inputs whose dimensions all have the same size, where a wrong dimension shows in the values only."""
    side = draw.size("side", 2, 4)
    return call({"x": draw.normal("x", side, side, side), "weight": draw.normal("weight", side)})


@suite.check(examples=5, dtypes=ALL)
def eps_argument(draw):
    """The eps that is passed in counts, inside the square root."""
    return call(rows(draw), eps=draw.choice("eps", [0.5, 0.1, 2.0]))


@suite.check(examples=5)
def small_values(draw):
    """Rows of tiny values, and rows of zeros.

    There eps decides: it is added to the mean square, inside the root.
    """
    inputs = rows(draw, scale=1e-3)
    inputs["x"] *= not draw.flag("zeros")
    return call(inputs)


@suite.cost
def many_tokens(draw):
    return call({"x": draw.normal("x", 16, 64, 256), "weight": draw.normal("weight", 256)})
