"""What goes out: the changes that wait in an outbox, sent by the real client over a transport that writes them down."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

import httpx

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.entry import Entry
from joip_desktop.domain.session import JsonValue, Session
from joip_desktop.engine.workspace import Workspace
from tests.helpers.still_workspace import now

_ORIGIN = Origin.parse("https://joip.example")


def sent_by(workspace: Workspace) -> Mapping[str, JsonValue]:
    """Send all that waits, to a server that does as it is told; returns the JSON of each request by what it goes to."""
    entries: list[Entry] = []
    while (entry := workspace.outbox.take()) is not None:
        entries.append(entry)
    bodies = asyncio.run(_bodies_of(entries)) if entries else {}
    for entry in entries:
        stored = workspace.library.server(entry.session_id)
        assert isinstance(stored, Session)
        workspace.library.take_over(entry.change.apply(stored))  # the answer first, as the sender does
        now(workspace.outbox.done(entry))
    return bodies


async def _bodies_of(entries: list[Entry]) -> dict[str, JsonValue]:
    bodies: dict[str, JsonValue] = {}

    def write_down(request: httpx.Request) -> httpx.Response:
        what = f"{request.method} {request.url.path}"
        assert what not in bodies, "one request for each session"
        assert request.headers["content-type"] == "application/json"
        bodies[what] = json.loads(request.content)
        return httpx.Response(200, json={"id": int(request.url.path.rpartition("/")[2])})

    transport = httpx.MockTransport(write_down)
    client = JoipClient(_ORIGIN, budget=TokenBudget(), cookie=SecretCookie("s%3Aa.b"), transport=transport)
    for entry in entries:
        await client.update_session(entry.session_id, entry.change.patch)
    await client.aclose()
    return bodies
