"""Grading an answer without storing anything."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import GradedAnswer, GradeRequest
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, tags=["grade"])


@router.post("/grade")
def grade(p: PracticeDep, request: GradeRequest) -> GradedAnswer:
    """Grade an answer; the same document as ``evalmode grade --json``."""
    return practice.grade_once(p, request)
