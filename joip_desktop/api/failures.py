"""Failures on the way, in people's words: what httpx raises becomes a typed error that quotes none of its texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import httpx

from joip_desktop.api.network import certificate_refusal
from joip_desktop.api.unpacking import CantUnpackError
from joip_desktop.domain.errors import (
    AnswerError,
    CertificateError,
    ConnectionBrokenError,
    MalformedAnswerError,
    RedirectRefusedError,
    TimedOutError,
    TransportError,
    UnreachableError,
)
from joip_desktop.domain.say import later, say

NO_TARGET: Final = later("The server redirects to an address that is none.")


_CLOCK: Final = later("Check the clock of this computer; if it is right, ask who runs the server.")
_ADDRESS: Final = later("Check the address; if it is right, somebody may be in between.")
_AUTHORITY: Final = later(
    "If you know who is in between, such as a company's network, have their certificate added to those that this "
    "computer trusts."
)
_ANOTHER: Final = later("The certificate of {host} is for another server, so nothing was sent.")
_UNTRUSTED: Final = later(
    "The certificate of {host} is from an authority that is not trusted here, so nothing was sent."
)
_CERTIFICATES: Final[Mapping[int, tuple[str, str]]] = {
    9: (later("The certificate of {host} is not valid yet, so nothing was sent."), _CLOCK),
    10: (later("The certificate of {host} has expired, so nothing was sent."), _CLOCK),
    18: (later("{host} has made its certificate itself, so nothing was sent."), _AUTHORITY),
    **dict.fromkeys((19, 20, 21), (_UNTRUSTED, _AUTHORITY)),
    **dict.fromkeys(
        (62, 64), (later("The certificate of {host} is for another server, so nothing was sent."), _ADDRESS)
    ),
}
"""By the codes of OpenSSL (`X509_V_ERR_…`): what is wrong, and what to do."""

_OTHER: Final = (later("The certificate of {host} can't be trusted, so nothing was sent."), _ADDRESS)
_NEEDS_SIGN_IN: Final = "407"


def failure_for(error: Exception, host: str, *, proxied: bool = False) -> TransportError | AnswerError:
    """The error for a request to `host` that got no usable answer; `proxied`: a proxy is on the way there."""
    match error:
        case _ if isinstance(error, httpx.InvalidURL) or "in location header" in str(error):
            # The request's own address is sound; httpx reads the target of a redirect even if it is not to follow.
            return RedirectRefusedError(say(NO_TARGET))
        case httpx.DecodingError() | CantUnpackError():  # an answer came, so trying for ever would not help
            return MalformedAnswerError(say("The answer of {host} is broken: it can't be unpacked.", host=host))
        case httpx.TimeoutException():
            return TimedOutError(say("{host} does not answer in time.", host=host))
        case httpx.ConnectError() | httpx.ProxyError():
            return _unreachable(error, host, proxied=proxied)
        case _:
            return ConnectionBrokenError(
                say("The connection to {host} broke before the answer was complete.", host=host)
            )


def _unreachable(error: Exception, host: str, *, proxied: bool) -> UnreachableError:
    if isinstance(error, httpx.ProxyError):
        # What a proxy says is not shown: it may repeat the address that it was given, with a password in it.
        refused = (
            later("The proxy on the way to {host} asks for a name and a password, or does not accept those it has.")
            if str(error).startswith(_NEEDS_SIGN_IN)
            else later("The proxy on the way to {host} refuses.")
        )
        return UnreachableError(say(refused, host=host), next_step=say("Check the proxy settings."))
    if (refusal := certificate_refusal(error)) is not None:
        sentence, advice = _CERTIFICATES.get(refusal.verify_code, _OTHER)
        return CertificateError(say(sentence, host=host), next_step=say(advice))
    if "certificate" in str(error).lower():
        sentence, advice = _OTHER
        return CertificateError(say(sentence, host=host), next_step=say(advice))
    if proxied:
        return UnreachableError(
            say("{host} can't be reached, or the proxy on the way can't.", host=host),
            next_step=say("Check the connection and the proxy settings."),
        )
    return UnreachableError(say("{host} can't be reached.", host=host))
