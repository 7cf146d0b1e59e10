"""Labels that words alone do not settle: losses with their formula, distributions, letters with something in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.plain import symbol_key, unaccented

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "headed",
    "plain_starts",
    "read_distribution",
    "read_embeddings",
    "read_error",
    "read_formal_loss",
    "read_level",
    "read_mix",
    "read_prepended",
    "read_sampling",
    "read_scale",
    "summed",
]

_DRAWN = re.compile(
    r"^\s*(?P<name>[A-Za-zα-ω]\w*[\u0302-\u0304]?(?:_\{?\w+\}?)?(?:\s*,\s*y)?)\s*[~∼]\s*(?P<law>.+)$", re.DOTALL
)
_HEADED = re.compile(r"^(?P<head>[^\s(\[:,]{1,4})\s*(?:(?P<open>[(\[\n:∈~]))\s*(?P<rest>.+)$", re.DOTALL)
_SCALE = re.compile(
    r"^(?:scaled?(?: by)?(?:\s*[:=])?|mult(?:iply)?(?: by)?|divide(?: by)?)?\s*(?:[×*·x]\s*|/\s*|÷\s*)?\(?(?P<factor>α\s*/\s*r|alpha\s*/\s*r|1\s*/\s*√\(?[\w/ ]+\)?|√\(?[\w/ ]+\)?|1\s*/\s*sqrt\(?[\w/ ]+\)?|sqrt\(?[\w/ ]+\)?|\d+\s*/\s*\w+|α\s*/\s*\w+|exp\([tτ]\)|e\^\{?[tτ]\}?|1\s*/\s*τ|τ|α|λ|β|d_?\w*\^\{?-?[\d./½]+\}?)\)?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*(?:scaled?|divided?)?\s*(?:by\s*)?(?:[÷/]\s*(?P<factor>\d+)|[×*]\s*0?\.\d+)\s*$", re.IGNORECASE
)
_OF_ATTENTION = frozenset({"transformer-block", "mha"})
_SIGNED = re.compile(r"[×*·/÷√]|scale|divide|mult|^x\s|\d\s*/", re.IGNORECASE)
_MIX = re.compile(
    r"(?:√|sqrt)\s*[({]?\s*(?P<one>1\s*-\s*)?(?:[ααβ]|alphas?|a_?bar|ab\b)[\u0304̅]?\w*[^+]*?(?P<first>x_?\{?0\}?|x0|ε|eps|z\b)[^+]*\+",
    re.IGNORECASE,
)
_PREPENDED = re.compile(
    r"^\W*(?:concat\w*|prepend\w*|append\w*|cat|add|insert)\W+(?:the |a |learn\w+ |extra )*\W*(?:cls|class(?:ification)?)\b(?! ?emb\w+ layer)",
    re.IGNORECASE,
)
_SPOKEN_LEVEL = re.compile(
    r"^(?P<way>level|lvl|stage|down|up|ebene|niveau|enc|dec|encoder|decoder|contract|expand)(?:[ _]?(?P<level>[1-6])(?:\s*[:\n(](?P<rest>[^A-Zb-z]*))?|[1-6])$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"^(?P<letter>E|D|Enc|Dec|B|Btl|Mid|enc|dec|mid)[ _.]?(?P<level>[1-6])?(?:\s*[\n:(,-]?\s*(?P<out>\d{2,4}|\d?C)\s*(?:ch|channels)?\)?)?$"
)
_KL = re.compile(
    r"^\W*(?:β\s*[·*]?\s*|beta\s*\*?\s*)?(?:D_?\{?KL\}?|KL)\s*[\[(]|1\s*\+\s*log\s*_?\s*(?:σ|var|sigma)", re.IGNORECASE
)
_REPARAMETERISED = re.compile(
    r"^\s*(?:sample\s+)?z?\s*=?\s*(?:μ|mu|mean)\s*\+.*(?:ε|eps|noise|N\(0)|(?:sample\s+)?\bz\s*[~∼]\s*(?:N|q)\s*\(?\s*(?:μ|mu|mean|z\s*\||·\|)",
    re.IGNORECASE,
)
_GATED_SUM = re.compile(r"(?:Σ|sum)\S*\s*(?:[gpwG]|gate)\S*\s*[·*⊙]?\s*(?:E|FFN|expert|y|f)_?", re.IGNORECASE)
_BOTH_WAYS = re.compile(
    r"\brows?\b.*\bcol|\bcol\w*\b.*\brow|i(?:mage)?\s*(?:→|2|to)\s*t.*t(?:ext)?\s*(?:→|2|to)\s*i|loss_?i.*\+.*loss_?t|L_?\{?i\w*\}?\s*\+\s*L_?\{?t",
    re.IGNORECASE | re.DOTALL,
)
_LIKELIHOOD = re.compile(r"-\s*(?:1/\w+\s*)?(?:Σ|sum|E|mean)?\S*\s*\[?\s*log\s*(?:p|P|softmax|q)\b", re.IGNORECASE)
_NORM = re.compile(r"\|\|\s*(?P<one>[^|]{1,24}?)\s*-\s*(?P<two>[^|]{1,24}?)\s*\|\|")
_SUMMED = re.compile(r"^\s*(?:\+|add|plus|⊕|sum with)\s*(?=.{3})", re.IGNORECASE)


def read_formal_loss(text: str, architecture: str) -> Op | None:
    """Losses and sums by their formula: minus the sum of log p, both directions of CLIP, the experts weighted by gates."""
    if architecture == "moe" and _GATED_SUM.search(text):
        return Op("combine")
    if architecture == "clip" and _BOTH_WAYS.search(text):
        return Op("contrastive_loss")
    if architecture not in {"gan", "vae", "ddpm"} and _LIKELIHOOD.search(text):
        return Op("cross_entropy")
    return None


def read_sampling(text: str) -> Op | None:
    """``z = μ + σ ε`` and ``z ~ N(μ, σ²)`` sample by reparameterisation; a KL divergence by its formula."""
    if _KL.search(text):
        return Op("kl_loss")
    return Op("reparameterise") if _REPARAMETERISED.search(text) else None


def read_distribution(text: str, architecture: str) -> Op | None:
    """``z ~ N(0, I)`` is noise, ``x ~ p_data`` real data, ``t ~ U(1, T)`` a time step."""
    match = _DRAWN.match(text)
    if match is None:
        return None
    name, law = match["name"], match["law"]
    if name.lower() in {"t", "step", "timestep"}:
        return Op("timestep")
    if re.match(r"p_?\{?(?:data|r)|data|D\b|q\(|dataset|real", law, re.IGNORECASE) or name.lower().startswith(
        ("x", "image")
    ):
        return Op("real_data") if architecture in {"gan", "ddpm", "vae", ""} else Op("input")
    if architecture == "vae" and name == "z" and re.match(r"(?:N|q)\s*\(\s*(?:μ|mu|z)", law):
        return Op("reparameterise")
    if re.match(r"(?:N|U|p|normal|gauss|p_z|randn)", law, re.IGNORECASE):
        return Op("noise")
    return None


def read_level(text: str) -> Op | None:
    """A level of a U-Net by its letter: ``E1``, ``D2 (64)``, ``B``, ``Dec 3: 128``."""
    called = re.match(r"^(Down|Up)\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)$", text)
    if called:
        kind = "encoder_stage" if called[1] == "Down" else "decoder_stage"
        return Op(kind, (("in", called[2]), ("out", called[3])))
    spoken = _SPOKEN_LEVEL.match(text)
    if spoken:
        down = spoken["way"].lower() in {
            "level",
            "lvl",
            "stage",
            "down",
            "ebene",
            "niveau",
            "enc",
            "encoder",
            "contract",
        }
        width = re.search(r"(?:[×x@,]|\s)\s*(\d{2,4}|\d?C)\s*$", spoken["rest"] or "")
        found = (("level", spoken["level"]), ("out", width.group(1) if width else ""))
        return Op("encoder_stage" if down else "decoder_stage", tuple(pair for pair in found if pair[1]))
    match = _LEVEL.match(text)
    if match is None:
        return None
    letter = match["letter"].lower()
    kind = "bottleneck" if letter[0] in "bm" else "encoder_stage" if letter[0] == "e" else "decoder_stage"
    return Op(kind, tuple((name, value) for name, value in (("level", match["level"]), ("out", match["out"])) if value))


def read_prepended(text: str) -> bool:
    """Whether a label puts the class token before the patches."""
    return bool(_PREPENDED.match(text))


def read_mix(text: str) -> Op | None:
    """The closed form of the noising: which coefficient the clean image has."""
    match = _MIX.search(unaccented(text))
    if match is None or not re.search(r"ε|eps|noise|z\b", text):
        return None
    clean = match["first"].lower().startswith("x")
    return Op("diffuse", (("signal", "1-α" if bool(match["one"]) == clean else "α"),))


def read_scale(text: str, architecture: str = "") -> Op | None:
    """A factor alone, such as ``1/√d_k`` or ``× α/r``."""
    plainly = _NUMBER.match(text) if architecture in _OF_ATTENTION else None
    if plainly is not None:
        return Op("scale", (("factor", f"1/{plainly['factor']}"),) if plainly["factor"] else ())
    match = _SCALE.match(text.strip())
    if match is None or not _SIGNED.search(text):
        return None
    factor = re.sub(r"\s+", "", match["factor"])
    if re.match(r"\s*(?:/|÷|div)", text) and not factor.startswith("1/"):
        factor = f"1/{factor}"
    return Op("scale", (("factor", factor),))


def plain_starts(text: str) -> str:
    """A label with how its weights start in words: ``N(0, σ²)`` is Gaussian, ``init 0`` zero."""
    text = re.sub(r"(?:~\s*)?\bN\s*\(\s*0\s*,[^()]*\)", "(gaussian init)", text)
    return re.sub(
        r"\binit(?:iali[sz]ed)?\s*(?:[:=]|to|with|at|as)?\s*0\b(?!\.)", "zero init", text, flags=re.IGNORECASE
    )


def read_error(text: str, architecture: str) -> Op | None:
    """A squared error and the two values it compares, as in ``‖ε − ε̂‖²``."""
    match = _NORM.search(text)
    if match is None or not re.search(r"\^\{?2|_2|mse|l2|loss|error", text, re.IGNORECASE):
        return None
    compared = sorted(_bare(part) for part in (match["one"], match["two"]))
    kind = "reconstruction_loss" if architecture == "vae" else "mse"
    return Op(kind, (("between", " ".join(compared)),))


def _bare(text: str) -> str:
    """A compared value without its arguments: ``ε_θ(x_t, t)`` is the estimate ``ε̂``."""
    text = re.sub(r"\(.*", "", text).strip()
    return re.sub(r"_\{?[θφ]\}?$|_(?:hat|pred)$|\u0302", "\u0302", text)


def read_embeddings(text: str) -> tuple[str, ...]:
    """The embeddings that are summed in one box, as in ``token + segment + position embeddings``."""
    text = text.replace("_", " ")
    if not re.search(r"emb|enc|einbett|plong|\bE\b", text, re.IGNORECASE) or not re.search(
        r"[+,&]|\band\b|\bund\b|\bet\b", text
    ):
        return ()
    found = []
    for kind, form in (
        ("token_embedding", r"\b(?:token|word|wordpiece|wort|mot|jeton|tok)s?\b"),
        ("segment_embedding", r"\b(?:seg|segment|sentence|token[- ]type|type)s?\b"),
        ("position_embedding", r"\b(?:pos|position|positional|positions|PE)\b"),
    ):
        if re.search(form, text, re.IGNORECASE):
            found.append(kind)
    if found == ["position_embedding"] and re.match(
        r"^\W*(?:input |output |inp |source |target )?emb", text, re.IGNORECASE
    ):
        found.insert(0, "embedding")
    return tuple(found) if len(found) > 1 else ()


def summed(text: str) -> str:
    """What is added in a label such as ``+ positional encoding``; nothing if the label is something else."""
    match = _SUMMED.match(text)
    return text[match.end() :] if match else ""


def headed(text: str, context: Mapping[str, str]) -> tuple[str, str] | None:
    """The kind of a letter with a remark, and the remark: ``D (spectral norm)``, ``A: r × d``, ``G(z, y)``."""
    match = _HEADED.match(text)
    if match is None:
        return None
    mark = symbol_key(match["head"])
    base = re.sub(r"_.*$", "", mark)
    kind = next((context[key] for key in (mark, mark.upper(), base, base.upper()) if key in context), "")
    if not kind or kind == "value":
        return None
    return kind, match["rest"].rstrip(")]")
