"""Whatever a person does to the widgets: what goes out is what the form shows and the server does not have, no more.

What the form shows is read off the widgets here, as a person reads it, and not out of the draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.patch import to_body
from joip_desktop.domain.rules import check, lock_reason
from joip_desktop.domain.session import UNKNOWN, FieldValue, JsonValue, Session, from_wire, same
from joip_desktop.engine.plan import plan_draft
from joip_desktop.ui.editor.category_words import choices_of, meant
from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.editor.line_ends import plain_lines
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.widgets import FieldEditor
from tests.helpers import hands, strategies
from tests.helpers.form_desk import FormDesk
from tests.helpers.sent import sent_by
from tests.helpers.still_workspace import now

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen

KEY = Qt.Key
OTHER = from_wire({"id": 2, "title": "The other one"})
CATEGORIES: Final = (3, 5)
NAMES: Final = {3: "Walks"}


def name_of(category: int) -> str:
    return NAMES.get(category, "")


# --- what a person does -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """Something done to a field, in words for whoever reads a failure."""

    what: str
    field: str
    argument: object = None


_KEYS: Final = (KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown)
_PRESSED: Final = {
    FieldKind.NUMBER: _KEYS,
    FieldKind.CHOICE: (*_KEYS, KEY.Key_Home, KEY.Key_End, KEY.Key_C, KEY.Key_F),
    FieldKind.NAMES: (KEY.Key_Return, KEY.Key_Escape),
}
_SLIDES: Final = (KEY.Key_Left, KEY.Key_Right, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Home, KEY.Key_End)

_letters: Final = st.text("aB <&", max_size=3)
_TEXTS: Final[Mapping[FieldKind, SearchStrategy[str]]] = {
    FieldKind.TEXT: st.sampled_from(["A", "B"]) | _letters,
    FieldKind.PROSE: st.sampled_from(["Slow", "one\rtwo"]) | _letters,
    FieldKind.NAMES: st.sampled_from(["joi", "Earth,", "r/mars moon", "no-name;", "e", "ea"])
    | st.text("ab,/ _", max_size=4),
    FieldKind.NUMBER: st.sampled_from(["4", "007", "12", "60", "61", "-1", "x", "1_0", "31.5", "Walks", "default"])
    | st.integers(0, 99).map(str),
    FieldKind.ADDRESS: st.sampled_from(["http://a.b/c", " https://i.redd.it/thumb.jpg ", "ftp://x", "x"]),
}


def _steps_of(name: str) -> SearchStrategy[Step]:
    kind = FIELDS[name].kind
    field = st.just(name)
    ways: list[SearchStrategy[Step]] = []
    if kind in _TEXTS:
        typing = st.sampled_from(["type over", "type over", "type on", "type and take back"])
        ways += [st.builds(Step, typing, field, _TEXTS[kind])] * 2
        ways += [st.just(Step("clear", name)) | st.just(Step("press", name, KEY.Key_Backspace))]
    if kind in _PRESSED:
        ways += [st.builds(Step, st.just("press"), field, st.sampled_from(_PRESSED[kind]))] * 2
    if kind is FieldKind.FLAG:
        ways += [st.just(Step("click", name))] * 2
    if kind is FieldKind.ADDRESS:
        ways += [st.just(Step("generate", name))]
    if kind is FieldKind.NAMES:
        ways += [st.builds(Step, st.sampled_from(["remove chip", "edit chip"]), field, st.integers(0, 2))] * 2
    if name in ("interval_min", "interval_max"):
        ways += [st.builds(Step, st.just("slide"), field, st.sampled_from(_SLIDES))]
    return st.one_of(*ways * 2, st.just(Step("revert", name)))


STEPS: Final = st.lists(
    st.one_of(*map(_steps_of, FIELDS), st.sampled_from([Step("look at another", ""), Step("revert all", "")])),
    min_size=2,
    max_size=12,
)


_own: Final = {**strategies.PROMISED, "id": st.just(1), "isImported": st.just(False)}
SESSIONS: Final = st.fixed_dictionaries(_own).map(from_wire) | strategies.sessions(1)
"""As documented and open to every edit, or in any way that there is."""


class Person:
    """Somebody at the form."""

    def __init__(self, desk: FormDesk) -> None:
        self.desk = desk
        desk.form.save_wanted.connect(self._save)
        desk.form.revert_wanted.connect(self._revert)
        self.first: Mapping[str, object] = {}

    def _save(self) -> None:
        now(self.desk.workspace.submit(plan_draft(self.draft)))

    def _revert(self) -> None:  # as the window does
        self.desk.form.forget_typing()
        self.desk.workspace.drafts.revert(1)

    @property
    def draft(self) -> Draft:
        draft = self.desk.workspace.drafts.get(1)
        assert draft is not None
        return draft

    def open(self, session: Session) -> None:
        """Have a session in the form that nothing has been done to yet."""
        workspace, form = self.desk.workspace, self.desk.form
        form.show_session(None)
        workspace.library.load([])  # or it would remember what a list leaves out
        workspace.drafts.revert(1)
        workspace.library.load([session, OTHER])
        form.show_session(1)
        self.first = {name: self.look(name) for name in FIELDS}

    def does(self, step: Step) -> None:
        """Do something, if it can be done."""
        form = self.desk.form
        match step.what:
            case "look at another":
                form.show_session(2)
                form.show_session(1)
            case "revert all":
                form.revert_button.click()
            case "revert":
                if self.desk.can_revert(step.field):
                    self.desk.revert(step.field)
            case "slide":
                end = form.slider.ends[step.field == "interval_max"]
                if end.isEnabled() and end.isVisible():
                    end.setFocus()
                    QTest.keyClick(end, step.argument)  # type: ignore[call-overload]  # a key
            case _ if self.desk.row(step.field).isVisible():
                _HANDS[step.what](self.desk.editor(step.field), step.argument)

    # --- what is to be seen ---------------------------------------------------------------------------------------

    def look(self, name: str) -> object:
        """How a field looks."""
        editor = self.desk.editor(name)
        if isinstance(editor, ChipsEditor):
            return hands.seen_in(editor), tuple(chip.name for chip in editor.chips)
        return hands.seen_in(editor)

    def difference(self, base: Session) -> dict[str, FieldValue]:
        """The fields that look otherwise than at first and say something that the server does not have."""
        other = {name: _value_in(self.desk.editor(name)) for name in FIELDS if self.look(name) != self.first[name]}
        return {name: value for name, value in other.items() if not same(value, base.value(name))}


def _types_at_the_end(editor: FieldEditor, text: str) -> None:
    hands.press(editor, KEY.Key_End)
    hands.type_on(editor, text)


def _removes_chip(editor: ChipsEditor, place: int) -> None:
    if place < len(editor.chips):
        hands.remove_chip(editor, place)


def _edits_chip(editor: ChipsEditor, place: int) -> None:
    if place < len(editor.chips):
        editor.chips[place].setFocus()
        QTest.keyClick(editor.chips[place], KEY.Key_F2)


_HANDS: Final[Mapping[str, Callable[[Any, Any], None]]] = {
    "type over": hands.type_over,
    "type on": _types_at_the_end,
    "type and take back": hands.type_and_take_back,
    "press": hands.press,
    "clear": lambda editor, _: hands.clear(editor),
    "click": lambda editor, _: hands.click(editor),
    "generate": lambda editor, _: hands.generate(editor),
    "remove chip": _removes_chip,
    "edit chip": _edits_chip,
}


# --- what an edited field says ----------------------------------------------------------------------------------------


def _value_in(editor: FieldEditor) -> FieldValue:
    """The value of a field that has been edited; UNKNOWN where it shows none that there could be."""
    return _READERS[editor.spec.kind](editor)


def _names(editor: FieldEditor) -> FieldValue:
    assert isinstance(editor, ChipsEditor)
    return tuple(chip.name for chip in editor.chips)


def _prose(editor: FieldEditor) -> FieldValue:
    assert isinstance(editor.focus_widget, QPlainTextEdit)
    block, texts = editor.focus_widget.document().begin(), []
    while block.isValid():
        texts.append(block.text())
        block = block.next()
    return "\n".join(texts).replace("\u2028", "\n")


def _number(editor: FieldEditor) -> FieldValue:
    text = hands.text_of(editor)
    if editor.spec.nullable:
        found = meant(text, choices_of(CATEGORIES, name_of), name_of)
        return text if found is UNKNOWN and text else found
    return int(text) if re.fullmatch(r"\s*-?[0-9]+\s*", text) else text or UNKNOWN


def _choice(editor: FieldEditor) -> FieldValue:
    text = hands.text_of(editor)
    return next(choice.value for choice in editor.spec.choices if choice.label == text)


_READERS: Final[Mapping[FieldKind, Callable[[FieldEditor], FieldValue]]] = {
    FieldKind.TEXT: hands.text_of,
    FieldKind.NAMES: _names,
    FieldKind.NUMBER: _number,
    FieldKind.CHOICE: _choice,
    FieldKind.PROSE: _prose,
    FieldKind.ADDRESS: lambda editor: hands.text_of(editor).strip(" "),
    FieldKind.FLAG: lambda editor: {"on": True, "off": False}[hands.text_of(editor)],
}


def _read(body: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """A request as a person reads it: line ends of different sorts look alike."""
    return {key: plain_lines(value) if isinstance(value, str) else value for key, value in body.items()}


# --- the property -----------------------------------------------------------------------------------------------------


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    around = Surroundings(categories=lambda: CATEGORIES, category_name=name_of)
    desk = FormDesk.showing(from_wire({"id": 1}), OTHER, surroundings=around)
    qtbot.addWidget(desk.form, before_close_func=lambda _: desk.form.close_listening())
    return Person(desk)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=250)
@given(session=SESSIONS, steps=STEPS)
def test_what_goes_out_is_what_the_form_shows_and_the_server_does_not_have(
    person: Person, session: Session, steps: list[Step]
) -> None:
    person.open(session)
    for step in steps:
        person.does(step)
    hands.enter(person.desk.editor("title"))  # what is typed in another field is complete
    shown = person.difference(session)
    said = {name: value for name, value in shown.items() if value is not UNKNOWN}
    assert not any(lock_reason(session, name) for name in shown)
    body = person.desk.body()
    assert _read(body) == _read(to_body(said))
    can_save = bool(shown) and not check(session, shown)
    count = len(shown)
    text = "Save" if not count else "Save 1 field" if count == 1 else f"Save {count} fields"
    assert person.desk.save == (text, can_save)
    looks = {name: person.look(name) for name in FIELDS}
    person.desk.form.save_button.click()
    assert sent_by(person.desk.workspace) == ({"PATCH /api/sessions/1": body} if can_save else {})
    assert {name: person.look(name) for name in FIELDS} == looks, "saved or not, all is as it was"
    assert person.desk.save == ("Save", False) or not can_save
