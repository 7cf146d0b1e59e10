"""Watching for programs: one line of JSON each time the candidate's program is saved."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from evalmode.cli.output import print_json_line
from evalmode.practice.coding.checking import check_code

if TYPE_CHECKING:
    from evalmode.cli.code_files import Desk
    from evalmode.practice import Practice
    from evalmode.practice.values import ProblemView

_TICK = 0.1


def watch_lines(p: Practice, desk: Desk, view: ProblemView) -> None:
    """Judge the program as it stands and after each save, until somebody interrupts.

    Raises:
        InputError: The program is not there when it begins.
    """
    desk.read(view.brief.id)
    seen = None
    try:
        while True:
            stamp = desk.stamp(view.brief.id)
            if stamp is not None and stamp != seen:
                seen = stamp
                print_json_line(check_code(p, view.brief.item_id, desk.read(view.brief.id)))
            time.sleep(_TICK)
    except KeyboardInterrupt:
        return
