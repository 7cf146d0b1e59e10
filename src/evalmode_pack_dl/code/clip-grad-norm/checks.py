"""What clipping by the global norm must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()

EVERYTHING = ["norm", "gradients", "parameters"]


def clip(draw, *shapes, max_norm, missing=(), scale=1.0, report=EVERYTHING, **options):
    values = [draw.normal(f"value {n}", *shape) for n, shape in enumerate(shapes)]
    gradients = [
        None if n in missing else draw.normal(f"gradient {n}", *shape, scale=scale) for n, shape in enumerate(shapes)
    ]
    # The statement allows 1e-6 in the ratio.
    loose = 3e3 if draw.type_name == "float64" else 1.0
    return scenario(
        "clip", loose=loose, values=values, gradients=gradients, max_norm=max_norm, report=report, **options
    )


def shapes(draw):
    return [(draw.size("rows", 1, 4), draw.size("columns", 1, 5)), (draw.size("width", 2, 6),), ()]


@suite.example
def three_four_five(draw):
    """Gradients [3] and [4] have the norm 5; with max_norm 1 they become [0.6] and [0.8]."""
    return scenario(
        "clip",
        values=[draw.tensor([1.0]), draw.tensor([1.0])],
        gradients=[draw.tensor([3.0]), draw.tensor([4.0])],
        max_norm=1.0,
        report=EVERYTHING,
    )


@suite.check()
def clipped(draw):
    """Gradients whose global norm is above the limit.

    Imagine all the gradients laid end to end: one norm, and one factor for all.
    """
    return clip(draw, *shapes(draw), max_norm=draw.real("max_norm", 0.2, 0.8), scale=3.0)


@suite.check(examples=3)
def returned_norm(draw):
    """The norm from before clipping is returned."""
    return clip(draw, *shapes(draw), max_norm=draw.real("max_norm", 0.2, 0.8), scale=3.0, report=["norm"])


@suite.check(examples=3)
def direction(draw):
    """One gradient is much longer than the others: the direction stays."""
    case = clip(draw, *shapes(draw), max_norm=1.0, scale=0.1)
    case.arguments["gradients"][1] = draw.normal("long", *case.arguments["gradients"][1].shape, scale=30.0)
    return case


@suite.check()
def below_the_limit(draw):
    """Gradients whose norm is below the limit stay exactly as they are."""
    case = clip(draw, *shapes(draw), max_norm=draw.choice("max_norm", (100.0, 1000)), scale=0.5)
    return scenario("clip", **case.arguments)


@suite.check(examples=3)
def parameters_keep_their_values(draw):
    """The parameters themselves do not change."""
    return clip(draw, *shapes(draw), max_norm=0.1, report=["parameters"])


@suite.check()
def missing_gradients(draw):
    """Parameters without a gradient, at any place, are skipped and keep None."""
    gone = draw.choice("missing", ((0,), (1,), (0, 2)))
    width = draw.size("width", 1, 5)
    return clip(draw, (width,), (2, width), (), (width,), max_norm=0.3, missing=gone, scale=3.0)


@suite.check(examples=3)
def no_gradients_at_all(draw):
    """No parameter has a gradient: the norm is 0."""
    count = draw.size("parameters", 0, 3)
    return clip(draw, *[(2,)] * count, max_norm=1.0, missing=range(count), report=["norm", "gradients"])


@suite.check(examples=3)
def all_gradients_zero(draw):
    """All gradients are zeros: they stay zeros, and the norm is 0."""
    return clip(draw, *shapes(draw), max_norm=draw.choice("max_norm", (1.0, 0.1)), scale=0.0)


@suite.check(examples=3)
def max_norm_zero(draw):
    """With max_norm 0 all gradients become 0, also those that were zeros, and none becomes NaN."""
    return clip(draw, *shapes(draw), max_norm=0.0, scale=draw.choice("scale", (0.0, 1.0)))


@suite.check(examples=3)
def tiny_gradients(draw):
    """Small gradients and a smaller limit.

    A number that is added against division by zero must not matter here.
    """
    return clip(draw, (draw.size("width", 2, 6),), (3, 2), max_norm=0.01, scale=0.1)


@suite.check(examples=3)
def a_generator_of_parameters(draw):
    """The parameters come as a generator, like model.parameters()."""
    return clip(draw, *shapes(draw), max_norm=0.3, scale=3.0, generator=True)


@suite.cost
def larger_tensors(draw):
    return clip(draw, (400, 300), (500,), (300, 200), max_norm=1.0, report=[])
