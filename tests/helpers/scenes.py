"""The window in all its states, with data whose words can be told from the app's own: each of them begins with "zz"."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from joip_desktop.api.decode import error_for
from joip_desktop.domain.errors import JoipError, TransportError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.query_keys import KEYS
from joip_desktop.domain.say import say
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.notes import Note, told_besides
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.plan import plan_draft, plan_favourite
from joip_desktop.storage.settings import Appearance, SavedSearch, Settings, View
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.tasks import Tasks
from tests.helpers.fakes import FakeApi, settle
from tests.helpers.rated_workspace import RatedWorkspace
from tests.helpers.showcase import appearance_of
from tests.helpers.still_workspace import ToldBudget, fail_next, now, send_next
from tests.helpers.table import AT

ADDRESS: Final = "https://zz.example"

DATA: Final = re.compile(
    "|".join(
        (
            r"https?://\S+",
            r"\bz\b|\b_*zz[\w!.]*",  # all names, titles and words of the server in these scenes
            rf"-?\b(?:{'|'.join(KEYS)}):[^\s⟧<]*",  # the search language
            r"\b(?:Ctrl|Shift|Alt|Meta)\+(?:[A-Z]\b)?",  # keys
            r"\bMenu, ",  # a key, too
            r"\b(?:Del|Esc|Enter|Return|Tab|Space|Home|End|PgUp|PgDown|Backspace|Ins|Up|Down|Left|Right|F\d{1,2}|F)\b",
            r"\bJOIP Desktop\b",
            r"\bconnect\.sid\b|\bJOIP_COOKIE\b",
            r"\b(?:English|nglish|Deutsch|eutsch)\b",  # languages by their own names; the letter to press stands alone
        )
    )
)
"""What is said as it is in every language."""

_WORDS: Final = "|".join((*KEYS, *(word for key in KEYS.values() for word in key.words), "none", "today", "yesterday"))
SEARCH_WORDS: Final = re.compile(rf"{DATA.pattern}|“[^”]*”|\b\d+[hdwmy]\b|\b(?:{_WORDS})\b")
"""The same, and what sentences about the search language say of it; what was typed stands in quotes."""

PLAIN: Final = Session(
    id=1,
    title="zzwalk zzby",
    subreddits=("zzearth", "zzmoon"),
    category_id=1,
    interval_min=1,
    interval_max=9,
    transition="fade",
    ai_prompt="",
    caption_theme="beta",
    thumbnail=None,
    is_favorite=True,
    is_public=False,
    share_to_community=False,
    is_manual_mode=False,
    is_imported=False,
    created_at="2025-03-01T10:00:00Z",
    updated_at="2025-03-01T10:00:00Z",
)
PARTLY: Final = Session(
    id=2, title="zzother", subreddits=("zzmars",), interval_min=2, transition="zoom", is_favorite=False
)
CUSTOM: Final = replace(
    PLAIN, id=3, title="zzrain", caption_theme="custom", ai_prompt="zzrain zzroof", thumbnail=f"{ADDRESS}/zz.png"
)
IMPORTED: Final = replace(CUSTOM, id=4, title="zzloan", is_imported=True, subreddits=("zzearth", "zz!"))
ODD: Final = Session(id=5, title=None, subreddits=("zz",), interval_min=90, interval_max=1, transition="zzspin")
UNTOLD: Final = Session(id=6)
LONG: Final = replace(
    PLAIN,
    id=7,
    title="zz " * 80,
    subreddits=tuple(f"zzname{number}" for number in range(60)),
    category_id=None,
    caption_theme="forced-bi",
    is_public=True,
    share_to_community=True,
    is_manual_mode=True,
)
SESSIONS: Final = (PLAIN, PARTLY, CUSTOM, IMPORTED, ODD, UNTOLD, LONG)


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
async def stage(*sessions: Session, is_demo: bool = False, read: bool = True) -> AsyncIterator[Stage]:
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
    with appearance_of(Appearance.LIGHT) as theme:
        tasks = Tasks(failures.append)
        window = MainWindow(
            workspace=workspace,
            tasks=tasks,
            theme=theme,
            settings=settings,
            connection=Connection(label="zzserver", server=ADDRESS, is_demo=is_demo, check=_check),
        )
        window.resize(1280, 860)
        window.show()
        assert QTest.qWaitForWindowActive(window)
        try:
            yield Stage(window, workspace, budget, failures)
        finally:
            for other in others(window):
                other.close()
            window.hide()
            await tasks.close()
            window.close_listening()
            window.deleteLater()
    assert failures == []


def _check(_server: str, _cookie: str) -> None:
    raise TransportError(say("{host} does not answer in time.", host="zz.example"))


def others(window: QWidget) -> list[QWidget]:
    """Dialogs, menus and tooltips that are open beside the window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [one for one in app.topLevelWidgets() if one.isVisible() and one is not window]


