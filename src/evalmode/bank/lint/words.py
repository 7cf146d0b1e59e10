"""Words as they are said and as they are compared."""

from __future__ import annotations

import re

WORDS_PER_SECOND = 2.5
"""A calm speaker's pace: 150 words a minute."""

_MATHS = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
_SILENT = re.compile(r"\\(left|right|mathrm|mathbf|mathcal|text|operatorname|begin|end|quad|,|;|!|\\)")
_SAID = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FORMULA_SIGN = re.compile(r"[=<>≤≥≈∝→^/+*|()\[\]]")
_COMPARED = re.compile(r"[^\w\s=<>≤≥≈∝→^/+*|()\[\]-]")
_ARTICLES = {"a", "an", "the"}


def spoken_words(markdown: str) -> int:
    r"""How many words a text has when it is read aloud.

    A hyphenated or dotted expression is one word. In a formula every name, number and command such as ``\sum`` counts.
    """
    formulas = 0

    def set_aside(match: re.Match[str]) -> str:
        nonlocal formulas
        formulas += len(_SAID.findall(_SILENT.sub(" ", match[1] or match[2])))
        return " "

    prose = _MATHS.sub(set_aside, markdown)
    return formulas + sum(1 for word in prose.split() if _SAID.search(word))


def has_formula(phrase: str) -> bool:
    """Whether a phrase says something in signs rather than words."""
    return _FORMULA_SIGN.search(phrase) is not None


def comparable(phrase: str) -> str:
    """The phrase without what makes no difference: case, articles, spaces and punctuation that is no formula."""
    words = _COMPARED.sub(" ", phrase.lower()).split()
    return " ".join(word for word in words if word not in _ARTICLES)
