"""How a request is answered that has met faults: late, otherwise, in part, or not at all."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message

from joip_desktop.mock.effects import (
    Answer,
    CloseAfter,
    CloseWithin,
    Delay,
    Drip,
    Drop,
    Effect,
    Html,
    MalformedJson,
    MissingField,
    Stage,
    Status,
    TruncatedJson,
    UnknownValue,
)
from joip_desktop.mock.exchange import Exchange

_OWN: Final = (Stage.ANSWER, Stage.DELIVERY)


async def deliver(exchange: Exchange, app: ASGIApp, effects: Sequence[Effect]) -> None:
    """Answer `exchange`; `app` is asked unless an effect stands in for it.

    At most one of the effects is about the answer, and one about its delivery.
    """
    for effect in effects:
        exchange.meets(effect.kind, is_answer=effect.stage in _OWN)
    await asyncio.sleep(sum(effect.seconds for effect in effects if isinstance(effect, Delay)))
    by_stage = {effect.stage: effect for effect in effects}
    wanted = by_stage.get(Stage.ANSWER)
    if isinstance(wanted, Drop):
        await _drop(exchange, app, applied=wanted.applied)
        return
    captured = await _answer(exchange, app, wanted)
    await _send(exchange, captured, by_stage.get(Stage.DELIVERY))


@dataclass(slots=True)
class _Captured:
    """A whole answer, held back."""

    start: Message = field(default_factory=dict)
    body: bytes = b""

    async def keep(self, message: Message) -> None:
        """Takes the place of `send`."""
        if message["type"] == "http.response.start":
            self.start = {**message, "headers": list(message["headers"])}
        else:
            self.body += message.get("body", b"")

    def replace_body(self, body: bytes) -> None:
        """Another body, of the length that the headers then say."""
        self.body = body
        MutableHeaders(scope=self.start)["content-length"] = str(len(body))


async def _drop(exchange: Exchange, app: ASGIApp, *, applied: bool) -> None:
    if applied:
        await app(exchange.scope, exchange.replay, exchange.swallow)
    await exchange.wait()
    exchange.drop()
    await exchange.until_gone()


async def _answer(exchange: Exchange, app: ASGIApp, wanted: Effect | None) -> _Captured:
    """The answer that goes out: the route's own, a changed one, or another one."""
    answer = wanted.answer() if isinstance(wanted, Status | Html) else wanted
    captured = _Captured()
    if not isinstance(answer, Answer):
        await app(exchange.scope, exchange.replay, captured.keep)
        if captured.body and answer is not None:
            captured.replace_body(_changed(captured.body, answer))
        return captured
    if answer.applied:
        await app(exchange.scope, exchange.replay, exchange.swallow)
    exchange.overrides = dict(answer.headers)
    await Response(answer.body, answer.status)(exchange.scope, exchange.replay, captured.keep)
    return captured


async def _send(exchange: Exchange, captured: _Captured, how: Effect | None) -> None:
    last: Message = {"type": "http.response.body", "body": captured.body}
    if isinstance(how, CloseWithin):
        if how.at == "headers" or not captured.body:
            await exchange.break_off_in_headers(captured.start["status"])
            return
        await exchange.send(captured.start)
        await exchange.send({**last, "body": captured.body[: len(captured.body) // 2], "more_body": True})
        await exchange.close()
        return
    await exchange.send(captured.start)
    if isinstance(how, Drip):
        for start in range(0, len(captured.body), how.size):
            if not exchange.is_open:
                return
            await exchange.send({**last, "body": captured.body[start : start + how.size], "more_body": True})
            await asyncio.sleep(how.seconds)
        last["body"] = b""
    await exchange.send(last)
    if isinstance(how, CloseAfter):
        await exchange.close()


# --- changed JSON -----------------------------------------------------------------------------------------------------


def _changed(body: bytes, effect: Effect) -> bytes:
    """A body of JSON, changed; what is no JSON, or holds no session, stays as it is."""
    match effect:
        case TruncatedJson():
            return body[: len(body) // 2]
        case MalformedJson():
            return body[:-1]
        case MissingField(name):
            return _each_session(body, lambda session: session.pop(name, None))
        case UnknownValue(name, value):
            return _each_session(body, lambda session: session.update({name: value}))
    return body


def _each_session(body: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    try:
        value = json.loads(body)
    except ValueError:
        return body
    sessions = value if isinstance(value, list) else [value.get("session", value)] if isinstance(value, dict) else []
    for session in sessions:
        if isinstance(session, dict) and "id" in session:
            change(session)
    return json.dumps(value, ensure_ascii=False).encode()
