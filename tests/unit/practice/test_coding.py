"""The coding room, from the first look at a problem to beginning anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evalmode.core import CodeVerdict, ConflictError, InputError, NotFoundError, UnavailableError
from evalmode.practice import (
    code_attempts,
    get_code_attempt,
    get_feedback,
    list_problems,
    narrate,
    open_problem,
    override,
    progress,
    readiness,
    reset_all_problems,
    reset_problem,
    resume_grading,
    resume_judging,
    reveal_reference,
    run_examples,
    save_source,
    show_item,
    submit_code,
    take_hint,
    today,
    topic_map,
    undo_review,
)
from evalmode.practice.values import (
    HintRequest,
    NarrationRequest,
    ProblemState,
    ResetRequest,
    RunRequest,
    SourceDraftRequest,
    SubmitRequest,
)
from practice_kit import LiteralGrader, LiteralJudge, points_of, small_bank

if TYPE_CHECKING:
    from evalmode.core import FixedClock
    from evalmode.practice import Practice
    from evalmode.practice.values import CodeFeedback, ProblemBrief

SLUG, ITEM = "leaky-relu", "code/leaky-relu"
DAY = 86_400
POINTS = points_of(ITEM, "narration")


def submit(p: Practice, source: str = "right", seconds: float = 60) -> CodeFeedback:
    return submit_code(p, SLUG, SubmitRequest(source=source, seconds_used=seconds))


def brief(p: Practice) -> ProblemBrief:
    return next(one for one in list_problems(p) if one.id == SLUG)


def stored(p: Practice, learner: str = "local") -> tuple[int, int, int]:
    """How many attempts, reviews and cards there are."""
    with p.store.read(learner) as work:
        return len(work.attempts.all()), len(work.reviews.all()), len(work.cards.all())


class FailingJudge(LiteralJudge):
    """Fails in the way it is told."""

    def __init__(self, error: Exception | None = None):
        self.error = error

    def judge(self, problem, source, mode="submit"):
        """Fail."""
        if self.error is not None:
            raise self.error
        return replace(super().judge(problem, source, mode), verdict=CodeVerdict.INTERNAL_ERROR, message="Lost it.")


# Looking


def test_a_new_problem_shows_everything_but_the_solution(p: Practice):
    view = open_problem(p, SLUG)
    item = small_bank().get(ITEM)
    assert view.brief == brief(p)
    assert (view.brief.state, view.brief.attempts, view.brief.due) == (ProblemState.NEW, 0, None)
    assert view.draft == view.starter == item.starter.read_text()
    assert (view.draft_revision, view.draft_saved_at) == (0, None)
    assert (view.hints, view.hints_total, view.tries, view.finished) == ((), 3, 0, False)
    assert view.solution is None
    said = view.model_dump_json()
    assert item.why[:30] not in said
    assert not any(hint in said for hint in item.hints)
    assert "np.where(x < 0, slope * x, x)" not in said


def test_a_name_is_short_or_full_and_must_exist(p: Practice):
    assert open_problem(p, ITEM) == open_problem(p, SLUG)
    with pytest.raises(NotFoundError, match="leaky-relu"):
        open_problem(p, "leaky-rely")
    with pytest.raises(NotFoundError):
        open_problem(p, "softmax")  # a question, and no problem


def test_an_author_who_is_not_done_yet_breaks_nothing(p: Practice, tmp_path):
    item = small_bank().get(ITEM).model_copy(update={"path": tmp_path / "problem.md"})
    half = replace(p, bank=type(p.bank)(p.bank.packs, (item,)))
    view = open_problem(half, SLUG)
    assert view.starter == ""
    assert reveal_reference(half, SLUG).solution.reference == ""


# Typing


def test_a_draft_is_there_again(p: Practice, clock: FixedClock):
    saved = save_source(p, SLUG, SourceDraftRequest(source="import numpy", revision=0))
    assert (saved.revision, saved.saved_at) == (1, clock.now())
    view = open_problem(p, SLUG)
    assert (view.draft, view.draft_revision, view.draft_saved_at) == ("import numpy", 1, clock.now())
    assert brief(p).state == ProblemState.STARTED


def test_two_tabs_do_not_overwrite_each_other(p: Practice):
    save_source(p, SLUG, SourceDraftRequest(source="one", revision=0))
    assert save_source(p, SLUG, SourceDraftRequest(source="one", revision=0)).revision == 1  # its receipt was lost
    with pytest.raises(ConflictError, match="another tab"):
        save_source(p, SLUG, SourceDraftRequest(source="two", revision=0))
    assert open_problem(p, SLUG).draft == "one"
    assert save_source(p, SLUG, SourceDraftRequest(source="two", revision=0, force=True)).revision == 2


def test_a_program_may_have_a_megabyte_and_no_more(p: Practice):
    fits, too_large = "é" * 500_000, "é" * 500_001
    assert submit(p, fits).source == fits
    for refuse in (
        lambda: submit(p, too_large),
        lambda: run_examples(p, SLUG, RunRequest(source=too_large)),
        lambda: save_source(p, SLUG, SourceDraftRequest(source=too_large, revision=0)),
    ):
        with pytest.raises(InputError, match="1,000,002 bytes; at most 1,000,000"):
            refuse()
    assert stored(p)[0] == 1


def test_what_no_database_can_carry_is_mended(p: Practice):
    feedback = submit(p, "right\x00 = '\ud800'\r\n\x0c")
    assert feedback.source == "right = '\N{REPLACEMENT CHARACTER}'\n"


# Running and handing in


def test_running_the_examples_is_no_attempt(p: Practice):
    judgement = run_examples(p, SLUG, RunRequest(source="wrong"))
    assert judgement.verdict is CodeVerdict.WRONG_ANSWER
    assert [check.name for check in judgement.checks] == ["loads"]
    assert stored(p) == (0, 0, 0)
    with pytest.raises(UnavailableError):
        run_examples(replace(p, judge=FailingJudge(UnavailableError("No torch."))), SLUG, RunRequest(source=""))


def test_a_right_program_ends_the_round_and_shows_the_solution(p: Practice, clock: FixedClock):
    feedback = submit(p)
    assert (feedback.state, feedback.score, feedback.tries, feedback.hints) == ("judged", 1.0, 1, 0)
    assert feedback.judgement.verdict is CodeVerdict.ACCEPTED
    assert feedback.memory.rating == "easy"
    assert feedback.solution.reference == small_bank().get(ITEM).solution.read_text()
    assert [other.name for other in feedback.solution.others] == ["right/plain.py"]
    assert feedback == get_code_attempt(p, feedback.attempt_id)
    assert open_problem(p, SLUG).solution == feedback.solution
    line = brief(p)
    assert (line.state, line.attempts, line.last_verdict) == (ProblemState.PASSED, 1, CodeVerdict.ACCEPTED)
    assert (line.best_ratio, line.last_attempt_at, line.due) == (5.0, clock.now(), feedback.memory.due)


def test_a_wrong_program_is_told_so_and_counts_as_a_try(p: Practice, clock: FixedClock):
    feedback = submit(p, "wrong")
    assert (feedback.state, feedback.score, feedback.memory, feedback.solution) == ("judged", 0.25, None, None)
    assert [check.passed for check in feedback.judgement.checks] == [True, False]
    assert brief(p).state == ProblemState.STARTED
    clock.advance(60)
    assert open_problem(p, SLUG).tries == 1
    again = submit(p)
    assert (again.tries, again.score) == (2, 0.95)
    assert stored(p) == (2, 1, 1)


def test_the_best_ratio_is_the_least_of_what_was_accepted(p: Practice, clock: FixedClock):
    for source in ("right and long", "right", "# wrong_answer", "right again"):
        clock.advance(60)
        submit(p, source)
    assert brief(p).best_ratio == len("right")
    assert [line.verdict for line in code_attempts(p, SLUG)] == ["accepted", "wrong_answer", "accepted", "accepted"]


def test_a_round_is_one_review_however_often_it_is_solved(p: Practice, clock: FixedClock):
    first = submit(p)
    clock.advance(60)
    second = submit(p, "right in another way")
    assert first.memory is not None
    assert second.memory is None
    assert stored(p) == (2, 1, 1)


def test_overtime_costs_a_step(p: Practice):
    assert submit(p, seconds=601).memory.rating == "good"


def test_the_next_day_a_new_round_begins_by_itself(p: Practice, clock: FixedClock):
    save_source(p, SLUG, SourceDraftRequest(source="right", revision=0))
    take_hint(p, SLUG, HintRequest(number=1))
    submit(p)
    clock.advance(DAY)
    view = open_problem(p, SLUG)
    assert (view.draft, view.hints, view.tries, view.finished, view.solution) == (view.starter, (), 0, False, None)
    assert view.draft_revision == 1
    feedback = submit(p, "right from memory")
    assert (feedback.hints, feedback.tries, feedback.memory.rating) == (0, 1, "easy")
    assert stored(p) == (2, 2, 1)


def test_a_round_that_is_not_over_goes_on_the_next_day(p: Practice, clock: FixedClock):
    save_source(p, SLUG, SourceDraftRequest(source="half of it", revision=0))
    take_hint(p, SLUG, HintRequest(number=1))
    submit(p, "wrong")
    clock.advance(DAY)
    view = open_problem(p, SLUG)
    assert (view.draft, len(view.hints), view.tries) == ("half of it", 1, 1)


# When judging fails


@pytest.mark.parametrize(
    ("judge", "says"),
    [
        (FailingJudge(UnavailableError("No torch.", hint="Install it.")), "judged later. No torch. Install it."),
        (FailingJudge(ZeroDivisionError()), "tried again at the next start"),
        (FailingJudge(), "which is our fault"),
    ],
)
def test_what_cannot_be_judged_is_kept_and_judged_at_the_next_start(p: Practice, clock: FixedClock, judge, says):
    feedback = submit_code(replace(p, judge=judge), SLUG, SubmitRequest(source="right"))
    assert (feedback.state, feedback.score, feedback.judgement, feedback.memory) == ("waiting", None, None, None)
    assert says in feedback.says
    assert brief(p).last_verdict is None
    assert open_problem(p, SLUG).tries == 0  # never held against the candidate
    assert resume_judging(replace(p, judge=judge)) == 0
    assert resume_grading(p) == 0  # it is not for the grader of words
    clock.advance(3 * DAY)
    assert resume_judging(p) == 1
    assert resume_judging(p) == 0
    after = get_code_attempt(p, feedback.attempt_id)
    assert (after.state, after.score, after.says, after.memory.rating) == ("judged", 1.0, "", "easy")
    assert brief(p).state == ProblemState.PASSED


def test_everybodys_programs_are_judged_at_the_next_start(p: Practice):
    for learner in ("ann", "ben"):
        submit_code(replace(p, learner=learner, judge=FailingJudge()), SLUG, SubmitRequest(source="right"))
    assert resume_judging(p) == 2
    assert [brief(replace(p, learner=learner)).state for learner in ("ann", "ben", "local")] == [
        ProblemState.PASSED,
        ProblemState.PASSED,
        ProblemState.NEW,
    ]


def test_the_same_program_sent_again_while_it_waits_is_one_attempt(p: Practice):
    first = submit_code(replace(p, judge=FailingJudge()), SLUG, SubmitRequest(source="right"))
    second = submit(p)
    assert (second.attempt_id, second.state) == (first.attempt_id, "judged")
    assert stored(p)[0] == 1


def test_a_problem_that_left_the_bank_keeps_its_history(p: Practice):
    feedback = submit_code(replace(p, judge=FailingJudge()), SLUG, SubmitRequest(source="right"))
    gone = replace(p, bank=type(p.bank)((), ()))
    assert resume_judging(gone) == 0
    assert get_code_attempt(gone, feedback.attempt_id).title == "Leaky ReLU"
    assert list_problems(gone) == ()
    assert reset_all_problems(gone, ResetRequest(history=True)).attempts == 1


def test_what_a_program_prints_is_kept_as_far_as_a_database_can(p: Practice):
    class Odd(LiteralJudge):
        def judge(self, problem, source, mode="submit"):
            judged = super().judge(problem, source, mode)
            check = replace(judged.checks[0], max_abs_error=float("inf"), max_rel_error=float("nan"))
            return replace(judged, checks=(check,), stdout="a\x00b\ud800\x1b[31m")

    feedback = submit_code(replace(p, judge=Odd()), SLUG, SubmitRequest(source="right"))
    assert feedback.judgement.stdout == "ab\N{REPLACEMENT CHARACTER}[31m"
    assert feedback.judgement.checks[0].max_abs_error is None


# Help


def test_hints_come_one_after_the_other_and_cost_once(p: Practice):
    with pytest.raises(ConflictError, match="earlier hint"):
        take_hint(p, SLUG, HintRequest(number=2))
    for _ in range(3):
        assert len(take_hint(p, SLUG, HintRequest(number=1)).hints) == 1
    taken = take_hint(p, SLUG, HintRequest(number=2))
    assert (len(taken.hints), taken.total) == (2, 3)
    assert open_problem(p, SLUG).hints == taken.hints
    with pytest.raises(NotFoundError, match="has 3 hints"):
        take_hint(p, SLUG, HintRequest(number=4))
    feedback = submit(p)
    assert (feedback.hints, feedback.score, feedback.memory.rating) == (2, pytest.approx(0.7), "good")


def test_giving_up_shows_the_reference_and_comes_back_tomorrow(p: Practice, clock: FixedClock):
    save_source(p, SLUG, SourceDraftRequest(source="as far as I got", revision=0))
    view = reveal_reference(p, SLUG)
    assert view.solution.reference
    assert (view.finished, view.brief.state, view.brief.attempts) == (True, ProblemState.GIVEN_UP, 0)
    (line,) = code_attempts(p, SLUG)
    assert (line.state, line.verdict, line.score) == ("given_up", None, 0.0)
    kept = get_code_attempt(p, line.attempt_id)
    assert (kept.source, kept.memory.rating, kept.revealed) == ("as far as I got", "again", True)
    assert (view.brief.due - clock.now()).days <= 1
    reveal_reference(p, SLUG)
    assert stored(p) == (1, 1, 1)


def test_what_is_accepted_after_the_reference_was_seen_proves_little(p: Practice, clock: FixedClock):
    reveal_reference(p, SLUG)
    clock.advance(60)
    feedback = submit(p)
    assert (feedback.revealed, feedback.score, feedback.memory) == (True, 0.3, None)
    assert stored(p) == (2, 1, 1)


def test_looking_at_the_reference_of_a_problem_that_was_passed_costs_nothing(p: Practice, clock: FixedClock):
    due = submit(p).memory.due
    assert reveal_reference(p, SLUG).brief.due == due
    clock.advance(DAY)
    assert open_problem(p, SLUG).solution is None
    view = reveal_reference(p, SLUG)
    assert view.solution is not None
    assert (view.brief.due, view.brief.state) == (due, ProblemState.PASSED)
    assert stored(p) == (1, 1, 1)


def test_giving_up_on_what_is_due_is_forgetting_it(p: Practice, clock: FixedClock):
    due = submit(p).memory.due
    clock.moment = due
    reveal_reference(p, SLUG)
    with p.store.read("local") as work:
        assert [review.rating for review in work.reviews.of_item(ITEM)] == [4, 1]


# Narration


def test_a_narration_is_graded_like_an_answer_and_is_no_review_by_itself(p: Practice):
    feedback = narrate(p, SLUG, NarrationRequest(text=POINTS[0], seconds_used=50))
    assert (feedback.part, feedback.score, feedback.memory) == ("narration", 0.5, None)
    assert feedback.graded
    assert get_feedback(p, feedback.attempt_id) == feedback
    assert (feedback.why, feedback.follow_ups, feedback.sources) == ("", (), ())  # told once it is solved
    view = open_problem(p, SLUG)
    assert (view.narration.attempt_id, view.narration.score) == (feedback.attempt_id, 0.5)
    assert stored(p) == (1, 0, 0)


def test_code_and_narration_count_together(p: Practice, clock: FixedClock):
    narrate(p, SLUG, NarrationRequest(text="nothing to the point"))
    clock.advance(60)
    feedback = submit(p)
    assert feedback.score == 1.0
    assert feedback.memory.rating == "good"  # 0.8 of 1 and 0.2 of 0
    with p.store.read("local") as work:
        assert work.reviews.get(feedback.attempt_id).score == pytest.approx(0.8)


def test_insisting_on_what_was_said_counts_in_the_review(p: Practice, clock: FixedClock):
    said = narrate(p, SLUG, NarrationRequest(text=POINTS[0]))
    clock.advance(60)
    feedback = submit(p)
    override(p, said.attempt_id, POINTS[1], True)
    with p.store.read("local") as work:
        assert work.reviews.get(feedback.attempt_id).score == pytest.approx(1.0)


def test_a_narration_that_is_graded_later_counts_in_the_review(p: Practice, clock: FixedClock):
    class Broken(LiteralGrader):
        def grade(self, *_):
            raise ZeroDivisionError

    said = narrate(replace(p, grader=Broken()), SLUG, NarrationRequest(text=""))
    assert not said.graded
    clock.advance(60)
    feedback = submit(p)
    assert feedback.memory.rating == "easy"
    assert resume_grading(p) == 1
    assert get_code_attempt(p, feedback.attempt_id).memory.rating == "good"


def test_a_narration_of_an_earlier_round_does_not_count(p: Practice, clock: FixedClock):
    narrate(p, SLUG, NarrationRequest(text=""))
    submit(p)
    clock.advance(DAY)
    assert open_problem(p, SLUG).narration is None
    assert submit(p, "right again").memory.rating == "easy"


def test_a_program_is_not_for_those_who_object_to_grades(p: Practice):
    attempt = submit(p).attempt_id
    for refuse in (
        lambda: get_feedback(p, attempt),
        lambda: override(p, attempt, "x", True),
        lambda: undo_review(p, attempt),
    ):
        with pytest.raises(InputError, match="is a program"):
            refuse()
    with pytest.raises(NotFoundError):
        get_code_attempt(p, narrate(p, SLUG, NarrationRequest(text="")).attempt_id)


# Beginning anew


def test_a_reset_keeps_the_history(p: Practice, clock: FixedClock):
    save_source(p, SLUG, SourceDraftRequest(source="right", revision=0))
    take_hint(p, SLUG, HintRequest(number=1))
    submit(p)
    clock.advance(60)
    assert reset_problem(p, SLUG, ResetRequest()).attempts == 0
    view = open_problem(p, SLUG)
    assert (view.draft, view.hints, view.finished, view.solution) == (view.starter, (), False, None)
    assert (view.brief.state, view.brief.attempts) == (ProblemState.PASSED, 1)
    assert view.brief.due is not None
    with pytest.raises(ConflictError):  # a tab that still shows the old text
        save_source(p, SLUG, SourceDraftRequest(source="right, continued", revision=1))


def test_a_reset_with_history_leaves_a_new_problem(p: Practice, clock: FixedClock):
    narrate(p, SLUG, NarrationRequest(text=""))
    submit(p)
    submit_code(p, "one-hot", SubmitRequest(source="right"))
    clock.advance(60)
    assert reset_problem(p, SLUG, ResetRequest(history=True)).attempts == 2
    assert (brief(p).state, brief(p).due) == (ProblemState.NEW, None)
    assert stored(p) == (1, 1, 1)


def test_resetting_everything_touches_nobody_else_and_no_questions(p: Practice, clock: FixedClock):
    from evalmode.practice import practise_once

    other = replace(p, learner="other")
    for one in (p, other):
        practise_once(one, "softmax", "")
        submit(one)
    save_source(p, "one-hot", SourceDraftRequest(source="x", revision=0))
    clock.advance(60)
    report = reset_all_problems(p, ResetRequest(history=True))
    assert (report.problems, report.attempts) == (2, 1)
    assert {one.state for one in list_problems(p)} == {ProblemState.NEW}
    assert stored(p) == (1, 1, 1)
    assert stored(p, "other") == (2, 2, 2)


# Everything else counts code, too


def test_the_pages_count_a_problem_once_a_day(p: Practice, clock: FixedClock):
    for number, source in enumerate(("wrong", "wrong still", "right")):
        clock.advance(60)
        submit(p, source, seconds=60 * (number + 1))
    page = today(p)
    assert (page.practised_today, page.streak_days, page.new) == (1, 1, 10)
    looking_back = progress(p)
    assert (looking_back.attempts, looking_back.minutes, looking_back.mean_score) == (1, 3.0, pytest.approx(0.9))
    assert {topic.topic for topic in looking_back.topics} == {"relu-gelu-swish", "dying-relu"}


def test_a_solved_problem_is_evidence(p: Practice):
    before = {item.id: item for item in readiness(p).items}["non-linearities"]
    attempt = submit(p)
    after = {item.id: item for item in readiness(p).items}["non-linearities"]
    assert after.progress > before.progress
    (evidence,) = after.evidence
    assert (evidence.item_id, evidence.attempt_id, evidence.counts) == (ITEM, attempt.attempt_id, True)


def test_a_problem_solved_with_the_reference_is_none(p: Practice):
    reveal_reference(p, SLUG)
    item = {item.id: item for item in readiness(p).items}["non-linearities"]
    assert item.progress == 0


def test_the_day_names_a_problem(p: Practice, clock: FixedClock):
    page = today(p)
    assert (page.problem.item_id, page.problem.minutes) == (ITEM, 10)  # what the checklist asks for comes first
    submit(p)
    assert today(p).problem.item_id == "code/one-hot"
    submit_code(p, "one-hot", SubmitRequest(source="right"))
    assert today(p).problem is None
    clock.moment = brief(p).due
    page = today(p)
    assert page.problem.item_id == ITEM
    assert ITEM in [one.item_id for one in page.due]
    assert all(not name.startswith("code/") for name in page.suggestion.items)


def test_the_library_shows_problems_without_their_solutions(p: Practice):
    submit(p, "wrong")
    view = show_item(p, ITEM)
    assert (view.brief.kind, view.brief.seconds, view.brief.attempts) == ("code", 600, 1)
    assert "slope * x, x" not in view.model_dump_json()
    assert [point.part for point in view.points] == ["narration", "narration"]
    assert [line.part for line in view.history] == ["code"]
    assert ITEM in {topic.id: topic for topic in topic_map(p).topics}["dying-relu"].items
