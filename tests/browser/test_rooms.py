"""Guide, readiness, library, progress and Today."""

from __future__ import annotations

import re

import pytest
from browser_kit import bank, model_answer
from playwright.sync_api import expect


@pytest.fixture(scope="module", autouse=True)
def practised(server):
    """Some history to look back on."""
    items = [str(item.item_id) for item in bank().rapid[:4]]
    session = server.start(*items)
    for position, item in enumerate(items):
        server.answer(session, position, model_answer(item))
    return items


def test_today_offers_one_step_and_enter_takes_it(page):
    page.goto("/")
    expect(page.get_by_role("link", name=re.compile("Readiness: "))).to_be_visible()
    expect(page.get_by_text("4 of 20")).to_be_visible()
    start = page.get_by_role("button", name=re.compile(r"^Start \d+ questions?"))
    expect(start).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.get_by_role("link", name="Leave").click()
    expect(page.get_by_text(re.compile("session waits at question 1 of"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your answer")).to_be_focused()


def test_a_session_is_taken_up_without_starting_a_clock_unasked(page, server):
    session = server.start("rapid/softmax", "rapid/bias-term")
    server.answer(session, 0, "nothing")
    page.goto(f"/session/{session}")
    expect(page.get_by_role("heading", name="Ready?")).to_be_visible()
    assert server.get(f"/sessions/{session}")["turns"][1]["state"] == "waiting"
    page.get_by_role("button", name="End this session instead").click()
    expect(page).to_have_title("Summary · evalmode")


def test_guide_reveals_searches_and_leads_to_practice(page):
    page.goto("/guide")
    first = page.locator("details").first
    body = first.locator("p").last
    expect(body).to_be_hidden()
    first.locator("summary").click()
    expect(body).to_be_visible()
    expect(page).to_have_url(re.compile("page="))

    page.goto(page.url)  # the address leads back to the same page, open
    expect(page.locator("details[open]")).to_have_count(1)

    page.keyboard.press("/")
    page.keyboard.type("paper")
    expect(page.get_by_role("heading", name="Whiteboard habits")).to_have_count(0)
    expect(page.locator("details").first).to_contain_text("paper")
    page.get_by_label("Search the guide").fill("zzzz")
    expect(page.get_by_text("Nothing says that")).to_be_visible()

    page.goto("/guide?section=checklist")
    page.locator("summary").first.click()
    practice = page.locator("details[open] button").first
    expect(practice).to_be_visible()
    practice.click()
    expect(page.get_by_label("Your answer")).to_be_focused()


def test_readiness_shows_evidence_and_the_next_step(page, server):
    readiness = server.get("/readiness")
    page.goto("/readiness")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{readiness['ready']} of 12 ready")
    expect(page.locator("article")).to_have_count(12)
    with_evidence = next(item for item in readiness["items"] if item["evidence"])
    row = page.locator(f"#{with_evidence['id']}")
    row.locator("summary").click()
    expect(row.get_by_role("row")).to_have_count(1 + len(with_evidence["evidence"]))
    row.get_by_role("button", name=re.compile("^Next step|^Keep it fresh")).click()
    expect(page.get_by_label("Your answer")).to_be_focused()


def test_library_filters_and_shows_everything_about_an_item(page):
    page.goto("/library")
    rows = page.get_by_label("Questions", exact=True).get_by_role("listitem")
    expect(rows.first).to_be_visible()
    everything = rows.count()
    page.get_by_role("button", name="Deep-dive").click()
    expect(rows).to_have_count(len(bank().deep))
    assert len(bank().deep) < everything
    page.get_by_role("button", name="Deep-dive").click()
    page.keyboard.press("/")
    page.keyboard.type("softmax")
    expect(rows.first).to_contain_text(re.compile("softmax", re.IGNORECASE))
    page.goto("/library/rapid/gradient-descent")
    expect(page.get_by_role("button", name="Show the answer")).to_be_visible()
    expect(page.get_by_role("heading", name="A strong answer")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="A strong answer")).to_be_visible()
    expect(page.get_by_text("people get wrong here").first).to_be_visible()


def test_history_leads_to_the_feedback_of_that_day(page, practised):
    page.goto(f"/library/{practised[0]}")
    page.get_by_role("table").get_by_role("link", name="today").click()
    expect(page.get_by_role("heading", name="Your answer")).to_be_visible()
    expect(page.get_by_role("button", name="Next question")).to_have_count(0)


def test_map_leads_from_a_topic_to_its_questions(page):
    page.goto("/library?view=map")
    page.get_by_role("combobox", name="Area").click()
    page.get_by_role("option", name="Attention and Transformers").click()
    topic = page.get_by_role("button", name=re.compile("Scaled dot-product attention")).first
    expect(topic).to_be_visible()
    page.get_by_text("The same as a list").click()
    expect(page.get_by_role("row", name=re.compile("Scaled dot-product attention")).first).to_be_visible()
    topic.click()
    expect(page).to_have_url(re.compile("topic=sdpa"))
    expect(page.get_by_label("Questions", exact=True).get_by_role("listitem").first).to_be_visible()


def test_progress_draws_and_says_the_same_in_tables(page):
    page.goto("/progress")
    expect(page.get_by_role("img", name=re.compile("with practice in the last year"))).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("last 4 answers|last [0-9]+ answers"))).to_be_visible()
    page.get_by_text("As a table").first.click()
    expect(page.get_by_role("row").filter(has_text="%").first).to_be_visible()
    expect(page.get_by_role("table", name="Mastery by topic", exact=True)).to_be_visible()


def test_an_unknown_address_and_an_unknown_item_say_so(page):
    page.watch.allow("404")
    page.goto("/nowhere")
    expect(page.get_by_role("heading", name="There is no such room")).to_be_visible()
    page.goto("/library/rapid/nothing-of-the-kind")
    expect(page.get_by_role("heading", name="That is not here")).to_be_visible()
