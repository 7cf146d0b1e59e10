"""What the bottleneck block must do."""

from evalmode_runner.checks import Suite, layer, step

suite = Suite()


def images(draw, c_in, least=3, **drawn):
    """A batch of images of odd and even sizes."""
    return draw.normal(
        "x", draw.size("batch", 1, 2), c_in, draw.size("height", least, 6), draw.size("width", least, 7), **drawn
    )


def in_eval_mode(init, x):
    return layer(init, None, step("eval"), step("forward", {"x": x}))


@suite.example
def smallest_block(draw):
    """One channel in the middle, four outside: the shortcut is x itself."""
    x = draw.tensor([[[[1.0, -1.0, 0.0], [0.5, 2.0, 1.0], [-0.5, 0.0, 3.0]]] * 4]).reshape(1, 4, 3, 3)
    return in_eval_mode({"c_in": 4, "c_mid": 1}, x)


@suite.check()
def identity(draw):
    """Stride 1 and four times the middle channels: the shortcut is x, and downsample is None."""
    middle = draw.size("c_mid", 1, 3)
    return in_eval_mode({"c_in": 4 * middle, "c_mid": middle}, images(draw, 4 * middle))


@suite.check()
def projection(draw):
    """Stride 1 with other channels: the shortcut is projected.

    The output has four times the middle channels, whatever comes in.
    """
    middle = draw.size("c_mid", 2, 3)
    c_in = draw.choice("c_in", [3, middle, 4 * middle + 1])
    return in_eval_mode({"c_in": c_in, "c_mid": middle}, images(draw, c_in))


@suite.check(examples=6)
def stride(draw):
    """Strides of two and three, with channels that fit and channels that do not.

    The stride sits on the 3x3 convolution, and on the projection.
    """
    middle = draw.size("c_mid", 1, 2)
    c_in = draw.choice("c_in", [4 * middle, 3])
    init = {"c_in": c_in, "c_mid": middle, "stride": draw.choice("stride", [2, 3])}
    return in_eval_mode(init, images(draw, c_in, least=4))


@suite.check(examples=6)
def training(draw):
    """In training mode the norms use the batch and move their running statistics."""
    middle = draw.size("c_mid", 1, 2)
    c_in = draw.choice("c_in", [4 * middle, 3])
    return layer(
        {"c_in": c_in, "c_mid": middle, "stride": 1 + draw.flag("stride 2")}, {"x": images(draw, c_in, least=4)}
    )


@suite.cost
def larger_images(draw):
    return in_eval_mode({"c_in": 32, "c_mid": 8}, draw.normal("x", 2, 32, 16, 16))
