"""Teaching the grader in the terminal: which words said it, and a yes before anything is learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from evalmode import practice
from evalmode.cli.drill_keys import ask_line, choose
from evalmode.core import InputError
from evalmode.practice.values import PhrasingRequest

if TYPE_CHECKING:
    from evalmode.cli.drill_play import Screen
    from evalmode.practice import Practice
    from evalmode.practice.values import Feedback


def can_teach(feedback: Feedback) -> bool:
    """Whether the candidate insists on something that words could be remembered for."""
    return bool(feedback.answer.strip()) and any(point.overridden for point in feedback.points)


def teach(p: Practice, feedback: Feedback, screen: Screen) -> None:
    """Ask for the words of every point that the candidate insists on, and remember those that are confirmed."""
    for number, point in enumerate(feedback.points, start=1):
        if not point.overridden:
            continue
        offer = practice.offer_phrasing(p, feedback.attempt_id, point.id)
        screen.show(Text.assemble((f"{number}  ", "bold"), point.claim))
        phrase = ask_line("Which words said it? Enter takes these, none leaves it", screen.output, offer.phrase)
        if not phrase:
            continue
        screen.say(f"“{phrase}”")
        if choose({"y": "remember these words for this key point", "n": "no"}, screen.output) != "y":
            screen.say("Nothing was learnt.", "dim")
            continue
        try:
            practice.remember_phrasing(p, feedback.attempt_id, PhrasingRequest(point_id=point.id, phrase=phrase))
        except InputError as error:
            screen.say(str(error), "yellow")
        else:
            screen.say("Remembered. evalmode bank phrasings lists and removes what was learnt.", "dim")
