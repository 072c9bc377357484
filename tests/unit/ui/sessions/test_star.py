from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from joip_desktop.ui.sessions.star import paint_star

FILL, OUTLINE = QColor("#c77f00"), QColor("#57606a")

pytestmark = pytest.mark.usefixtures("qapp")


def _painted(favourite: bool | None, *, pending: bool = False) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(20, 20)
    paint_star(painter, favourite, fill=FILL, outline=OUTLINE, pending=pending)
    painter.end()
    return image


def _inked(image: QImage) -> int:
    return sum(image.pixelColor(x, y) != QColor("white") for x in range(40) for y in range(40))


def test_a_star_has_three_looks() -> None:
    filled, empty, unknown = (_painted(favourite) for favourite in (True, False, None))
    assert filled.pixelColor(20, 20) == FILL
    assert empty.pixelColor(20, 20) == unknown.pixelColor(20, 20) == QColor("white")
    assert _inked(filled) > _inked(empty) > _inked(unknown) > 0


@pytest.mark.parametrize("favourite", [True, False, None])
def test_one_that_is_pending_is_smaller(favourite: bool | None) -> None:
    assert _inked(_painted(favourite, pending=True)) < _inked(_painted(favourite))
