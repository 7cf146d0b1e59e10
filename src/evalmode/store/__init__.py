"""What is kept: sessions, drafts, attempts, verdicts, overrides, memory and settings, in SQLite or PostgreSQL."""

from evalmode.store._repository import Repository
from evalmode.store.code_records import CodeAttemptRecord, CodeDraftRecord, CodeLine, CodeRoundRecord, CodeState
from evalmode.store.records import (
    AttemptLine,
    AttemptRecord,
    CardRecord,
    DraftRecord,
    GradeRecord,
    OverrideRecord,
    ReviewRecord,
    SessionKind,
    SessionRecord,
    SettingsRecord,
    TurnRecord,
)
from evalmode.store.store import Store, Work, open_store

__all__ = [
    "AttemptLine",
    "AttemptRecord",
    "CardRecord",
    "CodeAttemptRecord",
    "CodeDraftRecord",
    "CodeLine",
    "CodeRoundRecord",
    "CodeState",
    "DraftRecord",
    "GradeRecord",
    "OverrideRecord",
    "Repository",
    "ReviewRecord",
    "SessionKind",
    "SessionRecord",
    "SettingsRecord",
    "Store",
    "TurnRecord",
    "Work",
    "open_store",
]
