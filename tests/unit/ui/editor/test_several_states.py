"""One table: for every field, whatever several sessions have, what their form shows, and exactly what goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.session import JsonValue, from_wire
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.several import planning_values
from joip_desktop.engine.slices import at_once
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.editor.several_row import SeveralRow
from joip_desktop.ui.theme import LIGHT
from tests.helpers.field_table import (
    LEFT_OUT,
    LOCKS,
    NEW_URL,
    NO_ADDRESS,
    NO_CATEGORY,
    NO_FLAG,
    NO_NAMES,
    NO_NUMBER,
    NO_NUMBERS,
    NO_TEXT,
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
    Stored,
    around,
    chooses,
    clicks,
    is_over,
    no_name,
    types,
    types_and_clears,
)
from tests.helpers.hands import generate, is_locked, seen_in
from tests.helpers.sent import sent_by
from tests.helpers.still_workspace import now, workspace_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen

# --- how to read the table --------------------------------------------------------------------------------------------


NOT_ODD = ("same", "mixed", "mixed with odd ones", "half known", "unknown", "null")
STATES = (*NOT_ODD, "odd")


@dataclass(frozen=True, kw_only=True)
class Row:
    """`other` is another known value than `known`; `without` is why a tick without a value can't go out.

    What is to be seen of a stored value is that where all sessions have it.
    """

    known: Stored
    other: object
    null: Stored
    odd: Stored | None = None
    edits: Sequence[Done]
    without: str
    odd_says: str | None = None
    """Why the odd value can't be given to all, where that differs from `without`; empty where it can."""


FLAG = Row(
    known=Stored(False, "off"),
    other=True,
    null=Stored(None, "neither"),
    edits=[Good(clicks(1), "on", True)],
    without=NO_FLAG,
)

# --- the table --------------------------------------------------------------------------------------------------------

