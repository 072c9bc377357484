from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from joip_desktop.ui.sessions.tile_content import Mark, Tile
from joip_desktop.ui.sessions.tiles import Look, TilePainter, blend
from joip_desktop.ui.theme import DARK, LIGHT, Colours

WIDTH = 200
URL = "https://example.com/a.png"
RED, BLUE = QColor("#ff0000"), QColor("#0000ff")
TILE = Tile(session_id=7, title="Morning walk", details=("5–15 s", "Fade", "Custom Prompt"), url=URL, favourite=True)
PLAIN = Look()


class Pictures:
    """Has the pictures that it is given; tells what it was asked."""

    def __init__(self) -> None:
        self.have: dict[str, QPixmap] = {}
        self.failed: dict[str, str] = {}
        self.asked: list[tuple[str, QSize, float]] = []

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        self.asked.append((url, size, ratio))
        return self.have.get(url)

    def failure(self, url: str) -> str | None:
        return self.failed.get(url)

    def put(self, url: str, width: int, height: int, colour: QColor = RED) -> None:
        self.have[url] = QPixmap(width, height)
        self.have[url].fill(colour)


class Desk:
    def __init__(self, colours: Colours = LIGHT) -> None:
        self.pictures = Pictures()
        self.hidden: Callable[[int, bool], bool] = lambda _id, _hovered: False
        self.tiles = TilePainter(self.pictures, self._hides)
        self.tiles.set_colours(colours)
        self.tiles.set_size(WIDTH, QFont())

    def _hides(self, session_id: int, hovered: bool) -> bool:
        return self.hidden(session_id, hovered)

    def paint(self, tile: Tile = TILE, look: Look = PLAIN, *, ratio: float = 1, at: QPoint = QPoint()) -> QImage:  # noqa: B008
        size = QSize(self.tiles.shape.width, self.tiles.shape.height)
        image = QImage((size + QSize(at.x(), at.y())) * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(self.tiles.colours.base))
        painter = QPainter(image)
        self.tiles.paint(painter, QRect(at, size), tile, look)
        painter.end()
        return image

    def texts(self, image: QImage) -> QImage:
        """The part below the picture."""
        top = self.tiles.shape.picture.bottom() + 1
        return image.copy(0, top, image.width(), image.height() - top)

    def picture(self, image: QImage) -> QImage:
        return image.copy(self.tiles.shape.picture)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def desk(qtbot: QtBot, request: pytest.FixtureRequest) -> Desk:  # noqa: ARG001 - for the application
    return Desk(request.param)


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# --- shape ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [120, 200, 333, 400])
def test_the_picture_is_16_to_9_and_the_texts_have_room(desk: Desk, width: int) -> None:
    desk.tiles.set_size(width, QFont())
    shape = desk.tiles.shape
    assert shape.width == width
    assert shape.picture.width() / shape.picture.height() == pytest.approx(16 / 9, rel=0.02)
    assert shape.picture.right() < width
    assert shape.picture.contains(shape.star)
    assert shape.height - shape.picture.bottom() > 3 * QFontMetrics(QFont()).lineSpacing()


def test_larger_texts_need_more_room(desk: Desk) -> None:
    before = desk.tiles.shape.height
    font = QFont()
    font.setPixelSize(30)
    desk.tiles.set_size(WIDTH, font)
    assert desk.tiles.shape.height > before + 30


# --- picture ----------------------------------------------------------------------------------------------------------


def test_a_picture_is_asked_for_in_its_size_and_fills_its_place(desk: Desk) -> None:
    desk.pictures.put(URL, 184, 104)
    tile = desk.picture(desk.paint(Tile(session_id=7, title="x", url=URL)))
    assert desk.pictures.asked == [(URL, desk.tiles.shape.picture.size(), 1)]
    assert (
        tile.pixelColor(0, 52) == tile.pixelColor(183, 52) == tile.pixelColor(92, 0) == tile.pixelColor(92, 103) == RED
    )
    assert tile.pixelColor(0, 0) == QColor(desk.tiles.colours.base), "its corners are round"


@pytest.mark.parametrize(("width", "height"), [(400, 104), (184, 400), (20, 20), (1000, 1000)])
def test_a_picture_of_another_shape_fills_its_place_with_its_middle(desk: Desk, width: int, height: int) -> None:
    desk.pictures.put(URL, width, height)
    edges = QPainter(desk.pictures.have[URL])
    part = 16 / 9 * height / width  # of the width that is seen, if less than all
    cut = max(0, round(width * (1 - part) / 2) - 2)
    edges.fillRect(0, 0, cut, height, BLUE)
    edges.fillRect(width - cut, 0, cut, height, BLUE)
    edges.end()
    tile = desk.picture(desk.paint(Tile(session_id=7, title="x", url=URL)))
    assert {tile.pixelColor(x, 52).name() for x in range(184)} == {RED.name()}


