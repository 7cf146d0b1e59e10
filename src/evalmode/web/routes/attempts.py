"""Graded attempts: look again, say "I did say that", undo the review."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from evalmode import practice
from evalmode.practice.values import Feedback
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/attempts/{attempt_id}", tags=["attempts"])


class OverrideRequest(BaseModel):
    """Whether the candidate did say it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    said: bool


@router.get("")
def get_feedback(p: PracticeDep, attempt_id: str) -> Feedback:
    """The judgement of one attempt."""
    return practice.get_feedback(p, attempt_id)


@router.put("/overrides/{point_id}")
def override(p: PracticeDep, attempt_id: str, point_id: str, request: OverrideRequest) -> Feedback:
    """Say that a key point was made, or take that back; kept beside the grader's verdict."""
    return practice.override(p, attempt_id, point_id, request.said)


@router.post("/undo")
def undo_review(p: PracticeDep, attempt_id: str) -> Feedback:
    """Undo what this attempt did to the memory of its item."""
    return practice.undo_review(p, attempt_id)
