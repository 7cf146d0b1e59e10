"""What the DPO loss must do."""

from dataclasses import replace

from evalmode_runner.checks import Suite, call, constant

suite = Suite()

NAMES = ("pi_chosen", "pi_rejected", "ref_chosen", "ref_rejected")


def frozen_reference(given, **options):
    """The reference model's values are constants: whether a gradient could reach them does not matter."""
    return constant(call(given, **options), "ref_chosen", "ref_rejected")


def log_probabilities(draw, low=1):
    count = draw.size("pairs", low, 6)
    return {name: draw.uniform(name, count, low=-8.0, high=-2.0) for name in NAMES}


@suite.example
def where_training_begins(draw):
    """The policy is still the reference: ln 2."""
    chosen, rejected = draw.tensor([-1.0]), draw.tensor([-2.0])
    return frozen_reference(
        dict(zip(NAMES, (chosen, rejected, chosen.clone(), rejected.clone()), strict=True)), beta=0.5
    )


@suite.example
def a_better_policy(draw):
    """The policy prefers the chosen response by 1 more than the reference does."""
    values = (draw.tensor([value]) for value in (-1.0, -2.0, -2.0, -2.0))
    return frozen_reference(dict(zip(NAMES, values, strict=True)), beta=1.0)


@suite.check(examples=6)
def values(draw):
    """Loss and gradients.

    Logistic regression on the difference of two implicit rewards, each beta times (policy - reference).
    """
    return frozen_reference(log_probabilities(draw, low=2) | {"beta": draw.choice("beta", (0.1, 0.5, 2.0, 3))})


@suite.check(examples=3)
def one_pair(draw):
    """A batch of one."""
    given = {name: value[:1] for name, value in log_probabilities(draw).items()}
    return frozen_reference(given, beta=0.7)


@suite.check(examples=3, gradients=False)
def policy_is_reference(draw):
    """Where the policy is the reference the loss is ln 2, whatever the pairs."""
    given = log_probabilities(draw)
    given |= {"ref_chosen": given["pi_chosen"].clone(), "ref_rejected": given["pi_rejected"].clone()}
    return frozen_reference(given, beta=0.3)


@suite.check()
def large_margins(draw):
    """Margins of a thousand and more, in both directions.

    Where does the sigmoid of -1000 end up in floating point, and its logarithm?
    """
    given = log_probabilities(draw, low=3)
    given["pi_chosen"][0] -= 1000
    given["pi_rejected"][1] -= 1000
    given["pi_chosen"][2:] -= 20000
    case = frozen_reference(given, beta=draw.choice("beta", (1.0, 0.5)))
    # Near 10000 neighbouring float32 numbers are 0.001 apart: three digits are enough.
    return replace(case, loose=10.0) if draw.type_name == "float32" else case


@suite.check(examples=3)
def overwhelming_margins(draw):
    """All pairs ranked rightly by far: the loss goes to 0."""
    given = log_probabilities(draw)
    given["pi_rejected"] -= 3000
    return frozen_reference(given, beta=1.0)


@suite.cost
def large_batch(draw):
    return frozen_reference({name: draw.uniform(name, 50_000, low=-50.0, high=-5.0) for name in NAMES}, beta=0.1)
