from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QFontMetrics,
    QImage,
    QKeySequence,
    QPixmap,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui.discretion import HIDDEN, Discretion
from joip_desktop.ui.editor.picture_box import fitting
from joip_desktop.ui.editor.thumbnail_editor import ThumbnailEditor
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures
from joip_desktop.ui.theme import SPACE
from tests.helpers import strategies
from tests.helpers.discreet import HIDDEN_PARTS, picture, session

# PySide6 6.12 wants these events made with a QPointF, which 6.11 does not take.
pytestmark = pytest.mark.filterwarnings("ignore:Function.*QDrag(Enter|Move)Event:DeprecationWarning")

SPEC = FIELDS["thumbnail"]
URL = "https://example.com/a.png"
OTHER = "https://example.com/b.png"
Action = Qt.DropAction
Type = QEvent.Type


class Pictures(NoPictures):
    """Notes what is wanted; has the pictures, in one colour, and the failures that a test gives it."""

    def __init__(self) -> None:
        super().__init__()
        self.wishes: list[list[str]] = []
        self.here: dict[str, Qt.GlobalColor] = {}
        self.failed: dict[str, str] = {}

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        if url not in self.here:
            return None
        found = QPixmap(size * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(self.here[url])
        return found

    def failure(self, url: str) -> str | None:
        return self.failed.get(url)

    def want(self, urls: Sequence[str]) -> None:
        self.wishes.append(list(urls))

    @property
    def wanted(self) -> list[str]:
        return self.wishes[-1] if self.wishes else []

    def bring(self, url: str) -> None:
        self.here[url] = Qt.GlobalColor.red
        self.changed.emit(frozenset({url}))

    def fail(self, url: str, why: str) -> None:
        self.failed[url] = why
        self.changed.emit(frozenset({url}))


class Bench:
    """The editor in a shown window, and what it emitted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pictures, self.discretion = Pictures(), Discretion()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor = ThumbnailEditor(SPEC, pictures=self.pictures, discretion=self.discretion)
        self.other = QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.editor)
        layout.addWidget(self.other)
        layout.addStretch(1)
        self.window.resize(400, 300)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        self.other.setFocus()
        self.emitted: list[object] = []
        self.editor.edited.connect(self.emitted.append)
        self.editor.edited.connect(self.editor.show_value)  # as the form does

    @property
    def line(self) -> QLineEdit:
        assert isinstance(self.editor.focus_widget, QLineEdit)
        return self.editor.focus_widget

    @property
    def button(self) -> QPushButton:
        (found,) = self.editor.findChildren(QPushButton)
        return found

    @property
    def told(self) -> str:
        """What the box says to screen readers."""
        return self.editor.box.accessibleDescription()

    def type(self, text: str) -> None:
        self.line.setFocus()
        self.line.selectAll()
        QTest.keyClicks(self.line, text)

    def rest(self) -> None:
        """No key comes for a while."""
        assert self.editor.pause.isActive()
        self.editor.pause.timeout.emit()

    def middle(self) -> str:
        """The colour a quarter down the box, where no sign and no text is."""
        box = self.editor.box
        image = box.grab().toImage()
        return image.pixelColor(image.width() // 8, image.height() // 8).name()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.window.close()


# --- values -----------------------------------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(one=strategies.any_field_value, other=strategies.any_field_value)
@pytest.mark.usefixtures("qapp")
def test_showing_whatever_is_drawn_emits_nothing_and_shows_it(one: FieldValue, other: FieldValue) -> None:
    editor = ThumbnailEditor(SPEC, pictures=Pictures())
    emitted: list[object] = []
    editor.edited.connect(emitted.append)
    for value in (one, other, one, UNKNOWN, other):
        editor.show_value(value)
        text = editor.focus_widget.property("text")
        editor.show_value(value)
        assert editor.focus_widget.property("text") == text
        assert editor.shows(value) is bool(text), "an empty line is a wish"
    editor.forget()
    assert emitted == []


@pytest.mark.parametrize(
    ("value", "placeholder", "told"),
    [
        (UNKNOWN, "not known", "Whether there is a picture is not known."),
        (None, "no value", "No picture"),
        ("", "The server generates one", "The server generates one."),
        ("no address", "", "This is no web address."),
        (URL, "", "Loading…"),
    ],
)
def test_without_a_picture_the_box_says_why(bench: Bench, value: FieldValue, placeholder: str, told: str) -> None:
    bench.pictures.here[OTHER] = Qt.GlobalColor.red
    for before in (OTHER, UNKNOWN):
        bench.editor.show_value(before)
        bench.editor.show_value(value)
        assert (bench.line.placeholderText(), bench.told) == (placeholder, told)
        assert bench.pictures.wanted == ([value] if value == URL else [])
        assert bench.middle() != "#ff0000"


def test_a_picture_is_shown_when_it_comes(bench: Bench) -> None:
    bench.editor.show_value(URL)
    assert bench.pictures.wishes == [[URL]]
    bench.pictures.bring(OTHER)
    assert bench.told == "Loading…"
    bench.pictures.bring(URL)
    assert bench.told == "The picture is shown."
    assert bench.middle() == "#ff0000"
    bench.editor.show_value(URL)
    assert bench.pictures.wishes == [[URL]], "once"


def test_a_failure_says_why_and_in_full_where_there_is_no_room(bench: Bench) -> None:
    bench.editor.show_value(URL)
    bench.pictures.fail(URL, "It is <gone>.")
    assert bench.told == "No picture: It is <gone>."
    assert bench.editor.box.toolTip() == "<qt>No picture: It is &lt;gone&gt;.</qt>"
    bench.editor.show_value(OTHER)
    assert bench.editor.box.toolTip() == ""


def test_without_anybody_to_load_it_nothing_is_said_to_be_loading(qtbot: QtBot) -> None:
    editor = ThumbnailEditor(SPEC)
    qtbot.addWidget(editor)
    editor.show()
    editor.show_value(URL)
    assert editor.box.accessibleDescription() == ""
    editor.close()


def test_another_session_begins_with_nothing(bench: Bench) -> None:
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.editor.show_value(URL)
    bench.editor.forget()
    assert bench.pictures.wanted == []
    assert bench.middle() != "#ff0000"
    assert bench.line.text() == ""


def test_out_of_sight_nothing_is_wanted(bench: Bench) -> None:
    bench.editor.show_value(URL)
    bench.editor.hide()
    assert bench.pictures.wanted == []
    bench.editor.show_value(OTHER)
    assert bench.pictures.wanted == []
    bench.editor.show()
    assert bench.pictures.wishes == [[URL], [], [OTHER]]


def test_before_it_is_shown_nothing_is_wanted(qtbot: QtBot) -> None:
    pictures = Pictures()
    editor = ThumbnailEditor(SPEC, pictures=pictures)
    qtbot.addWidget(editor)
    editor.show_value(URL)
    assert pictures.wishes == []
    editor.show()
    assert pictures.wishes == [[URL]]
    editor.close()


def test_it_stops_listening_when_it_is_gone(bench: Bench, qtbot: QtBot) -> None:
    gone: list[bool] = []
    bench.editor.show_value(URL)
    bench.editor.destroyed.connect(lambda: gone.append(True))
    bench.editor.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    with qtbot.captureExceptions() as raised:
        bench.pictures.bring(URL)
        bench.discretion.set_on(True)
    assert raised == []


# --- typing -----------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_loaded_only_when_it_has_rested(bench: Bench) -> None:
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.editor.show_value(URL)
    bench.type(OTHER)
    assert bench.emitted[-1] == OTHER
    assert bench.pictures.wishes == [[URL], []], "not one for every key"
    assert bench.told == ""
    assert bench.middle() != "#ff0000", "it is no longer the picture of this address"
    bench.rest()
    assert bench.pictures.wishes == [[URL], [], [OTHER]]
    assert bench.told == "Loading…"
    assert not bench.editor.pause.isActive()


def test_every_key_begins_the_rest_anew(bench: Bench) -> None:
    bench.editor.show_value("")
    bench.type("https://example.co")
    bench.editor.pause.start(1_000_000)
    QTest.keyClick(bench.line, Qt.Key.Key_M)
    assert bench.editor.pause.isActive()
    assert bench.pictures.wishes == []


@pytest.mark.parametrize("text", ["example.com/a.png", "https://", "ftp://example.com/a.png", "https://exa mple.com"])
def test_what_is_no_web_address_is_never_loaded(bench: Bench, text: str) -> None:
    bench.editor.show_value("")
    bench.type(text)
    bench.rest()
    assert bench.pictures.wishes == []
    assert bench.told == "This is no web address."


def test_a_pasted_address_is_typed_too(bench: Bench) -> None:
    bench.editor.show_value("")
    QApplication.clipboard().setText(f"  {URL}\n")
    bench.line.setFocus()
    QTest.keySequence(bench.line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert bench.emitted == [URL]
    assert bench.line.text() != "", "left alone"
    bench.rest()
    assert bench.pictures.wanted == [URL]


def test_going_back_to_the_stored_value_ends_the_rest(bench: Bench) -> None:
    bench.editor.show_value(URL)
    bench.type(OTHER)
    bench.editor.show_value(URL)
    assert not bench.editor.pause.isActive()
    assert bench.line.text() == URL
    assert bench.pictures.wanted == [URL]


def test_the_button_asks_for_a_generated_picture_at_once(bench: Bench) -> None:
    bench.editor.show_value(URL)
    bench.button.click()
    assert bench.emitted == [""]
    assert bench.told == "The server generates one."
    assert bench.pictures.wanted == []
    assert not bench.editor.shows(URL)


# --- dropping ---------------------------------------------------------------------------------------------------------


def links(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def image() -> QMimeData:
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return mime


class Drag:
    """A drag from another program, and how it was taken."""

    def __init__(
        self, target: QWidget, mime: QMimeData, actions: Action = Action.CopyAction | Action.MoveAction
    ) -> None:
        self.target, self.mime, self.actions = target, mime, actions

    def _send(self, event: QEvent) -> QEvent:
        QApplication.sendEvent(self.target, event)
        return event

    def enter(self) -> bool:
        shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton  # which asks for moving it
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = self._send(kind(QPoint(5, 5), self.actions, self.mime, left, shift))
            assert isinstance(event, QDropEvent)
            if not event.isAccepted():
                return False
            assert event.dropAction() is not Action.MoveAction
        return True

    def drop(self) -> bool:
        """Only what was let in can be dropped, which Qt sees to."""
        if not self.enter():
            return False
        shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
        event = self._send(QDropEvent(QPointF(5, 5), self.actions, self.mime, left, shift))
        assert isinstance(event, QDropEvent)
        return event.isAccepted() and event.dropAction() is not Action.MoveAction

    def leave(self) -> None:
        self._send(QDragLeaveEvent())


@pytest.mark.parametrize("target", ["line", "box"])
@pytest.mark.parametrize(
    ("mime", "address"),
    [
        (lambda: links(OTHER), OTHER),
        (lambda: links("file:///a.png", OTHER, URL), OTHER),
        (lambda: links("https://example.com/ä b.png"), "https://example.com/%C3%A4%20b.png"),
        (lambda: text(f"A walk {OTHER}"), OTHER),
    ],
)
def test_a_dropped_address_replaces_the_former_one_and_is_loaded_at_once(
    bench: Bench, target: str, mime: Callable[[], QMimeData], address: str
) -> None:
    bench.editor.show_value(URL)
    drag = Drag(bench.line if target == "line" else bench.editor.box, mime())
    assert drag.enter()
    assert drag.drop()
    assert bench.emitted == [address]
    assert bench.line.text() == address
    assert bench.pictures.wanted == [address]
    assert not bench.editor.pause.isActive()
    bench.line.setFocus()
    QTest.keySequence(bench.line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert bench.emitted[-1] == URL


@pytest.mark.parametrize("target", ["line", "box"])
@pytest.mark.parametrize(
    ("mime", "words"),
    [
        (lambda: links("file:///home/somebody/a.png"), "a file on this computer has none"),
        (image, "this picture comes without one"),
        (lambda: text("A walk"), "there is none in this text"),
    ],
)
def test_what_has_no_address_is_refused_with_a_sentence(
    bench: Bench, target: str, mime: Callable[[], QMimeData], words: str
) -> None:
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.editor.show_value(URL)
    drag = Drag(bench.line if target == "line" else bench.editor.box, mime())
    assert drag.enter(), "or nobody could be told"
    assert not drag.drop()
    assert words in bench.told
    assert bench.middle() != "#ff0000"
    assert (bench.emitted, bench.line.text()) == ([], URL)
    bench.editor.show_value(URL)
    assert words in bench.told, "it stays while the form shows the same again"
    assert bench.editor.reading.isActive()
    bench.editor.reading.timeout.emit()
    assert bench.told == "The picture is shown."


@pytest.mark.parametrize("end", ["type", "other", "forget", "drop"])
def test_the_sentence_goes_with_the_next_edit(bench: Bench, end: str) -> None:
    bench.editor.show_value(URL)
    Drag(bench.editor.box, image()).drop()
    if end == "type":
        bench.type("x")
    elif end == "other":
        bench.editor.show_value(OTHER)
    elif end == "forget":
        bench.editor.forget()
    else:
        Drag(bench.editor.box, links(OTHER)).drop()
    assert "The server needs" not in bench.told
    assert not bench.editor.reading.isActive()


def test_nothing_else_is_taken(bench: Bench) -> None:
    bench.editor.show_value(URL)
    other = QMimeData()
    other.setData("application/x-something", b"x")
    assert not Drag(bench.editor.box, other).enter()
    assert not Drag(bench.editor.box, links(OTHER), Action.MoveAction).enter(), "it would be gone from where it was"
    assert Drag(bench.editor.box, links(OTHER), Action.LinkAction).enter()
    bench.editor.set_locked(True)
    for target in (bench.line, bench.editor.box):
        drag = Drag(target, links(OTHER))
        assert not drag.enter()
        assert not drag.drop()
    assert (bench.emitted, bench.line.text()) == ([], URL)
    assert not bench.button.isEnabled()


def test_a_part_of_the_text_can_be_moved_within_the_line(bench: Bench) -> None:
    """That is the line's own affair, and no address that replaces all of it."""

    class Entering(QDragEnterEvent):
        def source(self) -> QObject:
            return bench.line

    class Dropping(QDropEvent):
        def source(self) -> QObject:
            return bench.line

    bench.editor.show_value(URL)
    no_keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    mime = text(OTHER)
    QApplication.sendEvent(bench.line, Entering(QPoint(3, 5), Action.MoveAction, mime, left, no_keys))
    QApplication.sendEvent(bench.line, Dropping(QPointF(3, 5), Action.MoveAction, mime, left, no_keys))
    assert URL in bench.line.text()
    assert OTHER in bench.line.text()


def test_the_box_lights_up_while_something_can_be_dropped(bench: Bench) -> None:
    before = picture(bench.editor.box)
    drag = Drag(bench.line, links(URL))
    drag.enter()
    assert picture(bench.editor.box) != before
    drag.leave()
    assert picture(bench.editor.box) == before
    drag.enter()
    bench.editor.show_value(UNKNOWN)
    Drag(bench.line, image()).drop()
    bench.editor.reading.timeout.emit()
    assert picture(bench.editor.box) == before


# --- discreet mode ----------------------------------------------------------------------------------------------------


def test_in_discreet_mode_nothing_that_is_painted_depends_on_the_value(bench: Bench) -> None:
    bench.discretion.set_on(True)
    painted, told = [], set()
    for name in HIDDEN_PARTS:
        value = session(1, name).thumbnail
        if isinstance(value, str):
            bench.pictures.here[value] = Qt.GlobalColor.red
        bench.editor.forget()
        bench.editor.show_value(value)
        painted.append(picture(bench.editor.box))
        told.add((bench.told, bench.editor.box.toolTip()))
        if isinstance(value, str):
            del bench.pictures.here[value]
            bench.pictures.fail(value, f"{value} is gone.")
        painted.append(picture(bench.editor.box))
        told.add((bench.told, bench.editor.box.toolTip()))
    assert all(one == painted[0] for one in painted)
    assert told == {(HIDDEN, f"<qt>{HIDDEN}</qt>")}


def test_what_is_painted_in_its_place_depends_on_the_seed(bench: Bench) -> None:
    bench.discretion.set_on(True)
    before = picture(bench.editor.box)
    bench.editor.set_seed(10**30 + 1)
    assert picture(bench.editor.box) != before
    bench.editor.set_seed(0)
    assert picture(bench.editor.box) == before


def test_under_the_pointer_it_is_shown(bench: Bench) -> None:
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.editor.show_value(URL)
    bench.discretion.set_on(True)
    assert bench.middle() != "#ff0000"
    where = QPointF(5, 5)
    QApplication.sendEvent(bench.editor.box, QEnterEvent(where, where, where))
    assert bench.middle() == "#ff0000"
    assert bench.told == "The picture is shown."
    QApplication.sendEvent(bench.editor.box, QEvent(Type.Leave))
    assert bench.middle() != "#ff0000"
    bench.discretion.set_on(False)
    assert bench.middle() == "#ff0000"


def test_why_a_drop_is_refused_is_told_in_discreet_mode_too(bench: Bench) -> None:
    bench.editor.show_value(URL)
    bench.discretion.set_on(True)
    Drag(bench.editor.box, image()).drop()
    QApplication.sendEvent(bench.editor.box, QEvent(Type.Leave))
    assert "comes without one" in bench.told
    bench.editor.reading.timeout.emit()
    assert bench.told == HIDDEN


def test_a_drag_that_leaves_again_shows_nothing(bench: Bench) -> None:
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.editor.show_value(URL)
    bench.discretion.set_on(True)
    drag = Drag(bench.editor.box, links(OTHER))
    drag.enter()
    bench.discretion.set_on(False)
    bench.discretion.set_on(True)
    drag.leave()
    assert bench.told == HIDDEN
    assert bench.middle() != "#ff0000"


# --- looks ------------------------------------------------------------------------------------------------------------


def test_the_size_of_the_box_does_not_depend_on_what_is_in_it(bench: Bench) -> None:
    sizes = set()
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.pictures.failed[OTHER] = "It is gone. " * 50
    for value in (URL, OTHER, "", None, UNKNOWN, "odd"):
        bench.editor.show_value(value)
        QApplication.processEvents()
        sizes.add((bench.editor.box.size().toTuple(), bench.editor.size().toTuple()))
    ((box, _),) = sizes
    assert abs(box[0] * 9 - box[1] * 16) <= 16


def test_a_narrow_form_has_the_button_below_the_box_and_the_line_its_whole_width(bench: Bench) -> None:
    box, button = bench.editor.box, bench.button
    assert button.x() > box.geometry().right()
    bench.window.resize(200, 400)
    picture(bench.window)
    assert button.y() == box.geometry().bottom() + 1 + SPACE
    assert bench.line.width() == bench.editor.width()
    assert box.width() <= bench.editor.width()
    assert abs(box.width() * 9 - box.height() * 16) <= 16


def test_the_picture_fits_the_box_after_a_change_of_its_size(bench: Bench) -> None:
    bench.pictures.here[URL] = Qt.GlobalColor.red
    bench.editor.show_value(URL)
    bench.window.resize(200, 400)
    picture(bench.window)
    image_now = bench.editor.box.grab().toImage()
    corner = image_now.pixelColor(image_now.width() - 8, image_now.height() - 8)
    assert corner.name() == "#ff0000"


@pytest.mark.usefixtures("qapp")
def test_a_sentence_that_is_too_long_ends_with_an_ellipsis() -> None:
    metrics = QFontMetrics(QApplication.font())
    line = metrics.lineSpacing()
    assert fitting("a walk", QSize(500, line), metrics) == "a walk"
    long = fitting("a walk " * 50, QSize(500, 2 * line), metrics)
    assert long.endswith((" walk…", " a…"))
    assert fitting("", QSize(500, line), metrics) == ""
    assert fitting("x" * 500, QSize(50, line), metrics).endswith("…")


def test_it_has_names(bench: Bench) -> None:
    assert bench.editor.box.accessibleName() == "Thumbnail: preview"
    assert bench.line.accessibleName() == "Thumbnail"
    assert bench.button.accessibleName() == "Thumbnail: auto-generate"
