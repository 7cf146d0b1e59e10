"""What max pooling must do."""

from evalmode_runner.checks import Suite, call

suite = Suite()


def image(draw, k, padding=0, **drawn):
    """An image with room for more than one window, not square."""
    least = max(k - 2 * padding, 1)
    height, width = least + draw.size("spare rows", 2, 4), least + draw.size("spare columns", 3, 6)
    return {
        "x": draw.normal("x", draw.size("batch", 1, 2), draw.size("channels", 2, 3), height, width, **drawn),
        "k": k,
    }


@suite.example
def one_image(draw):
    """Windows of two by two on a 2x4 image."""
    return call({"x": draw.tensor([[[[-1.0, -2.0, 3.0, 4.0], [-3.0, -4.0, 0.0, 5.0]]]]), "k": 2})


@suite.check(examples=6)
def values(draw):
    """Windows side by side: the stride is k unless it is given; what is left over is dropped."""
    return call(image(draw, draw.choice("k", [2, 3, 1])))


@suite.check(examples=5)
def stride(draw):
    """Windows that overlap, and windows with gaps between them."""
    k = draw.choice("k", [3, 2])
    return call(image(draw, k), stride=draw.choice("stride", [1, 4 - k // 2, 2]))


@suite.check(examples=5)
def padding(draw):
    """Rows and columns added on all four sides."""
    k = draw.choice("k", [3, 4, 2])
    padding = 2 if k == 4 else 1
    return call(image(draw, k, padding), stride=draw.choice("stride", [2, 1, 3]), padding=padding)


@suite.check(examples=4)
def negative_border(draw):
    """Images that are negative throughout: padding is never the maximum."""
    return call(image(draw, 3, 1, mean=-1e5), stride=2, padding=1)


@suite.check(examples=4)
def ties(draw):
    """Equal values: the first maximum in reading order gets the whole gradient."""
    inputs = image(draw, draw.choice("k", [2, 3]))
    inputs["x"] = (inputs["x"] > 0).to(inputs["x"].dtype)
    return call(inputs, stride=draw.choice("stride", [1, 2]))


@suite.cost
def larger_image(draw):
    return call({"x": draw.normal("x", 4, 16, 32, 32), "k": 3}, stride=2, padding=1)
