"""Words that are tied to what they are about, and are no part of the drawing's flow."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.reading.directions import heads_of
from evalmode.board.reading.ends import Terminal
from evalmode.board.reading.kinds import is_equation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from evalmode.board.drawing import Flow
    from evalmode.board.reading.elements import Element
    from evalmode.board.reading.sheet import Sheet

__all__ = ["Tie", "find_remarks", "find_ties"]

LONG_WORDS = 40
SHORT_WORDS = 14
WORDS_OF_A_REMARK = 6
POINTING = re.compile(
    r"!|\b(?:no|not|never|here|this|these|without|only|because|why|keep|note|important|nb|hier|ici)\b", re.IGNORECASE
)
"""What a remark says about the place that a dashed arrow points to: ``no ReLU here``."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between words and what they are about."""

    stroke: str
    text: str
    about: Terminal


def find_ties(sheet: Sheet, ends: Mapping[str, tuple[Terminal, Terminal]], flow: Flow) -> Iterator[Tie]:
    """Lines without heads that lead from words to something, in a drawing whose arrows have heads."""
    headed = {name for name, stroke in sheet.strokes.items() if any(heads_of(stroke))}
    headless = len(sheet.strokes) - len(headed)
    met = {end.id for name in headed for end in ends[name] if end.kind == "text"}
    for name, pair in ends.items():
        if name in headed:
            continue
        loose = [end for end in pair if end.kind == "text" and end.id not in met]
        if not loose or pair[0].id == pair[1].id:
            continue
        noted = max(loose, key=lambda end: len(sheet.texts[end.id].text))
        words = sheet.texts[noted.id].text
        about = pair[1] if pair[0] is noted else pair[0]
        if len(words) > LONG_WORDS or (len(headed) >= headless and not _feeds(sheet.strokes[name], words, flow)):
            yield Tie(name, noted.id, about)


def _feeds(stroke: Element, words: str, flow: Flow) -> bool:
    """Whether a line from words may well be their way into the drawing: a few words, and a line along the flow."""
    width, height = stroke.rect.width, stroke.rect.height
    return len(words) <= SHORT_WORDS and (height > 2 * width if flow in {"up", "down"} else width > 2 * height)


def find_remarks(sheet: Sheet, links: Iterable[tuple[str, str, str]]) -> list[Tie]:
    """Whole sentences at one end of an arrow whose other end has arrows enough without it.

    Args:
        sheet: The scene.
        links: Stroke, source and target of every connection.
    """
    known = list(links)
    fed = Counter(target for _, _, target in known)
    feeding = Counter(source for _, source, _ in known)
    found = []
    for stroke, source, target in known:
        dashed = sheet.strokes[stroke].dashed
        if _is_remark(sheet, source, dashed=dashed) and not fed[source] and feeding[source] == 1 and fed[target] > 1:
            found.append(Tie(stroke, source, Terminal("box", target)))
        elif (
            _is_remark(sheet, target, dashed=dashed)
            and not feeding[target]
            and fed[target] == 1
            and feeding[source] > 1
        ):
            found.append(Tie(stroke, target, Terminal("box", source)))
    return found


def _is_remark(sheet: Sheet, name: str, *, dashed: bool) -> bool:
    """Whether free words are a sentence: half a dozen words, fewer that point, and no equation, which may be a loss."""
    text = sheet.texts.get(name)
    if text is None or is_equation(text.text):
        return False
    words = len(re.findall(r"[^\W\d_]{2,}", text.text))
    return words >= WORDS_OF_A_REMARK or (dashed and words > 1 and POINTING.search(text.text) is not None)
