"""The whiteboard room: a Transformer block drawn with the mouse, and written with the keyboard alone."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect
from whiteboard import Whiteboard, draw_transformer_block

ROOM = "/board/architectures/transformer-block"
RIGHT = "x (B, T, d) -> LayerNorm -> MHA h=8 -> + x -> a -> LayerNorm -> FFN 4d -> + a -> y (B, T, d)"
NO_RESIDUAL = "x (B, T, d) -> LayerNorm -> MHA h=8 -> a -> LayerNorm -> FFN 4d -> + a -> y (B, T, d)"


@pytest.fixture(autouse=True)
def anew(server):
    """Every test begins with an empty canvas and no history."""
    server.post("/board/reset", {"history": True})


@pytest.fixture
def page(open_page):
    return open_page(width=1440, height=900)


def give(server, sheet, architecture="transformer-block"):
    """Keep a drawing as if it had been drawn before."""
    revision = server.get(f"/board/architectures/{architecture}")["draft_revision"]
    sheet = {"scene": None, "notation": "", "corrections": []} | sheet
    draft = {"sheet": sheet, "revision": revision, "force": True}
    server.put(f"/board/architectures/{architecture}/draft", draft)


def scene_of(server, notation):
    """A scene laid out from lines of text."""
    sheet = {"scene": None, "notation": notation, "corrections": []}
    return server.post("/board/convert", {"sheet": sheet, "to": "scene"})["scene"]


@pytest.mark.timeout(180)
def test_a_transformer_block_is_drawn_with_the_mouse_and_loses_a_residual(page, server):
    page.goto("/board")
    page.get_by_role("link", name=re.compile("Transformer block")).last.click()
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    boxes = draw_transformer_block(board)
    board.check()
    board.expect_verdict("Right")
    expect(page.get_by_role("button", name=re.compile("^Finding"))).to_have_count(0)
    board.expect_saved()

    # The second skip is drawn last and still selected: it goes, and its place is named.
    page.keyboard.press("Escape")
    plus, last = boxes["+"], boxes["plus"]
    corner = board.canvas.bounding_box()
    page.mouse.click(corner["x"] + plus.x + plus.width + 90, corner["y"] + (plus.y + last.bottom) / 2)
    page.keyboard.press("Delete")
    board.expect_verdict("Not right yet")
    finding = board.panel.get_by_role("button", name=re.compile("^Mistake 1"))
    expect(finding).to_contain_text("residual")
    pin = page.get_by_role("button", name=re.compile("^Finding 1"))
    place = pin.bounding_box()
    assert any(
        abs(place["x"] - corner["x"] - box.x - box.width) < 40 and abs(place["y"] - corner["y"] - box.y) < 40
        for box in (plus, last)
    ), "the pin is at one of the two additions that the residual joined"

    # The finding leads to its place; the skip drawn again makes it right.
    finding.click()
    expect(finding).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    board.canvas.click(position={"x": 700, "y": 520})
    page.keyboard.press("Control+z")
    board.expect_verdict("Right")
    board.hand_in()
    expect(board.panel.get_by_text("Handed in: 100%")).to_be_visible()
    brief = server.get(ROOM)["brief"]
    assert (brief["state"], brief["attempts"], brief["last_verdict"]) == ("passed", 1, "right")


def test_the_same_with_the_keyboard_alone(page, server):
    board = Whiteboard(page, "transformer-block")
    board.open()
    page.get_by_role("radiogroup", name="Draw on").get_by_role("radio", name="Text").focus()
    page.keyboard.press("Space")
    expect(board.text).to_be_visible()
    board.text.focus()
    page.keyboard.insert_text(NO_RESIDUAL)
    page.keyboard.press("Shift+Enter")
    board.expect_verdict("Not right yet")
    expect(board.panel.get_by_role("button", name=re.compile("^Mistake 1.*residual"))).to_be_visible()
    expect(page.get_by_role("region", name="How it looks").locator("svg rect").nth(1)).to_be_visible()

    board.text.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(RIGHT)
    page.keyboard.press("Control+Enter")
    board.expect_verdict("Right")
    expect(board.panel.get_by_text("Handed in: 100%")).to_be_visible()
    page.get_by_role("button", name="See the reference").click()
    expect(page.get_by_role("heading", name="The reference", exact=True)).to_be_visible()
    assert server.get(ROOM)["brief"]["state"] == "passed"


def test_a_line_that_cannot_be_read_is_said_where_it_is(page):
    board = Whiteboard(page, "transformer-block")
    board.open()
    board.as_("Text")
    board.text.focus()
    page.keyboard.insert_text("x -> -> y")
    expect(page.get_by_role("status").filter(has_text=re.compile("line 1", re.IGNORECASE))).to_be_visible()
    page.watch.allow("422|400")


def test_what_is_drawn_survives_a_reload_and_goes_over_to_text_and_back(page, server):
    give(server, {"scene": scene_of(server, RIGHT)})
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    page.get_by_role("button", name="LayerNorm", exact=True).click()
    board.expect_saved()
    count = len(server.get(ROOM)["draft"]["scene"]["elements"])
    assert count > len(scene_of(server, RIGHT)["elements"])
    page.reload()
    expect(page.locator("[data-ready=true]")).to_be_visible(timeout=30_000)
    board.as_("Text")
    expect(board.text).to_contain_text("MHA h=8")
    board.as_("Canvas")
    expect(page.locator("[data-ready=true]")).to_be_visible()
    board.expect_saved()
    assert len(server.get(ROOM)["draft"]["scene"]["elements"]) == count


def test_another_tab_is_not_overwritten(open_page, server):
    give(server, {"notation": "x -> y"})
    page = open_page(width=1440, height=900)
    page.watch.allow("409")
    board = Whiteboard(page, "transformer-block")
    board.open()
    expect(board.text).to_contain_text("x -> y")
    give(server, {"notation": "x -> MHA -> y"})
    board.text.focus()
    page.keyboard.insert_text("z -> ")
    dialog = page.get_by_role("dialog", name="Another tab changed this drawing")
    expect(dialog).to_contain_text("x -> MHA -> y")
    dialog.get_by_role("button", name="Take what is there").click()
    expect(board.text).to_contain_text("MHA")


def test_a_reading_is_corrected_with_a_click_and_kept(page, server):
    give(server, {"scene": scene_of(server, RIGHT)})
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    board.check()
    board.expect_verdict("Right")
    page.get_by_role("button", name="What was read").click()
    page.get_by_role("button", name="Correct: Arrow x → LayerNorm").first.click()
    page.get_by_role("menuitem", name="This arrow goes to…").click()
    page.get_by_role("button", name=re.compile(r"^y \(B")).click()
    board.expect_verdict("Not right yet")
    board.show("Read as")
    told = board.panel.get_by_role("region", name="What you told me")
    expect(told).to_contain_text("The arrow goes to y")
    board.expect_saved()
    assert server.get(ROOM)["draft"]["corrections"][0]["role"] == "target"
    told.get_by_role("button", name="Take back").click()
    expect(told).to_have_count(0)
    board.show("Feedback")
    board.expect_verdict("Right")


def test_from_memory_there_are_no_pieces_and_nobody_interrupts(page):
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    expect(page.get_by_role("complementary", name="Pieces")).to_be_visible()
    page.get_by_role("switch", name="From memory").click()
    expect(page.get_by_role("complementary", name="Pieces")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("switch", name="From memory")).to_be_checked()
    board.open_canvas()
    with_checks = []
    page.on("request", lambda request: with_checks.append(request.url) if request.url.endswith("/checks") else None)
    page.keyboard.press("r")
    board.arrow((300, 200), (300, 300))
    board.expect_saved()
    page.wait_for_timeout(1500)
    assert not with_checks
    board.check()
    expect(board.panel.get_by_role("heading", level=2).first).to_be_visible()
    assert len(with_checks) == 1


def test_a_piece_is_put_where_there_is_room_or_dragged_to_its_place(page, server):
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    pieces = page.get_by_role("complementary", name="Pieces")
    pieces.get_by_role("textbox", name="Find a piece").fill("norm")
    piece = pieces.get_by_role("button", name="LayerNorm", exact=True)
    piece.click()
    piece.click()
    piece.drag_to(board.canvas, target_position={"x": 560, "y": 560})
    board.expect_saved()
    expect(board.tab("Feedback 1")).to_be_visible()
    boxes = [one for one in server.get(ROOM)["draft"]["scene"]["elements"] if one["type"] == "rectangle"]
    assert len(boxes) == len({box["id"] for box in boxes}) == 3
    assert len({(round(box["x"]), round(box["y"])) for box in boxes}) == 3


def test_an_attempt_is_looked_back_on_and_taken_up_again(page, server):
    sheet = {"scene": scene_of(server, NO_RESIDUAL), "notation": "", "corrections": []}
    server.post(f"{ROOM}/attempts", {"sheet": sheet})
    give(server, {})
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    board.show("Attempts")
    board.panel.get_by_role("button", name=re.compile("^Look at it")).click()
    expect(page.get_by_text("You look back on a drawing")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Finding 1"))).to_be_visible()
    page.get_by_role("button", name="Go on from this one").click()
    board.expect_saved()
    assert len(server.get(ROOM)["draft"]["scene"]["elements"]) == len(sheet["scene"]["elements"])


def test_drawings_go_out_as_files_and_come_in_again(page, server, tmp_path):
    give(server, {"scene": scene_of(server, RIGHT)})
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    starts = {"excalidraw": b"{", "svg": b"<svg", "png": b"\x89PNG"}
    names = {"excalidraw": ".excalidraw", "svg": "SVG", "png": "PNG"}
    for kind, start in starts.items():
        page.get_by_role("button", name="More: files, begin anew").click()
        with page.expect_download() as download:
            page.get_by_role("menuitem", name=f"Save as {names[kind]}").click()
        file = tmp_path / f"drawing.{kind}"
        download.value.save_as(file)
        assert file.read_bytes().startswith(start)
    saved = json.loads((tmp_path / "drawing.excalidraw").read_text(encoding="utf-8"))
    assert saved["type"] == "excalidraw"

    give(server, {})
    board.open_canvas()
    page.get_by_role("button", name="More: files, begin anew").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name="Open a .excalidraw file…").click()
    chooser.value.set_files(tmp_path / "drawing.excalidraw")
    board.check()
    board.expect_verdict("Right")


def test_a_hint_tells_of_one_piece_and_the_references_come_after_giving_up(page, server):
    give(server, {"scene": scene_of(server, NO_RESIDUAL)})
    board = Whiteboard(page, "transformer-block")
    board.open_canvas()
    board.show("Hints")
    page.get_by_role("button", name="What is the next piece?").click()
    expect(board.panel.get_by_text("A question", exact=True)).to_be_visible()
    page.get_by_role("button", name="Tell me more").click()
    expect(board.panel.get_by_text("A direction", exact=True)).to_be_visible()
    expect(board.panel.get_by_text("2 hints taken in this round.")).to_be_visible()
    board.show("Reference")
    page.get_by_role("button", name="Give up and see it…").click()
    page.get_by_role("dialog").get_by_role("button", name="Give up and see it").click()
    expect(page.get_by_role("heading", name="As a module")).to_be_visible()
    page.get_by_role("button", name="Open on the canvas").click()
    board.check()
    board.expect_verdict("Right")


@pytest.mark.timeout(180)
def test_a_right_drawing_runs_and_is_talked_about(page, server):
    give(server, {"notation": RIGHT})
    board = Whiteboard(page, "transformer-block")
    board.open()
    board.show("Reference")
    page.get_by_role("button", name="Run it").click()
    came = page.get_by_role("group", name="What came of it")
    expect(came.get_by_text("Parameters")).to_be_visible(timeout=90_000)
    expect(came.get_by_role("region", name="Your drawing as a module")).to_contain_text("nn.Module")
    expect(came.get_by_role("table")).to_contain_text("(")
    board.show("Afterwards")
    answer = board.panel.get_by_role("textbox").first
    answer.fill("Pre-norm keeps the residual path clean, so deep stacks train without warm-up.")
    board.panel.get_by_role("button", name="Answer").first.click()
    expect(board.panel.get_by_role("button", name="Answer again")).to_be_visible(timeout=30_000)
    spoken = server.get(ROOM)["spoken"]
    assert spoken[0]["attempt_id"]
