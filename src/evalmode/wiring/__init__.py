"""Where concrete parts are chosen and joined: the bank, the database, the grader, the transcriber."""

from evalmode.wiring.abilities import look_about
from evalmode.wiring.building import build_grader, build_practice, data_folder
from evalmode.wiring.listening import WhisperListener

__all__ = ["WhisperListener", "build_grader", "build_practice", "data_folder", "look_about"]
