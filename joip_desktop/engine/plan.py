"""The plan: a selection and what is wanted of it become changes, sessions left alone, and sessions refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from joip_desktop.domain.changes import Change, change_to
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.rules import Problem, check
from joip_desktop.domain.selection import toggled_favourite
from joip_desktop.domain.session import Session, Values
from joip_desktop.domain.entry import Priority


@dataclass(frozen=True, slots=True)
class Refusal:
    """A session that the plan leaves out, and why."""

    session_id: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What will be done: one request for each of `changes`; `unchanged` sessions have the values already.

    `title` names the whole in the words of a button: "Favourite 30 sessions".
    """

    title: str
    changes: Sequence[Change]
    unchanged: Sequence[int] = ()
    refused: Sequence[Refusal] = ()

    @property
    def priority(self) -> Priority:
        """An edit of one session is a hand edit and overtakes bulk jobs."""
        return Priority.HAND if len(self.changes) <= 1 else Priority.BULK


def plan_values(sessions: Iterable[Session], values: Values, *, action: str) -> Plan:
    """Give every session the same values. `action` is a verb phrase that a count follows: "Favourite".

    A session that a rule speaks against is left out whole: nobody wants half of an edit.
    """
    changes: list[Change] = []
    unchanged: list[int] = []
    refused: list[Refusal] = []
    for session in sessions:
        change = change_to(session, values)
        if change is None:
            unchanged.append(session.id)
        elif problems := check(session, change.patch):
            refused.append(Refusal(session.id, tuple(problems)))
        else:
            changes.append(change)
    title = f"{action} {count_sessions(len(changes))}"
    return Plan(title=title, changes=changes, unchanged=unchanged, refused=refused)


def plan_favourite(sessions: Sequence[Session], *, favourite: bool | None = None) -> Plan:
    """Make the sessions favourites or not; None toggles, and a mixed selection becomes favourite first."""
    wanted = toggled_favourite(sessions) if favourite is None else favourite
    return plan_values(sessions, {"is_favorite": wanted}, action="Favourite" if wanted else "Unfavourite")


def plan_draft(draft: Draft) -> Plan:
    """Save the edits of one session's form; a plan without changes where there is nothing to save."""
    if problems := draft.problems():
        return Plan(title="Save 0 fields", changes=(), refused=(Refusal(draft.base.id, tuple(problems)),))
    plan = plan_values([draft.base], draft.edits, action="Save")
    count = sum(len(change.patch) for change in plan.changes)
    return replace(plan, title=f"Save {count} field{'' if count == 1 else 's'}")


def count_sessions(count: int) -> str:
    """The count in words: "1 session", "12 sessions"."""
    return f"{count:,} session{'' if count == 1 else 's'}"
