from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, UnknownType, from_wire
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.editor.field_row import FieldRow
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.still_workspace import REFUSED, fail_next, now, send_next, submit, workspace_of

PLAIN = Session(
    id=1,
    title="A walk",
    subreddits=("earth", "space"),
    category_id=3,
    interval_min=4,
    interval_max=12,
    transition="fade",
    caption_theme="joi",
    ai_prompt="slowly",
    thumbnail="https://example.com/a.png",
    is_favorite=False,
    is_public=False,
    share_to_community=False,
    is_manual_mode=False,
    is_imported=False,
)
NEXT = from_wire({"id": 2, "title": "The next"})

ODD_ROWS: dict[str, dict[str, object]] = {
    "nothing told": {"id": 9},
    "all null": {"id": 9} | {spec.wire: None for spec in FIELDS.values()},
    "all of a wrong type": {"id": 9} | {spec.wire: {"deep": [1]} for spec in FIELDS.values()},
    "all wrong text": {"id": 9} | {spec.wire: "\ud800<b>\r\n\x00 x" for spec in FIELDS.values()},
    "all wrong numbers": {"id": 9, **{spec.wire: 10**15 for spec in FIELDS.values()}},
    "empty": {"id": 9, "title": "", "subreddits": [], "transition": "", "captionTheme": "", "aiPrompt": ""},
    "interval upside down": {"id": 9, "intervalMin": 40, "intervalMax": 2},
    "interval out of range": {"id": 9, "intervalMin": 0, "intervalMax": 90},
    "odd names": {"id": 9, "subreddits": ["r/earth", "Earth", "earth", "no name!", "", "\ud800"]},
    "line ends": {"id": 9, "title": "a\nb", "aiPrompt": "a\r\nb\xa0c\u2028d", "thumbnail": " http://x "},
    "long": {"id": 9, "title": "x" * 9000, "aiPrompt": "x " * 9000, "transition": "x" * 9000, "thumbnail": "x" * 9000},
    "right to left": {"id": 9, "title": "\u202e\u05d0\u05d1\u200f", "aiPrompt": "\u05d0\u05d1"},
    "imported": {"id": 9, "isImported": True, "aiPrompt": "a\r\nb", "subreddits": ["r/x"], "captionTheme": "new"},
}


@dataclass
class Desk:
    workspace: Workspace
    form: SessionForm
    wanted: list[str] = field(default_factory=list)

    def row(self, name: str) -> FieldRow:
        return self.form.rows[name]

    def type(self, name: str, text: str) -> None:
        widget = self.row(name).editor.focus_widget
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        if text:
            QTest.keyClicks(widget, text)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)

    def press(self, name: str, key: Qt.Key) -> None:
        QTest.keyClick(self.row(name).editor.focus_widget, key)

    def text(self, name: str) -> str:
        match self.row(name).editor.focus_widget:
            case QPlainTextEdit() as prose:
                return prose.toPlainText()
            case QComboBox() as combo:
                return combo.currentText()
            case QCheckBox() as check:
                return check.checkState().name
            case widget:
                return str(widget.property("text"))

    def said(self, name: str) -> str:
        notes = self.row(name)._notes
        return notes.text() if notes.isVisibleTo(self.row(name)) else ""

    def is_error(self, name: str) -> bool:
        return self.row(name)._notes.palette().windowText().color().name() == LIGHT.error

    def can_revert(self, name: str) -> bool:
        return self.row(name)._revert.isVisibleTo(self.row(name))

    def body(self) -> object:
        """What saving would send."""
        assert self.form.session_id is not None
        draft = self.workspace.drafts.get(self.form.session_id)
        assert draft is not None
        change = draft.change()
        return {} if change is None else change.body()

    @property
    def save(self) -> tuple[str, bool]:
        return self.form.save_button.text(), self.form.save_button.isEnabled()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    forms: list[SessionForm] = []

    def make(*sessions: Session) -> Desk:
        workspace = workspace_of(*sessions, NEXT)
        form = SessionForm(workspace)
        qtbot.addWidget(form)
        form.set_colours(LIGHT)
        form.resize(380, 700)
        form.show_session(sessions[0].id)
        form.show()
        assert QTest.qWaitForWindowActive(form)
        forms.append(form)
        return Desk(workspace, form)

    yield make
    for form in forms:
        form.close_listening()
        form.close()


