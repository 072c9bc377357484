from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.patch import to_body
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, from_wire
from joip_desktop.engine.several import planning_values
from joip_desktop.engine.slices import AT_ONCE, at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.dialogs.bulk_words import OPERATIONS
from joip_desktop.ui.discretion import HIDDEN_FIELDS, Discretion
from joip_desktop.ui.editor import several_form
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.editor.thumbnail_editor import ThumbnailEditor
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.discreet import HIDDEN_PARTS, SECRET, picture, session
from tests.helpers.stepped_tasks import SteppedTasks
from tests.helpers.still_workspace import ToldBudget, submit, workspace_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # grabbing, offscreen

Make = Callable[..., SeveralForm]

WIDTH = 400
SESSIONS = (
    Session(id=1, title="A", interval_min=2, interval_max=9, transition="fade", is_public=True, is_imported=False),
    Session(id=2, title="B", interval_min=4, interval_max=9, transition="zoom", is_public=True, is_imported=False),
    Session(id=3, title="B", interval_min=4, interval_max=9, transition=UNKNOWN, is_public=False, is_imported=True),
)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    forms: list[SeveralForm] = []

    def of(
        *sessions: Session,
        workspace: Workspace | None = None,
        tasks: Tasks | None = None,
        discretion: Discretion | None = None,
    ) -> SeveralForm:
        workspace = workspace or workspace_of(*(sessions or SESSIONS))
        form = SeveralForm(workspace, tasks=tasks, discretion=discretion)
        forms.append(form)
        qtbot.addWidget(form)
        form.set_colours(LIGHT)
        form.resize(WIDTH, 1100)
        form.show_sessions([one.id for one in workspace.library])
        form.show()
        assert QTest.qWaitForWindowActive(form)
        return form

    yield of
    for form in forms:
        form.close_listening()
        form.close()


def line_of(form: SeveralForm, field: str) -> QLineEdit:
    """Where the text of a field is: in a line, or in the line of a box."""
    focus = form.rows[field].editor.focus_widget
    found = focus if isinstance(focus, QLineEdit) else focus.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def type_into(form: SeveralForm, field: str, text: str) -> None:
    line = line_of(form, field)
    line.selectAll()
    QTest.keyClicks(line, text)


def flag_of(form: SeveralForm, field: str) -> QCheckBox:
    box = form.rows[field].editor.focus_widget
    assert isinstance(box, QCheckBox)
    return box


def bodies(form: SeveralForm) -> dict[int, object]:
    """What would be sent, by session."""
    sessions = [one for one in form._workspace.library if one.id in form.session_ids]
    plan = at_once(planning_values(sessions, form.draft.values()))
    return {change.session_id: to_body(change.patch) for change in plan.changes}


# --- what it shows ----------------------------------------------------------------------------------------------------


def test_same_mixed_and_unknown_values(make: Make) -> None:
    form = make()
    assert form._count.text() == "3 sessions selected"
    assert (line_of(form, "title").text(), line_of(form, "title").placeholderText()) == ("", "mixed")
    assert form.rows["title"].values_button.text() == "2 values…"
    assert line_of(form, "interval_max").text() == "9"
    assert not form.rows["interval_max"].values_button.isVisible()
    assert (line_of(form, "interval_min").text(), line_of(form, "interval_min").placeholderText()) == ("", "mixed")
    transition = form.rows["transition"].editor.focus_widget
    assert isinstance(transition, QComboBox)
    assert (transition.currentIndex(), transition.placeholderText()) == (-1, "mixed")
    assert form.rows["transition"].notes.text() == "1 of 3 is not known."
    assert flag_of(form, "is_public").checkState() is Qt.CheckState.PartiallyChecked
    assert form.rows["is_public"].words.text() == "mixed"
    assert flag_of(form, "is_favorite").checkState() is Qt.CheckState.PartiallyChecked
    assert form.rows["is_favorite"].words.text() == "unknown"
    assert line_of(form, "thumbnail").placeholderText() == "unknown"
    assert form.rows["subreddits"].notes.text() == "1 imported session keeps its subreddits."
    assert not any(row.tick.isChecked() for row in form.rows.values())
    assert (form.apply_button.text(), form.apply_button.isEnabled()) == ("Change 3 sessions…", False)


