"""The help as people use it: by mouse and keys, without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.resources import documents
from joip_desktop.ui.help.browser import HelpBrowser
from joip_desktop.ui.help.pages import Address, read_pages
from joip_desktop.ui.help.window import HelpWindow
from joip_desktop.ui.theme import DARK, LIGHT

TEXT = "# Help\n\n[Two](two.md#below) [web](https://example.org/) [gone](gone.md)\n\n![picture](wide.png)\n"
TABLE = "| a | b |\n| - | - |\n| 1 | 2 |\n\n"
LONG = "line\n\n" * 80
TWO = f"# Two\n\n{LONG}## Below\n\nhere `code`\n\n{TABLE}```sh\nmake\n```\n\n{LONG}"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> HelpWindow:
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.md").write_text(TWO, encoding="utf-8")
    image = QImage(3000, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(tmp_path / "wide.png"))
    shown = HelpWindow(tmp_path, LIGHT)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    assert QTest.qWaitForWindowActive(shown)
    return shown


def click(window: HelpWindow, target: str) -> None:
    window.browser.anchorClicked.emit(QUrl(target))


def test_links_lead_to_a_heading_of_another_page_and_back(window: HelpWindow) -> None:
    click(window, "two.md#below")
    assert window.at == Address("two.md", "below")
    assert window.windowTitle() == "Two – Help"
    where = window.browser.cursorForPosition(QPoint(40, 30)).block().text()
    assert where == "Below"
    assert window.list.currentItem().text() == "Two"
    window.back.click()
    assert window.at == Address("README.md")
    assert not window.back.isEnabled()
    window.forward.click()
    assert window.at.page == "two.md"
    QTest.keySequence(window, Qt.Key.Key_Left | Qt.KeyboardModifier.AltModifier)
    assert window.at.page == "README.md"


def test_the_way_back_begins_at_another_page_and_contents_leads_to_the_first(window: HelpWindow) -> None:
    window.go(Address("README.md"))
    assert not window.back.isEnabled()
    click(window, "two.md")
    window.home.click()
    assert (window.at.page, window.back.isEnabled()) == ("README.md", True)


def test_the_text_can_be_made_larger_and_smaller(window: HelpWindow) -> None:
    before = window.browser.font().pointSizeF()
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.ZoomIn))
    assert window.browser.font().pointSizeF() > before
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.ZoomOut))
    assert window.browser.font().pointSizeF() == before


def test_addresses_in_the_web_are_only_told_and_missing_pages_do_nothing(window: HelpWindow) -> None:
    told: list[str] = []
    window.link_wanted.connect(lambda url: told.append(url.toString()))
    click(window, "https://example.org/")
    click(window, "gone.md")
    click(window, "file:///etc/hostname")
    assert told == ["https://example.org/"]
    assert window.at == Address("README.md")


def test_pictures_are_no_wider_than_the_page_and_come_from_its_folder_alone(window: HelpWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    image = window.browser.loadResource(kind, QUrl("wide.png"))
    assert image.width() / image.devicePixelRatio() <= window.browser.viewport().width()
    assert window.browser.horizontalScrollBar().maximum() == 0
    for outside in ("../../etc/hostname", "/etc/hostname", "http://example.org/x.png", "file:///etc/hostname"):
        found = window.browser.loadResource(kind, QUrl(outside))
        assert found is None or found.isNull()
    assert window.browser.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("two.md")) is None


def test_pictures_are_no_wider_on_a_screen_with_more_pixels_either(
    window: HelpWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, room = QTextDocument.ResourceType.ImageResource.value, window.browser.viewport().width()
    for ratio in (1.0, 2.0, 3.0, 10.0):
        monkeypatch.setattr(HelpBrowser, "devicePixelRatioF", lambda _, ratio=ratio: ratio)
        image = window.browser.loadResource(kind, QUrl("wide.png"))
        assert 0.5 * room < image.width() / image.devicePixelRatio() <= room
        assert image.width() == min(3000, round(ratio * image.width() / image.devicePixelRatio()))


def test_a_search_narrows_the_pages_and_enter_opens_the_first(window: HelpWindow) -> None:
    QTest.keyClicks(window.search, "code")
    assert [window.list.item(row).text() for row in range(window.list.count())] == ["Two"]
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.at.page == "two.md"
    assert window.browser.textCursor().selectedText() == "code"
    window.search.setText("nowhere")
    assert window.nothing.isVisible()
    window.search.clear()
    assert window.list.count() == 2


def test_another_width_or_appearance_keeps_the_place(window: HelpWindow) -> None:
    click(window, "two.md#below")
    part = window.browser.verticalScrollBar().value() / window.browser.verticalScrollBar().maximum()
    window.set_colours(DARK)
    after = window.browser.verticalScrollBar().value() / window.browser.verticalScrollBar().maximum()
    assert after == pytest.approx(part, abs=0.02)


def test_every_page_that_comes_with_the_app_can_be_shown(qtbot: QtBot) -> None:
    window = HelpWindow(documents(), LIGHT)
    qtbot.addWidget(window)
    window.show()
    for page in read_pages(documents()):
        window.go(Address(page.name))
        assert len(window.browser.toPlainText()) > 100
