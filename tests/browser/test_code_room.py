"""The coding room: problems solved as a candidate solves them, with the real judge behind the page."""

from __future__ import annotations

import re

import pytest
from browser_kit import bank
from playwright.sync_api import expect


def program(problem, *path):
    """A program from a problem's folder, without the docstring that says what is wrong with it."""
    text = bank().get(f"code/{problem}").folder.joinpath(*path).read_text(encoding="utf-8")
    return text.split('"""', 2)[2].lstrip() if path[0] == "wrong" else text


class Desk:
    """Sits before one problem."""

    def __init__(self, page, problem):
        self.page, self.problem = page, problem
        self.editor = page.get_by_role("textbox", name="Your code")
        self.result = page.get_by_role("region", name="Result")

    def open(self):
        self.page.goto(f"/code/{self.problem}")

    def start_coding(self):
        self.open()
        self.page.get_by_role("button", name="Straight to the code").click()
        expect(self.editor).to_be_focused()

    def write(self, source):
        self.editor.focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def text(self):
        return "\n".join(self.editor.locator(".cm-line").all_inner_texts()).rstrip("\n")

    def show(self, tab):
        self.page.get_by_role("tab", name=re.compile(f"^{tab}")).click()

    def expect_verdict(self, words):
        expect(self.result.get_by_text(words, exact=True)).to_be_visible(timeout=60_000)

    def expect_saved(self):
        expect(self.page.get_by_text("Saved", exact=True)).to_be_visible()


@pytest.mark.timeout(180)
def test_softmax_from_the_list_to_the_reference(page, server):
    page.goto("/")
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Coding").click()
    expect(page).to_have_title("Coding · evalmode")
    page.keyboard.press("/")
    page.keyboard.type("stable softmax")
    page.get_by_role("link", name=re.compile("Numerically stable softmax")).last.click()

    # Read.
    desk = Desk(page, "softmax")
    expect(page.get_by_role("heading", level=1)).to_have_text("Numerically stable softmax")
    expect(page.get_by_role("list", name="You may not use").get_by_role("listitem").first).to_have_text("softmax")
    expect(page.locator(".katex").first).to_be_visible()

    # Say it first.
    expect(page.get_by_role("textbox", name="First say how")).to_be_focused()
    points = bank().get("code/softmax").narration.key_points
    page.keyboard.insert_text(". ".join(point.accepted[0] for point in points))
    page.keyboard.press("Control+Enter")
    expect(desk.editor).to_be_focused()
    expect(page.get_by_role("heading", name="How you said you would go about it")).to_be_visible()

    # A wrong one: the mistake is named, the numbers are marked, and it is an attempt.
    desk.write(program("softmax", "wrong", "no_shift.py"))
    page.keyboard.press("Control+Enter")
    desk.expect_verdict("Not right yet")
    expect(desk.result).to_contain_text("subtract each slice's largest logit first")
    expect(desk.result.locator("mark", has_text="nan").first).to_be_visible()
    expect(page.get_by_role("tab", name="Attempts 1")).to_be_visible()

    # A hint, asked for.
    desk.show("Hints")
    page.get_by_role("button", name="Show the first hint").click()
    expect(page.get_by_text("What is exp(1000)")).to_be_visible()
    expect(page.get_by_role("button", name="Show hint 2 of 3")).to_be_visible()

    # The solution is still covered; a right program uncovers it.
    desk.show("Solution")
    expect(page.get_by_role("heading", name="The reference")).to_have_count(0)
    desk.write(program("softmax", "solution.py"))
    page.keyboard.press("Control+Enter")
    desk.expect_verdict("Accepted")
    expect(desk.result).to_contain_text("the reference’s time")
    page.get_by_role("button", name="See the reference").click()
    expect(page.get_by_role("heading", name="The reference")).to_be_visible()
    expect(page.get_by_role("heading", name="Why it is built so")).to_be_visible()
    page.get_by_text("Do you have to detach the maximum").click()
    expect(page.get_by_text("its gradient contribution cancels exactly")).to_be_visible()

    problem = next(one for one in server.get("/code/problems") if one["id"] == "softmax")
    assert (problem["state"], problem["attempts"]) == ("passed", 2)
    assert problem["best_ratio"] > 0
    page.goto("/code?state=passed")
    expect(page.get_by_role("link", name=re.compile("^Solved Numerically stable softmax .*best"))).to_be_visible()


def test_examples_are_tried_without_counting_and_a_traceback_leads_to_its_line(page, server):
    desk = Desk(page, "layer-norm")
    desk.start_coding()
    page.keyboard.press("Shift+Enter")
    desk.expect_verdict("It stopped with an error")
    expect(page.locator(".cm-blamed")).to_have_text(re.compile("raise NotImplementedError"))
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    desk.result.get_by_role("button", name=re.compile("Go to line")).first.click()
    expect(desk.editor).to_be_focused()
    expect(page.locator(".cm-activeLine")).to_have_text(re.compile("raise NotImplementedError"))
    assert server.get("/code/problems/layer-norm/attempts") == []