def test_there_is_a_picture_where_there_is_one_thumbnail(make: Make) -> None:
    address = "https://example.com/a.png"
    form = make(Session(id=1, thumbnail=address), Session(id=2, thumbnail=address), Session(id=3))
    editor = form.rows["thumbnail"].editor
    assert isinstance(editor, ThumbnailEditor)
    assert not editor.box.isVisible()
    form.show_sessions([1, 2])
    assert editor.box.isVisible()
    assert line_of(form, "thumbnail").text() == address


def test_what_is_locked_in_all_can_be_read_and_not_ticked(make: Make) -> None:
    imported = [Session(id=number, ai_prompt="Be kind.", is_imported=True) for number in (1, 2)]
    form = make(*imported)
    row = form.rows["ai_prompt"]
    assert not row.tick.isEnabled()
    assert row.notes.text() == "Imported sessions keep their prompt."
    QTest.keyClicks(row.editor.focus_widget, "x")
    assert not form.draft.is_dirty
    assert form.rows["title"].tick.isEnabled()


def test_it_follows_the_sessions(make: Make) -> None:
    form = make()
    submit(form._workspace, 1, title="B")
    assert line_of(form, "title").text() == "B"
    assert not form.rows["title"].values_button.isVisible()


def test_it_follows_nothing_when_it_shows_nothing(make: Make) -> None:
    form = make()
    form.show_sessions(())
    submit(form._workspace, 1, title="B")
    assert form.session_ids == ()
    assert line_of(form, "title").text() == ""


# --- editing ----------------------------------------------------------------------------------------------------------


def test_typing_ticks_the_field_and_says_how_many_would_change(make: Make) -> None:
    form = make()
    row = form.rows["title"]
    type_into(form, "title", "B")
    assert row.tick.isChecked()
    assert row.revert_button.isVisible()
    assert form.draft.values() == {"title": "B"}
    assert (form.apply_button.text(), form.apply_button.isEnabled()) == ("Change 1 session…", True)
    assert bodies(form) == {1: {"title": "B"}}


def test_unticking_keeps_the_text_greyed_and_typing_on_ticks_again(make: Make) -> None:
    form = make()
    line = line_of(form, "title")
    type_into(form, "title", "New")
    plain = line.palette().text().color()
    QTest.keyClick(form.rows["title"].tick, Qt.Key.Key_Space)
    assert line.text() == "New"
    assert line.palette().text().color().name() == LIGHT.disabled != plain.name()
    assert form.draft.values() == {}
    assert not form.apply_button.isEnabled()
    form.set_colours(DARK)
    assert line.palette().text().color().name() == DARK.disabled
    QTest.keyClicks(line, "er")
    assert form.draft.values() == {"title": "Newer"}
    assert form.rows["title"].tick.isChecked()
    assert line.palette().text().color() == plain


def test_one_field_is_reverted_and_then_all(make: Make) -> None:
    form = make()
    type_into(form, "title", "New")
    type_into(form, "interval_min", "5")
    form.rows["title"].revert_button.setFocus()
    form.rows["title"].revert_button.click()
    assert form.draft.values() == {"interval_min": 5}
    assert (line_of(form, "title").text(), line_of(form, "title").placeholderText()) == ("", "mixed")
    assert form.rows["title"].tick.hasFocus()
    form.revert_button.click()
    assert not form.draft.is_dirty
    assert line_of(form, "interval_min").text() == ""
    assert not form.revert_button.isEnabled()


def test_problems_are_said_while_typing(make: Make) -> None:
    form = make()
    row = form.rows["interval_min"]
    type_into(form, "interval_min", "99")
    assert row.notes.text() == "1 to 60 seconds."
    assert LIGHT.error in row.notes.styleSheet()
    assert "1 to 60 seconds." in row.editor.focus_widget.accessibleDescription()
    assert not form.apply_button.isEnabled()
    type_into(form, "interval_min", "30")
    assert row.notes.text() == "3 sessions are skipped: Their longest interval is shorter."
    assert LIGHT.error not in row.notes.styleSheet()
    assert (form.apply_button.text(), form.apply_button.isEnabled()) == ("Nothing would change", False)


