"""Sentences and short forms that views show, without Qt: counts, times, limits, troubles."""

from __future__ import annotations

import html
import math
import unicodedata
from collections.abc import Callable
from datetime import datetime

from joip_desktop.domain.errors import JoipError, RateLimitedError, TransportError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.times import parse_time

UNKNOWN_TEXT = later("unknown")
NONE_TEXT = later("none")
"""Both to be said where they are shown."""

_MEGABYTE = 1_000_000
_MINUTE = 60
"""Seconds, and as many minutes in an hour."""


def plain_tooltip(text: str) -> str:
    """A tooltip that shows `text` as text, whatever is in it; without this Qt takes tags for HTML."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def shown_text(text: str) -> str:
    """Text of the server for a one-line cell: control characters and lone surrogates can't be drawn."""
    return text if text.isprintable() else "".join(_drawable(character) for character in text)


def _drawable(character: str) -> str:
    if character in "\r\n\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") else character


def shortened(text: str, length: int) -> str:
    """The text, or as much of it as fits in `length` characters."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def duration(seconds: float) -> str:
    """How long: "8 s", "3 min", "1 h 20 min"; a part of a unit counts as a whole one."""
    if math.isinf(seconds):
        return say("a while")
    whole = max(1, math.ceil(seconds))
    if whole < _MINUTE:
        return say("{n} s", n=whole)
    hours, minutes = divmod(math.ceil(whole / _MINUTE), _MINUTE)
    told = [say("{n} h", n=hours)] * bool(hours) + [say("{n} min", n=minutes)] * bool(minutes)
    return " ".join(told)


def about(seconds: float) -> str:
    """An estimate: "about 3 min"; "a while" where nobody can tell."""
    return duration(seconds) if math.isinf(seconds) else say("about {time}", time=duration(seconds))


def quota_text(quota: Quota, next_change_in: float | None = None) -> str:
    """The strip's words for the server's limit, and for when the next changes go out where they have to wait for it."""
    if quota.limit is None or quota.remaining is None:
        return ""
    left = say("No requests left")
    if quota.remaining > 0:
        left = say("{left} of {limit} requests left", left=quota.remaining, limit=quota.limit)
    if next_change_in is not None and next_change_in >= 1:
        return f"{left} · {say('next changes in {time}', time=duration(next_change_in))}"
    if quota.remaining > 0 or quota.next_in is None:
        return left
    return f"{left} · {say('next in {time}', time=duration(quota.next_in))}"


def local_time(text: FieldValue) -> str:
    """A timestamp of the server in the person's own time zone: "2025-03-02 12:30"."""
    if text is UNKNOWN or text is None:
        return ""
    moment = parse_time(text)
    try:
        return shown_text(str(text)) if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):  # the first or the last day of the calendar, in another time zone
        return shown_text(str(text))


def waiting_text(count: int) -> str:
    """What becomes of unsent changes, for the end of a sentence about a trouble."""
    if not count:
        return ""
    return say_count("{n} change is waiting.", "{n} changes are waiting.", count)


def not_kept_text(unsent: int, unsaved: int) -> str:
    """What exists in this window alone: changes that were not sent, and sessions with unsaved edits."""
    told = []
    if unsent:
        told.append(
            say_count(
                "{n} change has not been sent to the server.", "{n} changes have not been sent to the server.", unsent
            )
        )
    if unsaved:
        told.append(say_count("{n} session has unsaved edits.", "{n} sessions have unsaved edits.", unsaved))
    return " ".join(told)


def conflicts_text(sessions: int) -> str:
    """The banner's words for fields that were changed here and elsewhere."""
    return say_count(
        "1 session was changed elsewhere in a field that you changed, too. Nothing is overwritten until you choose.",
        "{n} sessions were changed elsewhere in a field that you changed, too. "
        "Nothing is overwritten until you choose.",
        sessions,
    )


def merged_text(sessions: int) -> str:
    """The notice's words for other fields that were changed elsewhere."""
    return say_count(
        "Changed elsewhere while your changes waited: 1 session. Both are kept; the notes (Jobs and History) say what.",
        "Changed elsewhere while your changes waited: {n} sessions. "
        "Both are kept; the notes (Jobs and History) say what.",
        sessions,
    )


def reading_text(progress: ReadingProgress | None) -> str:
    """How far the reading of the list has come: "reading 45,000 of 100,000…"; empty where nothing is known."""
    match progress:
        case ReadingProgress("receiving", done, None) if done:
            return say("receiving {done} MB…", done=done / _MEGABYTE)
        case ReadingProgress("receiving", done, int(total)) if done:
            return say("receiving {done} of {all} MB…", done=done / _MEGABYTE, all=total / _MEGABYTE)
        case ReadingProgress("reading", done, None):
            return say("reading {done}…", done=done)
        case ReadingProgress("reading", done, int(total)):
            return say("reading {done} of {all}…", done=done, all=total)
        case _:
            return ""


def list_age_text(listed_at: datetime, now: datetime) -> str:
    """How old the list is that is shown while the server's is not in yet: "from 14:32", "from 2026-03-01 14:32"."""
    then, today = listed_at.astimezone(), now.astimezone()
    when = f"{then:%H:%M}" if then.date() == today.date() else f"{then:%Y-%m-%d %H:%M}"
    return say("from {when}", when=when)


def trouble_text(error: JoipError, waiting: int, said: Callable[[str], str] = str) -> str:
    """What happened, what became of the data, what to do. `said` makes of the error's sentence what may be shown."""
    next_step = error.next_step
    if isinstance(error, TransportError | RateLimitedError):
        goes_on = say_count("It will be sent by itself.", "They will be sent by themselves.", waiting)
        next_step = goes_on if waiting else ""
    parts = (said(error.sentence), waiting_text(waiting), next_step)
    return " ".join(part for part in parts if part)
