"""The mock server with 32 clients that change different fields of the same sessions: no lost update, no error."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from joip_desktop.mock import MockServer
from tests.helpers.many_clients import CLIENTS, START, Connection, hammer, lost_at_the_end

CHANGES = 12
"""By each client, with as many readings."""


def prepared(server: MockServer) -> list[int]:
    """Four sessions, each for eight clients, in which every field may be set."""
    sessions = [int(row["id"]) for row in server.store.rows() if row["isImported"] is False][:4]
    for one in sessions:
        server.store.set_row(one, **START)
    return sessions


@pytest.mark.parametrize("servers", [1, 2])
def test_nothing_is_lost_and_nothing_fails(tmp_path: Path, servers: int) -> None:
    """With two servers on one file, neighbouring fields of a session are changed through different ones."""
    path = tmp_path / "demo.sqlite3"
    with MockServer(database=path, rate_limit=None) as one, MockServer(database=path, rate_limit=None) as two:
        origins = [one.origin, two.origin][:servers]
        sessions = prepared(one)
        load = asyncio.run(hammer(origins, one.cookie, sessions, lambda made: made < CHANGES))
        counts = [len(one.requests), len(two.requests)]
    assert (load.errors, load.lost) == ([], [])
    assert load.requests == CLIENTS * CHANGES * 2
    assert counts == [load.requests // servers, load.requests - load.requests // servers]
    assert set(load.acknowledged.values()) == {CHANGES}
    assert len(load.acknowledged) == CLIENTS
    with MockServer(database=path) as after:
        assert lost_at_the_end(load.acknowledged, after.store.row) == []


def test_data_and_sign_ins_survive_a_restart_after_the_load(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    with MockServer(database=path, rate_limit=None) as server:
        sessions, cookies = prepared(server), [server.cookie]
        server.faults.expire_cookie()
        cookies.append(server.cookie)
        load = asyncio.run(hammer([server.origin], cookies[1], sessions, lambda made: made < 3))
        rows = server.store.rows()
    with MockServer(database=path, rate_limit=None) as server:
        assert server.store.rows() == rows
        assert lost_at_the_end(load.acknowledged, server.store.row) == []
        cookies.append(server.cookie)
        assert [asyncio.run(status(server.origin, cookie, sessions[0])) for cookie in cookies] == [401, 200, 200]
        again = asyncio.run(hammer([server.origin], cookies[1], sessions, lambda made: made < 3))
    assert (load.errors, load.lost, again.errors, again.lost) == ([], [], [], [])


def test_the_clients_see_a_lost_update_and_an_error(tmp_path: Path) -> None:
    """Else the tests above could not fail."""
    with MockServer(database=tmp_path / "demo.sqlite3", rate_limit=None) as server:
        sessions = prepared(server)
        server.faults.answer_next(200, body={"title": "another's"}, method="PATCH", path=f"/{sessions[0]}$")
        server.faults.answer_next(503, method="GET")
        server.faults.drop_next(method="GET")
        load = asyncio.run(hammer([server.origin], server.cookie, sessions, lambda made: made < 2))
        assert len(load.errors) == 2
        assert len(load.lost) >= 1
        server.store.set_row(sessions[1], title="another's")
        assert any("another's" in one for one in lost_at_the_end(load.acknowledged, server.store.row))


async def status(origin: str, cookie: str, session: int) -> int:
    connection = await Connection.open(origin, cookie)
    try:
        return (await connection.request("GET", f"/api/sessions/{session}"))[0]
    finally:
        await connection.close()
