"""The whiteboard room: architectures, drafts, checks, attempts, hints, references, questions, beginning anew."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.board.values import BoardCheck
from evalmode.practice.values import (
    ArchitectureBrief,
    ArchitectureView,
    Converted,
    ConvertRequest,
    DraftSaved,
    DrawingAttemptBrief,
    DrawingFeedback,
    Feedback,
    ModuleRunView,
    NextPiece,
    NextPieceRequest,
    ResetReport,
    ResetRequest,
    SheetDraftRequest,
    SheetRequest,
    SheetSubmitRequest,
    SpokenAnswerRequest,
    Stencil,
)
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/board", tags=["board"])


@router.get("/stencils")
def list_stencils(p: PracticeDep) -> tuple[Stencil, ...]:
    """The pieces that can be put on a canvas, by kind of operation."""
    return practice.list_stencils(p)


@router.post("/convert")
def convert_sheet(p: PracticeDep, request: ConvertRequest) -> Converted:
    """Write a drawing in another way: scene, text notation, Mermaid or SVG."""
    return practice.convert_sheet(p, request)


@router.get("/architectures")
def list_architectures(p: PracticeDep) -> tuple[ArchitectureBrief, ...]:
    """All architectures, in the bank's order, and how far the learner got with each."""
    return practice.list_architectures(p)


@router.get("/architectures/{architecture}")
def open_architecture(p: PracticeDep, architecture: str) -> ArchitectureView:
    """An architecture as it is worked on; no reference is shown before it was drawn or given up."""
    return practice.open_architecture(p, architecture)


@router.put("/architectures/{architecture}/draft")
def save_sheet(p: PracticeDep, architecture: str, draft: SheetDraftRequest) -> DraftSaved:
    """Keep what is drawn so far."""
    return practice.save_sheet(p, architecture, draft)


@router.post("/architectures/{architecture}/checks")
def check_sheet(p: PracticeDep, architecture: str, request: SheetRequest) -> BoardCheck:
    """Look at a drawing; it is no attempt, and nothing is stored."""
    return practice.check_sheet(p, architecture, request)


@router.post("/architectures/{architecture}/attempts")
def submit_drawing(p: PracticeDep, architecture: str, request: SheetSubmitRequest) -> DrawingFeedback:
    """Store a drawing, then check it."""
    return practice.submit_drawing(p, architecture, request)


@router.get("/architectures/{architecture}/attempts")
def drawing_attempts(p: PracticeDep, architecture: str) -> tuple[DrawingAttemptBrief, ...]:
    """All attempts at an architecture, newest first."""
    return practice.drawing_attempts(p, architecture)


@router.get("/attempts/{attempt_id}")
def get_drawing_attempt(p: PracticeDep, attempt_id: str) -> DrawingFeedback:
    """One attempt with its drawing and what was found."""
    return practice.get_drawing_attempt(p, attempt_id)


@router.post("/architectures/{architecture}/hints")
def next_piece(p: PracticeDep, architecture: str, request: NextPieceRequest) -> NextPiece:
    """Hint at the next missing piece, and at no other."""
    return practice.next_piece(p, architecture, request)


@router.post("/architectures/{architecture}/references")
def reveal_references(p: PracticeDep, architecture: str) -> ArchitectureView:
    """Give up and see the references; after a right drawing it costs nothing."""
    return practice.reveal_references(p, architecture)


@router.post("/architectures/{architecture}/modules")
def run_sheet(p: PracticeDep, architecture: str, request: SheetRequest) -> ModuleRunView:
    """Build the module that a drawing describes, and run it."""
    return practice.run_sheet(p, architecture, request)


@router.post("/architectures/{architecture}/spoken/{part}")
def say_about_drawing(p: PracticeDep, architecture: str, part: str, request: SpokenAnswerRequest) -> Feedback:
    """Answer a question about the drawing in words; graded like any answer, and counted together with the drawing."""
    return practice.say_about_drawing(p, architecture, part, request)


@router.post("/architectures/{architecture}/reset")
def reset_architecture(p: PracticeDep, architecture: str, request: ResetRequest) -> ResetReport:
    """Begin an architecture anew; its history is kept unless it is asked to go, too."""
    return practice.reset_architecture(p, architecture, request)


@router.post("/reset")
def reset_all_architectures(p: PracticeDep, request: ResetRequest) -> ResetReport:
    """Begin all architectures anew."""
    return practice.reset_all_architectures(p, request)
