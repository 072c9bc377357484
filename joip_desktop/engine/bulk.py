"""Operations on many sessions whose result depends on what each of them has: adding a subreddit, shifting intervals."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from joip_desktop.domain.changes import Change, change_to
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.patch import is_sendable
from joip_desktop.domain.rules import Problem, check, check_values
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import UNKNOWN, Session, Values
from joip_desktop.engine.plan import Plan, Refusal
from joip_desktop.engine.slices import Work

LIMIT: Final = 200
"""Rows that a preview shows."""


class Operation(ABC):
    """What is to be done to each of many sessions."""

    __slots__ = ()

    @abstractmethod
    def title(self, count: int) -> str:
        """What it does to so many sessions, in the words of a button: "Add a subreddit to 12 sessions"."""

    @abstractmethod
    def left_alone(self, count: int) -> str:
        """What to say of so many sessions that it does not change, in a sentence."""

    @abstractmethod
    def problems(self) -> list[Problem]:
        """What is wrong with its parameters; the `field` of a problem is the parameter's name here."""

    @abstractmethod
    def outcome(self, session: Session) -> Values | Problem:
        """What the session would have afterwards in the fields it is about, or why that can't be said."""

    def note(self, change: Change) -> str | None:  # noqa: ARG002 - for those that have something to say
        """What will not be exactly as one may think when the change is made, in a sentence."""
        return None

    def weigh(self, session: Session) -> Change | Problem | None:
        """The least change that it makes of a session, or why it leaves it out; None where there is nothing to do."""
        outcome = self.outcome(session)
        if isinstance(outcome, Problem):
            return outcome
        change = change_to(session, outcome)
        if change is not None and (problems := check(session, change.patch)):
            return problems[0]
        return change

    def values(self, session: Session) -> Values | None:
        """The values that are different afterwards; None where nothing is done to the session."""
        weighed = self.weigh(session)
        return weighed.patch if isinstance(weighed, Change) else None

    def trouble(self, session: Session) -> str | None:
        """Why the session is left out: a value that is not known, a lock, a result that breaks a rule."""
        weighed = self.weigh(session)
        return weighed.sentence if isinstance(weighed, Problem) else None


# --- subreddits -------------------------------------------------------------------------------------------------------

NO_NAMES: Final = later("Enter at least one subreddit.")
SUBREDDITS_NOT_KNOWN: Final = later("The subreddits are not known.")
NONE_LEFT: Final = later("No subreddit is left.")


@dataclass(frozen=True, slots=True)
class AddSubreddits(Operation):
    """Add names behind those that a session has, but for those that it has already, in whatever case."""

    names: tuple[str, ...]

    def title(self, count: int) -> str:
        """As in "Add a subreddit to 12 sessions"."""
        if len(self.names) == 1:
            return say_count("Add a subreddit to {n} session", "Add a subreddit to {n} sessions", count)
        return say_count("Add subreddits to {n} session", "Add subreddits to {n} sessions", count)

    def left_alone(self, count: int) -> str:
        """As in "There is nothing to add to 12 sessions"."""
        return say_count(
            "There is nothing to add to {n} session; it is left alone, without a request.",
            "There is nothing to add to {n} sessions; they are left alone, without a request.",
            count,
        )

    def problems(self) -> list[Problem]:
        """No names, or words that are none."""
        if not self.names:
            return [Problem("names", say(NO_NAMES))]
        return [Problem("names", problem.sentence) for problem in check_values({"subreddits": self.names})]

    def outcome(self, session: Session) -> Values | Problem:
        """The names that it has and the new ones; where the server holds no value, the new ones."""
        if session.subreddits is UNKNOWN:
            return Problem("subreddits", say(SUBREDDITS_NOT_KNOWN))
        old = session.subreddits or ()
        there = {name.casefold() for name in old}
        added: list[str] = []
        for name in self.names:
            if name.casefold() not in there:
                there.add(name.casefold())
                added.append(name)
        return {"subreddits": (*old, *added)} if added else {}


