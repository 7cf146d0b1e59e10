"""Labels with a form of their own: losses, gates, formulas, weights, sums of embeddings, letters with a remark."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.adversarial import read_expected, read_game, read_loss, read_network, read_objective
from evalmode.board.vocabulary.formulas import Formula, read_formula
from evalmode.board.vocabulary.gates import read_gate, read_gated
from evalmode.board.vocabulary.naming import name_of, names_in
from evalmode.board.vocabulary.params import read_params
from evalmode.board.vocabulary.saying import Asked, Reading
from evalmode.board.vocabulary.special import (
    headed,
    read_distribution,
    read_embeddings,
    read_error,
    read_formal_loss,
    read_level,
    read_mix,
    read_prepended,
    read_sampling,
    read_scale,
)
from evalmode.board.vocabulary.spoken import read_words
from evalmode.board.vocabulary.states import CELLS, read_complement, read_state
from evalmode.board.vocabulary.wholes import reading_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["is_weight", "read_form"]

_WEIGHT = re.compile(
    r"^(?P<name>W_?\{?\^?\{?[A-Za-z0-9]{0,5}\}?|[WU]_\{?\w+\}?|W\^\{?\w+\}?|w_\w+|W[a-z]{1,2}|weights? W)(?:\s*[:(\n,]\s*(?P<rest>.*)|\s+(?P<more>\S.*))?$",
    re.DOTALL,
)
_SENTENCE = re.compile(r"\[MASK\].*\w{2}.*\w{2}|\w{2}.*\[MASK\].*\w{2}|\bCLS\b.+\[SEP\]")
_MEANT = re.compile(r"loss|cross|\bCE\b|predict|head|→|linear|mask \d|replace|embed|\d ?%", re.IGNORECASE)
_SUMMED_LOSSES = re.compile(
    r"\brec\w*[^+]*\+[^+]*KL|L_\{?rec\w*\}?[^+]*\+[^+]*KL|KL[^+]*\+[^+]*rec|(?:MSE|BCE|\|\|)[^+]*\+[^+]*KL",
    re.IGNORECASE,
)
_PREDICTED = re.compile(
    r"\b(?:predicted|estimated|pred|estimate|prédit|vorhergesagt\w*)\b.*|ε\u0302|eps_?hat", re.IGNORECASE
)
_NETWORK = re.compile(r"net|model|predictor|loss|mse|\|\||=", re.IGNORECASE)
_POINTWISE = re.compile(
    r"^(?:(?:element|point|channel)[- ]?wise\s*(?P<mark>[×⊙⊗*∘·+⊕])|(?P<first>[×⊙⊗∘*·])\s+[A-Za-z][a-z]{2}[A-Za-z ]*)$",
    re.IGNORECASE,
)
_AFFINE = re.compile(r"[·⊙]|[WU][_\[({a-z]|\[|=.*[*×]")
_WEIGHED = re.compile(
    r"^[WU]_?\{?(?P<letter>[a-zA-Z])\w{0,2}\}?(?:\s*,\s*[WUbR]_?\{?\w+\}?)*[\s,;:→+]+(?P<function>σ|sigmoid|sigm|tanh)$",
    re.IGNORECASE,
)
"""The weights of a gate and what is applied to them: ``W_f, b_f`` above ``σ``."""
_ADDED = re.compile(r"^(?:[^\n=+]*\n)?\s*[+⊕]\s*(?P<product>\(?[A-Za-z]\S* ?[×⊙⊗*∘·x] ?[A-Za-z]\S*)\s*$")
"""What is written into the cell state, below any remark: ``+ i ⊙ g``."""
_TOLD = re.compile(r"^\s*[A-Za-z][A-Za-z ]{3,30}[:\n]\s*(?P<equation>[chCH]\w*(?:_\{?t\}?)?\s*=\s*\S.*)$", re.DOTALL)
"""Words, and the equation of a state that they announce: ``Cell state: c = f ⊙ c + i ⊙ g``."""
_SPOKEN = re.compile(
    r"^[^()=]*\b(?:candidate|gate|state)\b[^()=]*?((?:tanh|σ|sigmoid)\s*\(.*\w\s*[⊙×*∘]\s*\w.*\))$", re.IGNORECASE
)
"""Words, and the formula that they mean: ``candidate tanh(W x + U (r ⊙ h))``."""
_SIZED = re.compile(r"^(?:fc|linear|dense|lin)\s*\d?\s*[:,]?\s+\w+(?:\s*//?\s*\w+)?$", re.IGNORECASE)
"""A layer and its size: ``FC C/r``."""
_PAIR = re.compile(r"^(?:\w\s*=\s*)?(?:concat\s*)?[\[(]\s*([^\[\](),;|]+?)\s*(?:,|;|\|\|?)\s*([^\[\](),;|]+?)\s*[\])]$")
# Where letters with brackets are networks, not functions.
_UNWRITTEN = frozenset({"gan", "ddpm", "bert", "unet", "vit"})


def is_weight(words: str) -> bool:
    """Whether a label is the name of a weight, so that a shape in it is the weight's own."""
    return _WEIGHT.match(words) is not None


