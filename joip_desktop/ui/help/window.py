"""The window of the help: pages at the left, the page beside them, ways back and forth, and a search in all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.say import later, say
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.help.browser import HelpBrowser
from joip_desktop.ui.help.pages import INDEX, Address, address_of, found_in, read_pages
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours

_WIDTH: Final = 980
_HEIGHT: Final = 720
_LIST_WIDTH: Final = 220
_IN_ENGLISH: Final = later("The help is in English.")


class HelpWindow(QDialog):
    """Stays beside the app's window. What leads out of the help is only told."""

    link_wanted = Signal(QUrl)
    """An address in the web that the person chose."""

    def __init__(self, folder: Path, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Help"))
        self._pages = read_pages(folder)
        self._by_name = {page.name: page for page in self._pages}
        self._past: list[Address] = []
        self._ahead: list[Address] = []
        self.at = Address("")
        """What is shown."""
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Find in all pages"))
        self.search.setAccessibleName(say("Find in all pages"))
        self.search.setClearButtonEnabled(True)
        self.list = _PageList()
        self.list.setAccessibleName(say("Pages of the help"))
        self.nothing = text_label(say("Nothing was found."))
        self.browser = HelpBrowser(folder)
        self.browser.setAccessibleName(say("Page of the help"))
        self.back, self.forward = QPushButton(say("&Back")), QPushButton(say("&Forward"))
        self.home = QPushButton(say("&Contents"))
        self.language = text_label(say(_IN_ENGLISH))
        self.language.setVisible(self.language.text() != _IN_ENGLISH)  # who reads English sees it anyhow
        self._lay_out()
        self._connect()
        self.set_colours(colours)
        self._list_pages()
        self.go(Address(INDEX))
        self.resize(_WIDTH, _HEIGHT)
        self.browser.setFocus()

    def go(self, address: Address) -> None:
        """Show a page, and remember where the person was; the index where there is no such page."""
        if self.at.page and address != self.at:
            self._past.append(self.at)
            self._ahead.clear()
        self._show(address)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.browser.set_colours(colours)
        self.language.setStyleSheet(f"color: {colours.muted}")

    def _show(self, address: Address) -> None:
        page = self._by_name.get(address.page) or self._pages[0]
        self.at = Address(page.name, address.anchor)
        self.browser.show_page(page, address.anchor)
        self.setWindowTitle(say("{page} – Help", page=page.title))
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == page.name:
                self.list.setCurrentRow(row)
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._ahead))

    def _go_back(self) -> None:
        if self._past:
            self._ahead.append(self.at)
            self._show(self._past.pop())

    def _go_forward(self) -> None:
        if self._ahead:
            self._past.append(self.at)
            self._show(self._ahead.pop())

    def _on_link(self, url: QUrl) -> None:
        address = address_of(url.toString(), self.at.page)
        if address is not None and address.page in self._by_name:
            self.go(address)
        elif url.scheme() in ("https", "http"):
            self.link_wanted.emit(url)

    def _list_pages(self) -> None:
        """Those in which everything occurs that is looked for."""
        found = found_in(self._pages, self.search.text())
        self.list.clear()
        for page in found:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            self.list.addItem(item)
            if page.name == self.at.page:
                self.list.setCurrentItem(item)
        self.nothing.setVisible(not found)

    def _choose(self, item: QListWidgetItem) -> None:
        self.go(Address(item.data(Qt.ItemDataRole.UserRole)))
        if words := self.search.text().split():
            self.browser.find(words[0])

    def _choose_first(self) -> None:
        """What Enter in the line of the search does."""
        if self.list.count():
            self._choose(self.list.item(0))

    def _connect(self) -> None:
        self.browser.anchorClicked.connect(self._on_link)
        self.search.textChanged.connect(lambda _: self._list_pages())
        self.search.returnPressed.connect(self._choose_first)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.home.clicked.connect(lambda: self.go(Address(INDEX)))
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Back), self._go_back),
            (QKeySequence(QKeySequence.StandardKey.Forward), self._go_forward),
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), self.browser.zoomIn),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), self.browser.zoomOut),
        ):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)

    def _lay_out(self) -> None:
        for button in (self.back, self.forward, self.home):
            button.setAutoDefault(False)
        side = QWidget()
        pages = QVBoxLayout(side)
        pages.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.list, self.nothing):
            pages.addWidget(widget, int(widget is self.list))
        pages.addStretch(0)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.forward)
        top.addWidget(self.home)
        top.addStretch(1)
        top.addWidget(self.language, 2)
        main = QWidget()
        beside = QVBoxLayout(main)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(top)
        beside.addWidget(self.browser, 1)
        parts = QSplitter()
        parts.addWidget(side)
        parts.addWidget(main)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setSizes([_LIST_WIDTH, _WIDTH - _LIST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(parts, 1)


class _PageList(QListWidget):
    """Framed while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The titles, and the frame."""
        super().paintEvent(event)
        frame_focus(self)
