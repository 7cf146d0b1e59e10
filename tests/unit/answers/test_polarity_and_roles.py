"""What shared words cannot tell: who denies what, what is the opposite, and who does what to whom."""

import pytest

from evalmode.answers.lexical import overlap, words_of
from evalmode.answers.lexicon import concepts, opposites, stop_words
from evalmode.answers.negation import clash, polarity
from evalmode.answers.roles import binding


@pytest.mark.parametrize(
    "text",
    [
        "the outputs do not sum to one",
        "the outputs don't sum to one",
        "the outputs never sum to one",
        "the outputs fail to sum to one",
        "it works without any sum of outputs",
    ],
)
def test_a_denial_reaches_the_words_after_it(text):
    assert "sum" in polarity(text).denied


@pytest.mark.parametrize(
    "text",
    [
        "not only the outputs sum to one",
        "it is not slow but the outputs sum to one",
        "never not the outputs sum to one",
    ],
)
def test_a_denial_ends_where_its_scope_ends(text):
    assert "sum" in polarity(text).affirmed


def test_two_texts_clash_when_one_denies_what_the_other_affirms():
    assert clash("the outputs do not sum to one", "the outputs sum to one").denial > 0
    assert clash("the outputs sum to one", "the outputs sum to one").denial == 0


def test_two_texts_clash_when_one_says_the_opposite():
    assert clash("larger batches are cheap", "larger batches are costly").opposites > 0
    assert clash("larger batches are costly", "larger batches are costly").opposites == 0
    assert clash("larger batches are not cheap", "larger batches are costly").opposites <= 0


@pytest.mark.parametrize(
    ("right", "same", "swapped"),
    [
        (
            "sigmoid for binary labels and softmax for exclusive classes",
            "for exclusive classes softmax, for binary labels sigmoid",
            "softmax for binary labels and sigmoid for exclusive classes",
        ),
        (
            "an encoder sees both sides while a decoder sees the past",
            "a decoder sees the past while an encoder sees both sides",
            "a decoder sees both sides while an encoder sees the past",
        ),
    ],
)
def test_exchanged_roles_bind_other_words_together(right, same, swapped):
    assert binding(right, right).balance == 1
    assert binding(same, right).balance > binding(swapped, right).balance


def test_two_shared_words_say_nothing_about_roles():
    assert binding("relu saturates", "relu saturates") == binding("nothing alike", "relu saturates")


@pytest.mark.parametrize(("one", "two"), [("gradients", "derivative"), ("neuron", "unit"), ("normalised", "normalize")])
def test_near_synonyms_are_one_concept(one, two):
    assert words_of(one).concepts == words_of(two).concepts


def test_overlap_asks_both_ways():
    found = overlap({"relu", "dies"}, {"relu", "dies", "negative", "inputs"}, {})
    assert (found.recall, found.precision) == (0.5, 1.0)
    assert overlap({"relu"}, {"softmax"}, {}).f1 == 0


def test_no_denial_is_thrown_away_as_a_stop_word():
    assert not stop_words() & {"not", "no", "never", "without", "cannot", "neither", "nor"}


def test_no_concept_is_its_own_opposite():
    assert all(concept not in others for concept, others in opposites().items())
    assert all(concepts().get(name, name) == name for name in opposites())
