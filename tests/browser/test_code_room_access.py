"""The coding room in both themes and at two widths: axe finds nothing serious, and nothing is wider than the page."""

from __future__ import annotations

import re

import pytest
from browser_kit import AXE, bank
from playwright.sync_api import expect
from test_accessibility import check, settle

pytestmark = pytest.mark.slow

SOLVED, TRIED = "softmax", "kv-cache"
LOOKS = [(width, scheme) for width in (1440, 390) for scheme in ("light", "dark")]


def read(problem, *path):
    return bank().get(f"code/{problem}").folder.joinpath(*path).read_text(encoding="utf-8")


@pytest.fixture(scope="module", autouse=True)
def history(server):
    """One problem that was solved, and one with a draft and a hint."""
    for name in ("wrong/no_shift.py", "solution.py"):
        server.post(f"/code/problems/{SOLVED}/attempts", {"source": read(SOLVED, *name.split("/"))})
    server.put(f"/code/problems/{TRIED}/draft", {"source": read(TRIED, "starter.py"), "revision": 0})
    server.post(f"/code/problems/{TRIED}/hints", {"number": 1})


def wider_than_page(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


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
        excess = wider_than_page(page)
        return check(page) + ([f"{excess} px wider than the page"] if excess > 0 else [])

    look_.page, look_.narrow = page, width < 1000
    return look_


def to_code(look):
    if look.narrow:
        look.page.get_by_role("tab", name="Code").click()


def test_the_list(look):
    assert not look("/code")
    look.page.get_by_role("button", name="Begin all problems anew…").click()
    look.page.get_by_role("dialog").wait_for()
    assert not look()


def test_before_and_while_coding(look):
    page = look.page
    assert not look("/code/lora-linear")
    to_code(look)
    page.get_by_role("button", name="Straight to the code").wait_for()
    assert not look()
    assert not look(f"/code/{TRIED}")
    to_code(look)
    page.get_by_role("button", name=re.compile("Start the clock")).click()
    assert not look()
    page.get_by_role("button", name="Run examples").click()
    expect(page.get_by_role("region", name="Result").get_by_text("stopped with an error")).to_be_visible(timeout=60_000)
    assert not look()
    for tab in ("Hints", "Solution"):
        page.get_by_role("tab", name=re.compile(f"^{tab}")).click()
        assert not look()


def test_after_solving(look):
    page = look.page
    assert not look(f"/code/{SOLVED}")
    page.get_by_role("tab", name="Solution").click()
    page.get_by_text("Do you have to detach the maximum").click()
    assert not look()
    page.get_by_role("tab", name=re.compile("^Attempts")).click()
    page.get_by_role("button", name=re.compile("^Wrong answer")).click()
    page.get_by_text("Not right yet").wait_for()
    assert not look()
    page.get_by_role("button", name="Compare with the editor").click()
    page.get_by_role("dialog").locator(".cm-line").first.wait_for()
    assert not look()
    page.keyboard.press("Escape")
    to_code(look)
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("region", name="Result").locator("header")).to_be_visible(timeout=60_000)
    assert not look()
