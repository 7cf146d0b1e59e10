"""What non-maximum suppression must do."""

import torch

from evalmode_runner.checks import Suite, call

suite = Suite()

PLAIN = {"gradients": False}


def scores_for(draw, count):
    """Different scores, some of them negative."""
    return (draw.permutation("scores", count).to(draw.dtype) - count / 3) / max(count, 1)


def crowd(draw, low, high, unit=False):
    """Boxes that overlap a good deal, anywhere in a square of 10 by 10 or of 1 by 1."""
    count = draw.size("boxes", low, high)
    corner = draw.uniform("corner", count, 2, low=0.0, high=6.0)
    side = draw.uniform("side", count, 2, low=0.5, high=5.0)
    boxes = torch.cat([corner, corner + side], dim=1)
    if unit:
        boxes = boxes / draw.choice("divided by", (11.0, 11_000.0))
    return {"boxes": boxes, "scores": scores_for(draw, count)}


@suite.example
def half_an_overlap(draw):
    """An overlap of exactly thr is tolerated."""
    boxes = draw.tensor([[0.0, 0.0, 2.0, 1.0], [0.0, 0.0, 1.0, 1.0], [5.0, 5.0, 6.0, 6.0]])
    return call({"boxes": boxes, "scores": draw.tensor([0.9, 0.8, 0.95]), "thr": 0.5})


@suite.example
def less_than_half(draw):
    """With a lower threshold the smaller box goes."""
    boxes = draw.tensor([[0.0, 0.0, 2.0, 1.0], [0.0, 0.0, 1.0, 1.0], [5.0, 5.0, 6.0, 6.0]])
    return call({"boxes": boxes, "scores": draw.tensor([0.9, 0.8, 0.95]), "thr": 0.4})


@suite.check(**PLAIN)
def values(draw):
    """A crowd of boxes.

    Best box first; everything that overlaps it by more than thr goes; then the next one that is left.
    """
    return call(crowd(draw, 12, 40) | {"thr": draw.choice("thr", (0.31, 0.17, 0.53))})


@suite.check(examples=4, **PLAIN)
def normalised(draw):
    """Coordinates between 0 and 1, and tiny boxes among them."""
    return call(crowd(draw, 12, 30, unit=True) | {"thr": draw.choice("thr", (0.23, 0.41))})


@suite.check(examples=4, **PLAIN)
def chains(draw):
    """A row of boxes of which only neighbours overlap.

    May a box that has been removed still remove others?
    """
    count = draw.size("boxes", 3, 7)
    left = torch.arange(count, dtype=draw.dtype)
    zero = torch.zeros_like(left)
    boxes = torch.stack([left, zero, left + 2.5, zero + 1.0], dim=1)
    scores = (count - left) / (count + 1)
    order = draw.permutation("order", count)
    return call({"boxes": boxes[order], "scores": scores[order], "thr": 0.3})


@suite.check(examples=3, **PLAIN)
def threshold(draw):
    """Overlaps of exactly the threshold: copies at 1, touching boxes at 0, halves at one half."""
    thr = draw.choice("thr", (1.0, 0.0, 0.5))
    boxes = {
        1.0: [[1.0, 1.0, 3.0, 2.0], [1.0, 1.0, 3.0, 2.0], [1.0, 1.0, 2.0, 2.0]],
        0.0: [[0.0, 0.0, 1.0, 1.0], [1.0, 0.0, 2.0, 1.0], [0.0, 1.0, 1.0, 2.0]],
        0.5: [[0.0, 0.0, 2.0, 1.0], [1.0, 0.0, 2.0, 1.0], [7.0, 0.0, 8.0, 1.0]],
    }[thr]
    return call({"boxes": draw.tensor(boxes), "scores": scores_for(draw, 3), "thr": thr})


@suite.check(examples=3, **PLAIN)
def zero_area(draw):
    """Boxes without area overlap nothing, not even their own copies."""
    x, y = draw.real("x", 1.0, 2.0), draw.real("y", 1.0, 2.0)
    boxes = [[x, y, x, y], [x, y, x, y], [0.0, 0.0, 3.0, 3.0], [x, 0.0, x, 3.0]]
    return call({"boxes": draw.tensor(boxes), "scores": scores_for(draw, 4), "thr": draw.choice("thr", (0.0, 0.5))})


@suite.check(examples=2, strided=False, **PLAIN)
def empty(draw):
    """No boxes: an empty tensor of int64."""
    return call({"boxes": draw.tensor([]).reshape(0, 4), "scores": draw.tensor([]), "thr": 0.5})


@suite.check(examples=2, strided=False, **PLAIN)
def one_box(draw):
    """A single box stays."""
    return call(crowd(draw, 1, 1) | {"thr": draw.choice("thr", (0.0, 1.0))})


@suite.check(examples=1, strided=False, dtypes=("float32",), gradients=False)
def many_boxes(draw):
    """A thousand boxes, fast enough."""
    return call(crowd(draw, 1000, 1000) | {"thr": 0.31})


@suite.cost
def several_hundred(draw):
    return call(crowd(draw, 600, 600) | {"thr": 0.31})