@dataclass(frozen=True, slots=True)
class RemoveSubreddits(Operation):
    """Take names away, in whatever case they are written; names that could not be added may be taken away, too.

    The last one may go as well, which is noted: the request then has an empty text, and the server keeps no names.
    """

    names: tuple[str, ...]

    def title(self, count: int) -> str:
        """As in "Remove a subreddit from 12 sessions"."""
        if len(self.names) == 1:
            return say_count("Remove a subreddit from {n} session", "Remove a subreddit from {n} sessions", count)
        return say_count("Remove subreddits from {n} session", "Remove subreddits from {n} sessions", count)

    def left_alone(self, count: int) -> str:
        """As in "There is nothing to remove from 12 sessions"."""
        return say_count(
            "There is nothing to remove from {n} session; it is left alone, without a request.",
            "There is nothing to remove from {n} sessions; they are left alone, without a request.",
            count,
        )

    def problems(self) -> list[Problem]:
        """No names."""
        return [] if self.names else [Problem("names", say(NO_NAMES))]

    def outcome(self, session: Session) -> Values | Problem:
        """The names that it keeps."""
        if session.subreddits is UNKNOWN:
            return Problem("subreddits", say(SUBREDDITS_NOT_KNOWN))
        if session.subreddits is None:
            return {}
        gone = {name.casefold() for name in self.names}
        return {"subreddits": tuple(name for name in session.subreddits if name.casefold() not in gone)}

    def note(self, change: Change) -> str | None:
        """Whether none is left."""
        return None if change.patch["subreddits"] else say(NONE_LEFT)


# --- intervals --------------------------------------------------------------------------------------------------------

INTERVAL_NOT_KNOWN: Final = later("The interval is not known in full.")
INTERVAL_CROSSED: Final = later("The shortest interval is longer than the longest one.")


class _IntervalOperation(Operation):
    """Gives each end a new value by itself: of two ends in order, neither overtakes the other."""

    __slots__ = ()

    @abstractmethod
    def moved(self, seconds: int) -> int:
        """The new value of an end, if there were no limits; a longer one never gets less than a shorter one."""

    def left_alone(self, count: int) -> str:
        """As in "The intervals of 12 sessions stay as they are"."""
        return say_count(
            "The interval of {n} session stays as it is, without a request.",
            "The intervals of {n} sessions stay as they are, without a request.",
            count,
        )

    def outcome(self, session: Session) -> Values | Problem:
        """Both ends within the limits."""
        lowest, highest = session.interval_min, session.interval_max
        if not isinstance(lowest, int) or not isinstance(highest, int):
            return Problem("interval_min", say(INTERVAL_NOT_KNOWN))
        values = {"interval_min": self._kept(lowest), "interval_max": self._kept(highest)}
        if values["interval_min"] > values["interval_max"]:  # as the server has it, and more than the limits mend
            return Problem("interval_min", say(INTERVAL_CROSSED))
        return values

    def note(self, change: Change) -> str | None:
        """Whether a limit holds one of the ends."""
        for name, before in change.before.items():
            if isinstance(before, int) and self.moved(before) != change.patch[name]:
                spec = FIELDS["interval_min"]
                return say("Kept within {least} to {most} seconds.", least=spec.minimum, most=spec.maximum)
        return None

    def _kept(self, seconds: int) -> int:
        spec = FIELDS["interval_min"]
        moved = self.moved(seconds)
        moved = moved if spec.minimum is None else max(spec.minimum, moved)
        return moved if spec.maximum is None else min(spec.maximum, moved)


@dataclass(frozen=True, slots=True)
class ShiftIntervals(_IntervalOperation):
    """Make both ends of the interval so many seconds longer, or shorter with a number below 0, within the limits."""

    seconds: int

    def title(self, count: int) -> str:
        """As in "Lengthen the intervals of 12 sessions"."""
        if self.seconds < 0:
            return say_count("Shorten the interval of {n} session", "Shorten the intervals of {n} sessions", count)
        return say_count("Lengthen the interval of {n} session", "Lengthen the intervals of {n} sessions", count)

    def problems(self) -> list[Problem]:
        """No seconds."""
        return [] if self.seconds else [Problem("seconds", say("With 0 seconds, everything stays as it is."))]

    def moved(self, seconds: int) -> int:
        """So many seconds more."""
        return seconds + self.seconds


