"""Which requests are meant for this server: heads as bytes, since no client library sends the odd ones."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from joip_desktop.mock import MockServer, RateLimit

BODY = b'{"title":"changed"}'
TITLE = "Lakes of Norway"


@pytest.fixture(scope="module")
def running() -> Iterator[MockServer]:
    with MockServer(sessions=3, rate_limit=None) as server:
        yield server


@pytest.fixture
def server(running: MockServer) -> MockServer:
    running.store.reset()
    running.limiter.rate = None
    return running


def status_of(server: MockServer, first_line: str, *headers: str, body: bytes = b"") -> int:
    """The status of the answer to a request of these lines; `{port}` stands for the server's."""
    port = server.origin.rpartition(":")[2]
    lines = [first_line, *headers, f"Cookie: connect.sid={server.cookie}", "Connection: close"]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    head = "\r\n".join(lines).replace("{port}", port)
    with socket.create_connection(("127.0.0.1", int(port)), timeout=20) as connection:
        connection.sendall(head.encode("latin-1") + b"\r\n\r\n" + body)
        answer = connection.makefile("rb").read()
    return int(answer.split(b" ", 2)[1])


GET = "GET /api/sessions/1 HTTP/1.1"
PATCH = "PATCH /api/sessions/1 HTTP/1.1"
OWN = "Host: 127.0.0.1:{port}"


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}", " \t127.0.0.1:{port} "]
)
def test_its_own_names_are_answered(server: MockServer, host: str) -> None:
    assert status_of(server, GET, f"Host:{host}") == 200
    assert status_of(server, "GET /api/sessions/1 HTTP/1.0", f"Host:{host}") == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:1",
        "127.0.0.1:0{port}",
        "127.0.0.1:{port}0",
        "127.0.0.1.:{port}",
        "localhost.:{port}",
        "127.1:{port}",
        "2130706433:{port}",
        "0.0.0.0:{port}",
        "[::]:{port}",
        "::1:{port}",
        "[::1%25lo]:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "127.0.0.1:{port}@evil.example",
        "evil.example@127.0.0.1:{port}",
        "127.0.0.1:{port}.evil.example",
        "evil.example, 127.0.0.1:{port}",
        "127.0.0.1:{port}, evil.example",
        "http://127.0.0.1:{port}",
        "127.0.0.1:{port}/",
        "127.0.0.1:{port}#",
        "loc\u00e0lhost:{port}",
    ],
)
@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/1.0"])
def test_other_names_are_refused(server: MockServer, host: str, version: str) -> None:
    assert status_of(server, f"GET /api/sessions/1 {version}", f"Host: {host}") == 400
    assert status_of(server, f"PATCH /api/sessions/1 {version}", f"Host: {host}", body=BODY) == 400
    assert server.store.row(1)["title"] == TITLE


@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/1.0"])
@pytest.mark.parametrize(
    "hosts", [(), (OWN, OWN), (OWN, "Host: evil.example"), ("Host: evil.example", OWN), ("X-Forwarded-Host: evil", "")]
)
def test_one_name_is_needed(server: MockServer, version: str, hosts: tuple[str, ...]) -> None:
    told = [line for line in hosts if line]
    assert status_of(server, f"GET /api/sessions/1 {version}", *told) == 400


@pytest.mark.parametrize(
    "target",
    [
        "http://evil.example/api/sessions/1",
        "http://127.0.0.1:{port}/api/sessions/1",
        "http://evil.example",
        "*",
        "api/sessions/1",
        "evil.example:443",
    ],
)
def test_only_paths_are_asked_for(server: MockServer, target: str) -> None:
    """An address in the first line would overrule the header (RFC 9112, 3.2.2)."""
    assert status_of(server, f"GET {target} HTTP/1.1", OWN) == 400
    assert status_of(server, f"PATCH {target} HTTP/1.1", OWN, body=BODY) == 400


# --- pages of other sites ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        ("Origin: https://evil.example",),
        ("Origin: null",),
        ("Origin:",),
        ("Origin: https://127.0.0.1:{port}",),
        ("Origin: http://127.0.0.1",),
        ("Origin: http://127.0.0.1:1",),
        ("Origin: http://localhost:{port}",),
        ("Origin: http://127.0.0.1:{port}.evil.example",),
        ("Origin: http://127.0.0.1:{port}", "Origin: https://evil.example"),
        ("Origin: http://127.0.0.1:{port}", "Sec-Fetch-Site: cross-site"),
        ("Sec-Fetch-Site: cross-site",),
        ("Sec-Fetch-Site: same-site",),
        ("Sec-Fetch-Site: of a later standard",),
        ("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"),
    ],
)
def test_changes_that_other_pages_send_are_refused(server: MockServer, headers: tuple[str, ...]) -> None:
    assert status_of(server, PATCH, OWN, *headers, body=BODY) == 403
    assert server.store.row(1)["title"] == TITLE
    sign_in = b'{"email":"demo@example.org","password":"demo"}'
    assert status_of(server, "POST /api/login HTTP/1.1", OWN, *headers, body=sign_in) == 403
    assert status_of(server, "DELETE /api/sessions/1 HTTP/1.1", OWN, *headers) == 403


@pytest.mark.parametrize(
    "headers",
    [
        (),
        ("Origin: http://127.0.0.1:{port}",),
        ("Origin: HTTP://127.0.0.1:{port}", "Sec-Fetch-Site: same-origin"),
        ("Sec-Fetch-Site: none",),
    ],
)
def test_programs_and_its_own_pages_change_sessions(server: MockServer, headers: tuple[str, ...]) -> None:
    assert status_of(server, PATCH, OWN, *headers, body=BODY) == 200
    assert server.store.row(1)["title"] == "changed"


def test_reading_is_left_to_the_browsers_rules(server: MockServer) -> None:
    assert status_of(server, GET, OWN, "Origin: https://evil.example", "Sec-Fetch-Site: cross-site") == 200


def test_a_refused_request_costs_no_token_and_is_in_the_log(server: MockServer) -> None:
    server.limiter.rate = RateLimit(1, 3600.0)
    before = len(server.requests)
    statuses = [
        status_of(server, PATCH, OWN, "Origin: null", body=BODY),
        status_of(server, GET, "Host: evil.example"),
        status_of(server, GET, OWN),
        status_of(server, GET, OWN),
    ]
    assert statuses == [403, 400, 200, 429]
    assert [one.status for one in server.requests[before:]] == statuses
