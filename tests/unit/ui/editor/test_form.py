from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, UnknownType, from_wire
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.widgets import FieldEditor
from joip_desktop.ui.theme import DARK
from tests.helpers.form_desk import FormDesk
from tests.helpers.hands import choose, click, generate, press, type_and_take_back, type_over
from tests.helpers.still_workspace import REFUSED, fail_next, now, send_next, submit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen

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


Make = Callable[..., FormDesk]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Make]:
    opened: list[FormDesk] = []

    def make(*sessions: Session, discretion: Discretion | None = None) -> FormDesk:
        opened.append(FormDesk.showing(*sessions, NEXT, discretion=discretion))
        qtbot.addWidget(opened[-1].form)
        return opened[-1]

    yield make
    for one in opened:
        one.close()


# --- opening and closing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ODD_ROWS.values(), ids=ODD_ROWS.keys())
def test_opening_visiting_and_closing_an_odd_session_makes_no_draft(desk: Make, row: dict[str, object]) -> None:
    one = desk(from_wire(row))
    for _ in range(2):
        for name in FIELDS:
            one.editor(name).setFocus()
            QTest.keyClick(one.editor(name).focus_widget, Qt.Key.Key_Tab)
        one.form.show_session(NEXT.id)
        one.form.show_session(9)
        one.form.set_colours(DARK)
    assert one.body() == {}
    assert one.workspace.drafts.dirty == ()
    assert one.save == ("Save", False)
    assert not one.form.revert_button.isEnabled()


@pytest.mark.parametrize("row", ODD_ROWS.values(), ids=ODD_ROWS.keys())
@pytest.mark.parametrize("name", ["title", "subreddits", "ai_prompt"])
def test_letters_typed_and_taken_back_make_no_draft(desk: Make, row: dict[str, object], name: str) -> None:
    one = desk(from_wire({**row, "captionTheme": "custom"}))  # with another one, there may be no prompt to type
    type_and_take_back(one.editor(name), "xy")
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

Hand = Callable[[FieldEditor], None]


def _types(text: str) -> Hand:
    return lambda editor: type_over(editor, text)


def _presses(*keys: Qt.Key) -> Hand:
    return lambda editor: press(editor, *keys)


def _chooses(position: int) -> Hand:
    return lambda editor: choose(editor, position)


@pytest.mark.parametrize(
    ("name", "hand", "body"),
    [
        ("title", _types("B"), {"title": "B"}),
        ("subreddits", _types("r/mars, https://www.reddit.com/r/moon/"), {"subreddits": "mars,moon"}),
        ("subreddits", _types(""), {"subreddits": ""}),
        ("category_id", _types("7"), {"categoryId": 7}),
        ("category_id", _types("default"), {"categoryId": None}),
        ("category_id", _chooses(0), {"categoryId": None}),
        ("interval_min", _types("7"), {"intervalMin": 7}),
        ("interval_max", _presses(Qt.Key.Key_Up), {"intervalMax": 13}),
        ("transition", _chooses(1), {"transition": "slide"}),
        ("caption_theme", _chooses(5), {"captionTheme": "custom"}),
        ("ai_prompt", _types("one"), {"aiPrompt": "one"}),
        ("ai_prompt", _types(""), {"aiPrompt": ""}),
        ("thumbnail", _types("http://localhost/b.png"), {"thumbnail": "http://localhost/b.png"}),
        ("thumbnail", _types(""), {"thumbnail": ""}),
        ("thumbnail", generate, {"thumbnail": ""}),
        ("is_favorite", click, {"isFavorite": True}),
        ("is_public", click, {"isPublic": True}),
        ("share_to_community", click, {"shareToCommunity": True}),
        ("is_manual_mode", click, {"isManualMode": True}),
    ],
)
def test_an_edit_sends_exactly_that_field(desk: Make, name: str, hand: Hand, body: dict[str, object]) -> None:
    one = desk(PLAIN)
    hand(one.editor(name))
    assert one.body() == body
    assert one.save == ("Save 1 field", True)
    assert [other for other in FIELDS if one.can_revert(other)] == [name]
    one.revert(name)
    assert one.body() == {}
    assert one.save == ("Save", False)


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("title", "", "A title needs at least one character."),
        ("subreddits", "no-name", "“no-name” is no subreddit name"),
        ("category_id", "0", "A category is a whole number from 1 to 2,147,483,647, or the default category."),
        ("category_id", "", "This is no category. Enter its number, or choose one."),
        ("interval_min", "61", "1 to 60 seconds"),
        ("interval_min", "", "1 to 60 seconds"),
        ("interval_min", "4x", "A whole number is needed: 1 to 60 seconds."),
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
    type_over(one.editor(name), typed)
    assert one.said(name).startswith(problem)
    assert one.is_error(name)
    assert one.save == ("Save 1 field", False)
    assert one.form.review_button.isEnabled(), "which says what is wrong, too"
    assert one.form.revert_button.isEnabled()
    assert one.text(name) == typed, "what was typed stays"
    one.revert(name)
    assert one.said(name) == ""
    assert one.save == ("Save", False)


