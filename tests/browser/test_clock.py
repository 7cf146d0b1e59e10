"""What the clock does, on a question of fifteen seconds."""

from __future__ import annotations

from browser_kit import QUICK_PACK
from playwright.sync_api import expect

PACKS = (QUICK_PACK,)


def test_when_the_time_is_up_what_stands_is_graded(page, server):
    session = server.start("rapid/quick")
    page.goto(f"/session/{session}")
    page.get_by_role("button", name="Show question 1").click()
    page.get_by_label("Your answer").fill("It exponentiates every score and divides by the sum of the exponentials.")
    expect(page.get_by_role("status").filter(has_text="10 seconds left.")).to_have_count(0)  # too short for that
    expect(page.get_by_role("heading", name="Key points")).to_be_visible(timeout=30_000)
    feedback = server.get(f"/sessions/{session}/summary")
    assert feedback["answered"] == 1
    expect(page.locator("mark")).not_to_have_count(0)


def test_without_pressure_nobody_is_cut_off(page, server):
    session = server.start("rapid/quick", mode="relaxed")
    server.post(f"/sessions/{session}/turns/0/ask")
    page.goto(f"/session/{session}")
    expect(page.get_by_role("timer")).to_contain_text("+", timeout=30_000)
    expect(page.get_by_label("Your answer")).to_be_editable()
    page.keyboard.type("e to the power of each logit, divided by the total")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()
