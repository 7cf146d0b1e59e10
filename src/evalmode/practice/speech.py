"""How an answer was said: its length, its pace and its fillers. None of it is ever part of the score."""

from __future__ import annotations

import re

from evalmode.practice.values import Speech

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_FILLER = re.compile(
    r"\b(?:u+h+m*|u+m+|e+r+m*|h+m+|you know|i mean|basically|literally"
    r"|(?<!\ba )(?<!\bthe )(?<!\bone )(?<!\bthis )(?<!\bthat )(?<!\bany )(?<!\bwhat )(?:kind|sort) of)\b",
    re.IGNORECASE,
)
_MIN_SECONDS = 1.0


def count_words(text: str) -> int:
    """How many words a text has; ``isn't`` and ``cross-entropy`` are one each."""
    return len(_WORD.findall(text))


def words_per_minute(words: int, seconds: float) -> float | None:
    """The pace, or None where there is nothing to measure."""
    return round(words * 60 / seconds, 1) if words and seconds >= _MIN_SECONDS else None


def describe_speech(text: str, seconds: float, *, spoken: bool) -> Speech:
    """Measure an answer.

    Args:
        text: What was said.
        seconds: Time taken.
        spoken: Whether it is a transcript; nobody types fillers, so only then are they counted.
    """
    words = count_words(text)
    fillers = [match.group().lower() for match in _FILLER.finditer(text)] if spoken else []
    return Speech(
        words=words,
        words_per_minute=words_per_minute(words, seconds),
        fillers=len(fillers),
        filler_words=tuple(dict.fromkeys(fillers)),
    )
