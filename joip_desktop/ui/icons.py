"""Icons from the SVG files in `resources/icons`, in the colours of the appearance."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from joip_desktop.resources import resource

_SIZE = 24
_SCALES = (1, 2, 3)


def icon(name: str, colour: str, *, disabled: str | None = None, selected: str | None = None) -> QIcon:
    """The icon `name` drawn in `colour` ("#rrggbb"), at 100, 200 and 300 %; in others where it is used so."""
    found = QIcon()
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    tints = {
        QIcon.Mode.Normal: colour,
        QIcon.Mode.Disabled: disabled or colour,
        QIcon.Mode.Selected: selected or colour,
    }
    for mode, tint in tints.items():
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", tint).encode()))
        for scale in _SCALES:
            pixmap = QPixmap(QSize(_SIZE, _SIZE) * scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter)
            painter.end()
            pixmap.setDevicePixelRatio(scale)
            found.addPixmap(pixmap, mode)
    return found


def app_icon() -> QIcon:
    """The application's icon."""
    return icon("joip-desktop", "#000000")