Make = Callable[..., Desk]


# --- opening and closing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ODD_ROWS.values(), ids=ODD_ROWS.keys())
def test_opening_visiting_and_closing_an_odd_session_makes_no_draft(desk: Make, row: dict[str, object]) -> None:
    one = desk(from_wire(row))
    for _ in range(2):
        for name in FIELDS:
            one.row(name).editor.setFocus()
            one.press(name, Qt.Key.Key_Tab)
        one.form.show_session(NEXT.id)
        one.form.show_session(9)
        one.form.set_colours(DARK)
    assert one.body() == {}
    assert one.workspace.drafts.dirty == ()
    assert one.save == ("Save", False)
    assert not one.form.revert_button.isEnabled()


@pytest.mark.parametrize("row", ODD_ROWS.values(), ids=ODD_ROWS.keys())
@pytest.mark.parametrize("name", ["title", "subreddits", "ai_prompt"])
def test_a_letter_typed_and_taken_back_makes_no_draft(desk: Make, row: dict[str, object], name: str) -> None:
    one = desk(from_wire(row))
    one.press(name, Qt.Key.Key_End)
    one.press(name, Qt.Key.Key_X)
    one.press(name, Qt.Key.Key_Backspace)
    assert one.workspace.drafts.dirty == ()
    assert one.said(name) == "" or not one.is_error(name)


@pytest.mark.parametrize("row", ODD_ROWS.values(), ids=ODD_ROWS.keys())
def test_an_odd_session_never_widens_the_window(desk: Make, row: dict[str, object]) -> None:
    usual = desk(PLAIN).form.minimumSizeHint().width()
    one = desk(from_wire(row))
    assert one.form.minimumSizeHint().width() <= usual
    fields = one.row("title").parentWidget()
    assert fields is not None
    assert fields.minimumSizeHint().width() <= 380


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("A walk", "A walk"),
        (None, "Session 1"),
        (UNKNOWN, "Session 1"),
        ("", "Session 1"),
        (" \n ", "Session 1"),
        ("<b>x</b>", "<b>x</b>"),
        ("x" * 9000, "x" * 119 + "…"),
    ],
)
def test_the_heading_names_the_session(desk: Make, title: str | UnknownType | None, heading: str) -> None:
    one = desk(Session(id=1, title=title))
    assert one.form._heading.text() == heading
    assert one.form._heading.textFormat() is Qt.TextFormat.PlainText


# --- each field -------------------------------------------------------------------------------------------------------

Hand = Callable[[Desk], None]


def _types(name: str, text: str) -> Hand:
    return lambda one: one.type(name, text)


def _steps(name: str, key: Qt.Key) -> Hand:
    return lambda one: one.press(name, key)


def _clicks(name: str) -> Hand:
    return lambda one: one.row(name).editor.focus_widget.click()  # type: ignore[attr-defined]  # a check box


def _chooses(name: str, position: int) -> Hand:
    return lambda one: one.row(name).editor.focus_widget.activated.emit(position)  # type: ignore[attr-defined]


def _default(one: Desk) -> None:
    (box,) = one.row("category_id").editor.findChildren(QCheckBox)
    box.click()


def _generate(one: Desk) -> None:
    one.row("thumbnail").editor._generate.click()  # type: ignore[attr-defined]  # it is an AddressEditor


