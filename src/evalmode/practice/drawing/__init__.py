"""The whiteboard room: what a candidate does with an architecture, from opening it to beginning anew."""

from evalmode.practice.drawing.architectures import list_architectures, open_architecture
from evalmode.practice.drawing.attempts import drawing_attempts, get_drawing_attempt
from evalmode.practice.drawing.checking import check_sheet, resume_checking
from evalmode.practice.drawing.converting import convert_sheet, list_stencils
from evalmode.practice.drawing.drafts import save_sheet
from evalmode.practice.drawing.helping import next_piece, reveal_references
from evalmode.practice.drawing.resetting import reset_all_architectures, reset_architecture
from evalmode.practice.drawing.running import run_sheet
from evalmode.practice.drawing.speaking import say_about_drawing
from evalmode.practice.drawing.submitting import submit_drawing

__all__ = [
    "check_sheet",
    "convert_sheet",
    "drawing_attempts",
    "get_drawing_attempt",
    "list_architectures",
    "list_stencils",
    "next_piece",
    "open_architecture",
    "reset_all_architectures",
    "reset_architecture",
    "resume_checking",
    "reveal_references",
    "run_sheet",
    "save_sheet",
    "say_about_drawing",
    "submit_drawing",
]
