"""What warmup with cosine decay must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()

# A rate that went through float32 is exact enough.
LOOSE = 1e4


def rates(draw, steps, warmup, total, floor=None):
    base_lr = draw.real("base_lr", 0.2, 3.0)
    steps = list(steps)
    if floor is not None:
        floor *= base_lr
    return scenario("schedule", loose=LOOSE, steps=steps, base_lr=base_lr, warmup=warmup, total=total, floor=floor)


@suite.example
def ten_steps(draw):
    """Two steps of warmup, ten in all."""
    return scenario("schedule", loose=LOOSE, steps=list(range(12)), base_lr=1.0, warmup=2, total=10)


def only_here(examples=5):
    """Whole numbers go in and floats come out, so there is one type and nothing to differentiate."""
    return suite.check(examples=examples, dtypes=("float32",), gradients=False, strided=False)


@only_here()
def warmup(draw):
    """A straight line from 0 at step 0 to the base rate at the end of the warmup."""
    length = draw.size("warmup", 2, 20)
    return rates(draw, range(length + 1), length, length + draw.size("decay", 2, 30))


@only_here()
def cosine(draw):
    """From the end of the warmup to the last step: half a cosine down to 0.

    Progress must be 0 where the warmup ends and 1 at total.
    """
    length, decay = draw.size("warmup", 1, 20), draw.size("decay", 4, 40)
    return rates(draw, range(length, length + decay + 1), length, length + decay)


@only_here()
def floor(draw):
    """With a floor the cosine ends at it, and the warmup still starts at 0."""
    length, decay = draw.size("warmup", 3, 12), draw.size("decay", 4, 30)
    return rates(draw, range(length + decay + 2), length, length + decay, draw.real("floor", 0.4, 0.7))


@only_here()
def after_the_end(draw):
    """From total on the rate stays at the floor, however long."""
    length, total = draw.size("warmup", 1, 9), draw.size("total", 12, 40)
    share = draw.choice("floor", (None, 0.1, 0.5))
    return rates(draw, [total, total + 1, total + 7, 2 * total, 2 * total + 3, 100 * total], length, total, share)


@only_here()
def no_warmup(draw):
    """Without warmup the schedule starts at the base rate."""
    total = draw.size("total", 1, 20)
    return rates(draw, range(total + 3), 0, total, draw.real("floor", 0.0, 0.3))


@only_here()
def only_warmup(draw):
    """Warmup to the very end: the line, then the floor."""
    total = draw.size("total", 2, 20)
    return rates(draw, [*range(total), total + 1, total + 5], total, total, 0.2)


@only_here(3)
def long_runs(draw):
    """A few thousand steps."""
    total = 2000 + draw.size("more", 1, 1000)
    steps = [0, 1, 499, 500, 501, total // 2, total - 1, total, total + 1]
    return rates(draw, steps, 500, total, 0.1)


@suite.cost
def many_steps(draw):
    return scenario("schedule", loose=LOOSE, steps=list(range(1000)), base_lr=1.0, warmup=100, total=900, floor=0.1)
