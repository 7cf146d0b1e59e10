"""Grading prose: what an answer in words did with each key point of a question."""

from evalmode.answers.embedded import EmbeddedGrader
from evalmode.answers.port import Grader

__all__ = ["EmbeddedGrader", "Grader"]
