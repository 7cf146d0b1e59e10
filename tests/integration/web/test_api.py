"""The API as the front end and scripts use it, over a small bank and a real database."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from evalmode.web.limits import MEGABYTE


@pytest.fixture
def session(client):
    response = client.post("/sessions", json={"items": ["rapid/softmax", "rapid/relu-vs-sigmoid", "rapid/batch-size"]})
    assert response.status_code == 201
    return response.json()


@pytest.fixture
def turn(session):
    return f"/sessions/{session['id']}/turns/0"


def said(bank, name):
    """An answer that the literal grader takes for all key points."""
    return " ".join(point.id for point in bank.get(name).key_points)


def test_a_session_from_question_to_summary(client, bank, clock, session):
    assert client.get("/sessions").json()[0]["id"] == session["id"]
    for position, name in enumerate(["rapid/softmax", "rapid/relu-vs-sigmoid", "rapid/batch-size"]):
        turn = f"/sessions/{session['id']}/turns/{position}"
        asked = client.post(f"{turn}/ask").json()
        assert asked["item_id"] == name
        assert "Answer" not in asked
        clock.advance(20)
        if position == 2:
            assert client.post(f"{turn}/skip").json()["turns"][2]["state"] == "skipped"
            continue
        saved = client.put(f"{turn}/draft", json={"text": "So", "revision": asked["draft_revision"]}).json()
        feedback = client.post(f"{turn}/answer", json={"text": said(bank, name), "revision": saved["revision"]}).json()
        assert feedback["score"] == 1.0
        assert feedback["seconds_used"] == 20.0
        assert client.get(f"/attempts/{feedback['attempt_id']}").json() == feedback
    summary = client.post(f"/sessions/{session['id']}/finish").json()
    assert (summary["answered"], summary["skipped"]) == (2, 1)
    assert client.get(f"/sessions/{session['id']}/summary").json() == summary
    assert client.get("/sessions").json() == []
    assert client.get("/today").json()["practised_today"] == 2


def test_asking_again_keeps_the_clock(client, clock, turn):
    client.post(f"{turn}/ask")
    clock.advance(7)
    assert client.post(f"{turn}/ask").json()["seconds_used"] == 7.0


def test_two_tabs_cannot_overwrite_each_other(client, turn):
    revision = client.post(f"{turn}/ask").json()["draft_revision"]
    assert client.put(f"{turn}/draft", json={"text": "first tab", "revision": revision}).status_code == 200
    refused = client.put(f"{turn}/draft", json={"text": "second tab", "revision": revision})
    assert refused.status_code == 409
    assert refused.json()["error"]["code"] == "conflict"
    assert client.post(f"{turn}/ask").json()["draft"] == "first tab"


def test_an_answer_sent_twice_is_one_answer_and_another_one_is_a_conflict(client, turn):
    client.post(f"{turn}/ask")
    first = client.post(f"{turn}/answer", json={"text": "Once."})
    assert client.post(f"{turn}/answer", json={"text": "Once."}).json() == first.json()
    second = client.post(f"{turn}/answer", json={"text": "Twice."})
    assert second.status_code == 409
    assert "already answered" in second.json()["error"]["message"]


def test_i_did_say_that_and_taking_it_back(client, turn):
    client.post(f"{turn}/ask")
    feedback = client.post(f"{turn}/answer", json={"text": "In my own words."}).json()
    point = feedback["points"][0]["id"]
    path = f"/attempts/{feedback['attempt_id']}/overrides/{point}"
    overridden = client.put(path, json={"said": True}).json()
    assert overridden["points"][0]["overridden"]
    assert overridden["points"][0]["verdict"] == "missing"
    assert overridden["score"] > feedback["score"]
    assert client.put(path, json={"said": False}).json()["score"] == feedback["score"]


def test_teaching_the_grader_ones_own_words_and_taking_them_back(client, turn):
    client.post(f"{turn}/ask")
    feedback = client.post(f"{turn}/answer", json={"text": "Every class gets its share."}).json()
    path, point = f"/attempts/{feedback['attempt_id']}", feedback["points"][0]["id"]
    body = {"point_id": point, "phrase": "gets its share"}
    assert client.post(f"{path}/phrasings", json=body).status_code == 409
    client.put(f"{path}/overrides/{point}", json={"said": True})
    offer = client.get(f"{path}/phrasings/{point}").json()
    assert (offer["phrase"], offer["remembered"]) == ("Every class gets its share", [])
    learnt = client.post(f"{path}/phrasings", json=body)
    assert learnt.status_code == 201
    assert client.get(f"{path}/phrasings/{point}").json()["remembered"] == [learnt.json()]
    assert client.get("/phrasings").json() == client.get("/phrasings?item=rapid/softmax").json() == [learnt.json()]
    assert client.get("/phrasings?item=rapid/batch-size").json() == []
    refused = client.post(f"{path}/phrasings", json={**body, "phrase": "I never said this"})
    assert (refused.status_code, refused.json()["error"]["message"]) == (422, "These are not words of your answer.")
    assert client.delete(f"/phrasings/{learnt.json()['id']}").json() == learnt.json()
    assert client.get("/phrasings").json() == []


def test_undoing_a_review(client, turn):
    client.post(f"{turn}/ask")
    feedback = client.post(f"{turn}/answer", json={"text": "In my own words."}).json()
    assert client.post(f"/attempts/{feedback['attempt_id']}/undo").json()["memory"]["undone"]


def test_a_deep_question_may_be_stopped(client, bank):
    item = bank.deep[0]
    session = client.post("/sessions", json={"kind": "deep", "items": [str(item.item_id)]}).json()
    turn = f"/sessions/{session['id']}/turns/0"
    client.post(f"{turn}/ask")
    assert client.post(f"{turn}/answer", json={"text": "The headline."}).json()["deeper"]
    states = [t["state"] for t in client.post(f"/sessions/{session['id']}/turns/1/stop").json()["turns"]]
    assert states[0] == "answered"
    assert set(states[1:]) == {"skipped"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/sessions/none", None),
        ("POST", "/sessions/none/turns/0/ask", None),
        ("GET", "/attempts/none", None),
        ("PUT", "/attempts/none/overrides/x", {"said": True}),
        ("GET", "/attempts/none/phrasings/x", None),
        ("POST", "/attempts/none/phrasings", {"point_id": "x", "phrase": "some words"}),
        ("DELETE", "/phrasings/none", None),
        ("GET", "/items/rapid/none", None),
        ("GET", "/items/none/softmax", None),
        ("POST", "/items/rapid/none/proofs", None),
        ("GET", "/items?topic=none", None),
        ("POST", "/sessions", {"items": ["rapid/none"]}),
        ("POST", "/grade", {"item": "none", "answer": "x"}),
        ("GET", "/none", None),
    ],
)
def test_what_does_not_exist_is_not_found_and_says_so(client, method, path, body):
    response = client.request(method, path, json=body)
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"
    assert response.json()["error"]["message"].endswith(".")


def test_the_library_filters_and_searches(client):
    everything = client.get("/items").json()
    rapid = client.get("/items", params={"kind": "rapid", "level": "screen"}).json()
    assert 0 < len(rapid) < len(everything)
    assert all(item["kind"] == "rapid" and item["level"] == "screen" for item in rapid)
    assert "rapid/softmax" in [item["item_id"] for item in client.get("/items", params={"q": "softmax"}).json()]


def test_an_item_with_its_proofs(client):
    item = client.get("/items/rapid/softmax").json()
    assert item["proofs"]
    runs = client.post("/items/rapid/softmax/proofs").json()
    assert [run["outcome"] for run in runs] == ["proven"] * len(item["proofs"])


def test_the_other_rooms(client):
    assert client.get("/readiness").json()["ready"] == 0
    assert client.get("/topics").json()["topics"]
    assert client.get("/guide").status_code == 200
    assert client.get("/progress").json()["attempts"] == 0
    assert client.get("/abilities").json()[0]["id"] == "grader"
    assert client.get("/voice").json()["whisper"] is True


def test_settings_are_kept(client):
    settings = client.get("/settings").json()
    assert client.put("/settings", json={**settings, "daily_goal": 33}).json()["daily_goal"] == 33
    assert client.get("/settings").json()["daily_goal"] == 33
    assert client.put("/settings", json={**settings, "daily_goal": 0}).status_code == 422


def test_grading_without_storing(client, bank):
    response = client.post("/grade", json={"item": "softmax", "answer": said(bank, "rapid/softmax")})
    graded = response.json()
    assert graded["item"] == "rapid/softmax"
    assert graded["score"] == 1.0
    assert {"id", "verdict", "confidence", "evidence"} <= set(graded["points"][0])
    assert client.get("/progress").json()["attempts"] == 0


def practise(client, turn):
    client.post(f"{turn}/ask")
    return client.post(f"{turn}/answer", json={"text": "In my own words."}).json()


def test_an_export_comes_back_after_everything_was_erased(client, turn):
    practise(client, turn)
    exported = client.get("/export.jsonl")
    assert exported.headers["content-disposition"] == 'attachment; filename="evalmode.jsonl"'
    assert all(json.loads(line) for line in exported.text.splitlines())
    assert client.post("/erase", json={"confirm": "yes"}).status_code == 422
    assert client.post("/erase", json={"confirm": "erase everything"}).json() == {"attempts": 1, "sessions": 1}
    assert client.get("/progress").json()["attempts"] == 0
    report = client.post("/import", files={"file": ("evalmode.jsonl", exported.content)}).json()
    assert report["skipped"] == []
    assert client.get("/export.jsonl").text == exported.text
    assert client.post("/import", files={"file": ("evalmode.jsonl", exported.content)}).json()["added"] == 0


def test_the_other_exports(client, turn):
    practise(client, turn)
    table = client.get("/export.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert "rapid/softmax" in table.text
    deck = client.get("/export.apkg")
    assert zipfile.is_zipfile(io.BytesIO(deck.content))


@pytest.mark.parametrize("content", [b"", b"not json", b"\xff\xfe\x00", b'{"format": "other"}\n', b"[]\n" * 10])
def test_a_file_that_is_no_export_is_refused_with_one_sentence(client, content):
    response = client.post("/import", files={"file": ("x.jsonl", content)})
    assert response.status_code == 422
    assert response.json()["error"]["message"]
    assert client.get("/progress").json()["attempts"] == 0


def test_an_answer_of_a_megabyte_is_refused_and_the_draft_stays(client, turn):
    revision = client.post(f"{turn}/ask").json()["draft_revision"]
    client.put(f"{turn}/draft", json={"text": "what stands", "revision": revision})
    response = client.post(f"{turn}/answer", json={"text": "x" * MEGABYTE})
    assert response.status_code == 422
    assert "1,000,000 characters" in response.json()["error"]["message"]
    assert client.post(f"{turn}/answer", json={"text": "x" * 3 * MEGABYTE}).status_code == 413
    assert client.post(f"{turn}/ask").json()["draft"] == "what stands"


def test_null_bytes_and_half_characters_do_not_cost_an_answer(client, turn):
    client.post(f"{turn}/ask")
    response = client.post(
        f"{turn}/answer", content=b'{"text": "a\\u0000b \\ud800"}', headers={"Content-Type": "application/json"}
    )
    assert response.json()["answer"] == "ab \N{REPLACEMENT CHARACTER}"


def test_a_transcript_knows_the_words_of_the_question(client, bank):
    vocabulary = " ".join(bank.get("rapid/softmax").vocabulary)
    response = client.post("/voice/transcriptions", params={"item": "rapid/softmax"}, files={"file": ("a.webm", b"so")})
    assert response.json() == {"text": f"so {vocabulary}".strip()}


def test_a_recording_that_cannot_be_read_or_is_too_large(client):
    assert client.post("/voice/transcriptions", files={"file": ("a.webm", b"\xff")}).status_code == 422
    large = client.post("/voice/transcriptions", files={"file": ("a.webm", b"x" * (25 * MEGABYTE + 1))})
    assert large.status_code == 413
    assert "25 MB" in large.json()["error"]["message"]
