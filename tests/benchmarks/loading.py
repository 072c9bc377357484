"""The part about loading: the loop's longest stall while the window reads a long list, against a blocking load."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .data import list_answer
from .measure import Result, Sample, run_child


def loading(count: int, repeats: int) -> list[Result]:
    """The window of a fresh profile reads the list from a server that has it at hand, then reads it again."""
    found = [_once(count) for _ in range(repeats)]
    blocking = Sample(tuple(one["blocking"] for one in found))
    against = "a blocking load of the same bytes"
    return [
        Result(f"Longest stall, {count:,} sessions are {words}", "ms", _sample(found, part), blocking, against)
        for part, words in (("first", "read"), ("again", "read again"), ("stored", "shown from the disk"))
    ] + [Result(f"{count:,} sessions read and shown", "ms", _sample(found, "seconds"), blocking, against)]


def _sample(found: list[dict[str, float]], part: str) -> Sample:
    return Sample(tuple(one[part] for one in found))


def _once(count: int) -> dict[str, float]:
    with _served(list_answer(count).encode()) as origin, tempfile.TemporaryDirectory() as profile:
        os.environ["JOIP_COOKIE"] = "s%3Abench"
        try:
            return run_child("our_loading", origin, profile)
        finally:
            del os.environ["JOIP_COOKIE"]


@contextmanager
def _served(body: bytes) -> Iterator[str]:
    """A server in this process that answers every request with the list; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # a window that closes in the middle
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Nothing: the table of results is all there is to read."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
