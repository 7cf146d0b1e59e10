"""Systems are judged by who leads to whom, however they are drawn."""

from __future__ import annotations

import pytest
from board_kit import check, mistakes

BASE = """z {noise} -> Generator as G
G {fakes} -> Discriminator as D
"real images" as R
R {real} -> D
D {score} -> "Discriminator loss" as LD
D -> "Generator loss" as LG
"""
GRADIENTS = "LD ~> D\nLG ~> G\n"
SHAPES = {"noise": "(B, 100)", "fakes": "(B, 3, 64, 64)", "real": "(B, 3, 64, 64)", "score": "(B, 1)"}


def drawn(gradients: str = GRADIENTS, **shapes: str) -> str:
    return BASE.format(**{**SHAPES, **shapes}) + gradients


def test_both_losses_with_their_gradients_are_right() -> None:
    assert check("gan", drawn()).verdict == "right"


def test_a_gradient_may_flow_through_the_discriminator() -> None:
    assert check("gan", drawn("LD ~> D\nLG ~> D\nD ~> G\n")).verdict == "right"


@pytest.mark.parametrize(
    ("gradients", "kind"),
    [
        ("LD ~> D\n", "missing-edge"),
        ("LG ~> G\n", "missing-edge"),
        ("LD ~> G\nLG ~> G\n", "forbidden-path"),
        ("LD ~> D\nLG ~> D\n", "missing-edge"),
        ("", "missing-edge"),
    ],
)
def test_each_loss_must_train_its_own_network(gradients: str, kind: str) -> None:
    found = mistakes("gan", drawn(gradients))
    assert found[0].kind == kind
    assert found[0].elements


def test_a_note_does_not_excuse_a_loss_that_trains_the_wrong_network() -> None:
    assert mistakes("gan", drawn("LD ~> D\nLD ~> G\nLG ~> G\nnote: detach the fakes\n"))[0].kind == "forbidden-path"


@pytest.mark.parametrize(
    ("place", "shape"),
    [
        ("score", "(B, 3, 64, 64)"),
        ("score", "(B, 100)"),
        ("fakes", "(B, 100)"),
        ("noise", "(B, 3, 64, 64)"),
        ("noise", "(B, 1)"),
    ],
)
def test_shapes_follow_from_roles(place: str, shape: str) -> None:
    assert mistakes("gan", drawn(**{place: shape}))[0].kind == "wrong-shape"


@pytest.mark.parametrize("score", ["(B, 1)", "(B,)", "(64, 1)", "(B, 1, 30, 30)"])
def test_every_usual_shape_of_a_score_is_accepted(score: str) -> None:
    assert check("gan", drawn(score=score)).verdict == "right"


def test_the_target_of_the_generators_loss_is_that_of_real_samples() -> None:
    right = drawn().replace('"Generator loss"', '"L_G = BCE(D(G(z)), 1)"')
    wrong = drawn().replace('"Generator loss"', '"L_G = BCE(D(G(z)), 0)"')
    assert check("gan", right).verdict == "right"
    assert mistakes("gan", wrong)[0].kind == "wrong-parameter"


def test_what_is_missing_is_said_once() -> None:
    found = mistakes("gan", "z -> Generator as G\nG -> fake images -> y")
    assert [one.kind for one in found].count("missing-node") == len(
        [one for one in found if one.kind == "missing-node"]
    )
    assert any("discriminator" in one.message for one in found)


def test_an_arrow_that_points_the_wrong_way_is_pointed_at() -> None:
    turned = (
        "z -> Generator as G\nG -> fake images as F\nreal images -> Discriminator as D\nD -> F\n"
        'D -> "Discriminator loss" as LD\nD -> "Generator loss" as LG\nLD ~> D\nLG ~> G\n'
    )
    found = mistakes("gan", turned)
    assert found[0].kind == "wrong-direction"
    assert found[0].elements[0] == "D -> F"


_LOSSES = "LD ~> D\nLG ~> G\n"


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (
            (
                'z -> Generator as G -> fake\nfake -> ".detach()" -> netD as D1 -> "Generator loss" as LG\n'
                'real images -> Discriminator as D\nfake -> D -> "Discriminator loss" as LD\n'
            ),
            "detach",
        ),
        (
            (
                "z -> Generator as G -> Discriminator as D\nreal images -> D\nD -> ReLU as r\n"
                'r -> "Discriminator loss" as LD\nr -> "Generator loss" as LG\n'
            ),
            "ReLU",
        ),
        (
            (
                'z -> "Generator: ConvT ×4 → softmax" as G -> Discriminator as D\nreal images -> D\n'
                'D -> "Discriminator loss" as LD\nD -> "Generator loss" as LG\n'
            ),
            "softmax",
        ),
    ],
)
def test_what_spoils_the_score_the_image_or_the_gradient_is_found(drawn: str, words: str) -> None:
    assert words in mistakes("gan", drawn + _LOSSES)[0].message


def test_a_detach_in_the_discriminators_step_is_right() -> None:
    drawn = (
        'z -> Generator as G -> fake\nfake -> ".detach()" -> Discriminator as D\nreal images -> D\n'
        'fake -> netD as D1 -> "Generator loss" as LG\nD -> "Discriminator loss" as LD\n'
    )
    assert mistakes("gan", drawn + _LOSSES) == []


def test_missing_noise_points_at_the_arrow_that_stands_in_its_place() -> None:
    drawn = (
        "real images as r -> Generator as G -> Discriminator as D\nr -> D\n"
        'D -> "Discriminator loss" as LD\nD -> "Generator loss" as LG\n'
    )
    assert "r -> G" in mistakes("gan", drawn + _LOSSES)[0].elements
