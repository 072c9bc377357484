"""Edits for several sessions, from the window: nothing typed is gone before it is kept, nor without a question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem, QMessageBox

from joip_desktop.domain.errors import StorageError
from joip_desktop.engine.bulk import AddSubreddits
from joip_desktop.engine.places import Place
from joip_desktop.mock import MockServer
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from tests.helpers.window import Person, opened, settle, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


def _some(person: Person, count: int, start: int = 0) -> Sequence[int]:
    """The ids of sessions that nothing is locked in."""
    return [one.id for one in person.window.panel.model.sessions() if one.is_imported is False][start : start + count]


async def _select(person: Person, session_ids: Sequence[int]) -> SeveralForm:
    person.window.panel.selection.select_sessions(session_ids)
    await settle()
    return person.window.editor.several


def _questions(person: Person) -> list[QMessageBox]:
    return [one for one in person.window.findChildren(QMessageBox) if one.isVisible()]


async def test_what_is_ticked_is_sent_to_all_and_is_no_edit_any_more(server: MockServer) -> None:
    async with opened(server) as person:
        chosen = _some(person, 3)
        form = await _select(person, chosen)
        form.rows["title"].edited.emit("title", "The same for all")
        form.apply_button.click()
        await person.agree()
        await person.sent()
        assert {server.store.row(one)["title"] for one in chosen} == {"The same for all"}
        assert all(body == {"title": "The same for all"} for _, body in person.patches())
        assert not form.draft.is_dirty
        person.press("Ctrl+Z")
        await until(lambda: bool(person.window.findChildren(PlanDialog)))


async def test_a_disk_that_refuses_takes_no_edits_away(
    server: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(server, profile=tmp_path) as person:

        async def refuse(*_: object) -> None:
            raise StorageError("The disk is full.")

        monkeypatch.setattr(person.workspace._journal, "open", refuse)
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "Long thought about")
        form.apply_button.click()
        await person.agree()
        await settle()
        assert "The disk is full." in person.window.notice.label.text()
        assert form.draft.values() == {"title": "Long thought about"}
        form.revert()


async def test_agreeing_to_a_plan_leaves_alone_what_was_typed_for_others_meanwhile(server: MockServer) -> None:
    async with opened(server) as person:
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "For these")
        form.apply_button.click()
        await _select(person, _some(person, 3, start=10))
        form.rows["title"].edited.emit("title", "For others")
        await person.agree()
        await person.sent()
        assert form.draft.values() == {"title": "For others"}
        assert person.workspace.drafts.unkept == 3
        await _select(person, _some(person, 3))
        assert not form.draft.is_dirty, "those were sent"
        await _select(person, _some(person, 3, start=10))
        form.revert()
        assert person.workspace.drafts.unkept == 0


async def test_a_look_at_others_and_back_keeps_what_was_typed(server: MockServer) -> None:
    async with opened(server) as person:
        chosen = _some(person, 3)
        form = await _select(person, chosen)
        form.rows["ai_prompt"].edited.emit("ai_prompt", "A long prompt")
        await _select(person, _some(person, 2, start=30))
        assert not form.draft.is_dirty
        await _select(person, chosen)
        assert form.draft.values() == {"ai_prompt": "A long prompt"}
        form.revert()


async def test_closing_asks_before_edits_for_several_sessions_are_lost(server: MockServer) -> None:
    async with opened(server) as person:
        form = await _select(person, _some(person, 3))
        form.rows["ai_prompt"].edited.emit("ai_prompt", "A long prompt")
        person.window.close()
        await settle()
        (question,) = _questions(person)
        assert question.text() == "3 sessions have unsaved edits. If you close now, they are lost."
        next(one for one in question.buttons() if one.text() == "Keep open").click()
        form.revert()
        await settle()
        person.window.close()
        assert not _questions(person)


# --- from one start to the next, and back to them ---------------------------------------------------------------------


def _row(person: Person, label: str) -> QListWidgetItem:
    sidebar = person.window.sidebar
    items = [sidebar.item(at) for at in range(sidebar.count())]
    return next(item for item in items if item.text() == label)


def _labels(person: Person) -> list[str]:
    sidebar = person.window.sidebar
    return [sidebar.item(at).text() for at in range(sidebar.count())]


def _click(person: Person, label: str) -> None:
    sidebar = person.window.sidebar
    where = sidebar.visualItemRect(_row(person, label)).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


async def test_closing_and_starting_again_brings_the_entries_back_with_one_click(
    server: MockServer, tmp_path: Path
) -> None:
    async with opened(server, profile=tmp_path) as person:
        chosen, single = _some(person, 5), _some(person, 1, start=9)
        form = await _select(person, chosen)
        person.type_into(form.rows["ai_prompt"].editor.focus_widget, "A long prompt")
        form.rows["is_public"].tick.click()
        await _select(person, single)
        person.type_into(person.field("title"), "Of one session")
        await until(lambda: person.counted("Unsaved") == "Unsaved, 6 sessions")
        person.window.close()
        await settle()
        assert not _questions(person), "nothing is lost"
    async with opened(server, profile=tmp_path) as person:
        assert person.counted("Unsaved") == "Unsaved, 6 sessions"
        label = "Prompt, Public"
        assert _labels(person)[_labels(person).index("Unsaved") + 1] == label
        assert person.counted(label) == "Unsaved edits for 5 sessions at once: Prompt, Public"
        person.window.panel.search.setText("nothing has this title")
        _click(person, label)
        await settle()
        panel, form = person.window.panel, person.window.editor.several
        assert sorted(one.id for one in panel.model.sessions()) == sorted(chosen)
        assert sorted(form.session_ids) == sorted(chosen)
        assert person.window.editor.currentWidget() is form
        assert form.draft.value("ai_prompt") == "A long prompt"
        assert form.draft.takes_part("is_public")
        assert panel.search.text() == ""
        form.revert_button.click()
        await settle()
        assert person.counted("Unsaved") == "Unsaved, 1 session"
        assert label in _labels(person), "somebody looks at it"
        _click(person, "All sessions")
        assert label not in _labels(person)
    async with opened(server, profile=tmp_path) as person:
        assert person.counted("Unsaved") == "Unsaved, 1 session"


async def test_of_two_groups_each_click_brings_back_its_own(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        first, second = _some(person, 4), _some(person, 4, start=2)
        form = await _select(person, first)
        form.rows["title"].edited.emit("title", "First")
        await _select(person, _some(person, 3, start=20))
        await _select(person, second)
        form.rows["category_id"].edited.emit("category_id", 7)
        for label, ids in (("Title", first), ("Category", second)) * 2:
            _click(person, label)
            await settle()
            assert sorted(form.session_ids) == sorted(ids)
            assert form.draft.values() == ({"title": "First"} if ids is first else {"category_id": 7})
        assert person.counted("Title").startswith("Unsaved edits for 4 sessions"), "all of them still"


async def test_a_click_means_its_group_even_if_another_one_has_the_same_sessions_by_now(server: MockServer) -> None:
    async with opened(server) as person:
        *both, third = _some(person, 3)
        form = await _select(person, [*both, third])
        form.rows["title"].edited.emit("title", "Of three")
        await _select(person, _some(person, 2, start=20))
        await _select(person, both)
        form.rows["transition"].edited.emit("transition", "zoom")
        library = person.workspace.library
        library.load([one for one in library.server_rows() if one.id != third])
        for label, values in (("Title", {"title": "Of three"}), ("Transition", {"transition": "zoom"})) * 2:
            _click(person, label)
            await settle()
            assert sorted(form.session_ids) == sorted(both)
            assert form.draft.values() == values


async def test_the_group_is_reached_by_keyboard_and_selected_again_by_enter(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        chosen = _some(person, 3)
        form = await _select(person, chosen)
        form.rows["title"].edited.emit("title", "For these")
        await _select(person, _some(person, 1, start=20))
        sidebar = person.window.sidebar
        sidebar.choose(Place.UNSAVED)
        sidebar.setFocus()
        QTest.keyClick(sidebar, Qt.Key.Key_Down)
        await settle()
        assert sorted(form.session_ids) == sorted(chosen)
        await _select(person, chosen[:1])
        QTest.keyClick(sidebar, Qt.Key.Key_Return)
        await settle()
        assert sorted(form.session_ids) == sorted(chosen)
        assert form.draft.values() == {"title": "For these"}


async def test_agreeing_to_the_plan_takes_the_row_away(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "For these")
        assert "Title" in _labels(person)
        form.apply_button.click()
        await person.agree()
        await person.sent()
        assert "Title" not in _labels(person)
        assert person.counted("Unsaved") == "Unsaved, 0 sessions"
    async with opened(server, profile=tmp_path) as person:
        assert person.counted("Unsaved") == "Unsaved, 0 sessions"


async def test_closing_asks_when_the_disk_has_refused_the_entries(
    server: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(server, profile=tmp_path) as person:

        async def refuse(*_: object) -> None:
            raise StorageError("The disk is full.")

        writer = person.workspace.drafts.several._writer
        assert writer is not None
        monkeypatch.setattr(writer, "_store_them", refuse)
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "For these")
        await until(lambda: person.workspace.drafts.problem)
        person.window.close()
        await settle()
        (question,) = _questions(person)
        assert question.text() == "3 sessions have unsaved edits. If you close now, they are lost."
        next(one for one in question.buttons() if one.text() == "Keep open").click()
        form.revert()


async def test_a_saved_search_of_such_a_place_is_one_that_lasts(server: MockServer) -> None:
    async with opened(server) as person:
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "For these")
        _click(person, "Title")
        assert person.window.panel.whole_search("calm") == "is:unsaved calm"
        form.revert()


# --- two at a time ----------------------------------------------------------------------------------------------------


async def test_a_second_wish_while_a_plan_waits_is_refused_in_words(server: MockServer) -> None:
    async with opened(server) as person:
        person.window.desk.favourite(_some(person, 5, 20), favourite=True)
        person.window.edit_desk._operate(_some(person, 3), AddSubreddits(("cats",)))
        assert "Another plan" in person.window.notice.label.text()
        await person.agree()
        await person.sent()
        assert all("subreddits" not in body for _, body in person.patches())
