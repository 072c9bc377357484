"""The window in all its states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from joip_desktop.domain.errors import TransportError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.say import say
from joip_desktop.domain.session import FieldValue
from joip_desktop.domain.traffic import Body, Exchange
from joip_desktop.engine.notes import Note, told_besides
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.storage.settings import View
from joip_desktop.ui.actions import ActionId
from tests.helpers.demo_server import FakeDemoServer
from tests.helpers.examples import PLAIN, SESSIONS
from tests.helpers.fakes import FakeApi, settle, until
from tests.helpers.stage import Act, Stage, refused
from tests.helpers.table import AT


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
    on.window.toggle_jobs()
    on.window.jobs_panel._tabs.setCurrentIndex(tab)


def _jobs_on(tab: int) -> Act:
    return lambda on: _jobs(on, tab)


async def _paused(on: Stage) -> None:
    on.budget.tell(limit=100, remaining=20, next_in=3)
    on.star(2, 3, 5, 6)
    await on.workspace.pause(paused=True)
    on.window.toggle_jobs()


def _traffic(row: int = 0, *, discreet: bool = False) -> Act:
    def act(on: Stage) -> None:
        log = on.window._connection.traffic
        sent = Exchange(
            method="GET",
            path="/api/sessions",
            started=datetime.now(UTC),
            seconds=0.31,
            status=200,
            headers={"content-type": "application/json", "x-ratelimit-remaining": "97"},
            answer=Body('[{"id": 1, "title": "zztitle", "aiPrompt": "zzprompt"}]', 55),
        )
        change = Body('{"title": "zznew"}', 18)
        log.add(sent)
        log.add(
            replace(
                sent,
                method="PATCH",
                path="/api/sessions/1",
                status=0,
                headers={},
                request=change,
                answer=Body(),
                error=say("{host} does not answer in time.", host="zz.example"),
            )
        )
        log.add(replace(sent, method="PATCH", path="/api/sessions/1", request=change))
        on.window.set_discreet(discreet)
        on.window.traffic_desk.toggle()
        panel = on.window.traffic_desk.panel
        assert panel is not None
        panel.table.selectRow(row)

    return act


def _no_traffic(on: Stage) -> None:
    on.window.traffic_desk.toggle()


async def _server(on: Stage, *, running: bool, selected: int) -> None:
    server = on.window._connection.demo
    assert isinstance(server, FakeDemoServer)
    server.is_running = running
    server.sees()
    server.sees("PATCH", "/api/sessions/1", 503, "zzfault", "zzother")
    server.sees("GET", "/api/sessions", 0)
    server.met = [3, 12]
    if selected:
        on.select(selected)
    on.window.server_desk.toggle()
    panel = on.window.server_desk.panel
    assert panel is not None
    for row in (0, 5, 15):
        panel.faults.item(row).setCheckState(Qt.CheckState.Checked)
    panel.look()


def _server_as(*, running: bool, selected: int) -> Act:
    return lambda on: _server(on, running=running, selected=selected)


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
    on.workspace.notes.changed.emit(None)


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


async def _overview(on: Stage) -> None:
    on.window.actions_by_id[ActionId.OVERVIEW].trigger()
    await until(lambda: on.window.overview_desk.page.overview is not None)
    await settle()


WINDOWS: Final[Mapping[str, Act]] = {
    "overview": _overview,
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
    "traffic": _traffic(),
    "traffic, a request that failed": _traffic(row=1),
    "traffic, discreet": _traffic(discreet=True),
    "traffic, none": _no_traffic,
    "demo server": _server_as(running=True, selected=1),
    "demo server, stopped": _server_as(running=False, selected=0),
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
