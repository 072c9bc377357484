from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.elided_label import ElidedLabel

TEXT = "Favourite 40 sessions: <b>12</b> of 40"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel(TEXT)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    return label


def test_what_fits_is_shown_whole_and_needs_no_tooltip(label: ElidedLabel) -> None:
    assert label.shown == label.text() == TEXT
    assert label.toolTip() == ""


def test_what_does_not_fit_is_in_the_tooltip_and_told_to_screen_readers(label: ElidedLabel) -> None:
    label.resize(label.width() // 2, label.height())
    assert label.shown.endswith("…")
    assert TEXT.startswith(label.shown.removesuffix("…"))
    assert label.text() == TEXT
    assert label.toolTip() == f"<qt>{TEXT.replace('<', '&lt;').replace('>', '&gt;')}</qt>"
    interface = QAccessible.queryAccessibleInterface(label)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == TEXT
    label.setText("12")
    assert (label.shown, label.toolTip()) == ("12", "")


def test_no_text_makes_its_window_wide(label: ElidedLabel) -> None:
    before = label.minimumSizeHint().width()
    label.setText(TEXT * 100)
    assert label.minimumSizeHint().width() == before
    label.setText("")
    assert label.minimumSizeHint().width() <= before


def test_it_is_painted_as_it_is_shown(label: ElidedLabel) -> None:
    def ink(widget: QWidget) -> int:
        image = widget.grab().toImage()
        ground = image.pixel(0, 0)
        pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixel(x, y) != ground for x, y in pixels)

    whole = ink(label)
    label.setText("F")
    assert 0 < ink(label) < whole / 4
