"""What the window knows of its server and account, and what it says of the state that they are in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from joip_desktop.domain.account import AccountName
from joip_desktop.domain.errors import SignInNeededError
from joip_desktop.domain.say import say, say_count
from joip_desktop.engine.ports import Secrets, SignIn
from joip_desktop.engine.traffic import TrafficLog
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import LogLevel
from joip_desktop.ui.server.demo_server import DemoServer
from joip_desktop.ui.wording import conflicts_text, shortened, shown_text, trouble_text

_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account that can be switched to."""

    key: str
    text: str
    """What people know it by, on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """Whose sessions the window shows, what has gone to the server and come from there, and who else there is."""

    label: str
    server: str
    """The origin."""

    account: str
    """The key that settings and files know the account by."""

    name: AccountName = field(default_factory=AccountName)
    is_demo: bool = False
    demo: DemoServer | None = None
    """The server, where it is the demo's own."""

    sign_in: SignIn
    secrets: Secrets
    known: Callable[[], Sequence[KnownAccount]] = tuple
    """Every account, this one among them, in the order of the menu."""

    traffic: TrafficLog = field(default_factory=TrafficLog)
    set_log_level: Callable[[LogLevel], object] = lambda _level: None
    logs: Path | None = None
    """The folder of the log files; None where no log is kept."""

    @property
    def whole_label(self) -> str:
        """Server and account, as far as it has a name: "joip.example (anna@joip.example)"."""
        name = shortened(shown_text(self.name.name), _LONGEST_NAME)
        return self.label if not name or name in self.label else f"{self.label} ({name})"


def state_of(workspace: Workspace, *, is_demo: bool, said: Callable[[str], str] = str) -> tuple[str, str]:
    """What there is to say of the connection and the changes, the most urgent alone, and the button that helps.

    `said` makes of an error's sentence what may be shown.
    """
    trouble = workspace.trouble
    if trouble is not None:
        button = say("Sign in…") if isinstance(trouble, SignInNeededError) else say("Try again")
        return trouble_text(trouble, workspace.outbox.waiting, said), button
    if conflicts := workspace.outbox.conflicts:
        return conflicts_text(len({entry.session_id for entry in conflicts})), say("Resolve…")
    if workspace.unreadable:
        told = say_count(
            "{n} session could not be read and can't be shown.",
            "{n} sessions could not be read and can't be shown.",
            workspace.unreadable,
        )
        return told, ""
    if is_demo:
        return say("Demo: all sessions are made up, and nothing leaves this computer."), ""
    return "", ""
