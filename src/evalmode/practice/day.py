"""The first page of the day: what is due, how the streak stands, and one click into practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import Level
from evalmode.coach import day_of, end_of_day, streak
from evalmode.practice.asking import find_item, is_made, practised_items, title_of
from evalmode.practice.checklist import readiness_of
from evalmode.practice.overview import Overview, overview_of
from evalmode.practice.sessions import open_sessions
from evalmode.practice.settings import read_settings
from evalmode.practice.values import DueItem, ExerciseSuggestion, Readiness, SessionRequest, Settings, Today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from evalmode.bank import BoardItem, CodeItem
    from evalmode.practice.practice import Practice

_SHORT = 5
"""A suggestion is never for fewer questions than this: a session should be worth sitting down for."""


def today(p: Practice) -> Today:
    """Where the learner stands this morning."""
    now = p.clock.now()
    with p.store.read(p.learner) as work:
        overview = overview_of(p.bank, work, now)
        settings = read_settings(work)
    days = [day_of(line.answered_at, p.zone) for line in overview.answers(p.zone)]
    this_day = day_of(now, p.zone)
    evening = end_of_day(now, p.zone)
    due = sorted(
        (card for card in overview.cards.values() if card.due < evening and find_item(p.bank, card.item_id)),
        key=lambda card: (card.due, card.item_id),
    )
    new = [item for item in practised_items(p.bank) if str(item.item_id) not in overview.cards]
    practised_today = sum(day == this_day for day in days)
    readiness = readiness_of(p.bank, overview)
    suggestion, says = _suggest(
        settings,
        practised_today,
        rapid_due=sum(card.item_id.startswith("rapid/") for card in due),
        deep_due=sum(card.item_id.startswith("deep/") for card in due),
        rapid_new=sum(item.kind == "rapid" for item in new),
        readiness=readiness,
    )
    return Today(
        due=tuple(DueItem(item_id=card.item_id, title=title_of(p.bank, card.item_id), due=card.due) for card in due),
        new=len(new),
        practised_today=practised_today,
        streak_days=streak(days, this_day),
        ready=readiness.ready,
        ready_of=len(readiness.items),
        open_session=next((session for session in open_sessions(p) if session.position is not None), None),
        suggestion=suggestion,
        suggestion_says=says,
        problem=_exercise(p.bank.code, overview, evening, never="You have not solved it yet."),
        drawing=_exercise(p.bank.board, overview, evening, never="You have not drawn it yet."),
    )


def _suggest(
    settings: Settings, practised_today: int, *, rapid_due: int, deep_due: int, rapid_new: int, readiness: Readiness
) -> tuple[SessionRequest, str]:
    left = max(_SHORT, settings.daily_goal - practised_today)
    if rapid_due:
        count = min(100, max(rapid_due, left))
        rest = f"; with them, {min(count - rapid_due, rapid_new)} new ones" if count > rapid_due and rapid_new else ""
        return SessionRequest(count=count), f"{_questions(rapid_due)} {_come(rapid_due)} back today{rest}."
    if deep_due:
        return (
            SessionRequest(kind="deep", count=min(100, deep_due), only_due=True),
            f"{_questions(deep_due)} of depth {_come(deep_due)} back today.",
        )
    if rapid_new:
        count = min(left, rapid_new, 100)
        met = "Today's goal is met; here is more" if practised_today >= settings.daily_goal else "Nothing is due"
        return SessionRequest(count=count), f"{met}: {_questions(count)} you have not seen yet."
    weakest = next((item for item in readiness.items if item.id == readiness.weakest), None)
    if weakest is not None and weakest.next_item is not None and not is_made(weakest.next_item):
        request = SessionRequest(items=(weakest.next_item,))
        return request, f"Nothing is due; {weakest.title} is furthest from ready."
    return SessionRequest(count=min(left, 100)), "Nothing is due; these are your weakest questions."


def _exercise(
    items: Sequence[CodeItem | BoardItem], overview: Overview, evening: datetime, *, never: str
) -> ExerciseSuggestion | None:
    """What to make today: what came back first, else the one to begin with among those never done."""
    known = [(overview.cards.get(str(item.item_id)), item) for item in items]
    due = [(card.due, item.id, item) for card, item in known if card is not None and card.due < evening]
    fresh = [item for card, item in known if card is None]
    if due:
        item, says = min(due)[2], "It comes back today."
    elif fresh:
        # What the final checklist asks for comes first, and the easier before the harder.
        item, says = min(fresh, key=lambda one: (not one.checklist, tuple(Level).index(one.level))), never
    else:
        return None
    return ExerciseSuggestion(item_id=str(item.item_id), title=item.title, minutes=item.minutes, says=says)


def _questions(count: int) -> str:
    return "1 question" if count == 1 else f"{count} questions"


def _come(count: int) -> str:
    return "comes" if count == 1 else "come"
