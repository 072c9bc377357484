"""What went over the wire, as it is shown and passed on: no secret is ever in it, and it never grows without bounds.

Of the headers only a few harmless ones of the answer are kept; the request's own, which hold the cookie, never are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import parse_qsl, unquote

from joip_desktop.domain.curl import curl_command, indented
from joip_desktop.domain.redaction import without_sessions
from joip_desktop.domain.say import later, say, tenths
from joip_desktop.domain.session import JsonValue

KEPT_BYTES: Final = 64 * 1024
"""So much of a body is kept."""

LONGEST_TARGET: Final = 2048
"""So many characters of path and query are kept; one that is as long as this is taken for cut off."""

HEADERS: Final = frozenset(
    (
        *("content-type", "content-length", "content-encoding", "date", "retry-after", "server"),
        *("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"),
    )
)
"""Of an answer's headers these are kept, in lower case."""

TELLTALE: Final = frozenset(
    (
        *("title", "aiprompt", "thumbnail"),
        *("caption", "mediaurl"),  # of a session's pictures
        *("message", "error", "details"),  # the server's own words may repeat what is hidden
    )
)
"""Keys of JSON whose values discreet mode hides, in lower case and without underscores."""

SECRET: Final = "•••"  # noqa: S105 - stands where one was
_SHORTEST_PIECE: Final = 8
_PIECES = re.compile(rf"[A-Za-z0-9]{{{_SHORTEST_PIECE},}}")

