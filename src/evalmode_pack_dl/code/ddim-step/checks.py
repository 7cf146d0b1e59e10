"""What a step of DDIM must do."""

from evalmode_runner.checks import Suite, call, constant

suite = Suite()


def step(draw, t, t_prev, *shape, noise=False, **options):
    """A step with a random falling table of alpha-bars."""
    alpha_bars = (1 - draw.uniform("betas", 12, low=0.05, high=0.25)).cumprod(0)
    if noise:
        options["noise"] = draw.normal("noise", *shape)
    inputs = {
        "x": draw.normal("x", *shape),
        "eps": draw.normal("eps", *shape),
        "t": t,
        "t_prev": t_prev,
        "alpha_bars": alpha_bars,
    }
    return constant(call(inputs, **options), "alpha_bars", "noise")


def shape(draw):
    return [draw.size("batch", 1, 3), *[draw.size(f"size {n}", 1, 4) for n in range(draw.size("dimensions", 0, 3))]]


def earlier(draw):
    """A step and one before it, with steps left out between."""
    t_prev = draw.size("t_prev", 0, 5)
    return t_prev + draw.size("distance", 2, 5), t_prev


@suite.example
def one_number(draw):
    """From alpha-bar 0.25 to 0.64: the clean sample is 2 - sqrt(3)."""
    case = call(
        {
            "x": draw.tensor([1.0]),
            "eps": draw.tensor([1.0]),
            "t": 1,
            "t_prev": 0,
            "alpha_bars": draw.tensor([0.64, 0.25]),
        }
    )
    return constant(case, "alpha_bars")


@suite.check()
def deterministic(draw):
    """Without fresh noise, with steps left out.

    Which clean sample fits x and eps, and what does it look like at the earlier step?
    """
    return step(draw, *earlier(draw), *shape(draw))


@suite.check(examples=4)
def neighbouring_steps(draw):
    """From a step to the one before it, with and without fresh noise."""
    t = draw.size("t", 1, 11)
    options = {"eta": 0.7, "noise": True} if draw.flag("fresh noise") else {}
    return step(draw, t, t - 1, *shape(draw), **options)


@suite.check()
def with_fresh_noise(draw):
    """Fresh noise scaled by eta.

    How much noise must there be afterwards in all, and who makes room for the fresh one?
    """
    return step(draw, *earlier(draw), *shape(draw), eta=draw.choice("eta", (0.5, 1.0, 0.2)), noise=True)


@suite.check(examples=4)
def to_the_clean_sample(draw):
    """The last step, to -1: all noise goes.

    What does Python make of the index -1?
    """
    options = {"eta": 1.0, "noise": True} if draw.flag("eta 1") else {}
    return step(draw, draw.size("t", 0, 8), -1, *shape(draw), **options)


@suite.check(examples=3)
def noise_without_influence(draw):
    """With eta 0 a given noise has no influence."""
    return step(draw, *earlier(draw), *shape(draw), eta=0.0, noise=True)


@suite.cost
def images(draw):
    return step(draw, 9, 4, 16, 3, 64, 64, eta=0.5, noise=True)
