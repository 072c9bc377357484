"""The part about the mock server under load: requests per second against an empty route, errors, lost updates."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from joip_desktop.mock import MockServer
from joip_desktop.mock.serving import ServerThread
from tests.helpers.many_clients import CLIENTS, START, Pair, lost_at_the_end

from .measure import Result, Sample

_SESSIONS: Final = 8
"""Two for each of four groups of clients; the eight clients of a group change a field each of both."""

_GRACE: Final = 60.0
"""A guard against hanging, in seconds."""

_BUSIEST: Final = 0.95
"""Of a core; clients above that would measure themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What the clients' process printed; `busy` is its share of a core, `told` the first things that went wrong."""

    requests: int
    seconds: float
    busy: float
    errors: int
    lost: int
    acknowledged: dict[Pair, int]
    told: str

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


def under_load(seconds: float) -> list[Result]:
    """32 clients, half PATCH and half GET, at a database file; before and after that, a third as long, an empty route.

    Raises:
        AssertionError: an error or a lost update, or clients that were too slow to measure anything but themselves.
    """
    before = _empty_route(seconds / 6)
    seen, lost = _mock(seconds)
    after = _empty_route(seconds / 6)
    if seen.errors or lost or before.errors or after.errors:
        raise AssertionError(f"{seen.errors} errors, {lost} lost updates\n{before.told}{seen.told}{after.told}")
    if (busiest := max(before.busy, seen.busy, after.busy)) > _BUSIEST:
        raise AssertionError(f"the clients took {busiest:.0%} of a core: they measured themselves")
    what = f"Mock server, {CLIENTS} clients, {seconds:g} s"
    against = f"an empty Starlette route; its clients took {before.busy:.0%} of a core, ours {seen.busy:.0%}"
    requests = Sample((float(seen.requests),))
    return [
        Result(
            f"{what}: requests per second",
            "per second",
            Sample((seen.per_second,)),
            Sample((before.per_second, after.per_second)),
            against,
        ),
        Result(f"{what}: errors", "requests", Sample((float(seen.errors),)), requests, "all requests"),
        Result(f"{what}: lost updates", "requests", Sample((float(lost),)), requests, "all requests"),
    ]


def _mock(seconds: float) -> tuple[_Seen, int]:
    """What the clients saw, and how many updates were lost, in their eyes or in the file at the end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.sqlite3"
        with MockServer(database=path, rate_limit=None) as server:
            sessions = [int(row["id"]) for row in server.store.rows() if row["isImported"] is False][:_SESSIONS]
            for one in sessions:
                server.store.set_row(one, **START)
            seen = _clients(server.origin, seconds, "checked", sessions, server.cookie)
        with MockServer(database=path) as server:  # a fresh one, so that the file alone is asked
            missing = lost_at_the_end(seen.acknowledged, server.store.row)
    return seen, seen.lost + len(missing)


def _empty_route(seconds: float) -> _Seen:
    with _empty_server() as origin:
        return _clients(origin, seconds, "unchecked", list(range(1, _SESSIONS + 1)), "none")


@contextmanager
def _empty_server() -> Iterator[str]:
    """The address of a server as the mock's own, whose one route says 200."""

    async def empty(_request: Request) -> Response:
        return Response()

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(CLIENTS)
    origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
    thread = ServerThread(Starlette(routes=[Route("/api/sessions/{id}", empty, methods=["GET", "PATCH"])]), listener)
    thread.start()
    try:
        yield origin
    finally:
        thread.stop()


def _clients(origin: str, seconds: float, checked: str, sessions: Sequence[int], cookie: str) -> _Seen:
    """Run the clients in a process of their own.

    Raises:
        RuntimeError: the process failed.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"{__package__}.our_clients", origin, str(seconds), checked, *map(str, sessions)],
        env={**os.environ, "JOIP_COOKIE": cookie},
        capture_output=True,
        text=True,
        timeout=seconds + _GRACE,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the clients ended with {done.returncode}: {done.stderr[-1500:].strip()}")
    found = json.loads(done.stdout)
    return _Seen(
        requests=int(found["requests"]),
        seconds=float(found["seconds"]),
        busy=float(found["busy"]),
        errors=int(found["errors"]),
        lost=int(found["lost"]),
        acknowledged={(int(session), str(name)): int(number) for session, name, number in found["acknowledged"]},
        told=done.stderr,
    )
