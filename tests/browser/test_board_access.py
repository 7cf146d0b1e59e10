"""The whiteboard in both themes and at two widths: axe finds nothing serious, and nothing is wider than the page."""

from __future__ import annotations

import re

import pytest
from browser_kit import AXE
from playwright.sync_api import expect
from test_accessibility import check, settle
from whiteboard import Whiteboard

pytestmark = pytest.mark.slow

ROOM = "/board/architectures/transformer-block"
NO_RESIDUAL = "x (B, T, d) -> LayerNorm -> MHA h=8 -> a -> LayerNorm -> FFN 4d -> + a -> y (B, T, d)"
LOOKS = [(width, scheme) for width in (1440, 390) for scheme in ("light", "dark")]


@pytest.fixture(scope="module", autouse=True)
def history(server):
    """One architecture that was given up after an attempt, and one with a draft on the canvas."""
    sheet = {"scene": None, "notation": NO_RESIDUAL, "corrections": []}
    scene = server.post("/board/convert", {"sheet": sheet, "to": "scene"})["scene"]
    drawn = sheet | {"scene": scene, "notation": ""}
    server.put(f"{ROOM}/draft", {"sheet": drawn, "revision": 0})
    server.post(f"{ROOM}/attempts", {"sheet": drawn})
    server.post("/board/architectures/resnet-bottleneck/references")


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(open_page, request):
    """Opens an address and gives back what is wrong with what is seen there; called again without one, looks again."""
    width, scheme = request.param
    # axe is put into the page as a script element, which the content policy rightly refuses elsewhere.
    page = open_page(width=width, height=844, scheme=scheme, bypass_csp=True)

    def look_(address=None):
        if address is not None:
            page.goto(address)
            settle(page)
            page.add_script_tag(path=AXE)
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return check(page) + ([f"{excess} px wider than the page"] if excess > 0 else [])

    look_.page, look_.narrow = page, width < 1000
    return look_


def to_drawing(look):
    if look.narrow:
        look.page.get_by_role("tab", name="Drawing").click()


def test_the_list(look):
    assert not look("/board")
    look.page.get_by_role("button", name="Begin all drawings anew…").click()
    look.page.get_by_role("dialog").wait_for()
    assert not look()


def test_the_canvas_with_findings_and_what_was_read(look):
    page, board = look.page, Whiteboard(look.page, "transformer-block")
    assert not look("/board/transformer-block")
    to_drawing(look)
    expect(page.locator("[data-ready=true]")).to_be_visible(timeout=30_000)
    assert not look()
    page.get_by_role("button", name="Check", exact=True).click()
    board.expect_verdict("Not right yet")
    assert not look()
    page.get_by_role("button", name=re.compile("^Mistake 1")).click()
    assert not look()
    to_drawing(look)
    page.get_by_role("button", name="What was read").click()
    page.get_by_role("button", name=re.compile("^Correct: Arrow")).first.wait_for()
    assert not look()
    for tab in ("Read as", "Shapes", "Hints", "Attempts", "Afterwards", "Reference"):
        board.show(tab)
        assert not look(), tab


def test_the_text_and_the_references(look):
    page, board = look.page, Whiteboard(look.page, "resnet-bottleneck")
    assert not look("/board/resnet-bottleneck")
    to_drawing(look)
    board.as_("Text")
    board.text.focus()
    page.keyboard.insert_text("x (B, C, H, W) -> Conv 1x1 -> BN -> ReLU -> y")
    page.get_by_role("region", name="How it looks").wait_for()
    assert not look()
    board.show("Reference")
    page.get_by_role("button", name="Animate").click()
    assert not look()
