"""What PPO's clipped loss must do."""

from evalmode_runner.checks import Suite, call, constant

suite = Suite()


def loss(draw, *shape, moved=0.5, adv=None, **options):
    """Log-probabilities and how far the new policy has moved from the old one."""
    old = draw.uniform("logp_old", *shape, low=-3.0, high=-0.5)
    logp = old + draw.normal("moved", *shape, scale=moved)
    advantages = draw.normal("adv", *shape) if adv is None else adv
    case = call({"logp": logp, "logp_old": old, "adv": advantages}, **options)
    return constant(case, "logp_old", "adv")


def shape(draw):
    return [draw.size(f"size {n}", 2, 5) for n in range(draw.size("dimensions", 1, 3))]


@suite.example
def two_actions(draw):
    """A good action that became twice as likely, and a bad one: ratios 2 and 0.5 are clipped to 1.2 and 0.8."""
    log2 = 0.6931471805599453
    case = call(
        {
            "logp": draw.tensor([-1.0 + log2, -1.0 - log2]),
            "logp_old": draw.tensor([-1.0, -1.0]),
            "adv": draw.tensor([1.0, -1.0]),
        }
    )
    return constant(case, "logp_old", "adv")


@suite.check(examples=3)
def same_policy(draw):
    """Before the first step all ratios are 1: the loss is minus the mean advantage."""
    return loss(draw, *shape(draw), moved=0.0)


@suite.check(examples=8)
def moved_policies(draw):
    """Ratios inside and outside of the interval, good and bad actions mixed.

    Draw the objective over the ratio, once for a positive and once for a negative advantage.
    """
    return loss(draw, draw.size("more", 2, 6), *shape(draw))


@suite.check()
def harmful_moves(draw):
    """Good actions that became less likely and bad ones that became more likely: the gradient stays.

    What is the minimum for, where only clipping would have stopped the gradient?
    """
    case = loss(draw, *shape(draw), moved=1.0)
    inputs = case.arguments["inputs"]
    inputs["adv"] = -(inputs["logp"] - inputs["logp_old"]) * 2.0
    return case


@suite.check()
def no_further(draw):
    """Good actions that are likely enough by now, and bad ones that are unlikely enough, give no gradient."""
    case = loss(draw, *shape(draw), moved=0.1)
    inputs = case.arguments["inputs"]
    inputs["adv"] = draw.normal("adv", *inputs["adv"].shape)
    inputs["logp"] = inputs["logp_old"] + inputs["adv"].sign() * (0.4 + (inputs["logp"] - inputs["logp_old"]).abs())
    return case


@suite.check()
def other_eps(draw):
    """Other values of eps."""
    return loss(draw, 6, *shape(draw), eps=draw.choice("eps", (0.1, 0.3, 0.5)))


@suite.check(examples=3)
def one_action(draw):
    """A single action, also without any dimension."""
    return loss(draw, *draw.choice("shape", ((1,), (), (1, 1))))


@suite.cost
def many_actions(draw):
    return loss(draw, 256, 256)
