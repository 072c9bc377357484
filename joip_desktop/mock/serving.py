"""uvicorn in a thread: ready when it answers, and gone when it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from time import monotonic
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from joip_desktop.mock.errors import MockServerError

_START_SECONDS: Final = 15.0
_STOP_SECONDS: Final = 10.0
_CLOSE_SECONDS: Final = 0.5
_KEEP_ALIVE: Final = 75
"""Seconds; longer than clients keep idle connections, so that they are not closed in a request's face."""


class ServerThread:
    """A thread that serves `app` on a listening socket, which it takes over."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http=_Protocol,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level=logging.CRITICAL,  # a stop with requests in flight is no error here; `gate` logs real ones
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=_KEEP_ALIVE,
            timeout_graceful_shutdown=0,
        )
        self._server = _Server(config)
        self._listener = listener
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="mock-server", daemon=False)

    def start(self) -> None:
        """Returns when the server answers.

        Raises:
            MockServerError: it does not get that far.
        """
        self._thread.start()
        if not self._server.settled.wait(_START_SECONDS) or not self._server.started:
            self.stop()
            if self._error is None:
                raise MockServerError("The demo server did not answer in time. Start it again.")
            raise MockServerError(
                "The demo server did not start ({reason}). Start it again.", reason=str(self._error)
            ) from self._error

    def stop(self) -> None:
        """Close all connections and wait for the thread."""
        self._server.should_exit = True
        self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        try:
            self._server.run(sockets=[self._listener])
        except (Exception, SystemExit) as error:  # noqa: BLE001 - told to the thread that waits in `start`
            self._error = error
        finally:
            self._listener.close()
            self._server.settled.set()


class _Protocol(H11Protocol):
    """A connection whose requests can close it: `scope["state"]["transport"]`."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        self.app_state: dict[str, Any] = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    """uvicorn's server that says when it has started or failed to, and leaves no connection behind."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.settled.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Also end the connections whose clients do not read what was sent; else their sockets would stay open."""
        await super().shutdown(sockets)
        deadline = monotonic() + _CLOSE_SECONDS
        while (self.server_state.tasks or self.server_state.connections) and monotonic() < deadline:
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            await asyncio.sleep(0)
