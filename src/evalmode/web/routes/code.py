"""The coding room: problems, drafts, runs, attempts, hints, the reference, narrations and beginning anew."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import (
    CodeAttemptBrief,
    CodeFeedback,
    DraftSaved,
    Feedback,
    HintRequest,
    HintsTaken,
    JudgementView,
    JudgeStatusView,
    NarrationRequest,
    ProblemBrief,
    ProblemView,
    ResetReport,
    ResetRequest,
    RunRequest,
    SourceDraftRequest,
    SubmitRequest,
)
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/code", tags=["code"])


@router.get("/status")
def judge_status(p: PracticeDep) -> JudgeStatusView:
    """What judges code here, and how well submissions are locked in."""
    return practice.judge_status(p)


@router.get("/problems")
def list_problems(p: PracticeDep) -> tuple[ProblemBrief, ...]:
    """All problems, in the bank's order, and how far the learner got with each."""
    return practice.list_problems(p)


@router.get("/problems/{problem}")
def open_problem(p: PracticeDep, problem: str) -> ProblemView:
    """A problem as it is worked on; nothing in it gives the solution away before it was passed or given up."""
    return practice.open_problem(p, problem)


@router.put("/problems/{problem}/draft")
def save_source(p: PracticeDep, problem: str, draft: SourceDraftRequest) -> DraftSaved:
    """Keep what is typed so far."""
    return practice.save_source(p, problem, draft)


@router.post("/problems/{problem}/runs")
def run_examples(p: PracticeDep, problem: str, request: RunRequest) -> JudgementView:
    """Try a program on the visible examples; it is no attempt, and nothing is stored."""
    return practice.run_examples(p, problem, request)


@router.post("/problems/{problem}/attempts")
def submit_code(p: PracticeDep, problem: str, request: SubmitRequest) -> CodeFeedback:
    """Store a program, then have it judged."""
    return practice.submit_code(p, problem, request)


@router.get("/problems/{problem}/attempts")
def code_attempts(p: PracticeDep, problem: str) -> tuple[CodeAttemptBrief, ...]:
    """All attempts at a problem, newest first."""
    return practice.code_attempts(p, problem)


@router.get("/attempts/{attempt_id}")
def get_code_attempt(p: PracticeDep, attempt_id: str) -> CodeFeedback:
    """One attempt with its program and what the judge said."""
    return practice.get_code_attempt(p, attempt_id)


@router.post("/problems/{problem}/hints")
def take_hint(p: PracticeDep, problem: str, request: HintRequest) -> HintsTaken:
    """Take the next hint, or hear again one that was taken."""
    return practice.take_hint(p, problem, request)


@router.post("/problems/{problem}/reference")
def reveal_reference(p: PracticeDep, problem: str) -> ProblemView:
    """Give up and see the reference; after passing it costs nothing."""
    return practice.reveal_reference(p, problem)


@router.post("/problems/{problem}/narrations")
def narrate(p: PracticeDep, problem: str, request: NarrationRequest) -> Feedback:
    """Say how one would go about it; graded like any answer in words, and counted together with the code."""
    return practice.narrate(p, problem, request)


@router.post("/problems/{problem}/reset")
def reset_problem(p: PracticeDep, problem: str, request: ResetRequest) -> ResetReport:
    """Begin a problem anew; its history is kept unless it is asked to go, too."""
    return practice.reset_problem(p, problem, request)


@router.post("/reset")
def reset_all_problems(p: PracticeDep, request: ResetRequest) -> ResetReport:
    """Begin all problems anew."""
    return practice.reset_all_problems(p, request)
