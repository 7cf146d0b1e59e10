"""What one step of a GRU cell must do."""

from evalmode_runner.checks import Suite, call

suite = Suite()


def cell(draw, batch, width, hidden, **x):
    return call(
        {
            "x": draw.normal("x", batch, width, **x),
            "h": draw.normal("h", batch, hidden),
            "W_ih": draw.normal("W_ih", 3 * hidden, width),
            "W_hh": draw.normal("W_hh", 3 * hidden, hidden),
            "b_ih": draw.normal("b_ih", 3 * hidden),
            "b_hh": draw.normal("b_hh", 3 * hidden),
        }
    )


@suite.example
def one_unit(draw):
    """One sample, one input, one hidden unit; the rows of the weights are r, z, n."""
    return call(
        {
            "x": draw.tensor([[1.0]]),
            "h": draw.tensor([[0.5]]),
            "W_ih": draw.tensor([[1.0], [2.0], [-1.0]]),
            "W_hh": draw.tensor([[-1.0], [1.0], [2.0]]),
            "b_ih": draw.tensor([0.0, 0.5, -1.0]),
            "b_hh": draw.tensor([0.5, 0.0, 1.0]),
        }
    )


@suite.check(examples=7)
def values(draw):
    """Sizes of every kind: the new hidden state, and gradients to all arguments.

    The three blocks of H outputs are r, z, n; r scales the hidden part of n, with its bias, after the product.
    """
    return cell(draw, draw.size("batch", 1, 3), draw.size("width", 1, 4), draw.size("hidden", 2, 6))


@suite.check(examples=3)
def one_hidden_unit(draw):
    """A single hidden unit, where one number is a whole block."""
    return cell(draw, draw.size("batch", 2, 3), draw.size("width", 2, 3), 1)


@suite.check(examples=4, gradients=False)
def large_pre_activations(draw):
    """Pre-activations in the hundreds stay finite.

    Sigmoid and tanh saturate; written with exponentials they can overflow.
    """
    return cell(draw, draw.size("batch", 2, 3), draw.size("width", 2, 4), draw.size("hidden", 3, 4), scale=200.0)


@suite.cost
def wide_cell(draw):
    return cell(draw, 64, 64, 96)
