from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.labels import name_box, text_label
from tests.helpers.spoken import name


def page_with_box(qtbot: QtBot) -> tuple[QWidget, QComboBox]:
    page, box = QWidget(), QComboBox()
    qtbot.addWidget(page)
    box.addItems(["Fade", "Slide"])
    QVBoxLayout(page).addWidget(box)
    page.show()
    return page, box


def test_a_text_is_text_and_makes_nothing_wide(qtbot: QtBot) -> None:
    label = text_label("<b>" + "x" * 900)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.minimumSizeHint().width() <= label.sizeHint().width()
    assert label.wordWrap()


def test_a_box_has_its_name_beside_its_value(qtbot: QtBot) -> None:
    page, box = page_with_box(qtbot)
    assert name(box) == ""
    name_box(box, "Transition")
    assert name(box) == "Transition"
    assert box.accessibleName() == "Transition"
    name_box(box, "Keep for <b>Rock & Roll</b>")
    assert name(box) == "Keep for <b>Rock & Roll</b>"
    (label,) = page.findChildren(QLabel)
    assert not label.isVisible()


def test_the_name_goes_with_its_box(qtbot: QtBot) -> None:
    page, box = page_with_box(qtbot)
    name_box(box, "Transition")
    box.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # what was handed to deleteLater
    QApplication.sendPostedEvents(None, 52)
    assert page.findChildren(QLabel) == []
