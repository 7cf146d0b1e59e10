"""What batch normalisation must do."""

from evalmode_runner.checks import Suite, layer, scenario, step

suite = Suite()


def images(draw, name="x", channels=None, scale=1.0):
    """A batch with at least two values in each channel; width, height and batch differ as a rule."""
    channels = draw.size("channels", 1, 4) if channels is None else channels
    batch = draw.size(f"batch of {name}", 1, 3)
    height, width = draw.size(f"height of {name}", 1, 4), draw.size(f"width of {name}", 2, 4)
    return draw.normal(name, batch, channels, height, width, mean=0.7 * scale, scale=scale)


@suite.example
def one_channel(draw):
    """Two images of one pixel each, in one channel; afterwards the running statistics have moved."""
    return layer({"num_features": 1}, {"x": draw.tensor([[[[1.0]]], [[[3.0]]]])})


@suite.check(examples=4, dtypes=("float32",), strided=False)
def fresh_layer(draw):
    """A new layer: what it holds, what of it is trained, and buffers without a graph.

    Weight and bias are parameters; the running statistics are buffers, updated outside the graph.
    """
    x = images(draw)
    return scenario("fresh", num_features=x.shape[1], x=x)


@suite.check(examples=7)
def training(draw):
    """In training mode the batch's own statistics normalise it, channel by channel.

    One mean and one biased variance over batch, height and width.
    """
    x = images(draw, scale=draw.choice("scale", [1.0, 0.01]))
    return layer({"num_features": x.shape[1]}, {"x": x})


@suite.check(examples=5)
def one_pixel(draw):
    """Images of a single pixel: only the batch is left to average over."""
    x = draw.normal("x", draw.size("batch", 2, 5), draw.size("channels", 2, 3), 1, 1)
    return layer({"num_features": x.shape[1]}, {"x": x})


@suite.check(examples=5)
def eval_mode(draw):
    """In eval mode the running statistics normalise, and stay as they are."""
    x = images(draw)
    return layer({"num_features": x.shape[1]}, None, step("eval"), step("forward", {"x": x}))


@suite.check(examples=5)
def running_statistics(draw):
    """Two batches in training mode, then one in eval mode.

    Momentum is the weight of the new value; the variance that is remembered is the unbiased one.
    """
    first = images(draw)
    second, third = (images(draw, name, first.shape[1]) for name in ("second", "third"))
    steps = [step("forward", {"x": first}), step("forward", {"x": second}), step("eval"), step("forward", {"x": third})]
    return layer({"num_features": first.shape[1]}, None, *steps)


@suite.check(examples=5)
def arguments(draw):
    """Other values of eps and momentum.

    Inputs with little spread show where eps goes: inside the root.
    """
    x = images(draw, scale=0.1)
    options = {"eps": draw.choice("eps", [0.1, 0.5]), "momentum": draw.choice("momentum", [0.3, 0.9, 1.0])}
    mode = "eval" if draw.flag("eval") else "train"
    return layer({"num_features": x.shape[1]}, None, step(mode), step("forward", {"x": x}), options=options)


@suite.check(examples=4, strided=False)
def no_grad(draw):
    """Under no_grad a layer in training mode still updates its running statistics."""
    x = images(draw)
    names = ("weight", "bias", "running_mean", "running_var")
    state = {name: draw.uniform(name, x.shape[1], low=0.5, high=2.0) for name in names}
    return scenario("without_gradients", num_features=x.shape[1], state=state, x=x)


@suite.cost
def larger_images(draw):
    return layer({"num_features": 16}, {"x": draw.normal("x", 8, 16, 32, 32)})