@dataclass(frozen=True, slots=True)
class ScaleIntervals(_IntervalOperation):
    """Make both ends of the interval so many per cent of what they are, within the limits; halves are rounded up."""

    percent: int

    def title(self, count: int) -> str:
        """As in "Scale the intervals of 12 sessions to 150 %"."""
        return say_count(
            "Scale the interval of {n} session to {percent} %",
            "Scale the intervals of {n} sessions to {percent} %",
            count,
            percent=self.percent,
        )

    def problems(self) -> list[Problem]:
        """Nothing or less, and what changes nothing."""
        if self.percent <= 0:
            return [Problem("percent", say("Enter a percentage above 0."))]
        if self.percent == _WHOLE:
            return [Problem("percent", say("With 100 %, everything stays as it is."))]
        return []

    def moved(self, seconds: int) -> int:
        """So many per cent."""
        return (seconds * self.percent + _WHOLE // 2) // _WHOLE


_WHOLE: Final = 100


# --- titles -----------------------------------------------------------------------------------------------------------

TITLE_NOT_KNOWN: Final = later("The title is not known.")
TITLE_EMPTY: Final = later("Nothing would be left of the title.")
NOTHING_TO_FIND: Final = later("Enter the text to find.")
BROKEN_CHARACTER: Final = later("A character in this text is broken; delete it and type it again.")


@dataclass(frozen=True, slots=True)
class ReplaceInTitles(Operation):
    """Replace every occurrence of a plain text in titles.

    There are no regular expressions: some of Python's take for ever, and nothing in the process can stop them.
    """

    find: str
    replacement: str
    match_case: bool = False
    whole_words: bool = False
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        text = re.escape(self.find)
        whole = rf"(?<!\w){text}(?!\w)" if self.whole_words else text
        object.__setattr__(self, "_pattern", re.compile(whole, 0 if self.match_case else re.IGNORECASE))

    def title(self, count: int) -> str:
        """Without the texts, which are nobody's business while the screen is shared."""
        return say_count("Replace text in {n} title", "Replace text in {n} titles", count)

    def left_alone(self, count: int) -> str:
        """As in "There is nothing to replace in 12 titles"."""
        return say_count(
            "There is nothing to replace in {n} title; it is left alone, without a request.",
            "There is nothing to replace in {n} titles; they are left alone, without a request.",
            count,
        )

    def problems(self) -> list[Problem]:
        """Nothing to find, or a replacement that can't be sent."""
        problems = [] if self.find else [Problem("find", say(NOTHING_TO_FIND))]
        if not is_sendable(self.replacement):
            problems.append(Problem("replacement", say(BROKEN_CHARACTER)))
        return problems

    def outcome(self, session: Session) -> Values | Problem:
        """The title with everything replaced, unless only blanks would be left."""
        if session.title is UNKNOWN:
            return Problem("title", say(TITLE_NOT_KNOWN))
        if session.title is None:
            return {}
        title, found = self._pattern.subn(lambda _: self.replacement, session.title)
        if found and not title.strip():
            return Problem("title", say(TITLE_EMPTY))
        return {"title": title}


# --- trying and planning ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One session that changes: as it is, and its values before and after in the fields that change."""

    session: Session
    before: Values
    after: Values
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPreview:
    """What an operation would do: the first sessions that change, and how many change, don't, or are left out and why.

    Reasons and notes are sentences with the number of sessions that they are about.
    """

    rows: Sequence[BulkRow]
    changed: int
    unchanged: int
    left_out: Mapping[str, int]
    notes: Mapping[str, int]


def previewing(
    sessions: Iterable[Session],
    operation: Operation,
    limit: int = LIMIT,
    *,
    rows_found: Callable[[Sequence[BulkRow]], None] | None = None,
) -> Work[BulkPreview]:
    """Try an operation without planning it. With a problem in its parameters all sessions are left out for that.

    `rows_found` is told the rows when there are as many as the limit, which may be long before all is counted.
    """
    rows: list[BulkRow] = []
    changed = unchanged = 0
    left_out: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    problems = operation.problems()
    for session in sessions:
        weighed = problems[0] if problems else operation.weigh(session)
        if isinstance(weighed, Change):
            changed += 1
            note = operation.note(weighed)
            if note is not None:
                notes[note] += 1
            if len(rows) < limit:
                rows.append(BulkRow(session, weighed.before, weighed.patch, note or ""))
                if len(rows) == limit and rows_found is not None:
                    rows_found(rows)
        elif weighed is None:
            unchanged += 1
        else:
            left_out[weighed.sentence] += 1
        yield
    return BulkPreview(rows=rows, changed=changed, unchanged=unchanged, left_out=left_out, notes=notes)


def planning_bulk(sessions: Iterable[Session], operation: Operation) -> Work[Plan]:
    """Plan an operation. With a problem in its parameters all sessions are refused for that."""
    changes: list[Change] = []
    unchanged: list[int] = []
    refused: list[Refusal] = []
    notes: dict[int, str] = {}
    problems = operation.problems()
    for session in sessions:
        weighed = problems[0] if problems else operation.weigh(session)
        if isinstance(weighed, Change):
            changes.append(weighed)
            if (note := operation.note(weighed)) is not None:
                notes[session.id] = note
        elif weighed is None:
            unchanged.append(session.id)
        else:
            refused.append(Refusal(session.id, (weighed,)))
        yield
    title, told = operation.title(len(changes)), operation.left_alone(len(unchanged)) if unchanged else ""
    return Plan(title=title, changes=changes, unchanged=unchanged, refused=refused, notes=notes, left_alone=told)
