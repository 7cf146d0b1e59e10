"""The coding room: what a candidate does with a problem, from opening it to beginning anew."""

from evalmode.practice.coding.attempts import code_attempts, get_code_attempt
from evalmode.practice.coding.drafts import save_source
from evalmode.practice.coding.helping import reveal_reference, take_hint
from evalmode.practice.coding.judging import resume_judging
from evalmode.practice.coding.narrating import narrate
from evalmode.practice.coding.problems import judge_status, list_problems, open_problem
from evalmode.practice.coding.resetting import reset_all_problems, reset_problem
from evalmode.practice.coding.submitting import run_examples, submit_code

__all__ = [
    "code_attempts",
    "get_code_attempt",
    "judge_status",
    "list_problems",
    "narrate",
    "open_problem",
    "reset_all_problems",
    "reset_problem",
    "resume_judging",
    "reveal_reference",
    "run_examples",
    "save_source",
    "submit_code",
    "take_hint",
]
