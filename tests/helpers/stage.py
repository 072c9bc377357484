"""A window with data whose words can be told from the app's own, as each of them begins with “zz”; and hands for it."""

from __future__ import annotations

import inspect
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from joip_desktop.api.decode import error_for
from joip_desktop.domain.errors import JoipError, TransportError
from joip_desktop.domain.query_keys import KEYS
from joip_desktop.domain.say import say
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.plan import plan_draft, plan_favourite
from joip_desktop.storage.settings import Appearance, SavedSearch, Settings
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.tasks import Tasks
from tests.helpers.demo_server import FakeDemoServer
from tests.helpers.examples import ADDRESS, appearance_of, window_of
from tests.helpers.fakes import FakeApi, settle
from tests.helpers.rated_workspace import RatedWorkspace
from tests.helpers.sign_in import FakeSignIn, connection_to
from tests.helpers.still_workspace import ToldBudget, fail_next, now, send_next

DATA: Final = re.compile(
    "|".join(
        (
            r"https?://\S+",
            r"\bz\b|\bzz@[\w.]+|\b_*zz[\w!.]*",  # all names, titles and words of the server in these scenes
            rf"-?\b(?:{'|'.join(KEYS)}):[^\s⟧<]*",  # the search language
            r"\b(?:Ctrl|Shift|Alt|Meta)\+(?:[A-Z]\b)?",  # keys
            r"\bMenu, ",  # a key, too
            r"\b(?:Del|Esc|Enter|Return|Tab|Space|Home|End|PgUp|PgDown|Backspace|Ins|Up|Down|Left|Right|F\d{1,2}|F)\b",
            r"\bJOIP Desktop\b|\b(?:Chrome|Edge|Firefox|Safari)\b",
            r"\bGET\b|\bPATCH\b|/api/sessions\b|\b200 OK\b",  # as they are on the wire
            r"\bconnect\.sid\b|\bJOIP_COOKIE\b",
            r"\b(?:English|nglish|Deutsch|eutsch)\b",  # languages by their own names; the letter to press stands alone
        )
    )
)
"""What is said as it is in every language."""

_WORDS: Final = "|".join((*KEYS, *(word for key in KEYS.values() for word in key.words), "none", "today", "yesterday"))
SEARCH_WORDS: Final = re.compile(rf"{DATA.pattern}|“[^”]*”|\b\d+[hdwmy]\b|\b(?:{_WORDS})\b")
"""The same, and what sentences about the search language say of it; what was typed stands in quotes."""


@dataclass
class Stage:
    """A window on a workspace that nothing moves by itself, and what is done with it."""

    window: MainWindow
    workspace: RatedWorkspace
    budget: ToldBudget
    failures: list[BaseException] = field(default_factory=list)

    def select(self, *session_ids: int) -> None:
        self.window.panel.selection.select_sessions(session_ids)

    def edit(self, session_id: int, **values: FieldValue) -> None:
        """Enter values into the form."""
        for name, value in values.items():
            self.workspace.drafts.edit(session_id, name, value)

    def save(self, session_id: int, **values: FieldValue) -> None:
        """Queue a change of one session, as its form does."""
        self.edit(session_id, **values)
        draft = self.workspace.drafts.get(session_id)
        assert draft is not None
        now(self.workspace.submit(plan_draft(draft)))

    def star(self, *session_ids: int, favourite: bool = True) -> None:
        """Queue the stars of several sessions."""
        sessions = self.workspace.library.pick(session_ids)
        now(self.workspace.submit(plan_favourite(sessions, favourite=favourite)))

    def refuse(self) -> None:
        """Let the server refuse the next change, in words of its own."""
        fail_next(self.workspace, refused())

    def confirm(self) -> None:
        """Let the server confirm the next change."""
        now(self.workspace.outbox.done(send_next(self.workspace)))

    def change_elsewhere(self, session_id: int, **values: FieldValue) -> None:
        row = self.workspace.library.server(session_id)
        assert row is not None
        answer = row.with_values(values)
        self.workspace.library.load([answer if one.id == session_id else one for one in self.rows()])
        now(self.workspace.outbox.reconcile([(one, answer) for one in self.workspace.outbox.entries(session_id)]))

    def rows(self) -> Sequence[Session]:
        return tuple(self.workspace.library.server_rows())

    async def fail_to_read(self, error: JoipError) -> None:
        """Let the next reading of the list fail."""
        api = self.workspace.refresher._api
        assert isinstance(api, FakeApi)
        api.list_errors.append(error)
        await self.workspace.refresh()

    def search(self, text: str) -> None:
        """Search for something, with the keyboard in the box."""
        self.window.panel.search.setFocus()
        self.window.panel.search.setText(text)

    def begin_search(self, text: str) -> None:
        """Type a part of a search, and ask what may come next."""
        self.search("")
        QTest.keyClicks(self.window.panel.search, text)
        QTest.keyClick(self.window.panel.search, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)


def refused(status: int = 400) -> JoipError:
    """What becomes of an answer of the server that says no."""
    error = error_for(status, b'{"message": "zzno"}', content_type="application/json", what="change the session")
    assert isinstance(error, JoipError)
    return error


@asynccontextmanager
async def stage(
    *sessions: Session, is_demo: bool = False, read: bool = True, appearance: Appearance = Appearance.LIGHT
) -> AsyncIterator[Stage]:
    """A window with saved searches and named categories."""
    budget = ToldBudget()
    workspace = RatedWorkspace(api=FakeApi.holding(sessions), budget=budget)
    if read:
        workspace.library.load(sessions)
        workspace.refresher.refreshed_at = workspace.refresher.listed_at = datetime.now(UTC)
    failures: list[BaseException] = []
    settings = Settings(
        saved_searches=[
            SavedSearch(name="zzold", search="updated:>30d"),
            SavedSearch(name="zzbroken", search="id:zz"),
        ]
    )
    settings.name_category(ADDRESS, 3, "zzcalm")
    tasks = Tasks(failures.append)
    failing = FakeSignIn(error=TransportError(say("{host} does not answer in time.", host="zz.example")))
    connection = connection_to(ADDRESS, is_demo=is_demo, sign_in=failing, demo=FakeDemoServer())
    with (
        appearance_of(appearance) as theme,
        window_of(workspace, theme=theme, tasks=tasks, settings=settings, connection=connection) as window,
    ):
        try:
            yield Stage(window, workspace, budget, failures)
        finally:
            for other in others(window):
                other.close()
            window.hide()
            await tasks.close()
    assert failures == []


def others(window: QWidget) -> list[QWidget]:
    """Dialogs, menus and tooltips that are open beside the window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [one for one in app.topLevelWidgets() if one.isVisible() and one is not window]


Act = Callable[[Stage], Awaitable[None] | None]
"""What brings a window into a state."""


async def perform(act: Act, on: Stage) -> None:
    """Bring the window into the state, and wait until it shows that."""
    done = act(on)
    if inspect.isawaitable(done):
        await done
    await settle()
