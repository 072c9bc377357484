"""Failures on the way, in people's words: what httpx raises becomes a typed error that quotes none of its texts."""

from __future__ import annotations

from typing import Final

import httpx

from joip_desktop.domain.errors import (
    AnswerError,
    ConnectionBrokenError,
    MalformedAnswerError,
    RedirectRefusedError,
    TimedOutError,
    TransportError,
    UnreachableError,
)

NO_TARGET: Final = "The server redirects to an address that is none."


def failure_for(error: Exception, host: str) -> TransportError | AnswerError:
    """The error for a request to `host` that got no usable answer."""
    match error:
        case _ if isinstance(error, httpx.InvalidURL) or "in location header" in str(error):
            # The request's own address is sound; httpx reads the target of a redirect even if it is not to follow.
            return RedirectRefusedError(NO_TARGET)
        case httpx.DecodingError():  # an answer came, so trying for ever would not help
            return MalformedAnswerError(f"The answer of {host} is broken: it can't be unpacked.")
        case httpx.TimeoutException():
            return TimedOutError(f"{host} does not answer in time.")
        case httpx.ConnectError() | httpx.ProxyError():
            return _unreachable(error, host)
        case _:
            return ConnectionBrokenError(f"The connection to {host} broke before the answer was complete.")


def _unreachable(error: Exception, host: str) -> UnreachableError:
    if isinstance(error, httpx.ProxyError):
        return UnreachableError(f"The proxy on the way to {host} refuses.", next_step="Check the proxy settings.")
    if "certificate" in str(error).lower():
        return UnreachableError(
            f"The certificate of {host} can't be trusted, so nothing was sent.",
            next_step="Check the address, and the clock of this computer.",
        )
    return UnreachableError(f"{host} can't be reached.")
