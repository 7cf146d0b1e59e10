"""What the area under the ROC curve must be."""

import torch

from evalmode_runner.checks import Suite, call, claim, same

suite = Suite()

PLAIN = {"gradients": False}


def both_classes(draw, count):
    """Labels with at least one of each class."""
    y = draw.integers("y", count, low=0, high=1)
    y[0], y[-1] = 1, 0
    return y


@suite.example
def four_scores(draw):
    """Three of four pairs are in the right order."""
    return call({"scores": draw.tensor([0.1, 0.4, 0.35, 0.8]), "y": torch.tensor([0, 0, 1, 1])})


@suite.example
def a_tie(draw):
    """One win and one tie."""
    return call({"scores": draw.tensor([0.5, 0.5, 0.9]), "y": torch.tensor([1, 0, 1])})


@suite.check(examples=6, **PLAIN)
def values(draw):
    """Different scores of any size.

    In which share of the pairs of a positive and a negative does the positive have the higher score?
    """
    count = draw.size("examples", 2, 30)
    return call({"scores": draw.normal("scores", count, scale=4.0), "y": both_classes(draw, count)})


@suite.check(examples=6, **PLAIN)
def ties(draw):
    """Scores of which many are equal.

    What does your sort do with equal scores, and does the result depend on it?
    """
    count = draw.size("examples", 4, 30)
    scores = draw.integers("scores", count, low=-2, high=2).to(draw.dtype)
    return call({"scores": scores, "y": both_classes(draw, count)})


@suite.check(examples=3, **PLAIN)
def corners(draw):
    """Perfect, reversed and constant scores."""
    count = draw.size("examples", 2, 12)
    y = both_classes(draw, count)
    sign = draw.choice("ranking", (1.0, -1.0, 0.0))
    return call({"scores": sign * y.to(draw.dtype) + 3, "y": y})


@suite.check(examples=4, strided=False, dtypes=("float32",), **PLAIN)
def one_class(draw):
    """With positives only, or negatives only, the result is NaN."""
    count = draw.size("examples", 1, 4)
    y = torch.full((count,), 1 if draw.flag("positives") else 0)

    def wrong(result):
        value = torch.as_tensor(result["output"])
        return None if bool(value.isnan()) else f"The area without any pair is {value.item():g}, not NaN"

    return claim(call({"scores": draw.normal("scores", count), "y": y}), wrong=wrong)


@suite.check(examples=3, **PLAIN)
def order_of_examples(draw):
    """Shuffling the examples changes nothing."""
    count = draw.size("examples", 6, 20)
    scores, y = draw.integers("scores", count, low=0, high=3).to(draw.dtype), both_classes(draw, count)
    order = draw.permutation("order", count)
    return same(
        call({"scores": scores, "y": y}),
        call({"scores": scores[order], "y": y[order]}),
        says="The order of the examples changed the area",
    )


@suite.check(examples=1, strided=False, dtypes=("float32",), **PLAIN)
def many_examples(draw):
    """Fifty thousand examples."""
    return call({"scores": draw.normal("scores", 50_000), "y": both_classes(draw, 50_000)})


@suite.cost
def several_thousand(draw):
    return call({"scores": draw.normal("scores", 10_000), "y": both_classes(draw, 10_000)})
