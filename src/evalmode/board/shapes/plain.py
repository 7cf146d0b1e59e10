"""Labels in plain characters: LaTeX, sub- and superscripts, the many signs for multiplication."""

from __future__ import annotations

import re
import unicodedata

from evalmode.board.shapes.words import is_size_word

__all__ = ["plain_label"]

_SUPERSCRIPTS = dict(
    zip(
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᐟ⸍ᐧ",
        "0123456789+-()ABDEGHIJKLMNOPRTUVWabcdefghijklmnoprstuvwxyz//·",
        strict=True,
    )
)
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx", strict=True))
_RAISED = re.compile(f"[{''.join(_SUPERSCRIPTS)}]+")
_LOWERED = re.compile(f"[{''.join(_SUBSCRIPTS)}]+")
_STYLES = re.compile(
    r"\\(?:mathrm|mathbf|mathbb|mathcal|mathit|mathsf|text|textrm|textbf|textit|operatorname|boldsymbol|bm|rm)\b\s*"
    r"(?:\{([^{}]*)\})?"
)
_SPACED = re.compile(r"(?<![A-WYZa-wyz0-9_+*·] )(?<![\w.])([\w'/]+) [xX] (?=([\w'/]+)(?! ?[*=]| \+|\+(?![\dA-Z]\b)))")
_GLUED = re.compile(r"(?<![\w.])[\w/()+*·^'-]+(?:[x×][\w/()+*·^'-]+)+(?![\w.])")
_PIECE = re.compile(r"\d*(?:[A-Za-wyz](?:_?\d|_[a-z]+|')?)?(?:\^\d)?(?:[/·*+-](?:\d+|[A-Za-wyz](?:\^\d)?))*|\([^()]*\)")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_WORDS = {
    "times": "×", "cdot": "·", "in": "∈", "to": "→", "rightarrow": "→", "sim": "~", "lfloor": "⌊",
    "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "left": "", "right": "", "ldots": "…", "dots": "…",
    "cdots": "…", "top": "⊤", "quad": " ", "qquad": " ", "langle": "(", "rangle": ")", "lbrace": "{",
    "rbrace": "}", "big": "", "Big": "", "bigl": "", "bigr": "", "sqrt": "√",
}  # fmt: skip
_CHARACTERS = str.maketrans({
    "✕": "×", "⨯": "×", "╳": "×", "✖": "×", "⨉": "×", "х": "×", "⋅": "·", "∙": "·", "•": "·", "∗": "*",
    "−": "-", "–": "-", "—": "-", "‑": "-", "⟨": "(", "⟩": ")", "〈": "(", "〉": ")", "【": "[", "】": "]",
    "∕": "/", "⁄": "/", "÷": "/", "’": "'", "′": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ",
    "\u2009": " ", "\u202f": " ", "\u200b": "", "∊": "∈", "⟶": "→", "⇒": "→", "➔": "→", "➜": "→", "↦": "→",
    "∼": "~",
})  # fmt: skip

_PLANE = re.compile(r"(?<![\w·×/^])(\d{1,3})\^2\s?·\s?(\d+)(?![\w·×/^])")
"""A square map with its channels: ``56²·256``."""


def plain_label(text: str) -> str:
    r"""The label with LaTeX and typography resolved: ``ℝ^{B \times T}`` becomes ``R^{B × T}``; lines are kept."""
    text = _RAISED.sub(_raised, text)
    text = _LOWERED.sub(lambda match: "_" + "".join(_SUBSCRIPTS[character] for character in match.group()), text)
    text = text.translate(_CHARACTERS)
    if "\\" in text:
        text = _latex(text)
    text = text.replace("ℝ", "R").replace("ℤ", "Z").replace("𝔹", "{0,1}").replace("$", "").replace("`", "")
    text = "".join(
        unicodedata.normalize("NFKC", character) if character not in "⊤…×" else character for character in text
    )
    text = re.sub(r"_\s*\{([^{}]*)\}", lambda match: "_" + re.sub(r"[\s,]+", "", match.group(1)), text)
    text = re.sub(r"(?<=\d)\s?[xX]\s?(?=\d)", "×", text)
    text = _PLANE.sub(r"\1×\1×\2", text)
    text = _SPACED.sub(_spaced, text)
    text = _GLUED.sub(_crossed, text)
    return text.replace("...", "…").replace("->", "→").replace("=>", "→")


def _crossed(match: re.Match[str]) -> str:
    """``BxTxd`` with crosses, where all between them are sizes."""
    run = match.group()
    pieces = re.split("[x×]", run)
    return "×".join(pieces) if all(_PIECE.fullmatch(piece) or is_size_word(piece) for piece in pieces) else run


def _spaced(match: re.Match[str]) -> str:
    """``B x 3 x 224`` with crosses, where what stands on both sides are sizes."""
    sides = match.group(1), match.group(2)
    sizes = all(side.isdigit() or is_size_word(re.split("/", side)[0].lstrip("0123456789") or "d") for side in sides)
    return f"{match.group(1)}×" if sizes else match.group()


def _raised(match: re.Match[str]) -> str:
    """``²`` is a power, ``ᴮˣᵀˣᵈ`` a list of sizes, ``ᵀ`` a transpose."""
    run = match.group()
    plain = "".join(_SUPERSCRIPTS[character] for character in run)
    if plain == "T":
        return "⊤" if match.string[: match.start()][-1:] not in {"R", "ℝ"} else "^{T}"
    if "x" in plain[1:-1]:
        plain = plain.replace("x", "×")
    return f"^{plain}" if plain.isdigit() else f"^{{{plain}}}"


def _latex(text: str) -> str:
    text = _STYLES.sub(lambda style: style.group(1) or "", text)
    for _ in range(3):  # nested fractions, innermost first
        text = _FRACTION.sub(r"(\1)/(\2)", text)
    text = re.sub(r"\\([A-Za-z]+)\s?", lambda match: _WORDS.get(match.group(1), match.group(1)), text)
    return re.sub(r"\\(.)", r"\1", text)
