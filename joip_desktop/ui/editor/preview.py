"""The preview: plays a session's transition at its pace, on its thumbnail and drawn slides, while it is in sight."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.slideshow import (
    AT_REST,
    Frame,
    Movement,
    Pace,
    Placement,
    Schedule,
    frame_of,
    movement_of,
    pace_of,
)
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.slides import cut_to, drawn_slides
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.motion import reduced_motion
from joip_desktop.ui.theme import RADIUS, SPACE
from joip_desktop.ui.wording import shortened, shown_text

_FRAME_MS: Final = 33
"""Between two pictures of a movement: not quite 30 a second."""
_WIDEST: Final = 400
_ABSENCE: Final = 60.0
"""Seconds after which a window without the keyboard has nobody before it."""
_ODD_LENGTH: Final = 40

_PLAY: Final = later("Play")
_PAUSE: Final = later("Pause")
_NO_PACE: Final = later("It plays by itself once the shortest interval is at least 1 s and not above the longest.")
_STILL: Final = later("Your system asks for less motion, so slides change only by Next, and at once.")


class _Stage(QWidget):
    """Where the slides are: it paints one, or two in the middle of a change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._slides: Sequence[QPixmap] = ()
        self._key: object = None
        self._shown = 0
        self._frame = Frame(AT_REST, None)
        self.setMaximumSize(_WIDEST, self.heightForWidth(_WIDEST))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Put this picture before the drawn slides."""
        self._picture = picture
        self._slides, self._key = (), None
        self.update()

    def show_frame(self, shown: int, frame: Frame) -> None:
        """Show this moment, in which as many slides have been shown before."""
        if (shown, frame) != (self._shown, self._frame):
            self._shown, self._frame = shown, frame
            self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As pictures are on most screens."""
        return round(min(width, _WIDEST) * 9 / 16)

    def sizeHint(self) -> QSize:
        """Not large: it is a part of a form."""
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest form."""
        return QSize(80, 45)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the leaving slide and over it the coming one, in a frame with round corners."""
        del event
        slides = self._prepared()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Button))
        for place, number in ((self._frame.leaving, self._shown), (self._frame.coming, self._shown + 1)):
            if place is not None:
                self._paint_slide(painter, slides[number % len(slides)], place)
        painter.end()

    def _paint_slide(self, painter: QPainter, slide: QPixmap, place: Placement) -> None:
        width, height = float(self.width()), float(self.height())
        painter.save()
        painter.setOpacity(place.opacity)
        painter.translate(width / 2 + place.shift * width, height / 2)
        painter.scale(place.scale * place.width, place.scale)
        painter.drawPixmap(QRectF(-width / 2, -height / 2, width, height), slide, QRectF(slide.rect()))
        painter.restore()

    def _prepared(self) -> Sequence[QPixmap]:
        """The slides at the size of now; made anew when it, the screen or the colours have changed."""
        size, ratio, palette = self.size(), self.devicePixelRatioF(), self.palette()
        key = (size.width(), size.height(), ratio, palette.cacheKey())
        if key != self._key:
            drawn = drawn_slides(size, ratio, palette)
            first = [] if self._picture is None else [cut_to(self._picture, size, ratio)]
            self._slides, self._key = [*first, *drawn], key
        return self._slides