def test_at_twice_the_ratio_the_same_is_painted_with_more_pixels(desk: Desk) -> None:
    desk.pictures.put(URL, 368, 208)
    desk.pictures.have[URL].setDevicePixelRatio(2)
    image = desk.paint(Tile(session_id=7, title="x", url=URL), ratio=2, at=QPoint(30, 20))
    assert desk.pictures.asked[0][2] == 2
    place = desk.tiles.shape.picture.translated(30, 20)
    inside = image.copy(QRect(place.topLeft() * 2, place.size() * 2))
    assert {inside.pixelColor(x, 100).name() for x in range(inside.width())} == {RED.name()}
    assert {inside.pixelColor(150, y).name() for y in range(inside.height())} == {RED.name()}
    assert image.pixelColor(place.left() * 2 - 1, place.center().y() * 2) == QColor(desk.tiles.colours.base)


def test_without_a_picture_there_are_three_other_looks(desk: Desk) -> None:
    waiting = desk.picture(desk.paint())
    desk.pictures.failed[URL] = "Nobody there."
    failed = desk.picture(desk.paint())
    none = desk.picture(desk.paint(Tile(session_id=7, title="Morning walk", favourite=True)))
    assert waiting != failed != none != waiting
    desk.pictures.put(URL, 184, 104)
    assert RED.name() in colours_of(desk.picture(desk.paint())), "what has come counts more than what has failed"
    desk.pictures.have[URL] = QPixmap()
    assert desk.picture(desk.paint()) == failed, "an empty picture is none"


def test_a_letter_stands_for_a_session_without_a_picture(desk: Desk) -> None:
    def look(title: str, session_id: int = 7) -> QImage:
        return desk.picture(desk.paint(Tile(session_id=session_id, title=title)))

    assert look("Morning") == look("more") == look("“M”") == look("🌍 m")
    assert look("Noon") != look("Morning")
    assert look("Morning", 8) != look("Morning", 7), "with a colour of its own"
    assert look("🌍") == look("") != look("Morning")


# --- texts ------------------------------------------------------------------------------------------------------------


def test_texts_stay_within_the_tile(desk: Desk) -> None:
    long = Tile(session_id=7, title="W" * 300, details=("W" * 90,), url=URL)
    base = QColor(desk.tiles.colours.base).name()
    for width in (120, 200):
        desk.tiles.set_size(width, QFont())
        image = desk.paint(long)
        edges = image.copy(0, 0, 7, image.height()), image.copy(width - 7, 0, 7, image.height())
        assert [colours_of(edge) for edge in edges] == [{base}, {base}]
        assert colours_of(image.copy(0, image.height() - 4, width, 4)) == {base}


def test_details_are_left_out_from_the_end_where_there_is_no_room(desk: Desk) -> None:
    few = Tile(session_id=7, title="Morning walk", details=("5–15 s", "Fade"), url=URL, favourite=True)
    assert desk.texts(desk.paint()) != desk.texts(desk.paint(few))
    desk.tiles.set_size(120, QFont())
    assert desk.texts(desk.paint()) == desk.texts(desk.paint(few))
    none = Tile(session_id=7, title="Morning walk", url=URL, favourite=True)
    assert desk.texts(desk.paint(none)) != desk.texts(desk.paint(few))


def test_a_title_is_in_the_colour_and_font_of_the_table_s_cell(desk: Desk) -> None:
    def look(colour: QColor | None, *, bold: bool = False, italic: bool = False) -> QImage:
        return desk.texts(
            desk.paint(Tile(session_id=7, title="Mornings", title_colour=colour, bold=bold, italic=italic))
        )

    assert RED.name() in colours_of(look(RED))
    assert RED.name() not in colours_of(look(None))
    assert look(None) != look(None, bold=True) != look(None, italic=True) != look(None)


def test_a_session_without_a_title_is_called_so_quietly(desk: Desk) -> None:
    named = colours_of(desk.texts(desk.paint(Tile(session_id=7, title="Untitled"))))
    unnamed = colours_of(desk.texts(desk.paint(Tile(session_id=7, title=""))))
    assert desk.tiles.colours.text in named
    assert desk.tiles.colours.text not in unnamed
    assert desk.tiles.colours.muted in unnamed


# --- states -----------------------------------------------------------------------------------------------------------


def test_every_state_is_seen(desk: Desk) -> None:
    looks = [PLAIN, Look(selected=True), Look(hovered=True), Look(current=True), Look(selected=True, current=True)]
    images = [desk.paint(look=look) for look in looks]
    assert all(one != other for at, one in enumerate(images) for other in images[:at])
    assert images[1].pixelColor(100, 1) == images[4].pixelColor(100, 1) != QColor(desk.tiles.colours.base)


