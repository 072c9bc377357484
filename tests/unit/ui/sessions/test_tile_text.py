from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from pytestqt.qtbot import QtBot

from joip_desktop.ui.sessions.tile_text import TitleTexts
from joip_desktop.ui.wording import shown_text

WIDTH = 120
LONG = "A long title that goes on and on about hills and lakes, forests and the sea beyond them"


@pytest.fixture
def texts(qtbot: QtBot) -> TitleTexts:  # noqa: ARG001 - for the application
    made = TitleTexts(2)
    made.set_width(WIDTH, QFont())
    return made


def natural(layout: QTextLayout) -> list[QRectF]:
    return [layout.lineAt(number).naturalTextRect() for number in range(layout.lineCount())]


def test_a_short_title_is_one_line(texts: TitleTexts) -> None:
    layout = texts.of("Lakes")
    assert (layout.text(), layout.lineCount()) == ("Lakes", 1)
    assert texts.of("").lineCount() == 1


def test_a_title_that_just_fits_is_left_as_it_is(texts: TitleTexts) -> None:
    layout = texts.of("Two lines of a title here")
    assert (layout.text(), layout.lineCount()) == ("Two lines of a title here", 2)


@pytest.mark.parametrize(
    "text",
    [LONG, "Donaudampfschifffahrtsgesellschaftskapitän" * 3, "🌍🌙👩‍🚀 " * 40, "שלום עולם ארוך מאוד " * 9],
    ids=["words", "one word", "emoji", "Hebrew"],
)
def test_a_long_title_ends_in_an_ellipsis_within_its_width(texts: TitleTexts, text: str) -> None:
    layout = texts.of(text)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert text.startswith(layout.text()[:-1])
    assert all(rect.width() <= WIDTH for rect in natural(layout))
    assert layout.lineAt(1).textStart() + layout.lineAt(1).textLength() == len(layout.text().encode("utf-16-le")) // 2


@given(text=st.text(max_size=120))
def test_no_text_is_too_wide_or_too_high(text: str) -> None:
    texts = TitleTexts(2)
    texts.set_width(WIDTH, QFont())
    layout = texts.of(shown_text(text))
    assert 1 <= layout.lineCount() <= 2
    widest = QFontMetrics(QFont()).maxWidth()
    assert all(rect.width() <= WIDTH + widest for rect in natural(layout)), "but for one sign that is wider than a line"


def test_lines_lie_below_each_other_and_hebrew_begins_at_the_right(texts: TitleTexts) -> None:
    first, second = natural(texts.of(LONG))
    assert first.left() == 0
    assert second.top() == QFontMetrics(QFont()).lineSpacing()
    assert natural(texts.of("שלום"))[0].right() == pytest.approx(WIDTH)
    assert natural(texts.of("12 שלום"))[0].right() == pytest.approx(WIDTH), "digits have no direction"
    assert natural(texts.of("Lakes שלום"))[0].left() == 0


def test_layouts_are_kept_until_there_are_many(texts: TitleTexts) -> None:
    one = texts.of(LONG)
    assert texts.of(LONG) is one
    assert texts.of(LONG, bold=True) is not one
    for number in range(500):
        texts.of(str(number))
    assert texts.of(LONG) is not one


def test_bold_and_italic_titles_are_laid_out_in_their_own_font(texts: TitleTexts) -> None:
    fonts = [texts.of("Lakes", bold=bold, italic=italic).font() for bold in (False, True) for italic in (False, True)]
    assert [(font.bold(), font.italic()) for font in fonts] == [
        (False, False),
        (False, True),
        (True, False),
        (True, True),
    ]


def test_another_width_lays_out_anew(texts: TitleTexts) -> None:
    texts.of(LONG)
    texts.set_width(2000, QFont())
    assert (texts.of(LONG).text(), texts.of(LONG).lineCount()) == (LONG, 1)
