"""What a training loop must do."""

import torch

from evalmode_runner.checks import Suite, scenario

suite = Suite()

LOSSES = ["train_loss", "val_loss"]
MODEL = ["parameters", "running mean", "running variance"]


def training(draw, report, **settings):
    """A small model and batches of different sizes; the last one of a pass is shorter."""
    features, hidden, outputs = draw.size("features", 1, 4), draw.size("hidden", 2, 5), draw.size("outputs", 2, 4)
    weights = {
        "first.weight": draw.normal("first weight", hidden, features),
        "first.bias": draw.normal("first bias", hidden),
        "last.weight": draw.normal("last weight", outputs, hidden),
        "last.bias": draw.normal("last bias", outputs),
    }
    loss = draw.choice("loss", ("skewed error", "cross entropy"))
    size = draw.size("batch", 4, 7)
    train_sizes = [*[size] * draw.size("full batches", 1, 2), draw.size("last batch", 3, size - 1)]
    val_sizes = [draw.size("validation batch", 4, 7), 2]

    def batches(name, sizes):
        return [
            [draw.normal(f"{name} x {n}", size, features), target(f"{name} y {n}", size)]
            for n, size in enumerate(sizes)
        ]

    def target(name, size):
        if loss == "cross entropy":
            return draw.integers(name, size, low=0, high=outputs - 1)
        return draw.normal(name, size, outputs)

    # Clipping may add 1e-6 to the norm, as torch does.
    loose = 1e3 if "clip_norm" in settings and draw.type_name == "float64" else 1.0
    return scenario(
        "train",
        loose=loose,
        weights=weights,
        train_batches=batches("train", train_sizes),
        val_batches=batches("validation", val_sizes),
        loss=loss,
        settings={"epochs": 2} | settings,
        report=report,
    )


facts = suite.check(examples=2, dtypes=("float32",), gradients=False, strided=False)
"""For what is no number: two examples in one type say enough."""


@suite.example
def one_epoch(draw):
    """One epoch with one batch each: the losses before the step in train mode and after it in eval mode."""
    weights = {
        "first.weight": draw.tensor([[1.0], [-1.0]]),
        "first.bias": draw.tensor([0.0, 0.5]),
        "last.weight": draw.tensor([[1.0, 0.0], [0.0, 1.0]]),
        "last.bias": draw.tensor([0.0, 0.0]),
    }
    batch = [draw.tensor([[1.0], [2.0], [-1.0]]), torch.tensor([0, 0, 1])]
    return scenario(
        "train",
        weights=weights,
        train_batches=[batch],
        val_batches=[batch],
        loss="cross entropy",
        settings={"epochs": 1},
        report=LOSSES,
    )


@suite.check()
def losses(draw):
    """Both losses of every epoch, as means over samples, with a shorter last batch.

    What does the short batch do to a plain mean of batch means? Do the totals begin anew with each pass?
    """
    return training(draw, LOSSES)


@suite.check()
def trajectory(draw):
    """The model's parameters and batch norm's running statistics after training.

    What is in .grad when backward begins, and what is left of it when the optimizer steps?
    """
    return training(draw, MODEL)


@facts
def modes(draw):
    """Every forward pass: its mode, its batch and their order, for a model that comes in eval mode.

    Say for each line in which mode the model is there, in the second epoch too.
    """
    return training(draw, ["forward passes"], starts_in_eval=True)


@facts
def ends_in_train_mode(draw):
    """After the call the model is in train mode."""
    return training(draw, ["ends in train mode"], epochs=1)


@facts
def no_graph_in_validation(draw):
    """Validation records no autograd graph.

    Which of the two switches stops the recording: eval or no_grad?
    """
    return training(draw, ["graph recorded in validation"], epochs=1)


@suite.check()
def clipping(draw):
    """With clip_norm the gradients of all parameters are limited by one global norm before each step.

    A limit that is never reached changes nothing.
    """
    limit = draw.choice("clip_norm", (0.1, 0.3, 100.0))
    return training(draw, [*MODEL, *LOSSES], clip_norm=limit)


@suite.check()
def scheduler(draw):
    """The scheduler steps once after each optimizer step, and at no other time."""
    report = ["steps", "learning rate at the end", *MODEL]
    return training(draw, report, gamma=draw.real("gamma", 0.5, 0.9))


@suite.check(examples=3)
def everything_at_once(draw):
    """Clipping and scheduler together, and one epoch, which is the default."""
    report = ["steps", "forward passes", *MODEL, *LOSSES]
    return training(draw, report, gamma=0.8, clip_norm=0.2, epochs=1)


@facts
def loaders_without_a_length(draw):
    """Loaders are only iterated: they have no length."""
    return training(draw, LOSSES, without_length=True, epochs=1)


@facts
def plain_floats(draw):
    """The history holds Python floats, so that no graph stays alive."""
    return training(draw, ["losses are Python floats"], epochs=1)


@suite.cost
def more_batches(draw):
    x, y = draw.normal("x", 32, 16), draw.integers("y", 32, low=0, high=3)
    weights = {
        "first.weight": draw.normal("first weight", 32, 16),
        "first.bias": draw.normal("first bias", 32),
        "last.weight": draw.normal("last weight", 4, 32),
        "last.bias": draw.normal("last bias", 4),
    }
    return scenario(
        "train",
        weights=weights,
        train_batches=[[x, y]] * 4,
        val_batches=[[x, y]] * 2,
        loss="cross entropy",
        settings={"epochs": 1},
        report=[],
    )
