"""Recorded exchanges with models, replayed to the grader that asks them."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import httpx

from evalmode.answers.llm.endpoint import Endpoint
from evalmode.answers.llm.protocols import OPTIONAL

RECORDED = Path(__file__).with_name("data") / "llm"
KEY = "sk-test-417"
KEY_VARIABLE = "EVALMODE_TEST_KEY"


class Recording(httpx.MockTransport):
    """Answers requests as it was recorded. Requests that go together are sent at once, so they come in any order.

    Args:
        name: A file of ``tests/data/llm``.
    """

    def __init__(self, name: str) -> None:
        document = json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))
        self.answer: str = document["answer"]
        self.protocol = document["protocol"]
        self.left = list(document["exchanges"])
        self.requests: list[httpx.Request] = []
        self._lock = threading.Lock()
        super().__init__(self._reply)

    @property
    def endpoint(self) -> Endpoint:
        """The model that was recorded."""
        return Endpoint(self.protocol, "http://model.test/v1", "qwen3:8b", KEY_VARIABLE)

    def data(self) -> list[dict]:
        """What was sent as data, request by request."""
        return [sent_data(request) for request in self.requests]

    def _reply(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        seen = {
            "path": request.url.path,
            "reminded": "The last reply" in body["messages"][-1]["content"],
            "optional": [name for name in OPTIONAL if name in body],
        }
        with self._lock:
            self.requests.append(request)
            exchange = next((one for one in self.left if one["request"] == seen), None)
            if exchange is None:
                return httpx.Response(418, json={"unforeseen": seen})
            self.left.remove(exchange)
        response = exchange["response"]
        return httpx.Response(response["status"], headers=response["headers"], json=response["body"])


def sent_data(request: httpx.Request) -> dict:
    """The question, key points and answer in a request."""
    lines = json.loads(request.content)["messages"][-1]["content"].splitlines()
    assert (lines[0], lines[2]) == ("BEGIN DATA", "END DATA")
    return json.loads(lines[1])
