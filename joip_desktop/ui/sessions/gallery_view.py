"""The gallery: the table's sessions as tiles, with the same selection, stars by click, and tiles of any size."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QCursor,
    QFont,
    QHelpEvent,
    QHoverEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QStyleOptionRubberBand, QToolTip, QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.discretion import HIDDEN
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.sessions.columns import TITLE
from joip_desktop.ui.sessions.grid_view import GridView, Index
from joip_desktop.ui.sessions.list_role import tell_as_list
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.mouse import StarClicks, menu_place
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.tile_content import Tile, tile_of, tooltip_of, words_of
from joip_desktop.ui.sessions.tiles import Look, TilePainter
from joip_desktop.ui.sessions.typed_text import TypedText
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import plain_tooltip

SMALLEST: Final = 120
LARGEST: Final = 400
USUAL: Final = 200
"""Widths of tiles, in device-independent pixels."""

_STEP: Final = 20
"""By how much a notch of the wheel, with Ctrl, makes tiles wider or narrower."""

_NOTCH: Final = 120
"""In Qt's eighths of a degree."""

_KEPT: Final = 500
"""Tiles of which the view knows what they show."""

_Event = QEvent.Type


class GalleryView(GridView):
    """Shows a `SessionTableModel` as tiles. Create it after the selection, which has to hear of new rows first."""

    star_clicked = Signal(object)
    """The id of the session whose star was clicked (an object: ids may be larger than Qt's integers)."""

    menu_wanted = Signal(QPoint)
    """A context menu for the selection is wanted at this place of the screen."""

    tile_size_changed = Signal(int)
    """Tiles have another width now."""

    def __init__(
        self, model: SessionTableModel, selection: SessionSelection, tiles: TilePainter, parent: QWidget | None = None
    ) -> None:
        self._sessions = model
        self._selection = selection
        self._tiles = tiles
        self._known: dict[int, Tile] = {}
        self._tile_size = USUAL
        self._shaped: tuple[int, QFont] | None = None
        self._empty_text = ""
        self._is_loading = False
        self._stars = StarClicks(self._star_at, self._on_star)
        self._hovered: int | None = None
        self._turned = 0
        self._typed = TypedText()
        self._kept_scroll = 0
        self._kept_top: tuple[int, int] | None = None
        super().__init__(model, TITLE, parent)
        self.setSelectionModel(selection)
        self.setAccessibleName(say("Sessions"))
        tell_as_list(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        model.about_to_arrange.connect(self._keep)
        model.arranged.connect(self._restore)

    # --- what is shown ----------------------------------------------------------------------------------------------

    @property
    def tile_size(self) -> int:
        """The width of a tile as it was asked for; in a view that is narrower, tiles are."""
        return self._tile_size

    def set_tile_size(self, size: int) -> None:
        """Make tiles so wide, in device-independent pixels and within limits; what is in sight stays in sight."""
        size = min(max(size, SMALLEST), LARGEST)
        if size != self._tile_size:
            self._tile_size = size
            self.updateGeometries()
            self.tile_size_changed.emit(size)

    def picture_size(self) -> QSize:
        """The size that pictures are asked for in, in device-independent pixels."""
        return self._tiles.shape.picture.size()

    def show_pictures(self, urls: Collection[str]) -> None:
        """Paint the tiles in sight whose pictures have come or failed."""
        for row in self.visible_rows():
            if self._tile(row).url in urls:
                self.viewport().update(self.place(row))

    def set_colours(self, colours: Colours) -> None:
        """Paint in the colours of another appearance."""
        self._sessions.set_colours(colours)
        self._tiles.set_colours(colours)
        self._known.clear()
        self.viewport().update()

    def set_empty_text(self, text: str) -> None:
        """What to say in place of tiles when there are none."""
        if text != self._empty_text:
            self._empty_text = text
            self.viewport().update()

    def set_loading(self, loading: bool) -> None:
        """Show where tiles will be, as long as there are none."""
        if loading != self._is_loading:
            self._is_loading = loading
            self.viewport().update()

    # --- for the layout ---------------------------------------------------------------------------------------------

    def tile_for(self, width: int) -> tuple[int, int]:
        """A tile of the size wanted, as far as there is room for it."""
        wanted = min(self._tile_size, max(SMALLEST, width - 2 * SPACE)), self.font()
        if self._shaped != wanted:
            self._shaped = wanted
            self._tiles.set_size(*wanted)
        return self._tiles.shape.width, self._tiles.shape.height

    def sees(self, rows: range) -> None:
        """Let the selection show Qt what is selected among these rows, and look what is under the mouse."""
        if rows:
            self._selection.see(rows[0], rows[-1])
        if self._hovered is not None:
            self._hover(self.viewport().mapFromGlobal(QCursor.pos()))

    def forget(self) -> None:
        """Ask the model anew."""
        self._known.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Texts in another font need other room."""
        super().changeEvent(event)
        if event.type() in (_Event.FontChange, _Event.StyleChange):
            self.updateGeometries()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles in sight, or what stands for none."""
        grid, top, area = self.grid(), self.verticalOffset(), event.rect()
        painter = QPainter(self.viewport())
        if grid.count == 0:
            self._paint_none(painter)
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in grid.rows_between(area.top() + top, area.bottom() + top):
            place = QRect(*grid.box(row)).translated(0, -top)
            if place.intersects(area):
                selected = self._selection.isSelected(self._sessions.index(row, TITLE))
                look = Look(selected=selected, hovered=row == self._hovered, current=row == current)
                self._tiles.paint(painter, place, self._tile(row), look)
        if self._band is not None:
            self._paint_band(painter, self._band.translated(0, -top))
        painter.end()
        frame_focus(self)

    def _tile(self, row: int) -> Tile:
        """What a row's tile shows; asked for once, until the model says that something is different."""
        found = self._known.get(row)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[row] = tile_of(self._sessions, row, self._tiles.colours)
        return found

    def _paint_none(self, painter: QPainter) -> None:
        area = self.viewport().rect()
        if self._is_loading:
            grid = self.grid()
            lines = area.height() // grid.pitch_y + 1
            for row in range(lines * grid.columns):
                self._tiles.paint_skeleton(painter, QRect(*grid.box(row)))
            return
        painter.setPen(self.palette().placeholderText().color())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(40, 0, -40, 0), flags, self._empty_text)

    def _paint_band(self, painter: QPainter, place: QRect) -> None:
        option = QStyleOptionRubberBand()
        option.initFrom(self)
        option.rect = place
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.style().drawControl(QStyle.ControlElement.CE_RubberBand, option, painter)

    # --- mouse ------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the size of the tiles."""
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()  # fine wheels turn by parts of a notch
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        self.set_tile_size(self._tile_size + notches * _STEP)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is about the selection, to which a tile under the mouse belongs by now."""
        self.menu_wanted.emit(menu_place(self, event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Clicks on stars, tooltips and hovering."""
        if isinstance(event, QMouseEvent) and self._stars.takes(event):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == _Event.ToolTip:
            self._show_tooltip(event)
            return True
        if isinstance(event, QHoverEvent):
            self._hover(None if event.type() == _Event.HoverLeave else event.position().toPoint())
        return super().viewportEvent(event)

    def _on_star(self, row: int) -> None:
        self.star_clicked.emit(self._sessions.session(row).id)

    def _hover(self, point: QPoint | None) -> None:
        row = None if point is None else self.row_at(point)
        if row != self._hovered:
            for one in (self._hovered, row):
                if one is not None:
                    self.viewport().update(self.place(one))
            self._hovered = row

    def _show_tooltip(self, event: QHelpEvent) -> None:
        row = self.row_at(event.pos())
        text = "" if row is None else self._tooltip(row, on_star=self._star_at(event.pos()) is not None)
        QToolTip.showText(event.globalPos(), text, self, QRect() if row is None else self.place(row))

    def _tooltip(self, row: int, *, on_star: bool) -> str:
        session = self._sessions.session(row)
        if not on_star and self._tiles.hidden(session.id, True):
            return plain_tooltip(say(HIDDEN))
        trouble = self._tiles.pictures.failure(session.thumbnail) if isinstance(session.thumbnail, str) else None
        return tooltip_of(self._sessions, row, on_star=on_star, trouble=trouble)

    def _star_at(self, point: QPoint) -> int | None:
        row = self.row_at(point)
        inside = row is not None and self._tiles.shape.star.contains(point - self.place(row).topLeft())
        return row if inside else None

    # --- keyboard and keeping the place -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """In the middle of a title that is typed, an F is a letter and no star."""
        if self._typed.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Go to a title (Qt's own name); a word that grows is looked for from here on, a first letter from the next."""
        word = self._typed.add(text)
        row = self._sessions.row_beginning(word, max(-1, self.currentIndex().row() - (len(word) > 1)))
        if row is not None:
            self.setCurrentIndex(self._sessions.index(row, TITLE))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Say what the current tile is: Qt has no words for the items of views that it does not know."""
        super().currentChanged(current, previous)
        words = ""
        if current.isValid():
            tile = self._tile(current.row())
            words = words_of(tile, hidden=self._tiles.hidden(tile.session_id, False))
        self.setAccessibleDescription(words)
        if words and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _keep(self) -> None:
        self._kept_scroll = self.verticalOffset()
        top = self.visible_rows().start
        self._kept_top = (self._sessions.session(top).id, self.place(top).y()) if self._kept_scroll else None

    def _restore(self, reads: bool) -> None:
        """The tiles in sight stay when the list was read, the place for another order; another search begins on top."""
        bar = self.verticalScrollBar()
        row = self._sessions.row_of(self._kept_top[0]) if reads and self._kept_top is not None else None
        if row is not None and self._kept_top is not None:
            bar.setValue(self.grid().box(row).y - self._kept_top[1])
        else:
            bar.setValue(0 if self._sessions.is_another_search else self._kept_scroll)
            if self._sessions.is_another_search and (current := self.currentIndex()).isValid():
                self.scrollTo(current)
        self._look()
