"""Answers into models and errors, whatever comes: odd shapes, broken JSON, pages of proxies."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import unquote

import httpx

from joip_desktop.api.pieces import BOM, beginning, cut, elements, refuse_constant
from joip_desktop.domain.errors import (
    AnswerError,
    AnswerTooLargeError,
    ForbiddenError,
    InvalidRequestError,
    MalformedAnswerError,
    NotFoundError,
    NotJoipError,
    PaymentNeededError,
    RateLimitedError,
    RedirectRefusedError,
    ServerFaultError,
    SignInNeededError,
    StatusError,
    UnexpectedShapeError,
    UnexpectedStatusError,
)
from joip_desktop.domain.redaction import HIDDEN, without_sessions
from joip_desktop.domain.say import later, say
from joip_desktop.domain.say import number as shown_number
from joip_desktop.domain.session import ATTRIBUTES, JsonValue, Session, from_wire

MOST_ROWS: Final = 250_000
"""Sessions in a list; more would take the memory that others need."""

_LONGEST_MESSAGE: Final = 300
_KNOWN_KEYS: Final = frozenset({"id", *ATTRIBUTES})


@dataclass(frozen=True, slots=True)
class DecodedList:
    """The readable rows of a list answer, one for each id (the later wins), and the number of the others."""

    sessions: list[Session] = field(repr=False)  # a line of a log must not spell out a hundred thousand of them
    unreadable: int


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """The answer to a request for one session; media as the server sent them."""

    session: Session
    media: tuple[Mapping[str, JsonValue], ...]


def decode_json(body: bytes, *, content_type: str) -> JsonValue:
    """The JSON value of an answer.

    Raises:
        NotJoipError: a page, plain text, or nothing at all.
        MalformedAnswerError: broken or truncated JSON, or JSON that is beyond reading.
    """
    return _value(body.removeprefix(BOM).lstrip(), content_type)


def _value(text: bytes, content_type: str) -> JsonValue:
    _refuse_pages(text, content_type)
    try:
        value: JsonValue = json.loads(text.decode("utf-8"), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise _broken(content_type) from error
    return value


def _refuse_pages(text: bytes, content_type: str) -> None:
    if not text:
        raise NotJoipError(say("The server sent an empty answer."))
    if text.startswith(b"<") or "html" in content_type.lower():
        raise NotJoipError(say("The server answered with a web page, not with sessions."))


def _broken(content_type: str) -> AnswerError:
    if content_type.lower().startswith("text/"):
        return NotJoipError(say("The server answered with plain text, not with sessions."))
    return MalformedAnswerError(say("The server's answer is broken or incomplete."))


def decode_list(
    body: bytes | Iterable[bytes], *, content_type: str, progress: Callable[[int], None] | None = None
) -> DecodedList:
    """The answer to `GET /api/sessions`, whole or in the pieces in which it came.

    It is read row by row, so that in a thread of its own it never keeps others waiting for long; pieces are let go
    as soon as they have been read. `progress` is called after every row with the number of rows so far, and ends the
    reading by raising something.

    Raises:
        AnswerError: it is no array of rows at all; single rows that can't be read are counted instead.
    """
    sessions: dict[int, Session] = {}
    unreadable = 0
    shared: dict[str, str] = {}
    rows = _rows(cut((body,) if isinstance(body, bytes) else body), content_type)
    for number, row in enumerate(rows, start=1):
        try:
            session = from_wire(_share_keys(row, shared))
        except UnexpectedShapeError:
            unreadable += 1
        else:
            sessions[session.id] = session
        if number > MOST_ROWS:
            raise AnswerTooLargeError(
                say("The server's list is too long: it has more than {n} sessions.", n=shown_number(MOST_ROWS))
            )
        if progress is not None:
            progress(number)
    return DecodedList(list(sessions.values()), unreadable)


def _rows(pieces: Iterator[bytes], content_type: str) -> Iterator[JsonValue]:
    head = beginning(pieces)
    _refuse_pages(head, content_type)
    if not head.startswith(b"["):
        _value(b"".join((head, *pieces)), content_type)  # which raises what there is to say, if it is no JSON at all
        raise UnexpectedShapeError(say("The server sent something else where the list of sessions was expected."))
    try:
        yield from elements(head, pieces)
    except (ValueError, RecursionError) as error:
        raise _broken(content_type) from error


def _share_keys(value: JsonValue, shared: dict[str, str], levels: int = 5) -> JsonValue:
    """The same value, with each key once in memory for all rows: the parser makes it anew for every row.

    Keys that this version knows do not stay, so only rows with others are worth it; what is deeper than a few levels
    is left as it is.
    """
    if isinstance(value, list) and levels:
        return [_share_keys(one, shared, levels - 1) for one in value]
    if isinstance(value, dict) and levels and not _KNOWN_KEYS.issuperset(value):
        return {shared.setdefault(key, key): _share_keys(one, shared, levels - 1) for key, one in value.items()}
    return value


def decode_session(body: bytes, *, content_type: str, expected_id: int) -> Session:
    """The answer to a PATCH: the updated session.

    Raises:
        AnswerError: it is none, or another session.
    """
    return _expected(decode_json(body, content_type=content_type), expected_id)


def decode_detail(body: bytes, *, content_type: str, expected_id: int) -> SessionDetail:
    """The answer to `GET /api/sessions/:id`.

    Raises:
        AnswerError: it has no readable session, or another one.
    """
    answer = decode_json(body, content_type=content_type)
    if not isinstance(answer, dict) or "session" not in answer:
        raise UnexpectedShapeError(say("The server sent something else where one session was expected."))
    media = answer.get("media")
    kept = tuple(one for one in media if isinstance(one, dict)) if isinstance(media, list) else ()
    return SessionDetail(_expected(answer["session"], expected_id), kept)


def _expected(row: JsonValue, expected_id: int) -> Session:
    session = from_wire(row)
    if session.id != expected_id:
        raise UnexpectedShapeError(say("The server answered with another session than the one asked for."))
    return session


# --- errors -----------------------------------------------------------------------------------------------------------


def error_for(status: int, body: bytes, *, content_type: str, what: str, secret: str = "") -> StatusError | AnswerError:
    """The error of an answer that is no success. `what` names the request in English: "change the session".

    `secret` is the cookie that was sent: a server may repeat it in its message, and it is shown to nobody.

    Statuses and body as in the contract: `{"error"?, "message", "code"?, "details"?}`, sometimes only `message`,
    sometimes HTML from a proxy.
    """
    told = _object(body, content_type)
    message = _message(told, secret)
    if httpx.codes.is_redirect(status):
        return RedirectRefusedError(say("The server redirects elsewhere, where the cookie must not go."))
    if status == HTTPStatus.NOT_FOUND and told is None:
        return NotJoipError(say("There is a server at this address, but it knows no sessions."))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = retry_after(told)
        return RateLimitedError(say("Too many requests."), retry_after=wait, server_message=message)
    known = _MEANINGS.get(status, _FAILED if httpx.codes.is_server_error(status) else _UNEXPECTED)
    values = {"what": say(what), "status": str(status), "message": message}
    sentence = say(known.with_message if message else known.alone, **values)
    return known.kind(sentence, status=status, server_message=message)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a status means: the sentence, and the one that the server's own words stand in, behind the first colon."""

    kind: type[StatusError]
    alone: str
    with_message: str


