"""What filtering by top-k and top-p must do."""

import torch

from evalmode_runner.checks import Suite, call

suite = Suite()

HIDDEN = float("-inf")


def logits(draw, *lead, vocabulary, gap=0.5):
    """Logits without ties: multiples of the gap in random order for each row."""
    rows = torch.Size(lead).numel()
    shuffled = torch.stack([draw.permutation(f"order of row {n}", vocabulary) for n in range(rows)])
    return draw.tensor((gap * (shuffled - vocabulary // 2)).reshape(*lead, vocabulary))


def between(draw, name, vocabulary, gap):
    """A p that lies between two cumulative probabilities, so that rounding decides nothing.

    Logits that are multiples of a gap have the same sorted probabilities in every row.
    """
    mass = torch.softmax(-gap * torch.arange(vocabulary, dtype=torch.float64), 0).cumsum(0)
    kept = draw.size(name, 1, vocabulary - 1)
    before = float(mass[kept - 2]) if kept > 1 else 0.0
    return round(before + 0.4 * (float(mass[kept - 1]) - before), 6)


@suite.example
def nucleus_of_two(draw):
    """Probabilities 0.5, 0.2, 0.3 and p = 0.6: the second most probable token crosses p and stays."""
    return call({"logits": draw.tensor([0.5, 0.2, 0.3]).log()}, top_p=0.6)


@suite.example
def two_best(draw):
    """The two largest of four logits."""
    return call({"logits": draw.tensor([1.0, 4.0, -2.0, 3.0])}, top_k=2)


@suite.check(gradients=False)
def top_k(draw):
    """The k largest logits of each row stay as they are and where they are; the others become minus infinity."""
    vocabulary = draw.size("vocabulary", 3, 8)
    given = logits(draw, draw.size("rows", 1, 3), vocabulary=vocabulary)
    return call({"logits": given}, top_k=draw.size("k", 1, vocabulary))


@suite.check(gradients=False, examples=6)
def top_p(draw):
    """The smallest set of most probable tokens that reaches p stays, with the token that crosses it.

    What counts is the mass before a token, in sorted order; the result is in the tokens' own order.
    """
    vocabulary, gap = draw.size("vocabulary", 4, 8), draw.choice("gap", [0.5, 1.0, 0.2])
    given = logits(draw, draw.size("rows", 1, 3), vocabulary=vocabulary, gap=gap)
    return call({"logits": given}, top_p=between(draw, "kept", vocabulary, gap))


@suite.check(gradients=False, examples=6)
def top_k_then_top_p(draw):
    """Top-k first; then p is measured on the probabilities of its survivors, which sum to one again."""
    vocabulary, gap = draw.size("vocabulary", 6, 9), draw.choice("gap", [0.2, 0.1])
    k = draw.size("k", 3, 5)
    given = logits(draw, draw.size("rows", 1, 3), vocabulary=vocabulary, gap=gap)
    return call({"logits": given}, top_k=k, top_p=between(draw, "kept", k, gap))


@suite.check(gradients=False, examples=4)
def rows(draw):
    """Every row is filtered on its own: their logits differ in size and spread."""
    vocabulary = draw.size("vocabulary", 4, 6)
    spread = torch.tensor([0.05, 4.0, 1.0])
    given = logits(draw, 3, vocabulary=vocabulary, gap=1.0)
    given = given * spread.to(given.dtype)[:, None] + 10 * torch.arange(3)[:, None]
    if draw.flag("by p"):
        return call({"logits": given}, top_p=0.45)
    return call({"logits": given}, top_k=2)


@suite.check(gradients=False, examples=6)
def leading_dimensions(draw):
    """Logits with no leading dimension, or with several."""
    lead = draw.choice("leading dimensions", [(), (2, 3), (2, 1, 2)])
    vocabulary = draw.size("vocabulary", 5, 7)
    given = logits(draw, *lead, vocabulary=vocabulary)
    if draw.flag("by p"):
        return call({"logits": given}, top_p=between(draw, "kept", vocabulary, 0.5))
    return call({"logits": given}, top_k=2)


@suite.check(gradients=False, examples=8)
def extreme_settings(draw):
    """k beyond the vocabulary, p of 0, p of 1 and more, and no filter at all.

    Which tokens may go when p is 1? Mind what rounding does to a sum of probabilities.
    """
    wide = logits(draw, draw.size("rows", 1, 2), vocabulary=6, gap=50.0)
    setting = draw.choice(
        "setting",
        [{"top_p": 0.0}, {"top_p": 1.0}, {"top_k": 50}, {"top_k": 20, "top_p": 0.0}, {"top_p": 1.5}, {"top_k": 1}, {}],
    )
    return call({"logits": wide}, **setting)


@suite.check(gradients=False, examples=4)
def large_logits(draw):
    """Logits up to 1e4 in size."""
    given = logits(draw, draw.size("rows", 1, 3), vocabulary=5, gap=1.0)
    given = given * 4000.0
    return call({"logits": given}, **draw.choice("setting", [{"top_p": 0.9}, {"top_k": 3, "top_p": 0.5}, {"top_k": 2}]))


@suite.check(gradients=False, examples=5)
def already_removed(draw):
    """Logits that are minus infinity already stay so and count as removed."""
    vocabulary = draw.size("vocabulary", 5, 8)
    given = logits(draw, draw.size("rows", 1, 3), vocabulary=vocabulary, gap=0.3)
    given[..., : draw.size("removed", 1, 3)] = HIDDEN
    setting = draw.choice("setting", [{"top_p": 1.0}, {"top_k": vocabulary - 1}, {"top_p": 0.0}, {"top_k": 1}, {}])
    return call({"logits": given}, **setting)


@suite.cost
def large_vocabulary(draw):
    return call({"logits": draw.normal("logits", 4, 2000)}, top_k=200, top_p=0.9)