TABLE: Mapping[str, Row] = {
    "title": Row(
        known=Stored("A", "A"),
        other="B",
        null=Stored(None, "(no value)"),
        odd=Stored("a\nb\x00", "a b�"),
        edits=[Good(types("C <b>&"), "C <b>&", "C <b>&")],
        without=NO_TITLE,
        odd_says="",
    ),
    "subreddits": Row(
        known=Stored(["earth", "space"], "earth, space"),
        other=[],
        null=Stored(None, "(none)"),
        odd=Stored(["r/earth", "no name!"], "r/earth, no name!"),
        edits=[
            Good(types("r/mars, https://www.reddit.com/r/moon/"), "mars, https://www.reddit.com/r/moon/", "mars,moon"),
            Bad(types("no-name"), "no-name", no_name("no-name")),
        ],
        without=NO_NAMES,
        odd_says=no_name("r/earth"),
    ),
    "category_id": Row(
        known=Stored(3, "Walks (3)"),
        other=4,
        null=Stored(None, "Default category"),
        odd=Stored(0, "Category 0"),
        edits=[
            Good(types("7"), "7", 7),
            Good(chooses(2), "Category 5", 5),
            Good(chooses(0), "Default category", None, over=[state for state in STATES if state != "null"]),
            Back(chooses(0), over=("null",)),
            Bad(types("-1"), "-1", NO_CATEGORY, later="Category -1"),
            *(Bad(types(text), text, UNKNOWN_CATEGORY) for text in ("x", "31.5", "Walks 3")),
        ],
        without=UNKNOWN_CATEGORY,
        odd_says=NO_CATEGORY,
    ),
    "interval_min": Row(
        known=Stored(4, "4"),
        other=5,
        null=Stored(None, "(no value)"),
        odd=Stored(0, "0"),
        edits=[
            Good(types("7"), "7", 7),
            Bad(types("61"), "61", RANGE),
            *(Bad(types(text), text, NO_NUMBER) for text in NO_NUMBERS),
        ],
        without=RANGE,
    ),
    "interval_max": Row(
        known=Stored(12, "12"),
        other=13,
        null=Stored(None, "(no value)"),
        odd=Stored(10**20, f"{10**20}"),
        edits=[
            Good(types("030"), "030", 30),
            Bad(types("0"), "0", RANGE),
            *(Bad(types(text), text, NO_NUMBER) for text in NO_NUMBERS),
        ],
        without=RANGE,
    ),
    "transition": Row(
        known=Stored("fade", "Fade"),
        other="zoom",
        null=Stored(None, "(no value)"),
        odd=Stored("wipe", "“wipe”"),
        edits=[Good(chooses(1), "Slide", "slide"), Good(chooses(4), "None", "none")],
        without=NO_TRANSITION,
    ),
    "caption_theme": Row(
        known=Stored("joi", "JOI / Edging"),
        other="cbt",
        null=Stored(None, "(no value)"),
        odd=Stored("poetry", "“poetry”"),
        edits=[Good(chooses(1), "Forced-Bi", "forced-bi"), Good(chooses(5), "Custom Prompt", "custom")],
        without=NO_THEME,
    ),
    "ai_prompt": Row(
        known=Stored("slowly", "slowly"),
        other="",
        null=Stored(None, "(no value)"),
        odd=Stored("a\r\nb", "a\nb"),
        edits=[
            Good(types("one\rtwo <b>"), "one\ntwo <b>", "one\ntwo <b>", over=NOT_ODD),
            Good(types("one\rtwo <b>"), "one\ntwo <b>", "one\r\ntwo <b>", over=("odd",)),
        ],
        without=NO_TEXT,
        odd_says="",
    ),
    "thumbnail": Row(
        known=Stored(URL, URL),
        other="https://example.com/other.png",
        null=Stored(None, "(no value)"),
        odd=Stored("ftp://x y", "ftp://x y"),
        edits=[
            Good(types(NEW_URL), NEW_URL, NEW_URL),
            Good(generate, "(The server generates one)", ""),
            Good(types_and_clears("7"), "(The server generates one)", ""),
            Bad(types("ftp://z"), "ftp://z", NO_ADDRESS),
        ],
        without=NO_ADDRESS,
    ),
    "is_favorite": FLAG,
    "is_public": FLAG,
    "share_to_community": FLAG,
    "is_manual_mode": FLAG,
}

NOUNS = {"subreddits": "subreddits", "caption_theme": "caption theme", "ai_prompt": "prompt"}

# --- the form against the table ---------------------------------------------------------------------------------------

COUNT = 3


def stored_in(name: str, state: str) -> Sequence[object]:
    """What the server says of each session."""
    row = TABLE[name]
    known, odd = row.known.wire, LEFT_OUT if row.odd is None else row.odd.wire
    return {
        "same": (known, known, known),
        "mixed": (known, row.other, known),
        "mixed with odd ones": (known, odd, row.other),
        "half known": (known, LEFT_OUT, LEFT_OUT),
        "unknown": (LEFT_OUT, LEFT_OUT, LEFT_OUT),
        "null": (None, None, None),
        "odd": (odd, odd, odd),
    }[state]


CASES = [(name, state) for name, row in TABLE.items() for state in STATES if "odd" not in state or row.odd is not None]


