"""What the VAE's loss must do."""

from evalmode_runner.checks import Suite, call, constant

suite = Suite()


def batch(draw, low=2):
    """Data, decoder's logits, and the encoder's Gaussians."""
    count, features, latents = draw.size("batch", low, 4), draw.size("features", low, 5), draw.size("latents", low, 4)
    return {
        "x": draw.uniform("x", count, features),
        "x_logits": draw.normal("x_logits", count, features, scale=2.0),
        "mu": draw.normal("mu", count, latents, scale=1.5),
        "logvar": draw.normal("logvar", count, latents, scale=1.5),
    }


def loss(given, **options):
    """The data are constants: whether a gradient could reach them does not matter."""
    return constant(call(given, **options), "x")


@suite.example
def at_the_prior(draw):
    """Logits of 0 and an encoder that is at the prior: 2 ln 2."""
    zeros = draw.tensor([[0.0, 0.0]])
    return loss({"x": draw.tensor([[1.0, 0.0]]), "x_logits": zeros, "mu": zeros.clone(), "logvar": zeros.clone()})


@suite.example
def shifted_means(draw):
    """Both means at 1, and beta = 4."""
    zeros = draw.tensor([[0.0, 0.0]])
    given = {"x": draw.tensor([[1.0, 0.0]]), "x_logits": zeros, "mu": zeros + 1, "logvar": zeros.clone()}
    return loss(given, beta=4.0)


@suite.check()
def reconstruction(draw):
    """beta = 0: the binary cross-entropy alone, of targets anywhere between 0 and 1.

    Summed over what, averaged over what?
    """
    return loss(batch(draw), beta=0.0)


@suite.check()
def kl(draw):
    """Logits of 0, so that the reconstruction is D ln 2 and the rest is the KL.

    What does your formula give at mu = 0, logvar = 0, and what at mu = 1?
    """
    given = batch(draw)
    given["x_logits"].zero_()
    return loss(given)


@suite.check(examples=3)
def encoder_at_the_prior(draw):
    """Where the encoder says mu = 0 and logvar = 0 the KL is 0."""
    given = batch(draw)
    given["mu"].zero_()
    given["logvar"].zero_()
    return loss(given)


@suite.check(examples=4)
def beta(draw):
    """beta weighs the KL and nothing else."""
    return loss(batch(draw) | {"beta": draw.choice("beta", (4.0, 0.5, 2))})


@suite.check(examples=3)
def small_sizes(draw):
    """One example, one feature, one latent."""
    return loss({name: value[:1, :1] for name, value in batch(draw, low=1).items()})


@suite.check()
def large_logits(draw):
    """Logits of thousands that are right, and that are wrong.

    A sigmoid saturates at exactly 0 and 1. What does a confident mistake cost?
    """
    given = batch(draw)
    given["x_logits"][0, 0] += 1000
    given["x_logits"][1] = 5e3 * given["x_logits"][1]
    given["x"][0, 0] = 0.0
    given["x"][1] = given["x"][1].round()
    return loss(given)


@suite.cost
def large_batch(draw):
    return loss(
        {
            "x": draw.uniform("x", 64, 784),
            "x_logits": draw.normal("x_logits", 64, 784),
            "mu": draw.normal("mu", 64, 32),
            "logvar": draw.normal("logvar", 64, 32),
        }
    )
