"""Formulas cut into tokens: Unicode, LaTeX and plain spellings give the same ones."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["FUNCTIONS", "tokens_of"]

FUNCTIONS = {
    "softmax": "softmax", "sigmoid": "sigmoid", "sigm": "sigmoid", "logistic": "sigmoid", "σ": "sigmoid",
    "tanh": "tanh", "relu": "relu", "gelu": "gelu", "silu": "silu", "swish": "silu", "exp": "exp",
    "log": "log", "ln": "log", "max": "max", "min": "min", "sqrt": "√", "√": "√", "layernorm": "norm",
    "norm": "norm", "rmsnorm": "rmsnorm", "batchnorm": "bn", "bn": "bn", "mha": "attention",
    "attn": "attention", "attention": "attention", "selfattention": "attention", "multihead": "attention",
    "msa": "attention", "sa": "attention", "ffn": "ffn", "mlp": "ffn", "ff": "ffn", "feedforward": "ffn",
    "kl": "kl", "bce": "bce", "ce": "ce", "mse": "mse", "concat": "concat", "cat": "concat", "mean": "mean",
    "e": "expectation", "dropout": "dropout", "gap": "gap", "sublayer": "f",
}  # fmt: skip
"""Names that are applied to what follows, in small letters, and the name by which they are compared."""
_MARKS = {
    "∘": "⊙", "*": "⊙", "·": "⊙", "⋅": "⊙", "×": "⊙", "⊗": "⊙", "∗": "⊙", "⨀": "⊙", "⊕": "+", "−": "-",
    "–": "-", "—": "-", "ᵀ": "^T", "⊤": "^T", "′": "'", "’": "'", "←": "=", ":=": "=", "≔": "=", "≡": "=",
    "ϵ": "ε", "ℒ": "L", "𝔼": "E", "…": " ", "²": "^2", "³": "^3", "⁻": "^-", "‖": "|",
}  # fmt: skip
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-aehijklmnoprstuvx", strict=True))
_GREEK = {
    "sigma": "σ", "mu": "μ", "epsilon": "ε", "varepsilon": "ε", "eps": "ε", "alpha": "α", "beta": "β",
    "gamma": "γ", "theta": "θ", "phi": "φ", "varphi": "φ", "lambda": "λ", "tau": "τ", "alphabar": "α~",
}  # fmt: skip
_LATEX = {
    "odot": "⊙", "circ": "⊙", "cdot": "⊙", "times": "⊙", "otimes": "⊙", "oplus": "+", "top": "T",
    "intercal": "T", "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "quad": " ",
    "leftarrow": "=", "sqrt": "√", "mid": "|",
}  # fmt: skip
_STYLES = re.compile(
    r"\\(?:mathrm|mathbf|mathbb|mathcal|mathit|text|textrm|textbf|operatorname|boldsymbol|bm)\b\s*\*?\s*(?:\{([^{}]*)\})?"
)
_ACCENTS = re.compile(r"\\(?:tilde|widetilde|hat|widehat|bar|overline)\s*\{?\s*(\\?[A-Za-z]+)\s*\}?")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[^\W\d_]\w*~?(?:_\([^()]*\)|_\w+)?'*|[-+⊙/^=|(),;√\[\]<>~])")
_WEIGHT = re.compile(r"[WUVbw][a-z0-9]{1,2}")


class NotAFormulaError(ValueError):
    """The text holds characters that no formula has."""


def tokens_of(text: str) -> list[str]:
    """The tokens of a formula: numbers, names with their subscripts, and signs.

    Raises:
        NotAFormulaError: There is something in it that no formula has.
    """
    text = _plain(text)
    found, place = [], 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            if text[place:].strip():
                raise NotAFormulaError(text[place:])
            break
        found += _split(match.group(1))
        place = match.end()
    return found


def _plain(text: str) -> str:
    text = re.sub("[₀-₉₊₋ₐ-ₜᵢᵣᵤᵥⱼ]+", _lowered, text)
    text = text.replace("$", "").replace("`", "")
    if "\\" in text:
        text = _ACCENTS.sub(r"\1~", _STYLES.sub(lambda style: style.group(1) or "", text))
        for _ in range(3):
            text = _FRACTION.sub(r"((\1)/(\2))", text)
        text = re.sub(r"\\([A-Za-z]+)", lambda word: f" {_LATEX.get(word.group(1), word.group(1))} ", text)
        text = re.sub(r"\\.", " ", text)
    text = "".join("~" if unicodedata.combining(each) else each for each in unicodedata.normalize("NFD", text))
    for mark, plain in _MARKS.items():
        text = text.replace(mark, plain)
    text = re.sub(r"\s+(?=[~_^])|(?<=[_^])\s+", "", text)
    text = re.sub(r"_\{([^{}]*)\}|_\(([^()]*)\)", _subscript, text)
    text = re.sub(r"\^\{?\s*T\s*\}?", "^T", text)
    text = re.sub(r"\.T\b", "^T", text)
    return text.replace("{", "(").replace("}", ")").rstrip(" .,;")


def _lowered(match: re.Match[str]) -> str:
    return f"_{{{''.join(_SUBSCRIPTS.get(each, each) for each in match.group())}}}"


def _subscript(match: re.Match[str]) -> str:
    inner = re.sub(
        r"\W", lambda sign: {"-": "m", "+": "p"}.get(sign.group(), ""), match.group(1) or match.group(2) or ""
    )
    return f"_{inner}"


def _split(token: str) -> list[str]:
    """``QK`` is Q times K and ``Wx`` is W times x; names that are known stay whole."""
    bare = token.lower()
    if bare in _GREEK:
        return [_GREEK[bare]]
    whole = (
        not token.isalpha()
        or len(token) == 1
        or len(token) > 3
        or bare in FUNCTIONS
        or bare in {"std", "rec", "res", "old", "new"}
    )
    if whole or (_WEIGHT.fullmatch(token) and token[1:] not in {"x", "h", "z"}):
        return [token]
    return list(token) if token[0].isupper() or token[-1].isupper() else [token]
