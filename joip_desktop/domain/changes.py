"""A change is data: which session, which fields get which values, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.patch import to_body
from joip_desktop.domain.rules import Problem, check_values
from joip_desktop.domain.say import say
from joip_desktop.domain.session import UNKNOWN, JsonValue, Session, Values, same


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """New values (`patch`) for some fields of one session; `before` has the same keys, UNKNOWN where nothing was told.

    `patch` is plain values rather than a `SessionPatch`, because the way back to an odd stored value (an unknown
    transition, a null) must be sayable too; whoever plans a change checks it against the rules.
    """

    session_id: int
    patch: Values
    before: Values

    def body(self) -> Mapping[str, JsonValue]:
        """The request body."""
        return to_body(self.patch)

    def apply(self, session: Session) -> Session:
        """The session with the new values laid over it."""
        return session.with_values(self.patch)


def change_to(session: Session, values: Values) -> Change | None:
    """The change that gives `session` these values: only fields that differ; None where none does."""
    patch = {
        name: value for name, value in values.items() if value is not UNKNOWN and not same(session.value(name), value)
    }
    if not patch:
        return None
    return Change(session_id=session.id, patch=patch, before={name: session.value(name) for name in patch})


def diff(before: Session, after: Session, fields: Iterable[str] = FIELDS) -> Change | None:
    """The least change of editable fields that makes `before` show what `after` does; None where they agree.

    A field that `after` does not know is left alone: nothing can be sent for it.

    Raises:
        ValueError: the two are different sessions.
    """
    if before.id != after.id:
        raise ValueError(f"sessions {before.id} and {after.id} can't be compared")
    return change_to(before, {name: after.value(name) for name in fields})


def inverse(change: Change) -> Change | None:
    """The change back; fields whose former value nobody knows stay as they are, None where that is all of them."""
    patch = {name: value for name, value in change.before.items() if value is not UNKNOWN}
    if not patch:
        return None
    return Change(session_id=change.session_id, patch=patch, before={name: change.patch[name] for name in patch})


def way_back(change: Change) -> tuple[Change | None, list[Problem]]:
    """The change back as far as it can be sent, and what it can't bring back as it was, with the reason.

    Left out are fields whose former value nobody knows or the server would refuse. Kept, but told, are those that do
    not come back as they were: a deleted snapshot, a generated thumbnail (seed, Notes).
    """
    back = inverse(change)
    patch = dict(back.patch) if back is not None else {}
    problems = {
        name: say("{field}: what it was before is not known, so it stays as it is.", field=FIELDS[name].label)
        for name in change.patch
        if name not in patch
    }
    for problem in check_values({name: value for name, value in patch.items() if name in FIELDS}):
        del patch[problem.field]
        problems[problem.field] = say(
            "{field}: the server would not take what it was before, so it stays as it is.",
            field=FIELDS[problem.field].label,
        )
    for name in patch:
        if (sentence := _not_as_it_was(name, change)) is not None:
            problems[name] = sentence
    told = [Problem(name, problems[name]) for name in change.patch if name in problems]
    if not patch:
        return None, told
    before = {name: change.patch[name] for name in patch}
    return Change(session_id=change.session_id, patch=patch, before=before), told


def _not_as_it_was(name: str, change: Change) -> str | None:
    """Why setting the old value does not bring back the old state; None where it does."""
    if FIELDS[name].undoable:
        return None
    label = FIELDS[name].label
    if name == "thumbnail":
        if change.before[name]:
            return None
        return say("{field}: the server generates a new one; the former one does not come back.", field=label)
    if change.patch[name] is False:
        return say("{field}: a new snapshot is made; the deleted one does not come back.", field=label)
    return None
