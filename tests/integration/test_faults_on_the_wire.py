"""Each fault as it is on the wire: raw sockets, because HTTP libraries hide how an answer came and how it ended."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from joip_desktop.mock import MockServer, RateLimit
from joip_desktop.mock.effects import KINDS
from joip_desktop.mock.fault_rules import plan_of

TITLE = "Sent over the wire"
PATH = "/api/sessions/1"


@dataclass
class Wire:
    """All bytes that came until the connection ended or, with `alive`, until the answer was whole."""

    data: bytes
    pieces: int = 1
    alive: bool = False
    was_reset: bool = False

    @property
    def status(self) -> int:
        return int(self.data.split(b" ", 2)[1])

    @property
    def head(self) -> bytes:
        return self.data.partition(b"\r\n\r\n")[0]

    @property
    def body(self) -> bytes:
        return self.data.partition(b"\r\n\r\n")[2]

    @property
    def length(self) -> int:
        return int(self.header("content-length"))

    def header(self, name: str) -> str:
        lines = dict(line.split(": ", 1) for line in self.head.decode().split("\r\n")[1:])
        return {key.lower(): value for key, value in lines.items()}[name]

    def json(self) -> Any:
        return json.loads(self.body)


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(sessions=20, rate_limit=None) as running:
        yield running


def ask(server: MockServer, method: str = "PATCH", path: str = PATH, body: object = None) -> bytes:
    content = json.dumps({"title": TITLE} if body is None else body).encode() if method != "GET" else b""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {server.origin.removeprefix('http://')}",
        f"Cookie: connect.sid={server.cookie}",
        "Content-Type: application/json",
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


@contextmanager
def connected(server: MockServer) -> Iterator[socket.socket]:
    port = int(server.origin.rpartition(":")[2])
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        yield connection


def exchanged(connection: socket.socket, request: bytes) -> Wire:
    """Send a request and read until the answer is whole (as its length says) or the connection ends."""
    connection.sendall(request)
    wire = Wire(b"", pieces=0)
    while True:
        try:
            piece = connection.recv(65_536)
        except ConnectionResetError:
            wire.was_reset = True
            return wire
        if not piece:
            return wire
        wire.data += piece
        wire.pieces += 1
        if b"\r\n\r\n" in wire.data and len(wire.body) >= wire.length:
            wire.alive = True
            return wire


def ends(connection: socket.socket) -> bool:
    """Whether the server has closed the connection, after nothing more."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def meet(server: MockServer, kind: str, method: str = "PATCH", path: str = PATH, **parameters: object) -> Wire:
    """What one request meets that has this fault."""
    server.faults.plan = plan_of({"faults": [{"kind": kind, **parameters}]})
    with connected(server) as connection:
        return exchanged(connection, ask(server, method, path))


def is_applied(server: MockServer) -> bool:
    return bool(server.store.row(1)["title"] == TITLE)


def test_without_a_fault_the_connection_stays(server: MockServer) -> None:
    with connected(server) as connection:
        for _ in range(2):
            wire = exchanged(connection, ask(server))
            assert (wire.status, wire.alive, len(wire.body)) == (200, True, wire.length)
    assert is_applied(server)


# --- another answer ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [400, 402, 403, 404, 429, 500, 502, 503, 599])
def test_status(server: MockServer, code: int) -> None:
    wire = meet(server, "status", code=code)
    assert (wire.status, wire.alive) == (code, True)
    assert set(wire.json()) == {"error", "message"}
    assert b"retry-after" not in wire.head.lower()
    assert not is_applied(server)


def test_status_with_a_wait_and_the_change_made_all_the_same(server: MockServer) -> None:
    wire = meet(server, "status", code=503, applied=True, retry_after=7)
    assert (wire.status, wire.header("retry-after")) == (503, "7")
    assert is_applied(server)


@pytest.mark.parametrize("applied", [False, True])
def test_html(server: MockServer, applied: bool) -> None:
    wire = meet(server, "html", applied=applied)
    assert (wire.status, wire.header("content-type")) == (200, "text/html; charset=utf-8")
    assert wire.body.startswith(b"<!doctype html>")
    assert is_applied(server) is applied


