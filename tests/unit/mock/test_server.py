"""Starting, stopping and restarting the server."""

from __future__ import annotations

import gc
import json
import socket
import threading
import time
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from joip_desktop.mock import MockServer, MockServerError
from joip_desktop.mock.auth import new_cookie


def get(server: MockServer, cookie: str = "") -> httpx.Response:
    headers = {"Cookie": f"connect.sid={cookie or server.cookie}"}
    return httpx.get(f"{server.origin}/api/sessions/1", headers=headers, trust_env=False, timeout=20)


def test_it_answers_when_started_and_is_gone_when_stopped() -> None:
    before = set(threading.enumerate())
    server = MockServer(sessions=3)
    server.start()
    assert get(server).status_code == 200
    assert server.notice is None
    server.stop()
    server.stop()
    assert set(threading.enumerate()) == before
    with pytest.raises(httpx.ConnectError):
        get(server)
    assert server.origin.startswith("http://127.0.0.1:")
    assert len(server.requests) == 1
    gc.collect()  # a socket left open would warn now


def test_what_needs_a_started_server() -> None:
    server = MockServer()
    server.stop()
    for name in ("origin", "cookie", "notice", "store", "token"):
        with pytest.raises(RuntimeError, match="not been started"):
            getattr(server, name)
    assert server.requests == ()
    assert server.latency == 0.0


def test_it_starts_once_at_a_time_and_again_after_a_stop() -> None:
    server = MockServer(sessions=3)
    with server:
        with pytest.raises(RuntimeError, match="runs already"):
            server.start()
        assert get(server).status_code == 200
    with server:
        assert get(server).status_code == 200


@pytest.mark.parametrize("wrong", [{"sessions": -1}, {"latency": -0.1}])
def test_wrong_numbers(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="negative"):
        MockServer(**wrong)  # type: ignore[arg-type]


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(MockServerError, match=f"Port {port} is used by another program. Choose another port"):
            MockServer(port=port, database=tmp_path / "demo.sqlite3").start()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", [-1, 70_000])
def test_a_port_that_is_none_is_told(port: int) -> None:
    with pytest.raises(MockServerError, match="cannot be opened"):
        MockServer(port=port).start()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    server = MockServer(database=tmp_path / "file" / "demo.sqlite3")
    with pytest.raises(MockServerError, match="choose another one"):
        server.start()
    server.stop()


def test_a_stop_loses_no_data_in_memory_and_nobody_is_signed_out() -> None:
    server = MockServer(sessions=3)
    with server:
        address, cookie = server.origin, server.cookie
        server.store.set_row(2, title="Kept")
    with server:
        assert (server.origin, server.store.row(2)["title"]) == (address, "Kept")
        answer = httpx.get(f"{address}/api/sessions/2", headers={"Cookie": f"connect.sid={cookie}"}, trust_env=False)
        assert answer.status_code == 200


def test_a_restart_keeps_port_data_and_sign_ins(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    with MockServer(database=path, sessions=3) as first:
        first.store.set_row(1, title="kept")
        port, cookie = int(first.origin.rpartition(":")[2]), first.cookie
        assert get(first).status_code == 200
    with MockServer(database=path, sessions=9, port=port) as second:
        assert second.origin == first.origin
        assert second.cookie != cookie
        assert get(second, cookie).status_code == 200
        assert get(second).json()["session"]["title"] == "kept"
        assert second.store.count() == 3


def test_no_file_holds_a_cookie_not_even_one_of_an_earlier_version(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    former = [new_cookie() for _ in range(50)]
    with MockServer(database=path, sessions=30) as server:
        server.store.write_meta("cookies", json.dumps(former[:1]))
        server.store.write_meta("cookies", json.dumps(former))
    assert former[0].encode() in path.read_bytes()
    with MockServer(database=path) as server:
        issued = [*former, server.cookie]
        server.faults.rotate_cookie()
        issued.append(get(server).headers["set-cookie"].partition("=")[2].partition(";")[0])
        files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
        assert get(server, former[-1]).status_code == 200
    files |= {f"{file.name}, closed": file.read_bytes() for file in tmp_path.iterdir()}
    assert {"demo.sqlite3", "demo.sqlite3-wal", "demo.sqlite3, closed"} <= set(files)
    secrets = {part.encode() for value in issued for part in (value, unquote(value), unquote(value)[2:34])}
    assert [name for name, content in files.items() if any(secret in content for secret in secrets)] == []


def test_spoilt_data_give_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    path.write_bytes(b"spoilt" * 1000)
    with MockServer(database=path, sessions=3) as server:
        assert server.notice
        assert "demo.sqlite3.corrupt-" in server.notice
        assert get(server).status_code == 200


def test_two_servers_on_one_file(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    with MockServer(database=path, sessions=3) as one, MockServer(database=path) as two:
        assert get(two, one.cookie).status_code == 200
        one.store.set_row(1, title="seen by both")
        assert get(two).json()["session"]["title"] == "seen by both"


def test_a_stop_waits_for_nobody() -> None:
    server = MockServer(sessions=3, latency=60.0)
    server.start()
    failures: list[Exception] = []

    def ask() -> None:
        try:
            get(server)
        except httpx.HTTPError as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    guard = time.monotonic() + 10
    with socket.create_connection(("127.0.0.1", int(server.origin.rpartition(":")[2]))) as idle:
        idle.sendall(b"PATCH /api/sessions/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        while server.limiter.remaining() > 97 and time.monotonic() < guard:
            time.sleep(0.01)  # until the three have passed the limit, and wait
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 5  # a hang guard; it takes a quarter of a second
    for thread in threads:
        thread.join(5)
    assert [type(failure) for failure in failures] == [httpx.RemoteProtocolError] * 3
    gc.collect()


def test_a_stop_in_the_middle_of_a_long_list() -> None:
    """The client does not read, so the answer stays in the server's buffer."""
    with (
        MockServer(sessions=5000) as server,
        socket.create_connection(("127.0.0.1", int(server.origin.rpartition(":")[2]))) as idle,
    ):
        host = server.origin.removeprefix("http://")
        idle.sendall(
            f"GET /api/sessions HTTP/1.1\r\nHost: {host}\r\nCookie: connect.sid={server.cookie}\r\n\r\n".encode()
        )
        assert idle.recv(12) == b"HTTP/1.1 200"
        server.stop()
    gc.collect()