@pytest.mark.parametrize(
    ("hand", "body"),
    [
        (_types("title", "B"), {"title": "B"}),
        (_types("subreddits", "r/mars, https://www.reddit.com/r/moon/"), {"subreddits": "mars,moon"}),
        (_types("subreddits", ""), {"subreddits": ""}),
        (_types("category_id", "7"), {"categoryId": 7}),
        (_default, {"categoryId": None}),
        (_types("interval_min", "7"), {"intervalMin": 7}),
        (_steps("interval_max", Qt.Key.Key_Up), {"intervalMax": 13}),
        (_chooses("transition", 1), {"transition": "slide"}),
        (_chooses("caption_theme", 5), {"captionTheme": "custom"}),
        (_types("ai_prompt", "one"), {"aiPrompt": "one"}),
        (_types("ai_prompt", ""), {"aiPrompt": ""}),
        (_types("thumbnail", "http://localhost/b.png"), {"thumbnail": "http://localhost/b.png"}),
        (_types("thumbnail", ""), {"thumbnail": ""}),
        (_generate, {"thumbnail": ""}),
        (_clicks("is_favorite"), {"isFavorite": True}),
        (_clicks("is_public"), {"isPublic": True}),
        (_clicks("share_to_community"), {"shareToCommunity": True}),
        (_clicks("is_manual_mode"), {"isManualMode": True}),
    ],
)
def test_an_edit_sends_exactly_that_field(desk: Make, hand: Hand, body: dict[str, object]) -> None:
    one = desk(PLAIN)
    hand(one)
    assert one.body() == body
    assert one.save == ("Save 1 field", True)
    (name,) = [name for name, spec in FIELDS.items() if spec.wire in body]
    assert [other for other in FIELDS if one.can_revert(other)] == [name]
    one.row(name)._revert.click()
    assert one.body() == {}
    assert one.save == ("Save", False)


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("title", "", "A title needs at least one character."),
        ("subreddits", "no-name", "“no-name” is no subreddit name"),
        ("category_id", "0", "A category is a whole number from 1 to 2,147,483,647, or the default category."),
        ("category_id", "", "A category is a whole number"),
        ("interval_min", "61", "1 to 60 seconds"),
        ("interval_min", "", "1 to 60 seconds"),
        ("interval_min", "4x", "1 to 60 seconds"),
        ("interval_min", "13", "At most 12 seconds, the longest interval."),
        ("interval_max", "3", "At least 4 seconds, the shortest interval."),
        ("interval_max", "99999999999999999999", "1 to 60 seconds"),
        ("thumbnail", "ftp://x", "A web address without blanks"),
    ],
)
def test_a_problem_appears_while_typing_and_nothing_can_be_saved(
    desk: Make, name: str, typed: str, problem: str
) -> None:
    one = desk(PLAIN)
    one.type(name, typed)
    assert one.said(name).startswith(problem)
    assert one.is_error(name)
    assert one.save == ("Save 1 field", False)
    assert one.form.revert_button.isEnabled()
    assert one.text(name) == typed, "what was typed stays"
    one.row(name)._revert.click()
    assert one.said(name) == ""
    assert one.save == ("Save", False)


@pytest.mark.parametrize(
    ("row", "name", "note"),
    [
        ({"transition": "wipe"}, "transition", "“wipe” is not known here; it stays unless you choose another."),
        ({"captionTheme": "<b>"}, "caption_theme", "“<b>” is not known here; it stays unless you choose another."),
        ({"title": None}, "title", "The server holds no value here."),
        ({"intervalMin": 90}, "interval_min", "The server holds 90; allowed are 1 to 60 seconds."),
        ({"intervalMax": 10**20}, "interval_max", "The server holds a very large number; allowed are 1 to 60 seconds."),
        ({"intervalMin": 9, "intervalMax": 2}, "interval_min", "The shortest interval is longer than the longest one."),
        ({"isPublic": "yes"}, "is_public", "The server sent “yes”, which can't be read here."),
        ({"subreddits": "earth"}, "subreddits", "The server sent “earth”, which can't be read here."),
        ({"isImported": True}, "subreddits", "Imported sessions keep their subreddits."),
        ({"isImported": True, "captionTheme": "new"}, "caption_theme", "Imported sessions keep their caption theme."),
        ({"isImported": True, "aiPrompt": 7}, "ai_prompt", "Imported sessions keep their prompt."),
    ],
)
def test_oddities_and_locks_are_said_quietly_and_nothing_is_to_save(
    desk: Make, row: dict[str, object], name: str, note: str
) -> None:
    one = desk(from_wire({"id": 1, **row}))
    assert one.said(name) == note
    assert not one.is_error(name)
    assert one.save == ("Save", False)
    assert not one.can_revert(name)


