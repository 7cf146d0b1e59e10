"""Every error leaves the server as one sentence in one shape, and none of them shows the inside."""

from __future__ import annotations

import logging

import pytest
from fastapi import FastAPI
from pydantic import BaseModel
from starlette.testclient import TestClient

from evalmode.core import ConflictError, EvalmodeError, InputError, NotFoundError, StorageError, UnavailableError
from evalmode.web.errors import LastResort, install_error_handlers
from evalmode.web.limits import BodyLimit
from evalmode.web.requests import TolerantRoute


class Wish(BaseModel):
    text: str
    count: int = 1


@pytest.fixture
def client():
    app = FastAPI()
    app.router.route_class = TolerantRoute
    install_error_handlers(app)
    errors = {
        kind.__name__: kind for kind in (InputError, NotFoundError, ConflictError, StorageError, UnavailableError)
    }

    @app.get("/raise/{name}")
    def _raise(name: str) -> None:
        if name not in errors:
            raise RuntimeError("password=hunter2 at /home/somebody/evalmode.db")
        raise errors[name]("It is so.", hint="Do this.")

    @app.post("/wish")
    def _wish(wish: Wish) -> Wish:
        return wish

    app.add_middleware(BodyLimit)
    app.add_middleware(LastResort)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        (InputError, 422, "invalid_input"),
        (NotFoundError, 404, "not_found"),
        (ConflictError, 409, "conflict"),
        (StorageError, 507, "storage_failed"),
        (UnavailableError, 503, "unavailable"),
    ],
)
def test_an_error_on_purpose_keeps_its_status_its_sentence_and_its_hint(client, kind, status, code):
    response = client.get(f"/raise/{kind.__name__}")
    assert response.status_code == status
    assert response.json() == {"error": {"code": code, "message": "It is so.", "hint": "Do this."}}


def test_what_nobody_foresaw_shows_nothing_of_the_inside_and_is_logged(client, caplog):
    with caplog.at_level(logging.ERROR, logger="evalmode.web"):
        response = client.get("/raise/anything")
    assert response.status_code == 500
    assert response.json()["error"]["code"] == "internal_error"
    assert "hunter2" not in response.text
    assert "hunter2" in caplog.text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "not valid JSON"),
        (b"", "required"),
        (b"{}", "text"),
        (b'{"text": 5}', "text"),
        (b'{"text": "a", "count": "x"}', "count"),
        (b"[]", "valid"),
        (b"\xff\xfe", "not valid JSON"),
        (b"[" * 100_000, "body"),
    ],
)
def test_a_body_that_does_not_fit_is_answered_with_one_sentence(client, body, says):
    response = client.post("/wish", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in {400, 422}
    error = response.json()["error"]
    assert says in error["message"]
    assert "\n" not in error["message"]


def test_several_problems_are_counted(client):
    response = client.post("/wish", json={"count": "x"})
    assert "and 1 more problem" in response.json()["error"]["message"]


def test_an_unknown_address_and_method_have_the_same_shape(client):
    assert client.get("/none").json()["error"]["code"] == "not_found"
    assert client.delete("/wish").json()["error"]["code"] == "method_not_allowed"


def test_null_bytes_and_half_characters_are_mended_before_anything_sees_them(client):
    response = client.post(
        "/wish", content=b'{"text": "a\\u0000b \\ud83d\\ude00 \\ud800!"}', headers={"Content-Type": "application/json"}
    )
    assert response.json()["text"] == "ab \N{GRINNING FACE} \N{REPLACEMENT CHARACTER}!"


def test_a_body_that_announces_too_much_is_refused_unread(client):
    response = client.post("/wish", content=b"x" * 2_000_001, headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert response.json()["error"]["code"] == "too_large"


def test_a_body_that_never_says_how_long_it_is_is_cut_off_at_the_limit(client):
    def endless():
        for _ in range(10_000):
            yield b"x" * 10_000
            sent.append(10_000)

    sent = []
    response = client.post("/wish", content=endless(), headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert "2 MB" in response.json()["error"]["message"]


def test_every_kind_of_error_has_a_status():
    kinds = [EvalmodeError]
    while kinds:
        kind = kinds.pop()
        assert 400 <= kind.status < 600
        kinds += kind.__subclasses__()