class Case:
    """A form of three sessions that have one field in one state; the last ones of them are imported."""

    def __init__(self, name: str, state: str, *, imported: int) -> None:
        self.name, self.state, self.spec, self.table = name, state, FIELDS[name], TABLE[name]
        self.stored = stored_in(name, state)
        self.locked = imported if name in LOCKS else 0
        others = {FIELDS[other].wire: row.known.wire for other, row in TABLE.items()}
        self.sessions = []
        for number, wire in enumerate(self.stored, start=1):
            told = {"id": number, **others, self.spec.wire: wire, "isImported": number > COUNT - imported}
            self.sessions.append(from_wire({key: value for key, value in told.items() if value is not LEFT_OUT}))
        self.workspace = workspace_of(*self.sessions)
        self.form = SeveralForm(self.workspace, surroundings=around())
        self.form.apply_wanted.connect(self._apply)
        self.form.set_colours(LIGHT)
        self.form.resize(400, 1100)
        self.form.show_sessions([1, 2, 3])
        self.form.show()
        assert QTest.qWaitForWindowActive(self.form)

    @property
    def row(self) -> SeveralRow:
        return self.form.rows[self.name]

    def _plan(self) -> Plan:
        sessions = self.workspace.library.pick(self.form.session_ids)
        return at_once(planning_values(sessions, self.form.draft.values()))

    def _apply(self) -> None:
        now(self.workspace.submit(self._plan()))
        self.form.revert()

    def begin(self) -> None:
        """Whatever was done to the sessions: they are as the server had them at first."""
        self.form.show_sessions(())
        self.workspace.library.load([])  # or it would remember what a list leaves out
        self.workspace.library.load(self.sessions)
        self.form.show_sessions([1, 2, 3])

    def goes_and_comes_back(self) -> None:
        """One of the sessions is selected, and then all of them again."""
        self.form.show_sessions(())
        self.form.show_sessions([1, 2, 3])

    # --- what is to be seen -----------------------------------------------------------------------------------------

    def shows_what_is_stored(self) -> None:
        """Nothing was done."""
        self._shows(self._seen_of_stored(), notes=self._notes(), button=("Change 3 sessions…", False))

    def shows(self, seen: str, *, notes: Sequence[str], button: tuple[str, bool]) -> None:
        """The field takes part."""
        self._shows(seen, notes=notes, button=button, takes_part=True)

    def shows_problem(self, seen: str, sentence: str) -> None:
        """The field takes part, and that can't be."""
        self._shows(seen, notes=[sentence], button=("Change 3 sessions…", False), takes_part=True, error=True)

    def _shows(
        self,
        seen: str,
        *,
        notes: Sequence[str],
        button: tuple[str, bool],
        takes_part: bool = False,
        error: bool = False,
    ) -> None:
        form, row = self.form, self.row
        assert seen_in(row.editor) == seen
        assert row.notes.text() == "\n".join(notes)
        assert row.notes.isVisible() or not notes
        assert (LIGHT.error in row.notes.styleSheet()) is error
        assert [name for name, one in form.rows.items() if one.tick.isChecked()] == [self.name] * takes_part
        assert [name for name, one in form.rows.items() if one.revert_button.isVisible()] == [self.name] * takes_part
        assert (is_locked(row.editor), row.tick.isEnabled()) == (self.locked == COUNT, self.locked < COUNT)
        assert row.values_button.isVisible() is (self.different > 1)
        if self.different > 1:
            assert row.values_button.text() == f"{self.different} values…"
        assert (form.apply_button.text(), form.apply_button.isEnabled()) == button
        assert form.revert_button.isEnabled() is takes_part

    @property
    def different(self) -> int:
        """How many different values the sessions have."""
        return len({repr(wire) for wire in self.stored})

    def _seen_of_stored(self) -> str:
        row, is_flag = self.table, self.spec.kind is FieldKind.FLAG
        if self.different > 1:
            return "neither" if is_flag else "(mixed)"
        if self.state == "unknown":
            return "neither" if is_flag else "(unknown)"
        if self.state == "null":
            return row.null.seen
        return row.odd.seen if self.state == "odd" and row.odd is not None else row.known.seen

    def _notes(self) -> Sequence[str]:
        notes = ["2 of 3 are not known."] if self.state == "half known" else []
        if self.locked == COUNT:
            return [*notes, LOCKS[self.name]]
        if self.locked == 1:
            return [*notes, f"1 imported session keeps its {NOUNS[self.name]}."]
        return notes

    # --- what goes out ----------------------------------------------------------------------------------------------

    def bodies(self, sends: JsonValue) -> Mapping[str, JsonValue]:
        """Exactly this is to go out: the value, to those that have another one and can be changed."""
        before = list(self.stored[: COUNT - self.locked])
        different = [
            number
            for number, wire in enumerate(before, start=1)
            if (",".join(wire) if isinstance(wire, list) else wire) != sends or wire is LEFT_OUT
        ]
        return {f"PATCH /api/sessions/{number}": {self.spec.wire: sends} for number in different}

    def sends(self, bodies: Mapping[str, JsonValue]) -> None:
        """Pressing the button sends this, and nothing else."""
        self.form.apply_button.click()
        assert sent_by(self.workspace) == bodies

    def can_send_nothing(self) -> None:
        """Neither by the button nor, past it, by whoever makes the plan."""
        self.sends({})
        assert not self._plan().changes


