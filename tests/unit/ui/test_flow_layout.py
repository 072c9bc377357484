from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.flow_layout import Flow, FlowLayout, flow

sizes = st.lists(st.tuples(st.integers(1, 90), st.integers(1, 30)), max_size=12)


def test_what_fits_stands_in_one_row() -> None:
    assert flow([(30, 10), (20, 10)], 60, gap=5) == Flow(((0, 0, 30, 10), (35, 0, 20, 10)), 10)


def test_what_does_not_fit_begins_a_row() -> None:
    assert flow([(30, 10), (26, 10)], 60, gap=5) == Flow(((0, 0, 30, 10), (0, 15, 26, 10)), 25)


def test_what_is_wider_than_a_row_is_cut() -> None:
    assert flow([(300, 10)], 60, gap=5).places == ((0, 0, 60, 10),)
    assert flow([(300, 10)], 0, gap=5).places == ((0, 0, 1, 10),)


def test_things_of_a_row_are_centred_in_it() -> None:
    assert flow([(10, 10), (10, 20)], 60, gap=5) == Flow(((0, 5, 10, 10), (15, 0, 10, 20)), 20)


def test_the_last_one_may_fill_its_row() -> None:
    assert flow([(30, 10), (10, 10)], 60, gap=5, fill_last=True).places[-1] == (35, 0, 25, 10)
    assert flow([], 60, gap=5, fill_last=True) == Flow((), 0)


@given(sizes, st.integers(1, 200), st.integers(0, 9), st.booleans())
def test_nothing_overlaps_or_sticks_out(things: list[tuple[int, int]], width: int, gap: int, fill: bool) -> None:
    made = flow(things, width, gap=gap, fill_last=fill)
    rects = [QRect(*place) for place in made.places]
    assert len(rects) == len(things)
    assert all(QRect(0, 0, width, made.height).contains(rect) for rect in rects)
    assert not any(one.intersects(other) for at, one in enumerate(rects) for other in rects[:at])
    assert max((rect.bottom() + 1 for rect in rects), default=0) == made.height
    assert [(rect.width(), rect.height()) for rect in rects[:-1]] == [(min(w, width), h) for w, h in things[:-1]]


@given(sizes, st.integers(1, 200))
def test_a_wider_one_is_never_higher_for_things_of_one_height(things: list[tuple[int, int]], width: int) -> None:
    same = [(wide, 10) for wide, _ in things]
    assert flow(same, width + 7, gap=3).height <= flow(same, width, gap=3).height


class _Box(QWidget):
    """A widget of a given size."""

    def __init__(self, width: int, height: int = 10, *, grows: bool = False) -> None:
        super().__init__()
        self.size_hint = QSize(width, height)
        policy = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.size_hint

    def minimumSizeHint(self) -> QSize:
        return QSize(min(20, self.size_hint.width()), self.size_hint.height())


def laid_out(qtbot: QtBot, *boxes: QWidget, width: int = 60) -> tuple[QWidget, FlowLayout]:
    top = QWidget()
    qtbot.addWidget(top)
    layout = FlowLayout(top, gap=5)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.set_widgets(boxes)
    top.resize(width, 100)
    top.show()
    return top, layout


def places(*boxes: QWidget) -> list[tuple[int, int, int, int]]:
    return [box.geometry().getRect() for box in boxes]  # type: ignore[misc]  # four whole numbers


def test_widgets_stand_as_worked_out(qtbot: QtBot) -> None:
    boxes = [_Box(30), _Box(26), _Box(10, grows=True)]
    _, layout = laid_out(qtbot, *boxes)
    assert places(*boxes) == [(0, 0, 30, 10), (0, 15, 26, 10), (31, 15, 29, 10)]
    assert layout.hasHeightForWidth()
    assert [layout.heightForWidth(width) for width in (30, 60, 200)] == [40, 25, 10]
    assert layout.minimumSize() == QSize(20, 10)
    assert layout.sizeHint() == QSize(30 + 5 + 26 + 5 + 10, 10)


def test_margins_count(qtbot: QtBot) -> None:
    box = _Box(30)
    _, layout = laid_out(qtbot, box)
    layout.setContentsMargins(1, 2, 3, 4)
    layout.activate()
    assert places(box) == [(1, 2, 30, 10)]
    assert layout.heightForWidth(60) == 16
    assert layout.sizeHint() == QSize(34, 16)
    assert layout.minimumSize() == QSize(24, 16)


def test_it_runs_from_right_to_left_where_texts_do(qtbot: QtBot) -> None:
    boxes = [_Box(30), _Box(20)]
    top, layout = laid_out(qtbot, *boxes)
    top.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.activate()
    assert places(*boxes) == [(30, 0, 30, 10), (5, 0, 20, 10)]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    boxes = [_Box(30), _Box(20), _Box(25)]
    _, layout = laid_out(qtbot, *boxes)
    boxes[1].hide()
    layout.activate()
    assert places(boxes[0], boxes[2]) == [(0, 0, 30, 10), (35, 0, 25, 10)]


def test_a_widget_that_grows_moves_the_others(qtbot: QtBot) -> None:
    boxes = [_Box(30), _Box(20)]
    _, layout = laid_out(qtbot, *boxes)
    boxes[0].size_hint = QSize(50, 10)
    boxes[0].updateGeometry()
    layout.activate()
    assert places(*boxes) == [(0, 0, 50, 10), (0, 15, 20, 10)]


def test_another_order_and_fewer_widgets(qtbot: QtBot) -> None:
    one, two, three = boxes = [_Box(30), _Box(20), _Box(25)]
    _, layout = laid_out(qtbot, *boxes)
    layout.set_widgets([three, one])
    layout.activate()
    assert places(three, one) == [(0, 0, 25, 10), (30, 0, 30, 10)]
    assert layout.count() == 2
    layout.set_widgets([three, two])
    layout.activate()
    assert places(two) == [(30, 0, 20, 10)]


@pytest.mark.parametrize("rounds", [40])
def test_widgets_come_and_go(qtbot: QtBot, rounds: int) -> None:
    top, layout = laid_out(qtbot)
    kept: list[QWidget] = []
    for number in range(rounds):
        new = _Box(10 + number)
        kept.insert(number // 2, new)
        layout.set_widgets(kept)
        new.show()
        if number % 3 == 2:
            gone = kept.pop(0)
            if number % 2:
                layout.set_widgets(kept)
            gone.deleteLater()  # with or without being taken out before
            del gone
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
            assert layout.count() == len(kept)
        layout.activate()
    assert [layout.itemAt(at).widget() for at in range(layout.count())] == kept  # type: ignore[union-attr]
    assert layout.itemAt(layout.count()) is None
    assert layout.takeAt(layout.count()) is None
    top.hide()
    layout.removeWidget(kept[0])
    assert layout.count() == len(kept) - 1
