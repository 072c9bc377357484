"""What the engine needs of the world outside, as protocols; `api` and `storage` fit them without being known here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeAlias

from joip_desktop.domain.quota import Quota
from joip_desktop.domain.session import Session, Values

Ticket: TypeAlias = Any
"""Leave to send one request; made by the budget, used up by the API, opaque here."""


class Budget(Protocol):
    """When a request may be sent."""

    def delay(self) -> float:
        """Seconds until a request may be sent: 0.0 is now, infinity is "when the answer that is out has come"."""

    def take(self) -> Ticket:
        """Use one token for a request that goes out now."""

    def give_back(self, ticket: Ticket) -> None:
        """The request was not sent after all."""

    def quota(self) -> Quota:
        """What is known of the limit now."""

    def time_for(self, requests: int) -> float:
        """Seconds until that many more requests may have been sent."""

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after each change; the function returned ends that."""


class Listing(Protocol):
    """The answer to a list request."""

    @property
    def sessions(self) -> Sequence[Session]:
        """The rows that could be read."""

    @property
    def unreadable(self) -> int:
        """The number of rows that could not."""


class SessionsApi(Protocol):
    """The server's sessions. Every method raises a `JoipError` when it fails."""

    async def list_sessions(self, ticket: Ticket) -> Listing:
        """All sessions of the account."""

    async def update_session(self, session_id: int, values: Values, ticket: Ticket) -> Session:
        """Set some fields of one session; what the server answers is the session as it is now."""
