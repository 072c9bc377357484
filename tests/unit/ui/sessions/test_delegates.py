from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.columns import STAR, THUMBNAIL, TITLE
from joip_desktop.ui.sessions.delegates import HiddenTextDelegate, StarDelegate, ThumbnailDelegate
from joip_desktop.ui.theme import DARK, LIGHT, ROWS, palette_of
from tests.helpers.cells import Cells

GREEN, BLUE = "#00ff00", "#0000ff"
SESSIONS = [
    Session(id=1, title="Lakes", thumbnail="https://i.redd.it/here.jpg", is_favorite=True),
    Session(id=2, title="Lakes", thumbnail="https://i.redd.it/slow.jpg", is_favorite=False),
    Session(id=3, title="Lakes", thumbnail="https://i.redd.it/gone.jpg"),
    Session(id=4, title="Lakes", thumbnail=""),
    Session(id=2**70, title="Lakes"),
]
HERE, SLOW, GONE, EMPTY, NOT_KNOWN = range(5)


class Pictures:
    """One picture, green at the left and blue at the right; one that comes later; one that will not come."""

    def __init__(self) -> None:
        self.asked: list[tuple[QSize, float]] = []
        self.ratio = 1.0

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        self.asked.append((QSize(size), ratio))
        if not url.endswith("here.jpg"):
            return None
        pixmap = QPixmap(size * self.ratio)
        pixmap.fill(QColor(GREEN))
        painter = QPainter(pixmap)
        painter.fillRect(pixmap.rect().adjusted(pixmap.width() // 2, 0, 0, 0), QColor(BLUE))
        painter.end()
        pixmap.setDevicePixelRatio(self.ratio)
        return pixmap

    def failure(self, url: str) -> str | None:
        return "<b>It is gone.</b>" if url.endswith("gone.jpg") else None


class Table:
    def __init__(self, qtbot: QtBot) -> None:
        self.model = Cells(SESSIONS)
        self.view = QTableView()
        qtbot.addWidget(self.view)
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.view.setMouseTracking(True)
        self.view.setPalette(palette_of(LIGHT))
        self.view.setShowGrid(False)
        self.view.verticalHeader().setDefaultSectionSize(30)
        self.pictures = Pictures()
        self.is_discreet = False
        self.asked: list[tuple[int, bool]] = []
        self.stars = StarDelegate(self.view)
        self.thumbnails = ThumbnailDelegate(self.pictures, self.hidden, self.view)
        self.titles = HiddenTextDelegate(self.hidden, self.view)
        for column, delegate in ((STAR, self.stars), (THUMBNAIL, self.thumbnails), (TITLE, self.titles)):
            self.view.setItemDelegateForColumn(column, delegate)
        self.view.resize(700, 300)
        self.view.show()
        assert QTest.qWaitForWindowExposed(self.view)

    def hidden(self, session_id: int, hovered: bool) -> bool:
        self.asked.append((session_id, hovered))
        return self.is_discreet and not hovered

    def picture(self, row: int, column: int) -> QImage:
        return self.view.viewport().grab(self.view.visualRect(self.model.index(row, column))).toImage()

    def colours(self, row: int, column: int) -> dict[str, int]:
        image = self.picture(row, column)
        counts: dict[str, int] = {}
        for x in range(image.width()):
            for y in range(image.height()):
                name = image.pixelColor(x, y).name()
                counts[name] = counts.get(name, 0) + 1
        return counts

    def hover(self, row: int, column: int) -> None:
        at = self.view.visualRect(self.model.index(row, column)).center()
        QTest.mouseMove(self.view.viewport(), at)
        QApplication.processEvents()

    def press(self) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton)

    def help(self, row: int, column: int) -> bool:
        viewport = self.view.viewport()
        at = self.view.visualRect(self.model.index(row, column)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
        return QToolTip.isVisible()


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    made = Table(qtbot)
    yield made
    made.press()  # which takes a tooltip away at once
    made.view.close()


def test_every_state_of_a_picture_has_its_own_look(table: Table) -> None:
    looks = [table.picture(row, THUMBNAIL) for row in (HERE, SLOW, GONE, EMPTY)]
    assert all(one != other for position, one in enumerate(looks) for other in looks[:position])
    assert table.picture(NOT_KNOWN, THUMBNAIL) == looks[EMPTY]


def test_a_picture_has_the_size_of_the_density(table: Table) -> None:
    for density, size in ROWS.items():
        table.thumbnails.set_density(density)
        table.view.verticalHeader().setDefaultSectionSize(size.height)
        table.pictures.asked.clear()
        colours = table.colours(HERE, THUMBNAIL)
        pixels = colours[GREEN] + colours[BLUE]
        area = size.picture[0] * size.picture[1]
        assert area - 70 < pixels <= area, "all of it but for the corners"
        assert table.pictures.asked == [(size.picture_size, 1.0)]


@pytest.mark.parametrize("ratio", [1.5, 2.0])
def test_pictures_for_fine_screens_fill_the_same_place(table: Table, ratio: float) -> None:
    before = table.picture(HERE, THUMBNAIL)
    table.pictures.ratio = ratio
    after = table.picture(HERE, THUMBNAIL)
    middle = before.height() // 2
    seen = [[image.pixelColor(x, middle).name() for x in range(image.width())] for image in (before, after)]
    for colour in (GREEN, BLUE):
        assert seen[0].index(colour) == seen[1].index(colour)
        assert seen[0].count(colour) == pytest.approx(seen[1].count(colour), abs=2)


def test_in_a_narrow_column_there_is_as_much_of_a_picture_as_fits(table: Table) -> None:
    table.view.setColumnWidth(THUMBNAIL, 30)
    assert table.colours(HERE, THUMBNAIL)[GREEN] > 13 * 24 * 0.9
    assert table.pictures.asked[-1][0] == ROWS[Density.NORMAL].picture_size, "one size of each picture is enough"


def test_an_address_that_waits_to_be_sent_has_a_frame(table: Table) -> None:
    before = table.picture(HERE, THUMBNAIL)
    table.model.marks[HERE, THUMBNAIL] = QColor("#ff00ff")
    assert table.picture(HERE, THUMBNAIL) != before
    assert "#ff00ff" in table.colours(HERE, THUMBNAIL)
    table.view.selectRow(HERE)
    assert "#ff00ff" not in table.colours(HERE, THUMBNAIL), "it could not be seen on the selection"
    assert LIGHT.on_accent in table.colours(HERE, THUMBNAIL)


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen, of tooltips
def test_a_picture_that_failed_says_why_as_text(table: Table) -> None:
    assert table.help(GONE, THUMBNAIL)
    assert QToolTip.text() == "<qt>No picture: &lt;b&gt;It is gone.&lt;/b&gt;</qt>"
    table.press()
    assert not table.help(SLOW, THUMBNAIL)
    assert not table.help(EMPTY, THUMBNAIL)
    table.is_discreet = True
    assert table.help(GONE, THUMBNAIL), "the mouse over it uncovers it"


def test_signs_follow_the_appearance(table: Table) -> None:
    before = table.colours(GONE, THUMBNAIL)
    table.thumbnails.colours = DARK
    after = table.colours(GONE, THUMBNAIL)
    assert LIGHT.muted in before
    assert LIGHT.muted not in after


# --- discreet ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", [THUMBNAIL, TITLE])
def test_what_is_hidden_does_not_depend_on_the_session(table: Table, column: int) -> None:
    plain = table.picture(HERE, column)
    table.is_discreet = True
    hidden = table.picture(HERE, column)
    assert hidden != plain
    table.model.sessions[HERE] = Session(id=1, title="Another title that is longer", thumbnail="")
    assert table.picture(HERE, column) == hidden
    assert GREEN not in table.colours(HERE, column)


@pytest.mark.parametrize("column", [THUMBNAIL, TITLE])
def test_the_mouse_uncovers_what_it_is_over(table: Table, column: int) -> None:
    plain = table.picture(HERE, column)
    table.is_discreet = True
    others = table.picture(NOT_KNOWN, column)
    table.hover(HERE, column)
    assert table.picture(HERE, column) == plain
    assert table.picture(NOT_KNOWN, column) == others
    assert (1, True) in table.asked
    assert (2**70, False) in table.asked, "ids may be larger than Qt's integers"


def test_a_hidden_title_that_waits_to_be_sent_is_marked_too(table: Table) -> None:
    table.is_discreet = True
    before = table.picture(HERE, TITLE)
    table.model.marks[HERE, TITLE] = QColor("#ff00ff")
    assert table.picture(HERE, TITLE) != before
    table.view.selectRow(HERE)
    assert table.colours(HERE, TITLE)[LIGHT.accent] > 100


def test_stars_and_pictures_ask_the_model_for_nothing_but_what_they_paint(table: Table) -> None:
    for column, roles in ((STAR, 2), (THUMBNAIL, 3)):
        table.model.asked = 0
        table.picture(HERE, column)
        assert 0 < table.model.asked <= roles
