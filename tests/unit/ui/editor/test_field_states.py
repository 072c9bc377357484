"""One table: for every field, whatever the server says of it, what the form shows, and exactly what goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.session import FieldValue, JsonValue, from_wire
from joip_desktop.engine.plan import plan_draft
from joip_desktop.ui.editor.widgets import FieldEditor
from tests.helpers import hands
from tests.helpers.field_table import (
    LEFT_OUT,
    LOCKS,
    NEW_URL,
    NO_ADDRESS,
    NO_CATEGORY,
    NO_FLAG,
    NO_NUMBER,
    NO_NUMBERS,
    NO_THEME,
    NO_TITLE,
    NO_TRANSITION,
    RANGE,
    UNKNOWN_CATEGORY,
    URL,
    Back,
    Bad,
    Done,
    Good,
    Hand,
    Stored,
    around,
    chooses,
    clicks,
    is_over,
    no_name,
    presses,
    removes_chip,
    takes_back,
    types,
)
from tests.helpers.form_desk import FormDesk
from tests.helpers.hands import clear, generate, is_locked, seen_in
from tests.helpers.sent import sent_by
from tests.helpers.still_workspace import now

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen

KEY = Qt.Key

# --- how to read the table --------------------------------------------------------------------------------------------

BARE = ("unknown", "null", "wrong type")
"""States in which there is no value."""

WRITTEN = ("known", "odd", "above the longest", "below the shortest")


@dataclass(frozen=True)
class Kept:
    """A value of a draft from an earlier run that nothing can go out for, and nobody can make by hand."""

    value: FieldValue
    seen: str
    says: str


@dataclass(frozen=True)
class Row:
    stored: Mapping[str, Stored]
    edits: Sequence[Done]
    kept: Kept


NULL = "The server holds no value here."
UNREADABLE = "The server sent {}, which can't be read here."
UNHEARD = "“{}” — not known to this version; it stays unless you choose another."
BROKEN = "A character in this text is broken; delete it and type it again."
HELD = "The server holds {}; allowed are 1 to 60 seconds."

FLAG = Row(
    {
        "known": Stored(False, "off"),
        "known as on": Stored(True, "on"),
        "unknown": Stored(LEFT_OUT, "neither", "Not known."),
        "null": Stored(None, "neither", "No value."),
        "wrong type": Stored("yes", "neither", UNREADABLE.format("“yes”")),
    },
    [
        Good(clicks(1), "on", True, over=("known", *BARE)),
        Good(clicks(1), "off", False, over=("known as on",)),
        Good(clicks(2), "off", False, over=BARE),
        Back(clicks(2), over=("known", "known as on")),
    ],
    Kept("yes", "neither", NO_FLAG),
)


def deletes_one_and_types(editor: FieldEditor) -> None:
    hands.press(editor, KEY.Key_Down, KEY.Key_End, KEY.Key_Backspace)
    hands.type_on(editor, "c")


# --- the table --------------------------------------------------------------------------------------------------------

TABLE: Mapping[str, Row] = {
    "title": Row(
        {
            "known": Stored("A walk", "A walk"),
            "odd": Stored("a\nb\x00", "a b�"),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)", NULL),
            "wrong type": Stored(7, "(not known)", UNREADABLE.format("7")),
        },
        [
            Good(types("B <b>&"), "B <b>&", "B <b>&"),
            Bad(clear, "", NO_TITLE, over=WRITTEN),
            Back(clear, over=BARE),
            Back(takes_back("xy")),
        ],
        Kept("half \ud800", "half �", BROKEN),
    ),
    "subreddits": Row(
        {
            "known": Stored(["earth", "space"], "earth, space"),
            "odd": Stored(["r/earth", "Earth", "no name!"], "r/earth, Earth, no name!"),
            "empty": Stored([], "(none)"),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(none)"),
            "wrong type": Stored("earth", "(not known)", UNREADABLE.format("“earth”")),
        },
        [
            Good(types("r/mars, https://www.reddit.com/r/moon/"), "mars, https://www.reddit.com/r/moon/", "mars,moon"),
            Good(removes_chip(0), "space", "space", over=("known",)),
            Good(clear, "(none)", "", over=WRITTEN),
            Bad(removes_chip(0), "Earth, no name!", no_name("no name!"), over=("odd",)),
            Bad(types("no-name"), "no-name", no_name("no-name")),
            Back(clear, over=("empty", *BARE)),
            Back(takes_back("xy")),
        ],
        Kept(("\ud800",), "�", no_name("\ud800", "?")),
    ),
    "category_id": Row(
        {
            "known": Stored(3, "Walks (3)"),
            "odd": Stored(0, "Category 0"),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "Default category"),
            "wrong type": Stored("x", "(not known)", UNREADABLE.format("“x”")),
        },
        [
            Good(types("7"), "7", 7),
            Good(chooses(2), "Category 5", 5),
            Good(chooses(0), "Default category", None, over=("known", "odd", "unknown", "wrong type")),
            Back(chooses(2, 0), over=("null",)),
            Back(chooses(2, 1), over=("known",)),
            Bad(types("-1"), "-1", NO_CATEGORY, later="Category -1"),
            *(Bad(types(text), text, UNKNOWN_CATEGORY) for text in ("x", "31.5", "Walks 3")),
            Bad(clear, "(not known)", UNKNOWN_CATEGORY, over=(*WRITTEN, "null")),
            Back(clear, over=("unknown", "wrong type")),
            Back(takes_back("1")),
        ],
        Kept(2**31, "Category 2147483648", NO_CATEGORY),
    ),
    "interval_min": Row(
        {
            "known": Stored(4, "4"),
            "odd": Stored(0, "0", HELD.format(0)),
            "above the longest": Stored(40, "40", "The shortest interval is longer than the longest one."),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)", NULL),
            "wrong type": Stored(4.5, "(not known)", UNREADABLE.format(4.5)),
        },
        [
            Good(types("7"), "7", 7),
            Good(presses(KEY.Key_Up), "5", 5, over=("known",)),
            Good(presses(KEY.Key_Up), "1", 1, over=("odd", *BARE)),
            Bad(types("61"), "61", RANGE),
            *(Bad(types(text), text, NO_NUMBER) for text in NO_NUMBERS),
            Bad(types("13"), "13", "At most 12 seconds, the longest interval."),
            Bad(clear, "(not known)", RANGE, over=WRITTEN),
            Back(clear, over=BARE),
            Back(takes_back("1")),
            Back(presses(KEY.Key_Up, KEY.Key_Down), over=("known",)),
        ],
        Kept(True, "(no value)", RANGE),
    ),
    "interval_max": Row(
        {
            "known": Stored(12, "12"),
            "odd": Stored(10**20, f"{10**20}", HELD.format("a very large number")),
            "below the shortest": Stored(2, "2"),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)", NULL),
            "wrong type": Stored("12", "(not known)", UNREADABLE.format("“12”")),
        },
        [
            Good(types("007"), "007", 7),
            Good(presses(KEY.Key_Up), "13", 13, over=("known",)),
            Good(presses(KEY.Key_Down), "60", 60, over=("odd",)),
            Bad(types("0"), "0", RANGE),
            *(Bad(types(text), text, NO_NUMBER) for text in NO_NUMBERS),
            Bad(types("3"), "3", "At least 4 seconds, the shortest interval."),
            Bad(clear, "(not known)", RANGE, over=WRITTEN),
            Back(clear, over=BARE),
            Back(takes_back("0")),
            Back(presses(KEY.Key_Up, KEY.Key_Down), over=("known",)),
        ],
        Kept(True, "(no value)", RANGE),
    ),
    "transition": Row(
        {
            "known": Stored("fade", "Fade"),
            "odd": Stored("wipe", "“wipe”", UNHEARD.format("wipe")),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)", NULL),
            "wrong type": Stored([], "(not known)", UNREADABLE.format("a list")),
        },
        [
            Good(chooses(1), "Slide", "slide"),
            Good(chooses(4), "None", "none"),
            Back(chooses(1, 0), over=("known",)),
        ],
        Kept("dissolve", "“dissolve”", NO_TRANSITION),
    ),
    "caption_theme": Row(
        {
            "known": Stored("joi", "JOI / Edging"),
            "odd": Stored("poetry", "“poetry”", UNHEARD.format("poetry")),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)"),
            "wrong type": Stored(True, "(not known)", UNREADABLE.format("“true”")),
        },
        [
            Good(chooses(1), "Forced-Bi", "forced-bi"),
            Good(chooses(5), "Custom Prompt", "custom"),
            Back(chooses(1, 0), over=("known",)),
        ],
        Kept("prose", "“prose”", NO_THEME),
    ),
    "ai_prompt": Row(
        {
            "known": Stored("slowly", "slowly"),
            "odd": Stored("a\r\nb", "a\nb"),
            "empty": Stored("", ""),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)"),
            "wrong type": Stored(7, "(not known)", UNREADABLE.format("7")),
        },
        [
            Good(types("one\rtwo <b>"), "one\ntwo <b>", "one\ntwo <b>", over=("known", "empty", *BARE)),
            Good(types("one\rtwo <b>"), "one\ntwo <b>", "one\r\ntwo <b>", over=("odd",)),
            Good(deletes_one_and_types, "a\nc", "a\r\nc", over=("odd",)),
            Good(clear, "", "", over=WRITTEN),
            Back(clear, over=("empty", *BARE)),
            Back(takes_back("xy")),
        ],
        Kept("half \ud800", "half �", BROKEN),
    ),
    "thumbnail": Row(
        {
            "known": Stored(URL, URL),
            "odd": Stored("ftp://x y", "ftp://x y"),
            "empty": Stored("", "(The server generates one)"),
            "unknown": Stored(LEFT_OUT, "(not known)"),
            "null": Stored(None, "(no value)"),
            "wrong type": Stored(False, "(not known)", UNREADABLE.format("“false”")),
        },
        [
            Good(types(NEW_URL), NEW_URL, NEW_URL),
            Good(types(f"  {NEW_URL} "), f"  {NEW_URL} ", NEW_URL),
            Good(generate, "(The server generates one)", "", over=(*WRITTEN, *BARE)),
            Good(clear, "(The server generates one)", "", over=WRITTEN),
            Good(takes_back("x"), "(The server generates one)", "", over=BARE),
            Bad(types("ftp://z"), "ftp://z", NO_ADDRESS),
            Back(clear, over=("empty", *BARE)),
            Back(generate, over=("empty",)),
            Back(takes_back("x"), over=(*WRITTEN, "empty")),
        ],
        Kept("half \ud800", "half �", BROKEN),
    ),
    "is_favorite": FLAG,
    "is_public": FLAG,
    "share_to_community": FLAG,
    "is_manual_mode": FLAG,
}

# --- the form against the table ---------------------------------------------------------------------------------------

AROUND: Mapping[str, object] = {
    "id": 1,
    **{FIELDS[name].wire: row.stored["known"].wire for name, row in TABLE.items()},
    "captionTheme": "custom",  # or there might be no prompt to type
}
STATES = [(name, state) for name, row in TABLE.items() for state in row.stored]


class Case:
    """A form of a session that has one field in one state."""

    def __init__(self, name: str, state: str, *, imported: bool) -> None:
        self.name, self.stored = name, TABLE[name].stored[state]
        wire = {**AROUND, "isImported": imported, FIELDS[name].wire: self.stored.wire}
        self.session = from_wire({key: value for key, value in wire.items() if value is not LEFT_OUT})
        self.lock = LOCKS.get(name, "") if imported else ""
        self.desk = FormDesk.showing(self.session, surroundings=around())
        self.desk.form.save_wanted.connect(self._save)

    def _save(self) -> None:
        now(self.desk.workspace.submit(plan_draft(self._draft)))

    @property
    def _draft(self) -> Draft:
        draft = self.desk.workspace.drafts.get(1)
        assert draft is not None
        return draft

    def begin(self) -> None:
        """Whatever was done to the session: it is as the server had it at first."""
        self.desk.form.forget_typing()
        self.desk.workspace.drafts.revert(1)
        self.desk.workspace.library.load([])  # or it would remember what a list leaves out
        self.desk.workspace.library.load([self.session])

    def does(self, hand: Hand) -> None:
        """Do something to the field."""
        hand(self.desk.editor(self.name))

    def goes_and_comes_back(self) -> None:
        """Nothing is selected, and then the session again."""
        self.desk.form.show_session(None)
        self.desk.form.show_session(1)

    def keeps(self, value: FieldValue) -> None:
        """A draft of an earlier run has this value."""
        self.desk.workspace.drafts.edit(1, self.name, value)

    def shows(self, seen: str, *, note: str = "", error: str = "", edited: bool = False) -> None:
        """Everything that is to be seen of the field and of the buttons is this."""
        one, name = self.desk, self.name
        assert seen_in(one.editor(name)) == seen
        assert one.said(name) == (error or note)
        assert one.is_error(name) is bool(error)
        assert is_locked(one.editor(name)) is bool(self.lock)
        assert [other for other in FIELDS if one.can_revert(other)] == [name] * edited
        assert one.save == ("Save 1 field" if edited else "Save", edited and not error)
        buttons = (one.form.review_button, one.form.revert_button)
        assert [button.isEnabled() for button in buttons] == [edited, edited]

    def shows_what_is_stored(self) -> None:
        self.shows(self.stored.seen, note=self.lock or self.stored.note)

    def sends(self, body: Mapping[str, JsonValue]) -> None:
        """This would be sent, and pressing Save sends it and nothing else."""
        change = self._draft.change()
        assert change is not None
        assert change.body() == body
        self.desk.form.save_button.click()
        assert sent_by(self.desk.workspace) == {"PATCH /api/sessions/1": body}

    def can_send_nothing(self) -> None:
        """Neither by the button nor, past it, by the keyboard."""
        self.desk.form.save_button.click()
        assert sent_by(self.desk.workspace) == {}
        assert not plan_draft(self._draft).changes


Make = Callable[..., Case]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Case] = []

    def of(name: str, state: str, *, imported: bool) -> Case:
        made.append(Case(name, state, imported=imported))
        qtbot.addWidget(made[-1].desk.form)
        return made[-1]

    yield of
    for one in made:
        one.desk.close()


def test_the_table_has_all_fields_and_all_states() -> None:
    assert list(TABLE) == list(FIELDS)
    assert set(LOCKS) == {name for name, spec in FIELDS.items() if spec.locked_when_imported}
    for name, row in TABLE.items():
        assert {"known", *BARE} <= row.stored.keys()
        edits = [(type(edit), state) for edit in row.edits for state in row.stored if is_over(edit, state)]
        assert {state for sort, state in edits if sort is Good} == set(row.stored), f"{name}: any can be changed"
        typed = FIELDS[name].kind not in (FieldKind.CHOICE, FieldKind.FLAG, FieldKind.PROSE)
        assert ("known" in {state for sort, state in edits if sort is Bad}) is typed, name
        assert "known" in {state for sort, state in edits if sort is Back}, name


@pytest.mark.parametrize("imported", [False, True], ids=["own", "imported"])
@pytest.mark.parametrize(("name", "state"), STATES)
def test_what_is_there_and_what_is_done_is_shown_and_goes_out_or_is_a_problem(
    make: Make, name: str, state: str, imported: bool
) -> None:
    one, row = make(name, state, imported=imported), TABLE[name]
    one.shows_what_is_stored()
    one.can_send_nothing()
    for edit in [edit for edit in row.edits if is_over(edit, state)]:
        one.does(edit.hand)
        if one.lock or isinstance(edit, Back):
            one.shows_what_is_stored()
            one.can_send_nothing()
            continue
        if isinstance(edit, Bad):
            one.shows(edit.seen, error=edit.says, edited=True)
            one.can_send_nothing()
            one.goes_and_comes_back()
            one.shows(edit.seen if edit.later is None else edit.later, error=edit.says, edited=True)
            one.can_send_nothing()
        else:
            one.shows(edit.seen, edited=True)
        one.desk.revert(name)
        one.shows_what_is_stored()
        one.can_send_nothing()
        if isinstance(edit, Good):
            one.does(edit.hand)
            one.sends({FIELDS[name].wire: edit.sends})
            assert one.desk.save == ("Save", False)
            one.begin()
            one.shows_what_is_stored()
    one.keeps(row.kept.value)
    one.shows(row.kept.seen, error=one.lock or row.kept.says, edited=True)
    one.can_send_nothing()
    one.desk.revert(name)
    one.shows_what_is_stored()
