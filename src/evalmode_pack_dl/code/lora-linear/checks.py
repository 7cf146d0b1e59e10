"""What a LoRA layer must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()


def setting(draw, *, square=False):
    """A base layer, r, alpha, and factors for it."""
    wide = draw.size("in", 2, 6)
    high = wide if square else draw.size("out", 2, 6)
    r = draw.choice("r", [2, 3, 1])
    base = {"weight": draw.normal("weight", high, wide, scale=wide**-0.5)}
    if not draw.flag("without bias"):
        base["bias"] = draw.normal("bias", high)
    return {
        "base": base,
        "r": r,
        "alpha": draw.choice("alpha", [7, 16, 0.5]),
        "factors": {"A": draw.normal("A", r, wide, scale=0.5), "B": draw.normal("B", high, r, scale=0.5)},
    }


def rows(draw, name, given):
    return draw.normal(name, draw.size("rows", 1, 4), given["base"]["weight"].shape[1])


@suite.example
def rank_one(draw):
    """A base of ones, rank 1, alpha 2: before and after merging."""
    x = draw.tensor([[1.0, 2.0]])
    return scenario(
        "use",
        base={"weight": draw.tensor([[1.0, 1.0], [1.0, 1.0]])},
        r=1,
        alpha=2,
        factors={"A": draw.tensor([[1.0, 0.0]]), "B": draw.tensor([[0.0], [1.0]])},
        calls=[("forward", x), ("merge", None), ("forward", x)],
    )


@suite.check(examples=4)
def start(draw):
    """A new layer gives what the base gives; B is zero, A is random, and B gets a gradient.

    If both factors were zero, nothing would ever learn.
    """
    given = setting(draw)
    del given["factors"]
    return scenario("begin", **given, x=rows(draw, "x", given))


@suite.check()
def values(draw):
    """With weights loaded: the base's output plus alpha / r times the update.

    The scale is a real number, also where r does not divide alpha.
    """
    given = setting(draw)
    return scenario("use", **given, calls=[("forward", rows(draw, "x", given))])


@suite.check(examples=4)
def leading_dimensions(draw):
    """Inputs with any number of leading dimensions."""
    given = setting(draw)
    shape = draw.choice("leading dimensions", [(), (2, 3), (2, 1, 2)])
    return scenario("use", **given, calls=[("forward", draw.normal("x", *shape, given["base"]["weight"].shape[1]))])


@suite.check(examples=4)
def gradient_flow(draw):
    """Gradients reach x, A and B, and nothing else: through the base as well as through the update.

    A frozen weight gets no gradient itself but lets that of its input through.
    """
    given = setting(draw)
    x = rows(draw, "x", given)
    weights = draw.normal("weights", x.shape[0], given["base"]["weight"].shape[0])
    return scenario("differentiate", **given, x=x, weights=weights, merge_first=draw.flag("merged and unmerged before"))


@suite.check(examples=4)
def train_and_eval(draw):
    """train() and eval() change nothing."""
    given = setting(draw)
    x = rows(draw, "x", given)
    return scenario(
        "use", **given, calls=[("forward", x), ("eval", None), ("forward", x), ("train", None), ("forward", x)]
    )


@suite.check()
def merge(draw):
    """Merging adds the update to base.weight and outputs stay; unmerging takes it out again.

    A and B are as they were, the base stays frozen, and the layer can be merged anew with other factors.
    """
    given = setting(draw, square=draw.flag("square"))
    x = rows(draw, "x", given)
    calls = [("forward", x), ("merge", None), ("forward", x), ("unmerge", None), ("forward", x)]
    anew = {name: draw.normal(f"new {name}", *factor.shape) for name, factor in given["factors"].items()}
    return scenario("use", **given, calls=[*calls, ("factors", anew), ("merge", None), ("forward", x)])


@suite.check(examples=4)
def merge_twice(draw):
    """Merging a merged layer changes nothing, nor does unmerging one that is not merged."""
    given = setting(draw)
    x = rows(draw, "x", given)
    order = draw.choice("order", [("merge", "merge"), ("unmerge",), ("merge", "merge", "unmerge", "unmerge", "merge")])
    return scenario("use", **given, calls=[call for method in order for call in ((method, None), ("forward", x))])


@suite.cost
def wide_layer(draw):
    base = {"weight": draw.normal("weight", 256, 256, scale=1 / 16), "bias": draw.normal("bias", 256)}
    factors = {"A": draw.normal("A", 8, 256), "B": draw.normal("B", 256, 8)}
    x = draw.normal("x", 8, 64, 256)
    return scenario("use", base=base, r=8, alpha=16, factors=factors, calls=[("forward", x)])
