"""The page keeps to itself, and the watch on it would see if it did not."""

from __future__ import annotations

from playwright.sync_api import expect


def test_the_watch_sees_a_request_that_leaves_the_machine(open_page):
    page = open_page(watched=False)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("fetch('http://192.0.2.1/').catch(() => undefined)")
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in line or "192.0.2.1" in line for line in page.watch.complaints())


def test_the_watch_sees_styles_and_scripts_that_the_policy_forbids(open_page):
    page = open_page(watched=False)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')")
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)"
    )
    page.wait_for_timeout(200)
    assert len([line for line in page.watch.complaints() if "Content Security Policy" in line]) == 2
    assert page.evaluate("window.ran") is None


def test_mathematics_is_set_within_the_policy(page):
    page.goto("/library/rapid/attention")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    show = page.get_by_role("button", name="Show the answer")
    if show.count():
        show.click()
    page.goto("/guide?section=checklist")
    expect(page.get_by_role("heading", name="Final checklist")).to_be_visible()
