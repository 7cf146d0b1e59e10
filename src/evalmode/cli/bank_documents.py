"""What ``evalmode bank … --json`` prints. Programs build on these: fields are added, never renamed or removed."""

from __future__ import annotations

from pydantic import BaseModel

from evalmode.bank import Item, Level, Problem, ProofOutcome, ProofResult, Topic
from evalmode.bank.models import BoardItem, CodeItem, DeepItem, RapidItem


class ItemLine(BaseModel):
    """One item of a list."""

    id: str
    kind: str
    title: str
    level: Level
    topics: tuple[str, ...]
    checklist: tuple[str, ...]
    seconds: int | None
    pack: str

    @classmethod
    def of(cls, item: Item) -> ItemLine:
        """The line of an item; its id is the full one."""
        return cls(
            id=str(item.item_id),
            kind=item.kind,
            title=item.title,
            level=item.level,
            topics=item.topics,
            checklist=item.checklist,
            seconds=_seconds(item),
            pack=item.pack,
        )


def _seconds(item: Item) -> int | None:
    match item:
        case RapidItem() | DeepItem():
            return item.seconds
        case BoardItem() | CodeItem():
            return item.minutes * 60
        case _:
            return None


class ItemList(BaseModel):
    """``evalmode bank list --json``."""

    items: tuple[ItemLine, ...]


class TopicLine(BaseModel):
    """One topic, with the items that ask about it."""

    id: str
    title: str
    area: str
    level: Level
    prerequisites: tuple[str, ...]
    items: tuple[str, ...]

    @classmethod
    def of(cls, topic: Topic, items: tuple[str, ...]) -> TopicLine:
        """The line of a topic."""
        return cls(**topic.model_dump(), items=items)


class TopicList(BaseModel):
    """``evalmode bank topics --json``."""

    topics: tuple[TopicLine, ...]


class ProblemLine(BaseModel):
    """One thing to mend."""

    path: str
    line: int
    field: str
    message: str
    rule: str

    @classmethod
    def of(cls, problem: Problem) -> ProblemLine:
        """The line of a problem."""
        return cls(
            path=str(problem.path), line=problem.line, field=problem.field, message=problem.message, rule=problem.rule
        )


class LintReport(BaseModel):
    """``evalmode bank lint --json``."""

    items: int
    graded: bool
    judged: bool
    problems: tuple[ProblemLine, ...]


class ProofLine(BaseModel):
    """What became of one proof, or why key points have none."""

    item: str
    index: int | None
    proves: tuple[str, ...]
    outcome: ProofOutcome
    evidence: str
    message: str
    path: str
    line: int | None
    seconds: float

    @classmethod
    def of(cls, result: ProofResult) -> ProofLine:
        """The line of a result."""
        return cls(
            item=str(result.item_id),
            index=result.index,
            proves=result.proves,
            outcome=result.outcome,
            evidence=result.evidence,
            message=result.message,
            path=str(result.path),
            line=result.line,
            seconds=result.seconds,
        )


class ProofReport(BaseModel):
    """``evalmode bank prove --json``."""

    results: tuple[ProofLine, ...]
    counts: dict[ProofOutcome, int]


class NewItem(BaseModel):
    """``evalmode bank new --json``."""

    path: str
