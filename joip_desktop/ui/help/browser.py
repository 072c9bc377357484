"""A page of the help, drawn: pictures as wide as there is room, code and tables told from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontDatabase,
    QImage,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.help.pages import Page, slug
from joip_desktop.ui.theme import SPACE, Colours

_SETTLE_MS: Final = 150
"""From a change of the width to drawing pictures anew, in case another one follows."""

_FEATURES: Final = QTextDocument.MarkdownFeature(
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value | QTextDocument.MarkdownFeature.MarkdownNoHTML.value
)
_MARGIN: Final = 2 * SPACE
_ROOM_BESIDE: Final = 4 * SPACE


class HelpBrowser(QTextBrowser):
    """Shows one page. It reads files of its folder only, and nothing from the network; links are only told."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder.resolve()
        self._page: Page | None = None
        self._colours: Colours | None = None
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw_in_place)

    def show_page(self, page: Page, anchor: str = "") -> None:
        """Show a page from a heading on, or from its top."""
        self._page = page
        self._draw()
        self.go_to(anchor)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        if self._page is not None:
            self._draw_in_place()

    def go_to(self, anchor: str) -> None:
        """Scroll to the heading with this slug; to the top where there is none."""
        block = next((one for one in self._blocks() if anchor and _is_heading(one, anchor)), self.document().begin())
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top - _MARGIN) if anchor else 0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, N802 - Qt's signature
        """Pictures of the folder, no wider than there is room."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = (self._folder / QUrl(name).path()).resolve()
        if not path.is_relative_to(self._folder):
            return None
        image = QImage(str(path))
        ratio = self.devicePixelRatioF()
        room = max(1, self.viewport().width() - 2 * _MARGIN - _ROOM_BESIDE)
        if image.width() > room:
            width = min(image.width(), round(room * ratio))  # pixels of the screen, as many as there are
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(width / room)
        return image

    # --- how ----------------------------------------------------------------------------------------------------------

    def _draw_in_place(self) -> None:
        """Anew, with the same part in sight."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._draw()
        bar.setValue(round(part * bar.maximum()))

    def _draw(self) -> None:
        page, colours = self._page, self._colours
        if page is None or colours is None:
            return
        document = self.document()
        document.clear()  # or pictures of the former width would stay
        document.setMarkdown(page.text, _FEATURES)
        quiet, line = QColor(colours.stripe), QColor(colours.border)
        for block in self._blocks():
            if _is_code(block):
                _mark_code(block, quiet)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(1)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QBrush(line))
                form.setBorderCollapse(True)
                form.setCellPadding(SPACE // 2)
                form.setCellSpacing(0)
                form.setTopMargin(SPACE)
                form.setBottomMargin(SPACE)
                frame.setFormat(form)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # --- Qt's own -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures get the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, framed while it has the keyboard."""
        super().paintEvent(event)
        frame_focus(self)


def _is_heading(block: QTextBlock, anchor: str) -> bool:
    return block.blockFormat().headingLevel() > 0 and slug(block.text()) == anchor


def _is_code(block: QTextBlock) -> bool:
    form = block.blockFormat()
    properties = (QTextFormat.Property.BlockCodeFence, QTextFormat.Property.BlockCodeLanguage)
    return any(form.hasProperty(one.value) for one in properties)


def _mark_code(block: QTextBlock, background: QColor) -> None:
    cursor = QTextCursor(block)
    form = QTextBlockFormat()
    form.setBackground(background)
    form.setNonBreakableLines(False)
    cursor.mergeBlockFormat(form)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    letters = QTextCharFormat()
    letters.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    cursor.mergeCharFormat(letters)
