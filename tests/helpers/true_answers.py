"""Every answer of a mock server, held against the OpenAPI document: status, content type, headers and body.

`Truth.gate` stands in for the server's `Gate` and notes what it sends; `Truth.lies` looks through what was noted, in
the test's own thread, so that the server is not held up. Answers that a fault has made are not the server's own.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

import jsonschema_rs
from starlette.types import Message, Receive, Scope, Send

from joip_desktop.mock.gate import Gate
from joip_desktop.mock.limiter import Limiter
from joip_desktop.mock.openapi import document

METHODS: Final = frozenset({"get", "put", "post", "patch", "delete"})

_BEFORE_THE_LIMIT: Final = (b'"This server ', b'"The request is too large')
"""How the gate begins what it says before it asks the limit."""


@dataclass(slots=True)
class Answer:
    """What was sent for a request; `limited` when the limit was on, before and after, `known` when the body is."""

    method: str
    path: str
    limited: bool
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    known: bool = False

    @property
    def name(self) -> str:
        """For people."""
        return f"{self.method} {self.path} -> {self.status}"


class Contract:
    """The document as checks of answers; a validator is made when it is needed first."""

    def __init__(self, described: Mapping[str, Any]) -> None:
        self._document = dict(described)
        self._paths: list[tuple[re.Pattern[str], str, dict[str, Any]]] = [
            (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), path, item) for path, item in described["paths"].items()
        ]
        self._validators: dict[str, jsonschema_rs.Validator] = {}

    def lies(self, answer: Answer, *, odd_rows: bool = False) -> Iterator[str]:
        """What in an answer of the API is not as the document has it; with `odd_rows` bodies of 200 are not read."""
        pointer, found = self._response(answer)
        if found is None:
            yield f"{answer.name} is no status of the document"
            return
        yield from self._headers(answer, found)
        content = found.get("content", {})
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if answer.method == "HEAD":
            return  # what a route says to it is left out on the wire
        if not content:
            if answer.body:
                yield f"{answer.name} has a body"
        elif kind not in content:
            yield f"{answer.name} has the content type {kind!r}"
        elif kind == "application/json" and not answer.known and not (odd_rows and answer.status == 200):
            yield from self._body(answer, f"{pointer}/content/application~1json/schema")

    def _response(self, answer: Answer) -> tuple[str, Mapping[str, Any] | None]:
        method = "get" if answer.method == "HEAD" else answer.method.lower()
        fitting = [(path, item) for pattern, path, item in self._paths if pattern.fullmatch(answer.path)]
        path, item = fitting[0] if fitting else ("", {})
        shared = self._document["components"]["responses"]
        status = str(answer.status)
        if method not in METHODS.intersection(item):
            # No operation: what comes before the routes, and else 404 or, of a path that has others, 405.
            allowed = {"400", "401", "403", "413", "429", "405" if item else "404"}
            return f"#/components/responses/{status}", shared[status] if status in allowed else None
        found = item[method]["responses"].get(status)
        if found is not None and "$ref" in found:
            return found["$ref"], shared[status]
        return f"#/paths/{quote(path.replace('/', '~1'))}/{method}/responses/{status}", found

    def _headers(self, answer: Answer, found: Mapping[str, Any]) -> Iterator[str]:
        due = answer.limited and answer.path.startswith("/api/sessions") and not _came_early(answer)
        for name, header in found.get("headers", {}).items():
            text = answer.headers.get(name.lower())
            if text is None:
                if header.get("required") or (due and name.startswith("X-RateLimit")):
                    yield f"{answer.name} lacks {name}"
                continue
            whole = header["schema"].get("type") == "integer" and text.isascii() and text.isdigit()
            validator = self._validator(json.dumps(header["schema"]), header["schema"])
            if not validator.is_valid(int(text) if whole else text):
                yield f"{answer.name} has an unlikely {name}"  # without the value, which may be a cookie

    def _body(self, answer: Answer, pointer: str) -> Iterator[str]:
        try:
            value = json.loads(answer.body)
        except ValueError:
            yield f"{answer.name} is no JSON"
            return
        validator = self._validator(pointer, {**self._document, "$ref": pointer})
        if not validator.is_valid(value):
            for error in list(validator.iter_errors(value))[:3]:
                where = "/".join(map(str, error.instance_path))
                yield f"{answer.name} at {where or 'its top'}: {error.message[:200]}"

    def _validator(self, key: str, schema: Mapping[str, Any]) -> jsonschema_rs.Validator:
        if key not in self._validators:
            self._validators[key] = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)
        return self._validators[key]


def _came_early(answer: Answer) -> bool:
    """Whether the gate refused it before it asked the limit; a 500 may be of any moment."""
    return answer.status == 500 or any(words in answer.body for words in _BEFORE_THE_LIMIT)


class Truth:
    """Notes the answers of all mock servers, until they are looked through; safe to use from several threads."""

    def __init__(self) -> None:
        self._contract = Contract(document("http://127.0.0.1"))
        self._lock = threading.Lock()
        self._noted: list[tuple[bytes, Answer]] = []
        self._good: set[bytes] = set()

    def note(self, answer: Answer) -> None:
        """Keep an answer of the API; a body that was found good before is not looked through again."""
        told = (answer.method, answer.path, answer.status, answer.headers.get("content-type"))
        key = hashlib.sha256(repr(told).encode() + answer.body).digest()
        with self._lock:
            if key in self._good and answer.status == 200:
                answer.known, answer.body = True, b""
            self._noted.append((key, answer))

    def lies(self, *, odd_rows: bool = False) -> list[str]:
        """What was wrong with the answers since the last call."""
        with self._lock:
            noted, self._noted = self._noted, []
        found = []
        for key, answer in noted:
            answer.known = answer.known or key in self._good
            lies = list(self._contract.lies(answer, odd_rows=odd_rows))
            found += lies
            if not lies and not odd_rows:
                self._good.add(key)
        return found

    def gate(self, *arguments: Any, limiter: Limiter, **named: Any) -> WatchedGate:
        """A server's gate that is watched."""
        return WatchedGate(self, *arguments, limiter=limiter, **named)


class WatchedGate(Gate):
    """The gate, whose answers are noted when they are complete."""

    def __init__(self, truth: Truth, *arguments: Any, limiter: Limiter, **named: Any) -> None:
        super().__init__(*arguments, limiter=limiter, **named)
        self._truth = truth
        self._its_limiter = limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await super().__call__(scope, receive, send)
            return
        answer = Answer(scope["method"], scope["path"], self._its_limiter.rate is not None)
        parts: list[bytes] = []

        async def watched(message: Message) -> None:
            # Noted before it is sent, so that whoever has the answer finds it noted.
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = {name.decode().lower(): value.decode("latin-1") for name, value in message["headers"]}
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))
                if not message.get("more_body", False) and not scope.get("state", {}).get("is_faulty", False):
                    answer.body = b"".join(parts)
                    answer.limited = answer.limited and self._its_limiter.rate is not None
                    self._truth.note(answer)
            await send(message)

        await super().__call__(scope, receive, watched)
