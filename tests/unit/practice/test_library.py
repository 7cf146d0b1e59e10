"""The bank as a candidate browses it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evalmode.core import NotFoundError
from evalmode.practice import Practice, guide, list_items, practise_once, run_proofs, show_item, topic_map
from evalmode.practice.values import ProofRun
from practice_kit import points_of


def test_questions_are_listed_without_the_pages_of_the_guide(p: Practice):
    assert {item.kind for item in list_items(p)} == {"rapid", "deep", "code", "board"}
    assert {item.kind for item in list_items(p, kinds=["guide"])} == {"guide"}
    assert len(list_items(p)) == 11


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SOFTMAX sigmoid", {"rapid/softmax"}),
        ("zero-grad", {"rapid/zero-grad"}),
        ("nonsense", set()),
        ("%", set()),
    ],
)
def test_a_search_wants_every_word(p: Practice, query: str, found: set[str]):
    assert {item.item_id for item in list_items(p, query=query)} == found


def test_filters_add_up(p: Practice):
    topic = p.bank.get("softmax").topics[0]
    assert [item.item_id for item in list_items(p, kinds=["rapid"], topics=[topic], levels=["screen"])] == [
        "rapid/softmax"
    ]
    assert list_items(p, kinds=["deep"], topics=[topic]) == ()
    with pytest.raises(NotFoundError, match="no level"):
        list_items(p, levels=["wizard"])


def test_an_item_tells_what_was_made_of_it(p: Practice):
    brief = show_item(p, "softmax").brief
    assert (brief.attempts, brief.best_score, brief.last_score, brief.due) == (0, None, None, None)
    practise_once(p, "softmax", " ".join(points_of("rapid/softmax")))
    practise_once(p, "softmax", "")
    view = show_item(p, "softmax")
    assert (view.brief.attempts, view.brief.best_score, view.brief.last_score) == (2, 1, 0)
    assert view.brief.due is not None
    assert [line.score for line in view.history] == [0, 1]


def test_an_item_shows_all_there_is_to_learn_from(p: Practice):
    view = show_item(p, "deep/self-attention")
    follow_up = p.bank.get("deep/self-attention").follow_ups[0].id
    assert [point.part for point in view.points] == ["headline", "detail", "detail", follow_up]
    assert view.headline
    assert view.why
    assert all(point.proven is (point.unproven_reason is None) for point in view.points)
    assert view.points[0].misconceptions[0][0]


def test_a_page_of_the_guide_is_an_item_too(p: Practice):
    view = show_item(p, "guide/habit-boxes")
    assert (view.points, view.proofs, view.brief.seconds) == ((), (), None)


def test_the_map_shows_what_is_known(p: Practice):
    practise_once(p, "softmax", points_of("rapid/softmax")[0])
    topics = {topic.id: topic for topic in topic_map(p).topics}
    known = topics[p.bank.get("softmax").topics[0]]
    assert "rapid/softmax" in known.items
    assert known.mastery is not None
    assert 0 < known.mastery < 1
    assert topics[p.bank.get("zero-grad").topics[0]].mastery is None
    assert {topic.area for topic in topics.values()} <= {area.id for area in topic_map(p).areas}


def test_the_guide_is_searched_and_leads_to_practice(p: Practice):
    assert {page.section for page in guide(p)} == {"habit", "mistake", "faq", "checklist"}
    (page,) = guide(p, "non-linearities explain")
    assert page.id == "non-linearities"
    assert page.practice
    assert all(link.item_id.startswith(("rapid/", "deep/")) for one in guide(p) for link in one.practice)
    assert guide(p, "xylophone") == ()


def test_proofs_are_run_by_whoever_runs_proofs(p: Practice):
    def prover(item):
        return (ProofRun(index=0, proves=("x",), outcome="proven", evidence=str(item.item_id), message="", seconds=0),)

    assert run_proofs(replace(p, prover=prover), "softmax")[0].evidence == "rapid/softmax"
    with pytest.raises(NotFoundError):
        run_proofs(p, "habit-boxes")
