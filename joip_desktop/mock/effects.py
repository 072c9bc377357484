"""What a fault does: to the server's state, to the time, to the answer and to the connection."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from http import HTTPStatus
from typing import ClassVar, Final, Literal, TypeAlias


class Stage(Enum):
    """When a fault has its effect, and how many of them one request can have there."""

    ARRIVAL = auto()
    """Before the rate limit and the cookie are looked at; any number."""

    WAIT = auto()
    """Before the route is asked; any number, they add up."""

    ANSWER = auto()
    """In place of the route's answer, or with it; one."""

    DELIVERY = auto()
    """How the bytes go out; one."""


# --- on arrival: what others do, at this very moment ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExpireCookie:
    """Every sign-in ends before this request: it gets 401, and so do those after it, until there is a new sign-in."""

    kind: ClassVar[str] = "expired-cookie"
    stage: ClassVar[Stage] = Stage.ARRIVAL


@dataclass(frozen=True, slots=True)
class RotateCookie:
    """The answer carries a new cookie; the old one is good until the new one is used."""

    kind: ClassVar[str] = "rotated-cookie"
    stage: ClassVar[Stage] = Stage.ARRIVAL


@dataclass(frozen=True, slots=True)
class TakeTokens:
    """Another client at this address uses up to `count` tokens of the rate limit before this request."""

    kind: ClassVar[str] = "tokens-taken"
    stage: ClassVar[Stage] = Stage.ARRIVAL
    count: int = 1_000_000


@dataclass(frozen=True, slots=True)
class EditElsewhere:
    """Another device changes `field` of the session just before this request; of a list, one of its sessions."""

    kind: ClassVar[str] = "edited-elsewhere"
    stage: ClassVar[Stage] = Stage.ARRIVAL
    field: str = "title"


# --- waiting ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Delay:
    """The request waits for so many seconds before it is looked at."""

    kind: ClassVar[str] = "delay"
    stage: ClassVar[Stage] = Stage.WAIT
    seconds: float = 3.0


# --- another answer ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer with exactly this; a header that is None is taken off the response. For programs, not for rules."""

    kind: ClassVar[str] = "answer"
    stage: ClassVar[Stage] = Stage.ANSWER
    status: int
    body: bytes
    headers: Mapping[str, str | None] = field(hash=False)
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The error `code`, with the API's error object; `retry_after` (seconds) is a header as of a proxy.

    `applied`: the change was made all the same, as behind a proxy that lost patience.
    """

    kind: ClassVar[str] = "status"
    stage: ClassVar[Stage] = Stage.ANSWER
    code: int = 503
    retry_after: int = 0
    applied: bool = False

    def answer(self) -> Answer:
        """What is answered."""
        headers: dict[str, str | None] = {"retry-after": str(self.retry_after)} if self.retry_after else {}
        return replaced(self.code, None, headers, applied=self.applied)


@dataclass(frozen=True, slots=True)
class Html:
    """A page of HTML instead of JSON, as of a proxy or of a network that wants a sign-in."""

    kind: ClassVar[str] = "html"
    stage: ClassVar[Stage] = Stage.ANSWER
    code: int = 200
    applied: bool = False

    def answer(self) -> Answer:
        """What is answered."""
        return replaced(self.code, _PAGE, {}, applied=self.applied)


@dataclass(frozen=True, slots=True)
class MalformedJson:
    """The route's answer with a bracket too few: whole on the wire, but no JSON."""

    kind: ClassVar[str] = "malformed-json"
    stage: ClassVar[Stage] = Stage.ANSWER


@dataclass(frozen=True, slots=True)
class TruncatedJson:
    """The first half of the route's answer, with a length that says that this is all."""

    kind: ClassVar[str] = "truncated-json"
    stage: ClassVar[Stage] = Stage.ANSWER


@dataclass(frozen=True, slots=True)
class MissingField:
    """The route's answer, but no session in it has the field."""

    kind: ClassVar[str] = "missing-field"
    stage: ClassVar[Stage] = Stage.ANSWER
    field: str = "title"


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """The route's answer, but the field of each session has a value that the page does not know."""

    kind: ClassVar[str] = "unknown-value"
    stage: ClassVar[Stage] = Stage.ANSWER
    field: str = "transition"
    value: str = "of-a-newer-server"


# --- the connection ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drop:
    """Close the connection without a byte of an answer; `applied` when the route has done its work by then."""

    kind: ClassVar[str] = "closed-before"
    stage: ClassVar[Stage] = Stage.ANSWER
    applied: bool = False


@dataclass(frozen=True, slots=True)
class CloseWithin:
    """Close the connection in the middle of the answer, `at` its headers or its body; the route has done its work."""

    kind: ClassVar[str] = "closed-in"
    stage: ClassVar[Stage] = Stage.DELIVERY
    at: Literal["headers", "body"] = "body"


@dataclass(frozen=True, slots=True)
class CloseAfter:
    """Close the connection after a whole answer that did not announce it."""

    kind: ClassVar[str] = "closed-after"
    stage: ClassVar[Stage] = Stage.DELIVERY


@dataclass(frozen=True, slots=True)
class Drip:
    """Send the answer's body `size` bytes at a time, `seconds` apart."""

    kind: ClassVar[str] = "drip"
    stage: ClassVar[Stage] = Stage.DELIVERY
    seconds: float = 0.1
    size: int = 16


OnArrival: TypeAlias = ExpireCookie | RotateCookie | TakeTokens | EditElsewhere
OnAnswer: TypeAlias = Answer | Status | Html | MalformedJson | TruncatedJson | MissingField | UnknownValue | Drop
OnDelivery: TypeAlias = CloseWithin | CloseAfter | Drip
Effect: TypeAlias = OnArrival | Delay | OnAnswer | OnDelivery

KINDS: Final[Mapping[str, type[Effect]]] = {
    effect.kind: effect
    for effect in (
        Status,
        Delay,
        Drip,
        Drop,
        CloseWithin,
        CloseAfter,
        TruncatedJson,
        MalformedJson,
        Html,
        ExpireCookie,
        RotateCookie,
        TakeTokens,
        EditElsewhere,
        MissingField,
        UnknownValue,
    )
}
"""What a rule can name, in the order in which they are explained."""

_PAGE: Final = b"<!doctype html><html><title>Sign in to the network</title><h1>Sign in</h1></html>"


def replaced(
    status: int,
    body: bytes | Mapping[str, object] | None,
    headers: Mapping[str, str | None],
    *,
    applied: bool = False,
) -> Answer:
    """An answer whose body is JSON for a mapping, HTML for bytes, and the API's usual error object for None."""
    content, media_type = _content(status, body)
    own: dict[str, str | None] = {} if media_type is None else {"content-type": media_type}
    own.update({name.lower(): value for name, value in headers.items()})
    return Answer(status, content, own, applied)


def _content(status: int, body: bytes | Mapping[str, object] | None) -> tuple[bytes, str | None]:
    if isinstance(body, bytes):
        return body, "text/html; charset=utf-8" if body else None
    if body is None:
        if status < HTTPStatus.OK or status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
            return b"", None
        phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Error"
        body = {"error": phrase, "message": phrase}
    return json.dumps(dict(body), ensure_ascii=False).encode(), "application/json"
