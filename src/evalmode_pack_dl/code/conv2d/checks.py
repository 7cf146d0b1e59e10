"""What a two-dimensional convolution must do."""

from evalmode_runner.checks import Suite, call

suite = Suite()


KERNELS = [(2, 3), (3, 2), (3, 3), (1, 2), (3, 1)]


def convolution(draw, *, kernels=KERNELS, stride=1, padding=0, dilation=1, groups=1):
    """An image that is a little larger than the kernel, neither of them square."""
    kernel = draw.choice("kernel", kernels)
    height, width = (
        max(dilation * (k - 1) + 1 - 2 * padding, 1) + draw.size(f"spare {name}", 2, most)
        for k, name, most in zip(kernel, ("rows", "columns"), (3, 4), strict=True)
    )
    in_each = draw.size("inputs per group", 1 if min(kernel) > 1 else 2, 2)
    out_each = draw.size("outputs per group", 1, 2)
    inputs = {
        "x": draw.normal("x", draw.size("batch", 1, 2), groups * in_each, height, width),
        "w": draw.normal("w", groups * out_each, in_each, *kernel),
        "b": None if draw.flag("without bias") else draw.normal("b", groups * out_each),
    }
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    return call(inputs, **{name: value for name, value in options.items() if value != (name != "padding")})


@suite.example
def edge_detector(draw):
    """A kernel of one row on a 3x3 image."""
    x = draw.tensor([[[[1.0, 2.0, 4.0], [0.0, 1.0, 0.0], [3.0, 3.0, 5.0]]]])
    return call({"x": x, "w": draw.tensor([[[[-1.0, 1.0]]]]), "b": draw.tensor([0.5])})


@suite.check(examples=7)
def values(draw):
    """Images and kernels that are not square, with and without bias.

    One output is the sum of products of a window and the kernel as it lies, over all input channels.
    """
    return convolution(draw, kernels=[*KERNELS, (1, 1)])


@suite.check(examples=5)
def stride(draw):
    """Windows two or three pixels apart; what is left over at the end is dropped."""
    return convolution(draw, stride=draw.choice("stride", [2, 3]))


@suite.check(examples=5)
def padding(draw):
    """Zeros on all four sides."""
    return convolution(draw, padding=draw.choice("padding", [1, 2]))


@suite.check(examples=5)
def dilation(draw):
    """Kernels whose weights meet pixels that are apart."""
    return convolution(draw, dilation=draw.choice("dilation", [2, 3]))


@suite.check(examples=5)
def groups(draw):
    """Blocks of consecutive channels that do not mix.

    Outputs of the first block see inputs of the first block only.
    """
    return convolution(draw, groups=draw.choice("groups", [2, 3]))


@suite.check(examples=6)
def everything(draw):
    """All arguments together."""
    return convolution(
        draw,
        stride=draw.choice("stride", [2, 1, 3]),
        padding=draw.choice("padding", [1, 2, 0]),
        dilation=draw.choice("dilation", [2, 1]),
        groups=draw.choice("groups", [2, 1]),
    )


@suite.cost
def larger_image(draw):
    return call(
        {"x": draw.normal("x", 2, 8, 16, 16), "w": draw.normal("w", 8, 8, 3, 3), "b": draw.normal("b", 8)}, padding=1
    )
