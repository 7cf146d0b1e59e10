"""Twenty rapid-fire questions, played as a candidate plays them."""

from __future__ import annotations

import re

import pytest
from browser_kit import model_answer, wrong_answer
from playwright.sync_api import expect

OVERRIDDEN, SKIPPED = 6, 4
RELOADED_AFTER_SAVE, RELOADED_AT_ONCE = 1, 2


class Player:
    """Sits before one page and plays a session."""

    def __init__(self, page, server):
        self.page, self.server = page, server
        self.box = page.get_by_label("Your answer")
        self.session = ""
        self.items: list[str] = []

    def begin(self, count):
        self.page.goto("/rapid")
        self.page.get_by_role("button", name=str(count), exact=True).click()
        self.page.keyboard.press("Escape")
        self.page.get_by_role("button", name="Start", exact=True).click()
        self.page.wait_for_url(re.compile(r"/session/"))
        self.session = self.page.url.split("/session/")[1].split("?")[0]
        self.items = [turn["item_id"] for turn in self.server.get(f"/sessions/{self.session}")["turns"]]

    def expect_question(self, position):
        expect(self.page).to_have_title(f"Question {position + 1} · evalmode")
        expect(self.box).to_be_focused()

    def hand_in(self):
        self.page.keyboard.press("Control+Enter")
        expect(self.page.get_by_role("heading", name="Key points")).to_be_visible()

    def score(self):
        return int(self.page.get_by_label("Score", exact=True).inner_text().split()[0])

    def go_on(self):
        self.page.keyboard.press("Enter")


def play(player, position):
    item, page = player.items[position], player.page
    player.expect_question(position)
    answer = model_answer(item)
    if position == 0:
        page.keyboard.type(answer)
        player.hand_in()
        assert player.score() >= 60
        assert page.locator("mark").count() >= 1
    elif position == RELOADED_AFTER_SAVE:
        page.keyboard.type(answer[:80])
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
        page.reload()
        player.expect_question(position)
        expect(player.box).to_have_value(answer[:80])
        page.keyboard.insert_text(answer[80:])
        player.hand_in()
        expect(page.get_by_text(answer[60:100].strip().split(" ")[1]).first).to_be_visible()
    elif position == RELOADED_AT_ONCE:
        page.keyboard.insert_text(answer)
        page.reload()
        player.expect_question(position)
        expect(player.box).to_have_value(answer)
        player.hand_in()
        page.reload()  # the feedback survives a reload as well
        expect(page.get_by_role("heading", name="Key points")).to_be_visible()
    elif position == SKIPPED:
        page.keyboard.press("Alt+s")
        return
    elif position == OVERRIDDEN:
        page.keyboard.insert_text(wrong_answer(item))
        player.hand_in()
        disagree(player)
    else:
        page.keyboard.insert_text(answer)
        player.hand_in()
    player.go_on()


def disagree(player):
    """“I did say that” raises the score, taking it back lowers it, and the second time it stays."""
    page, before = player.page, player.score()
    for _ in range(2):
        page.get_by_role("button", name="I did say that").first.click()
        take_back = page.get_by_role("button", name="Take that back")
        expect(take_back).to_be_visible()
        assert player.score() > before
        if _ == 0:
            take_back.click()
            expect(take_back).to_have_count(0)
            assert player.score() == before
    page.get_by_role("heading", level=1).focus()


@pytest.mark.timeout(180)
def test_twenty_questions_from_start_to_summary(page, server):
    player = Player(page, server)
    player.begin(20)
    assert len(player.items) == 20
    for position in range(20):
        play(player, position)

    expect(page).to_have_title("Summary · evalmode")
    expect(page.get_by_text(re.compile(r"^19 answers in .* 1 skipped\.$"))).to_be_visible()
    for heading in ("What you did with the key points", "To say next time", "By topic", "Time against budget"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    times = page.get_by_role("table", name=re.compile("Time used"))
    expect(times.get_by_role("row")).to_have_count(20)
    expect(times.get_by_text("skipped")).to_have_count(1)
    expect(page.get_by_role("heading", name="What comes back when")).to_be_visible()

    summary = server.get(f"/sessions/{player.session}/summary")
    assert (summary["answered"], summary["skipped"]) == (19, 1)
    assert summary["score"] >= 0.6

    page.keyboard.press("Enter")
    expect(page).to_have_title("Today · evalmode")
    expect(page.get_by_text("19 of 20")).to_be_visible()


def test_the_proof_is_shown_and_run_again(page, server):
    session = server.start("rapid/softmax")
    server.answer(session, 0, model_answer("rapid/softmax"))
    attempt = server.get(f"/sessions/{session}")["turns"][0]["attempt_id"]
    page.goto(f"/session/{session}?attempt={attempt}")
    expect(page.get_by_text("softmax([2, -1, 0.5])").first).to_be_visible()
    page.keyboard.press("p")
    expect(page.get_by_text("Proven, just now").first).to_be_visible(timeout=60_000)


def test_evidence_and_key_point_light_up_together(page, server):
    session = server.start("rapid/softmax")
    attempt = server.answer(session, 0, model_answer("rapid/softmax"))["attempt_id"]
    page.goto(f"/attempt/{attempt}")
    mark = page.locator("mark a").first
    mark.focus()
    point = page.locator(mark.get_attribute("href"))
    expect(point).to_have_attribute("data-active", "true")
    page.get_by_role("heading", level=1).focus()
    expect(point).to_have_attribute("data-active", "false")
    page.keyboard.press("1")
    expect(page.locator("mark[data-active=true]")).not_to_have_count(0)


def test_follow_ups_reveal_and_the_review_is_undone(page, server):
    session = server.start("rapid/softmax")
    attempt = server.answer(session, 0, model_answer("rapid/softmax"))["attempt_id"]
    page.goto(f"/attempt/{attempt}")
    ask = page.get_by_text("Why do we subtract the largest logit")
    answer = page.get_by_text("subtracting the maximum changes nothing")
    expect(answer).to_be_hidden()
    ask.click()
    expect(answer).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone:")).to_be_visible()
