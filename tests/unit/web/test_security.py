"""The API answers the browser that was let in, from its own pages, and nobody else."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from evalmode.web.app import create_app
from evalmode.web.security import Security

HOST = "http://127.0.0.1:8642"


@pytest.fixture
def security():
    return Security(port=8642)


@pytest.fixture
def static(tmp_path):
    (tmp_path / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">', encoding="utf-8")
    return tmp_path


@pytest.fixture
def app(security, static):
    return create_app(None, security, static)


@pytest.fixture
def stranger(app):
    with TestClient(app, base_url=HOST, follow_redirects=False) as client:
        yield client


@pytest.fixture
def candidate(app, security):
    with TestClient(app, base_url=HOST, follow_redirects=False) as client:
        assert client.get(f"/?token={security.token}").status_code == 303
        yield client


API = "/api/v1/nothing-here"
"""A path that only somebody who was let in learns nothing about: 404 is 'you are in', 401 and 403 are 'you are not'."""


def test_the_first_address_gives_a_strict_cookie_and_leads_to_the_clean_address(stranger, security):
    response = stranger.get(f"/?token={security.token}")
    assert response.status_code == 303
    assert response.headers["location"] == "/"
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert security.token not in response.headers["set-cookie"]


def test_with_the_cookie_the_api_answers(candidate):
    assert candidate.get(API).status_code == 404


def test_without_the_cookie_the_api_says_what_to_do(stranger):
    response = stranger.get(API)
    assert response.status_code == 401
    error = response.json()["error"]
    assert error["code"] == "not_signed_in"
    assert "address that evalmode printed" in error["hint"]


@pytest.mark.parametrize("cookie", ["", "wrong", "é".encode().decode("latin-1")])
def test_a_wrong_cookie_is_no_cookie(stranger, security, cookie):
    response = stranger.get(API, headers={"Cookie": f"{security.cookie}={cookie}".encode("latin-1")})
    assert response.status_code == 401


def test_a_token_works_once(app, security):
    for expected in (303, 401):
        with TestClient(app, base_url=HOST, follow_redirects=False) as client:
            assert client.get(f"/?token={security.token}").status_code == expected


@pytest.mark.parametrize("token", ["", "wrong", "%C3%A9", "%00"])
def test_a_wrong_token_gives_nothing_and_uses_nothing_up(stranger, security, token):
    response = stranger.get(f"/?token={token}")
    assert response.status_code == 401
    assert "set-cookie" not in response.headers
    assert stranger.get(f"/?token={security.token}").status_code == 303


def test_who_is_in_may_reload_the_first_address(candidate, security):
    assert candidate.get(f"/?token={security.token}").status_code == 303


def test_a_head_request_does_not_use_the_token_up(stranger, security):
    stranger.head(f"/?token={security.token}")
    assert stranger.get(f"/?token={security.token}").status_code == 303


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/rapid?token={}", "/rapid"),
        ("/library?q=a%20b&token={}", "/library?q=a+b"),
        ("//evil.example/?token={}", "/evil.example/"),
        ("/%5C%5Cevil.example/?token={}", "/evil.example/"),
    ],
)
def test_the_clean_address_keeps_the_rest_and_never_leaves_the_server(stranger, security, path, location):
    response = stranger.get(HOST + path.format(security.token))
    assert response.headers["location"] == location


def test_two_servers_on_one_host_do_not_take_each_others_cookies():
    assert Security(port=1).cookie != Security(port=2).cookie


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "127.0.0.1.evil.example", "", "[", "0.0.0.0:8642"]
)
def test_another_host_name_is_refused_even_with_the_cookie(candidate, host):
    response = candidate.get(API, headers={"Host": host})
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "wrong_host"


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "[::1]:8642"])
def test_every_name_of_the_loopback_is_a_right_host(stranger, host):
    assert stranger.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:3000", "null", "https://127.0.0.1.x:8642"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_a_foreign_origin_is_refused_even_with_the_cookie(candidate, method, origin):
    response = candidate.request(method, API, headers={"Origin": origin})
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "foreign_page"


def test_our_own_origin_is_let_in(candidate):
    assert candidate.post(API, headers={"Origin": HOST, "Sec-Fetch-Site": "same-origin"}).status_code == 404


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_that_the_browser_calls_foreign_is_refused(candidate, method, site):
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
    assert candidate.request(method, API, headers=headers).status_code == 403


def test_a_link_on_another_page_may_open_the_app_but_no_frame_or_script_may(candidate):
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert candidate.get("/rapid", headers=link).status_code == 200
    script = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert candidate.get("/rapid", headers=script).status_code == 403


def test_health_needs_no_cookie_and_says_nothing_but_the_version(stranger):
    response = stranger.get("/api/v1/health")
    assert response.status_code == 200
    assert set(response.json()) == {"status", "version"}


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/api/v1/today", "/assets/none.js", "/api/v1/none"])
def test_every_response_carries_the_security_headers(stranger, path):
    headers = stranger.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "microphone=(self)" in headers["permissions-policy"]


def test_the_nonce_is_in_page_and_policy_and_new_each_time(stranger):
    nonces = set()
    for _ in range(3):
        response = stranger.get("/")
        nonce = response.text.split('content="')[1].split('"')[0]
        assert f"'nonce-{nonce}'" in response.headers["content-security-policy"]
        nonces.add(nonce)
    assert len(nonces) == 3
