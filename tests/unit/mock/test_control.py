"""The control endpoints: whoever has the token can set and ask everything, and nobody else anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from joip_desktop.mock import MockServer, RateLimit
from joip_desktop.mock.exchange import LARGEST_BODY

ALL = [
    ("GET", "state"),
    ("PATCH", "state"),
    ("GET", "faults"),
    ("PUT", "faults"),
    ("POST", "faults"),
    ("DELETE", "faults"),
    ("GET", "requests"),
    ("POST", "reset"),
    ("POST", "edits"),
    ("GET", "snapshot"),
    ("PUT", "snapshot"),
]


@contextmanager
def client_of(server: MockServer, authorization: str) -> Iterator[httpx.Client]:
    address = f"{server.origin}/__mock__"
    with httpx.Client(base_url=address, headers={"Authorization": authorization}, trust_env=False) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(sessions=20, rate_limit=None) as running:
        yield running


@pytest.fixture
def control(server: MockServer) -> Iterator[httpx.Client]:
    with client_of(server, f"Bearer {server.token}") as opened:
        yield opened


def api(server: MockServer, method: str, path: str = "/api/sessions/1", **fields: object) -> httpx.Response:
    headers = {"Cookie": f"connect.sid={server.cookie}"}
    with httpx.Client(base_url=server.origin, headers=headers, trust_env=False) as opened:
        return opened.request(method, path, json=fields or None)


@pytest.mark.parametrize(("method", "path"), ALL)
def test_nobody_gets_in_without_the_token(server: MockServer, method: str, path: str) -> None:
    rows = server.store.rows()
    cookie = f"connect.sid={server.cookie}"
    for wrong in ("", server.token, f"Basic {server.token}", f"Bearer {server.token}x", "Bearer", "Bearer é"):
        with client_of(server, "") as client:
            headers = [(b"Authorization", wrong.encode()), (b"Cookie", cookie.encode())]
            answer = client.request(method, path, headers=headers, json={"id": 1})
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert server.token not in answer.text
    assert server.store.rows() == rows


def test_the_token_is_another_one_after_each_start() -> None:
    server = MockServer(sessions=1)
    tokens = set()
    for _ in range(2):
        with server:
            tokens.add(server.token)
    assert len(tokens) == 2


def test_pages_of_the_web_can_not_use_it_even_with_the_token(control: httpx.Client) -> None:
    assert control.post("/reset", headers={"Origin": "https://example.org"}).status_code == 403
    assert control.post("/reset", headers={"Host": "example.org"}).status_code == 400


def test_looking_on_costs_nothing_and_leaves_no_trace(server: MockServer, control: httpx.Client) -> None:
    server.limiter.rate = RateLimit(2, 3600.0)
    server.faults.answer_next(500)
    for _ in range(5):
        assert control.get("/state").status_code == 200
    assert (server.limiter.remaining(), server.faults.pending, list(server.requests)) == (2, 1, [])


def test_the_state_is_told_and_set(server: MockServer, control: httpx.Client) -> None:
    assert control.get("/state").json() == {"sessions": 20, "rateLimit": "off", "latency": 0.0, "requests": 0}
    answer = control.patch("/state", json={"rateLimit": "6000/15m", "latency": 0.01})
    assert answer.json() == {"sessions": 20, "rateLimit": "6000/15m", "latency": 0.01, "requests": 0}
    assert server.limiter.rate == RateLimit(6000, 900.0)
    api(server, "GET")
    assert control.get("/state").json()["requests"] == 1


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"rateLimit": "fast"}, "“fast” is no rate limit; write one like 100/15m, 5/10s or 1000/1h, or off."),
        ({"rateLimit": "5/10s", "latency": -1}, "“latency” needs a number of seconds up to 3600."),
        ({"latency": True}, "“latency” needs a number of seconds up to 3600."),
        ({"latency": "1"}, "“latency” needs a number of seconds up to 3600."),
        ({"limit": 3}, "There is no “limit” here, only rateLimit, latency."),
        ([], "Invalid input: expected object, received array"),
    ],
)
def test_a_state_that_is_not_understood_changes_nothing(
    server: MockServer, control: httpx.Client, body: object, told: str
) -> None:
    answer = control.patch("/state", json=body)
    assert (answer.status_code, answer.json()["message"]) == (400, told)
    assert (server.limiter.rate, server.latency) == (None, 0.0)


def test_faults_are_set_added_and_taken_away(server: MockServer, control: httpx.Client) -> None:
    one, two = {"kind": "status", "code": 500, "method": "GET", "once": True}, {"kind": "delay", "seconds": 0.01}
    assert control.put("/faults", json={"seed": 3, "faults": [one]}).status_code == 200
    assert control.post("/faults", json={"faults": [two]}).status_code == 200
    assert [api(server, "GET").status_code for _ in range(2)] == [500, 200]
    assert control.get("/faults").json() == {
        "seed": 3,
        "faults": [
            {"kind": "status", "code": 500, "method": "GET", "times": 1, "seen": 2, "met": 1},
            {"kind": "delay", "seconds": 0.01, "seen": 2, "met": 2},
        ],
    }
    assert control.delete("/faults").json() == {"seed": 3, "faults": []}
    assert api(server, "GET").status_code == 200


def test_a_plan_that_is_not_understood_leaves_the_one_there_is(server: MockServer, control: httpx.Client) -> None:
    control.put("/faults", json={"faults": [{"kind": "html"}]})
    answer = control.put("/faults", json={"faults": [{"kind": "delay"}, {"kind": "fire"}]})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("Rule 2: There is no fault “fire”. There are: status, ")
    assert [rule.effect.kind for rule in server.faults.plan.rules] == ["html"]


def test_requests_are_told_without_bodies_and_from_a_number_on(server: MockServer, control: httpx.Client) -> None:
    server.faults.answer_next(503, method="PATCH")
    api(server, "GET", "/api/sessions?sort=recent")
    api(server, "PATCH", title="A title that is nobody's business")
    told = control.get("/requests").json()
    assert [(each["number"], each["method"], each["path"], each["query"], each["status"]) for each in told] == [
        (1, "GET", "/api/sessions", "sort=recent", 200),
        (2, "PATCH", "/api/sessions/1", "", 503),
    ]
    assert [each["faults"] for each in told] == [[], ["answer"]]
    assert set(told[0]) == {"number", "moment", "method", "path", "query", "status", "seconds", "faults"}
    assert "business" not in str(told)
    assert [each["number"] for each in control.get("/requests?after=1").json()] == [2]
    assert control.get("/requests?after=7").json() == []
    assert control.get("/requests?after=x").status_code == 400


def test_data_are_made_anew(server: MockServer, control: httpx.Client) -> None:
    first = server.store.rows()
    api(server, "PATCH", isFavorite=not first[0]["isFavorite"])
    assert control.post("/reset").json() == {"sessions": 20}
    assert server.store.rows() == first
    assert control.post("/reset", json={"sessions": 7, "seed": 2}).json() == {"sessions": 7}
    assert server.store.rows() != first[:7]
    assert control.post("/reset").json() == {"sessions": 7}
    for bad in ({"sessions": -1}, {"sessions": 10**9}, {"sessions": 1.5}, {"seed": True}, {"other": 1}):
        assert control.post("/reset", json=bad).status_code == 400
    assert server.store.count() == 7


def test_a_session_is_edited_as_by_another_device(server: MockServer, control: httpx.Client) -> None:
    before = server.store.row(5)
    after = control.post("/edits", json={"id": 5}).json()
    assert after["title"] == before["title"] + " (another device)"
    assert after["updatedAt"] > before["updatedAt"]
    control.post("/edits", json={"id": 5, "fields": {"isFavorite": True, "intervalMin": 9}})
    row = server.store.row(5)
    assert (row["isFavorite"], row["intervalMin"]) == (True, 9)
    assert control.post("/edits", json={"id": 999}).status_code == 404
    for bad in ({}, {"id": "5"}, {"id": 5, "fields": [1]}, {"id": 0}):
        assert control.post("/edits", json=bad).status_code == 400


def test_a_snapshot_is_taken_and_put_back(server: MockServer, control: httpx.Client) -> None:
    rows = server.store.rows()
    kept = control.get("/snapshot")
    assert kept.headers["content-type"] == "application/vnd.sqlite3"
    control.post("/reset", json={"sessions": 3})
    assert control.put("/snapshot", content=kept.content).json() == {"sessions": 20}
    assert server.store.rows() == rows
    answer = control.put("/snapshot", content=b"no snapshot")
    assert answer.status_code == 400
    assert answer.json()["message"] == "This is no snapshot of the demo server (not a database)."
    assert server.store.rows() == rows


def test_a_large_snapshot_is_taken_from_whoever_may_only(server: MockServer, control: httpx.Client) -> None:
    large = bytes(LARGEST_BODY + 1)
    assert control.put("/snapshot", content=large).status_code == 400
    with client_of(server, "Bearer wrong") as stranger:
        assert stranger.put("/snapshot", content=large).status_code == 413


def test_what_is_not_there(control: httpx.Client) -> None:
    assert control.get("/nothing").status_code == 404
    answer = control.delete("/state")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "PATCH"}
