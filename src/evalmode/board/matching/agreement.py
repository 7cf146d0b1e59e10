"""Whether what is written beside matched parts agrees with the reference: parameters, names and shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from evalmode.board.matching.plan import OR
from evalmode.board.shapes import Shape, parse_shape, unify_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.board.matching.plan import Link, Part, Plan

__all__ = ["Disagreement", "disagreements", "multiplies", "plain_disagreements"]

_SIZES = {"out", "in", "hidden", "dim", "patch"}
_NUMBERS = {"kernel", "stride", "groups", "factor", "dilation", "axis", "sign"}
_ROOT = re.compile(
    r"(?:√|sqrt)\s*[({]*\s*([\w/·]+)[)}]*|(\w+)\s*(?:\^|\*\*)\s*[({]*\s*[-−]?\s*(?:0?\.5|1/2)[)}]*|1/(\d+)"
)
_KEEPS = {"dropout", "drop_path", "identity", "copy"}
_RESHAPES = {"reshape", "split_heads", "merge_heads", "transpose"}
_CHANGING = frozenset({"linear", "concat", "conv", "embedding"})
"""What may be passed over in some architectures, and yet makes another value."""
_NAMES = re.compile(r"[a-z]\w*")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that a candidate wrote and the reference says otherwise.

    Args:
        about: What it is about.
        part: The reference's part, or the one that the value comes from.
        name: The parameter.
        others: Of a shape, what the reference says as well: a reshape may be drawn or left out.
        target: Of a shape, the reference's part that takes the value.
        given: What the candidate wrote.
        wanted: What the reference says.
        elements: The elements that say it.
    """

    about: Literal["parameter", "name", "shape", "output"]
    part: str
    given: str
    wanted: str
    elements: tuple[str, ...]
    name: str = ""
    target: str = ""
    others: tuple[str, ...] = ()


