"""What CLIP's loss must do."""

import torch

from evalmode_runner.checks import Suite, call, same

suite = Suite()


def pairs(draw, low=2, scale=1.0):
    """Embeddings of N pairs."""
    count, width = draw.size("pairs", low, 5), draw.size("width", 2, 5)
    return {
        "image_emb": draw.normal("image_emb", count, width, scale=scale),
        "text_emb": draw.normal("text_emb", count, width, scale=scale),
    }


@suite.example
def matching(draw):
    """Two pairs that point the same way, of different lengths."""
    e = draw.tensor([[3.0, 0.0], [0.0, 0.5]])
    return call({"image_emb": e, "text_emb": e.clone(), "logit_scale": 1.0})


@suite.example
def exchanged(draw):
    """The same with the two texts exchanged."""
    e = draw.tensor([[3.0, 0.0], [0.0, 0.5]])
    return call({"image_emb": e, "text_emb": e.flip(0), "logit_scale": 1.0})


@suite.check(examples=6)
def values(draw):
    """Loss and gradients for a learnable scale.

    A similarity matrix (N, N): what must be true of its rows, what of its columns?
    """
    return call(pairs(draw) | {"logit_scale": draw.uniform("logit_scale", low=2.0, high=10.0)})


@suite.check(examples=4)
def number_as_scale(draw):
    """The scale may be a plain number."""
    return call(pairs(draw) | {"logit_scale": draw.choice("logit_scale", (5.0, 1.0, 0.3, 14))})


@suite.check(examples=3, gradients=False)
def one_pair(draw):
    """A single pair has nothing to be confused with: the loss is 0."""
    return call(pairs(draw, low=1) | {"logit_scale": 4.0})


@suite.check()
def norms(draw):
    """Embeddings from a thousandth to a thousand times as long."""
    given = pairs(draw)
    given["image_emb"][0] *= 1e-3
    given["image_emb"][1] *= 1e3
    given["text_emb"][0] *= 1e3
    given["text_emb"][1] *= 1e-3
    return call(given | {"logit_scale": draw.uniform("logit_scale", low=2.0, high=5.0)})


@suite.check()
def scale_100(draw):
    """A scale of 100, pairs that match and pairs that are opposite.

    exp(100) is infinite in float32, and the probability of a pair that loses by 200 is zero there.
    """
    given = pairs(draw)
    given["text_emb"][0] = -given["image_emb"][0]
    given["image_emb"][1] = -given["image_emb"][0]
    return call(given | {"logit_scale": draw.tensor(100.0)})


@suite.check(examples=3)
def all_alike(draw):
    """When all similarities are equal the loss is ln N."""
    given = pairs(draw)
    return call(
        {name: value[:1].repeat(len(value), 1) for name, value in given.items()} | {"logit_scale": draw.tensor(3.0)}
    )


@suite.check(examples=3, gradients=False)
def order_of_pairs(draw):
    """Permuting the pairs together changes nothing."""
    given = pairs(draw)
    order = draw.permutation("order", len(given["image_emb"]))
    return same(
        call(given | {"logit_scale": 5.0}),
        call({name: value[order] for name, value in given.items()} | {"logit_scale": 5.0}),
        says="The order of the pairs changed the loss",
    )


@suite.cost
def large_batch(draw):
    return call(
        {
            "image_emb": draw.normal("image_emb", 256, 128),
            "text_emb": draw.normal("text_emb", 256, 128),
            "logit_scale": torch.tensor(20.0),
        }
    )