def test_a_lock_holds_for_imported_sessions_only(desk: Make) -> None:
    one = desk(from_wire({"id": 1, "isImported": True, "subreddits": ["earth"], "aiPrompt": "p", "title": "A"}))
    for name in FIELDS:
        if FIELDS[name].locked_when_imported:
            one.type(name, "x")
            assert one.body() == {}, name
    assert one.text("subreddits") == "earth"
    one.type("title", "B")
    assert one.body() == {"title": "B"}
    one.form.show_session(NEXT.id)
    one.type("subreddits", "mars")
    assert one.body() == {"subreddits": "mars"}


def test_an_edited_oddity_is_no_oddity_any_more(desk: Make) -> None:
    one = desk(from_wire({"id": 1, "transition": "wipe"}))
    _chooses("transition", 0)(one)
    assert one.said("transition") == ""
    assert one.body() == {"transition": "fade"}
    one.row("transition")._revert.click()
    assert one.text("transition") == "“wipe”"


@pytest.mark.parametrize("value", [UNKNOWN, None])
def test_a_flag_that_is_not_known_can_be_set_either_way(desk: Make, value: FieldValue) -> None:
    one = desk(Session(id=1, is_public=value))  # type: ignore[arg-type]
    assert one.text("is_public") == "PartiallyChecked"
    _clicks("is_public")(one)
    assert one.body() == {"isPublic": True}
    _clicks("is_public")(one)
    assert one.body() == {"isPublic": False}
    one.row("is_public")._revert.click()
    assert one.text("is_public") == "PartiallyChecked"


# --- several edits ----------------------------------------------------------------------------------------------------


def test_saving_counts_the_fields_and_the_buttons_say_what_is_wanted(desk: Make) -> None:
    one = desk(PLAIN)
    one.form.save_wanted.connect(lambda: one.wanted.append("save"))
    one.form.revert_wanted.connect(lambda: one.wanted.append("revert"))
    one.type("title", "B")
    one.type("interval_max", "30")
    assert one.save == ("Save 2 fields", True)
    one.form.save_button.click()
    one.form.revert_button.click()
    assert one.wanted == ["save", "revert"]
    assert one.body() == {"title": "B", "intervalMax": 30}


def test_reverting_all_shows_what_the_session_has(desk: Make) -> None:
    one = desk(PLAIN)
    for name, text in (("title", ""), ("interval_min", "x"), ("subreddits", "no-name"), ("ai_prompt", "")):
        one.type(name, text)
    one.form.forget_typing()
    one.workspace.drafts.revert(PLAIN.id)
    assert [one.text(name) for name in ("title", "interval_min", "subreddits", "ai_prompt")] == [
        "A walk",
        "4",
        "earth, space",
        "slowly",
    ]
    assert [one.said(name) for name in FIELDS] == [""] * len(FIELDS)
    assert one.save == ("Save", False)


def test_half_typed_text_stays_with_its_session_only(desk: Make) -> None:
    one = desk(PLAIN, Session(id=3, title="", subreddits=(), ai_prompt=""))
    one.type("interval_min", "4x")
    one.type("title", "half")
    one.form.show_session(3)
    assert (one.text("interval_min"), one.text("title")) == ("", "")
    assert one.body() == {}
    one.form.show_session(PLAIN.id)
    assert one.text("title") == "half"
    assert one.said("interval_min").startswith("1 to 60 seconds")


# --- news of the engine -----------------------------------------------------------------------------------------------