def test_truncated_json_is_whole_for_http(server: MockServer) -> None:
    wire = meet(server, "truncated-json")
    assert (wire.status, wire.alive) == (200, True)
    assert wire.header("content-type") == "application/json"
    assert wire.body.startswith(b'{"id":1,')
    with pytest.raises(json.JSONDecodeError):
        wire.json()
    assert is_applied(server)


def test_malformed_json_lacks_its_last_bracket(server: MockServer) -> None:
    wire = meet(server, "malformed-json", "GET", "/api/sessions")
    with pytest.raises(json.JSONDecodeError):
        wire.json()
    assert len(json.loads(wire.body + b"]")) == 20


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/sessions"), ("GET", "/api/sessions/1"), ("PATCH", "/api/sessions/1")]
)
def test_a_field_missing_and_an_unknown_value_in_each_shape(server: MockServer, method: str, path: str) -> None:
    def session(wire: Wire) -> dict[str, Any]:
        value = wire.json()
        found: dict[str, Any] = value[0] if isinstance(value, list) else value.get("session", value)
        return found

    missing = session(meet(server, "missing-field", method, path, field="intervalMax"))
    assert "intervalMax" not in missing
    assert {"id", "title", "intervalMin", "transition"} <= set(missing)
    unknown = session(meet(server, "unknown-value", method, path))
    assert unknown["transition"] == "of-a-newer-server"
    other = session(meet(server, "unknown-value", method, path, field="captionTheme", value="new"))
    assert other["captionTheme"] == "new"


def test_an_error_is_no_session_and_stays_as_it_is(server: MockServer) -> None:
    wire = meet(server, "missing-field", "GET", "/api/sessions/999", field="message")
    assert (wire.status, "message" in wire.json()) == (404, True)


# --- time -------------------------------------------------------------------------------------------------------------


def test_delay_holds_back_one_request_and_not_the_others(server: MockServer) -> None:
    server.faults.plan = plan_of({"faults": [{"kind": "delay", "seconds": 3600, "method": "PATCH"}]})
    with connected(server) as slow, connected(server) as quick:
        slow.sendall(ask(server))
        assert exchanged(quick, ask(server, "GET")).status == 200
        slow.settimeout(0.3)
        with pytest.raises(TimeoutError):
            slow.recv(1)
    assert not is_applied(server)


def test_delays_add_up_and_the_answer_is_the_usual_one(server: MockServer) -> None:
    server.faults.plan = plan_of({"faults": [{"kind": "delay", "seconds": 0.2}] * 2})
    began = time.monotonic()
    with connected(server) as connection:
        wire = exchanged(connection, ask(server))
    assert time.monotonic() - began >= 0.4
    assert wire.status == 200
    assert is_applied(server)
    assert server.requests[-1].seconds >= 0.4


def test_drip_comes_piece_by_piece_and_is_the_whole_answer(server: MockServer) -> None:
    wire = meet(server, "drip", seconds=0.01, size=20)
    assert (wire.status, wire.alive, wire.json()["title"]) == (200, True, TITLE)
    assert wire.pieces >= wire.length // 20


def test_a_drip_ends_when_nobody_listens(server: MockServer) -> None:
    server.faults.plan = plan_of({"faults": [{"kind": "drip", "seconds": 0.01, "size": 1}]})
    with connected(server) as connection:
        connection.sendall(ask(server, "GET", "/api/sessions"))
        connection.recv(10)
    server.faults.plan = plan_of({})
    with connected(server) as connection:
        assert exchanged(connection, ask(server)).status == 200


# --- the connection ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("applied", [False, True])
def test_closed_before_the_answer(server: MockServer, applied: bool) -> None:
    wire = meet(server, "closed-before", applied=applied)
    assert (wire.data, wire.alive) == (b"", False)
    assert is_applied(server) is applied
    assert server.requests[-1].status == 0


@pytest.mark.parametrize(("method", "path"), [("PATCH", PATH), ("GET", "/api/sessions")])
def test_closed_in_the_body(server: MockServer, method: str, path: str) -> None:
    wire = meet(server, "closed-in", method, path)
    assert (wire.status, wire.alive, wire.was_reset) == (200, False, False)
    assert 0 < len(wire.body) == wire.length // 2
    assert is_applied(server) is (method == "PATCH")


