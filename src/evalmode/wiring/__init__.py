"""Where concrete parts are chosen and joined: the bank, the database, the grader, the judge, the transcriber."""

from evalmode.wiring.abilities import look_about
from evalmode.wiring.building import build_grader, build_practice
from evalmode.wiring.choosing import chosen_python
from evalmode.wiring.closing import close_practice, warm_judge
from evalmode.wiring.listening import WhisperListener
from evalmode.wiring.places import data_folder

__all__ = [
    "WhisperListener",
    "build_grader",
    "build_practice",
    "chosen_python",
    "close_practice",
    "data_folder",
    "look_about",
    "warm_judge",
]