@pytest.mark.parametrize(
    ("row", "name", "note"),
    [
        (
            {"transition": "wipe"},
            "transition",
            "“wipe” — not known to this version; it stays unless you choose another.",
        ),
        (
            {"captionTheme": "<b>"},
            "caption_theme",
            "“<b>” — not known to this version; it stays unless you choose another.",
        ),
        ({"title": None}, "title", "The server holds no value here."),
        ({"intervalMin": 90}, "interval_min", "The server holds 90; allowed are 1 to 60 seconds."),
        ({"intervalMax": 10**20}, "interval_max", "The server holds a very large number; allowed are 1 to 60 seconds."),
        ({"intervalMin": 9, "intervalMax": 2}, "interval_min", "The shortest interval is longer than the longest one."),
        ({"isPublic": "yes"}, "is_public", "The server sent “yes”, which can't be read here."),
        ({"subreddits": "earth"}, "subreddits", "The server sent “earth”, which can't be read here."),
        ({"isImported": True}, "subreddits", "Imported sessions keep their subreddits."),
        ({"isImported": True, "captionTheme": "new"}, "caption_theme", "Imported sessions keep their caption theme."),
        ({"isImported": True, "captionTheme": "custom"}, "ai_prompt", "Imported sessions keep their prompt."),
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
            type_over(one.editor(name), "x")
            assert one.body() == {}, name
    assert one.text("subreddits") == "earth"
    type_over(one.editor("title"), "B")
    assert one.body() == {"title": "B"}
    one.form.show_session(NEXT.id)
    type_over(one.editor("subreddits"), "mars")
    assert one.body() == {"subreddits": "mars"}


def test_an_edited_oddity_is_no_oddity_any_more(desk: Make) -> None:
    one = desk(from_wire({"id": 1, "transition": "wipe"}))
    choose(one.editor("transition"), 0)
    assert one.said("transition") == ""
    assert one.body() == {"transition": "fade"}
    one.revert("transition")
    assert one.text("transition") == "“wipe”"


@pytest.mark.parametrize("value", [UNKNOWN, None])
def test_a_flag_that_is_not_known_can_be_set_either_way(desk: Make, value: FieldValue) -> None:
    one = desk(Session(id=1, is_public=value))  # type: ignore[arg-type]
    assert one.text("is_public") == "neither"
    click(one.editor("is_public"))
    assert one.body() == {"isPublic": True}
    click(one.editor("is_public"))
    assert one.body() == {"isPublic": False}
    one.revert("is_public")
    assert one.text("is_public") == "neither"


# --- fields that go together ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "discreet", "there"),
    [
        ({"captionTheme": "joi", "aiPrompt": ""}, False, False),
        ({"captionTheme": "joi", "aiPrompt": None}, False, False),
        ({"captionTheme": "joi"}, False, False),
        ({"captionTheme": "new", "aiPrompt": 7}, False, False),
        ({"captionTheme": "joi", "aiPrompt": "slowly"}, False, True),
        ({"captionTheme": "custom", "aiPrompt": ""}, False, True),
        ({"captionTheme": "custom"}, False, True),
        ({"captionTheme": "joi", "aiPrompt": ""}, True, True),
    ],
)
def test_the_prompt_is_there_where_it_is_used_or_written_or_nobody_is_to_see_whether_it_is(
    desk: Make, row: dict[str, object], discreet: bool, there: bool
) -> None:
    one = desk(from_wire({"id": 1, **row}), discretion=Discretion(on=discreet))
    assert one.row("ai_prompt").isVisible() is there


def test_choosing_the_theme_of_the_prompt_brings_it_and_an_edit_keeps_it(desk: Make) -> None:
    one = desk(PLAIN.with_values({"ai_prompt": ""}))
    choose(one.editor("caption_theme"), 5)
    assert one.row("ai_prompt").isVisible()
    choose(one.editor("caption_theme"), 0)
    assert not one.row("ai_prompt").isVisible()
    choose(one.editor("caption_theme"), 5)
    type_over(one.editor("ai_prompt"), "slowly")
    choose(one.editor("caption_theme"), 0)
    assert one.row("ai_prompt").isVisible()
    assert one.body() == {"aiPrompt": "slowly"}
    type_over(one.editor("ai_prompt"), "")
    assert one.row("ai_prompt").isVisible(), "it does not go from under the person's hands"
    assert one.body() == {}
    type_over(one.editor("title"), "B")
    assert not one.row("ai_prompt").isVisible()


def test_the_slider_and_the_boxes_of_the_interval_are_one(desk: Make) -> None:
    one = desk(PLAIN)
    slider = one.form.slider

    def seen() -> tuple[object, str]:
        return slider.values, slider.reason

    assert seen() == ((4, 12), "")
    type_over(one.editor("interval_min"), "7")
    assert seen() == ((7, 12), "")
    slider.ends[1].setFocus()
    QTest.keyClick(slider.ends[1], Qt.Key.Key_Right)
    assert one.text("interval_max") == "13"
    assert one.body() == {"intervalMin": 7, "intervalMax": 13}
    QTest.keyClick(slider.ends[1], Qt.Key.Key_Left)
    assert one.body() == {"intervalMin": 7}
    assert not one.can_revert("interval_max")
    type_over(one.editor("interval_min"), "13")
    assert seen() == (None, "The slider works once the shortest interval is not above the longest.")
    type_over(one.editor("interval_min"), "")
    assert seen() == (None, "The slider works once both intervals are from 1 to 60 s.")
    one.revert("interval_min")
    assert seen() == ((4, 12), "")


def test_the_preview_shows_what_is_wanted_before_it_is_saved(desk: Make) -> None:
    one = desk(PLAIN)
    assert one.form.preview.caption == "Fade · every 4 to 12 s"
    choose(one.editor("transition"), 1)
    type_over(one.editor("interval_min"), "12")
    assert one.form.preview.caption == "Slide · every 12 s"
    one.revert("transition")
    assert one.form.preview.caption == "Fade · every 12 s"


# --- several edits ----------------------------------------------------------------------------------------------------


def test_saving_counts_the_fields_and_the_buttons_say_what_is_wanted(desk: Make) -> None:
    one = desk(PLAIN)
    one.form.save_wanted.connect(lambda: one.wanted.append("save"))
    one.form.review_wanted.connect(lambda: one.wanted.append("review"))
    one.form.revert_wanted.connect(lambda: one.wanted.append("revert"))
    assert not one.form.review_button.isEnabled()
    type_over(one.editor("title"), "B")
    type_over(one.editor("interval_max"), "30")
    assert one.save == ("Save 2 fields", True)
    for button in (one.form.save_button, one.form.review_button, one.form.revert_button):
        button.click()
    assert one.wanted == ["save", "review", "revert"]
    assert one.body() == {"title": "B", "intervalMax": 30}


def test_reverting_all_shows_what_the_session_has(desk: Make) -> None:
    one = desk(PLAIN)
    for name, text in (("title", ""), ("interval_min", "x"), ("subreddits", "no-name"), ("ai_prompt", "")):
        type_over(one.editor(name), text)
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
    type_over(one.editor("interval_min"), "4x")
    type_over(one.editor("title"), "half")
    one.form.show_session(3)
    assert (one.text("interval_min"), one.text("title")) == ("", "")
    assert one.body() == {}
    one.form.show_session(PLAIN.id)
    assert (one.text("interval_min"), one.text("title")) == ("4x", "half")
    assert one.said("interval_min") == "A whole number is needed: 1 to 60 seconds."
    assert one.form.slider.reason == "The slider works once both intervals are from 1 to 60 s."
    assert one.form.preview.caption == "Fade"


def test_the_beginning_of_a_name_stays_with_its_session_though_nobody_left_the_line(desk: Make) -> None:
    one = desk(PLAIN, Session(id=3, subreddits=()))
    type_over(one.editor("subreddits"), "r/mars r/")
    assert one.said("subreddits") == "", "a name may come of it"
    one.form.show_session(3)
    assert one.text("subreddits") == ""
    one.form.show_session(PLAIN.id)
    assert one.text("subreddits") == "mars, r/"
    assert one.said("subreddits").startswith("“r/” is no subreddit name.")


def test_the_beginning_of_a_name_is_kept_when_the_window_closes(desk: Make) -> None:
    one = desk(PLAIN)
    type_over(one.editor("subreddits"), "e")
    one.form.close()
    draft = one.workspace.drafts.get(PLAIN.id)
    assert draft is not None
    assert draft.edits == {"subreddits": ("e",)}


# --- news of the engine -----------------------------------------------------------------------------------------------


def test_changes_of_the_server_show_and_leave_edits_alone(desk: Make) -> None:
    one = desk(PLAIN)
    type_over(one.editor("title"), "Mine")
    one.workspace.library.take_over(PLAIN.with_values({"title": "Theirs", "interval_max": 40, "ai_prompt": "new"}))
    assert (one.text("title"), one.text("interval_max"), one.text("ai_prompt")) == ("Mine", "40", "new")
    assert one.form._heading.text() == "Theirs"
    assert one.body() == {"title": "Mine"}
    one.revert("title")
    assert one.text("title") == "Theirs"


def test_when_the_server_has_the_edit_it_is_no_edit(desk: Make) -> None:
    one = desk(PLAIN)
    type_over(one.editor("title"), "Same")
    one.workspace.library.take_over(PLAIN.with_values({"title": "Same"}))
    assert one.save == ("Save", False)
    assert not one.can_revert("title")


def test_typing_goes_on_while_answers_come_in(desk: Make) -> None:
    one = desk(PLAIN)
    title = one.editor("title").focus_widget
    type_over(one.editor("title"), "AC")
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
    type_over(one.editor("title"), "too late")
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
    type_over(one.editor("title"), "")
    one.form.set_colours(DARK)
    assert one.row("title")._notes.palette().windowText().color().name() == DARK.error
    assert one.form._failure._label.palette().windowText().color().name() == DARK.error


def test_a_closed_form_hears_nothing(desk: Make) -> None:
    one = desk(PLAIN)
    one.form.close_listening()
    one.workspace.library.take_over(PLAIN.with_values({"title": "Theirs"}))
    assert one.text("title") == "A walk"
