from __future__ import annotations

import html
import re
from collections import Counter
from functools import partial

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.resources import resource
from joip_desktop.ui.actions import ACTIONS, ActionId, colour_actions, make_actions
from joip_desktop.ui.theme import LIGHT


def test_every_action_is_in_the_table() -> None:
    assert list(ACTIONS) == list(ActionId)


def test_no_shortcut_stands_for_two_actions() -> None:
    keys = [QKeySequence(text).toString() for spec in ACTIONS.values() for text in spec.shortcuts]
    assert all(keys), "each one is a key"
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("action_id", ActionId)
def test_an_action_has_a_text_with_a_mnemonic_and_a_sentence_of_help(action_id: ActionId) -> None:
    spec = ACTIONS[action_id]
    assert re.fullmatch(r"[^&]*&[A-Za-z][^&]*", spec.text)
    assert re.fullmatch(r"[A-Z][^<>&]{10,}[^.\s]", spec.help)
    if spec.icon:
        assert resource(f"icons/{spec.icon}.svg").is_file()


def test_actions_are_wired_each_to_its_handler(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    called: list[ActionId] = []
    actions = make_actions(owner, {one: partial(called.append, one) for one in ActionId})
    for action in actions.values():
        action.trigger()
    assert called == list(ActionId)
    assert set(owner.actions()) == set(actions.values())


def test_what_is_on_or_off_has_a_tick(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    called: list[ActionId] = []
    actions = make_actions(owner, {one: partial(called.append, one) for one in ActionId})
    ticks = {one for one, action in actions.items() if action.isCheckable()}
    views = {ActionId.TABLE, ActionId.GALLERY, ActionId.OVERVIEW}
    assert ticks == {*views, ActionId.DISCREET, ActionId.DISCREET_WHILE_SHARING}
    assert ticks == {one for one, spec in ACTIONS.items() if spec.checkable}
    actions[ActionId.DISCREET].setChecked(True)
    assert called == [], "only what a person does is told"
    actions[ActionId.DISCREET].trigger()
    assert called == [ActionId.DISCREET]


def test_tooltips_name_the_keys(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = make_actions(owner, {one: lambda: None for one in ActionId})
    for action_id, action in actions.items():
        spec = ACTIONS[action_id]
        shown = html.unescape(action.toolTip())
        assert spec.help in shown
        assert [one.toString() for one in action.shortcuts()] == [
            QKeySequence(text).toString() for text in spec.shortcuts
        ]
        assert ("(" in shown) is bool(spec.shortcuts)


def test_icons_are_coloured(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = make_actions(owner, {one: lambda: None for one in ActionId})
    colour_actions(actions, LIGHT)
    assert {one for one, action in actions.items() if not action.icon().isNull()} == {
        one for one, spec in ACTIONS.items() if spec.icon
    }
