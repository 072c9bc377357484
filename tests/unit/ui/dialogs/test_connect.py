from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.errors import CookieRefusedError, OriginRefusedError
from joip_desktop.ui.dialogs.connect import ConnectDialog
from joip_desktop.ui.theme import LIGHT

SECRET = "s%3Avery-secret.signature"  # a made-up cookie
Open = Callable[..., ConnectDialog]


def check(server: str, cookie: str) -> None:
    if not server.startswith("https://"):
        raise OriginRefusedError("This is no address.", next_step="Begin with https://.")
    if cookie != SECRET:
        raise CookieRefusedError("There is no <b>cookie</b> in what was pasted.")


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    dialogs: list[ConnectDialog] = []

    def make(server: str = "", reason: str = "") -> ConnectDialog:
        dialog = ConnectDialog(server=server, check=check, colours=LIGHT, reason=reason)
        qtbot.addWidget(dialog)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()


def _texts(dialog: ConnectDialog) -> list[str]:
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    shown += [one.displayText() for one in dialog.findChildren(QLineEdit)]
    tips = [widget.toolTip() + widget.accessibleDescription() for widget in dialog.findChildren(QWidget)]
    return [*shown, *tips, dialog.windowTitle()]


def _fill(dialog: ConnectDialog, server: str, cookie: str) -> list[tuple[str, str]]:
    chosen: list[tuple[str, str]] = []
    dialog.chosen.connect(lambda *values: chosen.append(values))
    dialog.server.setText(server)
    dialog.cookie.setText(cookie)
    QTest.keyClick(dialog.cookie, Qt.Key.Key_Return)
    return chosen


def test_a_good_address_and_cookie_are_chosen(opened: Open) -> None:
    dialog = opened()
    assert _fill(dialog, "  https://joip.example ", SECRET) == [("https://joip.example", SECRET)]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("server", "cookie", "told"),
    [
        ("joip", SECRET, "This is no address. Begin with https://."),
        ("", SECRET, "This is no address. Begin with https://."),
        ("https://joip.example", "nonsense", "There is no <b>cookie</b> in what was pasted."),
        ("https://joip.example", "", "There is no <b>cookie</b> in what was pasted."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(opened: Open, server: str, cookie: str, told: str) -> None:
    dialog = opened()
    assert _fill(dialog, server, cookie) == []
    assert dialog.isVisible()
    assert dialog._problem.isVisible()
    assert dialog._problem.text() == told
    assert dialog._problem.textFormat() is Qt.TextFormat.PlainText
    assert (dialog.server.text(), dialog.cookie.text()) == (server, cookie)
    assert _fill(dialog, "https://joip.example", SECRET) == [("https://joip.example", SECRET)]


def test_the_cookie_is_never_shown(opened: Open) -> None:
    dialog = opened()
    _fill(dialog, "joip", SECRET)
    assert not [text for text in _texts(dialog) if "secret" in text]
    dialog.cookie.selectAll()
    dialog.cookie.copy()
    assert dialog.cookie.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(("server", "focus"), [("", "server"), ("https://joip.example", "cookie")])
def test_the_cursor_is_where_something_is_missing(opened: Open, server: str, focus: str) -> None:
    dialog = opened(server)
    assert dialog.server.text() == server
    assert getattr(dialog, focus).hasFocus()


@pytest.mark.parametrize("reason", ["", "Your sign-in has expired."])
def test_the_reason_is_said(opened: Open, reason: str) -> None:
    dialog = opened(reason=reason)
    assert dialog._problem.isVisible() is bool(reason)
    assert dialog._problem.text() == reason


def test_escape_chooses_nothing(opened: Open) -> None:
    dialog = opened()
    chosen: list[object] = []
    dialog.chosen.connect(lambda *values: chosen.append(values))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert chosen == []
