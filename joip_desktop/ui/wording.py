"""Sentences and short forms that views show, without Qt: counts, times, limits, troubles."""

from __future__ import annotations

import html
import math
import unicodedata
from collections.abc import Callable
from datetime import datetime

from joip_desktop import __version__
from joip_desktop.domain.errors import JoipError, RateLimitedError, TransportError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.times import parse_time

ABOUT = f"JOIP Desktop {__version__}\n\nManages the sessions of a JOIP account.\nMIT licence."
UNKNOWN_TEXT = "unknown"
NONE_TEXT = "none"

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
        return "a while"
    whole = max(1, math.ceil(seconds))
    if whole < _MINUTE:
        return f"{whole} s"
    hours, minutes = divmod(math.ceil(whole / _MINUTE), _MINUTE)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))


def about(seconds: float) -> str:
    """An estimate: "about 3 min"; "a while" where nobody can tell."""
    return duration(seconds) if math.isinf(seconds) else f"about {duration(seconds)}"


def quota_text(quota: Quota, next_change_in: float | None = None) -> str:
    """The strip's words for the server's limit, and for when the next changes go out where they have to wait for it."""
    if quota.limit is None or quota.remaining is None:
        return ""
    left = f"{quota.remaining} of {quota.limit} requests left" if quota.remaining > 0 else "No requests left"
    if next_change_in is not None and next_change_in >= 1:
        return f"{left} · next changes in {duration(next_change_in)}"
    if quota.remaining > 0 or quota.next_in is None:
        return left
    return f"{left} · next in {duration(quota.next_in)}"


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
    return f"{count:,} change is waiting." if count == 1 else f"{count:,} changes are waiting."


def not_kept_text(unsent: int, unsaved: int) -> str:
    """What exists in this window alone: changes that were not sent, and sessions with unsaved edits."""
    told = []
    if unsent:
        told.append(f"{unsent:,} change{' has' if unsent == 1 else 's have'} not been sent to the server.")
    if unsaved:
        told.append(f"{unsaved:,} session{' has' if unsaved == 1 else 's have'} unsaved edits.")
    return " ".join(told)


def conflicts_text(sessions: int) -> str:
    """The banner's words for fields that were changed here and elsewhere."""
    told = "1 session was" if sessions == 1 else f"{sessions:,} sessions were"
    return f"{told} changed elsewhere in a field that you changed, too. Nothing is overwritten until you choose."


def merged_text(sessions: int) -> str:
    """The notice's words for other fields that were changed elsewhere."""
    told = "1 session" if sessions == 1 else f"{sessions:,} sessions"
    return f"Changed elsewhere while your changes waited: {told}. Both are kept; the notes (Jobs and History) say what."


def reading_text(progress: ReadingProgress | None) -> str:
    """How far the reading of the list has come: "reading 45,000 of 100,000…"; empty where nothing is known."""
    match progress:
        case ReadingProgress("receiving", done, None) if done:
            return f"receiving {done / _MEGABYTE:.1f} MB…"
        case ReadingProgress("receiving", done, int(total)) if done:
            return f"receiving {done / _MEGABYTE:.1f} of {total / _MEGABYTE:.1f} MB…"
        case ReadingProgress("reading", done, None):
            return f"reading {done:,}…"
        case ReadingProgress("reading", done, int(total)):
            return f"reading {done:,} of {total:,}…"
        case _:
            return ""


def list_age_text(listed_at: datetime, now: datetime) -> str:
    """How old the list is that is shown while the server's is not in yet: "from 14:32", "from 2026-03-01 14:32"."""
    then, today = listed_at.astimezone(), now.astimezone()
    return f"from {then:%H:%M}" if then.date() == today.date() else f"from {then:%Y-%m-%d %H:%M}"


def trouble_text(error: JoipError, waiting: int, said: Callable[[str], str] = str) -> str:
    """What happened, what became of the data, what to do. `said` makes of the error's sentence what may be shown."""
    next_step = error.next_step
    if isinstance(error, TransportError | RateLimitedError):
        goes_on = "It will be sent by itself." if waiting == 1 else "They will be sent by themselves."
        next_step = goes_on if waiting else ""
    parts = (said(error.sentence), waiting_text(waiting), next_step)
    return " ".join(part for part in parts if part)