def test_closed_in_the_headers(server: MockServer) -> None:
    wire = meet(server, "closed-in", at="headers")
    assert wire.data == b"HTTP/1.1 200 OK\r\nContent-Type: applic"
    assert not wire.was_reset
    assert is_applied(server)


def test_closed_after_the_answer_without_a_word(server: MockServer) -> None:
    server.faults.plan = plan_of({"faults": [{"kind": "closed-after"}]})
    with connected(server) as connection:
        wire = exchanged(connection, ask(server))
        assert (wire.status, wire.json()["title"]) == (200, TITLE)
        assert b"connection: close" not in wire.head.lower()
        assert ends(connection)


# --- what others do ---------------------------------------------------------------------------------------------------


def test_expired_cookie(server: MockServer) -> None:
    old = server.cookie
    wire = meet(server, "expired-cookie", once=True)
    assert (wire.status, wire.json()) == (401, {"message": "Unauthorized"})
    assert not is_applied(server)
    with connected(server) as connection:
        assert exchanged(connection, ask(server).replace(server.cookie.encode(), old.encode())).status == 401
        assert exchanged(connection, ask(server)).status == 200


def test_rotated_cookie(server: MockServer) -> None:
    wire = meet(server, "rotated-cookie", once=True)
    assert wire.status == 200
    assert wire.header("set-cookie").startswith(f"connect.sid={server.cookie}; Path=/")


def test_tokens_taken_by_another_client(server: MockServer) -> None:
    server.limiter.rate = RateLimit(100, 900.0)
    wire = meet(server, "tokens-taken", count=90)
    assert (wire.status, wire.header("x-ratelimit-remaining")) == (200, "9")
    wire = meet(server, "tokens-taken")
    assert (wire.status, wire.json()["retryAfter"]) == (429, pytest.approx(9, abs=1))


def test_edited_elsewhere_before_the_request(server: MockServer) -> None:
    before = server.store.row(1)
    wire = meet(server, "edited-elsewhere", field="isFavorite")
    assert wire.json()["isFavorite"] is not before["isFavorite"]
    assert wire.json()["title"] == TITLE
    rows = {row["id"]: row for row in server.store.rows()}
    listed = {
        row["id"]: row for row in meet(server, "edited-elsewhere", "GET", "/api/sessions", field="aiPrompt").json()
    }
    changed = [number for number, row in rows.items() if listed[number]["aiPrompt"] != row["aiPrompt"]]
    assert len(changed) == 1
    assert listed[changed[0]]["aiPrompt"].endswith(" (another device)")


# --- together ---------------------------------------------------------------------------------------------------------


def test_a_run_can_be_repeated(server: MockServer) -> None:
    plan = {
        "seed": 11,
        "faults": [
            {"kind": "status", "probability": 0.3, "method": "PATCH"},
            {"kind": "edited-elsewhere", "probability": 0.2, "method": "GET"},
            {"kind": "closed-before", "every": 7},
        ],
    }

    def run() -> tuple[list[tuple[str, int]], list[dict[str, Any]]]:
        server.store.reset()
        server.faults.plan = plan_of(plan)
        seen = len(server.requests)
        for number in range(40):
            with connected(server) as connection:
                path = "/api/sessions" if number % 2 else f"/api/sessions/{1 + number % 3}"
                exchanged(connection, ask(server, "GET" if number % 2 else "PATCH", path, {"isFavorite": True}))
        told = [("+".join(each.faults), each.status) for each in server.requests[seen:]]
        return told, [{**row, "updatedAt": None} for row in server.store.rows()]

    first = run()
    assert first == run()
    assert len({kinds for kinds, _ in first[0]}) >= 4


def test_every_kind_has_its_test_here() -> None:
    tests = " ".join(name.replace("_", "-") for name in globals() if name.startswith("test_"))
    text = {"missing-field": "a-field-missing", "unknown-value": "unknown-value", "closed-in": "closed-in-the-body"}
    assert [kind for kind in KINDS if text.get(kind, kind) not in tests] == []
