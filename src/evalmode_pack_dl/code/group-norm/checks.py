"""What group normalisation must do."""

from dataclasses import replace

from evalmode_runner.checks import Suite, call, raises

suite = Suite()


def batch(draw, groups, size, **drawn):
    """A batch with groups of this size and any number of dimensions behind the channels."""
    channels = groups * size
    behind = [draw.size(f"size {n}", 2, 3) for n in range(draw.choice("further dimensions", [2, 1, 0, 3]))]
    return {
        "x": draw.normal("x", draw.size("batch", 1, 2), channels, *behind, **drawn),
        "G": groups,
        "weight": draw.normal("weight", channels),
        "bias": draw.normal("bias", channels),
    }


@suite.example
def two_groups(draw):
    """One sample with four channels and two groups."""
    x = draw.tensor([[1.0, 3.0, 10.0, 14.0]])
    return call(
        {"x": x, "G": 2, "weight": draw.tensor([1.0, 1.0, 2.0, 2.0]), "bias": draw.tensor([0.0, 1.0, 0.0, 1.0])}
    )


@suite.check(examples=7)
def values(draw):
    """Groups of several channels, in samples of any rank.

    Statistics belong to one sample and one group; weight and bias to one channel.
    """
    return call(batch(draw, *draw.choice("groups and their size", [(2, 3), (3, 2), (2, 2)]), mean=0.5))


@suite.check(examples=4)
def images(draw):
    """Images as wide as they have channels, where a weight along the wrong dimension fits as well."""
    x = draw.normal("x", draw.size("batch", 2, 3), 4, draw.size("height", 2, 3), 4)
    return call({"x": x, "G": 2, "weight": draw.normal("weight", 4), "bias": draw.normal("bias", 4)})


@suite.check(examples=5)
def limits(draw):
    """A single group, and as many groups as channels."""
    count = draw.size("channels", 2, 4)
    groups, size = (1, count) if draw.flag("single group") else (count, 1)
    return call(batch(draw, groups, size, mean=0.5))


@suite.check(examples=4)
def eps_argument(draw):
    """The eps that is passed in counts, inside the square root."""
    return call(batch(draw, 2, draw.size("channels per group", 2, 3)), eps=draw.choice("eps", [0.5, 0.1, 1.0]))


@suite.check(examples=5)
def little_spread(draw):
    """Groups with very little spread, and groups with none: eps decides."""
    inputs = batch(draw, 2, 2, scale=1e-3)
    if draw.flag("no spread"):
        inputs["x"] *= 0
        inputs["x"] += 0.5
    return replace(call(inputs), loose=20)  # the rounding of the mean is divided by the root of eps


@suite.check(examples=3, dtypes=("float32",), gradients=False, strided=False)
def indivisible(draw):
    """Groups that do not divide the channels raise ValueError."""
    groups = draw.size("groups", 2, 4)
    return raises(
        "ValueError", call({**batch(draw, 1, groups * draw.size("channels per group", 1, 3) + 1), "G": groups})
    )


@suite.cost
def larger_images(draw):
    return call(
        {
            "x": draw.normal("x", 4, 32, 32, 32),
            "G": 8,
            "weight": draw.normal("weight", 32),
            "bias": draw.normal("bias", 32),
        }
    )
