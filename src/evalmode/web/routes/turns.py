"""The turns of a session: ask, draft, answer, skip."""

from typing import Annotated

from fastapi import APIRouter, Path

from evalmode import practice
from evalmode.practice.values import AnswerRequest, DraftRequest, DraftSaved, Feedback, SessionView, TurnView
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/sessions/{session_id}/turns/{position}", tags=["turns"])

Position = Annotated[int, Path(ge=0, le=1_000, description="From 0.")]


@router.post("/ask")
def ask_turn(p: PracticeDep, session_id: str, position: Position) -> TurnView:
    """Put the question; the first call starts its clock, and later calls change nothing."""
    return practice.ask_turn(p, session_id, position)


@router.put("/draft")
def save_draft(p: PracticeDep, session_id: str, position: Position, draft: DraftRequest) -> DraftSaved:
    """Keep what is typed so far."""
    return practice.save_draft(p, session_id, position, draft)


@router.post("/answer")
def answer_turn(p: PracticeDep, session_id: str, position: Position, answer: AnswerRequest) -> Feedback:
    """Store the answer, then grade it."""
    return practice.answer_turn(p, session_id, position, answer)


@router.post("/skip")
def skip_turn(p: PracticeDep, session_id: str, position: Position) -> SessionView:
    """Leave the question unanswered and go on."""
    return practice.skip_turn(p, session_id, position)


@router.post("/stop")
def stop_deeper(p: PracticeDep, session_id: str, position: Position) -> SessionView:
    """Go no deeper: skip the remaining parts of the same deep question."""
    return practice.stop_deeper(p, session_id, position)
