"""Speaking instead of typing: on this machine or not at all."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

# Stands in for a browser whose language pack is installed, and notes how it was asked to listen.
RECOGNISER = """
window.asked = [];
window.SpeechRecognition = class extends EventTarget {
  static available(options) { window.asked.push(options); return Promise.resolve('available'); }
  get processLocally() { return this.local ?? false; }
  set processLocally(value) { this.local = value; }
  start() {
    window.startedLocally = this.processLocally;
    setTimeout(() => {
      const event = new Event('result');
      event.resultIndex = 0;
      event.results = [Object.assign([{transcript: ' softmax makes probabilities '}], {isFinal: true})];
      this.dispatchEvent(event);
    }, 50);
  }
  stop() { this.dispatchEvent(new Event('end')); }
};
"""


@pytest.fixture
def choose(server):
    """Chooses how to answer, for one test."""
    before = server.get("/settings")

    def choose_(voice):
        server.put("/settings", {**before, "voice": voice})

    yield choose_
    server.put("/settings", before)


def ask(page, server):
    session = server.start("rapid/softmax", mode="relaxed")
    server.post(f"/sessions/{session}/turns/0/ask")
    page.goto(f"/session/{session}")
    box = page.get_by_label("Your answer")
    expect(box).to_be_focused()
    return session, box


def test_typed_is_the_way_where_nothing_can_listen(page, server, choose):
    choose("whisper")
    _, box = ask(page, server)
    expect(box).to_be_editable()
    expect(page.get_by_role("button", name="Speak")).to_have_count(0)


def test_the_browser_listens_on_the_device_only_and_the_words_can_be_mended(page, server, choose):
    choose("browser")
    page.add_init_script(RECOGNISER)
    session, box = ask(page, server)
    page.keyboard.type("In short:")
    page.keyboard.press("Alt+m")
    expect(box).to_have_value("In short: softmax makes probabilities")
    assert page.evaluate("window.startedLocally") is True
    assert page.evaluate("window.asked.every(options => options.processLocally === true)")
    page.get_by_role("button", name="Stop").click()
    box.focus()
    page.keyboard.press("End")
    page.keyboard.type(" that sum to one")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()
    attempt = server.get(f"/sessions/{session}")["turns"][0]["attempt_id"]
    assert server.get(f"/attempts/{attempt}")["answer"] == "In short: softmax makes probabilities that sum to one"


def test_whisper_hears_a_recording_and_the_words_land_in_the_box(page, server, choose):
    choose("whisper")
    heard = []

    def transcribe(route):
        heard.append((route.request.headers["content-type"], route.request.url))
        route.fulfill(json={"text": " e to the power of each logit "})

    page.route("**/api/v1/voice", lambda route: route.fulfill(json={"whisper": True, "says": "It works."}))
    page.route("**/api/v1/voice/transcriptions**", transcribe)
    session, box = ask(page, server)
    page.get_by_role("button", name="Speak").click()
    page.wait_for_timeout(300)  # a moment of sound
    page.get_by_role("button", name="Stop").click()
    expect(box).to_have_value("e to the power of each logit")
    assert heard[0][0].startswith("multipart/form-data")
    assert "item=rapid%2Fsoftmax" in heard[0][1]

    with page.expect_request("**/answer") as sent:
        page.get_by_role("button", name="Answer").click()
    assert json.loads(sent.value.post_data)["spoken"] is True
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()
    assert server.get(f"/sessions/{session}/summary")["answered"] == 1
