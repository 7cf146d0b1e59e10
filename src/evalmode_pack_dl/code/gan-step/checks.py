"""What a GAN's training step must do."""

from evalmode_runner.checks import Suite, scenario

suite = Suite()

RESULT = ["losses (D, G)", "weights after each round"]


def network(draw, name, inputs, hidden, outputs, scale=1.0):
    return {
        "0.weight": draw.normal(f"{name} first weight", hidden, inputs),
        "0.bias": draw.normal(f"{name} first bias", hidden),
        "2.weight": draw.normal(f"{name} last weight", outputs, hidden, scale=scale),
        "2.bias": draw.normal(f"{name} last bias", outputs, scale=scale),
    }


def play(draw, sizes, rounds=1, scale=1.0, report=RESULT, **options):
    """Rounds with batches of the given sizes: real, z_d, z_g."""
    noise, features, hidden = draw.size("noise", 1, 3), draw.size("features", 1, 4), draw.size("hidden", 2, 5)
    return scenario(
        "play",
        generator=network(draw, "generator", noise, hidden, features),
        discriminator=network(draw, "discriminator", features, hidden, 1, scale),
        rounds=[
            [
                draw.normal(f"real {n}", sizes[0], features, mean=1.0),
                draw.normal(f"z_d {n}", sizes[1], noise),
                draw.normal(f"z_g {n}", sizes[2], noise),
            ]
            for n in range(rounds)
        ],
        report=report,
        **options,
    )


facts = suite.check(examples=2, dtypes=("float32",), gradients=False, strided=False)
"""For what is no number: two examples in one type say enough."""


@suite.example
def one_round(draw):
    """One round with two samples each."""
    return play(draw, (2, 2, 2))


@suite.check()
def one_step(draw):
    """Losses and both networks' weights after one call.

    Say for each half: whose weights change, what the targets are, which discriminator judges.
    """
    size = draw.size("batch", 1, 5)
    return play(draw, (size, size, size))


@suite.check()
def several_steps(draw):
    """Several calls in a row.

    Each half leaves gradients in networks that it does not step. Where are they when the next call begins?
    """
    size = draw.size("batch", 1, 4)
    return play(draw, (size, size, size), rounds=draw.size("rounds", 2, 4))


@suite.check()
def unequal_batches(draw):
    """Batches of different sizes, and logits of shape (N,) as well as (N, 1): two means, each over its own batch."""
    sizes = (draw.size("real", 4, 7), draw.size("z_d", 1, 3), draw.size("z_g", 1, 6))
    return play(draw, sizes, flat=draw.flag("logits of shape (N,)"))


@suite.check(examples=3)
def stale_gradients(draw):
    """Gradients are left over in both networks from before the call: they must not matter."""
    return play(draw, (3, draw.size("z_d", 1, 4), 2), stale=True)


@facts
def nothing_flows_into_g(draw):
    """When the discriminator steps, its half has left the generator's gradients alone.

    The fakes are data for the discriminator: where is the graph cut?
    """
    name = "generator's gradients untouched when the discriminator steps"
    return play(draw, (3, 2, 2), rounds=draw.size("rounds", 1, 2), report=[name])


@suite.check()
def confident_logits(draw):
    """Logits in the hundreds and thousands: losses stay exact and finite.

    What is the logarithm of a sigmoid of -1000, computed step by step?
    """
    return play(draw, (4, 4, 4), scale=draw.choice("scale", (300.0, 1000.0)))


@facts
def plain_floats(draw):
    """The losses are Python floats, each optimizer stepped once, and all parameters still train."""
    report = ["losses are Python floats", "optimizer steps (D, G)", "all parameters still require gradients"]
    return play(draw, (2, 2, 2), report=report)


@suite.cost
def wider_networks(draw):
    return scenario(
        "play",
        generator=network(draw, "generator", 8, 64, 32),
        discriminator=network(draw, "discriminator", 32, 64, 1),
        rounds=[[draw.normal("real", 128, 32), draw.normal("z_d", 128, 8), draw.normal("z_g", 128, 8)]],
        report=[],
    )