def read_form(asked: Asked) -> Reading | None:
    """The reading of the first form that fits; nothing if none does."""
    return next((reading for form in _FORMS if (reading := form(asked)) is not None), None)


def _sentence(asked: Asked) -> Reading | None:
    """An example sentence is not understood, and need not be: ``the cat [MASK] on the mat``."""
    if _SENTENCE.search(asked.words) and not _MEANT.search(asked.words):
        return Reading(known=False)
    return None


def _of_vae(asked: Asked) -> Reading | None:
    if asked.architecture != "vae":
        return None
    sampled = read_sampling(asked.words)
    if sampled is not None:
        return Reading(ops=(sampled,), names=("z",) if sampled.kind == "reparameterise" else ())
    if _SUMMED_LOSSES.search(asked.words):
        return Reading(ops=(Op("reconstruction_loss"), Op("kl_loss")))
    return None


def _of_gan(asked: Asked) -> Reading | None:
    if asked.architecture != "gan":
        return None
    both = read_game(asked.words)
    if both:
        return Reading(ops=both, wires=tuple(("",) for _ in both))
    op = read_network(asked.words) or read_objective(asked.words) or read_expected(asked.words)
    return Reading(ops=(op,)) if op else None


def _estimate(asked: Asked) -> Reading | None:
    if asked.architecture == "ddpm" and _PREDICTED.search(asked.words) and not _NETWORK.search(asked.words):
        return Reading(names=("ε_hat",))
    return None


def _headed(asked: Asked) -> Reading | None:
    """A letter with a remark, such as ``D (frozen)``; a remark that names a value overrules the letter."""
    head = headed(asked.words, asked.context)
    if head is None:
        return None
    kind = _telling_remark(head, asked)
    if kind:
        return Reading(ops=(Op(kind),))
    return reading_of(head[0], re.split(r"[\n(\[:]", asked.words)[0].strip(), asked.vocabulary, head[1])


def _telling_remark(head: tuple[str, str], asked: Asked) -> str:
    kind, remark = head
    kinds = asked.vocabulary.kinds
    spoken = read_words(remark, asked.vocabulary).ops
    said = spoken[-1].op.kind if spoken else ""
    own = kinds[kind].category if kind in kinds else ""
    telling = {"data": {"fake", "real_data", "noise"}, "block": {"fake"}}.get(own, set())
    return said if said in telling and said != kind else ""


def _one_operation(asked: Asked) -> Reading | None:
    words, architecture = asked.words, asked.architecture
    found = (
        read_loss(words, architecture)
        or read_distribution(words, architecture)
        or read_mix(words)
        or read_error(words, architecture)
        or read_scale(words, architecture)
    )
    return Reading(ops=(found,)) if found else None


def _formal_loss(asked: Asked) -> Reading | None:
    found = read_formal_loss(asked.words, asked.architecture)
    return Reading(ops=(found,)) if found else None


def _weighed(asked: Asked) -> Reading | None:
    """A gate by its weights and its non-linearity; a remark before the equation of a state."""
    if asked.architecture not in CELLS:
        return None
    added = _ADDED.match(asked.words)
    if added is not None:
        return _formula(replace(asked, words=f"c + {added['product']}"))
    told = _TOLD.match(asked.words)
    if told is not None:
        return _formula(replace(asked, words=told["equation"]))
    match = _WEIGHED.match(asked.words)
    if match is None:
        return None
    letter = match["letter"].lower()
    if match["function"].lower() == "tanh":
        return Reading(ops=(Op("candidate"),), names=("g",)) if letter in "cghn" else Reading(ops=(Op("tanh"),))
    return Reading(ops=(Op("sigmoid"),), names=(letter,) if letter in "fiozr" else ())


