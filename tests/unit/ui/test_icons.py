from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from joip_desktop.resources import resource
from joip_desktop.ui.icons import app_icon, icon

NAMES = sorted(Path(path).stem for path in resource("icons/star.svg").parent.glob("*.svg"))


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


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_icons_are_sharp_on_fine_screens(qapp: QApplication, scale: float) -> None:
    del qapp
    assert icon("star", "#ff0000").pixmap(QSize(24, 24), scale).width() == 24 * scale


@pytest.mark.usefixtures("qapp")
def test_the_app_has_an_icon() -> None:
    assert len(_colours(app_icon(), QIcon.Mode.Normal)) > 1


@pytest.mark.usefixtures("qapp")
def test_a_missing_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", "#ff0000")
