"""Teaching the grader from the feedback page, and taking it back in the library."""

from __future__ import annotations

from playwright.sync_api import expect

ANSWER = "Every class gets its slice of one cake. Also I like cake."


def test_insisting_offers_the_words_asks_again_and_what_was_learnt_can_be_removed(open_page, server):
    page = open_page(watched=False)  # a refusal is an answer with an error status, which the console reports
    session = server.start("rapid/softmax")
    feedback = server.answer(session, 0, ANSWER)
    page.goto(f"/attempt/{feedback['attempt_id']}")
    words = page.get_by_label("Which words said it?")
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()
    expect(words).to_have_count(0)
    page.get_by_role("button", name="I did say that").first.click()

    expect(words).not_to_have_value("")
    remember = page.get_by_role("button", name="Remember these words for this key point")
    confirm = page.get_by_role("button", name="Yes, remember them")
    words.fill("words that nobody said")
    remember.click()
    confirm.click()
    expect(page.get_by_role("alert")).to_contain_text("These are not words of your answer.")
    words.fill("Every class gets its slice of one cake")
    remember.click()
    page.get_by_role("button", name="No", exact=True).click()
    assert server.get("/phrasings") == []
    remember.click()
    assert server.get("/phrasings") == []
    confirm.click()
    expect(page.get_by_role("status").filter(has_text="Remembered: “Every class gets its slice")).to_be_visible()
    assert [one["phrase"] for one in server.get("/phrasings")] == ["Every class gets its slice of one cake"]

    page.goto("/library/rapid/softmax")
    section = page.get_by_role("region", name="Your phrasings")
    expect(section).to_contain_text("“Every class gets its slice of one cake”")
    section.get_by_role("button", name="Remove").click()
    expect(section).to_have_count(0)
    assert server.get("/phrasings") == []
