"""What attention with a KV-cache must do."""

from evalmode_runner.checks import Suite, layer, scenario
from evalmode_runner.checks import causal as past_is_fixed

suite = Suite()


def sizes(draw):
    heads = draw.size("heads", 1, 3)
    return draw.size("batch", 1, 3), heads, heads * draw.size("head width", 1, 4)


def weights(draw, width, name=""):
    state = {}
    for proj in ("q_proj", "k_proj", "v_proj", "out_proj"):
        state[f"{proj}.weight"] = draw.normal(f"{name}{proj}.weight", width, width, scale=width**-0.5)
        state[f"{proj}.bias"] = draw.normal(f"{name}{proj}.bias", width, scale=0.5)
    return state


def tokens(draw, name, count, batch, width):
    """Calls of step."""
    return [("step", draw.normal(f"{name} {n}", batch, 1, width)) for n in range(count)]


def decode(draw, heads, width, calls):
    return scenario(
        "decode", d_model=width, n_heads=heads, state=weights(draw, width), calls=calls, dtype=draw.type_name
    )


@suite.example
def three_tokens(draw):
    """The full pass on three tokens of width 2."""
    return layer({"d_model": 2, "n_heads": 1}, {"x": draw.tensor([[[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]]])})


@suite.check()
def full_pass(draw):
    """forward is causal multi-head attention: outputs and gradients are the reference's."""
    batch, heads, width = sizes(draw)
    return layer({"d_model": width, "n_heads": heads}, {"x": draw.normal("x", batch, draw.size("T", 1, 5), width)})


@suite.check(examples=3, gradients=False)
def no_future(draw):
    """Changing later positions leaves earlier outputs of forward alone."""
    batch, heads, width = sizes(draw)
    time = draw.size("T", 2, 5)
    case = layer({"d_model": width, "n_heads": heads}, {"x": draw.normal("x", batch, time, width)})
    return past_is_fixed(case, at=draw.size("at", 1, time - 1))


@suite.check(examples=4)
def prefill(draw):
    """prefill returns the outputs of all its positions, equal to forward's."""
    batch, heads, width = sizes(draw)
    return decode(draw, heads, width, [("prefill", draw.normal("x", batch, draw.size("T", 1, 5), width))])


@suite.check()
def steps_equal_full_pass(draw):
    """After prefill, every step gives what the full pass gives at that position.

    A step has one query and as many keys as there are tokens so far, itself included.
    """
    batch, heads, width = sizes(draw)
    prompt = draw.normal("prompt", batch, draw.size("prompt length", 1, 4), width)
    return decode(
        draw, heads, width, [("prefill", prompt), *tokens(draw, "token", draw.size("steps", 2, 4), batch, width)]
    )


@suite.check(examples=4)
def first_step(draw):
    """Decoding may begin with step on an empty cache."""
    batch, heads, width = sizes(draw)
    return decode(draw, heads, width, tokens(draw, "token", draw.size("steps", 2, 4), batch, width))


@suite.check(examples=4)
def reset(draw):
    """After reset nothing of the sequence before is left, and another batch size may follow."""
    batch, heads, width = sizes(draw)
    calls = [("prefill", draw.normal("prompt", batch, draw.size("prompt length", 1, 3), width))]
    calls += tokens(draw, "token", draw.size("steps", 1, 2), batch, width)
    calls.append(("reset", None))
    batch = draw.size("second batch", 1, 3)
    calls += tokens(draw, "second token", draw.size("second steps", 1, 3), batch, width)
    return decode(draw, heads, width, calls)


@suite.check(examples=4)
def forward_leaves_cache(draw):
    """A full pass between two steps neither reads nor changes the cache."""
    batch, heads, width = sizes(draw)
    calls = [("prefill", draw.normal("prompt", batch, draw.size("prompt length", 1, 3), width))]
    for n, step in enumerate(tokens(draw, "token", draw.size("steps", 1, 3), batch, width)):
        calls += [("forward", draw.normal(f"other {n}", batch, draw.size("T", 1, 3), width)), step]
    return decode(draw, heads, width, calls)


@suite.check(examples=4)
def cached_not_recomputed(draw):
    """Keys and values of earlier tokens are not computed again, even if the weights have changed since.

    Project the new token only, and keep what was projected before.
    """
    batch, heads, width = sizes(draw)
    prompt = draw.normal("prompt", batch, draw.size("prompt length", 2, 4), width)
    steps = tokens(draw, "token", draw.size("steps", 1, 3), batch, width)
    return decode(draw, heads, width, [("prefill", prompt), ("weights", -1.5), *steps])


@suite.check(examples=3)
def many_steps(draw):
    """There is no limit on the number of steps."""
    calls = tokens(draw, "token", 40, 1, 2)
    return decode(draw, 1, 2, calls)


@suite.check(examples=3)
def own_cache(draw):
    """Two layers that decode in turn do not mix their caches."""
    batch, heads, width = sizes(draw)
    prompt = draw.normal("prompt", batch, draw.size("prompt length", 1, 3), width)
    return scenario(
        "two_layers",
        d_model=width,
        n_heads=heads,
        states=[weights(draw, width, "first "), weights(draw, width, "second ")],
        calls=[("prefill", prompt), *tokens(draw, "token", draw.size("steps", 1, 3), batch, width)],
        dtype=draw.type_name,
    )


@suite.check(examples=2, dtypes=("float32",), strided=False)
def state_dict(draw):
    """The cache is not part of the state_dict."""
    batch, heads, width = sizes(draw)
    calls = [("prefill", draw.normal("prompt", batch, 2, width)), *tokens(draw, "token", 1, batch, width)]
    return scenario(
        "saved", d_model=width, n_heads=heads, state=weights(draw, width), calls=calls, dtype=draw.type_name
    )


@suite.cost
def longer_text(draw):
    calls = [("prefill", draw.normal("prompt", 2, 64, 64)), *tokens(draw, "token", 8, 2, 64)]
    return decode(draw, 4, 64, calls)
