"""What the engine needs of the world outside, as protocols; `api` and `storage` fit them without being known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.draft import Edits, Group
from joip_desktop.domain.job import JobHead
from joip_desktop.domain.ledger import Line
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.session import Session, Values

Ticket: TypeAlias = Any
"""Leave to send one request; made by the budget, used up by the API, opaque here."""


class Budget(Protocol):
    """When a request may be sent."""

    def delay(self, wanted: int = 1) -> float:
        """Seconds until a request may be sent: 0.0 is now, infinity is "when the answer that is out has come".

        `wanted` is how many requests wait that can as well go together a little later; with 1, a token is enough.
        """

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

    async def list_sessions(
        self, ticket: Ticket, *, progress: Callable[[ReadingProgress], None] | None = None
    ) -> Listing:
        """All sessions of the account. `progress` hears often how far it has come, on the loop."""

    async def update_session(self, session_id: int, values: Values, ticket: Ticket) -> Session:
        """Set some fields of one session; what the server answers is the session as it is now."""


class Journal(Protocol):
    """Where the ledger is kept so that it outlives the process. Every method returns when it is on disk.

    Raises (every method):
        StorageError: it can't be written; the disk is full, for example. What was there before is still there.
    """

    async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
        """Keep a new job with its lines, whole or not at all."""

    async def update(self, lines: Sequence[Line]) -> None:
        """Keep these lines as they are now, all or none of them, in place of what was kept of the same (job, session).

        A line of a job that is not kept is passed over.
        """

    async def pause(self, *, paused: bool) -> None:
        """Keep whether the person has paused sending."""


class DraftStore(Protocol):
    """Where unsaved edits are kept so that they outlive the process."""

    def load(self) -> Mapping[int, Edits]:
        """The edits of every session that has any, by its id; the thread waits for the disk, so this is for the start.

        Raises:
            StorageError: they can't be read.
        """

    async def update(self, drafts: Mapping[int, Edits]) -> None:
        """Keep these sessions' edits as they are now; no edits are nothing to keep. On disk when this returns.

        Raises:
            StorageError: they can't be written, none of them; the disk is full, for example. What was there before is
                still there.
        """

    def load_groups(self) -> Mapping[int, Group | None]:
        """The edits for several sessions, by their numbers (1 and up); None stands for some that can't be understood.

        Raises:
            StorageError: they can't be read.
        """

    async def update_groups(self, groups: Mapping[int, Group | None]) -> None:
        """The same for edits for several sessions; None is nothing to keep.

        The session ids of a group may be very many. They are written when they are another object than before.

        Raises:
            StorageError: as for `update`.
        """


class KeptList(Protocol):
    """The last list that was read, as it was left."""

    @property
    def sessions(self) -> Sequence[Session]:
        """Every session, in the server's order."""

    @property
    def read_at(self) -> datetime:
        """When the list was read from the server (UTC)."""


class ListMemory(Protocol):
    """Where the last known list is kept for the next start. Losing it costs nothing but a look at an empty window.

    No method raises for trouble with the disk; they log it.
    """

    async def load(self) -> KeptList | None:
        """The list; None where there is none, or none that can be read."""

    async def replace(self, sessions: Sequence[Session], read_at: datetime) -> None:
        """Keep this list instead, writing only what is different."""

    async def update(self, sessions: Sequence[Session]) -> None:
        """Keep newer states of sessions that are in the list; others are passed over."""


class Snapshot(Protocol):
    """What is known of a snapshot before it is read."""

    @property
    def key(self) -> str:
        """By which it can be read."""

    @property
    def taken_at(self) -> datetime:
        """When it was taken (UTC)."""

    @property
    def before(self) -> str:
        """The action before which it was taken, in the words of a button."""

    @property
    def count(self) -> int:
        """How many sessions are in it."""


class SnapshotStore(Protocol):
    """Where snapshots of all sessions are kept, for 30 days."""

    async def keep(self, sessions: Sequence[Session], *, before: str) -> None:
        """Keep these sessions as they are; on disk when this returns.

        Raises:
            StorageError: they can't be written; the disk is full, for example.
        """

    async def all(self) -> Sequence[Snapshot]:
        """The snapshots, the latest first."""

    async def load(self, key: str) -> Sequence[Session]:
        """The sessions of a snapshot.

        Raises:
            StorageError: it can't be read.
        """


class PictureSource(Protocol):
    """Where pictures come from: whatever a web address leads to."""

    async def fetch(self, url: str) -> bytes:
        """The file at this address, which looks like a picture from its first bytes on.

        Raises:
            JoipError: there is none; a `TransportError`, `ServerFaultError` or `RateLimitedError` where it may be
                there later. The sentence fits into a tooltip.
        """


class PictureStore(Protocol):
    """Where the files of pictures are kept for the next time. No method raises for trouble with the disk."""

    async def get(self, url: str) -> bytes | None:
        """What is kept for this address, which is now the one used last; None where nothing is."""

    async def put(self, url: str, data: bytes) -> None:
        """Keep this; what was not used for longest may go for it."""

    async def drop(self, url: str) -> None:
        """Forget what is kept for this address."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in that has been tried out: the server's origin, whose account it is, and its cookie."""

    server: str
    name: AccountName
    cookie: SecretCookie = field(repr=False)


class SignIn(Protocol):
    """Tries a sign-in out with one request. No error ever repeats what was pasted or typed."""

    def server_in(self, pasted: str) -> str:
        """The server that a pasted command is for; empty where what was pasted does not say. Raises nothing."""

    async def with_cookie(self, server: str, pasted: str) -> SignedIn:
        """Sign in with the cookie in what was pasted.

        Raises:
            CookieRefusedError: there is none in it, or it belongs to another server.
            JoipError: the server can't be used, or does not accept it; the sentence says why.
        """

    async def with_password(self, server: str, email: str, password: str) -> SignedIn:
        """Sign in with e-mail and password, where the server offers that.

        Raises:
            JoipError: the server can't be used, offers no such sign-in, or does not accept them.
        """


class Secrets(Protocol):
    """Where cookies are kept from one run to the next: the system's keyring, and never a file of ours.

    No method waits in the calling thread: a keyring may ask the person to unlock it.
    """

    async def problem(self) -> str:
        """Why nothing can be kept, in one sentence; empty where it can."""

    async def get(self, key: str) -> SecretCookie | None:
        """The cookie of an account; None where none is kept, or the keyring does not give it."""

    async def put(self, key: str, cookie: SecretCookie) -> bool:
        """Keep the cookie of an account in place of a former one; returns whether it is kept."""

    async def drop(self, key: str) -> bool:
        """Forget the cookie of an account; returns whether none is kept any more."""
