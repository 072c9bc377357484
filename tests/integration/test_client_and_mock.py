"""The client against the project's own server, over real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import TypeVar

import pytest

from joip_desktop.api.auth import parse_cookie
from joip_desktop.api.budget import Ticket, TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    ForbiddenError,
    InvalidRequestError,
    JoipError,
    NotFoundError,
    RateLimitedError,
    SignInNeededError,
    UnreachableError,
)
from joip_desktop.domain.session import UNKNOWN, FieldValue, from_wire, wire_name
from joip_desktop.mock import MockServer, RateLimit

T = TypeVar("T")

BURST = 20


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(sessions=30, rate_limit=RateLimit(BURST, 900.0)) as running:
        yield running


@pytest.fixture
def budget() -> TokenBudget:
    return TokenBudget()


def use(
    server: MockServer,
    budget: TokenBudget,
    action: Callable[[JoipClient], Awaitable[T]],
    *,
    cookie: SecretCookie | None = None,
    signed_in: bool = True,
    on_cookie: Callable[[SecretCookie], None] | None = None,
) -> T:
    async def main() -> T:
        own = cookie or (parse_cookie(server.cookie) if signed_in else None)
        client = JoipClient(Origin.parse(server.origin), budget=budget, cookie=own, on_cookie=on_cookie)
        try:
            return await action(client)
        finally:
            await client.aclose()

    return asyncio.run(main())


def editable(server: MockServer) -> int:
    """A session of ours that is not imported, so that every field may be set."""
    return next(int(row["id"]) for row in server.store.rows() if row["isImported"] is False)


def test_the_list_holds_all_sessions_for_one_token(server: MockServer, budget: TokenBudget) -> None:
    decoded = use(server, budget, lambda client: client.list_sessions())
    assert decoded.unreadable == 0
    assert [session.id for session in decoded.sessions] == [row["id"] for row in server.store.rows()]
    assert all(session.share_to_community is UNKNOWN for session in decoded.sessions)
    assert (budget.quota().limit, budget.quota().remaining) == (BURST, BURST - 1)


def test_one_session_comes_with_media(server: MockServer, budget: TokenBudget) -> None:
    session_id = editable(server)
    detail = use(server, budget, lambda client: client.get_session(session_id))
    assert detail.session.title == server.store.row(session_id)["title"]
    assert detail.session.import_source is UNKNOWN
    assert all(one["sessionId"] == session_id for one in detail.media)


_NEW: dict[str, FieldValue] = {
    "title": "Neuer Titel ä 🎉",
    "subreddits": ("earthporn", "pics"),
    "category_id": 2,
    "interval_min": 3,
    "interval_max": 59,
    "transition": "zoom",
    "ai_prompt": "Slow",
    "caption_theme": "custom",
    "thumbnail": "https://i.redd.it/new.jpg",
    "is_public": True,
    "share_to_community": True,
    "is_favorite": True,
    "is_manual_mode": True,
}


@pytest.mark.parametrize("name", _NEW)
def test_every_field_can_be_set_and_no_other_one_changes(server: MockServer, budget: TokenBudget, name: str) -> None:
    session_id = editable(server)
    server.store.set_row(session_id, intervalMin=5, intervalMax=10, isPublic=False, isFavorite=False)
    before = server.store.row(session_id)
    value = _NEW[name]
    answer = use(server, budget, lambda client: client.update_session(session_id, {name: value}))
    if name != "ai_prompt":  # contract: the answer to a PATCH leaves it out
        assert answer.value(name) == value
    after = server.store.row(session_id)
    assert from_wire(after).value(name) == value
    assert {key for key in after if after[key] != before[key]} - {"updatedAt"} <= {wire_name(name)}
    assert after["updatedAt"] != before["updatedAt"]


def test_null_resets_the_category(server: MockServer, budget: TokenBudget) -> None:
    session_id = editable(server)
    server.store.set_row(session_id, categoryId=2)
    answer = use(server, budget, lambda client: client.update_session(session_id, {"category_id": None}))
    assert answer.category_id != 2


def test_refusals_have_their_errors(server: MockServer, budget: TokenBudget) -> None:
    def update(session_id: int, title: str) -> None:
        use(server, budget, lambda client: client.update_session(session_id, {"title": title}))

    session_id = editable(server)
    with pytest.raises(InvalidRequestError):
        update(session_id, "")
    with pytest.raises(NotFoundError):
        update(999_999, "New")
    foreign = next(number for number in range(1, 10_000) if is_foreign(server, number))
    with pytest.raises(ForbiddenError):
        update(foreign, "New")
    assert budget.quota().remaining == BURST - 3


def is_foreign(server: MockServer, session_id: int) -> bool:
    own = server.store.rows()[0]["userId"]
    found = server.store.find(session_id)
    return found is not None and found["userId"] != own


@pytest.mark.parametrize("cookie", [None, SecretCookie("s%3Awrong.signature")])
def test_without_a_valid_cookie_a_sign_in_is_needed(
    server: MockServer, budget: TokenBudget, cookie: SecretCookie | None
) -> None:
    with pytest.raises(SignInNeededError):
        use(server, budget, lambda client: client.list_sessions(), cookie=cookie, signed_in=False)


def test_a_login_is_good_for_what_follows(server: MockServer, budget: TokenBudget) -> None:
    async def both(client: JoipClient) -> int:
        await client.login("demo@example.org", "demo")
        return len((await client.list_sessions()).sessions)

    assert use(server, budget, both, signed_in=False) == len(server.store.rows())
    with pytest.raises(SignInNeededError, match="e-mail and password"):
        use(server, budget, lambda client: client.login("demo@example.org", "wrong"), signed_in=False)


def test_a_rotated_cookie_is_used_from_then_on(server: MockServer, budget: TokenBudget) -> None:
    former = server.cookie
    told: list[SecretCookie] = []

    async def thrice(client: JoipClient) -> None:
        for _ in range(3):  # the second use of the new cookie ends the former one
            await client.list_sessions()

    server.faults.rotate_cookie()
    use(server, budget, thrice, on_cookie=told.append)
    assert told == [SecretCookie(server.cookie)]
    with pytest.raises(SignInNeededError):
        use(server, budget, lambda client: client.list_sessions(), cookie=SecretCookie(former))


def test_a_dropped_connection_is_told_apart_from_a_refusal(server: MockServer, budget: TokenBudget) -> None:
    session_id = editable(server)
    server.faults.drop_next(when="after", method="PATCH")
    with pytest.raises(ConnectionBrokenError):
        use(server, budget, lambda client: client.update_session(session_id, {"title": "Arrived"}))
    assert server.store.row(session_id)["title"] == "Arrived"


def test_a_stopped_server_can_not_be_reached(budget: TokenBudget) -> None:
    with MockServer(sessions=1) as server:
        pass
    with pytest.raises(UnreachableError):
        use(server, budget, lambda client: client.list_sessions())


@pytest.mark.parametrize("lost", [0, 2])
def test_within_the_burst_the_budget_never_meets_a_429(server: MockServer, budget: TokenBudget, lost: int) -> None:
    """Six at a time, until the budget says to wait; some of the connections break before their answer."""
    session_id = editable(server)
    seen = len(server.requests)
    if lost:
        server.faults.drop_next(lost, method="PATCH")

    async def burst(client: JoipClient) -> int:
        sent = 0
        flights: set[asyncio.Task[None]] = set()
        while True:
            while len(flights) < 6 and budget.delay() == 0:
                flights.add(asyncio.create_task(one(client, budget.take())))
                sent += 1
            if not flights:
                return sent
            _, flights = await asyncio.wait(flights, return_when=asyncio.FIRST_COMPLETED)

    async def one(client: JoipClient, ticket: Ticket) -> None:
        with suppress(ConnectionBrokenError):
            await client.update_session(session_id, {"is_favorite": True}, ticket)

    sent = use(server, budget, burst)
    statuses = [request.status for request in server.requests[seen:]]
    assert 429 not in statuses
    assert len(statuses) == sent
    assert BURST - 2 * lost <= sent <= BURST
    assert 0 < budget.delay() <= 3 * 45 + 1


def test_a_429_by_another_client_is_obeyed(server: MockServer, budget: TokenBudget) -> None:
    use(server, budget, lambda client: client.list_sessions())
    server.limiter.take(BURST)
    with pytest.raises(RateLimitedError) as caught:
        use(server, budget, lambda client: client.list_sessions())
    assert isinstance(caught.value, JoipError)
    assert caught.value.retry_after is not None
    assert caught.value.retry_after - 1 < budget.delay() <= caught.value.retry_after