def test_stars_and_marks_are_seen(desk: Desk) -> None:
    tiles = [Tile(session_id=7, title="x", favourite=one, mark=mark) for one in (True, None) for mark in (None, *Mark)]
    images = [desk.paint(tile) for tile in tiles]
    assert all(one != other for at, one in enumerate(images) for other in images[:at])
    star = desk.tiles.shape.star
    assert desk.tiles.colours.star in colours_of(images[0].copy(star))
    waits = desk.paint(Tile(session_id=7, title="x", favourite=True, star_colour=RED))
    assert RED.name() in colours_of(waits.copy(star))


@pytest.mark.parametrize("look", [Look(selected=True), Look(hovered=True)], ids=["selected", "hovered"])
@pytest.mark.parametrize("name", ["text", "muted", "pending", "error", "conflict"])
def test_text_can_be_read_on_every_ground(desk: Desk, look: Look, name: str) -> None:
    ground = desk.paint(look=look).pixelColor(4 + 2, desk.tiles.shape.height // 2)
    assert ground != QColor(desk.tiles.colours.base)
    assert contrast(QColor(getattr(desk.tiles.colours, name)), ground) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    def luminance(colour: QColor) -> float:
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_blending() -> None:
    assert blend(QColor("#000000"), QColor("#ffffff"), 0) == QColor("#000000")
    assert blend(QColor("#000000"), QColor("#ff8000"), 0.5) == QColor(128, 64, 0)


# --- discreet mode ----------------------------------------------------------------------------------------------------


def test_what_is_hidden_depends_on_the_id_alone(desk: Desk) -> None:
    desk.hidden = lambda _id, _hovered: True
    desk.pictures.put(URL, 184, 104)
    hidden = desk.paint(Tile(session_id=7, title="Morning walk", url=URL))
    others = [
        Tile(session_id=7, title=""),
        Tile(session_id=7, title="W" * 300, url="https://example.com/b.png"),
        Tile(session_id=7, title="א", url=URL, title_colour=RED, bold=True, italic=True),
    ]
    assert [desk.paint(tile) for tile in others] == [hidden] * 3
    assert desk.pictures.asked == [], "nor is any picture loaded for it"
    assert RED.name() not in colours_of(hidden)
    other = desk.paint(Tile(session_id=8, title="Morning walk", url=URL))
    assert desk.picture(other) != desk.picture(hidden)
    assert desk.texts(other) != desk.texts(hidden)


def test_all_ids_have_a_pattern_of_their_own(desk: Desk) -> None:
    desk.hidden = lambda _id, _hovered: True
    ids = [1, 2, 3, 1000, 1007, 1014, 2**31, 2**70, 2**70 + 1]
    images = [desk.picture(desk.paint(Tile(session_id=one, title=""))) for one in ids]
    assert all(one != other for at, one in enumerate(images) for other in images[:at])


def test_only_what_the_mouse_is_over_may_be_shown(desk: Desk) -> None:
    shown = desk.paint(look=Look(hovered=True))
    desk.hidden = lambda session_id, hovered: session_id == 7 and not hovered
    assert desk.paint(look=Look(hovered=True)) == shown
    assert desk.paint() != shown
    eight = Tile(session_id=8, title="Morning walk")
    before = desk.paint(eight)
    desk.hidden = lambda _id, _hovered: False
    assert desk.paint(eight) == before


def test_what_is_not_hidden_stays_as_it_is(desk: Desk) -> None:
    desk.hidden = lambda _id, _hovered: True
    image, line = desk.paint(), QFontMetrics(QFont()).lineSpacing()
    assert desk.tiles.colours.star in colours_of(image.copy(desk.tiles.shape.star))
    rows = [image.copy(0, desk.tiles.shape.text_top + number * line, WIDTH, line) for number in (0, 1)]
    assert [desk.tiles.colours.muted in colours_of(row) for row in rows] == [False, True]
    plain = desk.paint(Tile(session_id=7, title="x", url=URL))
    assert desk.paint(Tile(session_id=7, title="x", url=URL, mark=Mark.FAILED)) != plain
    assert desk.paint(Tile(session_id=7, title="x", url=URL, favourite=True)) != plain
    assert desk.paint(Tile(session_id=7, title="x", url=URL, details=("5 s",))) != plain


# --- nothing yet ------------------------------------------------------------------------------------------------------


def test_a_skeleton_has_the_outline_of_a_tile(desk: Desk) -> None:
    shape = desk.tiles.shape
    image = QImage(QSize(shape.width, shape.height), QImage.Format.Format_RGB32)
    base = QColor(desk.tiles.colours.base)
    image.fill(base)
    painter = QPainter(image)
    desk.tiles.paint_skeleton(painter, QRect(QPoint(), QSize(shape.width, shape.height)))
    painter.end()
    picture = desk.picture(image)
    assert picture.pixelColor(1, 52) == picture.pixelColor(92, 102) != base
    assert len(colours_of(desk.texts(image))) > 1
    assert colours_of(image.copy(0, 0, shape.width, shape.picture.top())) == {base.name()}