def test_a_tick_without_a_value_needs_one(make: Make) -> None:
    form = make()
    form.rows["title"].tick.click()
    assert form.rows["title"].notes.text() == "A title needs at least one character."
    form.rows["title"].tick.click()
    form.rows["interval_max"].tick.click()  # all have the same
    assert form.draft.values() == {"interval_max": 9}
    assert form.apply_button.text() == "Nothing would change"


def test_what_is_typed_back_is_what_all_have_even_where_it_can_not_be_typed(make: Make) -> None:
    form = make(Session(id=1, title=None), Session(id=2, title=None))
    type_into(form, "title", "x")
    QTest.keyClick(line_of(form, "title"), Qt.Key.Key_Backspace)
    assert form.draft.value("title") is None


def test_a_mixed_flag_is_on_or_off_once_it_is_clicked(make: Make) -> None:
    form = make()
    flag_of(form, "is_public").click()
    assert form.draft.values() == {"is_public": True}
    assert bodies(form) == {3: {"isPublic": True}}
    flag_of(form, "is_public").click()
    assert bodies(form) == {1: {"isPublic": False}, 2: {"isPublic": False}}


NEW: dict[str, FieldValue] = {
    "title": "New",
    "subreddits": ("moon", "stars"),
    "category_id": None,
    "interval_min": 5,
    "interval_max": 20,
    "transition": "flip",
    "caption_theme": "custom",
    "ai_prompt": "Be kind.",
    "thumbnail": "",
    "is_favorite": True,
    "is_public": False,
    "share_to_community": True,
    "is_manual_mode": True,
}
STORED: dict[str, tuple[FieldValue, FieldValue]] = {
    "title": ("A", "B"),
    "subreddits": (("earth",), ()),
    "category_id": (3, 4),
    "interval_min": (1, 2),
    "interval_max": (30, 40),
    "transition": ("fade", "dissolve"),
    "caption_theme": ("joi", "poetry"),
    "ai_prompt": ("", "Be quick."),
    "thumbnail": ("https://example.com/a.png", None),
    "is_favorite": (False, None),
    "is_public": (True, None),
    "share_to_community": (False, None),
    "is_manual_mode": (False, None),
}


def test_the_table_has_all_fields() -> None:
    assert list(NEW) == list(STORED) == list(FIELDS)


@pytest.mark.parametrize("imported", [0, 1, 2])
@pytest.mark.parametrize("stored", ["same", "mixed", "half known", "not known", "half there"])
@pytest.mark.parametrize("field", FIELDS)
def test_what_is_sent_for_a_field_is_what_differs_and_may_change(
    make: Make, field: str, stored: str, imported: int
) -> None:
    one, other = STORED[field]
    values = {
        "same": (one, one),
        "mixed": (one, other),
        "half known": (UNKNOWN, one),
        "not known": (UNKNOWN, UNKNOWN),
        "half there": (NEW[field], one),
    }[stored]
    sessions = [
        Session(id=number, is_imported=number > 2 - imported).with_values({field: value})
        for number, value in enumerate(values, start=1)
    ]
    form = make(*sessions)
    row = form.rows[field]
    locked = imported if FIELDS[field].locked_when_imported else 0
    assert row.tick.isEnabled() is (locked < 2)
    assert row.values_button.isVisible() is (values[0] != values[1])
    if locked < 2:
        row.editor.show_value(NEW[field])  # as when it was typed
        row.editor.edited.emit(NEW[field])
        assert row.tick.isChecked()
    free = [number for number, value in enumerate(values[: 2 - locked], start=1) if value != NEW[field]]
    assert bodies(form) == {number: to_body({field: NEW[field]}) for number in free}
    assert form.apply_button.isEnabled() is bool(free)
    form.revert_button.click()
    assert bodies(form) == {}


# --- the values on demand ---------------------------------------------------------------------------------------------


def _menu_texts(form: SeveralForm, field: str) -> list[str]:
    return [action.text() for action in form.rows[field].values_menu.actions()]


