"""The traffic panel in the window, against the mock server: what it shows, hides, copies and saves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from joip_desktop.mock import MockServer
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.traffic.traffic_panel import TrafficPanel
from tests.helpers.window import Person, opened, settle, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(sessions=30) as running:
        yield running


def panel_of(person: Person) -> TrafficPanel:
    """The panel, shown."""
    desk = person.window.traffic_desk
    if desk.panel is None or not desk.panel.isVisible():
        person.window.actions_by_id[ActionId.TRAFFIC].trigger()
    assert desk.panel is not None
    return desk.panel


def rows(panel: TrafficPanel) -> list[str]:
    model = panel.model
    return [" ".join(str(model.index(row, column).data()) for column in (1, 2, 3)) for row in range(model.rowCount())]


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def _star(person: Person) -> None:
    session = next(one for one in person.workspace.library if not one.is_favorite)
    await person.favourite([session.id], favourite=True)
    await person.sent()


async def test_it_is_made_when_it_is_wanted_and_shows_what_was_before(server: MockServer) -> None:
    async with opened(server) as person:
        assert person.window.traffic_desk.panel is None
        panel = panel_of(person)
        assert rows(panel) == ["GET /api/sessions 200 OK"]
        assert panel.table.hasFocus()
        answer = json.loads("".join(panel.answer.toPlainText().split("\n\n")[0]))
        assert len(answer) == 30
        await _star(person)
        assert rows(panel)[0].startswith("PATCH /api/sessions/")
        assert panel.model.index(0, 5).data().isdigit(), "tokens left"
        person.window.actions_by_id[ActionId.TRAFFIC].trigger()
        assert not panel.isVisible()
        before = panel.model.rowCount()
        await _star(person)
        assert panel.model.rowCount() == before, "hidden, it costs nothing"
        panel_of(person)
        assert panel.model.rowCount() == before + 1


async def test_failures_are_told_and_found(server: MockServer) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        server.faults.answer_next(500, method="GET")
        person.window.refresh()
        await until(lambda: panel.model.rowCount() == 2)
        panel.failures.setChecked(True)
        assert rows(panel) == ["GET /api/sessions 500 Internal Server Error"]
        panel.failures.setChecked(False)
        for text, found in (("5xx", 1), ("get", 2), ("patch", 0), ("", 2)):
            panel.search.setText(text)
            assert panel.model.rowCount() == found, text
        server.faults.drop_next(method="GET")
        person.window.refresh()
        await until(lambda: panel.model.rowCount() == 3)
        panel.table.selectRow(0)
        assert "No answer" in rows(panel)[0]
        assert "broke before the answer was complete" in panel.told.text()


async def test_a_429_is_shown_with_what_followed(server: MockServer) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        too_many = {"error": "Too many requests", "message": "Too many.", "retryAfter": 1}
        server.faults.answer_next(429, body=too_many, method="PATCH")
        await _star(person)
        panel.search.setText("patch")
        sent = [row.split(" ", 2)[2] for row in rows(panel)]
        assert sent == ["200 OK", "429 Too Many Requests"]
        panel.search.setText("429")
        panel.table.selectRow(0)
        assert json.loads(panel.request.toPlainText()) == {"isFavorite": True}
        assert panel.copy_button.isEnabled()


async def test_the_command_asks_for_the_cookie(server: MockServer) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        await _star(person)
        panel.table.selectRow(0)
        panel.copy_button.click()
        command = QGuiApplication.clipboard().text()
        assert command.startswith("curl -X PATCH ")
        assert '-b "connect.sid=$JOIP_COOKIE"' in command
        assert "isFavorite" in command
        QGuiApplication.clipboard().clear()


async def test_discreet_mode_hides_titles_here_and_in_what_is_saved(server: MockServer, tmp_path: Path) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        title = next(one.title for one in person.workspace.library if isinstance(one.title, str) and one.title)
        assert json.dumps(title, ensure_ascii=False)[1:-1] in panel.answer.toPlainText()
        person.window.set_discreet(True)
        assert title not in panel.answer.toPlainText()
        panel.save_button.click()
        (dialog,) = person.window.findChildren(QFileDialog)
        dialog.reject()
        saved: list[object] = []
        panel.save_wanted.connect(saved.append)
        panel.save_button.click()
        for other in person.window.findChildren(QFileDialog):
            other.reject()
        await person.window.traffic_desk.save(saved[0], tmp_path / "out.har")  # type: ignore[arg-type]
        text = (tmp_path / "out.har").read_text(encoding="ascii")
        assert title not in text
        assert json.loads(text)["log"]["entries"]
        assert "saved in" in person.window.notice.label.text()
        await settle()


async def test_a_place_that_can_not_be_written_is_said_and_leaves_nothing(server: MockServer, tmp_path: Path) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        (tmp_path / "out.har").mkdir()
        await person.window.traffic_desk.save(panel.model.shown(), tmp_path / "out.har")
        assert person.window.notice.label.text().startswith("The traffic could not be saved (")
        assert names_in(tmp_path) == ["out.har"]


async def test_what_was_chosen_stays_chosen_through_a_filter_and_while_the_panel_is_hidden(server: MockServer) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        await _star(person)
        panel.table.selectRow(1)
        read = panel.answer.toPlainText()
        panel.search.setText("get")
        assert (panel.table.currentIndex().row(), panel.answer.toPlainText()) == (0, read)
        panel.search.setText("patch")
        assert panel.answer.toPlainText() == "", "it is not among them"
        panel.search.clear()
        assert (panel.table.currentIndex().row(), panel.answer.toPlainText()) == (1, read)
        person.window.actions_by_id[ActionId.TRAFFIC].trigger()
        await _star(person)
        panel_of(person)
        assert (panel.table.currentIndex().row(), panel.answer.toPlainText()) == (2, read)


async def test_clearing_forgets_everything(server: MockServer) -> None:
    async with opened(server) as person:
        panel = panel_of(person)
        panel.clear_button.click()
        assert panel.model.rowCount() == 0
        assert panel.answer.toPlainText() == ""
        assert not panel.save_button.isEnabled()
        assert not panel.copy_button.isEnabled()
        await _star(person)
        assert panel.model.rowCount() == 1
