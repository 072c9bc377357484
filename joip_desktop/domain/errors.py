"""The exception tree: every error that a person may read carries its sentence and a next step.

JoipError
├── TransportError               no answer; whether the server acted is not known
│   ├── UnreachableError         refused, no such host, no route
│   │   └── CertificateError     it can't be told that it is the server
│   ├── ConnectionBrokenError    closed before or in the middle of the answer
│   └── TimedOutError            too slow
├── AnswerError                  an answer that is not what the API promises
│   ├── NotJoipError             HTML or another non-JSON page: some other server
│   ├── MalformedAnswerError     broken or truncated JSON
│   ├── UnexpectedShapeError     JSON of another shape
│   ├── AnswerTooLargeError      more than is taken in
│   └── RedirectRefusedError     a redirect that the cookie must not follow
├── StatusError                  the server said no, with a status
│   ├── InvalidRequestError      400
│   ├── SignInNeededError        401
│   ├── PaymentNeededError       402
│   ├── ForbiddenError           403
│   ├── NotFoundError            404
│   ├── RateLimitedError         429, with the seconds to wait where the server told them
│   ├── ServerFaultError         5xx
│   └── UnexpectedStatusError    any other
├── ChangedElsewhereError        somebody else has changed the same field of a session
├── OriginRefusedError           an address that the cookie must not be sent to
├── CookieRefusedError           what was pasted holds no usable cookie
├── PictureError                 an address, or what is behind it, that is no picture to show
└── StorageError                 a file or folder that can't be read or written
    └── InUseError               another window of the app has the account open
"""

from __future__ import annotations

from joip_desktop.domain.say import later, say


class JoipError(Exception):
    """An error to show: what happened (`sentence`) and what the person can do (`next_step`, may be empty).

    Both have been said in the person's language; `default_next_step` has not.
    """

    default_next_step = ""

    def __init__(self, sentence: str, *, next_step: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = say(self.default_next_step) if next_step is None else next_step

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".rstrip()


class TransportError(JoipError):
    """No answer came; the request may or may not have taken effect."""

    default_next_step = later("Check the connection; sending goes on by itself when the server answers.")


class UnreachableError(TransportError):
    """No connection could be made."""


class CertificateError(UnreachableError):
    """What answers does not prove that it is the server; nothing was sent."""


class ConnectionBrokenError(TransportError):
    """The connection closed before the whole answer was in."""


class TimedOutError(TransportError):
    """The server did not answer in time."""


class AnswerError(JoipError):
    """An answer came, but not one that the API promises."""

    default_next_step = later("Check the server's address.")


class NotJoipError(AnswerError):
    """The answer is a page of some other kind (HTML, text)."""


class MalformedAnswerError(AnswerError):
    """The answer is broken JSON."""

    default_next_step = later("Try again; if it happens again, the server or a proxy in between is at fault.")


class UnexpectedShapeError(AnswerError):
    """The answer is JSON, but not of the documented shape."""


class AnswerTooLargeError(AnswerError):
    """The answer has more bytes or rows than any server of sessions sends."""


class RedirectRefusedError(AnswerError):
    """The server redirects to where the cookie must not go."""


class StatusError(JoipError):
    """The server answered with an error status; `server_message` is its own sentence, or ""."""

    def __init__(self, sentence: str, *, status: int, server_message: str = "", next_step: str | None = None) -> None:
        super().__init__(sentence, next_step=next_step)
        self.status = status
        self.server_message = server_message


class InvalidRequestError(StatusError):
    """400: the server finds a value invalid."""

    default_next_step = later("Correct the value and save again.")


class SignInNeededError(StatusError):
    """401: no cookie, or an expired one."""

    default_next_step = later("Sign in again to go on.")


class PaymentNeededError(StatusError):
    """402: the account lacks credits."""


class ForbiddenError(StatusError):
    """403: not the owner, or a premium feature."""


class NotFoundError(StatusError):
    """404: the session is gone."""

    default_next_step = later("Refresh the list.")


class RateLimitedError(StatusError):
    """429: out of tokens; `retry_after` is in seconds, None where the server told nothing."""

    def __init__(self, sentence: str, *, retry_after: float | None = None, server_message: str = "") -> None:
        super().__init__(sentence, status=429, server_message=server_message)
        self.retry_after = retry_after


class ServerFaultError(StatusError):
    """5xx: the server or a proxy in front of it failed."""

    default_next_step = later("Try again in a while.")


class UnexpectedStatusError(StatusError):
    """A status that the contract does not name."""


class ChangedElsewhereError(JoipError):
    """The field that a waiting change is about was changed elsewhere, too."""

    default_next_step = later("Choose which value to keep.")


class OriginRefusedError(JoipError):
    """The address is no server that a cookie may be sent to."""


class CookieRefusedError(JoipError):
    """The pasted text holds no usable `connect.sid`."""


class PictureError(JoipError):
    """What an address leads to is no picture, or none that is safe to show; asking again would not help."""


class StorageError(JoipError):
    """A file or folder of ours can't be used."""


class InUseError(StorageError):
    """Another window of the app, or another process, has the account open and sends its changes."""

    default_next_step = later("Go on in the other window, or close it first.")


def own_fault(fault: Exception) -> JoipError:
    """What to say of a fault in our own code, of which the log tells more."""
    return JoipError(say("The app itself failed here ({kind}).", kind=type(fault).__name__))
