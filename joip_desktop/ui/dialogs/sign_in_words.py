"""What the sign-in dialog says, without Qt: of what was pasted, of failures, of another account, and how to copy."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from joip_desktop.domain.account import AccountName
from joip_desktop.domain.errors import JoipError, RateLimitedError, TransportError
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.ui.wording import duration, shortened, shown_text

_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Browser:
    """How a sign-in is copied out of a browser, step by step; its names are their own in every language."""

    names: str
    steps: Sequence[str]

    @property
    def text(self) -> str:
        """The steps, numbered, one to a line."""
        return "\n".join(f"{number}. {say(step)}" for number, step in enumerate(self.steps, start=1))


_OPEN: Final = later("Open the server’s page in the browser, sign in, and press F12 (on a Mac: Option+Command+I).")
_LOAD: Final = later("Open the tab “Network”, and load the page again.")
_PASTE: Final = later("Paste it here.")

BROWSERS: Final = (
    Browser(
        "Chrome, Edge",
        (
            _OPEN,
            _LOAD,
            later("Right-click the line “sessions”, and choose Copy, then “Copy as cURL”."),
            _PASTE,
        ),
    ),
    Browser(
        "Firefox",
        (
            _OPEN,
            _LOAD,
            later("Right-click the line “sessions”, and choose Copy Value, then “Copy as cURL”."),
            _PASTE,
        ),
    ),
    Browser(
        "Safari",
        (
            later("In Safari’s settings, under Advanced, switch on the features for web developers."),
            later("Open the server’s page, sign in, and press Option+Command+I."),
            _LOAD,
            later("Right-click the line “sessions”, and choose “Copy as cURL”."),
            _PASTE,
        ),
    ),
)


def likely_browser(platform: str = sys.platform) -> int:
    """The place among `BROWSERS` of the one that comes with the system."""
    return 2 if platform == "darwin" else 0


def host_of(server: str) -> str:
    """A server's address as it stands in a sentence: without the scheme."""
    return server.partition("://")[2] or server


def pasted_text(server: str, length: int) -> str:
    """What there is to say of what was pasted, which itself is never shown."""
    if not length:
        return ""
    if server:
        return say_count(
            "Pasted: a command for {host}, {n} character.",
            "Pasted: a command for {host}, {n} characters.",
            length,
            host=host_of(server),
        )
    return say_count("Pasted: {n} character.", "Pasted: {n} characters.", length)


def checking_text(server: str) -> str:
    """While the server is asked."""
    return say("Asking {host}…", host=shortened(host_of(server), _LONGEST_NAME)) if server else say("Checking…")


def name_of(account: AccountName) -> str:
    """The account as people know it; empty where the server tells nothing of it."""
    return shortened(shown_text(account.name or account.user), _LONGEST_NAME)


def signed_in_text(account: AccountName) -> str:
    """The end."""
    name = name_of(account)
    return say("Signed in as {name}.", name=name) if name else say("Signed in.")


def is_another(found: AccountName, expected: AccountName | None) -> bool:
    """Whether the server told two different users; where it told nothing of one of them, nobody can know."""
    return expected is not None and bool(found.user) and bool(expected.user) and found.user != expected.user


def another_text(found: AccountName, expected: AccountName) -> str:
    """Somebody else's sign-in was given."""
    one, other = name_of(found), name_of(expected)
    if one == other:  # two accounts may have one name
        one, other = f"{one} ({found.user})", f"{other} ({expected.user})"
    return say("This is the account of {one}. The changes that wait here belong to {other}.", one=one, other=other)


def not_kept_text(problem: str) -> str:
    """Instead of the choice to stay signed in, where nothing can be kept."""
    return say("{problem} You stay signed in until the app is closed.", problem=problem)


def failure_text(error: JoipError) -> str:
    """What happened, and what to do about it in this dialog."""
    if isinstance(error, RateLimitedError) and error.retry_after is not None:
        return f"{error.sentence} {say('Try again in {time}.', time=duration(error.retry_after))}"
    # What the errors say of sending is not true here: nothing waits for the server.
    if isinstance(error, TransportError) and error.next_step == say(error.default_next_step):
        return f"{error.sentence} {say('Check the address and the connection, then try again.')}"
    return str(error)
