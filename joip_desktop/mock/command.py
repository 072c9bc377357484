"""`joip-desktop mock`: the server alone, for other people's clients."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Final, TextIO
from urllib.parse import quote

from joip_desktop.mock.errors import Sentence
from joip_desktop.mock.fault_rules import FaultPlan
from joip_desktop.mock.limiter import RateLimit
from joip_desktop.mock.recording import RecordedRequest
from joip_desktop.mock.server import MockServer, MockServerError

STDERR: Final = "-"
"""The name of a log that stands for stderr."""

_READABLE: Final = "/%?=&+,;:@!$'()*~"
_LOOK_SECONDS: Final = 0.5
"""Where a signal does not end a wait (Windows), it is seen this much later."""


def run(
    *,
    port: int,
    sessions: int,
    seed: int,
    data: Path | None,
    rate_limit: RateLimit | None,
    latency: float,
    faults: FaultPlan | None = None,
    log: Path | None = None,
    said: Callable[[Sentence], str] = str,
) -> int:
    """Serve until SIGINT or SIGTERM; to be called in the main thread.

    One line of JSON, `{"address", "cookie", "token"}`, goes to stdout when requests are answered; what the user should
    know goes to stderr, as it is `said` in the user's language. `data` is the database file, None for memory. `log` is
    a file that gets a line for each request; `-` is stderr.

    Returns:
        The exit status: 0 after a signal, 2 where the server cannot start.
    """
    with _signals() as told, ExitStack() as open_files:
        try:
            lines = _log(log, open_files)
            server = MockServer(
                database=data,
                sessions=sessions,
                seed=seed,
                rate_limit=rate_limit,
                port=port,
                latency=latency,
                faults=faults,
                on_request=None if lines is None else lambda request: _write(lines, line_of(request)),
            )
            server.start()
        except MockServerError as error:
            _write(sys.stderr, said(error.sentence))
            return 2
        try:
            if server.notice:
                _write(sys.stderr, said(server.notice))
            _write(sys.stdout, json.dumps({"address": server.origin, "cookie": server.cookie, "token": server.token}))
            while not told.wait(_LOOK_SECONDS):
                pass
        finally:
            server.stop()
    return 0


def line_of(request: RecordedRequest) -> str:
    """A request on one line, whatever its path holds: when, status (0: dropped), what, how long, which faults."""
    moment = datetime.fromtimestamp(request.moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    path = quote(request.path, safe=_READABLE) + (f"?{quote(request.query, safe=_READABLE)}" if request.query else "")
    met = f" [{', '.join(request.faults)}]" if request.faults else ""
    return f"{moment} {request.status} {request.method} {path} {request.seconds * 1000:.0f} ms{met}"


def _log(path: Path | None, open_files: ExitStack) -> TextIO | None:
    if path is None:
        return None
    if str(path) == STDERR:
        return sys.stderr
    try:
        return open_files.enter_context(path.open("a", encoding="utf-8"))
    except OSError as error:
        raise MockServerError(
            "The log “{file}” can't be written ({reason}).", file=str(path), reason=error.strerror or str(error)
        ) from error


@contextmanager
def _signals() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set; the handlers before are back in place afterwards."""
    told = threading.Event()

    def tell(_number: int, _frame: FrameType | None) -> None:
        told.set()

    before = {number: signal.signal(number, tell) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write(stream: TextIO | None, line: str) -> None:
    """Write a line at once; a reader that has gone is no reason to stop serving."""
    if stream is None:
        return
    try:
        stream.write(line + "\n")
        stream.flush()
    except (OSError, ValueError):
        # The interpreter flushes again when it ends, and would complain then: let that go nowhere.
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
