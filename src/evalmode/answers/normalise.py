"""Text as typed, pasted or transcribed, brought to one plain form for comparison.

Nothing here is shown to anybody: evidence is always cut from the original answer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SYMBOLS = {
    "ᵀ": "^T", "⊤": "^T", "√": " sqrt ", "∑": " sum ", "Σ": " sum ", "×": " x ", "·": " * ", "⋅": " * ", "∗": "*", "−": "-",
    "–": "-", "—": " - ", "≤": " <= ", "≥": " >= ", "≠": " != ", "≈": " ~ ", "→": " -> ", "∂": " d ", "∇": " grad ",
    "∞": " infinity ", "∈": " in ", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "²": "^2", "³": "^3", "½": "1/2",
    "σ": "sigma", "μ": "mu", "θ": "theta", "λ": "lambda", "α": "alpha", "β": "beta", "γ": "gamma", "ε": "epsilon",
    "ϵ": "epsilon", "η": "eta", "τ": "tau", "π": "pi", "φ": "phi", "ℒ": "L",
}  # fmt: skip

_LATEX_WORDS = {
    "cdot": " * ", "times": " x ", "sum": " sum ", "prod": " prod ", "top": "T", "leq": " <= ", "le": " <= ",
    "geq": " >= ", "ge": " >= ", "neq": " != ", "approx": " ~ ", "to": " -> ", "rightarrow": " -> ", "infty": " infinity ",
    "partial": " d ", "nabla": " grad ", "mid": " | ", "quad": " ", "qquad": " ", "ldots": "...", "dots": "...",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "displaystyle": "", "in": " in ", "log": "log",
}  # fmt: skip
_LATEX_STYLES = re.compile(
    r"\\(?:mathrm|mathbf|mathbb|mathcal|text|operatorname|textbf|textit|boldsymbol|hat|bar|tilde)\b"
)
_FRACTION = re.compile(r"\\[dt]?frac\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{((?:[^{}]|\{[^{}]*\})*)\}")

# What recognisers make of the field's words, where no other reading is likely.
_SLIPS = (
    (r"rel(?:l)?[ -](?:you|u)|re[ -]?lu|ray[ -]?lou?|rell?you", "relu"),
    (r"gel[ -](?:you|u)|jell?[ -]?(?:you|u)|ge[ -]lu", "gelu"),
    (r"soft[ -](?:max|macs|marks)", "softmax"),
    (r"sig[ -](?:moid|moyd|moide)", "sigmoid"),
    (r"tan[ -](?:h|aitch|age)", "tanh"),
    (r"log[ -]its", "logits"),
    (r"log[ -]soft[ -]?max", "log-softmax"),
    (r"arg[ -](max|min)", r"arg\1"),
    (r"gradient dec[e]?nt", "gradient descent"),
    (r"(?:learning|learn) (?:great|raid)", "learning rate"),
    (r"(over|under)[ -]fit(s|ting|ted)?", r"\1fit\2"),
    (r"hyper[ -]parameter(s?)", r"hyperparameter\1"),
    (r"back[ -]prop(agat\w+)?", r"backprop\1"),
    (r"auto[ -](encoder|regressive|encoding)(s?)", r"auto\1\2"),
    (r"drop[ -]outs?", "dropout"),
    (r"(?:pie|pi|pay)[ -]torch", "pytorch"),
    (r"colonel (sizes?)", r"kernel \1"),
    (r"k ?v[ -]?(?:cash|cache)", "kv cache"),
    (r"adam[ -]w", "adamw"),
    (r"cross[ -](?:and|in)[ -]?tropy", "cross entropy"),
    (r"e[ -]poch(s?)", r"epoch\1"),
    (r"batch[ -]?norm(alization|alisation)?", "batchnorm"),
    (r"layer[ -]?norm(alization|alisation)?", "layernorm"),
    (r"no[ _-]grad", "no_grad"),
    (r"q ?k ?v", "q k v"),
)
_SLIP_PATTERNS = tuple((re.compile(rf"\b(?:{slip})\b"), right) for slip, right in _SLIPS)

_ACRONYMS = frozenset(
    "cnn rnn lstm gru gan vae gpt sgd mlp nlp mse bce gpu cpu ffn fid kl nll relu gelu lora bptt gnn rlhf dpo moe roc auc map".split()
)
_SPELLED = re.compile(r"\b(?:[a-z][ .]){1,4}[a-z]\b")


def normalise(text: str, vocabulary: Iterable[str] = ()) -> str:
    """The text in lower case and plain ASCII-like mathematics, LaTeX and slips of speech resolved.

    Args:
        text: As it came.
        vocabulary: Words of the question that a recogniser may have torn apart ("soft max", "drop out").
    """
    text = plain_mathematics(text)
    text = unicodedata.normalize("NFKC", text).lower()
    text = _SPELLED.sub(_join_spelled, text)
    for pattern, right in _SLIP_PATTERNS:
        text = pattern.sub(right, text)
    for pattern, word in _torn(tuple(vocabulary)):
        text = pattern.sub(word, text)
    return " ".join(text.split())


def plain_mathematics(text: str) -> str:
    r"""LaTeX and mathematical characters as plain text: ``\\frac{a}{b}`` becomes ``(a)/(b)``."""
    for symbol, plain in _SYMBOLS.items():
        if symbol in text:
            text = text.replace(symbol, plain)
    if "\\" in text:
        text = _LATEX_STYLES.sub("", text)
        for _ in range(4):  # nested fractions and roots, innermost first
            text = _FRACTION.sub(r"(\1)/(\2)", _ROOT.sub(r"sqrt(\1)", text))
        text = re.sub(r"\\([A-Za-z]+)", lambda match: _LATEX_WORDS.get(match.group(1), match.group(1)), text)
        text = re.sub(r"\\(.)", r"\1", text)
    text = re.sub(r"([_^])\s*\{([^{}]*)\}", lambda match: match.group(1) + _braced(match.group(2)), text)
    text = re.sub(r"\{([^{}]*)\}", lambda match: _braced(match.group(1)), text)
    text = re.sub(r"\b(sum|prod) (?=_)", r"\1", text)
    return text.replace("$", "").replace("`", "")


def _braced(inner: str) -> str:
    return inner if re.fullmatch(r"\w+|\w", inner) else f"({inner})"


def _join_spelled(match: re.Match[str]) -> str:
    """Letters that spell an acronym, but not an article before them: "a c n n" is a CNN."""
    letters = re.findall("[a-z]", match.group())
    for first in (0, 1):
        joined = "".join(letters[first:])
        if joined in _ACRONYMS:
            return " ".join([*letters[:first], joined])
    return match.group()


@lru_cache(maxsize=512)
def _torn(vocabulary: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns that find a word of the vocabulary written in two or three pieces."""
    patterns = []
    for word in vocabulary:
        plain = word.lower().strip()
        if re.fullmatch(r"[a-z]{5,}", plain):
            pieces = "[ -]?".join(plain)
            patterns.append((re.compile(rf"\b(?!{plain}\b){pieces}\b"), plain))
    return tuple(patterns)
