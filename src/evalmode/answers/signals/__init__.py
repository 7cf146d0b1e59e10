"""What is to be told about how an answer was given: no reason, a guess told as a fact, rambling."""

from evalmode.answers.signals.noticing import habits

__all__ = ["habits"]