def test_changes_of_the_server_show_and_leave_edits_alone(desk: Make) -> None:
    one = desk(PLAIN)
    one.type("title", "Mine")
    one.workspace.library.take_over(PLAIN.with_values({"title": "Theirs", "interval_max": 40, "ai_prompt": "new"}))
    assert (one.text("title"), one.text("interval_max"), one.text("ai_prompt")) == ("Mine", "40", "new")
    assert one.form._heading.text() == "Theirs"
    assert one.body() == {"title": "Mine"}
    one.row("title")._revert.click()
    assert one.text("title") == "Theirs"


def test_when_the_server_has_the_edit_it_is_no_edit(desk: Make) -> None:
    one = desk(PLAIN)
    one.type("title", "Same")
    one.workspace.library.take_over(PLAIN.with_values({"title": "Same"}))
    assert one.save == ("Save", False)
    assert not one.can_revert("title")


def test_typing_goes_on_while_answers_come_in(desk: Make) -> None:
    one = desk(PLAIN)
    title = one.row("title").editor.focus_widget
    one.type("title", "AC")
    QTest.keyClick(title, Qt.Key.Key_Left)
    for number in range(20, 25):
        one.workspace.library.take_over(PLAIN.with_values({"interval_max": number}))
    QTest.keyClicks(title, "B")
    assert one.text("title") == "ABC"
    assert one.text("interval_max") == "24"


def test_another_sessions_news_are_not_shown(desk: Make) -> None:
    one = desk(PLAIN)
    one.workspace.library.take_over(NEXT.with_values({"title": "Other"}))
    one.workspace.drafts.edit(NEXT.id, "title", "Draft")
    assert one.text("title") == "A walk"
    one.form.show_session(NEXT.id)
    assert one.text("title") == "Draft"


def test_a_session_that_is_gone_leaves_the_form_in_peace(desk: Make) -> None:
    one = desk(PLAIN)
    one.workspace.library.load([NEXT])
    one.type("title", "too late")
    assert one.workspace.drafts.dirty == ()
    one.form.show_session(NEXT.id)
    assert one.text("title") == "The next"


def test_a_refused_change_is_said_with_two_ways_on(desk: Make) -> None:
    one = desk(PLAIN)
    box = one.form._failure
    one.form.retry_wanted.connect(lambda: one.wanted.append("retry"))
    one.form.discard_wanted.connect(lambda: one.wanted.append("discard"))
    submit(one.workspace, 1, title="B")
    assert not box.isVisible()
    fail_next(one.workspace)
    assert box.isVisible()
    assert box._label.text() == f"Not saved. {REFUSED}"
    assert box._label.textFormat() is Qt.TextFormat.PlainText
    assert one.text("title") == "B", "what was wanted is not lost"
    box.retry.click()
    box.discard.click()
    assert one.wanted == ["retry", "discard"]
    one.form.show_session(NEXT.id)
    assert not box.isVisible()
    one.form.show_session(1)
    assert box.isVisible()
    now(one.workspace.retry([1]))
    assert not box.isVisible()
    now(one.workspace.outbox.done(send_next(one.workspace)))
    assert not box.isVisible()


def test_a_refused_change_that_is_given_up_shows_what_the_server_has(desk: Make) -> None:
    one = desk(PLAIN)
    submit(one.workspace, 1, title="B")
    fail_next(one.workspace)
    now(one.workspace.discard([1]))
    assert one.text("title") == "A walk"
    assert not one.form._failure.isVisible()


def test_the_colours_follow_the_appearance(desk: Make) -> None:
    one = desk(PLAIN)
    one.type("title", "")
    one.form.set_colours(DARK)
    assert one.row("title")._notes.palette().windowText().color().name() == DARK.error
    assert one.form._failure._label.palette().windowText().color().name() == DARK.error


def test_a_closed_form_hears_nothing(desk: Make) -> None:
    one = desk(PLAIN)
    one.form.close_listening()
    one.workspace.library.take_over(PLAIN.with_values({"title": "Theirs"}))
    assert one.text("title") == "A walk"