def test_a_wrong_shape_is_shown_beside_the_right_one(page):
    desk = Desk(page, "log-softmax")
    desk.start_coding()
    defined = bank().get("code/log-softmax").defines
    desk.write(f"def {defined}(x, dim=-1):\n    print('tried')\n    return x.sum(dim)\n")
    page.keyboard.press("Shift+Enter")
    desk.expect_verdict("Not right yet")
    expect(desk.result.locator("code mark").first).to_be_visible()
    desk.result.get_by_text(re.compile("What it printed")).click()
    expect(desk.result.get_by_role("region", name="What it printed")).to_contain_text("tried")


def test_a_draft_survives_a_reload(page):
    desk = Desk(page, "rms-norm")
    desk.start_coding()
    desk.write("# kept at once")
    page.reload()  # before the second is over
    expect(desk.editor).to_contain_text("# kept at once")
    desk.editor.focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(", and saved")
    desk.expect_saved()
    page.reload()
    expect(desk.editor).to_contain_text("# kept at once, and saved")


def test_two_tabs_do_not_overwrite_each_other(open_page):
    first, second = Desk(open_page(), "embedding"), Desk(open_page(), "embedding")
    first.page.watch.allow("409")
    first.start_coding()
    second.start_coding()
    second.write("# there")
    second.expect_saved()
    first.write("# here")
    dialog = first.page.get_by_role("dialog", name=re.compile("Another tab"))
    expect(dialog).to_contain_text("# there")
    dialog.get_by_role("button", name="Take what is there").click()
    expect(dialog).to_have_count(0)
    expect(first.editor).to_have_text("# there")
    first.editor.focus()
    first.page.keyboard.press("Control+z")
    expect(first.editor).to_have_text("# here")


def test_tab_indents_and_escape_then_tab_leaves(page):
    desk = Desk(page, "dropout")
    desk.start_coding()
    desk.write("x = 1")
    page.keyboard.press("Tab")
    assert desk.text() == "    x = 1" or "    " in desk.text()
    expect(desk.editor).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(desk.editor).not_to_be_focused()
    expect(page.get_by_role("button", name="Run examples")).to_be_focused()


def test_giving_up_asks_and_beginning_anew_asks(page, server):
    desk = Desk(page, "info-nce")
    desk.start_coding()
    desk.write("# as far as I got")
    desk.show("Solution")
    page.get_by_role("button", name="Give up and see it…").click()
    page.get_by_role("button", name="Keep trying").click()
    expect(page.get_by_role("heading", name="The reference")).to_have_count(0)
    page.get_by_role("button", name="Give up and see it…").click()
    page.get_by_role("dialog").get_by_role("button", name="Give up and see it").click()
    expect(page.get_by_role("heading", name="The reference")).to_be_visible()

    desk.show("Attempts")
    page.get_by_role("button", name=re.compile("^Given up")).click()
    expect(page.get_by_role("region", name="The program of this attempt")).to_have_text("# as far as I got")
    desk.write("# something else")
    page.get_by_role("button", name="Compare with the editor").click()
    dialog = page.get_by_role("dialog", name="This attempt and the editor")
    expect(dialog.locator(".cm-changedText").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Copy into the editor").click()
    expect(desk.editor).to_have_text("# as far as I got")

    page.get_by_role("button", name="Begin anew…").click()
    page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()
    page.get_by_role("button", name="Straight to the code").click()
    expect(desk.editor).to_contain_text("NotImplementedError")
    desk.show("Solution")
    expect(page.get_by_role("heading", name="The reference")).to_have_count(0)
    assert len(server.get("/code/problems/info-nce/attempts")) == 1


def test_the_clock_runs_rests_and_survives_a_reload(page):
    desk = Desk(page, "vae-loss")
    desk.start_coding()
    desk.write("# begun")
    desk.expect_saved()
    page.get_by_role("button", name=re.compile("Start the clock")).click()
    page.get_by_role("button", name="Pause the clock").click()
    rests_at = page.get_by_role("timer").inner_text()
    page.reload()
    expect(page.get_by_role("timer")).to_have_text(rests_at)
    expect(page.get_by_role("button", name="Let the clock run on")).to_be_visible()


def test_where_nothing_can_judge_it_says_so_and_still_keeps_what_is_written(page, server, tmp_path):
    settings = server.get("/settings")
    server.put("/settings", {**settings, "python": str(tmp_path / "no-python")})
    try:
        page.watch.allow("503")
        desk = Desk(page, "distillation")
        desk.start_coding()
        expect(page.get_by_text("Nothing here can judge code yet.")).to_be_visible()
        desk.write("# still kept")
        desk.expect_saved()
        page.keyboard.press("Shift+Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        page.keyboard.press("Control+Enter")
        expect(desk.result).to_contain_text("Kept, and not judged yet.")
        assert server.get("/code/problems/distillation/attempts")[0]["state"] == "waiting"
    finally:
        server.put("/settings", settings)


def test_today_and_the_library_lead_to_problems(page):
    page.goto("/")
    page.get_by_role("link", name="Open the problem").click()
    page.wait_for_url(re.compile(r"/code/[a-z0-9-]+$"))
    page.goto("/library/code/softmax")
    page.wait_for_url(re.compile(r"/code/softmax$"))