# --- the window -------------------------------------------------------------------------------------------------------

Act = Callable[[Stage], Awaitable[None] | None]


def _selected(*session_ids: int) -> Act:
    return lambda on: on.select(*session_ids)


def _invalid(on: Stage) -> None:
    on.select(1)
    on.edit(1, title="", subreddits=("_zz", "zz!"), interval_min=99, interval_max=0, category_id=-1, thumbnail="zz")


def _edited(on: Stage) -> None:
    on.select(3)
    on.edit(3, title="zznew", interval_max=60, thumbnail="", is_public=True, category_id=None, ai_prompt="")


def _failed(on: Stage) -> None:
    on.select(1)
    on.save(1, title="zznew")
    on.refuse()


def _conflicting(on: Stage) -> None:
    on.select(1)
    on.save(1, title="zzmine", interval_max=20, is_public=True)
    on.change_elsewhere(1, title="zztheirs", interval_max=30, is_public=None)


def _conflicting_and_edited(on: Stage) -> None:
    _conflicting(on)
    on.edit(1, title="zzagain", interval_min=2)


def _several_edited(on: Stage) -> None:
    on.select(1, 2, 3, 4)
    form = on.window.editor.several
    values: dict[str, FieldValue] = {"title": "zzsame", "interval_max": 99, "subreddits": ("_zz",), "category_id": 4}
    for name, value in values.items():
        form._on_edited(name, value)
    form._on_ticked("category_id", False)


def _discreet(*session_ids: int) -> Act:
    def act(on: Stage) -> None:
        on.select(*session_ids)
        on.window.set_discreet(True)

    return act


def _discreet_and_failed(on: Stage) -> None:
    _failed(on)
    on.window.set_discreet(True)


def _gallery(on: Stage) -> None:
    on.save(1, title="zznew")
    on.edit(2, title="zznew")
    on.save(3, title="zzmine")
    on.refuse()
    on.window.panel.show_view(View.GALLERY)
    on.select(1)
    on.window.panel.gallery.setFocus()


def _gallery_in_discreet_mode(on: Stage) -> None:
    _gallery(on)
    on.window.set_discreet(True)


def _all_columns(on: Stage) -> None:
    for section in range(on.window.panel.model.columnCount()):
        on.window.panel.table.setColumnHidden(section, False)


async def _jobs(on: Stage, tab: int) -> None:
    on.budget.tell(limit=100, remaining=0, next_in=12)
    on.star(2, 3, 5, 6)
    on.confirm()
    on.refuse()
    on.save(1, title="zznew")
    await on.workspace.undo()
    on.save(4, is_public=True)
    on.save(7, title="zzmine")
    on.change_elsewhere(7, title="zztheirs", is_public=False)
    on.workspace.told_rate = 40
    answer = PLAIN.with_values({"title": "zzelse", "is_public": None, "interval_min": 3})
    on.workspace.notes.add([Note(datetime.now(UTC), 1, told_besides(PLAIN, {"is_public": True}, answer))])
    on.window._show_jobs()
    on.window.jobs_panel._tabs.setCurrentIndex(tab)


def _jobs_on(tab: int) -> Act:
    return lambda on: _jobs(on, tab)


async def _paused(on: Stage) -> None:
    on.budget.tell(limit=100, remaining=20, next_in=3)
    on.star(2, 3, 5, 6)
    await on.workspace.pause(paused=True)
    on.window._show_jobs()


def _long_job(on: Stage) -> None:
    on.budget.tell(limit=100, remaining=20, next_in=3)
    on.budget.seconds = 3000
    on.star(2, 3, 5, 6)
    on.save(1, title="zznew")
    on.confirm()


async def _offline(on: Stage) -> None:
    on.star(1, 2, favourite=False)
    await on.fail_to_read(TransportError(say("{host} does not answer in time.", host="zz.example")))


