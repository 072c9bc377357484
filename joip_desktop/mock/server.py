"""The mock server as an object: a store, an application, and uvicorn in a thread of its own."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Final, TypeVar

from joip_desktop.mock.auth import Cookies, LoginGuard
from joip_desktop.mock.control import Control, build_control
from joip_desktop.mock.elsewhere import Elsewhere
from joip_desktop.mock.errors import MockServerError, Sentence
from joip_desktop.mock.fault_rules import FaultPlan
from joip_desktop.mock.faults import Faults
from joip_desktop.mock.gate import Gate
from joip_desktop.mock.limiter import Limiter, RateLimit
from joip_desktop.mock.recording import Listener, RecordedRequest, RequestLog
from joip_desktop.mock.routes import Api, build_app
from joip_desktop.mock.serving import ServerThread
from joip_desktop.mock.store import Store
from joip_desktop.mock.thumbnails import Thumbnails

__all__ = ["MockServer", "MockServerError"]

T = TypeVar("T")

HOST: Final = "127.0.0.1"
"""The loopback address, and no other: this server is nobody else's business."""

_WORKERS: Final = 4
_BACKLOG: Final = 128
_DEFAULT_LIMIT: Final = RateLimit(100, 900.0)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Running:
    """What exists from start to stop, and stays readable after it."""

    port: int
    token: str
    store: Store
    cookies: Cookies
    workers: ThreadPoolExecutor
    thread: ServerThread


class MockServer:
    """A JOIP server on the loopback address, with its own data; also a context manager that starts and stops it.

    `database` None keeps the data in memory, also while the server is stopped. A database that holds data already keeps
    them: `sessions` (how many the owner has) and `seed` apply to a new one only. `port` 0 takes any free one, and the
    same again when the server is started again. `latency` is in seconds and may be set while the server runs, from any
    thread; so may `limiter.rate` and `faults.plan`. `on_request` is called by the server's thread for each request,
    when its status is known. The attributes `limiter`, `faults` and `requests` are always there; all others need a
    started server, and can be read after it has stopped.
    """

    def __init__(
        self,
        *,
        database: Path | None = None,
        sessions: int = 300,
        seed: int = 1,
        rate_limit: RateLimit | None = _DEFAULT_LIMIT,
        port: int = 0,
        latency: float = 0.0,
        faults: FaultPlan | None = None,
        on_request: Listener | None = None,
    ) -> None:
        if sessions < 0 or latency < 0:
            raise ValueError("The number of sessions and the latency cannot be negative.")
        self.latency = latency
        self.limiter = Limiter(rate_limit)
        self._database = database
        self._sessions = sessions
        self._seed = seed
        self._port = port
        self._log = RequestLog(listener=on_request)
        self._running: _Running | None = None
        self.faults = Faults(lambda: self._now.cookies)
        """The faults that requests meet; they stay when the server stops and starts again."""
        if faults is not None:
            self.faults.plan = faults
        self._stopped = True
        self._image = b""

    def start(self) -> None:
        """Open the data and the port; returns when requests are answered.

        Raises:
            MockServerError: the port is taken, or the data cannot be opened or written.
            RuntimeError: it runs already.
        """
        if not self._stopped:
            raise RuntimeError("The mock server runs already.")
        listener = _listen(self._port)
        try:
            store = Store(self._database, sessions=self._sessions, seed=self._seed, image=self._image)
        except BaseException:
            listener.close()
            raise
        try:
            self._running = self._serve(listener, store)
        except BaseException:
            listener.close()
            store.close()
            raise
        self._stopped = False
        _LOG.info("The mock server answers at %s", self.origin)

    def stop(self) -> None:
        """End the server within a second, whatever is in flight, and wait for its threads. Idempotent."""
        if self._running is None or self._stopped:
            return
        self._stopped = True
        running = self._running
        running.thread.stop()
        if self._database is None:
            self._image = running.store.image()
        running.store.close()
        running.workers.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> MockServer:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def origin(self) -> str:
        """The address, as in `http://127.0.0.1:8123`."""
        return _origin(self._now.port)

    @property
    def cookie(self) -> str:
        """The newest valid value of `connect.sid`: another one after each start, while those before stay valid."""
        return self._now.cookies.current

    @property
    def token(self) -> str:
        """What the control endpoints ask for: another one after each start."""
        return self._now.token

    @property
    def notice(self) -> Sentence | None:
        """A sentence for the user where the data could not be read and are fresh now."""
        return self._now.store.notice

    @property
    def store(self) -> Store:
        """The data, to look at or to change as another device would."""
        return self._now.store

    @property
    def is_running(self) -> bool:
        """Whether it has been started and not stopped since."""
        return not self._stopped

    @property
    def requests(self) -> Sequence[RecordedRequest]:
        """The last 10,000 requests, in the order of their answers."""
        return self._log.snapshot()

    def requests_after(self, number: int) -> Sequence[RecordedRequest]:
        """The remembered requests after the one with this number."""
        return self._log.after(number)

    @property
    def _now(self) -> _Running:
        if self._running is None:
            raise RuntimeError("The mock server has not been started.")
        return self._running

    def _serve(self, listener: socket.socket, store: Store) -> _Running:
        port = listener.getsockname()[1]
        cookies = Cookies(store)
        workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="mock-worker")
        api = Api(_origin(port), store, cookies, LoginGuard(monotonic), Thumbnails(), workers)
        token = secrets.token_urlsafe(24)
        control = Control(token, self, store, self.limiter, self.faults, self._log, partial(_in_worker, workers))
        gate = Gate(
            build_app(api),
            build_control(control),
            is_controller=control.is_allowed,
            port=port,
            limiter=self.limiter,
            cookies=cookies,
            faults=self.faults,
            elsewhere=Elsewhere(cookies, self.limiter, store, workers),
            log=self._log,
            latency=lambda: self.latency,
        )
        thread = ServerThread(gate, listener)
        try:
            thread.start()
        except BaseException:
            workers.shutdown()
            raise
        self._port = port
        return _Running(port, token, store, cookies, workers, thread)


def _in_worker(workers: Executor, task: Callable[[], T]) -> asyncio.Future[T]:
    return asyncio.get_running_loop().run_in_executor(workers, task)


def _origin(port: int) -> str:
    return f"http://{HOST}:{port}"


def _listen(port: int) -> socket.socket:
    """A listening socket on the loopback address."""
    # With the protocol named, asyncio turns off Nagle's algorithm, which would hold back every answer for 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere this option would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        raise _no_port(port, error) from error
    return listener


def _no_port(port: int, error: Exception) -> MockServerError:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EADDRINUSE:
        return MockServerError(
            "Port {port} is used by another program. Choose another port, or 0 for any free one.", port=str(port)
        )
    if code == errno.EACCES:
        return MockServerError(
            "Port {port} is reserved by the system. Choose another port, or 0 for any free one.", port=str(port)
        )
    return MockServerError(
        "Port {port} cannot be opened ({reason}). Choose another port, or 0 for any free one.",
        port=str(port),
        reason=str(error).rstrip("."),
    )
