from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.errors import InvalidRequestError, JoipError
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.editor.pane import EditorPane
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.discreet import HIDDEN_PARTS, LONG, SECRET, picture, session
from tests.helpers.still_workspace import fail_next, now, send_next, submit, workspace_of

Make = Callable[[Workspace, Discretion], SessionForm]


@pytest.fixture
def form_of(qtbot: QtBot) -> Iterator[Make]:
    forms: list[SessionForm] = []

    def make(workspace: Workspace, discretion: Discretion) -> SessionForm:
        form = SessionForm(workspace, discretion=discretion)
        forms.append(form)
        qtbot.addWidget(form)
        form.set_colours(LIGHT)
        form.resize(380, 760)
        form.show_session(1)
        form.show()
        assert QTest.qWaitForWindowActive(form)
        return form

    yield make
    for form in forms:
        form.close_listening()
        form.close()


def covered(form: SessionForm) -> list[str]:
    """The fields that are covered, and the heading."""
    names = [name for name, row in form.rows.items() if row._veil is not None and row._veil.isVisible()]
    return [*names, *["heading"] * form._heading._veil.isVisible()]


ALL = ["title", "ai_prompt", "thumbnail", "heading"]


@pytest.mark.parametrize("imported", [False, True])
@pytest.mark.parametrize("parts", HIDDEN_PARTS)
def test_what_is_painted_does_not_depend_on_what_is_hidden(form_of: Make, parts: str, imported: bool) -> None:
    discretion = Discretion(on=True)
    workspaces = [workspace_of(session(1, hidden, isImported=imported)) for hidden in ("short", parts)]
    pictures = [picture(form_of(workspace, discretion)) for workspace in workspaces]
    assert pictures[0] == pictures[1]


def test_it_does_depend_on_it_otherwise_and_on_all_else(form_of: Make) -> None:
    off, on = Discretion(), Discretion(on=True)
    short, other = workspace_of(session(1, "short")), workspace_of(session(1, "long"))
    assert picture(form_of(short, off)) != picture(form_of(other, off))
    assert picture(form_of(short, on)) != picture(form_of(workspace_of(session(1, "short", categoryId=4)), on))


def test_it_depends_on_which_session_it_is(form_of: Make) -> None:
    form = form_of(workspace_of(session(1, "short"), session(2, "short")), Discretion(on=True))
    first = picture(form)
    form.show_session(2)
    assert picture(form) != first
    form.show_session(1)
    assert picture(form) == first


def test_it_follows_the_switch(form_of: Make) -> None:
    discretion = Discretion()
    form = form_of(workspace_of(session(1, "long")), discretion)
    plain = picture(form)
    assert covered(form) == []
    discretion.set_on(True)
    assert covered(form) == ALL
    assert picture(form) != plain
    form.set_colours(DARK)
    form.set_colours(LIGHT)
    discretion.set_on(False)
    assert covered(form) == []
    assert picture(form) == plain


def test_drafts_of_hidden_fields_look_alike(form_of: Make) -> None:
    """That a field is edited may be seen, what it says may not."""
    pictures = []
    for title in ("x", LONG):
        workspace = workspace_of(session(1, "short"))
        form = form_of(workspace, Discretion(on=True))
        workspace.drafts.edit(1, "title", title)
        workspace.drafts.edit(1, "ai_prompt", title * 4)
        pictures.append(picture(form))
    assert pictures[0] == pictures[1]


def test_changes_that_wait_look_alike(form_of: Make) -> None:
    pictures = []
    for title in ("x", LONG):
        workspace = workspace_of(session(1, "short"))
        submit(workspace, 1, title=title, thumbnail=title)
        pictures.append(picture(form_of(workspace, Discretion(on=True))))
    assert pictures[0] == pictures[1]


def refused(message: str) -> JoipError:
    sentence = f"The server found the request to change the session invalid: {message}"
    return InvalidRequestError(sentence, status=400, server_message=message)


def test_why_a_change_failed_is_said_without_the_servers_words(form_of: Make) -> None:
    pictures = []
    for message in (f"“{SECRET}” is taken.", LONG):
        workspace = workspace_of(session(1, "short"))
        submit(workspace, 1, title=f"{SECRET} anew")
        fail_next(workspace, refused(message))
        discretion = Discretion()
        form = form_of(workspace, discretion)
        assert message in form._failure._label.text()
        discretion.set_on(True)
        assert form._failure._label.text() == (
            "Not saved. The server found the request to change the session invalid. The server's words are hidden. "
            "Correct the value and save again."
        )
        pictures.append(picture(form))
    assert pictures[0] == pictures[1]


def test_what_is_in_conflict_is_still_said(form_of: Make) -> None:
    workspace = workspace_of(session(1, "short"))
    submit(workspace, 1, title="Mine")
    form = form_of(workspace, Discretion(on=True))
    _conflict(workspace, title="Theirs")
    assert form._failure._label.text() == "Not saved. Changed elsewhere, too: Title. Choose which value to keep."


def _conflict(workspace: Workspace, *, title: str) -> None:
    entry = send_next(workspace)
    now(workspace.outbox.release(entry))
    row = workspace.library.server(1)
    assert row is not None
    now(workspace.outbox.reconcile([(entry, row.with_values({"title": title}))]))


@pytest.mark.parametrize("name", ["title", "ai_prompt", "thumbnail"])
def test_a_field_is_shown_while_the_keyboard_is_in_it(form_of: Make, name: str) -> None:
    form = form_of(workspace_of(session(1, "long")), Discretion(on=True))
    form.go_to(name)
    assert covered(form) == [one for one in ALL if one != name]
    form.go_to("subreddits")
    assert covered(form) == ALL


@pytest.mark.parametrize("name", ALL)
def test_a_field_is_shown_while_the_pointer_is_over_it(form_of: Make, name: str) -> None:
    form = form_of(workspace_of(session(1, "long")), Discretion(on=True))
    form.go_to("subreddits")
    widget: QWidget = form._heading if name == "heading" else form.rows[name].editor.focus_widget
    height = form._heading.height()
    where = QPointF(5, 5)
    QApplication.sendEvent(widget, QEnterEvent(where, where, where))
    assert covered(form) == [one for one in ALL if one != name]
    assert form._heading.height() == height
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    assert covered(form) == ALL


def test_typing_into_a_hidden_field_works_as_ever(form_of: Make) -> None:
    workspace = workspace_of(session(1, "short"))
    form = form_of(workspace, Discretion(on=True))
    line = form.rows["title"].editor.focus_widget
    assert isinstance(line, QLineEdit)
    form.go_to("title")
    line.selectAll()
    QTest.keyClicks(line, "New")
    draft = workspace.drafts.get(1)
    assert draft is not None
    assert draft.edits == {"title": "New"}


def test_nothing_that_hovers_over_the_form_tells_a_hidden_value(form_of: Make) -> None:
    form = form_of(workspace_of(session(1, "short")), Discretion(on=True))
    for widget in form.findChildren(QWidget):
        assert SECRET not in widget.toolTip() + widget.statusTip() + widget.whatsThis()
        if isinstance(widget, QLabel) and widget is not form._heading:
            assert SECRET not in widget.text()


def test_the_pane_hands_it_on(qtbot: QtBot) -> None:
    discretion = Discretion(on=True)
    pane = EditorPane(workspace_of(Session(id=1, title=SECRET)), discretion=discretion)
    qtbot.addWidget(pane)
    pane.show_selection([1])
    pane.show()
    pane.form.go_to("subreddits")
    assert covered(pane.form) == ALL
    pane.close_listening()
    pane.close()
