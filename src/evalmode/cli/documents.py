"""The documents that commands print with ``--json`` or read, by name; ``evalmode schema`` publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from evalmode.answers.evaluate import Evaluation
from evalmode.bank.schemas import json_schema
from evalmode.board.values import BoardCheck
from evalmode.cli.bank_documents import ItemList, LintReport, NewItem, ProofReport, TopicList
from evalmode.cli.bank_mutants import MutantsReport
from evalmode.cli.board_documents import BoardFault, BoardLine, BoardRequest, ConvertedDrawing
from evalmode.cli.code_documents import ProblemList, StartedProblem
from evalmode.cli.draw_documents import ArchitectureList, StartedDrawing
from evalmode.cli.faults import BatchFault
from evalmode.cli.judge_documents import CodeRequest, JudgedLine, JudgeFault, SandboxReport
from evalmode.practice.value import Value
from evalmode.practice.values import (
    Ability,
    BoardSolution,
    CodeFeedback,
    DrawingFeedback,
    Feedback,
    GradedAnswer,
    HintsTaken,
    ImportReport,
    JudgementView,
    ModuleRunView,
    NextPiece,
    PhrasingList,
    PhrasingPatch,
    Progress,
    Readiness,
    ResetReport,
    SessionSummary,
    Settings,
    SolutionView,
)


class BatchRequest(Value):
    """One input line of ``evalmode grade --batch``."""

    item: str
    """The question's name."""
    answer: str
    part: str | None = None
    """Of a deep question: the part that it answers."""


class Export(Value):
    """The receipt for an export."""

    file: str
    format: Literal["jsonl", "csv", "apkg"]
    bytes: int


class Serving(Value):
    """Where the server answers; printed once, when it is ready."""

    url: str
    """The address, with the token that lets one browser in."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that programs may build on.

    Args:
        says: One line on what it is.
        type: The value it is made from, or the name that the bank's own schemas know it by.
        mode: Whether evalmode writes it or reads it.
    """

    says: str
    type: Any
    mode: Literal["serialization", "validation"] = "serialization"

    def json_schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        if isinstance(self.type, str):
            return json_schema(self.type)
        return TypeAdapter(self.type).json_schema(mode=self.mode)


DOCUMENTS: dict[str, Document] = {
    "grade": Document("evalmode grade --json", GradedAnswer),
    "grade-batch-input": Document("a line that evalmode grade --batch reads", BatchRequest, "validation"),
    "grade-batch": Document("a line that evalmode grade --batch prints", GradedAnswer | BatchFault),
    "evaluation": Document("evalmode grade --evaluate FILE --json", Evaluation),
    "judgement": Document("evalmode judge --json and evalmode code check --json", JudgementView),
    "judge-batch-input": Document("a line that evalmode judge --batch reads", CodeRequest, "validation"),
    "judge-batch": Document("a line that evalmode judge --batch prints", JudgedLine | JudgeFault),
    "sandbox": Document("evalmode judge --serve-check --json", SandboxReport),
    "board": Document("evalmode board --json", BoardCheck),
    "board-batch-input": Document("a line that evalmode board --batch reads", BoardRequest, "validation"),
    "board-batch": Document("a line that evalmode board --batch prints", BoardLine | BoardFault),
    "draw-list": Document("evalmode draw list --json", ArchitectureList),
    "draw-start": Document("evalmode draw start --json", StartedDrawing),
    "draw-submit": Document("evalmode draw submit --json", DrawingFeedback),
    "draw-hint": Document("evalmode draw hint --json", NextPiece),
    "draw-run": Document("evalmode draw run --json", ModuleRunView),
    "draw-say": Document("evalmode draw say --json", Feedback),
    "draw-references": Document("evalmode draw references --json", BoardSolution),
    "draw-convert": Document("evalmode draw convert --json", ConvertedDrawing),
    "draw-reset": Document("evalmode draw reset --json", ResetReport),
    "code-list": Document("evalmode code list --json", ProblemList),
    "code-start": Document("evalmode code start --json", StartedProblem),
    "code-submit": Document("evalmode code submit --json", CodeFeedback),
    "code-hint": Document("evalmode code hint --json", HintsTaken),
    "code-reset": Document("evalmode code reset --json", ResetReport),
    "code-solution": Document("evalmode code solution --json", SolutionView),
    "drill": Document("evalmode drill --json, once the session is over", SessionSummary),
    "deep": Document("evalmode deep --json, once the session is over", SessionSummary),
    "ready": Document("evalmode ready --json", Readiness),
    "stats": Document("evalmode stats --json", Progress),
    "settings": Document("evalmode settings --json", Settings),
    "doctor": Document("evalmode doctor --json", tuple[Ability, ...]),
    "export": Document("evalmode export FILE --json", Export),
    "import": Document("evalmode import FILE --json", ImportReport),
    "serve": Document("evalmode serve --json", Serving),
    "bank-list": Document("evalmode bank list --json", ItemList),
    "bank-topics": Document("evalmode bank topics --json", TopicList),
    "bank-lint": Document("evalmode bank lint --json", LintReport),
    "bank-mutants": Document("evalmode bank mutants --json", MutantsReport),
    "bank-prove": Document("evalmode bank prove --json", ProofReport),
    "bank-new": Document("evalmode bank new --json", NewItem),
    "bank-phrasings": Document("evalmode bank phrasings list --json and remove --json", PhrasingList),
    "bank-phrasings-patch": Document("evalmode bank phrasings patch --json", PhrasingPatch),
    "rapid": Document("a rapid-fire question in a content pack; evalmode bank show --json", "rapid", "validation"),
    "deep-item": Document("a deep-dive question in a content pack; evalmode bank show --json", "deep", "validation"),
    "code-item": Document("a coding problem in a content pack; evalmode bank show --json", "code", "validation"),
    "board-item": Document("an architecture in a content pack; evalmode bank show --json", "board", "validation"),
    "guide": Document("a page of the guide in a content pack; evalmode bank show --json", "guide", "validation"),
    "manifest": Document("pack.yaml of a content pack", "manifest", "validation"),
    "topics": Document("topics.yaml of a content pack", "topics", "validation"),
}
