"""The use cases: what a person does with evalmode, whether in the browser, in the terminal or from a program."""

from evalmode.practice.anki import export_apkg
from evalmode.practice.attempts import (
    get_feedback,
    grade_once,
    override,
    practise_once,
    resume_grading,
    undo_review,
)
from evalmode.practice.checklist import readiness
from evalmode.practice.coding import (
    code_attempts,
    get_code_attempt,
    judge_status,
    list_problems,
    narrate,
    open_problem,
    reset_all_problems,
    reset_problem,
    resume_judging,
    reveal_reference,
    run_examples,
    save_source,
    submit_code,
    take_hint,
)
from evalmode.practice.day import today
from evalmode.practice.history import progress
from evalmode.practice.library import guide, list_items, run_proofs, show_item, topic_map
from evalmode.practice.portability import erase, export_lines, import_lines
from evalmode.practice.practice import Practice, Prover
from evalmode.practice.sessions import finish_session, get_session, open_sessions, start_session, summarise
from evalmode.practice.settings import get_settings, put_settings
from evalmode.practice.spreadsheet import export_csv
from evalmode.practice.turns import answer_turn, ask_turn, save_draft, skip_turn, stop_deeper

__all__ = [
    "Practice",
    "Prover",
    "answer_turn",
    "ask_turn",
    "code_attempts",
    "erase",
    "export_apkg",
    "export_csv",
    "export_lines",
    "finish_session",
    "get_code_attempt",
    "get_feedback",
    "get_session",
    "get_settings",
    "grade_once",
    "guide",
    "import_lines",
    "judge_status",
    "list_items",
    "list_problems",
    "narrate",
    "open_problem",
    "open_sessions",
    "override",
    "practise_once",
    "progress",
    "put_settings",
    "readiness",
    "reset_all_problems",
    "reset_problem",
    "resume_grading",
    "resume_judging",
    "reveal_reference",
    "run_examples",
    "run_proofs",
    "save_draft",
    "save_source",
    "show_item",
    "skip_turn",
    "start_session",
    "stop_deeper",
    "submit_code",
    "summarise",
    "take_hint",
    "today",
    "topic_map",
    "undo_review",
]
