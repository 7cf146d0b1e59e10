"""What pydantic finds wrong with a file's fields, in words for the author of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError

    from evalmode.bank.yamltext import Location


@dataclass(frozen=True, slots=True)
class Fault:
    """One field that is wrong.

    Args:
        location: Where it is.
        message: What is wrong with it; reads on from the field's name.
        missing: Whether it is not there at all.
    """

    location: Location
    message: str
    missing: bool = False


def faults_of(error: ValidationError) -> Iterator[Fault]:
    """All faults, without those that only follow from others."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    for detail in details:
        place = detail["loc"]
        # pydantic counts a list's valid entries, so a list with faulty ones seems too short as well.
        if detail["type"] == "too_short" and any(other[: len(place)] == place != other for other in places):
            continue
        yield Fault(place, _say(detail), missing=detail["type"] == "missing")


def _say(detail: Any) -> str:  # noqa: ANN401 - pydantic's own dictionary
    given = detail["input"]
    match detail["type"]:
        case "missing":
            said = "is missing"
        case "extra_forbidden":
            said = "is not a field of this kind"
        case _ if given is None or given == "":
            said = "is empty"
        case "string_pattern_mismatch":
            said = f"is {given!r}, not lower-case words and digits joined by hyphens"
        case "string_type" if isinstance(given, dict):
            said = f"is a mapping, not a text; put a text that holds ': ' in quotes ({given!r})"
        case "string_type" if isinstance(given, list):
            said = f"is a list, not a text; put a text that begins with '[' in quotes ({given!r})"
        case "too_short":
            said = f"has {len(given)} entries; at least {detail['ctx']['min_length']} must be there"
        case "tuple_type":
            said = f"is {given!r}, not a list; write each entry on a line of its own that begins with '- '"
        case _:
            said = f"is {given!r}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
    return said[:300]