class TransitionPreview(QWidget):
    """Shows how pictures give way to one another, and how often.

    It plays by itself while it is in sight: not hidden, not scrolled away, its window not minimised and not without
    the keyboard for longer than a minute. While it stands still no timer runs. Where the system asks for less motion,
    it stands still until *Next* is pressed, which then changes slides at once. In discreet mode the session's picture
    is left out.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        discretion: Discretion | None = None,
        lot: random.Random | None = None,
        clock: Callable[[], float] = time.monotonic,
        less_motion: Callable[[], bool] = reduced_motion,
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion or Discretion(self)
        self._clock = clock
        self._less_motion = less_motion
        self._is_still = False
        self._paused = False
        self._away_since: float | None = None
        self._transition: FieldValue = UNKNOWN
        self._pace: Pace | None = None
        self._picture: QPixmap | None = None
        self._followed: list[QWidget] = []
        self._schedule = Schedule(lot or random.Random())  # noqa: S311 - no secret depends on it
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._look = QTimer(self, singleShot=True, interval=0)  # when all that moves has moved
        self._look.timeout.connect(self._follow)
        self._make_parts()
        self._discretion.changed.connect(self._take_picture)
        self._tell()

    @property
    def is_playing(self) -> bool:
        """Whether slides change by themselves now."""
        return self._schedule.runs

    @property
    def caption(self) -> str:
        """What stands under the slides."""
        return self._caption.text()

    def show_pace(self, transition: FieldValue, low: FieldValue, high: FieldValue) -> None:
        """Play this transition at an interval between these; with values that can't be played it says so."""
        self._transition = transition
        self._schedule.set_movement(movement_of(transition) or Movement.NONE)
        self._pace = pace_of(low, high)
        self._schedule.set_pace(self._pace, self._clock())
        self._follow()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Begin with the session's picture, or with drawn slides alone."""
        if picture is not None and picture.isNull():
            picture = None
        if _key_of(picture) != _key_of(self._picture):
            self._picture = picture
            self._take_picture()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at where it is now, and at what moves it about."""
        super().showEvent(event)
        self._is_still = self._less_motion()
        self._away_since = None
        self._watch()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still."""
        super().hideEvent(event)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What is around it was scrolled, resized or minimised."""
        match event.type():
            case QEvent.Type.Move | QEvent.Type.Resize | QEvent.Type.WindowStateChange:
                self._look.start()
            case QEvent.Type.WindowActivate:
                self._away_since = None
                self._follow()
            case _:
                pass
        return super().eventFilter(watched, event)

    # --- parts --------------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._stage = _Stage()
        self._stage.setAccessibleName(say("Preview of the transition"))
        self._caption = text_label()
        self._note = text_label()
        self._play = QPushButton()
        self._play.clicked.connect(self._on_play)
        self._next = QPushButton(say("Next"))
        self._next.setAccessibleName(say("Preview: next slide"))
        self._next.setToolTip(say("Show the transition at once"))
        self._next.clicked.connect(self._on_next)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE // 2)
        for button in (self._play, self._next):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        shelf = QHBoxLayout()
        shelf.addWidget(self._stage, 1)
        shelf.addStretch(0)
        layout.addLayout(shelf)
        layout.addWidget(self._caption)
        layout.addWidget(self._note)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def _take_picture(self) -> None:
        """Begin with the picture, unless it is hidden; what the stage keeps of it goes at once."""
        self._stage.show_picture(None if self._discretion.on else self._picture)
        self._schedule.begin_again(self._clock())
        self._go_on()

    def _watch(self) -> None:
        """Hear of what happens to everything around it: only that tells that it was scrolled away."""
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = []
        around: QWidget | None = self
        while around is not None:
            around.installEventFilter(self)
            self._followed.append(around)
            around = None if around.isWindow() else around.parentWidget()

    # --- playing ------------------------------------------------------------------------------------------------------

    def _on_play(self) -> None:
        self._paused = self.is_playing
        self._away_since = None
        self._follow()

    def _on_next(self) -> None:
        self._schedule.turn(self._clock(), moving=not self._is_still)
        self._go_on()

    def _follow(self) -> None:
        """Play or stand still, by what is true now."""
        now = self._clock()
        if self._paused or self._is_still or not self._is_in_sight(now):
            self._schedule.stop(now)
        else:
            self._schedule.start(now)
        self._go_on()

    def _is_in_sight(self, now: float) -> bool:
        if not self.isVisible() or self.window().isMinimized() or self._stage.visibleRegion().isEmpty():
            return False
        if self.isActiveWindow():
            self._away_since = None
        elif self._away_since is None:
            self._away_since = now
        return self._away_since is None or now - self._away_since < _ABSENCE

    def _on_time(self) -> None:
        self._schedule.advance(self._clock())
        if self.is_playing and not self._schedule.is_turning:
            self._follow()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Show this moment, and wake up for the next one, if there is any."""
        now = self._clock()
        schedule = self._schedule
        turning = schedule.is_turning
        frame = frame_of(schedule.movement, schedule.progress(now)) if turning else Frame(AT_REST, None)
        self._stage.show_frame(schedule.shown, frame)
        if turning:
            self._timer.start(_FRAME_MS)
        elif schedule.runs:
            left = schedule.seconds_left(now)
            until_told = left - max(0, math.ceil(left) - 1)  # the caption counts whole seconds
            self._timer.start(max(1, math.ceil(until_told * 1000)))
        else:
            self._timer.stop()
        self._tell()

    # --- words --------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        parts = [_transition_text(self._transition), *([] if self._pace is None else [_pace_text(self._pace)])]
        left = self._schedule.seconds_left(self._clock())
        if not math.isinf(left):
            parts.append(say("next in {seconds} s", seconds=max(1, math.ceil(left))))
        self._caption.setText(" · ".join(parts))
        notes = [_odd_text(self._transition)]
        notes += [say(_STILL)] if self._is_still else [say(_NO_PACE)] if self._pace is None else []
        self._note.setText(" ".join(note for note in notes if note))
        self._note.setVisible(bool(self._note.text()))
        if (word := say(_PAUSE if self.is_playing else _PLAY)) != self._play.text():
            self._play.setText(word)
            self._play.setAccessibleName(say("Preview: pause") if self.is_playing else say("Preview: play"))
        self._play.setEnabled(not self._is_still and self._pace is not None)


def _key_of(picture: QPixmap | None) -> int | None:
    return None if picture is None else picture.cacheKey()


def _transition_text(transition: FieldValue) -> str:
    """What the transition is called; an odd one as it is, in quotes."""
    if not isinstance(transition, str):
        return say("transition not known") if transition is UNKNOWN else say("no transition")
    if movement_of(transition) is not None:
        return FIELDS["transition"].choice_label(transition)
    return f"“{shortened(shown_text(transition), _ODD_LENGTH)}”"


def _odd_text(transition: FieldValue) -> str:
    """That a transition is played as another one, and why."""
    if movement_of(transition) is not None:
        return ""
    if isinstance(transition, str):
        return say("This version doesn’t know this transition; here slides change at once.")
    return say("Without a known transition, slides change at once here.")


def _pace_text(pace: Pace) -> str:
    if pace.low == pace.high:
        return say("every {seconds} s", seconds=pace.low)
    return say("every {shortest} to {longest} s", shortest=pace.low, longest=pace.high)
