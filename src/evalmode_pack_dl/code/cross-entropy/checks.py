"""What cross-entropy must do."""

from dataclasses import replace

import torch

from evalmode_runner.checks import Suite, call, claim

suite = Suite()


def sequences_of(draw, scale=2.0):
    """Logits (N, C, T) and classes (N, T), at least two of each."""
    batch, classes, time = draw.size("batch", 2, 4), draw.size("classes", 2, 5), draw.size("time", 2, 4)
    logits = draw.normal("logits", batch, classes, time, scale=scale)
    return logits, draw.integers("target", batch, time, low=0, high=classes - 1)


def ignoring(target, value):
    """The same targets: the first sequence keeps only its first one, the last one loses only its last."""
    target = torch.where(target == value, value + 1 if value == 0 else value - 1, target)
    target[0, 1:] = value
    target[-1, -1] = value
    return target


@suite.example
def one_of_two_ignored(draw):
    """Two positions, the second one ignored."""
    return call({"logits": draw.tensor([[2.0, 0.0, 0.0], [0.0, 0.0, 0.0]]), "target": torch.tensor([0, -100])})


@suite.example
def two_targets(draw):
    """The same logits, nothing ignored: all-zero logits cost ln 3."""
    return call({"logits": draw.tensor([[2.0, 0.0, 0.0], [0.0, 0.0, 0.0]]), "target": torch.tensor([0, 2])})


@suite.check()
def values(draw):
    """Logits (N, C), nothing ignored: loss and gradients are the reference's.

    The loss takes raw logits: minus the log-probability of the target, averaged.
    """
    batch, classes = draw.size("batch", 1, 5), draw.size("classes", 2, 6)
    logits = draw.normal("logits", batch, classes, scale=2.0)
    return call({"logits": logits, "target": draw.integers("target", batch, low=0, high=classes - 1)})


@suite.check()
def sequences(draw):
    """Logits (N, C, T): dimension 1 holds the classes.

    Write the shape after every line. Every one of the N * T targets has the same weight.
    """
    logits, target = sequences_of(draw)
    return call({"logits": logits, "target": target})


@suite.check()
def ignore_index(draw):
    """Targets of -100 count neither in the sum nor in what it is divided by.

    How many targets are left, over the whole batch?
    """
    logits, target = sequences_of(draw)
    return call({"logits": logits, "target": ignoring(target, -100)})


@suite.check(examples=6)
def other_ignore_index(draw):
    """Any other number may be the ignored one: -1, one beyond the classes, or a class."""
    logits, target = sequences_of(draw)
    value = 0 if draw.flag("a class") else logits.shape[1] + 50
    value = -1 if draw.flag("negative") else value
    return call({"logits": logits, "target": ignoring(target, value)}, ignore_index=value)


@suite.check()
def label_smoothing(draw):
    """A share of the target is spread over all classes; ignored targets take no part.

    The target distribution sums to one: what the uniform part gets, the label loses.
    """
    logits, target = sequences_of(draw)
    share = draw.real("label_smoothing", 0.1, 0.9)
    return call({"logits": logits, "target": ignoring(target, -100)}, label_smoothing=share)


@suite.check(examples=4)
def only_smoothing(draw):
    """Smoothing without ignored targets, on logits (N, C)."""
    batch, classes = draw.size("batch", 1, 4), draw.size("classes", 3, 5)
    logits, target = draw.normal("logits", batch, classes), draw.integers("target", batch, low=0, high=classes - 1)
    return call({"logits": logits, "target": target}, label_smoothing=1.0 if draw.flag("all") else 0.3)


@suite.check()
def large_logits(draw):
    """Targets that lose by hundreds and by thousands cost just that.

    A probability that has underflowed to zero has no logarithm; an exponential of 10000 is infinite.
    """
    classes = draw.size("classes", 2, 4)
    logits = draw.normal("logits", draw.size("batch", 3, 5), classes)
    logits[0, 0] += 300
    logits[1] += 1e4
    logits[2] = 3e3 * logits[2] - 5e3
    target = draw.integers("target", len(logits), low=1, high=classes - 1)
    case = call({"logits": logits, "target": target}, label_smoothing=0.2 if draw.flag("smoothed") else 0.0)
    # Near 10000 neighbouring float32 numbers are 0.001 apart: three digits are enough.
    return replace(case, loose=10.0) if draw.type_name == "float32" else case


@suite.check(examples=2, strided=False, dtypes=("float32",))
def one_class(draw):
    """With a single class there is nothing to be wrong about, ignored targets or not."""
    logits = draw.normal("logits", draw.size("batch", 2, 4), 1)
    target = torch.zeros(len(logits), dtype=torch.int64)
    target[0] = -100
    return call({"logits": logits, "target": target})


@suite.check(examples=3, gradients=False, strided=False, dtypes=("float32",))
def all_ignored(draw):
    """When every target is ignored the result is NaN: the mean of nothing."""
    batch, classes = draw.size("batch", 1, 4), draw.size("classes", 2, 4)
    target = torch.full((batch,), -100)

    def wrong(result):
        value = torch.as_tensor(result["output"])
        return None if value.dim() == 0 and bool(value.isnan()) else f"The loss of nothing is {value.tolist()}, not NaN"

    return claim(call({"logits": draw.normal("logits", batch, classes), "target": target}), wrong=wrong)


@suite.cost
def a_batch_of_text(draw):
    target = draw.integers("target", 8, 64, low=0, high=255)
    target[:, 48:] = -100
    return call({"logits": draw.normal("logits", 8, 256, 64), "target": target})
