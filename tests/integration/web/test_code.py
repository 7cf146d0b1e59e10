"""The coding room over HTTP."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from evalmode.core import UnavailableError
from evalmode.web.app import create_app
from evalmode.web.limits import MEGABYTE
from practice_kit import LiteralJudge, points_of

PROBLEM = "/code/problems/leaky-relu"
HOST = "http://127.0.0.1:8642"


def opened(services, security):
    """A client of an application of its own, let in."""
    client = TestClient(create_app(services, security), base_url=HOST, follow_redirects=False)
    client.get(f"/?token={security.token}")
    client.base_url = f"{HOST}/api/v1"
    return client


def with_judge(services, judge):
    return replace(services, practice=replace(services.practice, judge=judge))


def test_a_problem_from_the_first_look_to_the_solution(client, bank, clock):
    listed = client.get("/code/problems").json()
    assert [(one["id"], one["state"]) for one in listed] == [("leaky-relu", "new"), ("one-hot", "new")]
    view = client.get(PROBLEM).json()
    assert view["brief"] == listed[0]
    assert (view["draft"], view["solution"]) == (view["starter"], None)

    said = client.post(f"{PROBLEM}/narrations", json={"text": " ".join(points_of("code/leaky-relu", "narration"))})
    assert said.json()["score"] == 1.0
    clock.advance(60)
    saved = client.put(f"{PROBLEM}/draft", json={"source": "wrong", "revision": view["draft_revision"]})
    assert saved.json()["revision"] == 1
    ran = client.post(f"{PROBLEM}/runs", json={"source": "wrong"}).json()
    assert (ran["verdict"], [check["name"] for check in ran["checks"]]) == ("wrong_answer", ["loads"])
    assert client.get(f"{PROBLEM}/attempts").json() == []

    wrong = client.post(f"{PROBLEM}/attempts", json={"source": "wrong", "seconds_used": 90}).json()
    assert (wrong["state"], wrong["judgement"]["verdict"], wrong["solution"]) == ("judged", "wrong_answer", None)
    assert client.post(f"{PROBLEM}/hints", json={"number": 1}).json()["total"] == 3
    clock.advance(60)
    right = client.post(f"{PROBLEM}/attempts", json={"source": "right", "seconds_used": 150}).json()
    assert (right["judgement"]["verdict"], right["tries"], right["hints"]) == ("accepted", 2, 1)
    assert right["solution"]["reference"] == bank.get("code/leaky-relu").solution.read_text()
    assert right["memory"]["rating"] == "good"

    history = client.get(f"{PROBLEM}/attempts").json()
    assert [one["attempt_id"] for one in history] == [right["attempt_id"], wrong["attempt_id"]]
    assert client.get(f"/code/attempts/{right['attempt_id']}").json() == right
    assert client.get("/code/problems").json()[0]["state"] == "passed"
    assert client.get("/today").json()["practised_today"] == 2  # the narration and the problem
    library = {one["item_id"]: one for one in client.get("/items?kind=code").json()}
    assert library["code/leaky-relu"]["attempts"] == 3


def test_giving_up_and_beginning_anew(client, clock):
    view = client.post(f"{PROBLEM}/reference").json()
    assert (view["finished"], view["brief"]["state"]) == (True, "given_up")
    assert view["solution"]["follow_ups"][0]["answer"]
    clock.advance(60)
    assert client.post(f"{PROBLEM}/reset", json={}).json() == {"problems": 1, "attempts": 0}
    assert client.get(PROBLEM).json()["solution"] is None
    assert client.post("/code/reset", json={"history": True}).json() == {"problems": 1, "attempts": 1}
    assert client.get("/code/problems").json()[0]["state"] == "new"


def test_two_tabs_cannot_overwrite_each_other(client):
    assert client.put(f"{PROBLEM}/draft", json={"source": "one", "revision": 0}).status_code == 200
    refused = client.put(f"{PROBLEM}/draft", json={"source": "two", "revision": 0})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "conflict")
    assert client.put(f"{PROBLEM}/draft", json={"source": "two", "revision": 0, "force": True}).status_code == 200


@pytest.mark.parametrize("path", ["draft", "runs", "attempts"])
def test_a_program_of_one_megabyte_is_taken_and_more_is_told_so(client, path):
    def send(source):
        method = client.put if path == "draft" else client.post
        return method(f"{PROBLEM}/{path}", json={"source": source} | ({"revision": 0} if path == "draft" else {}))

    assert send('"' * MEGABYTE).status_code == 200  # two megabytes, as JSON
    refused = send("x" * (MEGABYTE + 1))
    assert refused.status_code == 422
    assert "at most 1,000,000 are accepted" in refused.json()["error"]["message"]
    assert send("x" * 9 * MEGABYTE).status_code == 413


def test_a_program_of_odd_characters_is_judged_as_it_is_kept(client):
    body = b'{"source": "right \\u0000 \\ud83d \\u0663"}'
    feedback = client.post(f"{PROBLEM}/attempts", content=body, headers={"Content-Type": "application/json"}).json()
    assert feedback["source"] == "right  \N{REPLACEMENT CHARACTER} ٣"
    assert feedback["state"] == "judged"


@pytest.mark.parametrize(
    ("request_line", "body", "status", "code"),
    [
        ("get /code/problems/no-such", None, 404, "not_found"),
        ("get /code/problems/softmax", None, 404, "not_found"),
        ("get /code/problems/Leaky ReLU", None, 404, "not_found"),
        ("get /code/attempts/no-such", None, 404, "not_found"),
        ("post /code/problems/no-such/attempts", {"source": ""}, 404, "not_found"),
        (f"post {PROBLEM}/attempts", {}, 422, "invalid_request"),
        (f"post {PROBLEM}/attempts", {"source": "", "seconds_used": -1}, 422, "invalid_request"),
        (f"post {PROBLEM}/hints", {"number": 0}, 422, "invalid_request"),
        (f"post {PROBLEM}/hints", {"number": 2}, 409, "conflict"),
        (f"post {PROBLEM}/hints", {"number": 50}, 404, "not_found"),
        (f"put {PROBLEM}/draft", {"source": ""}, 422, "invalid_request"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(client, request_line, body, status, code):
    method, _, path = request_line.partition(" ")
    response = client.request(method, path, json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert response.json()["error"]["message"].endswith(".")


def test_what_judges_here_is_told(client):
    status = client.get("/code/status").json()
    assert (status["works"], status["isolated"], status["tier"], status["torch"]) == (True, False, "none", "2.0")


def test_without_a_judge_a_program_is_kept(services, security):
    class Missing(LiteralJudge):
        def judge(self, *_):
            raise UnavailableError("There is no torch here.", hint="Install it.")

    client = opened(with_judge(services, Missing()), security)
    feedback = client.post(f"{PROBLEM}/attempts", json={"source": "right"}).json()
    assert (feedback["state"], feedback["judgement"]) == ("waiting", None)
    assert "kept and will be judged later. There is no torch here. Install it." in feedback["says"]
    ran = client.post(f"{PROBLEM}/runs", json={"source": "right"})
    assert (ran.status_code, ran.json()["error"]["code"]) == (503, "unavailable")


def test_while_a_program_is_judged_others_are_answered_and_it_is_stored_already(services, security):
    class Thinking(LiteralJudge):
        asked, may_answer = threading.Event(), threading.Event()

        def judge(self, problem, source, mode="submit"):
            self.asked.set()
            assert self.may_answer.wait(60)
            return super().judge(problem, source, mode)

    judge = Thinking()
    with opened(with_judge(services, judge), security) as client:
        got = []
        sending = threading.Thread(
            target=lambda: got.append(client.post(f"{PROBLEM}/attempts", json={"source": "right"}).json())
        )
        sending.start()
        assert judge.asked.wait(60)
        assert client.get("/health").status_code == 200
        (line,) = client.get(f"{PROBLEM}/attempts").json()
        waiting = client.get(f"/code/attempts/{line['attempt_id']}").json()
        assert (line["state"], waiting["source"]) == ("waiting", "right")
        judge.may_answer.set()
        sending.join()
    assert (got[0]["attempt_id"], got[0]["state"]) == (line["attempt_id"], "judged")
