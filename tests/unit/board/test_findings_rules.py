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


_CLIP = """images (N, 3, 224, 224) -> "Image encoder" -> "L2 norm" as i
captions (N, 77) -> "Text encoder" -> "L2 norm" as t
i (N, 512) -> "I·Tᵀ · exp(τ)" as s
t (N, 512) -> s
s -[{scores}]-> "{loss}"
"""


@pytest.mark.parametrize(
    "loss",
    [
        "cross-entropy, label = 1 for\\nall N×N pairs",
        "InfoNCE: all pairs are positive",
        "CE loss\\noff-diagonal = positives",
        "CE, every pair is a match",
    ],
)
def test_what_must_not_be_written_is_pointed_at_where_it_is_written(loss: str) -> None:
    found = mistakes("clip", _CLIP.format(scores="(N, N)", loss=loss))
    assert [one.kind for one in found] == ["wrong-parameter"]
    assert found[0].elements


@pytest.mark.parametrize(
    "loss",
    [
        "symmetric cross-entropy\\nlabels = diagonal 0..N-1",
        "InfoNCE: diagonal = positives, off-diagonal = negatives",
        "CE over all pairs, only the diagonal is positive",
        "CE rows + CE cols, labels = arange(N)",
    ],
)
def test_other_words_for_what_is_right_are_accepted(loss: str) -> None:
    assert mistakes("clip", _CLIP.format(scores="(N, N)", loss=loss)) == []


def test_similarities_of_the_width_of_the_embeddings_are_refused() -> None:
    found = mistakes("clip", _CLIP.format(scores="(512, 512)", loss="CE rows + CE cols"))
    assert found[0].kind == "wrong-shape"


_BERT = """"[CLS] the [MASK] sat" (B, T) -> "Token + segment + position embeddings" -> "BERT encoder × 12" as e
e (B, T, d) -> "MLM head → vocab" as h
"original tokens" -> "{loss}" as L
h {scores} -> L
"""


def test_a_masked_language_model_is_right_with_its_scores_and_its_loss() -> None:
    assert mistakes("bert", _BERT.format(scores="(B, T, V)", loss="cross-entropy on masked positions only")) == []
    ignored = "cross-entropy, masked tokens (all other tokens ignored)"
    assert mistakes("bert", _BERT.format(scores="(B, T, V)", loss=ignored)) == []


@pytest.mark.parametrize(
    ("scores", "loss", "kind"),
    [
        ("(B, T, d)", "cross-entropy on masked positions", "wrong-shape"),
        ("(B, T, V)", "cross-entropy only on the unmasked positions", "wrong-parameter"),
        ("(B, T, V)", "MLM cross-entropy on every token", "wrong-parameter"),
    ],
)
def test_a_masked_language_model_with_the_wrong_scores_or_loss_is_refused(scores: str, loss: str, kind: str) -> None:
    assert mistakes("bert", _BERT.format(scores=scores, loss=loss))[0].kind == kind


def test_a_critic_of_wasserstein_has_no_sigmoid_in_its_box_either() -> None:
    drawn = (
        'z -> Generator as G -> fake -> "{critic}" as D\nreal images -> D\nD -> "D loss" as LD\n'
        'D -> "G loss" as LG\nnote: Wasserstein GAN\n'
    )
    assert mistakes("gan", drawn.format(critic="Critic (no sigmoid)") + _LOSSES) == []
    assert mistakes("gan", drawn.format(critic="Critic, sigmoid") + _LOSSES)[0].elements == ("D",)


def test_a_detach_on_the_only_way_to_the_generators_loss_is_found() -> None:
    drawn = (
        'z -> Generator as G -> fake -> ".detach()" as c -> Discriminator as D\nreal images -> D\n'
        'D -> "D loss" as LD\nD -> "G loss" as LG\n'
    )
    assert "c" in mistakes("gan", drawn + _LOSSES)[0].elements
    assert mistakes("gan", drawn.replace(".detach()", "detach (D step only)") + _LOSSES) == []


def test_a_code_made_of_parts_is_a_code() -> None:
    drawn = (
        'x -> Encoder as e -> "μ" as m\ne -> "log σ²" as v\n'
        '"ε ~ N(0, I)" -> × exp(½·)=v as n\n'
        'm -> "+" @ n -> "z (B, 20)" -> Decoder -> "x\'" -> "reconstruction loss" as r\n'
        'x -> r\nm -> "KL(q || N(0, I))" as k\nv -> k\n'
    )
    assert mistakes("vae", drawn) == []


@pytest.mark.parametrize("words", ["∇ on real images", "gradient of the noise z", "backprop: fakes"])
def test_words_of_data_on_a_gradient_make_no_way_of_it(words: str) -> None:
    gradients = f"LD -[{words}]-> D\nLG ~> G\n"
    assert check("gan", drawn(gradients)).verdict == "right"


def test_a_gradient_that_says_what_is_cut_elsewhere_is_a_gradient() -> None:
    gradients = 'LD -["update D, G frozen\\n(detach)"]~> D\nLG -[update G, D frozen]~> G\n'
    assert check("gan", drawn(gradients)).verdict == "right"


def test_a_gradient_may_be_drawn_piece_by_piece() -> None:
    chain = 'z -> "G" as G -> "fake image" as f -> Discriminator as D -> "prob" as p\n"real image" -> D\n'
    losses = 'p -> "D loss" as LD\np -> "G loss" as LG\nLD ~> p\n'
    assert mistakes("gan", chain + losses + "LG -[through D (frozen)]~> D\nf -[grad to G]~> G\n") == []
    assert mistakes("gan", chain + losses + "LG ~> f\n") == []
    assert mistakes("gan", chain + losses + "f ~> G\n")[0].message.startswith("No gradient leads from the generator's")


@pytest.mark.parametrize(
    ("real", "fake", "verdict"),
    [("log D(x)", "log(1 - D(G(z)))", "right"), ("log(1 - D(x))", "log D(G(z))", "wrong")],
)
def test_terms_of_a_loss_are_judged_with_the_sign_of_their_sum(real: str, fake: str, verdict: str) -> None:
    terms = f'D -> "{real}" as a\nD -> "{fake}" as b\na -> "D loss = -(sum of both)" @ b as LD\n'
    whole = 'D (B, 1) -> "Discriminator loss" as LD\n'
    assert whole in drawn()
    assert check("gan", drawn().replace(whole, terms)).verdict == verdict


def test_an_image_that_flows_back_to_the_generator_is_pointed_at() -> None:
    drawing = 'x_real -> "D(x)" as D -> "p(real)" as p -> "Loss D" as LD\np -> "Loss G" as LG\n'
    found = mistakes("gan", drawing + 'z -> "G(z)" @ D as G\nLD ~> D\nLG ~> G\n')
    assert "What the generator makes does not reach the discriminator." in found[0].message
    assert {"G", "D"} <= set(found[0].elements)
