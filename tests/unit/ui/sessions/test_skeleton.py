from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.skeleton import faint, paint_rows
from joip_desktop.ui.theme import DARK, LIGHT, ROWS, Colours

pytestmark = pytest.mark.usefixtures("qapp")

WHITE = "#ffffff"


def painted(area: QRect, height: int, colours: Colours = LIGHT, size: tuple[int, int] = (600, 300)) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    painter.setPen(QColor("#123456"))
    paint_rows(painter, area, height, colours)
    assert painter.pen().color().name() == "#123456", "the painter is left as it was"
    painter.end()
    return image


def bars(image: QImage, row: int, height: int) -> list[int]:
    """Where bars begin in the middle of a row."""
    y = row * height + height // 2
    filled = [image.pixelColor(x, y).name() != WHITE for x in range(image.width())]
    return [x for x in range(1, image.width()) if filled[x] and not filled[x - 1]]


@pytest.mark.parametrize("density", Density)
def test_each_row_has_bars_in_its_middle_and_air_above_and_below(density: Density) -> None:
    height = ROWS[density].height
    image = painted(QRect(0, 0, 600, 300), height)
    begins = bars(image, 0, height)
    assert len(begins) == 4
    for row in range(300 // height):
        assert bars(image, row, height) == begins, "in columns"
        for y in (row * height, row * height + 2, (row + 1) * height - 3):
            if y < 300:
                assert {image.pixelColor(x, y).name() for x in range(600)} == {WHITE}


def test_bars_differ_in_width_so_that_they_look_like_text() -> None:
    image = painted(QRect(0, 0, 600, 300), 30)
    widths = []
    for row in range(10):
        begin = bars(image, row, 30)[0]
        y = row * 30 + 15
        widths.append(next(x for x in range(begin, 600) if image.pixelColor(x, y).name() == WHITE) - begin)
    assert len(set(widths)) > 4
    assert max(widths) < 600 * 0.34


def test_nothing_is_painted_left_or_right_of_the_area() -> None:
    image = painted(QRect(100, 0, 300, 300), 30)
    outside = [x for x in range(600) if x < 100 or x >= 400]
    assert {image.pixelColor(x, y).name() for x in outside for y in range(300)} == {WHITE}


@pytest.mark.parametrize("area", [QRect(0, 0, 0, 0), QRect(0, 0, 3, 300), QRect(0, 0, 600, 1)])
def test_any_area_will_do(area: QRect) -> None:
    assert not painted(area, 30).isNull()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_bars_are_quieter_than_text_and_can_be_seen(colours: Colours) -> None:
    def contrast(one: str, other: str) -> float:
        lights = sorted((_luminance(QColor(one)) + 0.05, _luminance(QColor(other)) + 0.05))
        return lights[1] / lights[0]

    assert painted(QRect(0, 0, 600, 300), 30, colours).pixelColor(60, 15) == faint(colours)
    assert 1.2 < contrast(faint(colours).name(), colours.base) < contrast(colours.muted, colours.base)


def _luminance(colour: QColor) -> float:
    """By WCAG."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
