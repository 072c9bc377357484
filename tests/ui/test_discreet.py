"""Discreet mode over the whole window: sessions with quite different hidden parts are painted alike, pixel by pixel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.mock import MockServer
from joip_desktop.storage.settings import Settings, View
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.pictures import Pictures
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures
from tests.helpers.discreet import HIDDEN_PARTS, LONG, SECRET, grabbed, leave, picture, session
from tests.helpers.sharing import HANG, SHARED, Desktop
from tests.helpers.still_workspace import workspace_of
from tests.helpers.window import Person, opened, settle, until

WHEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def give_parts(server: MockServer, kind: str) -> int:
    """Give every session hidden parts of a kind, at a time of change that tells nothing; returns one that is shown."""
    parts = {"title": None, "aiPrompt": None, "thumbnail": None, **HIDDEN_PARTS[kind]}
    rows = sorted(server.store.rows(), key=lambda row: int(row["id"]))
    addresses = [row["thumbnail"] for row in rows if row["thumbnail"]]
    for place, row in enumerate(rows):
        if isinstance(parts["thumbnail"], str) and parts["thumbnail"]:  # pictures that there are, and others each time
            parts["thumbnail"] = addresses[(place + len(kind)) % len(addresses)]
        changed = WHEN.replace(minute=int(row["id"]) % 60).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        server.store.set_row(row["id"], **parts, updatedAt=changed)
    return int(next(row["id"] for row in rows if not row["isImported"]))


async def look(person: Person) -> QImage:
    """The window without its strip, whose numbers of requests are no secret."""
    window = person.window
    window.strip.hide()
    leave(window)
    await settle()
    await settle()
    return grabbed(window)


async def read_again(person: Person) -> None:
    before = person.workspace.refreshed_at
    person.window.refresh()
    await until(lambda: person.workspace.refreshed_at != before and not person.workspace.is_refreshing)
    await settle()


@pytest.mark.parametrize("keys", ["Ctrl+1", "Ctrl+2"])
@pytest.mark.parametrize(
    "kind",
    [
        "long",
        "one wide word",
        "empty",
        "null",
        pytest.param("of a wrong type", marks=pytest.mark.odd_rows(reason="lists and objects where texts belong")),
    ],
)
async def test_the_window_is_painted_alike_whatever_is_hidden(server: MockServer, kind: str, keys: str) -> None:
    session_id = give_parts(server, "short")
    async with opened(server) as person:
        plain = await look(person)
        await person.select(session_id)
        person.press(keys, person.window)
        person.window.discretion.set_on(True)
        short = await look(person)
        assert short != plain
        give_parts(server, kind)
        await read_again(person)
        assert await look(person) == short
        person.window.discretion.set_on(False)
        assert await look(person) != short


class Coloured(NoPictures):
    """Has a picture of one colour for every address."""

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor.fromHsv(sum(map(ord, url)) * 37 % 360, 255, 255))
        return made


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("kind", HIDDEN_PARTS)
def test_lists_are_painted_alike_with_pictures_that_are_there(qtbot: QtBot, view: View, kind: str) -> None:
    discretion, pictures = Discretion(), cast("Pictures", Coloured())
    painted: dict[bool, list[QImage]] = {False: [], True: []}
    for parts in ("short", kind):
        workspace = workspace_of(*(session(number, parts) for number in range(1, 31)))
        panel = SessionsPanel(workspace, settings=Settings(view=view), discretion=discretion, pictures=pictures)
        qtbot.addWidget(panel)
        panel.resize(900, 600)
        panel.show()
        for on in (False, True):
            discretion.set_on(on)
            painted[on].append(picture(panel))
        discretion.set_on(False)
        panel.close()
        panel.close_listening()
    assert painted[True][0] == painted[True][1]
    assert kind == "short" or painted[False][0] != painted[False][1]


async def test_the_shortcut_switches_it_on_and_off(server: MockServer) -> None:
    session_id = give_parts(server, "short")
    async with opened(server) as person:
        await person.select(session_id)
        states, pictures = [person.window.discretion.on], [await look(person)]
        for _ in range(2):
            person.press("Ctrl+Shift+H", person.window)
            states.append(person.window.discretion.on)
            pictures.append(await look(person))
        assert states == [False, True, False]
        assert pictures[0] == pictures[2] != pictures[1]


async def test_while_a_screen_is_shared_it_goes_on_by_itself_and_the_shortcut_still_counts(
    server: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop(tmp_path, SHARED)
    desktop.install(monkeypatch)
    session_id = give_parts(server, "short")
    async with opened(server) as person:
        window, saved = person.window, []
        window.settings_changed.connect(lambda: saved.append(True))
        discreet = window.actions_by_id[ActionId.DISCREET]
        setting = window.actions_by_id[ActionId.DISCREET_WHILE_SHARING]
        await person.select(session_id)
        plain = await look(person)
        assert setting.isEnabled()
        setting.trigger()
        assert saved == [True]
        await until(lambda: not window.notice.isHidden())
        assert window.notice.label.text() == "Discreet mode is on while a screen is shared."
        assert discreet.isChecked()
        assert await look(person) != plain
        person.press("Ctrl+Shift+H", window)
        assert (window.discretion.on, discreet.isChecked(), window.notice.isHidden()) == (False, False, True)
        assert await look(person) == plain
        person.press("Ctrl+Shift+H", window)
        assert (window.discretion.on, discreet.isChecked()) == (True, True)
        setting.trigger()
        asked = desktop.asked
        desktop.answers(HANG)
        setting.trigger()
        await until(lambda: desktop.asked > asked)
        assert len(desktop.left()) == 1
    assert desktop.left() == []


async def test_where_sharing_can_not_be_told_the_menu_says_so(
    server: MockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    async with opened(server, wait_for_list=False) as person:
        setting = person.window.actions_by_id[ActionId.DISCREET_WHILE_SHARING]
        assert not setting.isEnabled()
        assert "This computer does not tell whether screens are shared." in setting.toolTip()


async def test_no_text_on_the_screen_has_a_title_but_in_covered_fields(server: MockServer) -> None:
    session_id = give_parts(server, "short")
    async with opened(server) as person:
        await person.select(session_id)
        person.window.discretion.set_on(True)
        await settle()
        assert SECRET not in person.window.windowTitle()
        assert not [text for text in _tips(person.window) if SECRET in text]
        assert [text for text in _texts(person.window.panel.model, Qt.ItemDataRole.ToolTipRole) if SECRET in text] == []


def _tips(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.toolTip()
        yield widget.statusTip()
        yield from (text for action in widget.actions() for text in (action.text(), action.toolTip()))


def _texts(model: QAbstractItemModel, role: Qt.ItemDataRole) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield str(model.index(row, column).data(role) or "")


async def test_a_saved_title_is_nowhere_while_it_is_on(server: MockServer) -> None:
    """The way of a change: typed, waiting, done, in the history, in the strip."""
    session_id = give_parts(server, "short")
    async with opened(server) as person:
        person.window.discretion.set_on(True)
        await person.select(session_id)
        pictures = []
        for title in ("the first one, after which undo can be pressed", "x", LONG):
            person.type_into(person.field("title"), title)
            person.field("subreddits").setFocus()
            edited = await look(person)
            person.press("Ctrl+S", person.window)
            await person.sent()
            server.store.set_row(session_id, updatedAt=WHEN.isoformat())
            await read_again(person)
            pictures.append((edited, await look(person)))
        assert pictures[1] == pictures[2]
