"""What comes before the routes: hosts, the limit, the cookie, faults, the log; over a live server."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from joip_desktop.mock import MockServer, RateLimit, routes
from joip_desktop.mock.exchange import LARGEST_BODY
from joip_desktop.mock.store import Store


@contextmanager
def client_of(server: MockServer, **headers: str) -> Iterator[httpx.Client]:
    sent = {"Cookie": f"connect.sid={server.cookie}", **headers}
    with httpx.Client(base_url=server.origin, headers=sent, trust_env=False, timeout=20) as opened:
        yield opened


@pytest.fixture(scope="module")
def running() -> Iterator[MockServer]:
    with MockServer(sessions=20, rate_limit=None) as server:
        yield server


@pytest.fixture
def server(running: MockServer) -> MockServer:
    running.store.reset()
    running.faults.clear()
    running.limiter.rate = None
    running.latency = 0.0
    return running


@pytest.fixture
def client(server: MockServer) -> Iterator[httpx.Client]:
    with client_of(server) as opened:
        yield opened


def test_foreign_hosts_are_refused(client: httpx.Client, server: MockServer) -> None:
    port = server.origin.rpartition(":")[2]
    for good in (f"127.0.0.1:{port}", f"LocalHost:{port}", f"[::1]:{port}"):
        assert client.get("/api/sessions/1", headers={"Host": good}).status_code == 200
    for bad in ("example.org", f"example.org:{port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.example.org:{port}"):
        for path in ("/api/sessions/1", "/", "/media/thumbnails/a-1.png"):
            answer = client.get(path, headers={"Host": bad})
            assert (answer.status_code, answer.json()["error"]) == (400, "Bad Request")


def test_the_limit_is_told_on_every_answer(client: httpx.Client, server: MockServer) -> None:
    server.limiter.rate = RateLimit(4, 3600.0)
    before = datetime.now(UTC)
    answers = [
        client.get("/api/sessions/1"),
        client.get("/api/sessions/999"),
        client.get("/api/sessions", headers={"Cookie": ""}),
        client.delete("/api/sessions/1"),
        client.patch("/api/sessions/1", json={"title": "not applied"}),
    ]
    assert [answer.status_code for answer in answers] == [200, 404, 401, 405, 429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == ["3", "2", "1", "0", "0"]
    for number, answer in enumerate(answers, start=1):
        assert answer.headers["X-RateLimit-Limit"] == "4"
        reset = datetime.fromisoformat(answer.headers["X-RateLimit-Reset"]) - before
        assert abs(reset - timedelta(seconds=900 * min(number, 4))) < timedelta(seconds=30)
    body = answers[-1].json()
    assert (body["error"], body["message"][:8]) == ("Too Many Requests", "Too many")
    assert 870 <= body["retryAfter"] <= 900
    assert server.store.row(1)["title"] == "Lakes of Norway"
    assert client.get("/").status_code == 200
    assert "X-RateLimit-Limit" not in client.post("/api/login", json={"email": "demo@example.org"}).headers


def test_another_client_uses_tokens(client: httpx.Client, server: MockServer) -> None:
    server.limiter.rate = RateLimit(10, 3600.0)
    assert server.limiter.take(7) == 7
    assert client.get("/api/sessions/1").headers["X-RateLimit-Remaining"] == "2"


def test_without_a_limit_there_are_no_headers(client: httpx.Client) -> None:
    assert not [name for name in client.get("/api/sessions/1").headers if name.startswith("x-rate")]


@pytest.mark.parametrize("cookie", ["", "connect.sid=", "connect.sid=s%3Aother", "other=1"])
def test_without_a_good_cookie(client: httpx.Client, cookie: str) -> None:
    for answer in (
        client.get("/api/sessions", headers={"Cookie": cookie}),
        client.patch("/api/sessions/1", json={"title": "x"}, headers={"Cookie": cookie}),
    ):
        assert (answer.status_code, answer.json()) == (401, {"message": "Unauthorized"})


def test_the_cookie_expires(client: httpx.Client, server: MockServer) -> None:
    server.faults.expire_cookie()
    assert client.get("/api/sessions/1").status_code == 401
    with client_of(server) as again:
        assert again.get("/api/sessions/1").status_code == 200


def test_the_cookie_rotates(client: httpx.Client, server: MockServer) -> None:
    old = client.headers["Cookie"]
    server.faults.rotate_cookie()
    assert "set-cookie" not in client.get("/").headers
    fresh = client.get("/api/sessions/1").headers["set-cookie"].split(";")[0]
    assert fresh == f"connect.sid={server.cookie}" != old
    client.cookies.clear()
    answer = client.get("/api/sessions/1", headers={"Cookie": old})
    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    assert client.get("/api/sessions/1", headers={"Cookie": fresh}).status_code == 200
    assert client.get("/api/sessions/1", headers={"Cookie": old}).status_code == 401


def test_answers_on_demand(client: httpx.Client, server: MockServer) -> None:
    server.limiter.rate = RateLimit(10, 3600.0)
    server.faults.answer_next(
        429, body=b"<h1>Slow down</h1>", headers={"Retry-After": "7", "X-RateLimit-Limit": None}, method="PATCH"
    )
    assert client.get("/api/sessions/1").status_code == 200
    answer = client.patch("/api/sessions/1", json={"title": "not applied"})
    assert (answer.status_code, answer.text) == (429, "<h1>Slow down</h1>")
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["retry-after"] == "7"
    assert "x-ratelimit-limit" not in answer.headers
    assert answer.headers["x-ratelimit-remaining"] == "8"
    assert client.patch("/api/sessions/1", json={}).json()["title"] == "Lakes of Norway"
    server.faults.answer_next(503)
    assert client.get("/api/sessions", headers={"Cookie": ""}).status_code == 401  # the cookie comes first
    assert client.get("/").status_code == 200  # and pages meet no faults
    assert client.get("/api/sessions").json()["error"] == "Service Unavailable"
    server.faults.answer_next(204)
    assert client.get("/api/sessions").content == b""


def test_dropped_connections(client: httpx.Client, server: MockServer) -> None:
    for when, title in (("before", "Lakes of Norway"), ("after", "after")):
        server.faults.drop_next(when="before" if when == "before" else "after")
        with pytest.raises(httpx.TransportError):
            client.patch("/api/sessions/1", json={"title": when})
        assert server.store.row(1)["title"] == title
        assert server.requests[-1].status == 0
    assert client.get("/api/sessions/1").status_code == 200


def test_the_log(client: httpx.Client, server: MockServer) -> None:
    before = len(server.requests)
    client.patch("/api/sessions/1?x=1", json={"isFavorite": True})
    client.get("/media/thumbnails/a-1.png")
    client.get("/nothing", headers={"Host": "example.org"})
    seen = server.requests[before:]
    assert [(entry.method, entry.path, entry.query, entry.status) for entry in seen] == [
        ("PATCH", "/api/sessions/1", "x=1", 200),
        ("GET", "/media/thumbnails/a-1.png", "", 200),
        ("GET", "/nothing", "", 400),
    ]
    assert seen[0].body == b'{"isFavorite":true}'


def test_too_large_a_body(client: httpx.Client, server: MockServer) -> None:
    answer = client.patch("/api/sessions/1", json={"title": "x" * LARGEST_BODY})
    assert (answer.status_code, answer.json()["error"][:7]) == (413, "Request")
    assert client.patch("/api/sessions/1", json={"title": "x" * 10_000}).status_code == 200
    assert len(server.store.row(1)["title"]) == 10_000


def test_latency_lets_others_go_on(client: httpx.Client, server: MockServer) -> None:
    server.latency = 0.15
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(client.get("/api/sessions/1").status_code)) for _ in range(8)
    ]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    assert answers == [200] * 8
    assert took >= 0.14  # that they overlap is seen in test_a_stop_waits_for_nobody
    server.latency = 0.0


@pytest.mark.logs_errors
def test_a_failure_in_mid_answer_drops_the_connection(
    client: httpx.Client, server: MockServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_pieces: Sequence[bytes]) -> AsyncIterator[bytes]:
        yield b"["
        raise ZeroDivisionError

    monkeypatch.setattr(routes, "_each", broken)
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/api/sessions")
    assert server.requests[-1].status == 200
    assert [record.levelname for record in caplog.records if record.name == "joip_desktop.mock.gate"] == ["ERROR"]


@pytest.mark.logs_errors
def test_a_failure_is_logged_and_answered(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_store: Store, _id: int) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(Store, "find", fail)
    answer = client.get("/api/sessions/1")
    assert (answer.status_code, answer.json()["error"]) == (500, "Internal Server Error")
    assert [record.levelname for record in caplog.records if record.name == "joip_desktop.mock.routes"] == ["ERROR"]
