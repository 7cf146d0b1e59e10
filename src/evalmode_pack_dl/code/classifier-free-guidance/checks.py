"""What classifier-free guidance must do."""

from evalmode_runner.checks import Suite, call

suite = Suite()

TYPES = ("float32", "float64", "bfloat16")


def guided(draw, *shape, w, scale=1.0):
    return call(
        {
            "eps_cond": draw.normal("eps_cond", *shape, scale=scale),
            "eps_uncond": draw.normal("eps_uncond", *shape, scale=scale),
        },
        w=w,
    )


@suite.example
def beyond(draw):
    """From 1 towards 2, three times as far: 4."""
    return call({"eps_cond": draw.tensor([2.0]), "eps_uncond": draw.tensor([1.0])}, w=3.0)


def shape(draw):
    return [draw.size(f"size {n}", 1, 4) for n in range(draw.size("dimensions", 1, 4))]


@suite.check(dtypes=TYPES)
def ordinary_scales(draw):
    """Scales above 1, as used in sampling."""
    return guided(draw, *shape(draw), w=draw.choice("w", (2.0, 7.5, 3, 1.5)))


@suite.check(dtypes=TYPES)
def zero_and_one(draw):
    """w = 0 gives the unconditional prediction, w = 1 the conditional one."""
    return guided(draw, *shape(draw), w=draw.choice("w", (0.0, 1.0, 0, 1)))


@suite.check()
def between_zero_and_one(draw):
    """Scales between 0 and 1 lie between the two."""
    return guided(draw, *shape(draw), w=draw.real("w", 0.2, 0.8))


@suite.check()
def negative_scale(draw):
    """Negative scales go away from the condition."""
    return guided(draw, *shape(draw), w=-draw.real("w", 0.5, 4.0))


@suite.check(examples=3)
def large_predictions(draw):
    """Nothing is clipped."""
    return guided(draw, 3, *shape(draw), w=draw.real("w", 3.0, 9.0), scale=50.0)


@suite.check(examples=3)
def one_number(draw):
    """Predictions without any dimension."""
    return guided(draw, w=draw.real("w", 2.0, 9.0))


@suite.cost
def images(draw):
    return guided(draw, 16, 3, 64, 64, w=7.5)
