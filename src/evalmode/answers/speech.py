"""How an answer was spoken: pace and fillers, from its transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FILLERS = re.compile(
    r"""\b(?: u+m+ | u+h+m* | e+r+m* | a+h+ | h+m+ | you\s+know | i\s+mean | kind\s+of | sort\s+of | basically | literally | actually
          | (?<=,\s)like(?=,) | (?<=\bum\s)like | (?<=\buh\s)like | (?<=\bso\s)like | (?<=\bis\s)like | (?<=\bjust\s)like | like(?=\s*,)
          | like(?=\s+(?:u+m+|u+h+|you\s+know)) | or\s+whatever | and\s+stuff )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_COMFORTABLE = (110.0, 170.0)
"""Words per minute of unhurried explanation (National Center for Voice and Speech: conversation is about 150)."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Figures of one spoken answer.

    Args:
        words: How many words were said, fillers included.
        words_per_minute: None where the time is not known or under three seconds.
        fillers: How often each filler was said, most frequent first.
        remark: One sentence for the candidate; empty where there is nothing to say.
    """

    words: int
    words_per_minute: float | None
    fillers: tuple[tuple[str, int], ...]
    remark: str


def speech_of(transcript: str, seconds: float | None) -> Speech:
    """Measure a transcript.

    Args:
        transcript: As the recogniser or the candidate wrote it.
        seconds: Time spoken, where it is known.
    """
    words = len(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", transcript))
    pace = round(60 * words / seconds, 1) if seconds is not None and seconds >= 3 and words else None
    counts: dict[str, int] = {}
    for match in _FILLERS.finditer(transcript):
        filler = re.sub(r"(.)\1+", r"\1", " ".join(match.group().lower().split()))
        counts[filler] = counts.get(filler, 0) + 1
    fillers = tuple(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
    return Speech(words, pace, fillers, _remark(words, pace, fillers))


def _remark(words: int, pace: float | None, fillers: tuple[tuple[str, int], ...]) -> str:
    parts = []
    if pace is not None and words >= 15:
        if pace > _COMFORTABLE[1]:
            parts.append(f"{pace:.0f} words a minute is fast; pause after each point.")
        elif pace < _COMFORTABLE[0]:
            parts.append(f"{pace:.0f} words a minute is slow; practise the first sentence until it comes by itself.")
    total = sum(count for _, count in fillers)
    if total >= 3 and total * 25 > words:
        parts.append(f"{total} fillers, most often “{fillers[0][0]}”; a silent pause sounds surer.")
    return " ".join(parts)
