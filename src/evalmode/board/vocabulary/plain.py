"""Labels in plain characters: LaTeX, sub- and superscripts, accents, and the keys under which words are looked up."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain", "squash", "symbol_key", "unaccented"]

_SUPERSCRIPTS = dict(
    zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᴮᴰᴴᴷᴺᴿᵀᵂᵠᵈᶠᶜᵒᵍᵏᵛʰⁱⁿˡʳᵗˣᵇ", "0123456789+-()BDHKNRTWQdfcogkvhinlrtxb", strict=True)
)
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵩᵧᵦ", "0123456789+-=()aehijklmnoprstuvxφγβ", strict=True))
_RAISED = re.compile(f"[{''.join(_SUPERSCRIPTS)}]+")
_LOWERED = re.compile(f"[{''.join(_SUBSCRIPTS)}]+")
_STYLES = re.compile(
    r"\\(?:mathrm|mathbf|mathbb|mathcal|mathit|text|textrm|textbf|operatorname|boldsymbol|bm)\s*\{([^{}]*)\}"
)
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(
    r"(?:(?P<of>\b[A-Za-z]\w*)|(?P<all>\([\w/ ]+\)))\s*(?:\*\*|\^)\s*[{(]*(?P<minus>-?)\s*(?:0?\.5|1/2|½)[)}]*"
)
"""A power of one half: ``d_k ** -0.5``."""
_HATS = re.compile(r"\\(hat|tilde|bar|widehat|widetilde|overline)\s*\{?\s*([A-Za-z])\}?")
_MARKS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0304",
}
_LATEX = {
    "sigma": "σ", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "times": "×", "cdot": "·", "circ": "∘", "ast": "*", "mu": "μ",
    "epsilon": "ε", "varepsilon": "ε", "alpha": "α", "beta": "β", "theta": "θ", "phi": "φ", "varphi": "φ", "tau": "τ",
    "nabla": "∇", "sum": "Σ", "to": "→", "rightarrow": "→", "Rightarrow": "→", "sim": "~", "in": "∈", "sqrt": "√",
    "top": "^T", "mid": "|", "infty": "∞", "Sigma": "Σ", "leftarrow": "←", "lVert": "||", "rVert": "||", "Vert": "||",
    "psi": "ψ", "lambda": "λ", "Vec": "", "vec": "", "left": "", "right": "", "quad": " ", "qquad": " ", "big": "", "Big": "",
}  # fmt: skip
_CHARACTERS = str.maketrans({
    "−": "-", "–": "-", "—": "-", "‑": "-", "∼": "~", "˜": "~", "‖": "||", "∥": "||", "ϵ": "ε", "∊": "∈", "⟶": "→", "⇒": "→",
    "➔": "→", "➜": "→", "➝": "→", "↦": "→", "⟹": "→", "►": "→", "▶": "→", "’": "'", "′": "'", "‘": "'", "“": '"', "”": '"',
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": "", "µ": "μ", "∑": "Σ", "⨁": "⊕", "⨂": "⊗", "⨀": "⊙", "✕": "×", "✖": "×",
    "⨯": "×", "╳": "×", "⊤": "^T", "ℒ": "L", "𝓛": "L", "𝒩": "N", "𝔼": "E", "ℝ": "R", "（": "(", "）": ")", "，": ",", "：": ":", "＋": "+", "÷": "÷",
    "∙": "·", "⋅": "·", "•": "·", "∗": "*", "\t": " ", "\r": "",
})  # fmt: skip
_GROUPED = re.compile(
    r"\b(\d+) ?(?:q|query|queries)(?: ?heads?)?\b[ ,;/|:·+&\n]{0,3}(?:and )?(\d+) ?(?:kv|k/v|key[-/ ]values?)\b(?: ?heads?\b| ?groups?\b)?",
    re.IGNORECASE,
)
"""Heads of queries beside those of keys and values: ``32 q / 8 kv``."""
_DIGITS = {"one": "1", "three": "3", "five": "5", "seven": "7"}
_BY = re.compile(r"(?<!\w)(\d+|one|three|five|seven)[ -]by[ -](\d+|one|three|five|seven)(?!\w)", re.IGNORECASE)


def plain(text: str) -> str:
    r"""The label with LaTeX and typography resolved, its lines kept: ``\sigma(W h_{t−1})`` becomes ``σ(W h_{t-1})``."""
    text = _RAISED.sub(lambda match: _script("^", _SUPERSCRIPTS, match.group()), text)
    text = _LOWERED.sub(lambda match: _script("_", _SUBSCRIPTS, match.group()), text)
    text = text.translate(_CHARACTERS)
    if "\\" in text:
        text = _latex(text)
    text = unicodedata.normalize("NFC", text.replace("$", ""))
    text = re.sub(r"\b([xhcCHzyofigr])\((t(?: ?[-+] ?1)?)\)", r"\1_{\2}", text)
    text = re.sub(r"\b([A-Za-z])~(?=\s*(?:$|[_=∈:,)\n]))", "\\1\u0303", text)
    text = re.sub(r"([_^])\(([^()\s]{1,8})\)", r"\1{\2}", text)
    text = re.sub(r"\b(?:self_attn|attn|mlp|ffn|self|model)\.(?=[A-Za-z])", "", text)
    text = re.sub(r"(?<=[=(,])(\s*)\(\s*([1-9])\s*,\s*\2\s*\)", r"\1\2x\2", text)
    text = re.sub(r"\b([A-Za-z])(?:\^\{?)?<\s*(t(?: ?[-+] ?1)?)\s*>\}?", r"\1_{\2}", text)
    text = re.sub(r"\b([Cc]onv)(\d)x\2-(\d{2,4})\b", r"\1 \2x\2, \3", text)
    text = re.sub(r"\.T\b|\.transpose\([^()]*\)", "^T", text.replace("^^", "^").replace("^{^T}", "^T"))
    text = re.sub(r"\b(?:math|np|torch)\.(?=sqrt\b)", "", text)
    text = _ROOT.sub(lambda match: ("1/√" if match["minus"] else "√") + (match["of"] or match["all"]), text)
    text = re.sub(
        r"\b(?:concat\w*|cat)\s*\(\s*\[?\s*(?:heads?|h|z|o)_?\{?[1i]\b[^()]*\)",
        "merge heads ",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"(?<=[\dC]) ?// ?(?=(?:\d+|r)\b(?! ?[×x]))", "/", text)
    text = re.sub(r"\b([Cc]onv) ?\(\s*([1357])\s*,\s*\2\s*\)", r"\1 \2x\2", text)
    text = _GROUPED.sub(r"\1 q heads, \2 kv heads", text)
    text = _BY.sub(
        lambda match: f"{_DIGITS.get(match[1].lower(), match[1])}x{_DIGITS.get(match[2].lower(), match[2])}", text
    )
    text = re.sub(r"(?<=\d)( ?)X( ?)(?=\d)", r"\1x\2", text)
    text = re.sub(r"\b([Cc]onv)([1357])-(\d{2,4})\b", r"\1 \2x\2, \3", text)
    text = re.sub(r"√\s*\{([^{}]*)\}", r"√(\1)", text)
    text = re.sub(r"[\[<](CLS|class|cls)[\]>]", r"\1", text)
    text = re.sub(r"[-=]+>", "→", text)
    return re.sub(r"\s*\n\s*→\s*|\s*→\s*\n\s*", " → ", text)


def unaccented(text: str) -> str:
    """The text without accents: for looking up words, never symbols."""
    if text.isascii():
        return text
    return "".join(
        character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
    )


def squash(text: str) -> str:
    """The key of a phrase: small letters and digits only, so that ``Layer-Norm`` and ``layernorm`` are one."""
    return "".join(
        character
        for character in unaccented(text.replace("Σ", "sum")).lower()
        if character.isalnum() or character == "&"
    )


def symbol_key(text: str) -> str:
    """The key of a mark: plain, without spaces and braces, case kept."""
    return re.sub(r"[\s{}]", "", plain(text)).rstrip(":;.,") or text.strip()


def _script(mark: str, table: dict[str, str], run: str) -> str:
    letters = "".join(table[character] for character in run)
    return f"{mark}{letters}" if len(letters) == 1 or letters.isdigit() else f"{mark}{{{letters}}}"


def _latex(text: str) -> str:
    for _ in range(3):  # nested groups, innermost first
        text = _STYLES.sub(r"\1", text)
        text = _FRACTION.sub(r"(\1)/(\2)", text)
    text = _HATS.sub(lambda match: match.group(2) + _MARKS[match.group(1)], text)
    return re.sub(r"\\([A-Za-z]+)", lambda match: _LATEX.get(match.group(1), match.group(1)), text).replace("\\", "")
