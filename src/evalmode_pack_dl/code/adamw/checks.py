"""What AdamW must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()

POSITIONS = ["parameters after each step"]
UNTOUCHED = ["gradients unchanged by step", "parameters are still leaves that require gradients"]


def settings(draw, **given):
    drawn = {
        "lr": draw.real("lr", 0.02, 0.2),
        "betas": (draw.real("beta1", 0.7, 0.9), draw.real("beta2", 0.92, 0.98)),
        "eps": 1e-6,
        "weight_decay": draw.real("weight decay", 0.1, 0.5),
    }
    return drawn | given


def problem(draw, steps, *shapes, scale=1.0):
    """First values, and gradients for each step."""
    starts = [draw.normal(f"start {n}", *shape) for n, shape in enumerate(shapes)]
    gradients = [
        [draw.normal(f"gradient {step} {n}", *shape, scale=scale) for n, shape in enumerate(shapes)]
        for step in range(steps)
    ]
    return {"starts": starts, "gradients": gradients}


def shapes(draw):
    return [(draw.size("rows", 1, 4), draw.size("columns", 1, 5)), (draw.size("width", 1, 4),), ()]


@suite.example
def one_number(draw):
    """One parameter 1.0 with gradient 0.5, two steps with lr 0.1: it goes to about 0.89 and 0.78."""
    given = {"starts": [draw.tensor([1.0])], "gradients": [[draw.tensor([0.5])], [draw.tensor([0.5])]]}
    return scenario("follow_gradients", **given, settings={"lr": 0.1, "weight_decay": 0.1}, report=POSITIONS)


@suite.check()
def first_step(draw):
    """The very first step, without decay: about lr against the sign of the gradient.

    Both averages start at zero. What undoes that at the first step?
    """
    given = settings(draw, weight_decay=0.0, betas=(draw.real("beta1", 0.85, 0.95), draw.real("beta2", 0.9, 0.96)))
    return scenario("follow_gradients", **problem(draw, 1, *shapes(draw)), settings=given, report=POSITIONS)


@suite.check()
def trajectory(draw):
    """Several parameters of different shapes over several steps.

    Write the update rule down line by line, and compare the state that you keep with it.
    """
    given = problem(draw, draw.size("steps", 2, 12), *shapes(draw))
    return scenario("follow_gradients", **given, settings=settings(draw), report=POSITIONS)


@suite.check(examples=3)
def defaults(draw):
    """The default settings."""
    given = problem(draw, draw.size("steps", 2, 6), *shapes(draw))
    return scenario("follow_gradients", **given, settings={}, report=POSITIONS)


@suite.check()
def weight_decay(draw):
    """A strong weight decay with a large learning rate.

    Where does the decay enter: the gradient, or the weight? By what is it scaled?
    """
    given = settings(draw, lr=draw.real("lr", 0.2, 0.4), weight_decay=draw.real("decay", 0.5, 0.9))
    return scenario(
        "follow_gradients", **problem(draw, draw.size("steps", 1, 5), *shapes(draw)), settings=given, report=POSITIONS
    )


@suite.check()
def epsilon(draw):
    """An eps as large as the gradients.

    Is eps inside or outside of the square root, and is the average under the root corrected by then?
    """
    given = settings(draw, eps=draw.real("eps", 0.05, 0.2))
    moves = problem(draw, draw.size("steps", 1, 4), *shapes(draw), scale=0.1)
    return scenario("follow_gradients", **moves, settings=given, report=POSITIONS)


@suite.check()
def missing_gradients(draw):
    """Parameters without a gradient in some steps, from the start or in between, and for zero_grad.

    A parameter without a gradient is left alone: no decay, no count, no change of its averages.
    """
    steps, width = draw.size("steps", 4, 9), draw.size("width", 1, 4)
    given = problem(draw, steps, (width,), (2, width), (width,))
    missing = draw.mask("missing", steps, 3, chance=0.4)
    missing[0, 0], missing[-1, 0], missing[1, 1], missing[-1, 1], missing[:, 2] = True, False, True, False, True
    given["gradients"] = [
        [None if gone else gradient for gradient, gone in zip(row, missing[step].tolist(), strict=True)]
        for step, row in enumerate(given["gradients"])
    ]
    report = [*POSITIONS, "gradients unchanged by step", "gradients cleared by zero_grad"]
    return scenario("follow_gradients", **given, settings=settings(draw), report=report)


@suite.check()
def zero_gradient(draw):
    """Gradients that are all zeros, in the first step and later.

    Zeros are a gradient: the parameter decays, its averages fade, and its momentum still moves it.
    """
    given = problem(draw, draw.size("steps", 3, 6), (3,), (2, 2))
    for step, place in ((0, 0), (2, 0), (1, 1)):
        given["gradients"][step][place] = given["gradients"][step][place] * 0
    return scenario("follow_gradients", **given, settings={"lr": 0.1, "weight_decay": 0.3}, report=POSITIONS)


@suite.check(examples=3)
def gradients_are_left_alone(draw):
    """step() does not change gradients, and what becomes of a gradient after its step does not matter."""
    given = problem(draw, draw.size("steps", 2, 5), *shapes(draw))
    return scenario("follow_gradients", **given, settings=settings(draw), spoil=True, report=[*POSITIONS, *UNTOUCHED])


@suite.check(examples=3)
def a_training_run(draw):
    """A linear regression, trained with model.parameters(), backward, step and zero_grad.

    model.parameters() is a generator. After zero_grad every gradient is None or zeros.
    """
    inputs, outputs, samples = draw.size("inputs", 1, 4), draw.size("outputs", 1, 3), draw.size("samples", 2, 8)
    return scenario(
        "train_a_regression",
        weight=draw.normal("weight", outputs, inputs),
        bias=draw.normal("bias", outputs),
        x=draw.normal("x", samples, inputs),
        y=draw.normal("y", samples, outputs),
        steps=draw.size("steps", 2, 12),
        settings=settings(draw),
    )


@suite.check(examples=3)
def two_optimisers(draw):
    """Two optimisers at once, stepped in turn: they share nothing."""
    width, steps = draw.size("width", 1, 4), draw.size("steps", 2, 5)
    return scenario(
        "two_side_by_side",
        first=draw.normal("first", width),
        second=draw.normal("second", width),
        first_gradients=[draw.normal(f"first {step}", width) for step in range(steps)],
        second_gradients=[draw.normal(f"second {step}", width) for step in range(steps)],
        settings=settings(draw),
    )


@suite.cost
def larger_tensors(draw):
    return scenario(
        "follow_gradients", **problem(draw, 4, (200, 100), (300,)), settings=settings(draw), report=POSITIONS[:0]
    )