def disagreements(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> list[Disagreement]:
    """All of them under a mapping from the reference's parts to the candidate's."""
    return [*plain_disagreements(candidate, reference, mapping), *_wrong_sizes(candidate, reference, mapping)]


def plain_disagreements(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> list[Disagreement]:
    """Those that can be seen without solving for sizes."""
    return [
        *_wrong_names(candidate, reference, mapping),
        *_wrong_outputs(candidate, reference, mapping),
        *_wrong_numbers(candidate, reference, mapping),
    ]


def _wrong_names(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> list[Disagreement]:
    """A name that the reference gives to another part."""
    everyone = {name: part.id for part in reference.parts() for name in part.names}
    wrong = []
    for here, there in mapping.items():
        wanted, given = reference.part(here), candidate.part(there)
        if not wanted.names or set(wanted.names) & set(given.names):
            continue
        for name in given.names:
            owner = everyone.get(name)
            if owner and owner != here and _same_sort(reference.part(owner), wanted):
                wrong.append(Disagreement("name", here, name, wanted.names[0], given.elements))
                break
    return wrong


def _same_sort(one: Part, other: Part) -> bool:
    return bool(set(one.kinds) & set(other.kinds))


def _wrong_outputs(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> list[Disagreement]:
    """A value that leaves the drawing where the reference has none leave."""
    if not any(part.out for part in candidate.parts()):
        return []
    return [
        Disagreement("output", here, candidate.part(there).out[0], "", candidate.part(there).elements)
        for here, there in mapping.items()
        if candidate.part(there).out and not reference.part(here).out and reference.after(here)
    ]


def _wrong_numbers(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> list[Disagreement]:
    bound: dict[str, str] = {}
    wrong = []
    for here, there in mapping.items():
        wanted, given = reference.part(here), candidate.part(there)
        have = dict(given.params)
        for name, value in wanted.params:
            if name not in _NUMBERS or name not in have:
                continue
            if _under_root(value) and _under_root(have[name]):
                if value.startswith("1/") and multiplies(have[name], given.label):
                    wrong.append(Disagreement("parameter", here, have[name], value, given.elements, name))
                continue
            number = _number(have[name])
            accepted = {_number(one) for one in value.split("|")}
            if _NAMES.fullmatch(value):
                accepted = {bound.setdefault(value, number)}
            if number not in accepted:
                wanted_text = bound.get(value, value).replace("|", " or ")
                wrong.append(Disagreement("parameter", here, have[name], wanted_text, given.elements, name))
    return wrong


def multiplies(factor: str, label: str) -> bool:
    """Whether a scale multiplies by a root where it should divide by it."""
    divides = any(sign in label.casefold() for sign in ("/", "÷", "div", "^-", "**-", "**(-", "⁻"))
    return not (divides or factor.startswith(("1/", "/", "1 /"))) and ("√" in factor or "sqrt" in factor)


def _under_root(text: str) -> str:
    """The size whose root a factor is: ``d_k`` of ``1/√d_k`` and of ``d_k^-0.5``, and 64 of ``1/8``."""
    found = _ROOT.search(text)
    return (found[1] or found[2] or str(int(found[3]) ** 2)) if found else ""


def _number(text: str) -> str:
    """``3x3`` and ``3`` are one kernel."""
    pieces = set(re.split(r"\s*[x×*,]\s*", text.strip("() ").casefold()))
    return pieces.pop() if len(pieces) == 1 else text.casefold().replace("×", "x").replace(" ", "")


def _wrong_sizes(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> list[Disagreement]:
    """One substitution of names must hold for all sizes and shapes; the fewest that contradict it are wrong."""
    pairs: list[tuple[Shape, tuple[Shape, ...]]] = []
    about: list[Disagreement] = []
    seen: set[tuple[object, ...]] = set()
    for one in (*_written_sizes(candidate, reference, mapping), *_written_shapes(candidate, reference, mapping)):
        bare = one.about == "parameter"
        said_once = (one.elements, one.name, one.wanted, one.given)
        if said_once in seen:
            continue  # one label counts once, however many parts take the value
        seen.add(said_once)
        given = parse_shape(f"({one.given},)" if bare else one.given)
        said = [f"({one.wanted},)"] if bare else [one.wanted, *one.others]
        wanted = tuple(shape for text in said if (shape := parse_shape(text)) is not None)
        if given is not None and wanted:
            pairs.append((given, wanted))
            about.append(one)
    return [about[number] for number in unify_shapes(pairs)[1]] if pairs else []


def _written_sizes(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> Iterator[Disagreement]:
    """Sizes among the parameters that both say."""
    for here, there in mapping.items():
        part = candidate.part(there)
        have = dict(part.params)
        for name, value in reference.part(here).params:
            given, wanted = have.get(name, ""), value
            if name == "factor":
                given, wanted = _under_root(given), _under_root(wanted)
            if name in {*_SIZES, "factor"} and given and wanted:
                yield Disagreement("parameter", here, given, wanted, part.elements, name)


def _written_shapes(candidate: Plan, reference: Plan, mapping: dict[str, str]) -> Iterator[Disagreement]:
    """Shapes that both say: of the same value, whichever of its arrows says it."""
    values = _values(reference)
    if any(dict(part.params).get("padding") == "valid" for part in candidate.parts()):
        return  # sides that shrink at each convolution are only inferred
    for here, there in mapping.items():
        part = candidate.part(there)
        for given, wanted, elements in part.inner:
            yield Disagreement("shape", here, given, wanted, elements)
        for given, elements in part.said if here in values else ():
            yield Disagreement("shape", here, given, values[here][0], elements, others=values[here][1:])
    for source, target, wanted_link in reference.links():
        start, end = mapping.get(source, ""), mapping.get(target, "")
        if source in values and candidate.linked(start, end):
            yield from _on_link(candidate.link(start, end), wanted_link, values[source], source, target)


def _on_link(link: Link, wanted_link: Link, value: tuple[str, ...], source: str, target: str) -> Iterator[Disagreement]:
    """The shape where a value is made, and those behind what was passed over on its way."""
    if link.shape:
        yield Disagreement("shape", source, link.shape, value[0], link.mark, target=target, others=value[1:])
    for kind, given, mark in link.later:
        same = tuple(shape for passed, shape, _ in wanted_link.later if passed == kind and kind != OR)
        if not same and (kind in _KEEPS or (kind in _RESHAPES and len(value) > 1)):
            same = value
        if same:  # what else is passed over, such as the affine part of a gate, may make any shape
            yield Disagreement("shape", source, given, same[0], mark, target=target, others=same[1:])


def _values(reference: Plan) -> dict[str, tuple[str, ...]]:
    """What each value is said to be: where it is made, and behind what only reshapes it."""
    values: dict[str, tuple[str, ...]] = {}
    for source, _, link in reference.links():
        said = ([link.shape] if link.shape else []) + [shape for kind, shape, _ in link.later if kind not in _CHANGING]
        values[source] = tuple(dict.fromkeys((*values.get(source, ()), *said)))
    for part in reference.parts():
        if part.said and not values.get(part.id):
            values[part.id] = (part.said[0][0],)
    return {source: said for source, said in values.items() if said}
