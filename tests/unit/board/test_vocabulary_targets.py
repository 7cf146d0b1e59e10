"""Losses of a GAN tell by their formula or their words which score each kind of samples is to get."""

from __future__ import annotations

import pytest

from evalmode.board.vocabulary.plain import plain
from evalmode.board.vocabulary.targets import scored_samples

RIGHT = [
    "L_D = -log D(x) - log(1 - D(G(z)))",
    "L_D = -[log D(x) + log(1 − D(x̂))]",
    "J_D = −½E log D(x; y) − ½E log(1−D(G(z; y); y))",
    "L_D = -log σ(D(x)) - log σ(-D(G(z)))",
    r"-\mathbb{E}[\log D(x)] - \mathbb{E}[\log(1-D(G(z)))]",
    "D loss\n−log p_real − log(1 − p_fake)",
    "D: max E log D(x) + E log(1−D(G(z)))",
    "V = E_x log D(x) + E_z log(1 - D(G(z)))",
    "L_D = BCE(D(x|y), 1) + BCE(D(G(z|y)|y), 0)",
    "BCE(D(x), 0.9) + BCE(D(G(z)), 0)",
    "d_loss = BCE(1, real_out) + BCE(0, fake_out)",
    "bce(netD(real), ones) + bce(netD(fake.detach()), zeros)",
    "D loss: real → 1, fake → 0",
    "BCE real=1 / fake=0",
    "L_D = relu(1 − D(x)) + relu(1 + D(G(z)))",
    "L_D = -E[min(0,-1+D(x))] - E[min(0,-1-D(G(z)))]",
    "loss_d = softplus(-D(x_real)) + softplus(D(x_fake))",
    "L_D = ½ (D(x) - 1)² + ½ D(G(z))²",
    "L_C = E[C(x̃)] - E[C(x)] + λ(‖∇C(x̂)‖₂ - 1)²",
    "critic loss: f(fake) - f(real) + 10·GP",
]
SWAPPED = [
    "L_D = -log(1 - D(x)) - log D(G(z))",
    "L_D = BCE(D(x), 0) + BCE(D(G(z)), 1)",
    "D: max E log(1−D(x)) + E log D(G(z))",
    "L_C = E[f(x_real)] - E[f(x_fake)] + λ·GP",
    "D loss: real → 0, fake → 1",
    "L_D = relu(1 + D(x)) + relu(1 − D(G(z)))",
]


def targets(text: str) -> dict[bool, str]:
    return {one.real: one.target for one in scored_samples(plain(text))}


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_loss_aims_at_one_for_real_samples_and_at_zero_for_fakes(text: str) -> None:
    assert targets(text) == {True: "1", False: "0"}


@pytest.mark.parametrize("text", SWAPPED)
def test_swapped_targets_are_read_as_they_are_written(text: str) -> None:
    assert targets(text) == {True: "0", False: "1"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("L_G = -log D(G(z))", "1"),
        ("L_G = log(1 - D(G(z)))", "1"),
        ("L_G = -E[f(x̃)]", "1"),
        ("forger loss: fake should be → 1", "1"),
        ("L_G = (D(fake) - 1)**2", "1"),
        ("L_G = -log(1 - D(x_fake))", "0"),
        ("L_G = +E[f(G(z))]", "0"),
        ("L_G = BCE(p_fake, 0)", "0"),
    ],
)
def test_the_target_of_fakes_in_the_generators_loss(text: str, target: str) -> None:
    assert targets(text) == {False: target}


@pytest.mark.parametrize("text", ["D loss: L_real + L_fake", "loss on the score of real and fake samples"])
def test_words_without_a_target_say_nothing(text: str) -> None:
    assert not any(targets(text).values())
