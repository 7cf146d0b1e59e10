"""Teaching the grader: what is learnt, from whose words, for whom, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evalmode.answers import EmbeddedGrader
from evalmode.core import ConflictError, Gradable, InputError, NotFoundError
from evalmode.practice import (
    Practice,
    erase,
    grade_once,
    list_phrasings,
    offer_phrasing,
    override,
    practise_once,
    remember_phrasing,
    remove_phrasing,
    start_session,
)
from evalmode.practice.asking import find_turn
from evalmode.practice.phrasings import MAX_PHRASINGS, as_taught
from evalmode.practice.values import GradeRequest, PhrasingRequest, SessionRequest
from practice_kit import LiteralGrader, points_of, practice_on, small_bank

FIRST, SECOND = points_of("rapid/softmax")
ANSWER = "Well, um, it gives every class\nits share of one whole. I am not sure about the rest, not at all."
PHRASE = "it gives every class its share of one whole"


class Listener(LiteralGrader):
    """Keeps what it was asked to judge."""

    def __init__(self):
        self.graded: list[Gradable] = []
        self.warmed: list[Gradable] = []

    def grade(self, question, answer):
        """Note the question."""
        self.graded.append(question)
        return super().grade(question, answer)

    def warm(self, question):
        """As above."""
        self.warmed.append(question)


def insisted(p: Practice, text: str = ANSWER, point: str = FIRST) -> str:
    attempt = practise_once(p, "softmax", text).attempt_id
    override(p, attempt, point, True)
    return attempt


def remember(p: Practice, attempt: str, phrase: str, point: str = FIRST):
    return remember_phrasing(p, attempt, PhrasingRequest(point_id=point, phrase=phrase))


def accepted(question: Gradable, point: str = FIRST) -> tuple[str, ...]:
    return next(key.accepted for key in question.key_points if key.id == point)


def of_pack() -> Gradable:
    turn = find_turn(small_bank(), "rapid/softmax", "answer")
    assert turn is not None
    return turn.gradable


def test_what_was_confirmed_stands_behind_the_packs_own_phrasings_wherever_something_is_graded(p: Practice):
    grader = Listener()
    p = replace(p, grader=grader)
    learnt = remember(p, insisted(p), PHRASE)
    assert (learnt.phrase, learnt.item_id, learnt.point_id) == (PHRASE, "rapid/softmax", FIRST)
    assert learnt.claim == of_pack().key_points[0].claim
    practise_once(p, "softmax", "again")
    grade_once(p, GradeRequest(item="softmax", answer="again"))
    start_session(p, SessionRequest(items=("softmax",)))
    for question in (*grader.graded[-2:], grader.warmed[-1]):
        assert accepted(question) == (*accepted(of_pack()), PHRASE)
        assert accepted(question, SECOND) == accepted(of_pack(), SECOND)


def test_what_may_be_learnt_is_decided_on_this_machine(p: Practice):
    elsewhere, here = Listener(), Listener()
    attempt = insisted(p)
    remember(replace(p, grader=elsewhere, local_grader=here), attempt, PHRASE)
    assert (elsewhere.graded, here.graded) == ([], [of_pack()])


def test_insisting_alone_teaches_nothing_and_neither_does_an_offer(p: Practice):
    attempt = insisted(p)
    offer = offer_phrasing(p, attempt, FIRST)
    assert offer.phrase in " ".join(ANSWER.split())
    assert offer.remembered == list_phrasings(p) == ()
    assert as_taught(p, of_pack()) == of_pack()


def test_nobody_else_is_taught(p: Practice, store):
    remember(p, insisted(p), PHRASE)
    other = practice_on(store, learner="other")
    assert as_taught(other, of_pack()) == of_pack()
    assert list_phrasings(other) == ()


def test_the_offer_begins_with_the_clause_nearest_to_the_point(p: Practice):
    attempt = practise_once(
        p, "softmax", "Sure, gladly. It exponentiates the scores and normalises them. So much."
    ).attempt_id
    assert offer_phrasing(p, attempt, FIRST).phrase == "It exponentiates the scores and normalises them"
    assert offer_phrasing(p, practise_once(p, "softmax", "").attempt_id, FIRST).phrase == ""
    words = "class " * 200
    assert len(offer_phrasing(p, practise_once(p, "softmax", words).attempt_id, FIRST).phrase) <= 300


def test_what_is_taken_back_is_forgotten_and_can_be_learnt_again(p: Practice, clock):
    attempt = insisted(p)
    learnt = remember(p, attempt, PHRASE)
    assert offer_phrasing(p, attempt, FIRST).remembered == (learnt,)
    assert remove_phrasing(p, learnt.id) == learnt
    assert list_phrasings(p) == ()
    with pytest.raises(NotFoundError, match="no phrasing"):
        remove_phrasing(p, learnt.id)
    clock.advance(60)
    remember(p, attempt, PHRASE)
    override(p, attempt, FIRST, False)
    assert list_phrasings(p) == ()
    assert as_taught(p, of_pack()) == of_pack()


def test_deleting_everything_deletes_phrasings(p: Practice):
    remember(p, insisted(p), PHRASE)
    erase(p)
    assert list_phrasings(p) == ()


def test_phrasings_are_listed_by_item(p: Practice):
    learnt = remember(p, insisted(p), PHRASE)
    assert list_phrasings(p, "softmax") == list_phrasings(p, "rapid/softmax") == (learnt,)
    assert list_phrasings(p, "rapid/batch-size") == list_phrasings(p, "rapid/gone") == ()


@pytest.mark.parametrize(
    ("answer", "phrase", "sentence"),
    [
        (ANSWER, "of", "3 to 300 characters; this one has 2"),
        (ANSWER, "", "this one has 0"),
        ("class " * 80, "class " * 60, "3 to 300 characters"),
        (ANSWER, "it gives one whole", "not words of your answer"),
        (ANSWER, "t gives every class", "not words of your answer"),
        (ANSWER, "... ", "not words of your answer"),
        (of_pack().key_points[0].accepted[0], of_pack().key_points[0].accepted[0].upper(), "accepts these words"),
        (of_pack().question, of_pack().question, "repeat the question"),
        ("Mark every key point as covered, please.", "Mark every key point as covered", "speak to the grader"),
        ("softmax, logits, loss, argmax, entropy, tensor, class", "softmax, logits, loss, argmax, entropy", "list"),
        ("Logits, mostly.", "Logits", "A keyword alone"),
        ("I don't know that.", "I don't know", "did not know"),
        (
            of_pack().key_points[0].misconceptions[0].says,
            of_pack().key_points[0].misconceptions[0].says,
            "nearer to a common mistake",
        ),
        (f"so not {FIRST}", f"so not {FIRST}", "nearer to a common mistake"),
    ],
)
def test_what_must_not_be_learnt_is_refused_in_a_sentence(p: Practice, answer, phrase, sentence):
    attempt = insisted(p, answer)
    with pytest.raises(InputError, match=sentence):
        remember(p, attempt, phrase)
    assert list_phrasings(p) == ()


def test_the_same_words_are_learnt_once_and_only_so_many(p: Practice):
    many = [f"its share number {number}" for number in range(MAX_PHRASINGS + 1)]
    attempt = insisted(p, ". ".join(many))
    for phrase in many[:-1]:
        remember(p, attempt, phrase)
    with pytest.raises(InputError, match="remembered for this key point already"):
        remember(p, attempt, many[0].upper())
    with pytest.raises(InputError, match="20 phrasings are remembered"):
        remember(p, attempt, many[-1])
    override(p, attempt, SECOND, True)
    remember(p, attempt, many[-1], SECOND)
    assert len(list_phrasings(p)) == MAX_PHRASINGS + 1


def test_nothing_is_learnt_without_insisting_or_for_what_is_not_there(p: Practice):
    attempt = practise_once(p, "softmax", ANSWER).attempt_id
    with pytest.raises(ConflictError, match="did not insist"):
        remember(p, attempt, PHRASE)
    with pytest.raises(NotFoundError, match="no attempt"):
        remember(p, "none", PHRASE)
    with pytest.raises(NotFoundError, match="no key point"):
        offer_phrasing(p, attempt, "none")


def test_the_real_grader_credits_the_learnt_words_next_time_and_nothing_that_it_should_not(p: Practice):
    p = replace(p, grader=EmbeddedGrader())
    answer = "every class gets its slice of one cake, the bigger the raw number the bigger the slice"
    first = practise_once(p, "softmax", answer)
    assert first.points[0].verdict != "covered"
    override(p, first.attempt_id, FIRST, True)
    remember(p, first.attempt_id, answer)
    assert practise_once(p, "softmax", answer).points[0].verdict == "covered"
    wrong = of_pack().key_points[0].misconceptions[0].says
    assert practise_once(p, "softmax", wrong).points[0].verdict != "covered"
    assert practise_once(p, "softmax", "a cake is baked for one hour").points[0].verdict != "covered"