def test_the_values_are_listed_by_the_keyboard_and_one_can_be_chosen(make: Make) -> None:
    form = make(*SESSIONS, *(Session(id=number, title=f"&{number}") for number in range(11, 25)))
    row = form.rows["title"]
    row.values_button.setFocus()
    QTest.keyClick(row.values_button, Qt.Key.Key_Space)
    assert row.values_menu.isVisible()
    texts = _menu_texts(form, "title")
    assert texts[:3] == ["Choose one for all of them:", "“B”: 2 sessions", "“&&11”: 1 session"]
    assert texts[-1] == "and 6 more values"
    assert len(texts) == 12
    QTest.keyClick(row.values_menu, Qt.Key.Key_Down)
    QTest.keyClick(row.values_menu, Qt.Key.Key_Return)
    assert not row.values_menu.isVisible()
    assert form.draft.values() == {"title": "B"}
    assert line_of(form, "title").text() == "B"


def test_of_very_many_the_values_are_ranked_behind_the_open_menu(make: Make) -> None:
    tasks = SteppedTasks()
    many = [Session(id=number, title=f"{number % 3}") for number in range(1, AT_ONCE + 2)]
    form = make(*many, tasks=tasks)
    tasks.finish()
    form.rows["title"].values_button.click()
    assert _menu_texts(form, "title") == ["Counting…"]
    tasks.finish()
    assert _menu_texts(form, "title")[1:] == ["“0”: 667 sessions", "“1”: 667 sessions", "“2”: 667 sessions"]
    form.rows["title"].values_menu.close()


# --- counting ---------------------------------------------------------------------------------------------------------

FAR_MORE = AT_ONCE + 1000


