from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN, Discretion
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.discreet import LONG, SECRET, picture
from tests.helpers.still_workspace import now, send_next, submit, workspace_of

ORIGIN = "https://joip.example"
EVIL = "<img src='file:///etc/passwd'>"
BASE = Session(
    id=7,
    title="A walk",
    ai_prompt="Slow",
    thumbnail="https://i.redd.it/a.png",
    interval_min=4,
    interval_max=12,
    transition="fade",
    is_favorite=False,
    is_public=False,
    is_imported=False,
)
NO_COPY = "Discreet mode is on, and what is copied would not be hidden."
NOTHING_SENT = "Nothing is sent while there is something to put right."
Open = Callable[..., ReviewDialog]


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of(BASE, Session(id=8, title="Other"))


@pytest.fixture
def discretion() -> Discretion:
    return Discretion()


@pytest.fixture
def open_with(qtbot: QtBot, workspace: Workspace, discretion: Discretion) -> Iterator[Open]:
    opened: list[ReviewDialog] = []

    def make(**values: FieldValue) -> ReviewDialog:
        edit(workspace, **values)
        dialog = ReviewDialog(7, workspace=workspace, origin=ORIGIN, colours=LIGHT, discretion=discretion)
        qtbot.addWidget(dialog)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        opened.append(dialog)
        return dialog

    yield make
    for dialog in opened:
        dialog.close()


def edit(workspace: Workspace, **values: FieldValue) -> None:
    for name, value in values.items():
        workspace.drafts.edit(7, name, value)


def model_of(dialog: ReviewDialog) -> QAbstractItemModel:
    return dialog.fields_page.table.model()


def rows(dialog: ReviewDialog, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[tuple[str, ...]]:
    model = model_of(dialog)
    return [tuple(model.index(row, column).data(role) for column in range(3)) for row in range(model.rowCount())]


def texts(dialog: ReviewDialog) -> list[str]:
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in labels if not dialog.tabs.isAncestorOf(one)]


def pages(dialog: ReviewDialog) -> tuple[str, str]:
    return dialog.json_page.text.toPlainText(), dialog.curl_page.text.toPlainText()


