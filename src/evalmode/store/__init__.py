"""What is kept: sessions, drafts, attempts, verdicts, overrides, memory and settings, in SQLite or PostgreSQL."""

from evalmode.store._repository import Repository
from evalmode.store.records import (
    AttemptLine,
    AttemptRecord,
    CardRecord,
    DraftRecord,
    GradeRecord,
    OverrideRecord,
    PhrasingRecord,
    ReviewRecord,
    SessionKind,
    SessionRecord,
    SettingsRecord,
    TurnRecord,
)
from evalmode.store.store import Store, Work, open_store
from evalmode.store.submission_records import (
    ItemDraftRecord,
    RoundRecord,
    SubmissionLine,
    SubmissionRecord,
    SubmissionState,
)

__all__ = [
    "AttemptLine",
    "AttemptRecord",
    "CardRecord",
    "DraftRecord",
    "GradeRecord",
    "ItemDraftRecord",
    "OverrideRecord",
    "PhrasingRecord",
    "Repository",
    "ReviewRecord",
    "RoundRecord",
    "SessionKind",
    "SessionRecord",
    "SettingsRecord",
    "Store",
    "SubmissionLine",
    "SubmissionRecord",
    "SubmissionState",
    "TurnRecord",
    "Work",
    "open_store",
]
