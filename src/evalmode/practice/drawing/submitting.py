"""Handing a drawing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import InputError
from evalmode.practice.asking import board_item
from evalmode.practice.drawing.attempts import get_drawing_attempt
from evalmode.practice.drawing.checking import check_attempt
from evalmode.practice.drawing.sheets import is_blank, pack_sheet, read_sheet
from evalmode.practice.making import hand_in

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import DrawingFeedback, SheetSubmitRequest


def submit_drawing(p: Practice, name: str, request: SheetSubmitRequest) -> DrawingFeedback:
    """Hand a drawing in: it is stored, then checked.

    Raises:
        NotFoundError: There is no such architecture.
        InputError: Nothing is drawn, or what is drawn cannot be read at all.
    """
    item = board_item(p.bank, name)
    if is_blank(request.sheet):
        raise InputError("Nothing is drawn yet.", hint="Begin with the input at the top.")
    read_sheet(request.sheet)  # what is no drawing is no attempt
    attempt = hand_in(p, item, pack_sheet(request.sheet), request.seconds_used)
    failure = check_attempt(p, attempt)
    return get_drawing_attempt(p, attempt.id, failure=failure)
