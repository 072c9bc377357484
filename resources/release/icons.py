"""The app's icon in the forms that systems want, drawn from its SVG: PNG, .ico for Windows, .icns for macOS."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZE: Final = 256
"""Pixels: the largest that an .ico may have, and what desktops ask for."""

_ICNS_SIZE: Final = 512


def write_icon(source: Path, target: Path) -> Path:
    """Draw the SVG into a file, whose ending says in which form. Shapes alone can be drawn without an application.

    Raises:
        OSError: the SVG can't be read, or the file can't be written.
    """
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise OSError(f"{source} is no SVG")
    size = _ICNS_SIZE if target.suffix == ".icns" else SIZE
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(f"{target} can't be written")
    return target
