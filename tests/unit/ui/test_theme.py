from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QStyle
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Appearance, Density
from joip_desktop.ui.theme import DARK, LIGHT, ROWS, Colours, Theme, without_icons

ROLE = QPalette.ColorRole


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    palette = qapp.palette()
    chosen = Theme(qapp, Appearance.LIGHT)
    yield chosen
    chosen.close()
    qapp.setPalette(palette)


def test_switching_recolours_at_once(theme: Theme, qapp: QApplication) -> None:
    seen: list[Colours] = []
    theme.on_change(lambda: seen.append(theme.colours))
    assert seen == [LIGHT]
    theme.choose(Appearance.DARK)
    assert theme.appearance is Appearance.DARK
    assert seen == [LIGHT, DARK]
    assert qapp.palette().color(ROLE.Base).name() == DARK.base
    theme.choose(Appearance.LIGHT)
    assert qapp.palette().color(ROLE.Base).name() == LIGHT.base


def test_the_system_is_followed_only_where_chosen(theme: Theme, qapp: QApplication) -> None:
    seen: list[Colours] = []
    theme.on_change(lambda: seen.append(theme.colours))
    hints = qapp.styleHints()
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert set(seen) == {LIGHT}
        theme.choose(Appearance.SYSTEM)
        scheme = hints.colorScheme()
        assert theme.colours is (DARK if scheme is Qt.ColorScheme.Dark else LIGHT)
    finally:
        hints.unsetColorScheme()


def test_after_close_nobody_is_called(theme: Theme, qapp: QApplication) -> None:
    own = Theme(qapp, Appearance.LIGHT)
    seen: list[Colours] = []
    own.on_change(lambda: seen.append(own.colours))
    own.close()
    theme.choose(Appearance.DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert seen == [LIGHT]


def test_who_has_gone_is_not_called_and_keeps_nobody_from_being_called(theme: Theme) -> None:
    seen: list[str] = []
    stop = theme.on_change(lambda: seen.append("gone"))
    theme.on_change(lambda: seen.append("here"))
    stop()
    stop()
    seen.clear()
    theme.choose(Appearance.DARK)
    assert seen == ["here"]


# --- sizes ------------------------------------------------------------------------------------------------------------


def test_denser_rows_are_lower_and_hold_their_picture() -> None:
    heights = [ROWS[density].height for density in Density]
    assert heights == sorted(set(heights))
    assert len(heights) == len(ROWS)
    for size in ROWS.values():
        assert size.picture_size.height() <= size.height - 6
        assert size.picture_size.width() / size.picture_size.height() == pytest.approx(16 / 9, rel=0.02)
        assert size.picture_column >= size.picture_size.width() + 8


@pytest.mark.usefixtures("qapp")
def test_rows_grow_with_the_text() -> None:
    small, large = QFont(), QFont()
    small.setPixelSize(8)
    large.setPixelSize(60)
    for size in ROWS.values():
        assert size.height_for(QFontMetrics(small)) == size.height
        assert size.height_for(QFontMetrics(large)) >= 60 + size.air


# --- dialogs ----------------------------------------------------------------------------------------------------------


def test_buttons_of_dialogs_lose_the_icons_of_the_style(qtbot: QtBot, qapp: QApplication) -> None:
    sign = qapp.style().standardIcon(QStyle.StandardPixmap.SP_DialogOkButton)
    assert not sign.isNull()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    message = QMessageBox()
    message.addButton(QMessageBox.StandardButton.Close)
    for dialog in (box, message):
        qtbot.addWidget(dialog)
        for button in dialog.buttons():
            button.setIcon(sign)  # as the style of a desktop does
        without_icons(dialog)
        assert [button.icon().isNull() for button in dialog.buttons()] == [True] * len(dialog.buttons())
