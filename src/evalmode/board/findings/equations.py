"""Key equations that are written, and say something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.formulas import same_formula
from evalmode.board.values import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evalmode.board.architecture import Architecture
    from evalmode.board.drawing import Drawing

__all__ = ["equation_findings", "written_lines"]

_INDEX = re.compile(r"_\{[^{}]*\}|_\w+|[₀-₉ₜ₋]+|'")
_TIMED = re.compile(
    r"(?<![^\W\d_])(?P<letter>[hcHC])[_^]?\s*[({\[]*\s*(?:(?P<before>t\s*[-−–]\s*1|[ₜ][₋]|prev|old|last)|t(?!\w)|new\b)",
    re.IGNORECASE,
)
_LEAF = re.compile(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_]|\()")
_TOKEN = re.compile(r"[^\W_]+")


def written_lines(drawing: Drawing) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that may be an equation, with the elements that say it."""
    for note in drawing.notes:
        yield from _lines(note.text, note.elements or (note.id,))
    for box in drawing.boxes:
        yield from _lines(box.label, box.elements or (box.id,))
    for arrow in drawing.arrows:
        yield from _lines(arrow.label, arrow.elements or (arrow.id,))


def _lines(text: str, elements: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in dict.fromkeys((*text.splitlines(), text)):
        if any(sign in line for sign in "=()+*⊙·") and len(line) < 200:
            yield line.strip(), elements


def equation_findings(architecture: Architecture, drawing: Drawing) -> list[Finding]:
    """Equations of the same form as a key equation in which a name stands at another's place.

    Nothing is said of an equation of another form, or with names that the key equations do not have: there are many
    ways to write what is right.
    """
    accepted = [form for one in architecture.item.equations for form in (one.formula, *one.also) if "=" in form]
    findings = []
    for line, elements in written_lines(drawing):
        if (
            line.count("=") != 1
            or "\n" in line
            or any(_same(line, form) and not _out_of_time(line, form) for form in accepted)
        ):
            continue
        meant = next((form for form in accepted if _mistaken(line, form, accepted)), None)
        if meant:
            message = f"The equation “{line}” should be {meant}."
            why = "A name stands where another one belongs, so it says something else than the drawing should."
            findings.append(Finding("wrong-equation", "mistake", message, why, elements))
    return findings


def _same(line: str, form: str) -> bool:
    return same_formula(line, form) or same_formula(_bare(line), _bare(form))


def _out_of_time(line: str, form: str) -> bool:
    """Whether a value of the step before stands where that of this step belongs, or the other way round."""
    said, wanted = (_times(formula.rpartition("=")[2]) for formula in (line, form))
    return any(said[letter] and wanted[letter] and not said[letter] & wanted[letter] for letter in said.keys() & wanted)


def _times(formula: str) -> dict[str, set[str]]:
    """When the values of a formula are: those with an index of this step, and of the step before."""
    found: dict[str, set[str]] = {}
    for match in _TIMED.finditer(formula):
        found.setdefault(match["letter"].casefold(), set()).add("before" if match["before"] else "now")
    return found


def _mistaken(line: str, form: str, accepted: Iterable[str]) -> bool:
    left, right = (side.strip() for side in line.split("="))
    wanted_left, wanted_right = (side.strip() for side in form.split("=", 1))
    if not (same_formula(left, wanted_left) or same_formula(_bare(left), _bare(wanted_left))):
        return False
    known = {token.casefold() for one in accepted for token in _TOKEN.findall(_bare(one))}
    if not {token.casefold() for token in _TOKEN.findall(_bare(right))} <= known:
        return False
    return same_formula(_skeleton(right), _skeleton(wanted_right))


def _bare(formula: str) -> str:
    """Without indices."""
    return _INDEX.sub("", formula)


def _skeleton(formula: str) -> str:
    """With every variable the same."""
    return _LEAF.sub("v", _bare(formula))
