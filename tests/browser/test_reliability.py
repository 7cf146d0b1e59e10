"""What happens when the server goes away, when two tabs meet, and when a browser was not let in."""

from __future__ import annotations

from browser_kit import model_answer
from playwright.sync_api import expect


def ask(page, session):
    page.goto(f"/session/{session}")
    page.get_by_role("button", name="Show question 1").click()
    box = page.get_by_label("Your answer")
    expect(box).to_be_focused()
    return box


def test_without_the_server_what_was_typed_stays_and_is_handed_in_later(page, server):
    page.watch.allow("Failed to load resource")
    session = server.start("rapid/softmax")
    box = ask(page, session)
    page.route("**/api/**", lambda route: route.abort("connectionrefused"))
    answer = model_answer("rapid/softmax")
    page.keyboard.insert_text(answer)
    expect(page.get_by_text("evalmode is not answering.")).to_be_visible()
    expect(page.get_by_text("Kept in this browser", exact=True)).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("it is handed in when evalmode answers again")).to_be_visible()
    expect(box).to_have_value(answer)

    page.unroute("**/api/**")
    page.get_by_role("button", name="Try now").click()
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()
    expect(page.get_by_text("evalmode is not answering.")).to_have_count(0)
    assert server.get(f"/sessions/{session}/summary")["answered"] == 1


def test_a_room_that_opens_without_the_server_opens_when_it_is_back(page):
    page.watch.allow("Failed to load resource")
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.route("**/api/**", lambda route: route.abort("connectionrefused"))
    page.get_by_role("link", name="Guide").click()
    expect(page.get_by_role("heading", name="Waiting for evalmode")).to_be_visible()
    page.unroute("**/api/**")
    expect(page.get_by_role("heading", name="Guide")).to_be_visible()


def test_two_tabs_choose_whose_text_counts(open_page, server):
    session = server.start("rapid/softmax", mode="relaxed")
    one, other = open_page(), open_page()
    other.watch.allow("409")
    ask(one, session)
    other.goto(f"/session/{session}")
    expect(other.get_by_label("Your answer")).to_be_focused()

    one.bring_to_front()
    one.keyboard.insert_text("what the first tab says")
    expect(one.get_by_text("Saved", exact=True)).to_be_visible()
    other.bring_to_front()
    other.get_by_label("Your answer").fill("what the second tab says")
    dialog = other.get_by_role("dialog", name="Another tab changed this answer")
    expect(dialog).to_contain_text("what the first tab says")
    expect(dialog).to_contain_text("what the second tab says")
    dialog.get_by_role("button", name="Use mine").click()
    expect(other.get_by_text("Saved", exact=True)).to_be_visible()
    turn = server.post(f"/sessions/{session}/turns/0/ask")
    assert turn["draft"] == "what the second tab says"


def test_a_question_answered_in_another_tab_keeps_what_was_typed_in_sight(page, server):
    page.watch.allow("409")
    session = server.start("rapid/softmax", mode="relaxed")
    ask(page, session)
    server.answer(session, 0, model_answer("rapid/softmax"))
    page.keyboard.insert_text("typed too late")
    dialog = page.get_by_role("dialog", name="This question is already answered")
    expect(dialog).to_contain_text("typed too late")
    dialog.get_by_role("button", name="See its feedback").click()
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()


def test_a_browser_that_was_not_let_in_learns_how_to_get_in(chromium, server):
    with chromium.new_context(base_url=server.base) as context:
        page = context.new_page()
        page.goto("/progress")
        expect(page.get_by_role("heading", name="Open the link from the terminal")).to_be_visible()