@pytest.fixture
def short_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less is done at once than is to be done, however fast it goes."""
    monkeypatch.setattr(several_form, "first_slice", next)


def _many(make: Make, tasks: SteppedTasks) -> SeveralForm:
    form = make(*SESSIONS, tasks=tasks)
    sessions = [Session(id=number, title="A", is_favorite=True) for number in range(1, FAR_MORE)]
    form._workspace.library.load(sessions)
    form.show_sessions([one.id for one in sessions])
    return form


@pytest.mark.usefixtures("short_slices")
def test_very_many_are_counted_behind_a_skeleton(make: Make) -> None:
    tasks = SteppedTasks()
    form = _many(make, tasks)
    assert tasks.running
    assert form._count.text() == "2,999 sessions selected"
    assert form._stars.text() == "Counting…"
    assert line_of(form, "title").placeholderText() == "Counting…"
    assert not form.rows["title"].tick.isEnabled()
    buttons = (form.favourite_button, form.unfavourite_button, form.apply_button)
    assert not any(button.isEnabled() for button in buttons)
    tasks.finish()
    assert form._stars.text() == "All of them are favourites."
    assert line_of(form, "title").text() == "A"
    assert form.rows["title"].tick.isEnabled()


@pytest.mark.usefixtures("short_slices")
def test_counting_is_given_up_with_the_selection(make: Make) -> None:
    tasks = SteppedTasks()
    form = _many(make, tasks)
    form.show_sessions([1, 2])
    assert form._count.text() == "2 sessions selected"
    tasks.finish()
    assert form._count.text() == "2 sessions selected"


@pytest.mark.usefixtures("short_slices")
def test_what_is_given_up_does_not_end_the_counting_of_the_next(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("joip_desktop.engine.slices.SLICE", 0.0)
    tasks = SteppedTasks()
    form = _many(make, tasks)
    form.show_sessions(form.session_ids[1:])
    tasks.step()
    assert len(tasks.running) == 1
    assert form._stars.text() == "Counting…"
    tasks.finish()
    assert form._count.text() == "2,998 sessions selected"
    assert form._stars.text() == "All of them are favourites."


@pytest.mark.usefixtures("short_slices")
def test_news_of_very_many_are_counted_behind_what_is_shown(make: Make) -> None:
    tasks = SteppedTasks()
    form = _many(make, tasks)
    tasks.finish()
    form._workspace.library.load([Session(id=number, is_favorite=False) for number in range(1, FAR_MORE)])
    assert tasks.running
    assert form.rows["title"].tick.isEnabled()
    type_into(form, "title", "C")
    tasks.finish()
    assert form._stars.text() == "None of them is a favourite."
    assert form.draft.values() == {"title": "C"}


# --- another selection ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        ([[1, 2, 3]], True),
        ([[2, 3]], True),
        ([(), [1, 2, 3]], True),
        ([(), [3, 1]], True),
        ([[3, 4], [4, 5]], True),
        ([[4, 5]], False),
        ([[4, 5], [1, 2]], False),
        ([[4, 5], [1, 2, 3]], True),
        ([[4, 5], [4], [3, 2, 1]], True),
    ],
)
def test_edits_stay_while_the_selection_grows_or_shrinks(make: Make, steps: list[list[int]], kept: bool) -> None:
    form = make(*SESSIONS, Session(id=4, title="D"), Session(id=5, title="E"))
    form.show_sessions([1, 2, 3])
    type_into(form, "title", "New")
    type_into(form, "interval_min", "5")
    form.rows["interval_min"].tick.click()
    for step in steps:
        form.show_sessions(step)
    assert form.draft.values() == ({"title": "New"} if kept else {})
    assert form.draft.is_entered("interval_min") is kept
    assert line_of(form, "title").text() == ("New" if kept else "")


def test_what_was_entered_for_them_before_is_shown_by_a_new_form(make: Make) -> None:
    form = make()
    type_into(form, "title", "New")
    form.rows["interval_max"].tick.click()
    again = make(workspace=form._workspace)
    assert line_of(again, "title").text() == "New"
    assert [name for name, row in again.rows.items() if row.tick.isChecked()] == ["title", "interval_max"]
    again.revert_button.click()
    assert line_of(again, "title").text() == ""
    assert form._workspace.drafts.unkept == 0


def test_what_was_agreed_to_is_gone_from_the_form(make: Make) -> None:
    form = make()
    type_into(form, "title", "New")
    applied = form.applying()
    applied()
    assert not form.draft.is_dirty
    assert line_of(form, "title").text() == ""
    assert not form.revert_button.isEnabled()


def test_own_edits_of_some_of_them_are_told_of_ticked_fields(make: Make) -> None:
    form = make()
    notes = form.rows["title"].notes
    drafts = form._workspace.drafts
    drafts.edit(2, "title", "Own")
    assert notes.text() == ""
    type_into(form, "title", "New")
    assert notes.text() == "1 of them has an unsaved edit of this field, which stays."
    drafts.edit(3, "title", "Own")
    assert notes.text() == "2 of them have unsaved edits of this field, which stay."
    drafts.revert(2)
    drafts.revert(3)
    assert notes.text() == ""


def test_a_flag_without_a_value_in_all_of_them_says_so(make: Make) -> None:
    form = make(Session(id=1, is_public=None), Session(id=2, is_public=None))
    row = form.rows["is_public"]
    assert flag_of(form, "is_public").checkState() is Qt.CheckState.PartiallyChecked
    assert (row.words.text(), row.words.isVisible()) == ("No value.", True)
    assert "No value." in row.editor.focus_widget.accessibleDescription()


# --- discreet mode ----------------------------------------------------------------------------------------------------


def test_hidden_values_are_covered_and_not_listed(make: Make) -> None:
    discretion = Discretion(on=True)
    titled = [Session(id=number, title="A", ai_prompt=SECRET * number, thumbnail=UNKNOWN) for number in (1, 2)]
    form = make(*titled, discretion=discretion)
    assert {name for name, row in form.rows.items() if row.veil is not None} == HIDDEN_FIELDS
    veils = {name: row.veil for name, row in form.rows.items() if row.veil is not None}
    form.apply_button.setFocus()
    assert {name for name, veil in veils.items() if veil.isVisible()} == {"title"}
    prompt = form.rows["ai_prompt"]
    assert prompt.values_button.text() == "2 values…"
    assert not prompt.values_button.isEnabled()
    discretion.set_on(False)
    assert prompt.values_button.isEnabled()
    prompt.values_button.click()
    assert SECRET in _menu_texts(form, "ai_prompt")[1]
    discretion.set_on(True)
    assert not prompt.values_menu.isVisible()


def test_values_that_were_asked_for_before_are_not_listed_either(make: Make) -> None:
    tasks, discretion = SteppedTasks(), Discretion()
    many = [Session(id=number, title=f"{SECRET} {number}") for number in range(AT_ONCE + 1)]
    form = make(*many, tasks=tasks, discretion=discretion)
    tasks.finish()
    form.rows["title"].values_button.click()
    discretion.set_on(True)
    tasks.finish()
    assert not any(SECRET in text for text in _menu_texts(form, "title"))


@pytest.mark.parametrize("parts", [parts for parts in HIDDEN_PARTS if parts not in ("of a wrong type", "not told")])
def test_what_is_painted_does_not_depend_on_what_all_have(make: Make, parts: str) -> None:
    discretion = Discretion(on=True)
    forms = [
        make(*(session(number, hidden) for number in (1, 2)), discretion=discretion) for hidden in ("short", parts)
    ]
    assert picture(forms[0]) == picture(forms[1])


# --- what is wanted ---------------------------------------------------------------------------------------------------


def test_what_the_buttons_want(make: Make) -> None:
    form = make(Session(id=1, title="A", is_favorite=True), Session(id=2, title="B", is_favorite=False))
    wanted: list[Any] = []
    form.favourite_wanted.connect(wanted.append)
    form.apply_wanted.connect(lambda: wanted.append("apply"))
    form.operation_wanted.connect(wanted.append)
    form.favourite_button.click()
    form.unfavourite_button.click()
    type_into(form, "title", "C")
    form.apply_button.click()
    for action in form.more_menu.actions():
        action.trigger()
    assert wanted == [True, False, "apply", *OPERATIONS]
    assert [action.text() for action in form.more_menu.actions()] == [
        "Add subreddits…",
        "Remove subreddits…",
        "Shift intervals…",
        "Scale intervals…",
        "Find and replace in titles…",
    ]


def test_the_effort_is_told(make: Make) -> None:
    budget = ToldBudget()
    budget.seconds = 40
    form = make(workspace=workspace_of(*SESSIONS, budget=budget))
    type_into(form, "title", "A")
    assert form.apply_button.toolTip() == "2 requests, about 2 min"


# --- keyboard and looks -----------------------------------------------------------------------------------------------


def test_tab_goes_through_the_form_as_it_is_read(make: Make) -> None:
    form = make()
    type_into(form, "title", "New")
    form.favourite_button.setFocus()
    order: list[QWidget] = []
    while (focused := form.focusWidget()) not in order:
        order.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    rows = sorted(form.rows.values(), key=lambda row: (row.mapTo(form, QPoint()).y(), row.x()))
    title = form.rows["title"]
    wanted: list[QWidget] = [form.favourite_button]
    for row in rows:
        wanted += [row.tick, row.editor.focus_widget]
        wanted += [row.revert_button] * (row is title)
        wanted += [row.values_button] * row.values_button.isVisible()
    wanted += [form.apply_button, form.revert_button, form.more_button]
    assert [widget for widget in order if widget in wanted] == wanted


def test_everything_that_takes_the_focus_has_a_name(make: Make) -> None:
    form = make()
    type_into(form, "title", "New")
    takes_focus = [one for one in form.findChildren(QWidget) if one.focusPolicy() and one.isVisible()]
    names = {}
    for widget in takes_focus:
        if widget.focusProxy() is None and not widget.objectName().startswith("qt_"):
            interface = QAccessible.queryAccessibleInterface(widget)
            names[widget] = interface.text(QAccessible.Text.Name)
    assert all(names.values())
    assert names[form.rows["title"].tick] == "Change Title"
    assert names[form.rows["title"].revert_button] == "Revert Title"
    assert names[form.rows["title"].values_button] == "Title: 2 values…"


def test_fields_side_by_side_go_below_each_other_where_there_is_no_room(make: Make) -> None:
    form = make()
    low, high = form.rows["interval_min"], form.rows["interval_max"]
    QTest.qWait(0)
    assert low.y() == high.y()
    form.resize(260, 1100)
    QTest.qWait(0)
    assert low.y() < high.y()
    assert low.tick.width() >= low.needed_width
    form.resize(WIDTH, 1100)
    QTest.qWait(0)
    assert low.y() == high.y()


def test_no_text_makes_it_wide(make: Make) -> None:
    form = make()
    before = form.minimumSizeHint().width()
    assert before <= 300
    rows = [{"id": number, "title": "x" * 9000 + str(number), "transition": "y" * 9000} for number in (1, 2)]
    form._workspace.library.load([from_wire(row) for row in rows])
    form.show_sessions([1, 2])
    assert form.minimumSizeHint().width() == before
