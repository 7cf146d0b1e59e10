"""What an average of weights must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()


def play(draw, script, report=("pictures",), decay=0.9):
    features, hidden, outputs = draw.size("features", 1, 4), draw.size("hidden", 1, 4), draw.size("outputs", 1, 3)
    words = script.split()
    samples = draw.size("samples", 3, 6)
    return scenario(
        "play",
        weights={
            "first.weight": draw.normal("first weight", hidden, features),
            "first.bias": draw.normal("first bias", hidden),
            "last.weight": draw.normal("last weight", outputs, hidden),
            "last.bias": draw.normal("last bias", outputs),
        },
        batches=[draw.normal(f"x {n}", samples, features, mean=0.5) for n in range(words.count("train"))],
        script=words,
        decay=decay,
        report=list(report),
    )


@suite.example
def one_update(draw):
    """One training step, one update, then the averages and again the model's own weights."""
    return play(draw, "train update apply look restore look", decay=0.5)


@suite.check(examples=3)
def before_any_update(draw):
    """Averages that were never updated are the weights from the start."""
    return play(draw, "train train apply look")


@suite.check()
def averages(draw):
    """The averages after several steps and updates.

    Which of the two shares is the large one, and what do the averages begin with?
    """
    rounds = "train update " * draw.size("rounds", 1, 4)
    return play(draw, f"{rounds} train apply look", decay=draw.choice("decay", (0.9, 0.5, 0.99)))


@suite.check(examples=3)
def frozen_parameters(draw):
    """Parameters that do not require gradients are averaged too; with the default decay."""
    return play(draw, "train update thaw thaw update apply look", decay=None)


@suite.check()
def buffers(draw):
    """Buffers are those of the last update, not averages and not those of the start.

    Which values does a model in eval mode use beside its parameters? Are all of them floating-point?
    """
    return play(draw, "train update train update train apply look", ("pictures", "buffers"))


@suite.check()
def restore(draw):
    """After restore the model has its own parameters and buffers again, exactly.

    What shares memory with what while the averages are in use?
    """
    return play(draw, "train update train look apply look restore look", ("pictures", "buffers"))


@suite.check(examples=3)
def twice(draw):
    """apply twice, restore twice, and restore without apply."""
    return play(draw, "train update train restore look apply apply look restore look restore look")


@suite.check(examples=3)
def again(draw):
    """Evaluating several times in a run, with training in between."""
    script = "train update apply look restore train train look update apply look restore train update look apply look"
    return play(draw, script, ("pictures", "buffers"))


@suite.check(examples=3)
def the_optimizer_goes_on(draw):
    """The model keeps its parameter objects, their requires_grad and its names, and goes on training."""
    report = ("pictures", "parameters are the same objects", "requires_grad", "names")
    return play(draw, "train update apply restore train look", report)


@suite.check(examples=2, dtypes=("float32",), gradients=False, strided=False)
def no_graph(draw):
    """What the EMA keeps from step to step has no autograd graph behind it."""
    return play(draw, "train update train update apply", ("tensors kept with a graph",))


@suite.cost
def larger_model(draw):
    return scenario(
        "play",
        weights={
            "first.weight": draw.normal("first weight", 256, 128),
            "first.bias": draw.normal("first bias", 256),
            "last.weight": draw.normal("last weight", 64, 256),
            "last.bias": draw.normal("last bias", 64),
        },
        batches=[],
        script=["update"] * 8 + ["apply", "restore"],
        decay=0.9,
        report=[],
    )
