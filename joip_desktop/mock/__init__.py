"""A JOIP server of our own, for the demo and the tests; it imports nothing of ours."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from joip_desktop.mock.errors import MockServerError
    from joip_desktop.mock.limiter import RateLimit
    from joip_desktop.mock.server import MockServer

__all__ = ["MockServer", "MockServerError", "RateLimit"]


def __getattr__(name: str) -> object:
    """Import late: a command line that only reads a rate limit does not wait for starlette and uvicorn."""
    homes = {"MockServer": "server", "MockServerError": "errors", "RateLimit": "limiter"}
    if name not in homes:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{homes[name]}"), name)
