"""What the window knows of its server, and what it says of the state that they are in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from joip_desktop.domain.errors import SignInNeededError
from joip_desktop.domain.say import say, say_count
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.wording import conflicts_text, trouble_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What the window says of the server, and how a new address or cookie is checked (`check` raises JoipError)."""

    label: str
    server: str
    is_demo: bool
    check: Callable[[str, str], None]

    @property
    def account(self) -> str:
        """What the settings know the account by."""
        return "demo" if self.is_demo else self.server


def state_of(workspace: Workspace, *, is_demo: bool, said: Callable[[str], str] = str) -> tuple[str, str]:
    """What there is to say of the connection and the changes, the most urgent alone, and the button that helps.

    `said` makes of an error's sentence what may be shown.
    """
    trouble = workspace.trouble
    if trouble is not None:
        button = say("Paste a cookie…") if isinstance(trouble, SignInNeededError) else say("Try again")
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
