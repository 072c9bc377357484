"""The watch over the mock servers' answers sees what is not as the document has it; else its silence means nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from joip_desktop.mock import MockServer, RateLimit, routes
from joip_desktop.mock import server as mock_server
from joip_desktop.mock.openapi import document
from tests.helpers.true_answers import Answer, Contract, Truth

CONTRACT = Contract(document("http://127.0.0.1"))
JSON = {"content-type": "application/json"}
LIMIT = {
    "x-ratelimit-limit": "100",
    "x-ratelimit-remaining": "7",
    "x-ratelimit-reset": "2026-01-01T00:00:00.000Z",
}


def answer(
    method: str, path: str, status: int, body: Any, headers: dict[str, str] = JSON, *, limited: bool = False
) -> Answer:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(method, path, limited, status, headers, text)


ERROR = {"error": "Not Found", "message": "Session not found"}
WAIT = {"error": "Too Many Requests", "message": "Wait", "retryAfter": 9}
COOKIE = "connect.sid=x; Path=/"

TRUE = [
    answer("GET", "/api/sessions", 200, []),
    answer("GET", "/api/sessions", 200, [], {**JSON, **LIMIT}, limited=True),
    answer("HEAD", "/api/sessions", 200, b"whatever"),
    answer("GET", "/api/sessions/9", 404, ERROR),
    answer("PATCH", "/api/sessions/9", 429, WAIT),
    answer("GET", "/api/sessions", 401, {"message": "Unauthorized"}),
    answer("POST", "/api/login", 302, b"", {"location": "/", "set-cookie": COOKIE}),
    answer("DELETE", "/api/sessions/1", 405, ERROR, {**JSON, "allow": "GET"}),
    answer("GET", "/api/nothing", 404, ERROR),
    answer("PATCH", "/api/sessions/1", 403, {"error": "Forbidden", "message": "This server takes …"}, limited=True),
]

LIES = [
    (answer("GET", "/api/sessions", 200, {}), "at its top"),
    (answer("GET", "/api/sessions", 200, [{"id": 1}]), "at 0"),
    (answer("GET", "/api/sessions", 200, [], {"content-type": "text/html"}), "content type"),
    (answer("GET", "/api/sessions", 200, b"["), "no JSON"),
    (answer("GET", "/api/sessions", 200, [], limited=True), "lacks X-RateLimit"),
    (answer("GET", "/api/sessions", 200, [], {**JSON, **LIMIT, "x-ratelimit-reset": "soon"}), "X-RateLimit-Reset"),
    (answer("GET", "/api/sessions", 200, [], {**JSON, **LIMIT, "x-ratelimit-limit": "many"}), "X-RateLimit-Limit"),
    (answer("GET", "/api/sessions", 201, []), "no status"),
    (answer("POST", "/api/login", 302, [], {"location": "/", "set-cookie": COOKIE}), "a body"),
    (answer("GET", "/api/sessions/9", 404, {"error": "Not Found"}), '"message"'),
    (answer("PATCH", "/api/sessions/9", 429, ERROR), '"retryAfter"'),
    (answer("PATCH", "/api/sessions/9", 429, {**WAIT, "retryAfter": 0}), "retryAfter"),
    (answer("POST", "/api/login", 302, b"", {"location": "/"}), "lacks Set-Cookie"),
    (answer("POST", "/api/login", 302, b"", {"location": "/x", "set-cookie": COOKIE}), "Location"),
    (answer("DELETE", "/api/sessions/1", 405, ERROR), "lacks Allow"),
    (answer("DELETE", "/api/sessions/1", 200, ERROR), "no status"),
    (answer("GET", "/api/nothing", 200, ERROR), "no status"),
    (answer("PATCH", "/api/sessions/1", 403, {"error": "Forbidden", "message": "No"}, limited=True), "lacks"),
]


@pytest.mark.parametrize("told", TRUE, ids=lambda told: told.name)
def test_what_is_true(told: Answer) -> None:
    assert list(CONTRACT.lies(told)) == []


@pytest.mark.parametrize(("told", "words"), LIES)
def test_what_is_not(told: Answer, words: str) -> None:
    lies = list(CONTRACT.lies(told))
    assert lies
    assert words in " ".join(lies)


@pytest.fixture
def truth(monkeypatch: pytest.MonkeyPatch) -> Truth:
    """One of the test's own in place of the suite's."""
    own = Truth()
    monkeypatch.setattr(mock_server, "Gate", own.gate)
    return own


@pytest.fixture
def client(truth: Truth) -> Iterator[tuple[MockServer, httpx.Client]]:
    assert truth.lies() == []
    with MockServer(sessions=3, rate_limit=RateLimit(100, 900.0)) as server:
        headers = {"Cookie": f"connect.sid={server.cookie}"}
        with httpx.Client(base_url=server.origin, headers=headers, trust_env=False) as opened:
            yield server, opened


def test_a_servers_true_answers(truth: Truth, client: tuple[MockServer, httpx.Client]) -> None:
    server, opened = client
    for _ in range(2):
        statuses = [
            opened.get("/api/sessions").status_code,
            opened.patch("/api/sessions/1", json={"title": ""}).status_code,
            opened.get("/api/auth/user").status_code,
        ]
        assert statuses == [200, 400, 200]
        assert truth.lies() == []
    server.store.set_row(1, transition=["odd"])
    opened.get("/api/sessions")
    assert truth.lies(odd_rows=True) == []
    opened.get("/api/sessions")
    assert "0/transition" in " ".join(truth.lies())


def test_a_servers_lie(truth: Truth, client: tuple[MockServer, httpx.Client], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "_NOT_LISTED", ())
    client[1].get("/api/sessions")
    assert "shareToCommunity" in " ".join(truth.lies())
    assert truth.lies() == []


def test_what_a_fault_says_is_not_the_servers_word(truth: Truth, client: tuple[MockServer, httpx.Client]) -> None:
    server, opened = client
    server.faults.answer_next(418, body=b"<h1>tea</h1>")
    assert [opened.get("/api/sessions").status_code for _ in range(2)] == [418, 200]
    assert truth.lies() == []
