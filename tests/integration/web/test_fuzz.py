"""Whatever is sent to the API, it answers as its OpenAPI document says, and never with a failure of its own."""

from __future__ import annotations

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from evalmode.web.app import create_app

pytestmark = pytest.mark.slow

HOST = {"Host": "127.0.0.1:8642"}
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
_SETTINGS = hypothesis.settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)


@pytest.fixture
def ids(client):
    """Names of things that are there, so that not every request ends at a wrong one."""
    session = client.post("/sessions", json={"count": 3}).json()
    client.post(f"/sessions/{session['id']}/turns/0/ask")
    feedback = client.post(f"/sessions/{session['id']}/turns/0/answer", json={"text": "It depends."}).json()
    client.post(f"/sessions/{session['id']}/turns/1/ask")
    kind, slug = feedback["item_id"].split("/")
    program = client.post("/code/problems/leaky-relu/attempts", json={"source": "right"}).json()
    return {
        "problem": "leaky-relu",
        "/api/v1/code/attempts/{attempt_id}": program["attempt_id"],
        "session_id": session["id"],
        "attempt_id": feedback["attempt_id"],
        "point_id": feedback["points"][0]["id"],
        "kind": kind,
        "slug": slug,
    }


OPERATIONS = [(method, path) for path, methods in create_app(None).openapi()["paths"].items() for method in methods]


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda part: part)
def test_any_request_is_answered_as_documented(app, security, ids, method, path):
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)
    headers = {**HOST, "Cookie": f"{security.cookie}={security.session}"}

    @_SETTINGS
    @hypothesis.given(case=schema[path][method].as_strategy())
    def check(case):
        case.call_and_validate(headers=headers, checks=_CHECKS)
        real = {name: ids.get(path, ids.get(name, value)) for name, value in case.path_parameters.items()}
        if real != case.path_parameters:
            case.path_parameters = real
            case.call_and_validate(headers=headers, checks=_CHECKS)

    check()


def test_the_fuzzing_would_notice_a_response_that_is_not_as_documented(app):
    document = app.openapi()
    document["components"]["schemas"]["Health"]["required"].append("mood")
    document["components"]["schemas"]["Health"]["properties"]["mood"] = {"type": "string"}
    case = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)["/api/v1/health"]["get"].Case()
    with pytest.raises(BaseExceptionGroup):
        case.call_and_validate(headers=HOST, checks=_CHECKS)
