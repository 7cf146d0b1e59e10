"""Graded attempts: look again, say "I did say that", teach the grader the words, undo the review."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from evalmode import practice
from evalmode.practice.values import Feedback, PhrasingOffer, PhrasingRequest, PhrasingView
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


@router.get("/phrasings/{point_id}")
def offer_phrasing(p: PracticeDep, attempt_id: str, point_id: str) -> PhrasingOffer:
    """Which words of the answer the grader could learn for a key point; asking teaches nothing."""
    return practice.offer_phrasing(p, attempt_id, point_id)


@router.post("/phrasings", status_code=201)
def remember_phrasing(p: PracticeDep, attempt_id: str, request: PhrasingRequest) -> PhrasingView:
    """Remember words of the answer for a key point that the candidate says was made."""
    return practice.remember_phrasing(p, attempt_id, request)


@router.post("/undo")
def undo_review(p: PracticeDep, attempt_id: str) -> Feedback:
    """Undo what this attempt did to the memory of its item."""
    return practice.undo_review(p, attempt_id)
