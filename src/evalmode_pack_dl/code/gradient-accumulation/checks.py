"""What gradient accumulation must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()

RESULT = ["parameters after each step", "losses"]


def training(draw, steps, report=RESULT, **options):
    """Training steps, each a list of micro-batch sizes."""
    features, hidden, outputs = draw.size("features", 1, 4), draw.size("hidden", 1, 5), draw.size("outputs", 2, 4)
    loss = draw.choice("loss", ("cross entropy", "squared error"))
    extra = (draw.size("positions", 1, 3),) if loss == "squared error" else ()
    weights = {
        "first.weight": draw.normal("first weight", hidden, features),
        "first.bias": draw.normal("first bias", hidden),
        "last.weight": draw.normal("last weight", outputs, hidden),
        "last.bias": draw.normal("last bias", outputs),
    }

    def target(name, size):
        if loss == "cross entropy":
            return draw.integers(name, size, low=0, high=outputs - 1)
        return draw.normal(name, size, *extra, outputs)

    batches = [
        [
            [draw.normal(f"x {s} {n}", size, *extra, features), target(f"y {s} {n}", size)]
            for n, size in enumerate(sizes)
        ]
        for s, sizes in enumerate(steps)
    ]
    return scenario("accumulate", weights=weights, batches=batches, loss=loss, report=report, **options)


facts = suite.check(examples=2, dtypes=("float32",), gradients=False, strided=False)
"""For what is no number: two examples in one type say enough."""


@suite.example
def three_and_one(draw):
    """A linear problem with micro-batches of three samples and of one."""
    return training(draw, [[3, 1]])


@suite.check()
def equal_sizes(draw):
    """Micro-batches of one size: the step and the loss of the joined batch.

    How does the sum of the gradients of three means compare with the gradient of the mean over all?
    """
    return training(draw, [[draw.size("samples", 1, 4)] * draw.size("pieces", 2, 4)])


@suite.check()
def unequal_sizes(draw):
    """Micro-batches of different sizes, in any order.

    How much of the mean over all samples does each piece make?
    """
    small = draw.size("small", 1, 2)
    large = small + draw.size("more", 2, 5)
    sizes = draw.choice("order", ((small, large), (large, small), (small, large, small), (large, small, small + 1)))
    return training(draw, [list(sizes)])


@suite.check(examples=3)
def one_piece(draw):
    """A single micro-batch is an ordinary training step."""
    return training(draw, [[draw.size("samples", 1, 5)]])


@suite.check()
def several_steps(draw):
    """Several training steps in a row.

    Which gradients are there when the second step begins?
    """
    return training(draw, [[draw.size("first", 1, 4), 2], [3], [2, draw.size("last", 1, 4), 1]])


@suite.check(examples=3)
def stale_gradients(draw):
    """Gradients are left over from before the call: they must not matter."""
    return training(draw, [[draw.size("first", 1, 4), 2]], stale=True)


@facts
def one_step(draw):
    """The optimizer steps exactly once in each call."""
    return training(draw, [[2, 1, 3], [1, 1]], report=["optimizer steps"])


@facts
def each_piece_once(draw):
    """Each micro-batch goes through the model once, by itself and in order."""
    return training(draw, [[2, draw.size("second", 1, 4), 3]], report=["batch sizes seen by the model"])


@facts
def a_plain_float(draw):
    """The loss is a Python float."""
    return training(draw, [[2, 1]], report=["loss is a Python float"])


@suite.cost
def more_pieces(draw):
    weights = {
        "first.weight": draw.normal("first weight", 64, 32),
        "first.bias": draw.normal("first bias", 64),
        "last.weight": draw.normal("last weight", 8, 64),
        "last.bias": draw.normal("last bias", 8),
    }
    pieces = [[draw.normal(f"x {n}", 32, 32), draw.integers(f"y {n}", 32, low=0, high=7)] for n in range(6)]
    return scenario("accumulate", weights=weights, batches=[pieces], loss="cross entropy", report=[])
