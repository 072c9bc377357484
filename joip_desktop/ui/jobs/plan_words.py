"""What a plan does, in sentences, without Qt: requests, time, who is left out, and what its values are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.say import say, say_count
from joip_desktop.engine.consequences import consequences
from joip_desktop.engine.plan import FieldPicture, Picture, Plan, Turn, count_sessions
from joip_desktop.ui.jobs.forecast import Going
from joip_desktop.ui.values import common_lines, common_text, value_text
from joip_desktop.ui.wording import about, shortened, shown_text

_SENTENCES: Final = 6
"""Different reasons that are told before the rest is only counted; the report has them all."""
_LISTED: Final = 10
"""Different turns that a tooltip lists before it only counts the rest."""
_LISTED_LENGTH: Final = 80
_NAME_LENGTH: Final = 40

# --- requests ---------------------------------------------------------------------------------------------------------


def going_text(going: Going) -> str:
    """How many requests will be sent, how many changes need none of their own, and how many requests are spared."""
    told = []
    if going.sent:
        told.append(say_count("{n} request will be sent.", "{n} requests will be sent.", going.sent))
    if going.joined:
        told.append(joined_text(going.joined, alone=not going.sent))
    if going.dropped:
        told.append(dropped_text(going.dropped))
    if going.settled:
        told.append(settled_text(going.settled))
    return " ".join(told) or say("No request is needed.")


def time_text(seconds: float, ahead: int) -> str:
    """How long it takes until all is sent, with `ahead` requests that wait already."""
    if seconds < 1:
        return say("The server's limit allows that at once.")
    if not ahead:
        return say("At the server's limit that takes {time}.", time=about(seconds))
    return say_count(
        "At the server's limit that takes {time}, with the {n} request that waits already.",
        "At the server's limit that takes {time}, with the {n} requests that wait already.",
        ahead,
        time=about(seconds),
    )


def joined_text(count: int, *, alone: bool) -> str:
    """Changes that go along with such as wait already; `alone` where that is all there is to do."""
    if alone:
        return say_count(
            "{n} change goes along with what waits already, so no other request is needed.",
            "{n} changes go along with what waits already, so no other request is needed.",
            count,
        )
    return say_count(
        "{n} change goes along with what waits already.", "{n} changes go along with what waits already.", count
    )


def dropped_text(count: int) -> str:
    """Requests that wait already and are not needed any more."""
    return say_count(
        "1 request that waits already is dropped, because this takes back what it would have sent.",
        "{n} requests that wait already are dropped, because this takes back what they would have sent.",
        count,
    )


def settled_text(count: int) -> str:
    """Changes that take the place of what could not be sent."""
    return say_count(
        "{n} change needs no request: it takes the place of what could not be sent.",
        "{n} changes need no request: they take the place of what could not be sent.",
        count,
    )


# --- who is left out --------------------------------------------------------------------------------------------------


def left_out_text(plan: Plan) -> str:
    """Sessions for which nothing is sent, as they have the values or were never sent the others."""
    told = []
    if count := len(plan.unchanged):
        told.append(plan.left_alone or unchanged_text(count))
    if count := len(plan.withdrawn):
        told.append(withdrawn_text(count))
    return "\n".join(told)


def reasons_text(reasons: Mapping[str, int], names: Mapping[str, Sequence[str]]) -> str:
    """Who is skipped and why; the most frequent reason first, each with the `names` of the first sessions."""
    if not reasons:
        return ""
    count = sum(reasons.values())
    if len(reasons) == 1:
        (reason,) = reasons
        why = shown_text(say(reason))
        told = say_count("{n} session is skipped: {why}", "{n} sessions are skipped: {why}", count, why=why)
        return "\n".join([told, *_names_lines(names.get(reason, ()), count)])
    head = say_count("{n} session is skipped:", "{n} sessions are skipped:", count)
    return "\n".join([head, *_points(reasons, names)])


def _names_lines(names: Sequence[str], count: int) -> list[str]:
    """One line with the names of sessions, of which there are so many in all; none without names."""
    if not names:
        return []
    told = ", ".join(shortened(name, _NAME_LENGTH) for name in names)
    if more := count - len(names):
        told = say_count("{names} and {n} more", "{names} and {n} more", more, names=told)
    return [f"    {told}"]


def unchanged_text(count: int) -> str:
    """Sessions that have the values already."""
    return say_count(
        "{n} session has these values already; it is left alone, without a request.",
        "{n} sessions have these values already; they are left alone, without a request.",
        count,
    )


def withdrawn_text(count: int) -> str:
    """Sessions that were never sent what is undone of them."""
    return say_count(
        "{n} session: not sent yet, so undone without a request.",
        "{n} sessions: not sent yet, so undone without a request.",
        count,
    )


# --- what is to be known ----------------------------------------------------------------------------------------------


def losses_text(head: str, losses: Mapping[str, int]) -> str:
    """What would not come back, with the number of sessions each."""
    return "\n".join([head, *_points(losses)]) if losses else ""


def warnings_of(plan: Plan, picture: Picture) -> list[str]:
    """What goes beyond the account, and what will not come back as it was: by this plan, and by undoing it."""
    told = [
        *consequences(picture.fields),
        losses_text(say("Please note:"), Counter(plan.notes.values())),
        losses_text(say("Undoing this later does not bring everything back:"), picture.losses),
    ]
    return [text for text in told if text]


def _points(sentences: Mapping[str, int], names: Mapping[str, Sequence[str]] = MappingProxyType({})) -> list[str]:
    frequent = sorted(sentences.items(), key=lambda item: -item[1])
    lines = []
    for sentence, count in frequent[:_SENTENCES]:
        lines.append(f"•  {shown_text(say(sentence))} ({count_sessions(count)})")
        lines += _names_lines(names.get(sentence, ()), count)
    if rest := [count for _, count in frequent[_SENTENCES:]]:
        others = say_count("{n} other reason", "{n} other reasons", len(rest))
        lines.append(f"•  {others} ({count_sessions(sum(rest))})")
    return lines


# --- values -----------------------------------------------------------------------------------------------------------


def values_texts(picture: FieldPicture) -> tuple[str, str]:
    """What the sessions have in a field now and afterwards; an example where both differ by session."""
    if picture.turns:
        example = max(picture.turns, key=picture.turns.__getitem__)
        now, after = (say("such as {value}", value=value_text(picture.field, value)) for value in example)
        return now, after
    return common_text(picture.field, picture.before), common_text(picture.field, picture.after)


def values_lines(picture: FieldPicture) -> tuple[Sequence[str], Sequence[str]]:
    """The same in full, line by line; where both differ by session, what becomes of what."""
    if picture.turns:
        lines = _turn_lines(picture)
        return lines, lines
    return common_lines(picture.field, picture.before), common_lines(picture.field, picture.after)


def _turn_lines(picture: FieldPicture) -> Sequence[str]:
    frequent = sorted(picture.turns.items(), key=lambda item: -item[1])
    lines = []
    for turn, count in frequent[:_LISTED]:
        told = _turn_text(picture.field, turn)
        lines.append(f"{told}: {count_sessions(count)}" if count > 1 else told)
    if (more := len(frequent) - _LISTED) > 0:
        lines.append(say_count("and {n} more", "and {n} more", more))
    return lines


def _turn_text(field: str, turn: Turn) -> str:
    before, after = (shortened(value_text(field, value), _LISTED_LENGTH) for value in turn)
    return say("{before} → {after}", before=before, after=after)
