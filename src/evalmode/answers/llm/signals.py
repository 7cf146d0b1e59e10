"""What a grade says of a model besides its verdicts: what left the machine, and why it did not judge."""

from __future__ import annotations

from evalmode.core import Signal

SENT = "sent-away"
"""Id of the signal that says what left the machine."""
INSTEAD = "judged-here-instead"
"""Id of the signal that says why the built-in grader judged."""


def sent_to(host: str) -> Signal:
    """Words left the machine."""
    return Signal(SENT, f"The question, its key points and your answer were sent to {host} to be judged there.")


def judged_here(why: str) -> Signal:
    """The model did not judge.

    Args:
        why: A sentence without its full stop.
    """
    return Signal(INSTEAD, f"{why}; the built-in grader judged this.")