_SIGN_IN: Final = later("The server does not accept your sign-in: the cookie is wrong or has expired.")
_MEANINGS: Final[Mapping[int, _Meaning]] = {
    400: _Meaning(
        InvalidRequestError,
        later("The server found the request to {what} invalid."),
        later("The server found the request to {what} invalid: {message}"),
    ),
    401: _Meaning(SignInNeededError, _SIGN_IN, _SIGN_IN),
    402: _Meaning(
        PaymentNeededError,
        later("The account has too few credits to {what}."),
        later("The account has too few credits to {what}: {message}"),
    ),
    403: _Meaning(
        ForbiddenError,
        later("The server does not allow you to {what}."),
        later("The server does not allow you to {what}: {message}"),
    ),
    404: _Meaning(
        NotFoundError,
        later("The server does not know the session any more."),
        later("The server does not know the session any more: {message}"),
    ),
}
_FAILED: Final = _Meaning(
    ServerFaultError,
    later("The server failed (status {status})."),
    later("The server failed (status {status}): {message}"),
)
_UNEXPECTED: Final = _Meaning(
    UnexpectedStatusError,
    later("The server answered with status {status}."),
    later("The server answered with status {status}: {message}"),
)


def retry_after(told: Mapping[str, Any] | None) -> float | None:
    """The `retryAfter` of a 429's body, in seconds; None where it tells no sane number."""
    value = None if told is None else told.get("retryAfter")
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _object(body: bytes, content_type: str) -> Mapping[str, Any] | None:
    try:
        value = decode_json(body, content_type=content_type)
    except AnswerError:
        return None
    return value if isinstance(value, dict) else None


def _message(told: Mapping[str, Any] | None, secret: str) -> str:
    """The server's own sentence, as plain printable text without the cookie."""
    said = () if told is None else (told.get("message"), told.get("error"))
    clean = next((text for text in map(_plain, said) if text), "")
    if not clean:
        return ""
    for shown in filter(None, (secret, unquote(secret))):  # a server may repeat it decoded
        clean = clean.replace(shown, HIDDEN)
    clean = without_sessions(clean)
    short = clean if len(clean) <= _LONGEST_MESSAGE else clean[: _LONGEST_MESSAGE - 1] + "…"
    return short if short.endswith((".", "!", "?", "…")) else f"{short}."


def _plain(message: object) -> str:
    """The text in one line, without control characters, marks that change the direction, and halves of surrogates."""
    if not isinstance(message, str):
        return ""
    readable = (
        " " if kind in ("Cc", "Zl", "Zp", "Cs") else "" if kind == "Cf" else one
        for one in message[: 10 * _LONGEST_MESSAGE]
        for kind in (unicodedata.category(one),)
    )
    return " ".join("".join(readable).split())
