"""Lists of phrases, as they stand in ``phrases/``, and finding them in words as people say and type them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "phrases"


@cache
def phrases(name: str) -> re.Pattern[str]:
    """A pattern for any phrase of a list; transcripts often have no apostrophes, so these may be left out.

    Args:
        name: Of the file, without its ending.
    """
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return re.compile("|".join(_pattern(phrase) for phrase in sorted(listed)), re.IGNORECASE)


def find(name: str, text: str) -> re.Match[str] | None:
    """The first phrase of a list in a text; its place is that in the text as it was given."""
    return phrases(name).search(plain(text))


def says(name: str, text: str) -> bool:
    """Whether a text has any phrase of a list."""
    return find(name, text) is not None


def plain(text: str) -> str:
    """The text with the typewriter's apostrophe, character by character as long as it was."""
    return text.replace("’", "'").replace("‘", "'")


def _pattern(phrase: str) -> str:
    body = r"\s+".join(re.escape(word).replace("'", "'?") for word in phrase.rstrip("*").split())
    before = r"(?<![\w-])" if phrase[0].isalnum() else ""
    after = r"\w*" if phrase.endswith("*") else r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + body + after
