"""Every room, in both themes and at two widths: axe finds nothing serious, and nothing is wider than the page."""

from __future__ import annotations

import pytest
from browser_kit import AXE, bank, model_answer, wrong_answer

pytestmark = pytest.mark.slow

SERIOUS = {"serious", "critical"}
STILL = """() => Promise.allSettled(
  document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity).map(one => one.finished)
)"""
ROOMS = (
    "today rapid deep question feedback attempt summary guide readiness library map item progress settings nowhere"
).split()


@pytest.fixture(scope="module", autouse=True)
def history(server):
    """A session behind us, one in the middle of its feedback, and one with a question open."""
    items = [str(item.item_id) for item in bank().rapid[:5]]
    done = server.start(*items)
    answers = [*(model_answer(item) for item in items[:3]), wrong_answer(items[3]), ""]
    attempts = [server.answer(done, position, text)["attempt_id"] for position, text in enumerate(answers)]
    server.post(f"/sessions/{done}/finish")
    going = server.start("rapid/softmax", "rapid/bias-term", mode="relaxed")
    server.post(f"/sessions/{going}/turns/0/ask")
    return {
        "today": "/",
        "rapid": "/rapid",
        "deep": "/deep",
        "question": f"/session/{going}",
        "feedback": f"/session/{done}?attempt={attempts[3]}",
        "attempt": f"/attempt/{attempts[0]}",
        "summary": f"/session/{done}/summary",
        "guide": "/guide?section=mistake&page=" + next(page.id for page in bank().guide if page.section == "mistake"),
        "readiness": "/readiness",
        "library": "/library",
        "map": "/library?view=map",
        "item": f"/library/{items[0]}",
        "progress": "/progress",
        "settings": "/settings",
        "nowhere": "/nowhere",
    }


def check(page):
    page.evaluate(STILL)  # a colour that is on its way from one to another is neither
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in result["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def settle(page):
    page.locator("h1").first.wait_for()
    page.locator("main [role=status]", has_text="Loading").wait_for(state="detached")
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("room", ROOMS)
def test_axe_finds_nothing_serious(open_page, history, room):
    # axe is put into the page as a script element, which the content policy rightly refuses elsewhere.
    page = open_page(bypass_csp=True)
    page.goto(history[room])
    settle(page)
    page.add_script_tag(path=AXE)
    found = []
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(
                "scheme => document.documentElement.dataset.mantineColorScheme === scheme", arg=scheme
            )
            found += [f"{scheme}, {width} px: {line}" for line in check(page)]
    assert not found, "\n".join(found)


def test_axe_would_find_something_serious(open_page):
    page = open_page(bypass_csp=True)
    page.goto("/guide")
    settle(page)
    page.add_script_tag(path=AXE)
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(line.startswith("button-name") for line in check(page))


def test_nothing_is_wider_than_a_small_phone(open_page, history):
    page = open_page(width=360, height=740)
    wide = []
    for room, address in history.items():
        page.goto(address)
        settle(page)
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            wide.append(f"{room}: {excess} px")
    assert not wide


def test_the_list_of_shortcuts_and_the_menu_are_sound_as_well(open_page):
    page = open_page(width=390, height=844, bypass_csp=True)
    page.goto("/")
    settle(page)
    page.add_script_tag(path=AXE)
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keyboard shortcuts").wait_for()
    assert not check(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Open the menu").click()
    page.get_by_role("dialog").get_by_role("link", name="Library").wait_for()
    assert not check(page)
