"""From names that were stored to what the bank has now; items may have left it since."""

from __future__ import annotations

from evalmode.bank import (
    Bank,
    BoardItem,
    CodeItem,
    DeepItem,
    GradedItem,
    GuideItem,
    RapidItem,
    SpokenItem,
    Turn,
    turns_of,
)
from evalmode.core import Gradable, InputError, ItemId, NotFoundError

GRADED_KINDS = ("rapid", "deep")

WHOLE = "answer"
"""The part that stands for the whole answer to an item: a rapid question's only one."""


def graded_item(bank: Bank, name: str, kinds: tuple[str, ...] = GRADED_KINDS) -> GradedItem:
    """The item of that name, which has something to grade.

    Raises:
        NotFoundError: There is none.
        InputError: Several kinds have a bare slug.
    """
    item = bank.get(name, kinds=kinds)
    if isinstance(item, GuideItem):
        raise InputError(f"{item.item_id} is a page to read; there is nothing to grade.")
    if isinstance(item, CodeItem):
        raise InputError(f"{item.item_id} asks for code, which is judged, not graded.")
    if isinstance(item, BoardItem):
        raise InputError(f"{item.item_id} asks for a drawing, which is checked, not graded.")
    return item


def graded_items(bank: Bank) -> tuple[GradedItem, ...]:
    """All questions."""
    return (*bank.rapid, *bank.deep)


def problem_item(bank: Bank, name: str) -> CodeItem:
    """The coding problem of that name.

    Raises:
        NotFoundError: There is none.
    """
    item = bank.get(name, kinds=("code",))
    assert isinstance(item, CodeItem)  # noqa: S101 - that is what the kind means
    return item


def board_item(bank: Bank, name: str) -> BoardItem:
    """The architecture of that name.

    Raises:
        NotFoundError: There is none.
    """
    item = bank.get(name, kinds=("board",))
    assert isinstance(item, BoardItem)  # noqa: S101 - that is what the kind means
    return item


def is_problem(item_id: str) -> bool:
    """Whether a full id is that of a coding problem, which the bank may not have any more."""
    return item_id.startswith("code/")


def is_architecture(item_id: str) -> bool:
    """Whether a full id is that of an architecture to draw, which the bank may not have any more."""
    return item_id.startswith("board/")


def is_made(item_id: str) -> bool:
    """Whether what is asked is made, a program or a drawing, and words about it only count together with it."""
    return is_problem(item_id) or is_architecture(item_id)


def practised_items(bank: Bank) -> tuple[SpokenItem, ...]:
    """All items that can be practised: questions, coding problems and architectures."""
    return (*graded_items(bank), *bank.code, *bank.board)


def find_item(bank: Bank, item_id: str) -> SpokenItem | None:
    """The item of that full id, or None where the bank does not have it any more, or it is a page."""
    try:
        item = bank.get(item_id)
    except InputError:
        return None
    return None if isinstance(item, GuideItem) else item


def find_question(bank: Bank, item_id: str) -> GradedItem | None:
    """The question of that full id, or None where the bank does not have it any more."""
    item = find_item(bank, item_id)
    return item if isinstance(item, RapidItem | DeepItem) else None


def find_turn(bank: Bank, item_id: str, part: str) -> Turn | None:
    """The part of an item, or None where the bank does not have it any more."""
    item = find_item(bank, item_id)
    if item is None:
        return None
    if part == WHOLE and isinstance(item, RapidItem | DeepItem):
        return whole(item)
    return next((turn for turn in turns_of(item) if turn.part == part), None)


def named_turn(item: GradedItem, part: str | None) -> Turn:
    """The part that a person named, or the whole of the item.

    Raises:
        NotFoundError: The item has no such part.
    """
    if part is None or part == WHOLE:
        return whole(item)
    turns = turns_of(item)
    for turn in turns:
        if turn.part == part:
            return turn
    known = ", ".join(turn.part for turn in turns)
    raise NotFoundError(f"{item.item_id} has no part {part!r}.", hint=f"Its parts are {known}.")


def whole(item: GradedItem) -> Turn:
    """All that an item asks in one: for a deep question its headline and its detail, given as one answer."""
    turns = turns_of(item)
    match item:
        case RapidItem():
            return turns[0]
        case DeepItem():
            headline, detail = turns[0], turns[1]
            gradable = Gradable(
                id=str(item.item_id),
                question=item.question,
                key_points=headline.gradable.key_points + detail.gradable.key_points,
                seconds=item.seconds,
                vocabulary=item.vocabulary,
            )
            return Turn(item.item_id, WHOLE, gradable, item.answer)


def title_of(bank: Bank, item_id: str) -> str:
    """An item's title, or its slug where the bank does not have it any more."""
    name = ItemId.parse(item_id)
    return bank.get(name).title if name in bank else name.slug.replace("-", " ")
