"""Practice sessions: begin, look, finish."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import SessionRequest, SessionSummary, SessionView
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/sessions", tags=["sessions"])


@router.post("", status_code=201)
def start_session(p: PracticeDep, request: SessionRequest) -> SessionView:
    """Choose questions and begin a session with them."""
    return practice.start_session(p, request)


@router.get("")
def open_sessions(p: PracticeDep) -> tuple[SessionView, ...]:
    """Sessions that were begun and not finished, the latest first."""
    return practice.open_sessions(p)


@router.get("/{session_id}")
def get_session(p: PracticeDep, session_id: str) -> SessionView:
    """A session as it stands."""
    return practice.get_session(p, session_id)


@router.post("/{session_id}/finish")
def finish_session(p: PracticeDep, session_id: str) -> SessionSummary:
    """End a session, whatever is still unanswered."""
    return practice.finish_session(p, session_id)


@router.get("/{session_id}/summary")
def summarise(p: PracticeDep, session_id: str) -> SessionSummary:
    """How a session went."""
    return practice.summarise(p, session_id)
