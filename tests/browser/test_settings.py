"""Settings and the learner's data."""

from __future__ import annotations

import json

from browser_kit import model_answer
from playwright.sync_api import expect

DARK = "dark"


def scheme(page):
    return page.evaluate("document.documentElement.dataset.mantineColorScheme")


def test_a_theme_stays_chosen_and_the_page_never_flashes(page, server):
    page.goto("/settings")
    page.get_by_text("Dark", exact=True).click()
    expect(page.get_by_text("Saved")).to_be_visible()
    assert scheme(page) == DARK
    page.add_init_script(
        "window.schemes = []; addEventListener('DOMContentLoaded', () => "
        "window.schemes.push(document.documentElement.dataset.mantineColorScheme))"
    )
    page.reload()
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    assert page.evaluate("window.schemes[0]") == DARK
    assert scheme(page) == DARK
    assert server.get("/settings")["theme"] == DARK
    page.get_by_role("button", name="Switch to the light theme").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")


def test_the_interview_date_counts_down_on_today(page):
    page.goto("/settings")
    page.get_by_label("Interview date").fill("2099-01-01")
    page.get_by_label("Questions a day").fill("7")
    expect(page.get_by_text("Saved")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text("of 7")).to_be_visible()
    expect(page.get_by_text("Interview", exact=True)).to_be_visible()
    expect(page.get_by_text("Set the date")).to_have_count(0)


def test_it_says_honestly_what_grades_and_what_works_here(page):
    page.goto("/settings")
    expect(page.get_by_text("No language model is used")).to_be_visible()
    expect(page.get_by_text("Works:").first).to_be_attached()
    expect(page.get_by_label("Typed")).to_be_checked()


def test_a_model_is_switched_on_with_the_words_that_leave_the_machine_before_ones_eyes(page, server):
    page.goto("/settings")
    page.get_by_label("A language model of your own choice").check()
    expect(page.get_by_text("Until an address and a model are given")).to_be_visible()
    page.get_by_label("Address").fill("http://127.0.0.1:9/v1/")
    page.get_by_label("Model", exact=True).fill("tiny")
    page.get_by_label("Seconds to wait").fill("3")
    expect(page.get_by_text("They are sent to 127.0.0.1:9.")).to_be_visible()
    expect(page.get_by_text("Saved")).to_be_visible()
    page.get_by_label("The built-in grader").check()
    expect(page.get_by_text("No language model is used")).to_be_visible()
    expect(page.get_by_text("Saved")).to_be_visible()
    page.reload()
    expect(page.get_by_label("The built-in grader")).to_be_checked()
    assert server.get("/settings")["llm_url"] == "http://127.0.0.1:9/v1"


def test_everything_can_be_taken_along_deleted_and_brought_back(page, server, tmp_path):
    session = server.start("rapid/softmax")
    server.answer(session, 0, model_answer("rapid/softmax"))

    page.goto("/settings")
    files = {}
    for label in ("Everything (JSON Lines)", "A table (CSV)", "Cards for Anki"):
        with page.expect_download() as download:
            page.get_by_role("link", name=label).click()
        files[label] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[label])
    exported = files["Everything (JSON Lines)"]
    assert len([json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]) > 1
    assert "rapid/softmax" in files["A table (CSV)"].read_text(encoding="utf-8")
    assert files["Cards for Anki"].read_bytes()[:2] == b"PK"

    page.get_by_role("button", name="Delete everything").click()
    delete = page.get_by_role("button", name="Delete", exact=True)
    expect(delete).to_be_disabled()
    expect(page.get_by_label("Type “erase everything”")).to_be_focused()
    page.keyboard.type("erase everything")
    delete.click()
    expect(page.get_by_text("1 answer and 1 session deleted.")).to_be_visible()
    assert server.get("/progress")["attempts"] == 0
    page.goto("/progress")
    expect(page.get_by_text("Here your practice will draw itself")).to_be_visible()

    page.goto("/settings")
    page.locator("input[type=file]").set_input_files(exported)
    expect(page.get_by_text("added, ")).to_be_visible()
    assert server.get("/progress")["attempts"] == 1
