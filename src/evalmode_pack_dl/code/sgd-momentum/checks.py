"""What SGD with momentum must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()

POSITIONS = ["parameters after each step"]
UNTOUCHED = ["gradients unchanged by step", "parameters are still leaves that require gradients"]


def follow(draw, settings, steps, *shapes, report=POSITIONS, **options):
    return scenario(
        "follow_gradients",
        starts=[draw.normal(f"start {n}", *shape) for n, shape in enumerate(shapes)],
        gradients=[
            [draw.normal(f"gradient {step} {n}", *shape) for n, shape in enumerate(shapes)] for step in range(steps)
        ],
        settings=settings,
        report=report,
        **options,
    )


def shapes(draw):
    width = draw.size("width", 1, 4)
    return [(draw.size("rows", 1, 4), width), (width,), (width,), ()]


def momentum_settings(draw, **more):
    return {"lr": draw.real("lr", 0.02, 0.2), "momentum": draw.real("momentum", 0.4, 0.9)} | more


@suite.example
def two_steps(draw):
    """One parameter 1.0 with gradient 1.0 twice, lr 0.1, momentum 0.5: 0.9, then 0.75."""
    given = {"starts": [draw.tensor([1.0])], "gradients": [[draw.tensor([1.0])], [draw.tensor([1.0])]]}
    return scenario("follow_gradients", **given, settings={"lr": 0.1, "momentum": 0.5}, report=POSITIONS)


@suite.check(examples=3)
def plain(draw):
    """Without momentum and decay: plain gradient descent, which is the default."""
    settings = draw.choice("settings", ("lr", "none"))
    given = {"lr": draw.real("lr", 0.02, 0.5)} if settings == "lr" else {}
    return follow(draw, given, draw.size("steps", 1, 4), *shapes(draw))


@suite.check()
def momentum(draw):
    """Several steps with momentum.

    Write down what the buffer holds after two steps with the same gradient.
    """
    return follow(draw, momentum_settings(draw), draw.size("steps", 2, 8), *shapes(draw))


@suite.check()
def nesterov(draw):
    """Several steps with Nesterov momentum.

    Which buffer does the look-ahead use, the one before or after the new gradient has come in?
    """
    return follow(draw, momentum_settings(draw, nesterov=True), draw.size("steps", 2, 6), *shapes(draw))


@suite.check()
def weight_decay(draw):
    """Weight decay, with momentum and with Nesterov.

    Does the buffer see the decay?
    """
    settings = momentum_settings(draw, weight_decay=draw.real("decay", 0.3, 0.9), nesterov=draw.flag("nesterov"))
    return follow(draw, settings, draw.size("steps", 2, 6), *shapes(draw))


@suite.check(examples=4)
def a_schedule(draw):
    """The learning rate is assigned anew before each step.

    Which steps does a lower rate make smaller: the ones to come, or also those that the buffer remembers?
    """
    rates = [0.1, 0.3, 0.05, 0.2]
    return follow(draw, momentum_settings(draw, nesterov=draw.flag("nesterov")), 4, *shapes(draw), rates=rates)


@suite.check()
def missing_gradients(draw):
    """Parameters without a gradient in some steps, from the start or in between, and for zero_grad.

    A parameter without a gradient is left alone: no decay, and its buffer stays as it is.
    """
    steps, width = draw.size("steps", 4, 7), draw.size("width", 1, 4)
    report = [*POSITIONS, "gradients unchanged by step", "gradients cleared by zero_grad"]
    settings = momentum_settings(draw, weight_decay=0.3)
    case = follow(draw, settings, steps, (width,), (2, width), (width,), report=report)
    missing = draw.mask("missing", steps, 3, chance=0.4)
    missing[0, 0], missing[-1, 0], missing[0, 1], missing[1, 1], missing[2, 1] = True, False, False, True, False
    missing[:, 2] = True
    case.arguments["gradients"] = [
        [None if gone else gradient for gradient, gone in zip(row, missing[step].tolist(), strict=True)]
        for step, row in enumerate(case.arguments["gradients"])
    ]
    return case


@suite.check(examples=3)
def zero_gradient(draw):
    """Gradients that are all zeros: the momentum still moves the parameter, and the decay applies."""
    case = follow(draw, momentum_settings(draw, weight_decay=0.2), 4, (draw.size("width", 1, 4),), (2, 2))
    for step, place in ((0, 0), (2, 0), (1, 1)):
        case.arguments["gradients"][step][place] = case.arguments["gradients"][step][place] * 0
    return case


@suite.check(examples=3)
def gradients_are_left_alone(draw):
    """step() does not change gradients, and what becomes of a gradient after its step does not matter."""
    settings = momentum_settings(draw, weight_decay=draw.choice("decay", (0.3, 0.0)))
    return follow(draw, settings, draw.size("steps", 2, 4), *shapes(draw), report=[*POSITIONS, *UNTOUCHED], spoil=True)


@suite.check(examples=2, dtypes=("float32",), gradients=False, strided=False)
def no_graph(draw):
    """What the optimiser keeps from step to step has no autograd graph behind it."""
    return follow(
        draw, momentum_settings(draw, weight_decay=0.3), 3, (2, 2), (3,), report=["tensors kept with a graph"]
    )


@suite.check(examples=3)
def a_training_run(draw):
    """A linear regression, trained with model.parameters(), backward, step and zero_grad."""
    inputs, outputs, samples = draw.size("inputs", 1, 4), draw.size("outputs", 1, 3), draw.size("samples", 2, 8)
    return scenario(
        "train_a_regression",
        weight=draw.normal("weight", outputs, inputs),
        bias=draw.normal("bias", outputs),
        x=draw.normal("x", samples, inputs),
        y=draw.normal("y", samples, outputs),
        steps=draw.size("steps", 2, 6),
        settings={"lr": 0.05, "momentum": 0.8},
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
        settings=momentum_settings(draw),
    )


@suite.cost
def larger_tensors(draw):
    return follow(draw, momentum_settings(draw), 6, (200, 100), (300,), report=[])
