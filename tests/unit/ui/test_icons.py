from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from joip_desktop.resources import resource
from joip_desktop.ui.icons import app_icon, icon

NAMES = sorted(Path(path).stem for path in resource("icons/star.svg").parent.glob("*.svg"))

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">'
)


def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def _rendered(renderer: QSvgRenderer, pixels: int, ratio: float) -> QImage:
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _colours(drawn: QIcon, mode: QIcon.Mode) -> set[str]:
    image = drawn.pixmap(QSize(24, 24), 3.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "joip-desktop"])
@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    assert _colours(icon(name, "#ff0000"), QIcon.Mode.Normal) == {"#ff0000"}


@pytest.mark.usefixtures("qapp")
def test_modes_have_their_own_colours() -> None:
    drawn = icon("star", "#ff0000", disabled="#00ff00", selected="#0000ff")
    seen = [_colours(drawn, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Selected)]
    assert seen == [{"#ff0000"}, {"#00ff00"}, {"#0000ff"}]
    plain = icon("star", "#ff0000")
    assert _colours(plain, QIcon.Mode.Disabled) == _colours(plain, QIcon.Mode.Selected) == {"#ff0000"}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", [14, 16, 18, 24])
def test_icons_are_drawn_for_the_very_pixels_of_the_screen(qapp: QApplication, size: int, scale: float) -> None:
    del qapp
    pixmap = icon("star", "#ff0000").pixmap(QSize(size, size), scale)
    assert pixmap.devicePixelRatio() == scale
    assert abs(pixmap.width() - size * scale) < 1
    renderer = QSvgRenderer(QByteArray(_source("star").replace("currentColor", "#ff0000").encode()))
    assert pixmap.toImage() == _rendered(renderer, pixmap.width(), scale)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_painting_an_icon_is_painting_its_pixmap(qapp: QApplication, scale: float) -> None:
    del qapp
    drawn = icon("star", "#ff0000")
    images = []
    for paint in (
        lambda painter: drawn.paint(painter, QRect(4, 4, 24, 24)),
        lambda painter: painter.drawPixmap(4, 4, drawn.pixmap(QSize(24, 24), scale)),
    ):
        image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint(painter)
        painter.end()
        images.append(image)
    assert images[0] == images[1]


@pytest.mark.usefixtures("qapp")
def test_nothing_is_drawn_before_it_is_shown_and_nothing_twice() -> None:
    drawn = icon("star", "#ff0000")
    first = drawn.pixmap(QSize(24, 24), 1.0)
    assert drawn.pixmap(QSize(24, 24), 1.0).cacheKey() == first.cacheKey()
    assert drawn.pixmap(QSize(16, 16), 1.0).cacheKey() != first.cacheKey()


@pytest.mark.usefixtures("qapp")
def test_an_icon_in_a_wide_place_keeps_its_shape() -> None:
    wide = icon("gallery", "#ff0000").pixmap(QSize(48, 24), 1.0).toImage()
    square = icon("gallery", "#ff0000").pixmap(QSize(24, 24), 1.0).toImage()
    assert wide.copy(12, 0, 24, 24) == square


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_becomes_different_from_its_copy_leaves_the_copy_alone() -> None:
    drawn = icon("star", "#ff0000")
    copy = QIcon(drawn)
    copy.setIsMask(True)  # clones the engine
    del copy
    gc.collect()
    again = QIcon(drawn)
    again.setIsMask(True)
    gc.collect()
    assert again.isMask()
    assert not drawn.isMask()
    assert _colours(again, QIcon.Mode.Normal) == _colours(drawn, QIcon.Mode.Normal) == {"#ff0000"}
    stored = QByteArray()
    stream = QDataStream(stored, QIODevice.OpenModeFlag.WriteOnly)
    stream << again  # as a drag of a list's row does


def test_icons_are_of_one_set() -> None:
    for name in NAMES:
        if name != "joip-desktop":
            assert _source(name).startswith(_HEAD), name
            assert "#" not in _source(name), "no colour of its own"


@pytest.mark.usefixtures("qapp")
def test_the_app_has_an_icon_in_the_sizes_that_window_managers_ask_for() -> None:
    assert len(_colours(app_icon(), QIcon.Mode.Normal)) > 1
    assert {16, 32, 48, 256} <= {size.width() for size in app_icon().availableSizes()}


@pytest.mark.usefixtures("qapp")
def test_a_missing_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", "#ff0000")


def test_an_icon_may_be_in_a_cycle_that_is_collected() -> None:
    cycle: dict[str, object] = {"icon": icon("search", "#123456")}
    cycle["me"] = cycle
    del cycle
    gc.collect()
    assert not icon("search", "#123456").isNull(), "the process is still there"
