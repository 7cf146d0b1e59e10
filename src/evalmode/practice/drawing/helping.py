"""Hints, and giving up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.practice.asking import board_item
from evalmode.practice.drawing.architectures import open_architecture
from evalmode.practice.drawing.sheets import read_sheet
from evalmode.practice.making import give_up
from evalmode.practice.rounds import open_round
from evalmode.practice.values import ArchitectureView, NextPiece

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import NextPieceRequest


def next_piece(p: Practice, name: str, request: NextPieceRequest) -> NextPiece:
    """Hint at the next missing piece of a drawing, and at no other.

    Raises:
        NotFoundError: There is no such architecture.
        InputError: The drawing cannot be read at all.
    """
    from evalmode.board.architecture import load_architecture  # what matching needs takes long to import
    from evalmode.board.check import hint_for

    item = board_item(p.bank, name)
    hint = hint_for(load_architecture(item), read_sheet(request.sheet), request.stage)
    with p.store.write(p.learner) as work:
        present = open_round(p, work, str(item.item_id))
        taken = present.hints + (not hint.done)
        if taken > present.hints:
            work.rounds.put([replace(present, hints=taken)])
    return NextPiece(
        message=hint.message,
        stage=hint.stage,
        stages=hint.stages,
        elements=hint.elements,
        done=hint.done,
        hints_taken=taken,
    )


def reveal_references(p: Practice, name: str) -> ArchitectureView:
    """Show the accepted drawings, which ends the round.

    It counts as not remembered, unless the architecture was drawn rightly before and is not due.

    Raises:
        NotFoundError: There is no such architecture.
    """
    item = board_item(p.bank, name)
    give_up(p, item, "", passing="right")
    return open_architecture(p, name)
