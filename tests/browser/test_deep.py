"""A deep-dive: headline, “shall I go deeper?”, detail, follow-ups."""

from __future__ import annotations

from browser_kit import bank, model_answer
from playwright.sync_api import expect


def test_headline_then_detail_then_enough(page, server):
    item = bank().get("deep/transformer-block") if "deep/transformer-block" in map(str, bank()) else bank().deep[0]
    item_id = str(item.item_id)
    page.goto("/deep")
    page.get_by_role("button", name=f"Start: {item.title}").click()

    box = page.get_by_label("Your answer")
    expect(box).to_be_focused()
    headline = item.headline.replace("\n", " ")
    page.keyboard.insert_text(headline)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("deeper?")).to_be_visible()
    # What is still to be asked must not stand there with its answer.
    expect(page.get_by_role("heading", name="They might ask next")).to_have_count(0)
    expect(page.get_by_role("heading", name="The proof")).to_have_count(0)

    page.keyboard.press("Enter")
    expect(page.get_by_text("You said · headline first")).to_be_visible()
    expect(page.get_by_text(headline[:60])).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.insert_text(model_answer(item_id))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="No, that is enough")).to_be_visible()
    page.keyboard.press("s")

    expect(page).to_have_title("Summary · evalmode")
    expect(page.get_by_text("2 answers in")).to_be_visible()
    history = server.get(f"/items/{item_id}")["history"]
    assert {attempt["part"] for attempt in history} == {"headline", "detail"}