_CUT: Final = later("Only the first {kept} KB of {size} KB are kept.")
_NO_TEXT: Final = later("This is no text ({size} KB).")
_WITHHELD: Final = later("The bodies of a sign-in are never kept.")
_GONE: Final = later("It was let go of to make room for newer ones.")
_LONG_ADDRESS: Final = later("Its address is too long to be kept.")
_DISCREET: Final = later("Hidden in discreet mode")
_KB: Final = 1000


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a request or an answer: its beginning as text, and how many bytes the whole has.

    `note` says, to be said in `remark`, why the text is not the whole of it; empty where it is.
    """

    text: str = ""
    size: int = 0
    note: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the text is all of it."""
        return not self.note

    @property
    def remark(self) -> str:
        """Why the text is not the whole body, in one sentence; empty where it is."""
        return say(self.note, size=tenths(self.size / _KB), kept=KEPT_BYTES // 1024) if self.note else ""


EMPTY: Final = Body()
WITHHELD: Final = Body(note=_WITHHELD)


def body_of(data: bytes, size: int, *, secrets: Iterable[str] = ()) -> Body:
    """The beginning of a body of `size` bytes as it is kept; `data` may be longer than that, by a secret's length."""
    cut = size > KEPT_BYTES
    text = _text(data, cut=size > len(data))
    if text is None:
        return Body(size=size, note=_NO_TEXT)
    text = without_secrets(text, secrets)
    if size > len(data):  # a secret may be cut off at its end
        text = text[: max(0, len(text) - (len(data) - KEPT_BYTES))]
    return Body(text[:KEPT_BYTES], size, _CUT) if cut else Body(text, size)


def _text(data: bytes, *, cut: bool) -> str | None:
    """The text in UTF-8 that the data are; None where they are none. A character at the end may be cut in two."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if not cut or error.reason != "unexpected end of data":
            return None
        text = data[: error.start].decode()
    return None if "\0" in text else text


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """The text with "•••" for cookies: raw, percent-decoded, or in pieces where it is escaped in some other way.

    Cookies that are not known here are found by their shape.
    """
    for secret in filter(None, secrets):
        plain = unquote(secret)
        for shown in (secret, plain):
            text = text.replace(shown, SECRET)
        for piece in _PIECES.findall(plain):
            text = text.replace(piece, SECRET)
    return without_sessions(text, SECRET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer. `status` is 0 where none came; `error` is our sentence about what went wrong.

    `started` is in UTC, `seconds` are until the whole answer was in, `waited` until its head was. `path` and `query`
    are percent-encoded ASCII. `headers` are some of the answer's (`HEADERS`).
    """

    method: str
    path: str
    started: datetime
    seconds: float
    query: str = ""
    waited: float = 0.0
    status: int = 0
    error: str = ""
    headers: Mapping[str, str]
    request: Body | None = None
    request_type: str = ""
    answer: Body = EMPTY
    number: int = 0

    @property
    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def remaining(self) -> int | None:
        """The tokens that the answer says are left."""
        told = self.headers.get("x-ratelimit-remaining", "")
        return int(told) if told.isascii() and told.isdigit() and len(told) <= 9 else None  # noqa: PLR2004 - sane

    @property
    def content_type(self) -> str:
        """What kind of body the answer has."""
        return self.headers.get("content-type", "")

    @property
    def is_failure(self) -> bool:
        """Whether it did not end as it should."""
        return bool(self.error) or not 0 < self.status < HTTPStatus.BAD_REQUEST

    @property
    def status_text(self) -> str:
        """The status with its usual name, as protocols have it: "404 Not Found"; empty where no answer came."""
        return f"{self.status} {phrase(self.status)}".rstrip() if self.status else ""

    def without_bodies(self) -> Exchange:
        """The same with no more than the sizes of its bodies."""
        request = self.request and _emptied(self.request)
        return replace(self, request=request, answer=_emptied(self.answer))


def _emptied(body: Body) -> Body:
    return replace(body, text="", note=_GONE) if body.text else body


def phrase(status: int) -> str:
    """A status in the words of HTTP; empty where it has none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def matches(exchange: Exchange, words: Sequence[str]) -> bool:
    """Whether all words (in lower case) are in method, path, status ("404 not found", "4xx") or error."""
    if not words:
        return True
    status = f"{exchange.status_text} {exchange.status // 100}xx" if exchange.status else ""
    told = f"{exchange.method} {exchange.target} {unquote(exchange.path)} {status} {exchange.error}".lower()
    return all(word in told for word in words)


# --- discreet mode ----------------------------------------------------------------------------------------------------


def masked(text: str, word: str) -> str | None:
    """JSON with `word` for what discreet mode hides, compact; None where the text is not whole JSON."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict | list):
        return None
    try:
        return json.dumps(_masked(value, word), ensure_ascii=False)
    except RecursionError:
        return None


def _masked(value: Any, word: str, *, named: bool = False) -> JsonValue:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return {
            key: word if key.replace("_", "").lower() in TELLTALE else _masked(one, word, named=True)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_masked(one, word, named=named) for one in value]
    return value if named or not isinstance(value, str) else word  # a text that nothing names may be anything


def hidden(exchange: Exchange, word: str) -> Exchange:
    """The exchange as discreet mode shows it, from which not even the length of what is hidden can be told."""
    headers = {name: value for name, value in exchange.headers.items() if name != "content-length"}
    request = exchange.request and _hidden(exchange.request, word)
    return replace(exchange, headers=headers, request=request, answer=_hidden(exchange.answer, word))


def _hidden(body: Body, word: str) -> Body:
    if not body.size:
        return body
    text = masked(body.text, word) if body.is_whole else None
    return Body(note=_DISCREET) if text is None else Body(text, len(text.encode("utf-8", "surrogatepass")))


# --- as text ----------------------------------------------------------------------------------------------------------


def readable(body: Body) -> str:
    """A body to be read: JSON with a field on each line, other text as it is; without what can't be shown."""
    if body.is_whole:
        try:
            value = json.loads(body.text)
            if isinstance(value, dict | list):
                return indented(value)
        except (ValueError, RecursionError):
            pass
    return "".join(one if one in "\n\t" or one.isprintable() else "\ufffd" for one in body.text.replace("\r\n", "\n"))


def no_curl(exchange: Exchange) -> str:
    """Why there is no cURL command for the request, in one sentence; empty where there is one."""
    if len(exchange.target) >= LONGEST_TARGET:
        why = say(_LONG_ADDRESS)
    elif exchange.request is not None and not exchange.request.is_whole:
        why = exchange.request.remark
    else:
        return ""
    return say("There is no whole request to copy. {why}", why=why)


def as_curl(exchange: Exchange, origin: str) -> str:
    """The request as a command for a POSIX shell, with `$JOIP_COOKIE` for the cookie.

    Raises:
        ValueError: its body or its address is not known as a whole; `no_curl` says why.
    """
    if no_curl(exchange):
        raise ValueError("the request is not whole")
    body = None if exchange.request is None else exchange.request.text
    return curl_command(exchange.method, origin, exchange.target, body=body, content_type=exchange.request_type)


def as_har(exchanges: Iterable[Exchange], origin: str, version: str) -> str:
    """The exchanges as a file in the format HTTP Archive 1.2, with no cookies and no headers but harmless ones."""
    return "".join(har_pieces(exchanges, origin, version))


def har_pieces(exchanges: Iterable[Exchange], origin: str, version: str) -> Iterator[str]:
    """The same piece by piece, so that a thread that writes them lets others have their turn."""
    creator = json.dumps({"name": "JOIP Desktop", "version": version})
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "entries": ['
    for place, exchange in enumerate(exchanges):
        entry = json.dumps(
            _entry(exchange, origin), indent=1
        )  # ASCII, so that halves of surrogate pairs can be written
        yield f"{',' if place else ''}\n{entry}"
    yield "\n]}}\n"


def _entry(exchange: Exchange, origin: str) -> dict[str, Any]:
    """Field names and their meanings: the specification of HTTP Archive 1.2."""
    wait = min(exchange.waited or exchange.seconds, exchange.seconds)
    timings = {"send": 0, "wait": _ms(wait), "receive": _ms(exchange.seconds - wait)}
    entry = {
        "startedDateTime": exchange.started.astimezone(UTC).isoformat(timespec="milliseconds"),
        "time": round(sum(timings.values()), 3),
        "request": _request(exchange, origin),
        "response": _response(exchange),
        "cache": {},
        "timings": timings,
    }
    return entry | ({"comment": exchange.error} if exchange.error else {})


def _ms(seconds: float) -> float:
    return round(timedelta(seconds=max(0.0, seconds)) / timedelta(milliseconds=1), 3)


def _request(exchange: Exchange, origin: str) -> dict[str, Any]:
    body = exchange.request
    told: dict[str, Any] = {
        "method": exchange.method,
        "url": f"{origin}{exchange.target}",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [{"name": "content-type", "value": exchange.request_type}] if exchange.request_type else [],
        "queryString": [
            {"name": name, "value": value} for name, value in parse_qsl(exchange.query, keep_blank_values=True)
        ],
        "headersSize": -1,
        "bodySize": 0 if body is None else body.size if body.is_whole else -1,
    }
    if body is not None:
        told["postData"] = {"mimeType": exchange.request_type, "text": body.text, **_comment(body)}
    return told


def _response(exchange: Exchange) -> dict[str, Any]:
    body = exchange.answer
    return {
        "status": exchange.status,
        "statusText": phrase(exchange.status),
        "httpVersion": "HTTP/1.1" if exchange.status else "",
        "cookies": [],
        "headers": [{"name": name, "value": value} for name, value in exchange.headers.items()],
        "content": {"size": body.size, "mimeType": exchange.content_type, "text": body.text, **_comment(body)},
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,  # what came over the wire may have been packed
    }


def _comment(body: Body) -> dict[str, str]:
    return {"comment": body.remark} if body.remark else {}
