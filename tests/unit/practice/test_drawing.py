"""The whiteboard room, from the first look at an architecture to beginning anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evalmode.board.layout import lay_out, to_scene
from evalmode.board.notation import parse_notation
from evalmode.core import ConflictError, InputError, NotFoundError
from evalmode.practice import (
    check_sheet,
    convert_sheet,
    drawing_attempts,
    export_lines,
    get_code_attempt,
    get_drawing_attempt,
    import_lines,
    list_architectures,
    list_problems,
    list_stencils,
    next_piece,
    open_architecture,
    progress,
    reset_all_architectures,
    reset_all_problems,
    reset_architecture,
    resume_checking,
    reveal_references,
    save_sheet,
    say_about_drawing,
    show_item,
    submit_drawing,
    today,
    topic_map,
)
from evalmode.practice.drawing.sheets import MAX_SHEET_BYTES, pack_sheet, sheet_of, unpack_sheet
from evalmode.practice.making import hand_in
from evalmode.practice.values import (
    ConvertRequest,
    NextPieceRequest,
    ProblemState,
    ResetRequest,
    Sheet,
    SheetCorrection,
    SheetDraftRequest,
    SheetRequest,
    SheetSubmitRequest,
    SpokenAnswerRequest,
)
from practice_kit import practice_on, small_bank

if TYPE_CHECKING:
    from evalmode.core import FixedClock
    from evalmode.practice import Practice
    from evalmode.practice.values import ArchitectureBrief, DrawingFeedback

SLUG, ITEM = "residual-mlp", "board/residual-mlp"
DAY = 86_400
RIGHT = "x (B, d) -> Linear 4d -> ReLU -> Linear d -> + x -> y (B, d)\n"
WRONG = "x (B, d) -> Linear 4d -> ReLU -> Linear d -> y (B, d)\n"


def submit(p: Practice, notation: str = RIGHT, seconds: float = 60) -> DrawingFeedback:
    return submit_drawing(p, SLUG, SheetSubmitRequest(sheet=Sheet(notation=notation), seconds_used=seconds))


def brief(p: Practice) -> ArchitectureBrief:
    return next(one for one in list_architectures(p) if one.id == SLUG)


def scene_of(notation: str) -> dict:
    return to_scene(lay_out(parse_notation(notation)))


def test_what_was_never_tried_is_new_and_gives_nothing_away(p: Practice):
    assert brief(p).state is ProblemState.NEW
    view = open_architecture(p, SLUG)
    assert view.draft == Sheet()
    assert view.solution is None
    assert [one.part for one in view.spoken] == ["trade-offs", "what-shape", "what-breaks"]
    assert "Linear 4d" not in view.model_dump_json()


def test_a_right_drawing_ends_the_round_and_shows_the_references(p: Practice):
    feedback = submit(p)
    assert feedback.check is not None
    assert feedback.check.verdict == "right"
    assert feedback.score == 1.0
    assert feedback.memory is not None
    assert feedback.solution is not None
    (reference,) = feedback.solution.references
    assert reference.title == "Plain"
    assert reference.svg.startswith("<svg")
    assert "|" not in reference.notation
    assert "GELU" not in reference.svg, "of two alternatives the first is shown"
    assert {element["type"] for element in reference.scene["elements"]} >= {"rectangle", "arrow", "text"}
    assert brief(p).state is ProblemState.PASSED
    assert brief(p).due is not None
    assert feedback == get_drawing_attempt(p, feedback.attempt_id)


def test_the_same_drawing_on_a_canvas_fares_like_its_notation(p: Practice):
    for notation, verdict in ((RIGHT, "right"), (WRONG, "wrong")):
        checked = check_sheet(p, SLUG, SheetRequest(sheet=Sheet(scene=scene_of(notation))))
        assert checked.verdict == verdict
        assert check_sheet(p, SLUG, SheetRequest(sheet=Sheet(notation=notation))).verdict == verdict
    assert not drawing_attempts(p, SLUG), "looking is no attempt"


def test_a_wrong_drawing_says_what_is_missing_and_why_and_can_be_mended(p: Practice):
    feedback = submit(p, WRONG)
    assert feedback.check is not None
    assert feedback.check.verdict == "wrong"
    top = feedback.check.findings[0]
    assert top.severity == "mistake"
    assert top.elements
    assert "short way back" in top.why
    assert feedback.solution is None
    assert feedback.score is not None
    assert 0 < feedback.score < 0.5
    second = submit(p)
    assert second.tries == 2
    assert second.score == pytest.approx(0.95)
    assert [line.verdict for line in drawing_attempts(p, SLUG)] == ["right", "wrong"]


def test_hints_say_the_next_piece_and_cost(p: Practice):
    request = NextPieceRequest(sheet=Sheet(notation=WRONG), stage=3)
    piece = next_piece(p, SLUG, request)
    assert not piece.done
    assert piece.hints_taken == 1
    assert open_architecture(p, SLUG).hints_taken == 1
    done = next_piece(p, SLUG, NextPieceRequest(sheet=Sheet(notation=RIGHT)))
    assert done.done
    assert done.hints_taken == 1, "nothing was missing, so nothing was told"
    assert submit(p).score == pytest.approx(0.85)


def test_giving_up_shows_the_references_and_counts_as_not_remembered(p: Practice):
    view = reveal_references(p, SLUG)
    assert view.finished
    assert view.solution is not None
    assert brief(p).state is ProblemState.GIVEN_UP
    (line,) = drawing_attempts(p, SLUG)
    assert (line.state, line.score) == ("given_up", 0.0)
    assert submit(p).score == pytest.approx(0.3), "copying shows little"
    with p.store.read(p.learner) as work:
        (review,) = work.reviews.all()
    assert review.rating == 1


def test_the_next_day_begins_with_an_empty_canvas(p: Practice, clock: FixedClock):
    save_sheet(p, SLUG, SheetDraftRequest(sheet=Sheet(notation=RIGHT), revision=0))
    submit(p)
    assert open_architecture(p, SLUG).draft.notation == RIGHT
    clock.advance(seconds=DAY)
    view = open_architecture(p, SLUG)
    assert view.draft == Sheet()
    assert not view.finished
    assert view.solution is None


def test_drafts_keep_scene_and_corrections_and_two_tabs_do_not_overwrite_each_other(p: Practice):
    corrections = (SheetCorrection(element="a", role="target", to="b"),)
    sheet = Sheet(scene=scene_of(WRONG) | {"files": {"photo": {"dataURL": "data:"}}}, corrections=corrections)
    saved = save_sheet(p, SLUG, SheetDraftRequest(sheet=sheet, revision=0))
    kept = open_architecture(p, SLUG)
    assert kept.draft.corrections == corrections
    assert kept.draft.scene is not None
    assert sheet.scene is not None
    assert kept.draft.scene["elements"] == sheet.scene["elements"]
    assert "files" not in kept.draft.scene
    assert brief(p).state is ProblemState.STARTED
    with pytest.raises(ConflictError, match="another tab"):
        save_sheet(p, SLUG, SheetDraftRequest(sheet=Sheet(notation=WRONG), revision=0))
    save_sheet(p, SLUG, SheetDraftRequest(sheet=Sheet(notation=WRONG), revision=0, force=True))
    assert open_architecture(p, SLUG).draft_revision == saved.revision + 1


def test_a_correction_changes_what_is_read(p: Practice):
    scene = scene_of(WRONG)
    arrows = [element for element in scene["elements"] if element["type"] == "arrow"]
    last = arrows[-1]["id"]
    other = SheetCorrection(element=last, role="reverse")
    before = check_sheet(p, SLUG, SheetRequest(sheet=Sheet(scene=scene)))
    after = check_sheet(p, SLUG, SheetRequest(sheet=Sheet(scene=scene, corrections=(other,))))
    ends = [
        {one.id: (one.source, one.target) for one in found.readings if one.what == "arrow"} for found in (before, after)
    ]
    assert ends[0][last] == ends[1][last][::-1]


def test_words_count_together_with_the_drawing(p: Practice):
    feedback = submit(p)
    said = say_about_drawing(p, SLUG, "trade-offs", SpokenAnswerRequest(text="width"))
    assert said.score == pytest.approx(0.5)
    with p.store.read(p.learner) as work:
        assert work.reviews.get(feedback.attempt_id).score == pytest.approx(0.8 + 0.2 * 0.5)
    say_about_drawing(p, SLUG, "what-shape", SpokenAnswerRequest(text="hidden-shape"))
    with p.store.read(p.learner) as work:
        assert work.reviews.get(feedback.attempt_id).score == pytest.approx(0.8 + 0.2 * 0.75)
        assert len(work.reviews.all()) == 1
    spoken = {one.part: one.score for one in open_architecture(p, SLUG).spoken}
    assert spoken == {"trade-offs": pytest.approx(0.5), "what-shape": 1.0, "what-breaks": None}


def test_words_of_another_day_count_for_that_days_drawing(p: Practice, clock: FixedClock):
    first = submit(p)
    clock.advance(seconds=3 * DAY)
    say_about_drawing(p, SLUG, "trade-offs", SpokenAnswerRequest(text=""))
    second = submit(p)
    with p.store.read(p.learner) as work:
        assert work.reviews.get(first.attempt_id).score == 1.0
        assert work.reviews.get(second.attempt_id).score == pytest.approx(0.8)


def test_what_a_killed_process_left_is_checked_at_the_next_start(p: Practice):
    item = small_bank().board[0]
    attempt = hand_in(p, item, pack_sheet(Sheet(notation=RIGHT)), 30)
    assert hand_in(p, item, pack_sheet(Sheet(notation=RIGHT)), 30).id == attempt.id
    waiting = get_drawing_attempt(p, attempt.id)
    assert (waiting.state, waiting.check) == ("waiting", None)
    assert "waits" in waiting.says
    assert resume_checking(p) == 1
    assert get_drawing_attempt(p, attempt.id).state == "judged"
    assert resume_checking(p) == 0


def test_beginning_anew_touches_no_programs(p: Practice):
    submit(p)
    say_about_drawing(p, SLUG, "trade-offs", SpokenAnswerRequest(text="width"))
    assert reset_all_problems(p, ResetRequest(history=True)).problems == 0
    assert reset_architecture(p, SLUG, ResetRequest()).attempts == 0
    assert brief(p).state is ProblemState.PASSED
    assert open_architecture(p, SLUG).solution is None
    assert reset_all_architectures(p, ResetRequest(history=True)).attempts == 2
    assert brief(p).state is ProblemState.NEW
    assert all(one.state is ProblemState.NEW for one in list_problems(p))


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (Sheet(), "Nothing is drawn"),
        (Sheet(notation="   \n"), "Nothing is drawn"),
        (Sheet(scene={"type": "excalidraw", "elements": []}), "Nothing is drawn"),
        (Sheet(scene={"type": "excalidraw", "elements": [{"type": "arrow", "isDeleted": True}]}), "Nothing is drawn"),
        (Sheet(notation="x -> -> y"), "arrow"),
        (Sheet(scene={"elements": ["many"]}), "canvas"),
    ],
)
def test_what_is_no_drawing_is_no_attempt_and_one_sentence(p: Practice, sheet: Sheet, says: str):
    with pytest.raises(InputError, match=says):
        submit_drawing(p, SLUG, SheetSubmitRequest(sheet=sheet))
    assert not drawing_attempts(p, SLUG)


def test_a_drawing_has_its_size(p: Practice):
    scribble = {"type": "freedraw", "id": "s", "points": [[0.123456, 1.0]] * (MAX_SHEET_BYTES // 15)}
    huge = Sheet(scene={"type": "excalidraw", "elements": [scribble]})
    with pytest.raises(InputError, match="at most 2,000,000 are kept"):
        save_sheet(p, SLUG, SheetDraftRequest(sheet=huge, revision=0))


def test_names_that_mean_nothing_are_told(p: Practice):
    with pytest.raises(NotFoundError):
        open_architecture(p, "nothing")
    with pytest.raises(NotFoundError, match="There is no drawing"):
        get_drawing_attempt(p, "nothing")
    with pytest.raises(NotFoundError, match="Nothing called 'colour'"):
        say_about_drawing(p, SLUG, "colour", SpokenAnswerRequest(text=""))
    with pytest.raises(NotFoundError):
        get_code_attempt(p, submit(p).attempt_id)


def test_one_drawing_in_every_notation(p: Practice):
    sheet = Sheet(notation=RIGHT)
    scene = convert_sheet(p, ConvertRequest(sheet=sheet, to="scene")).scene
    assert scene is not None
    back = convert_sheet(p, ConvertRequest(sheet=Sheet(scene=scene), to="notation")).text
    assert check_sheet(p, SLUG, SheetRequest(sheet=Sheet(notation=back))).verdict == "right"
    assert convert_sheet(p, ConvertRequest(sheet=sheet, to="mermaid")).text.startswith("flowchart")
    assert convert_sheet(p, ConvertRequest(sheet=sheet, to="svg")).text.startswith("<svg")


def test_stencils_are_pieces_of_a_scene(p: Practice):
    stencils = list_stencils(p)
    assert {one.category for one in stencils} >= {"attention", "norm", "activation", "arrow"}
    for one in stencils:
        assert one.elements
        assert all(isinstance(element["id"], str) for element in one.elements)
        assert all(element.get("startBinding") is None for element in one.elements)


def test_a_file_is_a_scene_or_notation():
    assert sheet_of(RIGHT).notation == RIGHT
    assert sheet_of(json.dumps(scene_of(RIGHT))).scene is not None
    with pytest.raises(InputError):
        sheet_of('{"type": "excalidraw", "elements": [')
    assert unpack_sheet("no json") == Sheet()
    assert unpack_sheet(pack_sheet(Sheet(notation=RIGHT))) == Sheet(notation=RIGHT)


def test_drawings_are_seen_everywhere_else(p: Practice):
    submit(p)
    item = show_item(p, ITEM)
    assert item.brief.kind == "board"
    assert item.brief.attempts == 1
    assert any(ITEM in topic.items for topic in topic_map(p).topics)
    assert progress(p).attempts == 1


def test_the_day_names_an_architecture(p: Practice, clock: FixedClock):
    page = today(p)
    assert (page.drawing.item_id, page.drawing.says) == (ITEM, "You have not drawn it yet.")
    submit(p)
    assert today(p).drawing is None
    clock.moment = brief(p).due
    page = today(p)
    assert (page.drawing.item_id, page.drawing.says) == (ITEM, "It comes back today.")
    assert all(not name.startswith("board/") for name in page.suggestion.items)


def test_an_export_brings_drawings_to_another_place(p: Practice, clock: FixedClock):
    submit(p, WRONG)
    save_sheet(p, SLUG, SheetDraftRequest(sheet=Sheet(notation=WRONG), revision=0))
    submit(p)
    say_about_drawing(p, SLUG, "trade-offs", SpokenAnswerRequest(text="width"))
    there = practice_on(p.store, clock, learner="another")
    report = import_lines(there, list(export_lines(p)))
    assert report.skipped == ()
    assert drawing_attempts(there, SLUG) == drawing_attempts(p, SLUG)
    assert open_architecture(there, SLUG).spoken == open_architecture(p, SLUG).spoken
    assert list(export_lines(there)) == list(export_lines(p))
