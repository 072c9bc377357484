"""How a session's pictures follow one another, without Qt: how long each stays, and where two are while they change.

Times are seconds of whichever clock the caller reads; nothing here waits.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from random import Random
from typing import Final, get_args

from joip_desktop.domain.patch import Transition
from joip_desktop.domain.session import FieldValue

TURN_SECONDS: Final = 0.8
"""How long one picture takes to give way to the next."""


class Movement(Enum):
    """How one picture gives way to the next. Named after the transitions of the API; NONE is a change at once."""

    FADE = auto()
    SLIDE = auto()
    ZOOM = auto()
    FLIP = auto()
    NONE = auto()


_BY_VALUE: Final[Mapping[str, Movement]] = {
    value: Movement[value.upper()] for value in get_args(Transition) if value.upper() in Movement.__members__
}


def movement_of(transition: FieldValue) -> Movement | None:
    """The movement of a transition; None where this version knows of none, which then plays as a change at once."""
    return _BY_VALUE.get(transition) if isinstance(transition, str) else None


@dataclass(frozen=True, slots=True)
class Pace:
    """The fewest and the most seconds that a picture stays."""

    low: int
    high: int

    def draw(self, random: Random) -> float:
        """How long the next picture stays; every duration in between is as likely as any other."""
        return random.uniform(self.low, self.high)


def pace_of(low: FieldValue, high: FieldValue) -> Pace | None:
    """The pace of two intervals; None where no time can be drawn between them."""
    if type(low) is not int or type(high) is not int or not 1 <= low <= high:
        return None
    return Pace(low, high)


# --- where the pictures are -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one picture is: 0 is gone and 1 is all of it, a `shift` of 1 is one picture's width to the right.

    `scale` is the size in both directions, `width` that of the width alone, both around the middle.
    """

    opacity: float = 1.0
    shift: float = 0.0
    scale: float = 1.0
    width: float = 1.0


AT_REST: Final = Placement()


@dataclass(frozen=True, slots=True)
class Frame:
    """Two pictures in the middle of a change; None is not seen. The coming one lies above the leaving one."""

    leaving: Placement | None
    coming: Placement | None


_ZOOMED_OUT: Final = 0.4
"""The size with which a picture that zooms in begins."""


def frame_of(movement: Movement, progress: float) -> Frame:
    """Where the pictures are after this part of the change, from 0 to 1."""
    if progress >= 1 or movement is Movement.NONE:
        return Frame(None, AT_REST)
    if progress <= 0:
        return Frame(AT_REST, None)
    part = _eased(progress)
    match movement:
        case Movement.FADE:
            return Frame(AT_REST, Placement(opacity=part))
        case Movement.SLIDE:
            return Frame(Placement(shift=-part), Placement(shift=1 - part))
        case Movement.ZOOM:
            return Frame(AT_REST, Placement(opacity=part, scale=_ZOOMED_OUT + (1 - _ZOOMED_OUT) * part))
        case Movement.FLIP:
            turned = Placement(width=abs(1 - 2 * part))
            return Frame(turned, None) if part < 1 / 2 else Frame(None, turned)


def _eased(progress: float) -> float:
    """Slow at both ends."""
    return progress * progress * (3 - 2 * progress)


# --- when they change -------------------------------------------------------------------------------------------------


class Schedule:
    """Which picture is shown when. It is told the time with every question.

    It stands still until it is started; `turn` brings the next picture whether it runs or not.
    """

    def __init__(self, random: Random) -> None:
        self.shown = 0
        """How many pictures have been shown before this one."""
        self._random = random
        self._pace: Pace | None = None
        self._movement = Movement.NONE
        self._runs = False
        self._turning_since: float | None = None
        self._due = 0.0
        self._rest: float | None = None
        """While it stands still: what is left of the stay."""

    @property
    def runs(self) -> bool:
        """Whether pictures change by themselves."""
        return self._runs

    @property
    def is_turning(self) -> bool:
        """Whether one picture is giving way to the next."""
        return self._turning_since is not None

    @property
    def movement(self) -> Movement:
        """How they change."""
        return self._movement

    def set_movement(self, movement: Movement) -> None:
        """Change in this way from now on, the change under way included."""
        self._movement = movement

    def set_pace(self, pace: Pace | None, now: float) -> None:
        """Draw stays from this pace; the stay under way is drawn anew, and so is none without a pace."""
        if pace == self._pace:
            return
        self._pace = pace
        self._rest = None
        if pace is None:
            self.stop(now)
        elif self._runs:
            self._due = now + pace.draw(self._random)

    def begin_again(self, now: float) -> None:
        """Go back to the first picture, which stays for a while."""
        self._turning_since = None
        self.shown = 0
        self._rest = None
        if self._runs and self._pace is not None:
            self._due = now + self._pace.draw(self._random)

    def start(self, now: float) -> None:
        """Let pictures change by themselves, if there is a pace; the stay goes on where it stopped."""
        if self._runs or self._pace is None:
            return
        self._runs = True
        self._due = now + (self._pace.draw(self._random) if self._rest is None else self._rest)
        self._rest = None

    def stop(self, now: float) -> None:
        """Stand still; a change under way is at its end at once."""
        if self.is_turning:
            self._arrive(now)
        if self._runs:
            self._runs = False
            self._rest = None if self._pace is None else max(0.0, self._due - now)

    def turn(self, now: float, *, moving: bool = True) -> None:
        """Bring the next picture now; one that is coming already is there at once. Not `moving`, it takes no time."""
        if self.is_turning:
            self._arrive(now)
        self._turning_since = now
        if not moving:
            self._arrive(now)
        self.advance(now)

    def advance(self, now: float) -> None:
        """Do what is due; after a long gap that is one picture, not all those of the time that has passed."""
        if self._turning_since is not None and self.progress(now) >= 1:
            self._arrive(now)
        elif self._turning_since is None and self._runs and now >= self._due:
            self._turning_since = now
            if self._movement is Movement.NONE:
                self._arrive(now)

    def progress(self, now: float) -> float:
        """How far the change under way has come, from 0 to 1; 0 where there is none."""
        if self._turning_since is None:
            return 0.0
        if self._movement is Movement.NONE:
            return 1.0
        return min(1.0, max(0.0, (now - self._turning_since) / TURN_SECONDS))

    def seconds_left(self, now: float) -> float:
        """Until the next change; `inf` where none comes by itself."""
        return max(0.0, self._due - now) if self._runs and not self.is_turning else math.inf

    def _arrive(self, now: float) -> None:
        self._turning_since = None
        self.shown += 1
        self._rest = None
        if self._pace is not None and self._runs:
            self._due = now + self._pace.draw(self._random)
