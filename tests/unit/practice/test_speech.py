"""How it was said: counted, never graded."""

from __future__ import annotations

import pytest

from evalmode.practice.speech import count_words, describe_speech, words_per_minute


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("  \n", 0), ("cross-entropy isn't the loss", 4), ("p = softmax(z)", 3), ("注意力 機制", 2), ("…!", 0)],
)
def test_words(text: str, words: int):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "fillers"),
    [
        ("um, so, uh, you know, it is basically a sum", ["um", "uh", "you know", "basically"]),
        ("Ummm UH erm hmm", ["ummm", "uh", "erm", "hmm"]),
        ("it is kind of noisy, a kind of noise", ["kind of"]),
        ("this sort of thing", []),
        ("the umbrella term, her error, human", []),
        ("I mean squared error", ["i mean"]),
    ],
)
def test_fillers(text: str, fillers: list[str]):
    found = describe_speech(text, 10, spoken=True)
    assert list(found.filler_words) == fillers
    assert found.fillers == len(fillers)


def test_nobody_types_fillers():
    assert describe_speech("um, uh", 10, spoken=False).fillers == 0


def test_pace():
    assert words_per_minute(50, 30) == 100
    assert words_per_minute(50, 0) is None
    assert words_per_minute(0, 30) is None
