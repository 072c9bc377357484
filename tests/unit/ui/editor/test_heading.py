from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.heading import Heading
from tests.helpers.discreet import LONG


def test_a_name_is_whole_and_wraps(qtbot: QtBot) -> None:
    heading = Heading(Discretion())
    qtbot.addWidget(heading)
    heading.show_name(LONG, 1)
    assert heading.text() == LONG
    assert heading.textFormat() is Qt.TextFormat.PlainText
    assert heading.hasHeightForWidth()
    assert heading.heightForWidth(200) > heading.heightForWidth(2000)


def test_in_discreet_mode_it_has_one_line_for_every_name(qtbot: QtBot) -> None:
    discretion = Discretion()
    heading = Heading(discretion)
    qtbot.addWidget(heading)
    heading.resize(200, 20)
    heading.show()
    discretion.set_on(True)
    heights = set()
    for name in ("", "Short", LONG, "a\u2028b\u2028c"):
        heading.show_name(name, 1)
        heights.add((heading.minimumHeight(), heading.maximumHeight(), heading.hasHeightForWidth()))
    assert heights == {(heading.fontMetrics().lineSpacing(),) * 2 + (False,)}
    heading.show_name(LONG, 1)
    assert heading.text().endswith("…")
    cut = heading.text()
    heading.resize(300, 20)
    assert len(heading.text()) > len(cut)
    discretion.set_on(False)
    assert heading.text() == LONG
    assert heading.maximumHeight() > 1000
    assert heading.minimumHeight() == 0
