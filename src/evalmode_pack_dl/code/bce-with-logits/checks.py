"""What binary cross-entropy from logits must do."""

from evalmode_runner.checks import Suite, call, constant

suite = Suite()


def loss(given, **options):
    """Gradients are watched in the logits alone; targets and weights are constants."""
    return constant(call(given, **options), "target", "pos_weight")


def entries(draw, low=1):
    """Logits and soft targets of one to three dimensions."""
    shape = [draw.size("rows", low, 4)]
    if draw.flag("two dimensions"):
        shape.append(draw.size("columns", 2, 4))
    if draw.flag("three dimensions"):
        shape.append(draw.size("depth", 2, 3))
    return {"logits": draw.normal("logits", *shape, scale=2.0), "target": draw.uniform("target", *shape)}


@suite.example
def two_entries(draw):
    """A positive with logit 0, a negative with logit 2."""
    return loss({"logits": draw.tensor([0.0, 2.0]), "target": draw.tensor([1.0, 0.0])})


@suite.example
def weighted(draw):
    """The same, positives counting three times."""
    given = {"logits": draw.tensor([0.0, 2.0]), "target": draw.tensor([1.0, 0.0])}
    return loss(given, pos_weight=draw.tensor([3.0, 3.0]))


@suite.check(examples=7)
def values(draw):
    """Any shape, targets anywhere between 0 and 1.

    Both halves of the formula, for every entry; then the mean over all of them.
    """
    return loss(entries(draw))


@suite.check(examples=4)
def hard_targets(draw):
    """Targets that are 0 or 1."""
    given = entries(draw, low=2)
    return loss(given | {"target": given["target"].round()})


@suite.check(examples=6)
def pos_weight(draw):
    """A weight per column, or one for all: it multiplies the part of the positives only.

    The mean divides by the number of entries, whatever the weights. Weights broadcast as tensors usually do.
    """
    size = draw.size("size", 2, 4)
    shape = (size, size) if draw.flag("square") else (size, size + 1)
    given = {"logits": draw.normal("logits", *shape), "target": draw.uniform("target", *shape)}
    weights = (shape[0], 1) if draw.flag("per row") else (shape[1],)
    return loss(given, pos_weight=draw.uniform("pos_weight", *weights, low=0.2, high=5.0))


@suite.check(examples=3)
def single_weight(draw):
    """A weight without dimensions."""
    return loss(entries(draw), pos_weight=draw.uniform("pos_weight", low=2.0, high=5.0))


@suite.check()
def large_logits(draw):
    """Logits of hundreds and thousands, right and wrong.

    A sigmoid saturates at exactly 0 and 1. What does a confident mistake cost, and what is its gradient?
    """
    given = {name: draw.uniform(name, draw.size("rows", 3, 5), 3) for name in ("target",)}
    logits = draw.normal("logits", *given["target"].shape)
    logits[0] += 300
    logits[1] -= 300
    logits[2] = 3e3 * logits[2]
    given["target"][0, 0], given["target"][1, 0] = 0.0, 1.0
    weight = draw.uniform("pos_weight", 3, low=0.5, high=3.0) if draw.flag("weighted") else None
    return loss({"logits": logits, "target": given["target"]}, pos_weight=weight)


@suite.check(examples=4)
def gradient_at_zero(draw):
    """At a logit of exactly 0 the gradient is (1/2 - y) / n.

    Automatic differentiation sees the pieces of a formula: what do clamp and abs report at their kinks?
    """
    given = entries(draw)
    given["logits"].zero_()
    return loss(given)


@suite.cost
def large_batch(draw):
    return loss(
        {"logits": draw.normal("logits", 300, 300), "target": draw.uniform("target", 300, 300)},
        pos_weight=draw.uniform("pos_weight", 300, low=0.5, high=3.0),
    )