async def _signed_out(on: Stage) -> None:
    on.save(1, title="zznew")
    await on.fail_to_read(refused(401))


async def _not_read(on: Stage) -> None:
    await on.fail_to_read(refused(503))


async def _unreadable(on: Stage) -> None:
    api = on.workspace.refresher._api
    assert isinstance(api, FakeApi)
    api.unreadable = 3
    await on.workspace.refresh()


def _reading(progress: ReadingProgress | None = None) -> Act:
    """While the list is being read."""

    async def act(on: Stage) -> None:
        api = on.workspace.refresher._api
        assert isinstance(api, FakeApi)
        api.gate.clear()
        on.window.refresh()
        await settle()
        if progress is not None:
            on.workspace.refresher._on_progress(progress)

    return act


def _at(place: Place) -> Act:
    return lambda on: on.window.sidebar.choose(place)


def _noticed(on: Stage) -> None:
    for number in range(3):
        on.window.notify(f"zznotice {number}")
    on.window._show_merges()


def _searched(text: str) -> Act:
    return lambda on: on.search(text)


def _edits_cell(column: str, typed: str = "") -> Act:
    async def act(on: Stage) -> None:
        panel = on.window.panel
        panel.table.show_column(column, True)
        panel.table.setFocus()
        panel.table.setCurrentIndex(panel.model.index(panel.model.row_of(1) or 0, AT[column]))
        on.window.list_desk.edit_cell()
        await settle()
        if typed:
            QTest.keyClicks(on.window.focusWidget(), typed)

    return act


FAULTS: Final = (
    *("zzkey:1", "is:zz", "is:", "updated:zz", "updated:2025-13-01", "interval:zz", "interval:9..1", "id:zz"),
    *("category:zz", "theme:zz", "transition:zz", "in:", "title:", "prompt:", "created:>", "has:zz", "titel:zz"),
    *("theme:", "transition:f", "interval:>", "updated:<7", "updated:2025..2024", "is:zz id:zz"),
)
"""Searches with mistakes."""

BEGINNINGS: Final = ("in", "is:", "updated:", "created:", "interval:", "category:", "theme:", "transition:", "in:")
"""What calls for suggestions."""

WINDOWS: Final[Mapping[str, Act]] = {
    "nothing selected": _selected(),
    **{f"session {one.id} selected": _selected(one.id) for one in SESSIONS},
    "several selected": _selected(1, 2),
    "all selected": _selected(*(one.id for one in SESSIONS)),
    "favourites selected": _selected(1, 3),
    "imported ones selected": _selected(3, 4),
    "edited": _edited,
    "invalid input": _invalid,
    "failed": _failed,
    "conflicting": _conflicting,
    "conflicting, edited": _conflicting_and_edited,
    "several edited": _several_edited,
    "discreet": _discreet(3),
    "discreet, several": _discreet(1, 3, 4),
    "discreet and failed": _discreet_and_failed,
    "gallery": _gallery,
    "gallery, discreet": _gallery_in_discreet_mode,
    "all columns": _all_columns,
    "jobs": _jobs_on(0),
    "history": _jobs_on(1),
    "notes": _jobs_on(2),
    "paused": _paused,
    "a long job": _long_job,
    "offline": _offline,
    "signed out": _signed_out,
    "server fault": _not_read,
    "unreadable rows": _unreadable,
    "notices": _noticed,
    "nothing found": _searched("zznowhere"),
    **{f"edits {one} in the row": _edits_cell(one) for one in ("title", "category", "interval", "transition", "theme")},
    "a mistake in the row": _edits_cell("interval", "99\t"),
    "reading": _reading(),
    "receiving": _reading(ReadingProgress("receiving", 12_345_678, 100_000_000)),
    "receiving without an end": _reading(ReadingProgress("receiving", 12_345_678, None)),
    "reading rows": _reading(ReadingProgress("reading", 12_345, 100_000)),
    "reading rows without an end": _reading(ReadingProgress("reading", 12_345, None)),
}

EMPTY: Final[Mapping[str, Act]] = {f"at {place.key}": _at(place) for place in FIXED}
"""Of an account without sessions."""

NOT_READ: Final[Mapping[str, Act]] = {"server fault before the first list": _not_read, "first reading": _reading()}
