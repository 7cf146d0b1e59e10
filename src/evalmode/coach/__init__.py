"""When an item comes back, which one comes next, and what a history of attempts proves. Pure functions over values."""

from evalmode.coach.calendar import Day, calendar, day_of, end_of_day, streak
from evalmode.coach.coding import code_score, made_score, with_narration
from evalmode.coach.mastery import Practised, mastery, weakest_first
from evalmode.coach.rating import Rating, rate
from evalmode.coach.readiness import Shown, Standing, judge_readiness, weakest
from evalmode.coach.retention import RetentionWeek, retention
from evalmode.coach.scheduling import Memory, Review, recall, remember, retrace
from evalmode.coach.selection import Candidate, choose

__all__ = [
    "Candidate",
    "Day",
    "Memory",
    "Practised",
    "Rating",
    "RetentionWeek",
    "Review",
    "Shown",
    "Standing",
    "calendar",
    "choose",
    "code_score",
    "day_of",
    "end_of_day",
    "judge_readiness",
    "made_score",
    "mastery",
    "rate",
    "recall",
    "remember",
    "retention",
    "retrace",
    "streak",
    "weakest",
    "weakest_first",
    "with_narration",
]
