"""What the forward process must do."""

import torch

from evalmode_runner.checks import Suite, call, constant

suite = Suite()


def q_sample(draw, *shape, steps=None, t=None):
    steps = steps or draw.size("steps", 2, 30)
    if t is None:
        t = draw.integers("t", shape[0], low=0, high=steps - 1)
    case = call(
        {
            "x0": draw.normal("x0", *shape),
            "t": t,
            "noise": draw.normal("noise", *shape),
            "betas": draw.uniform("betas", steps, low=0.02, high=0.3),
        }
    )
    return constant(case, "betas")


@suite.example
def two_numbers(draw):
    """Two samples of one number each, betas 0.36 and 0.75: alpha-bar is 0.64 and 0.16."""
    return call(
        {
            "x0": draw.tensor([1.0, 1.0]),
            "t": torch.tensor([0, 1]),
            "noise": draw.tensor([1.0, 1.0]),
            "betas": draw.tensor([0.36, 0.75]),
        }
    )


@suite.check()
def images(draw):
    """A batch of images, each with its own step."""
    return q_sample(
        draw, draw.size("batch", 1, 4), draw.size("channels", 1, 3), draw.size("height", 1, 5), draw.size("width", 1, 4)
    )


@suite.check()
def vectors(draw):
    """A batch of vectors."""
    return q_sample(draw, draw.size("batch", 1, 5), draw.size("features", 1, 6))


@suite.check(examples=3)
def numbers(draw):
    """Samples that are single numbers, x0 of shape (B,)."""
    return q_sample(draw, draw.size("batch", 2, 6))


@suite.check(examples=3)
def sequences(draw):
    """Samples with five dimensions."""
    return q_sample(draw, draw.size("batch", 1, 3), 2, draw.size("frames", 1, 3), 2, 3)


@suite.check()
def first_and_last_step(draw):
    """Step 0 is the first noising step and T - 1 the last; T may be 1.

    How many factors has the product at t = 0?
    """
    steps = draw.size("steps", 1, 8)
    return q_sample(draw, 3, draw.size("features", 1, 4), steps=steps, t=torch.tensor([0, steps - 1, 0]))


@suite.check(examples=4)
def as_many_features_as_samples(draw):
    """All sizes are equal, so that wrong broadcasting raises no error."""
    size = draw.size("size", 2, 4)
    return q_sample(draw, *[size] * draw.size("dimensions", 2, 4))


@suite.check(examples=3)
def usual_schedule(draw):
    """A thousand small betas as in the paper."""
    case = q_sample(draw, draw.size("batch", 2, 6), 3, steps=1000)
    case.arguments["inputs"]["betas"] = draw.tensor(torch.linspace(1e-4, 0.02, 1000, dtype=torch.float64))
    return case


@suite.cost
def many_images(draw):
    return q_sample(draw, 32, 3, 32, 32, steps=1000)
