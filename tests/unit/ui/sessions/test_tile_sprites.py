from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from joip_desktop.ui.sessions.tile_content import Mark
from joip_desktop.ui.sessions.tile_sprites import Sprites
from joip_desktop.ui.theme import DARK, LIGHT, RADIUS, Colours

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def colours(qtbot: QtBot, request: pytest.FixtureRequest) -> Colours:  # noqa: ARG001 - for the application
    chosen: Colours = request.param
    return chosen


def seen(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def middle(pixmap: QPixmap) -> str:
    image = pixmap.toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def test_a_star_has_three_looks(colours: Colours) -> None:
    sprites = Sprites(colours)
    yes, no, unknown = (sprites.star(one, None, 1.0).toImage() for one in (True, False, None))
    assert yes != no != unknown != yes
    assert middle(sprites.star(True, None, 1.0)) == colours.star
    assert QColor(middle(sprites.star(False, None, 1.0))).lightness() == QColor(colours.base).lightness()


def test_a_star_that_waits_has_the_colour_of_its_mark_and_is_smaller(colours: Colours) -> None:
    sprites = Sprites(colours)
    waits = sprites.star(True, RED, 1.0)
    assert middle(waits) == RED.name()
    as_large = sprites.star(True, None, 1.0)

    def inked(pixmap: QPixmap, ink: str) -> int:
        image = pixmap.toImage()
        every = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).name() == ink for x, y in every)

    assert 0 < inked(waits, RED.name()) < inked(as_large, colours.star)


def test_each_badge_has_its_colour_and_its_sign(colours: Colours) -> None:
    sprites = Sprites(colours)
    grounds = {Mark.PENDING: colours.pending, Mark.CONFLICT: colours.conflict, Mark.FAILED: colours.error}
    shapes = []
    for mark, ground in grounds.items():
        badge = sprites.badge(mark, 2.0)
        assert {ground, colours.base} <= seen(badge)
        image = badge.toImage()
        every = [(x, y) for x in range(image.width()) for y in range(image.height())]
        shapes.append([image.pixelColor(x, y).name() == ground for x, y in every])
    assert shapes[0] != shapes[1] != shapes[2] != shapes[0], "colour is not the only sign"


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_sprites_are_sharp_at_every_ratio_and_drawn_once(colours: Colours, ratio: float) -> None:
    sprites = Sprites(colours)
    star = sprites.star(True, None, ratio)
    assert star.devicePixelRatio() == ratio
    assert star.width() == round(26 * ratio)
    assert sprites.star(True, None, ratio) is star


def test_corners_are_round_and_the_rest_is_untouched(colours: Colours) -> None:
    image = QImage(QSize(60, 40), QImage.Format.Format_RGB32)
    image.fill(RED)
    painter = QPainter(image)
    place = QRect(10, 5, 40, 30)
    Sprites(colours).round_off(painter, place, BLUE, 1.0)
    painter.end()
    for corner in (place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight()):
        assert image.pixelColor(corner) == BLUE
    every = [(x, y) for x in range(60) for y in range(40) if image.pixelColor(x, y) != RED]
    inside = place.adjusted(RADIUS, 0, -RADIUS, 0)
    assert all(place.contains(x, y) and not inside.contains(x, y) for x, y in every)
    part = image.copy(place)
    for x, y in ((x, y) for x in range(40) for y in range(30)):
        alike = [part.pixelColor(*at).blue() for at in ((x, y), (39 - x, y), (x, 29 - y), (39 - x, 29 - y))]
        assert max(alike) - min(alike) < 32, "all four, but for rounding"


def test_a_sign_is_in_the_middle_and_no_larger_than_its_place(colours: Colours) -> None:
    def box(side: int) -> QRect:
        image = QImage(QSize(200, side), QImage.Format.Format_RGB32)
        image.fill(BLUE)
        painter = QPainter(image)
        Sprites(colours).paint_sign(painter, image.rect(), "picture", RED)
        painter.end()
        every = [(x, y) for x in range(200) for y in range(side) if image.pixelColor(x, y) != BLUE]
        found = QRect()
        for x, y in every:
            found = found.united(QRect(x, y, 1, 1))
        return found

    assert 20 < box(200).width() <= 36
    assert box(30).height() <= 15
    assert abs(box(200).center().x() - 100) <= 1
