"""A session without a mouse."""

from __future__ import annotations

import re

from browser_kit import model_answer
from playwright.sync_api import expect


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def test_from_the_first_key_to_the_summary(page):
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

    page.keyboard.press("?")
    shortcuts = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(shortcuts).to_contain_text("Go to Library")
    page.keyboard.press("Escape")
    expect(shortcuts).to_have_count(0)

    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page).to_have_title("Library · evalmode")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("softmax does")
    row = page.get_by_role("link", name=re.compile("^(?!Quick).*What softmax does")).first
    expect(row).to_be_visible()
    row.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("softmax"))
    page.keyboard.press("Enter")

    expect(page.get_by_label("Your answer")).to_be_focused()
    page.keyboard.type("? is typed, not obeyed")  # a plain key belongs to the text
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(model_answer("rapid/softmax"))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("2")
    assert page.evaluate("document.activeElement.id").startswith("point-")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Summary · evalmode")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Today · evalmode")


def test_hints_are_to_be_seen(page):
    page.goto("/rapid")
    expect(page.get_by_role("button", name="Start", exact=True).locator("kbd")).to_have_text("↵")


def test_the_focus_goes_back_where_it_was_when_a_dialog_closes(page):
    page.goto("/settings")
    delete = page.get_by_role("button", name="Delete everything")
    delete.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Type “erase everything”")).to_be_focused()
    page.keyboard.press("Escape")
    expect(delete).to_be_focused()