Make = Callable[..., Case]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Case] = []

    def of(name: str, state: str, *, imported: int) -> Case:
        made.append(Case(name, state, imported=imported))
        qtbot.addWidget(made[-1].form)
        return made[-1]

    yield of
    for one in made:
        one.form.close_listening()
        one.form.close()


def _does(one: Case, edit: Done) -> None:
    edit.hand(one.row.editor)


def _shows_good(one: Case, edit: Good) -> None:
    bodies = one.bodies(edit.sends)
    count = len(bodies)
    text = "Nothing would change" if not count else "Change 1 session…" if count == 1 else f"Change {count} sessions…"
    skipped = [f"1 session is skipped: {LOCKS[one.name]}"] if one.locked else []
    known = ["2 of 3 are not known."] if one.state == "half known" else []
    one.shows(edit.seen, notes=[*known, *skipped], button=(text, bool(count)))


def _imported(name: str) -> Sequence[int]:
    """How many of the sessions are imported: none, one or all where that makes a difference, and else one."""
    return (0, 1, COUNT) if name in LOCKS else (1,)


def test_the_table_has_all_fields() -> None:
    assert list(TABLE) == list(FIELDS)
    assert set(LOCKS) == {name for name, spec in FIELDS.items() if spec.locked_when_imported}


@pytest.mark.parametrize(("name", "state", "imported"), [(*case, n) for case in CASES for n in _imported(case[0])])
def test_what_they_have_and_what_is_done_is_shown_and_goes_out_or_is_a_problem(
    make: Make, name: str, state: str, imported: int
) -> None:
    one = make(name, state, imported=imported)
    one.shows_what_is_stored()
    one.can_send_nothing()
    for edit in [edit for edit in TABLE[name].edits if is_over(edit, state)]:
        _does(one, edit)
        if one.locked == COUNT or isinstance(edit, Back):
            one.shows_what_is_stored()
            one.can_send_nothing()
        elif isinstance(edit, Bad):
            one.shows_problem(edit.seen, edit.says)
            one.can_send_nothing()
            one.goes_and_comes_back()
            one.shows_problem(edit.seen if edit.later is None else edit.later, edit.says)
            one.can_send_nothing()
            one.row.revert_button.click()
            one.shows_what_is_stored()
        else:
            _shows_good(one, edit)
            one.row.tick.click()
            one.can_send_nothing()
            one.row.tick.click()
            _shows_good(one, edit)
            one.row.revert_button.click()
            one.shows_what_is_stored()
            _does(one, edit)
            one.sends(one.bodies(edit.sends))
            one.begin()
            one.shows_what_is_stored()


def _why_not(name: str, state: str) -> str:
    """Why what is seen can't be given to all."""
    row = TABLE[name]
    if state == "same" or (state == "null" and FIELDS[name].nullable):
        return ""
    return row.odd_says if state == "odd" and row.odd_says is not None else row.without


@pytest.mark.parametrize(("name", "state"), CASES)
def test_a_tick_alone_means_what_all_have_and_is_a_problem_where_that_is_nothing(
    make: Make, name: str, state: str
) -> None:
    one = make(name, state, imported=0)
    one.row.tick.click()
    seen = one._seen_of_stored()
    if problem := _why_not(name, state):
        one.shows_problem(seen, problem)
    else:
        one.shows(seen, notes=[], button=("Nothing would change", False))
    one.can_send_nothing()
    one.row.tick.click()
    one.shows_what_is_stored()
