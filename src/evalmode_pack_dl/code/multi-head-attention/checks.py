"""What multi-head attention must do."""

from evalmode_runner.checks import Suite, layer, raises, step

suite = Suite()


def sizes(draw):
    heads = draw.size("heads", 1, 4)
    width = heads * draw.size("head width", 1, 5)
    return draw.size("batch", 1, 3), draw.size("time", 1, 6), heads, width


@suite.example
def two_tokens(draw):
    """Two tokens of width 2, one head."""
    return layer({"d_model": 2, "n_heads": 1}, {"x": draw.tensor([[[1.0, 0.0], [0.0, 2.0]]])})


@suite.check(examples=3, strided=False)
def self_attention(draw):
    """Self-attention with and without bias: outputs and gradients are the reference's.

    Write the shape after every line: split heads to (B, T, H, d_head) before you move H to the front.
    """
    batch, time, heads, width = sizes(draw)
    x = draw.normal("x", batch, time, width)
    return layer({"d_model": width, "n_heads": heads}, {"x": x}, options={"bias": not draw.flag("without bias")})


@suite.check()
def cross_attention(draw):
    """Queries from x, keys and values from a context of another length."""
    batch, time, heads, width = sizes(draw)
    more = draw.choice("more keys", [1, 2, -1])
    keys = time + (more if time + more > 0 else 1)  # never as many as queries
    inputs = {"x": draw.normal("x", batch, time, width), "context": draw.normal("context", batch, keys, width)}
    return layer({"d_model": width, "n_heads": heads}, inputs, causal=draw.flag("causal"))


@suite.check(examples=2, dtypes=("float32",), strided=False)
def causal(draw):
    """With causal=True position i sees positions up to i only.

    Hidden scores must be out of the softmax altogether, and a position sees itself.
    """
    batch, time, heads, width = sizes(draw)
    return layer({"d_model": width, "n_heads": heads}, {"x": draw.normal("x", batch, time, width)}, causal=True)


@suite.check(examples=3, strided=False)
def padding(draw):
    """Padded keys get no weight, alone and together with causal.

    True marks padding. A key is seen only if both masks allow it.
    """
    batch, time, heads, width = sizes(draw)
    x = draw.normal("x", batch, time, width)
    padded = draw.mask("padding", batch, time, chance=0.5)
    padded[:, 0] = False
    return layer({"d_model": width, "n_heads": heads}, {"x": x}, key_padding_mask=padded, causal=draw.flag("causal"))


@suite.check(examples=3, strided=False)
def nothing_to_attend_to(draw):
    """A query without any key to see gets out_proj's bias, and gradients stay finite.

    The softmax of a row in which everything is hidden is 0/0; its heads have to be zero vectors.
    """
    batch, heads, time = draw.size("batch", 1, 3), draw.size("heads", 1, 3), draw.size("time", 2, 5)
    width = heads * draw.size("head width", 1, 4)
    padded = draw.mask("padding", batch, time, chance=0.3)
    causal = draw.flag("causal")
    padded[0, : 1 if causal else time] = True
    return layer(
        {"d_model": width, "n_heads": heads},
        {"x": draw.normal("x", batch, time, width)},
        options={"bias": not draw.flag("without bias")},
        key_padding_mask=padded,
        causal=causal,
    )


@suite.check(examples=1, dtypes=("float64",), gradients=False, strided=False)
def large_scores(draw):
    """Scores in the thousands stay finite.

    The exponential of 1000 is infinite; a softmax subtracts the largest score first.
    """
    batch, time, heads, width = sizes(draw)
    return layer(
        {"d_model": width, "n_heads": heads}, {"x": draw.normal("x", batch, time, width, scale=100.0)}, causal=True
    )


@suite.check(examples=1, dtypes=("float32",), gradients=False, strided=False)
def called_again(draw):
    """The same layer is called again with another length."""
    batch, time, heads, width = sizes(draw)
    first = draw.normal("first x", batch, time + 1, width)
    second = draw.normal("second x", batch, time + draw.size("longer by", 2, 4), width)
    calls = [step("forward", {"x": first}, causal=True), step("forward", {"x": second}, causal=True)]
    return layer({"d_model": width, "n_heads": heads}, None, *calls)


@suite.check(examples=1, gradients=False, strided=False, dtypes=("float32",))
def indivisible_width(draw):
    """A width that the heads do not divide raises ValueError."""
    heads = draw.size("heads", 2, 4)
    return raises(
        "ValueError",
        layer(
            {"d_model": heads * draw.size("head width", 1, 4) + 1, "n_heads": heads}, {"x": draw.normal("x", 1, 1, 3)}
        ),
    )


@suite.cost
def longer_text(draw):
    return layer({"d_model": 64, "n_heads": 4}, {"x": draw.normal("x", 2, 64, 64)}, causal=True)
