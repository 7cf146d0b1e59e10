"""From what a learner taught the grader to a patch that its pack's authors can take."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evalmode.answers.teaching import same_words
from evalmode.bank import points_of
from evalmode.bank.patching import add_phrasings, unified_diff
from evalmode.core import InputError
from evalmode.practice.asking import find_item
from evalmode.practice.phrasings import list_phrasings
from evalmode.practice.values import PhrasingPatch, PhrasingView

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.bank import Bank, SpokenItem
    from evalmode.bank.yamltext import Location
    from evalmode.practice.practice import Practice


def patch_phrasings(p: Practice, name: str | None = None) -> PhrasingPatch:
    """What is remembered as a patch to the packs' files, which themselves stay as they are.

    Args:
        p: The practice.
        name: Only for this item; all where none is named.

    Raises:
        InputError: Several kinds have a bare slug.
    """
    by_item: dict[str, list[PhrasingView]] = defaultdict(list)
    for one in list_phrasings(p, name):
        by_item[one.item_id].append(one)
    patches, taken, left_out = [], [], []
    for item_id, phrasings in sorted(by_item.items()):
        item = find_item(p.bank, item_id)
        if item is None:
            left_out.append(f"{item_id} is no longer in the bank.")
            continue
        additions, new, known = _additions(item, phrasings)
        left_out += known
        try:
            old_text, new_text = add_phrasings(item.path, additions)
        except InputError as error:
            left_out.append(str(error))
            continue
        if new:
            patches.append(unified_diff(_name_of(p.bank, item.path), old_text, new_text))
            taken += new
    return PhrasingPatch(patch="".join(patches), phrasings=tuple(taken), left_out=tuple(left_out))


def _additions(
    item: SpokenItem, phrasings: list[PhrasingView]
) -> tuple[dict[Location, list[str]], list[PhrasingView], list[str]]:
    """The phrasings by place, those that the pack has not, and a sentence for each of the others."""
    points = {point.id: (location, point) for location, point in points_of(item)}
    additions: dict[Location, list[str]] = defaultdict(list)
    new, left_out = [], []
    for one in phrasings:
        if one.point_id not in points:
            left_out.append(f"{one.item_id} no longer has the key point {one.point_id}.")
            continue
        location, point = points[one.point_id]
        if any(same_words(one.phrase, text) for text in (point.claim, *point.accepted)):
            left_out.append(f"{one.item_id} accepts “{one.phrase}” already.")
            continue
        additions[location].append(one.phrase)
        new.append(one)
    return additions, new, left_out


def _name_of(bank: Bank, path: Path) -> str:
    """The file's path below its repository, or below its pack where that is in none."""
    path = path.resolve()
    packs = [pack.folder.resolve() for pack in bank.packs if path.is_relative_to(pack.folder.resolve())]
    root = next((parent for parent in path.parents if (parent / ".git").exists()), packs[0] if packs else path.parent)
    return path.relative_to(root).as_posix()
