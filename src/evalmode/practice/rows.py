"""The kinds of rows an export is made of: how each is written, read, named and compared."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from evalmode.board.values import BOARD_VERDICTS, BoardCheck
from evalmode.core import CodeVerdict, InputError, clean_text
from evalmode.practice.values import JudgementView
from evalmode.practice.verdicts import KeptVerdict
from evalmode.store import (
    AttemptRecord,
    DraftRecord,
    GradeRecord,
    ItemDraftRecord,
    OverrideRecord,
    PhrasingRecord,
    Repository,
    ReviewRecord,
    RoundRecord,
    SessionRecord,
    SettingsRecord,
    SubmissionRecord,
    TurnRecord,
    Work,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Key = tuple[object, ...]

_BOARD_CHECK = TypeAdapter(BoardCheck)

_MAX_TEXT = 2_000_000
"""No answer is longer, and no program."""
_YEARS = (1970, 2200)
_RANGES: dict[str, tuple[float, float]] = {"score": (0, 1), "desired_retention": (0.5, 0.99)}
_STATES = ("waiting", "asked", "skipped", "answered")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class RowKind:
    """A kind of row.

    Args:
        name: As it stands in the field ``row`` of a line.
        record: What a line becomes.
        repository: Where the rows are kept.
        key: Fields that name a row among its kind.
        rank: How far along a row is; of two with the same key, the one with the greater rank holds.
        parent: The kind of row it belongs to, with the fields that name it; those fields may be null.
        derived: Fields that follow from other rows and are not written.
    """

    name: str
    record: type[Any]
    repository: Callable[[Work], Repository[Any]]
    key: tuple[str, ...]
    rank: Callable[[Any], Any] = lambda _: 0
    parent: tuple[str, tuple[str, ...]] | None = None
    derived: Mapping[str, object] | None = None

    def key_of(self, record: object) -> Key:
        """What names a record among its kind."""
        return tuple(getattr(record, name) for name in self.key)

    def parent_of(self, record: object) -> Key | None:
        """The key of the row it belongs to; None where it belongs to none."""
        if self.parent is None:
            return None
        key = tuple(getattr(record, name) for name in self.parent[1])
        return None if None in key else key

    def bare(self, record: Any) -> Any:  # noqa: ANN401 - any of the records
        """The record without what follows from other rows."""
        return replace(record, **self.derived) if self.derived else record

    def write(self, record: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the records
        """A record as a line's JSON object."""
        values = {name: value for name, value in asdict(record).items() if name not in (self.derived or {})}
        return {"row": self.name, **{name: _plain(value) for name, value in values.items()}}

    def read(self, line: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any of the records
        """A line's JSON object as a record.

        Raises:
            InputError: It is not such a row; the message reads on from "Line 3 ".
        """
        values = {name: _clean(value) for name, value in line.items() if name not in {"row", *(self.derived or {})}}
        try:
            record = self._validator.validate_python(values)
            if isinstance(record, GradeRecord):
                KeptVerdict.model_validate(record.verdict)
            if isinstance(record, SubmissionRecord):
                _check_submission(record)
            _check(record)
        except ValidationError as error:
            detail = error.errors(include_url=False, include_input=False)[0]
            field = ".".join(str(part) for part in detail["loc"])
            raise InputError(f"has a {self.name} whose {field or 'fields'} cannot be used: {detail['msg']}") from error
        return record

    @cached_property
    def _validator(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.record)


def _check(record: Any) -> None:  # noqa: ANN401 - any of the records
    """Refuse what has the right type and still cannot be true.

    Raises:
        InputError: The message reads on from "Line 3 ".
    """
    for name, value in asdict(record).items():
        if isinstance(value, datetime) and (value.tzinfo is None or not _YEARS[0] <= value.year <= _YEARS[1]):
            raise InputError(f"has a {name} that is no moment in UTC between {_YEARS[0]} and {_YEARS[1]}")
        low, high = _RANGES.get(name, (None, None))
        if low is not None and value is not None and not low <= value <= high:
            raise InputError(f"has a {name} that is not between {low} and {high}")
    if isinstance(record, PhrasingRecord) and not 3 <= len(record.phrase) <= 300:
        raise InputError("has a phrase of fewer than 3 or more than 300 characters")
    if isinstance(record, AttemptRecord) and (record.session_id is None) is not (record.position is None):
        raise InputError("has an attempt that names half of a turn")


def _check_submission(record: SubmissionRecord) -> None:
    if record.verdict is not None and record.verdict not in {*CodeVerdict, *BOARD_VERDICTS}:
        raise InputError("has a submission with a verdict that does not exist")
    if record.judgement is not None:
        if record.verdict in BOARD_VERDICTS:
            _BOARD_CHECK.validate_python(record.judgement)
        else:
            JudgementView.model_validate(record.judgement)
    if (record.state == "judged") is not (record.judgement is not None and record.verdict is not None):
        raise InputError("has a submission that is judged without a judgement, or the other way round")
    if (record.state == "waiting") is not (record.score is None):
        raise InputError("has a submission whose score does not go with its state")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _clean(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case str():
            if len(value) > _MAX_TEXT:
                raise InputError(f"holds a text of more than {_MAX_TEXT:,} characters")
            return clean_text(value, limit=_MAX_TEXT)
        case float() if not math.isfinite(value):
            raise InputError("holds a number that is not finite")
        case list():
            return [_clean(one) for one in value]
        case dict():
            return {_clean(name): _clean(one) for name, one in value.items()}
        case _:
            return value


ROW_KINDS: dict[str, RowKind] = {
    kind.name: kind
    for kind in (
        RowKind("session", SessionRecord, lambda work: work.sessions, ("id",), lambda one: one.finished_at is not None),
        RowKind(
            "turn",
            TurnRecord,
            lambda work: work.turns,
            ("session_id", "position"),
            lambda one: _STATES.index(one.state),
            parent=("session", ("session_id",)),
        ),
        RowKind(
            "draft",
            DraftRecord,
            lambda work: work.drafts,
            ("session_id", "position"),
            lambda one: (not one.open, one.revision),
            parent=("turn", ("session_id", "position")),
        ),
        RowKind(
            "attempt",
            AttemptRecord,
            lambda work: work.attempts,
            ("id",),
            parent=("turn", ("session_id", "position")),
            derived={"score": None},
        ),
        RowKind(
            "grade",
            GradeRecord,
            lambda work: work.grades,
            ("attempt_id", "number"),
            parent=("attempt", ("attempt_id",)),
        ),
        RowKind(
            "override",
            OverrideRecord,
            lambda work: work.overrides,
            ("attempt_id", "point_id"),
            lambda one: one.said_at,
            parent=("attempt", ("attempt_id",)),
        ),
        RowKind(
            "phrasing",
            PhrasingRecord,
            lambda work: work.phrasings,
            ("item_id", "point_id", "phrase"),
            lambda one: max(one.learnt_at, one.removed_at or one.learnt_at),
            parent=("attempt", ("attempt_id",)),
        ),
        RowKind(
            "review",
            ReviewRecord,
            lambda work: work.reviews,
            ("attempt_id",),
            lambda one: one.undone_at is not None,
            parent=("attempt", ("attempt_id",)),
        ),
        RowKind(
            "submission",
            SubmissionRecord,
            lambda work: work.submissions,
            ("attempt_id",),
            lambda one: one.state != "waiting",
            parent=("attempt", ("attempt_id",)),
        ),
        RowKind("item_draft", ItemDraftRecord, lambda work: work.item_drafts, ("item_id",), lambda one: one.revision),
        RowKind(
            "round",
            RoundRecord,
            lambda work: work.rounds,
            ("item_id",),
            lambda one: (
                one.begun_at or _LONG_AGO,
                one.finished_at is not None,
                one.hints,
                one.revealed_at is not None,
            ),
        ),
        RowKind("settings", SettingsRecord, lambda work: work.settings, (), lambda one: one.saved_at or _LONG_AGO),
    )
}
"""In the order in which they are written: a row comes after the one it belongs to."""
