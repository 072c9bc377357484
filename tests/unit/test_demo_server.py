"""The demo's server as the panel plays with it: a mock server, whose errors are the app's."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from joip_desktop.demo_server import EmbeddedServer
from joip_desktop.domain.errors import StorageError
from joip_desktop.mock import MockServer, RateLimit
from joip_desktop.ui.server.demo_server import DemoServer, Limit
from joip_desktop.ui.server.fault_choices import FAULTS, Often, rules


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer(sessions=20) as running:
        yield running


@pytest.fixture
def server(mock: MockServer) -> Iterator[DemoServer]:
    with closing(EmbeddedServer(mock)) as embedded:
        yield embedded


def ask(server: DemoServer, path: str = "/api/sessions/1", *, cookie: str | None = None) -> int:
    headers = {"Cookie": f"connect.sid={cookie or server.cookie}"}
    return httpx.get(server.address + path, headers=headers, trust_env=False).status_code


async def test_it_stops_and_starts_at_the_same_address(server: DemoServer, mock: MockServer) -> None:
    address = server.address
    await server.stop()
    assert not server.is_running
    with pytest.raises(httpx.ConnectError):
        ask(server)
    await server.start()
    assert (server.is_running, server.address, ask(server)) == (True, address, 200)
    assert mock.store.count() == 20


async def test_an_address_that_is_taken_meanwhile_is_said(server: DemoServer) -> None:
    port = int(server.address.rpartition(":")[2])
    await server.stop()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(StorageError, match=f"^Port {port} is used by another program"):
            await server.start()
    assert not server.is_running
    await server.start()
    assert server.is_running


def test_limits(server: DemoServer, mock: MockServer) -> None:
    ask(server)
    assert server.tokens == 99
    for limit, rate in (
        (Limit.FASTER, RateLimit(100, 15.0)),
        (Limit.OFF, None),
        (Limit.SITE, RateLimit(100, 900.0)),
    ):
        server.set_limit(limit)
        assert mock.limiter.rate == rate
    assert server.tokens == 100


def test_delay_and_faults(server: DemoServer, mock: MockServer) -> None:
    server.set_delay(0.01)
    assert mock.latency == 0.01
    server.set_faults(rules({0, 6}, Often.ONCE))
    assert [FAULTS[0].kind, FAULTS[6].kind] == [rule.effect.kind for rule in mock.faults.plan.rules]
    assert [ask(server) for _ in range(2)] == [503, 200]
    assert server.faults_met() == [1, 1]
    server.set_faults([])
    assert server.faults_met() == []


async def test_faults_stay_through_a_stop(server: DemoServer) -> None:
    server.set_faults(rules({0}, Often.EVERY))
    await server.stop()
    await server.start()
    assert ask(server) == 503


def test_requests_are_told_without_pictures(server: DemoServer) -> None:
    for path in ("/media/thumbnails/a-1.png", "/api/sessions", "/media/x", "/api/sessions/999"):
        ask(server, path)
    seen = server.requests_after(0)
    assert [(one.path, one.status) for one in seen] == [("/api/sessions", 200), ("/api/sessions/999", 404)]
    assert [one.path for one in server.requests_after(seen[0].number)] == ["/api/sessions/999"]


async def test_data_are_made_anew(server: DemoServer, mock: MockServer) -> None:
    mock.store.set_row(1, title="Changed")
    assert await server.reset() == 20
    assert mock.store.row(1)["title"] != "Changed"
    assert await server.reset(1000) == 1000
    assert await server.reset() == 1000


async def test_no_room_for_them_is_said(server: DemoServer, mock: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_options: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(mock.store, "reset", full)
    with pytest.raises(StorageError, match=r"could not be written \(database or disk is full\)\. Free some space"):
        await server.reset()


async def test_another_device_changes_the_title(server: DemoServer, mock: MockServer) -> None:
    before = mock.store.row(3)["title"]
    assert await server.edit_elsewhere(3)
    assert mock.store.row(3)["title"] == before + " (another device)"
    assert not await server.edit_elsewhere(999)
