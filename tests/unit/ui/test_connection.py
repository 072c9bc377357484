from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from joip_desktop.domain.account import AccountName
from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.errors import JoipError, NotFoundError, SignInNeededError, UnreachableError
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.connection import state_of
from tests.helpers.fakes import FakeApi, FakeBudget
from tests.helpers.sign_in import connection_to
from tests.helpers.still_workspace import now, submit, workspace_of

SESSIONS = [Session(id=number, title=f"Walk {number}") for number in range(3)]
DEMO = "Demo: all sessions are made up, and nothing leaves this computer."
SIGNED_OUT = SignInNeededError("Your sign-in has expired.", status=401)


def _conflict(workspace: Workspace, session_id: int) -> None:
    """Change a title here, and then elsewhere."""
    submit(workspace, session_id, title="Mine")
    theirs = Session(id=session_id, title="Theirs")
    workspace.library.load([theirs if one.id == session_id else one for one in workspace.library.server_rows()])
    now(workspace.compare([session_id]))


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of(*SESSIONS)


# --- whose sessions they are ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "name", "told"),
    [
        ("joip.example", "", "joip.example"),
        ("joip.example", "anna@x.example", "joip.example (anna@x.example)"),
        ("joip.example (anna@x.example)", "anna@x.example", "joip.example (anna@x.example)"),
        ("joip.example", "a\nb\x1b" + "c" * 100, f"joip.example (a b\ufffd{'c' * 35}…)"),
    ],
)
def test_server_and_account_are_told_once(label: str, name: str, told: str) -> None:
    connection = replace(connection_to("https://joip.example", label=label), name=AccountName("1", name))
    assert connection.whole_label == told


# --- what is said -----------------------------------------------------------------------------------------------------


def test_nothing_is_said_while_all_is_well(workspace: Workspace) -> None:
    assert state_of(workspace, is_demo=False) == ("", "")
    submit(workspace, 1, title="Mine")
    assert state_of(workspace, is_demo=False) == ("", ""), "waiting is no trouble"


def test_the_demo_says_that_it_is_one(workspace: Workspace) -> None:
    assert state_of(workspace, is_demo=True) == (DEMO, "")


@pytest.mark.parametrize(
    ("error", "button"),
    [
        (UnreachableError("It can't be reached."), "Try again"),
        (NotFoundError("There is no list.", status=404), "Try again"),
        (SIGNED_OUT, "Sign in…"),
    ],
)
async def test_a_trouble_has_a_sentence_and_a_button_that_helps(error: JoipError, button: str) -> None:
    api = FakeApi.holding(SESSIONS)
    api.list_errors.append(error)
    workspace = Workspace(api=api, budget=FakeBudget())
    await workspace.refresh()
    text, offered = state_of(workspace, is_demo=True)
    assert text.startswith(error.sentence)
    assert offered == button
    workspace.resume()
    await workspace.refresh()
    assert state_of(workspace, is_demo=True) == (DEMO, "")


async def test_a_trouble_tells_what_becomes_of_the_changes() -> None:
    api = FakeApi.holding(SESSIONS)
    workspace = Workspace(api=api, budget=FakeBudget())
    await workspace.refresh()
    for session in SESSIONS[:2]:
        submit(workspace, session.id, title="Mine")
    api.list_errors.append(UnreachableError("It can't be reached."))
    await workspace.refresh()
    text, _ = state_of(workspace, is_demo=False)
    assert text == "It can't be reached. 2 changes are waiting. They will be sent by themselves."


async def test_what_may_not_be_shown_of_an_error_is_not(workspace: Workspace) -> None:
    api = FakeApi.holding(SESSIONS)
    api.list_errors.append(NotFoundError("It has gone: the server's words.", status=404, next_step="Try."))
    workspace = Workspace(api=api, budget=FakeBudget())
    await workspace.refresh()
    text, _ = state_of(workspace, is_demo=False, said=lambda sentence: sentence.partition(":")[0] + ".")
    assert text == "It has gone. Try."


@pytest.mark.parametrize(
    ("sessions", "words"),
    [
        ([1], "1 session was changed elsewhere in a field that you changed, too."),
        ([1, 2], "2 sessions were changed elsewhere in a field that you changed, too."),
    ],
)
def test_conflicts_are_counted_by_session(workspace: Workspace, sessions: list[int], words: str) -> None:
    for session_id in sessions:
        _conflict(workspace, session_id)
    text, button = state_of(workspace, is_demo=True)
    assert text == f"{words} Nothing is overwritten until you choose."
    assert button == "Resolve…"
    now(workspace.resolve({one: {"title": Side.THEIRS} for one in sessions}))
    assert state_of(workspace, is_demo=False) == ("", "")


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 session could not be read and can't be shown."),
        (1234, "1,234 sessions could not be read and can't be shown."),
    ],
)
async def test_sessions_that_could_not_be_read_are_not_forgotten(count: int, words: str) -> None:
    api = FakeApi.holding(SESSIONS)
    api.unreadable = count
    workspace = Workspace(api=api, budget=FakeBudget())
    await workspace.refresh()
    assert state_of(workspace, is_demo=True) == (words, "")


async def test_the_most_urgent_is_said_alone() -> None:
    """First what stops everything, then what asks for a decision, then what is missing."""
    api = FakeApi.holding(SESSIONS)
    api.unreadable = 7
    workspace = Workspace(api=api, budget=FakeBudget())
    buttons = []

    def changed_elsewhere() -> None:
        submit(workspace, 1, title="Mine")
        api.sessions[1] = Session(id=1, title="Theirs")

    steps: list[Callable[[], object]] = [
        lambda: None,
        changed_elsewhere,
        lambda: api.list_errors.append(SIGNED_OUT),
    ]
    for step in steps:
        step()
        await workspace.refresh()
        buttons.append(state_of(workspace, is_demo=True)[1])
    assert buttons == ["", "Resolve…", "Sign in…"]
