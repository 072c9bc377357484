"""Whose sign-in it is: the profile that the server answers, and what each refusal means to who is signing in.

Source: the public pages of the service, "Authentication". `GET /api/auth/user` answers the user's profile: `id`,
`email`, `firstName`, `lastName` and more; 401 without a sign-in, 404 where the user is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

from joip_desktop.api.decode import decode_json, error_for, retry_after
from joip_desktop.domain.account import AccountName
from joip_desktop.domain.errors import (
    AnswerError,
    ForbiddenError,
    InvalidRequestError,
    MalformedAnswerError,
    NotJoipError,
    RateLimitedError,
    SignInNeededError,
    StatusError,
)
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import JsonValue, Session

_LONGEST: Final = 200
_WRAPPERS: Final = ("user", "data", "profile")
_MARKS: Final = ("id", "email", "firstName", "lastName", "profileImageUrl", "role")
_BLOCKED: Final = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS})
_WAIT_AFTER_FAILURES: Final = 900.0
"""Seconds (contract, "Authentication": five failed attempts in 15 minutes)."""


def decode_account(body: bytes, *, content_type: str, host: str) -> AccountName:
    """The account in the answer to `GET /api/auth/user`; what it leaves out, or has in an odd shape, is empty.

    Raises:
        SignInNeededError: it says that nobody is signed in (`null`).
        NotJoipError: it is a page, or JSON that is no profile.
        MalformedAnswerError: it is broken JSON.
    """
    try:
        value = decode_json(body, content_type=content_type)
    except NotJoipError as error:
        raise no_joip(host) from error
    if value is None:
        raise cookie_refused()
    profile = _profile(value)
    if profile is None:
        raise no_joip(host)
    names = " ".join(filter(None, (_line(profile.get("firstName")), _line(profile.get("lastName")))))
    return AccountName(user=_id(profile.get("id")), name=_line(profile.get("email")) or names)


def owner_of(sessions: Iterable[Session]) -> AccountName:
    """The account that listed sessions belong to, as far as a row tells it."""
    users = (_id(one.user_id) or _id(one.extra.get("userId")) for one in sessions)
    return AccountName(user=next(filter(None, users), ""))


def _profile(value: JsonValue) -> Mapping[str, Any] | None:
    """The object that has something of a profile, inside of a wrapper or not."""
    if not isinstance(value, dict):
        return None
    if any(value.get(mark) is not None for mark in _MARKS):
        return value
    inner = (value.get(name) for name in _WRAPPERS)
    return next((found for found in map(_profile, inner) if found is not None), None)


def _id(value: object) -> str:
    return str(value)[:_LONGEST] if isinstance(value, int) and not isinstance(value, bool) else _line(value)


def _line(value: object) -> str:
    """Text as one line that can be shown, whatever the server has put into it."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(one if one.isprintable() else " " for one in value[: 10 * _LONGEST]).split())[:_LONGEST]


# --- refusals ---------------------------------------------------------------------------------------------------------


def lacks_page(status: int, body: bytes) -> bool:
    """Whether the server knows no `GET /api/auth/user`: Express says so in JSON or HTML, "Cannot GET /api/auth/user".

    A 404 in JSON that speaks of the user is the documented "user not found".
    """
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        return True
    if status != HTTPStatus.NOT_FOUND:
        return False
    return b"cannot get" in body.lower() or (_is_json_object(body) and b"user" not in body.lower())


def account_error(
    status: int, headers: Mapping[str, str], body: bytes, *, host: str, secret: str
) -> StatusError | AnswerError:
    """What an answer to "whose sign-in is it" means that is no success."""
    content_type = headers.get("content-type", "")
    if is_blocked(status, headers, body):
        return blocked(status, host)
    if status == HTTPStatus.UNAUTHORIZED:
        return cookie_refused()
    if status == HTTPStatus.NOT_FOUND and _is_json_object(body):
        return SignInNeededError(
            say("The server does not know the account of this sign-in any more."),
            status=status,
            next_step=say("Sign in again in the browser, and copy the new cookie."),
        )
    if status == HTTPStatus.NOT_FOUND:
        return no_joip(host)
    return error_for(status, body, content_type=content_type, what=later("read the account"), secret=secret)


def login_error(
    status: int, headers: Mapping[str, str], body: bytes, *, host: str, secret: str
) -> StatusError | AnswerError:
    """What an answer to `POST /api/login` means that signs nobody in."""
    content_type = headers.get("content-type", "")
    if is_blocked(status, headers, body):
        return blocked(status, host)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        told = _object(body, content_type)
        wait = retry_after(told)
        return RateLimitedError(
            say("There were too many attempts to sign in."),
            retry_after=_WAIT_AFTER_FAILURES if wait is None else wait,
        )
    if status == HTTPStatus.UNAUTHORIZED:
        return SignInNeededError(
            say("The server does not accept this e-mail and password."), status=status, next_step=say(_CHECK_BOTH)
        )
    if status in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY) and _is_json_object(body):
        return InvalidRequestError(
            say("The server does not accept this e-mail and password."), status=status, next_step=say(_CHECK_BOTH)
        )
    if status < HTTPStatus.BAD_REQUEST or status in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
        return no_login()
    return error_for(status, body, content_type=content_type, what=later("sign in"), secret=secret)


_CHECK_BOTH: Final = later("Check both and try again.")


def is_blocked(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether it is not the server that answers but a protection in front of it, which wants a browser.

    Cloudflare marks its answers with `cf-mitigated`, and titles its pages "Just a moment...".
    """
    if "cf-mitigated" in headers:
        return True
    if status not in _BLOCKED or not body.lstrip().startswith(b"<"):
        return False
    return status == HTTPStatus.FORBIDDEN or b"just a moment" in body[:10_000].lower()


def blocked(status: int, host: str) -> ForbiddenError:
    """Something between here and the server lets browsers alone pass."""
    return ForbiddenError(
        say("Something in front of {host} blocks programs like this one.", host=host),
        status=status,
        next_step=say("Try again later or from another network, or ask who runs the server to let the app through."),
    )


def cookie_refused() -> SignInNeededError:
    """401: the server knows no sign-in by this cookie."""
    return SignInNeededError(
        say("The server does not accept this cookie: the sign-in has expired, or it was copied in part."),
        status=401,
        next_step=say("Sign in again in the browser, and copy the new cookie."),
    )


def no_joip(host: str) -> NotJoipError:
    """Whatever is there, it is some other server."""
    return NotJoipError(say("{host} does not look like a JOIP server.", host=host))


def no_login() -> AnswerError:
    """Most servers sign people in on their web page alone."""
    return AnswerError(
        say("This server offers no sign-in with e-mail and password."), next_step=say("Paste a cookie instead.")
    )


def _is_json_object(body: bytes) -> bool:
    return _object(body, "application/json") is not None


def _object(body: bytes, content_type: str) -> Mapping[str, Any] | None:
    try:
        value = decode_json(body, content_type=content_type)
    except (NotJoipError, MalformedAnswerError):
        return None
    return value if isinstance(value, dict) else None
