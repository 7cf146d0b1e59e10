"""The gates of recurrent cells: a role and a non-linearity in one label, such as ``forget σ``, ``σ (i)``, ``tanh cand.``."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.vocabulary.plain import unaccented

__all__ = ["read_gate", "read_gated"]

_SIGMA = re.compile(r"σ|Γ|\bsigmoid|\bsigm?\b|\blogistic|(?<![-\d.])\b0\s?(?:\.\.+|…|-|to|,)\s?1\b", re.IGNORECASE)
_GATE = re.compile(r"gat(?:e|ing)|\b(?:door|valve|tap|switch|filter|lock|tor|porte)\b")
_JOINED = re.compile(r"^(?:\s*[⊙×*∘⊗+·]|(?:[^=]*=)?\s*o(?:_\{?t\}?)? tanh ?\(? ?[cC])")
"""No gate, but what is done with one: ``⊙ f``, ``o tanh(c)``."""
_OTHERS = (
    ("tanh", re.compile(r"\btan ?h|(?<![a-z])tanh|\bsquash|-\s?1\s?(?:\.\.+|…|to|,)\s?\+?1\b", re.IGNORECASE)), ("relu", re.compile(r"\brelu\b", re.IGNORECASE)),
    ("softmax", re.compile(r"\bsoftmax\b", re.IGNORECASE)), ("gelu", re.compile(r"\bgelu\b", re.IGNORECASE)),
)  # fmt: skip
_ROLES = {
    "lstm-cell": (
        ("g", re.compile(r"\bcand|\bnew\b|\bmodulation|\bproposal|\bkandidat|\bcell (?:gate|input|update|cand)|\bupdate\b|\bcontent\b|\bblock input")),
        ("f", re.compile(r"\bforget|\bkeep\b|\bvergess|\boubli|\berase")),
        ("i", re.compile(r"\binput|\bwrite\b|\beinga|\bentree|\badd gate|\bin gate")),
        ("o", re.compile(r"\boutput|\bread\b|\bausga|\bsortie|\bout\b|\bexpos")),
    ),
    "gru-cell": (
        ("g", re.compile(r"\bcand|\bnew\b|\bkandidat|\bproposal|\bcontent\b|\bmemory")),
        ("z", re.compile(r"\bupdate|\baktualis|\bmise a jour")),
        ("r", re.compile(r"\breset|\brelevance|\bruck|\breinit")),
    ),
}  # fmt: skip
_LETTERS = {"lstm-cell": "fiog", "gru-cell": "zrnhg"}
_GATE_OF = {"f": "forget", "i": "input", "o": "output", "z": "update", "r": "reset"}
_LETTER = re.compile(
    r"(?:^|[\s(\[:,=_^{]|Γ_?|W_?\{?)(?P<letter>[a-zA-Z])(?P<hat>[\u0302\u0303~'])?(?:_\{?t\}?)?(?=$|[\s)\]:,=}·]|\()"
)


def read_gate(text: str, architecture: str) -> tuple[Op, str] | None:
    """The operation of a gate's label and the letter of its role; nothing if the label is no gate's.

    A role with σ is a gate, the candidate with tanh the candidate; any other non-linearity is taken at its word, so that
    a gate drawn with tanh stays one.
    """
    roles = _ROLES.get(architecture)
    if roles is None or len(text) > 90:
        return None
    if _JOINED.match(text):
        return None
    text = text.replace("_", " ") if "{" not in text else text
    words = unaccented(text.replace("σ", " σ ")).lower()
    gate = bool(_GATE.search(words))
    function = "sigmoid" if _SIGMA.search(text) else next((name for name, form in _OTHERS if form.search(text)), "")
    role = next((letter for letter, form in roles if form.search(words)), "") if function or gate else ""
    if role == "g" and function == "sigmoid" and re.search(r"\bupdate\b", words) and architecture == "lstm-cell":
        role = "i"
    if not role and function:
        role = _letter(text, architecture)
    if not role or (not function and not gate and "cand" not in words):
        return None
    if not function:
        function = "tanh" if role == "g" else "sigmoid"
        alone = True
    else:
        alone = gate or "cand" in words
    if function == "sigmoid" and role in _GATE_OF:
        return (Op("gate", (("role", _GATE_OF[role]),)), role) if alone else (Op("sigmoid"), role)
    if function == "tanh" and role == "g":
        return (Op("candidate"), role) if alone else (Op("tanh"), role)
    return Op(function), role


def _letter(text: str, architecture: str) -> str:
    letters = _LETTERS[architecture]
    for match in _LETTER.finditer(re.sub(r"tanh|sigmoid|relu", " ", text.replace("σ", " ").replace("tanh", " "))):
        letter = match["letter"].lower()
        if match["hat"] and letter in "ch":
            return "g"
        if letter in {"n", "h"} and architecture == "gru-cell":
            return "g"
        if letter == "u":
            return "i" if architecture == "lstm-cell" else "z"
        if letter in letters:
            return letter
    return ""


def read_gated(text: str, architecture: str) -> tuple[tuple[Op, ...], tuple[tuple[int | str, ...], ...]] | None:
    """A gate and what it multiplies in one label: ``input gate σ ⊙ tanh candidate``, ``output gate * tanh(c)``."""
    parts = re.split(r"\s*[⊙⊗×*∘]\s*", text)
    if architecture not in _ROLES or len(parts) != 2 or re.search(r"[WU]_", text):
        return None
    gates = [read_gate(part, architecture) for part in parts]
    if gates[0] is None or gates[0][0].kind not in {"gate", "sigmoid"}:
        return None
    own = Op("gate", (("role", _GATE_OF[gates[0][1]]),)) if gates[0][1] in _GATE_OF else gates[0][0]
    state = re.fullmatch(
        r"\s*tanh\s*\(?\s*(?:[cC](?:ell)?(?:[ _]state)?)?(?:_\{?t\}?)?\s*\)?\s*", parts[1], re.IGNORECASE
    )
    if state:
        return (own, Op("tanh"), Op("multiply")), (("",), ("c",), (0, 1))
    if gates[1] is not None and gates[1][1] == "g":
        return (own, Op("candidate"), Op("multiply")), (("",), ("",), (0, 1))
    value = re.fullmatch(
        r"\s*(?:old |prev(?:ious)? )?(c)(?:ell)?(?: state)?(?:_\{?\w+(?:-1)?\}?)?\s*", parts[1], re.IGNORECASE
    )
    return ((own, Op("multiply")), (("",), (0, "c"))) if value else None
