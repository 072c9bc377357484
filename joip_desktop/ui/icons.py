"""Icons from the SVG files in `resources/icons`, in the colours of the appearance, drawn when they are first shown."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from joip_desktop.resources import resource

_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""What systems ask for, in pixels."""


def icon(name: str, colour: str, *, disabled: str | None = None, selected: str | None = None) -> QIcon:
    """The icon `name` in `colour` ("#rrggbb"), sharp at every size and scale; in other colours where it is used so.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    tints = {QIcon.Mode.Normal: colour}
    if disabled is not None:
        tints[QIcon.Mode.Disabled] = disabled
    if selected is not None:
        tints[QIcon.Mode.Selected] = selected
    # A copy: the wrapper of the first one is the engine's parent, and when both are in a cycle that is collected, the
    # engine goes first and ~QIcon crashes (PySide 6.11, measured).
    return QIcon(QIcon(_SvgIcon(source, tints)))


def app_icon() -> QIcon:
    """The application's icon, in the sizes that window managers choose from."""
    renderer = QSvgRenderer(str(resource("icons/joip-desktop.svg")))
    found = QIcon()
    for size in _APP_SIZES:
        found.addPixmap(_drawn(renderer, QSize(size, size)))
    return found


class _SvgIcon(QIconEngine):
    """Draws an SVG text with `currentColor` replaced by the tint of the mode, once for every size in pixels.

    QIcon is made of pixmaps otherwise, which are all drawn beforehand, and scaled to the sizes that were left out.
    """

    def __init__(self, source: str, tints: Mapping[QIcon.Mode, str]) -> None:
        super().__init__()
        self._source = source
        self._tints = tints
        self._pixmaps: dict[tuple[str, int, int], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """The icon as large as `size`, in pixels of the device; Qt marks it with the device's ratio."""
        tint = self._tints.get(mode, self._tints[QIcon.Mode.Normal])
        key = (tint, size.width(), size.height())
        if (found := self._pixmaps.get(key)) is None:
            source = self._source.replace("currentColor", tint)
            found = self._pixmaps[key] = _drawn(QSvgRenderer(QByteArray(source.encode())), size)
        return found

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into `rect`, which is in pixels of the painter."""
        size = QSize(rect.size() * painter.device().devicePixelRatio())
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def clone(self) -> QIconEngine:
        """A second engine for an icon that is about to differ from its copies."""
        twin = _SvgIcon(self._source, self._tints)
        # PySide gives it to Qt and then deletes it with the last Python reference; so one stays that nobody holds.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(twin))
        return twin

    def key(self) -> str:
        """A name for this sort of icon, which Qt asks for when it writes one down."""
        return "joip-svg"


def _drawn(renderer: QSvgRenderer, size: QSize) -> QPixmap:
    """The picture at `size`, square and centred in it."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side))
    painter.end()
    return pixmap
