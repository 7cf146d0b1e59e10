"""What the two-layer network's loss and gradients must be."""

from dataclasses import replace

import torch

from evalmode_runner.checks import Suite, numpy_call

suite = Suite()

KINDS = {"dtypes": ("float64", "float32"), "gradients": False}


def network(draw, low=1, scale=1.0):
    """Parameters, inputs and classes."""
    batch, inputs = draw.size("N", low, 5), draw.size("d", low, 4)
    hidden, classes = draw.size("h", low, 6), draw.size("C", 2, 4)
    params = {
        "W1": draw.normal("W1", inputs, hidden, scale=scale),
        "b1": draw.normal("b1", hidden, scale=scale),
        "W2": draw.normal("W2", hidden, classes, scale=scale),
        "b2": draw.normal("b2", classes, scale=scale),
    }
    y = draw.integers("y", batch, low=0, high=classes - 1)
    return {"params": params, "X": draw.normal("X", batch, inputs), "y": y}


@suite.example
def one_hidden_unit(draw):
    """Two examples through one hidden unit, which the second one switches off."""
    params = {
        "W1": draw.tensor([[1.0]]),
        "b1": draw.tensor([0.5]),
        "W2": draw.tensor([[1.0, -1.0]]),
        "b2": draw.tensor([0.0, 0.0]),
    }
    return numpy_call({"params": params, "X": draw.tensor([[1.0], [-2.0]]), "y": torch.tensor([0, 1])})


@suite.check(examples=6, **KINDS)
def values(draw):
    """Loss and all four gradients.

    Every gradient has the shape of its parameter, and the 1 / N of the mean enters each of them exactly once.
    """
    return numpy_call(network(draw, low=2))


@suite.check(examples=4, **KINDS)
def small_sizes(draw):
    """One example, one input, one hidden unit."""
    return numpy_call(network(draw))


@suite.check(examples=4, **KINDS)
def relu_at_zero(draw):
    """Hidden units whose input is exactly 0 pass no gradient."""
    given = network(draw, low=2)
    given["params"]["W1"].zero_()
    given["params"]["b1"].zero_()
    return numpy_call(given)


@suite.check(examples=3, **KINDS)
def zero_weights(draw):
    """With all parameters zero the loss is ln C."""
    return numpy_call(network(draw, scale=0.0))


@suite.check(examples=4, **KINDS)
def large_logits(draw):
    """Logits in the thousands: wrong classes that win by thousands cost just that.

    An exponential of 1000 is infinite, and a probability that has underflowed to zero has no logarithm.
    """
    given = network(draw, low=2)
    classes = given["params"]["b2"].shape[0]
    given["params"]["b2"][0] += 2000
    given["params"]["b2"][-1] -= 3000
    given["y"][:2] = classes - 1
    return replace(numpy_call(given), loose=10.0 if draw.type_name == "float32" else 1.0)


@suite.check(examples=5, dtypes=("float64",), gradients=False)
def rows_far_apart(draw):
    """One example whose logits are a thousand times those of the others.

    Every row of logits is a softmax of its own.
    """
    given = network(draw, low=2)
    given["X"][0] *= 1000
    return numpy_call(given)


@suite.cost
def wider(draw):
    params = {
        "W1": draw.normal("W1", 64, 128, scale=0.1),
        "b1": draw.normal("b1", 128),
        "W2": draw.normal("W2", 128, 10, scale=0.1),
        "b2": draw.normal("b2", 10),
    }
    return numpy_call({"params": params, "X": draw.normal("X", 256, 64), "y": draw.integers("y", 256, low=0, high=9)})