def _gate(asked: Asked) -> Reading | None:
    spoken = _SPOKEN.match(asked.words)
    if spoken is not None and asked.architecture in CELLS:
        return _formula(replace(asked, words=spoken[1]))
    gated = read_gated(asked.words, asked.architecture)
    if gated is not None:
        return Reading(ops=gated[0], wires=gated[1], names=("h",) if gated[1][1] == ("c",) else ())
    gate = None if _AFFINE.search(asked.words) else read_gate(asked.words, asked.architecture)
    return Reading(ops=(gate[0],), names=(gate[1],)) if gate is not None else None


def _formula(asked: Asked) -> Reading | None:
    spoken = asked.architecture in _UNWRITTEN or re.fullmatch(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})+", asked.words)
    formula = None if spoken or _SIZED.match(asked.words) else read_formula(asked.words)
    if formula is None:
        return None
    if asked.architecture == "clip" and any(op.kind == "matmul" for op in formula.ops):
        return Reading(ops=(Op("similarity"),))
    if asked.architecture == "moe":
        ops = tuple(Op(asked.context.get(f"*{op.kind}", op.kind), op.params) for op in formula.ops)
        formula = Formula(ops, formula.wires, formula.names)
    if asked.architecture == "se-block":
        formula = _unfolded(formula)
    last = formula.ops[-1]
    role = ("g",) if last.kind == "candidate" else names_in(last.get("role"))
    return Reading(ops=formula.ops, names=tuple(dict.fromkeys(role + formula.names)), wires=formula.wires)


def _unfolded(formula: Formula) -> Formula:
    """A chain of operations with the affine maps of its gates by themselves, where each is a layer of the answer."""
    if any(place not in wire for place, wire in enumerate(formula.wires[1:])):
        return formula
    ops = tuple(one for op in formula.ops for one in ((Op("linear"), Op("sigmoid")) if op.kind == "gate" else (op,)))
    return Formula(ops, (*formula.wires[:1], *((place,) for place in range(len(ops) - 1))), formula.names)


def _weight(asked: Asked) -> Reading | None:
    weight = _WEIGHT.match(asked.words)
    if weight is None or asked.architecture == "lora":
        return None
    said = read_words(weight["rest"] or weight["more"] or "", asked.vocabulary, asked.architecture).ops
    if any(asked.vocabulary.kinds[one.op.kind].category == "convolution" for one in said):
        return None  # the name of a layer that is told behind it
    kind = asked.vocabulary.kinds["linear"]
    params, _ = read_params(kind, weight["rest"] or weight["more"] or "", "", asked.vocabulary)
    names = tuple(name for name in names_in(asked.words) if name in {"q", "k", "v"})
    return Reading(ops=(Op("linear", tuple(sorted(params.items()))),), names=names)


def _pair(asked: Asked) -> Reading | None:
    pair = _PAIR.match(asked.words)
    names = (name_of(pair[1]), name_of(pair[2])) if pair else ()
    return Reading(ops=(Op("concat"),), wires=(names,)) if names and all(names) else None


def _level(asked: Asked) -> Reading | None:
    level = read_level(asked.words) if asked.architecture == "unet" else None
    return Reading(ops=(level,)) if level else None


def _pointwise(asked: Asked) -> Reading | None:
    match = _POINTWISE.match(asked.words)
    return Reading(ops=(Op("add" if (match["mark"] or "×") in "+⊕" else "multiply"),)) if match else None


def _embeddings(asked: Asked) -> Reading | None:
    """Several embeddings of the same tokens and their sum, or a class token put before the patches."""
    if asked.architecture == "vit" and read_prepended(asked.words):
        return Reading(ops=(Op("cls_token"), Op("concat")), wires=((), (0, "")))
    kinds = read_embeddings(asked.words)
    if not kinds:
        return None
    wires = tuple(("tokens",) if not place else () for place in range(len(kinds)))
    return Reading(ops=(*map(Op, kinds), Op("add")), wires=(*wires, tuple(range(len(kinds)))))


_FORMS: tuple[Callable[[Asked], Reading | None], ...] = (
    _sentence, read_state, read_complement, _of_vae, _of_gan, _estimate, _formal_loss, _headed, _one_operation, _weighed, _gate,
    _formula, _weight, _pair, _level, _pointwise, _embeddings,
)  # fmt: skip
