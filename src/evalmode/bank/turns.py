"""An item as it is asked: one turn for a rapid question or a coding problem's narration, several for others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evalmode.bank.models import BoardItem, CodeItem, DeepItem, GradedFollowUp, Point, RapidItem, SpokenItem
from evalmode.core import Gradable, ItemId, KeyPoint, Misconception, Neighbour

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing the interviewer asks and the candidate answers.

    Args:
        item_id: The item it belongs to.
        part: ``answer``, ``headline``, ``detail``, ``narration``, ``trade-offs``, or the id of a follow-up.
        gradable: The question as it is put, with its key points and seconds.
        model_answer: A good answer to it, Markdown.
        carries: Earlier parts of the same item whose answers are read together with this one's.
    """

    item_id: ItemId
    part: str
    gradable: Gradable
    model_answer: str
    carries: tuple[str, ...] = ()


def turns_of(item: SpokenItem) -> tuple[Turn, ...]:
    """The turns of an item, in the order they are asked."""
    match item:
        case RapidItem():
            gradable = _gradable(item, "", item.question, item.key_points, item.seconds)
            return (Turn(item.item_id, "answer", gradable, item.answer),)
        case DeepItem():
            return tuple(_deep_turns(item))
        case CodeItem():
            return (_narration(item),)
        case BoardItem():
            return tuple(_board_turns(item))


def _deep_turns(item: DeepItem) -> Iterable[Turn]:
    headline = [point for point in item.key_points if point.part == "headline"]
    detail = [point for point in item.key_points if point.part == "detail"]
    yield Turn(
        item.item_id,
        "headline",
        _gradable(item, "#headline", item.question, headline, item.headline_seconds),
        item.headline,
    )
    seconds = item.seconds - item.headline_seconds
    neighbours = tuple(Neighbour(link.topic.replace("-", " "), link.why) for link in item.links)
    yield Turn(
        item.item_id,
        "detail",
        replace(_gradable(item, "#detail", item.question, detail, seconds), neighbours=neighbours),
        item.answer,
        carries=("headline",),
    )
    yield from (_asked_after(item, follow_up) for follow_up in item.follow_ups)


def _board_turns(item: BoardItem) -> Iterable[Turn]:
    end = item.trade_offs
    question = f"Which trade-offs or alternatives would you name for “{item.title}”?"
    gradable = _gradable(item, "#trade-offs", question, end.key_points, end.seconds)
    yield Turn(item.item_id, "trade-offs", gradable, end.answer)
    yield from (_asked_after(item, probe) for probe in item.probes)


def _asked_after(item: SpokenItem, follow_up: GradedFollowUp) -> Turn:
    gradable = _gradable(item, f"#{follow_up.id}", follow_up.ask, follow_up.key_points, follow_up.seconds)
    return Turn(item.item_id, follow_up.id, gradable, follow_up.answer)


def _narration(item: CodeItem) -> Turn:
    points = item.narration.key_points
    # The statement is left out: who explains an approach uses its words, and must not seem to echo the question.
    question = f"Before you write any code: how would you approach “{item.title}”?"
    gradable = _gradable(item, "#narration", question, points, item.narration.seconds)
    return Turn(item.item_id, "narration", gradable, " ".join(point.claim for point in points))


def _gradable(item: SpokenItem, suffix: str, question: str, points: Iterable[Point], seconds: int) -> Gradable:
    return Gradable(
        id=f"{item.item_id}{suffix}",
        question=question,
        key_points=tuple(
            KeyPoint(
                point.id,
                point.claim,
                point.weight,
                point.accepted,
                tuple(Misconception(wrong.says, wrong.correction) for wrong in point.misconceptions),
            )
            for point in points
        ),
        seconds=seconds,
        vocabulary=() if isinstance(item, CodeItem | BoardItem) else item.vocabulary,
    )
