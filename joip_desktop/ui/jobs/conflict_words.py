"""What is said of fields that were changed here and elsewhere, too, without Qt."""

from __future__ import annotations

from typing import Final

from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.engine.plan import count_sessions

HEADERS: Final = (
    later("Session"),
    later("Field"),
    later("It was"),
    later("You want"),
    later("Elsewhere it became"),
    later("Keep"),
)
"""Of the table; these and the others here are to be said where they are shown."""

HOW_TO_SEE: Final = later("Hidden in discreet mode; point at the boxes below to see it")
LABELS: Final = {None: later("Choose…"), Side.MINE: later("Mine"), Side.THEIRS: later("Theirs")}
"""Whose value is kept."""


def intro_text(fields: int, sessions: int) -> str:
    """What there is to decide."""
    return say_count(
        "1 field was changed here and elsewhere, too, in {sessions}. "
        "Choose whose value is kept; until then, yours is not sent.",
        "{n} fields were changed here and elsewhere, too, in {sessions}. "
        "Choose whose value is kept; until then, yours is not sent.",
        fields,
        sessions=count_sessions(sessions),
    )


def status_text(decided: int, count: int, *, more: int) -> str:
    """How far the deciding has come; `more` fields are not shown yet."""
    told = [say("{decided} of {all} decided.", decided=decided, all=count)]
    if decided < count:
        told.append(say("What is not decided stays in conflict."))
    if more > 0:
        told.append(
            say_count("{n} more come up when these are decided.", "{n} more come up when these are decided.", more)
        )
    return " ".join(told)
