"""The front end: one page for every path, assets that may be kept, and nothing outside of the folder."""

from __future__ import annotations

import gzip

import pytest
from starlette.testclient import TestClient

from evalmode.web.app import create_app

HOST = "http://127.0.0.1:8642"


@pytest.fixture
def folder(tmp_path):
    built = tmp_path / "static"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<title>evalmode</title>__CSP_NONCE__", encoding="utf-8")
    (built / "assets" / "app-1a2b.js.gz").write_bytes(gzip.compress(b"export {}"))
    (built / "icon.svg").write_text("<svg/>", encoding="utf-8")
    (built / ".built-from").write_text("fingerprint", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("treasure", encoding="utf-8")
    return built


@pytest.fixture
def client(folder):
    with TestClient(create_app(None, static=folder), base_url=HOST) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/rapid", "/session/01abc/summary", "/library/rapid/softmax", "/index.html", "/x.y"]
)
def test_every_path_of_the_app_is_the_page_and_never_cached(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert "<title>evalmode</title>" in response.text
    assert "__CSP_NONCE__" not in response.text
    assert response.headers["cache-control"] == "no-store"


def test_an_asset_may_be_kept_for_ever(client):
    response = client.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert response.text == "export {}"
    assert "immutable" in response.headers["cache-control"]
    assert "javascript" in response.headers["content-type"]
    assert "content-encoding" not in response.headers


def test_a_packed_asset_is_sent_to_whoever_can_unpack_it(client):
    response = client.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "gzip, br"})
    assert response.headers["content-encoding"] == "gzip"
    assert response.text == "export {}"
    assert "javascript" in response.headers["content-type"]
    assert response.headers["vary"] == "Accept-Encoding"


def test_a_file_without_a_hash_in_its_name_is_asked_for_again(client):
    assert client.get("/icon.svg").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/assets/none.js", "/assets/", "/assets/%2e%2e/none"])
def test_a_missing_asset_is_not_the_page(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/.built-from", "/" + "a" * 5000]
)
def test_nothing_outside_of_the_folder_and_nothing_hidden_is_served(client, path):
    response = client.get(path)
    assert "treasure" not in response.text
    assert "fingerprint" not in response.text


def test_a_null_byte_is_refused(client):
    assert client.get("/a%00b").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_only_reading_is_possible(client, method):
    assert client.request(method, "/rapid").status_code == 405


def test_a_missing_build_says_what_makes_it(tmp_path):
    with TestClient(create_app(None, static=tmp_path), base_url=HOST) as client:
        response = client.get("/")
        assert response.status_code == 503
        assert "make setup" in response.text