def copy_buttons(dialog: ReviewDialog) -> list[QAbstractButton]:
    return [page.copy_button for page in (dialog.fields_page, dialog.json_page, dialog.curl_page)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget | None:
    """Press a key where the keyboard is; returns where it is then."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    return QApplication.focusWidget()


def listening(workspace: Workspace) -> list[int]:
    """How many listen to what a review depends on."""
    return [
        len(workspace.drafts.changed._callbacks),
        len(workspace.library.changed._callbacks),
        len(workspace.outbox.changed._callbacks),
    ]


def copied(dialog: ReviewDialog, tab: int) -> str:
    """What the button of a tab leaves on the clipboard."""
    dialog.tabs.setCurrentIndex(tab)
    copy_buttons(dialog)[tab].click()
    return QGuiApplication.clipboard().text()


# --- what it shows ----------------------------------------------------------------------------------------------------


def test_it_shows_fields_json_and_command(open_with: Open) -> None:
    dialog = open_with(is_favorite=True, title="It's bright")
    assert dialog.windowTitle() == "Review"
    assert texts(dialog) == ["A walk: 2 fields change"]
    assert rows(dialog) == [("Title", "“A walk”", "“It's bright”"), ("Favourite", "No", "Yes")]
    body = '{"isFavorite": true, "title": "It\'s bright"}'
    head = "curl -X PATCH https://joip.example/api/sessions/7 -H 'Content-Type: application/json'"
    quoted = body.replace("'", "'\"'\"'")
    assert pages(dialog) == (body, f"""{head} -b "connect.sid=$JOIP_COOKIE" --data-raw '{quoted}'""")
    assert dialog.save_button.isEnabled()
    assert dialog.save_button.toolTip() == ""


def test_each_part_can_be_copied(open_with: Open) -> None:
    dialog = open_with(title="B", ai_prompt="One\nTwo")
    assert copied(dialog, 0) == "Title: “A walk” → “B”\nPrompt: “Slow” → “One\nTwo”"
    assert copied(dialog, 1) == pages(dialog)[0] == '{"title": "B", "aiPrompt": "One\\nTwo"}'
    assert copied(dialog, 2) == pages(dialog)[1]
    assert [button.text() for button in copy_buttons(dialog)] == ["&Copied"] * 3


def test_a_button_says_no_longer_that_it_has_copied_what_is_different_now(
    open_with: Open, workspace: Workspace
) -> None:
    dialog = open_with(title="B")
    copied(dialog, 1)
    submit(workspace, 8, title="C")
    edit(workspace, title="B")
    assert dialog.json_page.copy_button.text() == "&Copied"
    edit(workspace, title="C")
    assert dialog.json_page.copy_button.text() == "&Copy"


def test_the_json_can_be_laid_out_to_be_read(open_with: Open, workspace: Workspace) -> None:
    dialog = open_with(title="Größe")
    dialog.json_page.indent_box.click()
    assert pages(dialog)[0] == '{\n  "title": "Größe"\n}'
    assert copied(dialog, 1) == pages(dialog)[0]
    edit(workspace, title="B")
    assert pages(dialog)[0] == '{\n  "title": "B"\n}'
    dialog.json_page.indent_box.click()
    assert pages(dialog)[0] == '{"title": "B"}'


def test_texts_are_text(open_with: Open, workspace: Workspace) -> None:
    workspace.library.take_over(Session(id=7, title=EVIL))
    dialog = open_with(title="<b>B</b>")
    assert rows(dialog) == [("Title", f"“{EVIL}”", "“<b>B</b>”")]
    assert texts(dialog)[0].startswith(EVIL)
    assert {one.textFormat() for one in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert "<img" not in "".join(rows(dialog, Qt.ItemDataRole.ToolTipRole)[0][1:])


def test_long_texts_are_cut_in_the_table_and_whole_elsewhere(open_with: Open, workspace: Workspace) -> None:
    workspace.library.take_over(Session(id=7, ai_prompt=f"{'before ' * 200}old"))
    dialog = open_with(ai_prompt=f"{'before ' * 200}new {'x' * 9000}")
    [(_, now_text, after_text)] = rows(dialog)
    assert now_text == "…fore before old”"
    assert after_text.startswith("…fore before new xxx")
    assert len(after_text) == 200
    assert len(rows(dialog, Qt.ItemDataRole.AccessibleDescriptionRole)[0][2]) > 9000
    tip = rows(dialog, Qt.ItemDataRole.ToolTipRole)[0][1]
    assert tip == f"<qt>“{'before ' * 200}old”</qt>"
    assert json.loads(pages(dialog)[0])["aiPrompt"].endswith("x" * 9000)
    assert dialog.width() == 640


def test_lines_of_a_prompt_are_lines_of_the_tooltip(open_with: Open) -> None:
    dialog = open_with(ai_prompt="One\nTwo")
    assert rows(dialog, Qt.ItemDataRole.ToolTipRole)[0][2] == "<qt>“One<br>Two”</qt>"


def test_what_waits_and_what_undo_does_not_bring_back_is_told(open_with: Open, workspace: Workspace) -> None:
    submit(workspace, 7, transition="zoom")
    dialog = open_with(category_id=3, share_to_community=True)
    assert texts(dialog)[1] == (
        "The server makes a public copy of this session, media included, for the community.\n"
        "1 more field waits already and goes along.\n"
        "Undoing this later does not bring everything back:\n"
        "•  Category: what it was before is not known, so it stays as it is.\n"
        "•  Shared: what it was before is not known, so it stays as it is."
    )


def test_of_many_sentences_the_rest_is_counted(qtbot: QtBot) -> None:
    workspace = workspace_of(Session(id=7))
    values: dict[str, FieldValue] = {
        "title": "B",
        "subreddits": ("earth",),
        "category_id": 1,
        "interval_min": 1,
        "interval_max": 2,
        "transition": "zoom",
        "is_favorite": True,
        "is_manual_mode": True,
    }
    edit(workspace, **values)
    dialog = ReviewDialog(7, workspace=workspace, origin=ORIGIN, colours=LIGHT)
    qtbot.addWidget(dialog)
    assert dialog._notes.text().splitlines()[-1] == "•  2 more"
    assert len(dialog._notes.text().splitlines()) == 8


# --- problems ---------------------------------------------------------------------------------------------------------


def test_with_a_problem_it_can_be_looked_at_and_not_saved(open_with: Open, workspace: Workspace) -> None:
    dialog = open_with(title="", interval_max=UNKNOWN, is_favorite=True)
    told = "•  Title: A title needs at least one character.\n•  Longest interval: 1 to 60 seconds."
    assert texts(dialog) == ["A walk: 3 fields change", f"Before this can be saved:\n{told}"]
    assert rows(dialog) == [
        ("Title", "“A walk”", "empty"),
        ("Longest interval", "12 s", "left empty"),
        ("Favourite", "No", "Yes"),
    ]
    assert rows(dialog, Qt.ItemDataRole.ToolTipRole)[0][0] == "<qt>A title needs at least one character.</qt>"
    assert not dialog.save_button.isEnabled()
    assert dialog.save_button.toolTip() == NOTHING_SENT
    assert "A title needs at least one character." in dialog.save_button.accessibleDescription()
    assert pages(dialog) == ("", "")
    assert [button.isEnabled() for button in copy_buttons(dialog)] == [True, False, False]
    assert dialog.json_page.copy_button.toolTip() == NOTHING_SENT
    edit(workspace, title="B", interval_max=20)
    assert texts(dialog) == ["A walk: 3 fields change"]
    assert dialog.save_button.isEnabled()
    assert json.loads(pages(dialog)[0]) == {"title": "B", "intervalMax": 20, "isFavorite": True}
    assert all(button.isEnabled() for button in copy_buttons(dialog))


# --- colours ----------------------------------------------------------------------------------------------------------


def test_it_follows_a_switch_of_the_appearance(open_with: Open) -> None:
    dialog = open_with(title="", interval_max=20)
    for colours in (LIGHT, DARK):
        dialog.set_colours(colours)
        assert dialog._problems.styleSheet() == f"color: {colours.error}"
        assert dialog._notes.styleSheet() == f"background: {colours.banner}; color: {colours.on_banner}"
        model = model_of(dialog)
        shades = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) for row in range(2)]
        assert [None if one is None else one.color().name() for one in shades] == [colours.error, None]


# --- meanwhile --------------------------------------------------------------------------------------------------------


def test_it_follows_the_edits(open_with: Open, workspace: Workspace) -> None:
    dialog = open_with(title="B")
    edit(workspace, title="C", is_public=True)
    assert rows(dialog) == [("Title", "“A walk”", "“C”"), ("Public", "No", "Yes")]
    assert json.loads(pages(dialog)[0]) == {"title": "C", "isPublic": True}
    workspace.library.take_over(Session(id=7, title="Z"))
    assert rows(dialog)[0] == ("Title", "“Z”", "“C”")
    workspace.drafts.revert(7)
    assert texts(dialog) == ["There is nothing to save."]
    assert not dialog.tabs.isVisible()
    assert not dialog.save_button.isEnabled()
    assert dialog.save_button.toolTip() == "There is nothing to save."
    edit(workspace, title="D")
    assert dialog.tabs.isVisible()
    assert rows(dialog) == [("Title", "“Z”", "“D”")]


def test_it_follows_what_waits(open_with: Open, workspace: Workspace) -> None:
    dialog = open_with(title="B")
    submit(workspace, 7, transition="zoom")
    assert texts(dialog)[1:] == ["1 more field waits already and goes along."]
    entry = send_next(workspace)
    now(workspace.outbox.begin(entry))
    assert texts(dialog)[1:] == ["Another change of this session is on its way; this one goes after it."]
    now(workspace.outbox.done(entry))
    assert texts(dialog)[1:] == []


def test_the_row_that_is_read_stays_chosen(open_with: Open, workspace: Workspace) -> None:
    dialog = open_with(title="B", is_favorite=True, is_public=True)
    dialog.fields_page.table.selectRow(2)
    edit(workspace, title="C")
    assert dialog.fields_page.table.currentIndex().row() == 2
    workspace.drafts.revert(7, "is_public")
    assert dialog.fields_page.table.currentIndex().row() == 1


def test_a_session_that_is_gone_is_said_to_be_gone(open_with: Open, workspace: Workspace) -> None:
    dialog = open_with(title="B")
    workspace.library.load([Session(id=8, title="Other")])
    assert texts(dialog) == ["The session is not in the list any more."]
    assert not dialog.save_button.isEnabled()


def test_other_sessions_are_none_of_its_business(
    open_with: Open, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_with(title="B")
    shown: list[object] = []
    monkeypatch.setattr(dialog, "_show", lambda: shown.append(None))
    workspace.drafts.edit(8, "title", "C")
    submit(workspace, 8, is_favorite=True)
    assert shown == []
    workspace.drafts.edit(7, "title", "C")
    assert shown == [None]


@pytest.mark.parametrize("end", ["save", "close", "delete"])
def test_once_it_is_over_it_listens_no_longer(open_with: Open, workspace: Workspace, end: str) -> None:
    before = listening(workspace)
    dialog = open_with(title="B")
    one_more = [count + 1 for count in before]
    assert listening(workspace) == one_more
    if end == "delete":
        parent = QWidget()
        ReviewDialog(7, workspace=workspace, origin=ORIGIN, colours=LIGHT, parent=parent)
        dialog.close()
        assert listening(workspace) == one_more
        parent.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    else:
        (dialog.accept if end == "save" else dialog.reject)()
    assert listening(workspace) == before
    edit(workspace, title="C")  # nobody minds


# --- answers and keys -------------------------------------------------------------------------------------------------


def test_enter_saves_and_escape_closes(open_with: Open) -> None:
    answers: list[str] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = open_with(title="B")
        dialog.accepted.connect(lambda: answers.append("save"))
        dialog.rejected.connect(lambda: answers.append("close"))
        press(key)
        assert not dialog.isVisible()
    assert answers == ["save", "close"]


def test_enter_does_not_save_what_has_a_problem(open_with: Open) -> None:
    dialog = open_with(title="")
    accepted: list[object] = []
    dialog.accepted.connect(lambda: accepted.append(None))
    press(Qt.Key.Key_Return)
    assert accepted == []


def test_everything_can_be_reached_by_keyboard(open_with: Open, qtbot: QtBot) -> None:
    dialog = open_with(title="B")
    assert dialog.fields_page.table.hasFocus()
    for tab, key in enumerate((Qt.Key.Key_F, Qt.Key.Key_J, Qt.Key.Key_U)):
        press(key, Qt.KeyboardModifier.AltModifier)
        page, button = dialog.tabs.currentWidget(), copy_buttons(dialog)[tab]
        assert page is dialog.tabs.widget(tab)
        reached = {press(Qt.Key.Key_Tab) for _ in range(8)}
        inside = {one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
        assert {one for one in inside if one.isVisible()} <= reached
        assert {button, dialog.save_button, dialog.tabs.tabBar()} <= reached
        with qtbot.waitSignal(button.clicked):
            press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        assert button.text() == "&Copied"


def test_what_can_be_focused_has_a_name(open_with: Open) -> None:
    dialog = open_with(title="B")
    for one in dialog.findChildren(QWidget):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(one, QAbstractButton | QPlainTextEdit):
            assert one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()), one
    assert dialog.fields_page.table.accessibleName() == "What changes, field by field"
    names = [button.accessibleName() for button in copy_buttons(dialog)]
    assert names == ["Copy the fields", "Copy the JSON", "Copy the cURL command"]


# --- discreet mode ----------------------------------------------------------------------------------------------------


def test_discreet_mode_hides_and_copies_nothing(open_with: Open, discretion: Discretion) -> None:
    dialog = open_with(
        title=f"{SECRET} one", ai_prompt=f"{SECRET} two", thumbnail=f"https://example.com/{SECRET[:4]}", is_public=True
    )
    plain = (rows(dialog), pages(dialog), texts(dialog))
    discretion.set_on(True)
    assert texts(dialog) == ["Session 7: 4 fields change"]
    assert rows(dialog) == [
        ("Title", "hidden", "hidden"),
        ("Prompt", "hidden", "hidden"),
        ("Thumbnail", "hidden", "hidden"),
        ("Public", "No", "Yes"),
    ]
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert [row[1:] for row in rows(dialog, role)[:3]] == [(HIDDEN, HIDDEN)] * 3
    expected = {"title": "hidden", "aiPrompt": "hidden", "thumbnail": "hidden", "isPublic": True}
    assert json.loads(pages(dialog)[0]) == expected
    assert SECRET[:4] not in "".join(pages(dialog))
    dialog.json_page.indent_box.click()
    assert json.loads(pages(dialog)[0]) == expected
    dialog.json_page.indent_box.click()
    for button in copy_buttons(dialog):
        assert not button.isEnabled()
        assert button.toolTip() == button.accessibleDescription() == NO_COPY
    assert dialog.save_button.isEnabled()
    discretion.set_on(False)
    assert (rows(dialog), pages(dialog), texts(dialog)) == plain
    assert SECRET in rows(dialog, Qt.ItemDataRole.AccessibleDescriptionRole)[0][2]
    assert all(button.isEnabled() and not button.toolTip() for button in copy_buttons(dialog))


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_in_discreet_mode_all_edits_are_painted_alike(qtbot: QtBot, tab: int) -> None:
    pictures = []
    for title, prompt in (("One", "Two"), (LONG, LONG * 3), ("\u202e\u05d0", "'\n'\u2028")):
        workspace = workspace_of(Session(id=7, title=title[::-1] + "!", ai_prompt=prompt + "!"))
        edit(workspace, title=title, ai_prompt=prompt)
        dialog = ReviewDialog(7, workspace=workspace, origin=ORIGIN, colours=LIGHT, discretion=Discretion(on=True))
        qtbot.addWidget(dialog)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        dialog.tabs.setCurrentIndex(tab)
        pictures.append(picture(dialog))
        dialog.close()
    assert pictures[0] == pictures[1] == pictures[2]
