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
from joip_desktop.domain.say import later, say

NO_TARGET: Final = later("The server redirects to an address that is none.")


def failure_for(error: Exception, host: str) -> TransportError | AnswerError:
    """The error for a request to `host` that got no usable answer."""
    match error:
        case _ if isinstance(error, httpx.InvalidURL) or "in location header" in str(error):
            # The request's own address is sound; httpx reads the target of a redirect even if it is not to follow.
            return RedirectRefusedError(say(NO_TARGET))
        case httpx.DecodingError():  # an answer came, so trying for ever would not help
            return MalformedAnswerError(say("The answer of {host} is broken: it can't be unpacked.", host=host))
        case httpx.TimeoutException():
            return TimedOutError(say("{host} does not answer in time.", host=host))
        case httpx.ConnectError() | httpx.ProxyError():
            return _unreachable(error, host)
        case _:
            return ConnectionBrokenError(
                say("The connection to {host} broke before the answer was complete.", host=host)
            )


def _unreachable(error: Exception, host: str) -> UnreachableError:
    if isinstance(error, httpx.ProxyError):
        return UnreachableError(
            say("The proxy on the way to {host} refuses.", host=host), next_step=say("Check the proxy settings.")
        )
    if "certificate" in str(error).lower():
        return UnreachableError(
            say("The certificate of {host} can't be trusted, so nothing was sent.", host=host),
            next_step=say("Check the address, and the clock of this computer."),
        )
    return UnreachableError(say("{host} can't be reached.", host=host))
