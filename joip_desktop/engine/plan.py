"""The plan: a selection and what is wanted of it become changes, sessions left alone, and sessions refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from joip_desktop.domain.changes import Change, change_to, way_back
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.rules import Problem, check
from joip_desktop.domain.say import later, named, quoted, say, say_count
from joip_desktop.domain.selection import Common, common_value, toggled_favourite
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values, same
from joip_desktop.engine.slices import Work, at_once

GONE = later("The session is not in the list any more.")
NOT_SENT_YET = later("It had not been sent yet, so there was nothing to send.")

Titled: TypeAlias = Callable[[int], str]
"""What giving so many sessions their values is called, in the words of a button: "Favourite 30 sessions"."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A session that the plan leaves out, and why."""

    session_id: int
    problems: tuple[Problem, ...]

    @property
    def sentence(self) -> str:
        """The reasons in a row."""
        return " ".join(one.sentence for one in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What will be done: `changes` for the outbox; `unchanged` sessions have the values already.

    `title` names the whole in the words of a button: "Favourite 30 sessions". `withdrawn` sessions need no request,
    because what is undone of them had not been sent. `notes` say, by session, what will not be exactly as one may
    think when it is done.
    """

    title: str
    changes: Sequence[Change]
    unchanged: Sequence[int] = ()
    refused: Sequence[Refusal] = ()
    withdrawn: Sequence[int] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    in_force: Mapping[int, Change] = field(default_factory=dict)
    """Of unchanged sessions, what a redo finds done already: still the action's, to be undone again."""
    left_alone: str = ""
    """What to say of the unchanged sessions; without it, that they have the values already."""

    @property
    def priority(self) -> Priority:
        """An edit of one session is a hand edit and overtakes bulk jobs."""
        return Priority.HAND if len(self.changes) <= 1 else Priority.BULK

    @property
    def size(self) -> int:
        """The number of sessions that it is about."""
        return len(self.changes) + len(self.unchanged) + len(self.refused) + len(self.withdrawn)

    def first_results(self) -> Iterator[tuple[int, Result]]:
        """Each session once, with the result with which its job begins."""
        for change in self.changes:
            yield change.session_id, Result(Outcome.WAITING, self.notes.get(change.session_id, ""), change)
        for session_id in self.withdrawn:
            yield session_id, Result(Outcome.DONE, NOT_SENT_YET)
        for session_id in self.unchanged:
            yield session_id, Result(Outcome.UNCHANGED, change=self.in_force.get(session_id))
        for refusal in self.refused:
            yield refusal.session_id, Result(Outcome.REFUSED, refusal.sentence)


def planning(pairs: Iterable[tuple[Session, Values]], *, action: Titled | str) -> Work[Plan]:
    """Give every session its values. `action` names that, or is a verb phrase that a count follows.

    A session that a rule speaks against is left out whole: nobody wants half of an edit.
    """
    changes: list[Change] = []
    unchanged: list[int] = []
    refused: list[Refusal] = []
    for session, values in pairs:
        change = change_to(session, values)
        if change is None:
            unchanged.append(session.id)
        elif problems := check(session, change.patch):
            refused.append(Refusal(session.id, tuple(problems)))
        else:
            changes.append(change)
        yield
    title = action(len(changes)) if callable(action) else f"{action} {count_sessions(len(changes))}"
    return Plan(title=title, changes=changes, unchanged=unchanged, refused=refused)


def plan_each(pairs: Iterable[tuple[Session, Values]], *, action: str) -> Plan:
    """Give every session values of its own."""
    return at_once(planning(pairs, action=action))


def plan_values(sessions: Iterable[Session], values: Values, *, action: str) -> Plan:
    """Give every session the same values."""
    return plan_each(((session, values) for session in sessions), action=action)


def planning_favourite(sessions: Sequence[Session], *, favourite: bool | None = None) -> Work[Plan]:
    """Make the sessions favourites or not; None toggles, and a mixed selection becomes favourite first."""
    wanted = toggled_favourite(sessions) if favourite is None else favourite
    values = {"is_favorite": wanted}
    pairs = ((session, values) for session in sessions)
    return planning(pairs, action=_favourite if wanted else _unfavourite)


def _favourite(count: int) -> str:
    return say_count("Favourite {n} session", "Favourite {n} sessions", count)


def _unfavourite(count: int) -> str:
    return say_count("Unfavourite {n} session", "Unfavourite {n} sessions", count)


def plan_favourite(sessions: Sequence[Session], *, favourite: bool | None = None) -> Plan:
    """The same in one go."""
    return at_once(planning_favourite(sessions, favourite=favourite))


def plan_draft(draft: Draft) -> Plan:
    """Save the edits of one session's form; a plan without changes where there is nothing to save."""
    if problems := draft.problems():
        return Plan(title=_saving(()), changes=(), refused=(Refusal(draft.base.id, tuple(problems)),))
    if (change := draft.change()) is None:
        return Plan(title=_saving(()), changes=(), unchanged=(draft.base.id,))
    return Plan(title=_saving([*change.patch]), changes=(change,))


def _saving(fields: Sequence[str]) -> str:
    """What saving these fields is called: a few by their names, more by their number."""
    match [called(name) for name in FIELDS if name in fields]:
        case []:
            return say("Save nothing")
        case [only]:
            return say("Save {field}", field=only)
        case [one, other]:
            return say("Save {one} and {other}", one=one, other=other)
        case more:
            return say_count("Save {n} field", "Save {n} fields", len(more))


def called(field: str) -> str:
    """A field as a title names it: what is on or off in quotes, since “Public” alone is no thing to save or to set."""
    spec = FIELDS[field]
    return quoted(spec.label) if spec.kind is FieldKind.FLAG else named(spec.label)


# --- back and forth ---------------------------------------------------------------------------------------------------


def planning_undo(job: Job, shown: Mapping[int, Session], withdrawn: Iterable[int]) -> Work[Plan]:
    """Bring back what the job's sessions had before. `shown` are the sessions as views show them, if any are there yet.

    Sessions in which nothing of the job came about are left out. The way back starts from what the job made of a
    field, so a value that was changed elsewhere since then is a conflict and is not overwritten.
    """
    changes: list[Change] = []
    unchanged: list[int] = []
    refused: list[Refusal] = []
    notes: dict[int, str] = {}
    left = dict.fromkeys(withdrawn)
    for session_id, result in job.results.items():
        yield
        if session_id in left or result.change is None or result.outcome not in _IN_FORCE:
            continue
        back, losses = way_back(result.change)
        if shown and session_id not in shown:
            refused.append(Refusal(session_id, (Problem("id", say(GONE)),)))
        elif back is None:
            refused.append(Refusal(session_id, tuple(losses)))
        elif (change := _still_needed(back, shown[session_id]) if shown else back) is None:
            unchanged.append(session_id)
        else:
            changes.append(change)
            if losses:
                notes[session_id] = " ".join(one.sentence for one in losses)
    return Plan(
        title=say("Undo: {action}", action=job.title),
        changes=changes,
        unchanged=unchanged,
        refused=refused,
        withdrawn=list(left),
        notes=notes,
    )


_IN_FORCE: Final = frozenset({Outcome.DONE, Outcome.WAITING, Outcome.UNCHANGED, Outcome.FAILED})
"""What a job did: also what was set back by another one before it was sent, since that one may be undone, too."""


def weighing_undo(job: Job) -> Work[Mapping[str, int]]:
    """What undoing the job would not bring back exactly: sentences, with the number of sessions they are about."""
    losses: Counter[str] = Counter()
    for result in job.results.values():
        if result.change is not None and result.outcome is Outcome.DONE:
            losses.update(one.sentence for one in _losses(result.change))
        yield
    return losses


def planning_redo(job: Job, shown: Mapping[int, Session], undone: Iterable[int]) -> Work[Plan]:
    """Do again what the job did to the sessions in which it was undone."""

    def pairs() -> Iterable[tuple[Session, Values]]:
        for session_id in undone:
            result = job.results.get(session_id)
            if result is not None and result.change is not None and session_id in shown:
                yield shown[session_id], result.change.patch

    plan = yield from planning(pairs(), action="")
    in_force = {one: change for one in plan.unchanged if (change := job.results[one].change) is not None}
    return replace(plan, title=say("Redo: {action}", action=job.title), in_force=in_force)


def _still_needed(change: Change, shown: Session) -> Change | None:
    """The change less the fields that have their values already."""
    patch = {name: value for name, value in change.patch.items() if not same(shown.value(name), value)}
    if not patch:
        return None
    return replace(change, patch=patch, before={name: change.before[name] for name in patch})


# --- looking at a plan ------------------------------------------------------------------------------------------------


Turn: TypeAlias = tuple[FieldValue, FieldValue]
"""What a session has in a field before, and after."""

NAMED: Final = 3
"""Skipped sessions for each reason that a picture names."""


@dataclass(frozen=True, slots=True)
class FieldPicture:
    """What a plan does to one field: what its sessions have in common before and after, and how many it changes.

    `turns` are the values before and after with the number of sessions, where both differ by session, as what they
    have in common would tell nothing.
    """

    field: str
    sessions: int
    before: Common
    after: Common
    turns: Mapping[Turn, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """What there is to see of a plan: field by field, the reasons for skipping, and what undo would not bring back.

    Reasons and losses are sentences with the number of sessions that they are about; `skipped` has the first of these
    for each reason.
    """

    fields: Sequence[FieldPicture]
    reasons: Mapping[str, int]
    losses: Mapping[str, int]
    skipped: Mapping[str, Sequence[int]] = field(default_factory=dict)


def picturing(plan: Plan) -> Work[Picture]:
    """Look at a plan."""
    before: dict[str, Counter[FieldValue]] = {}
    after: dict[str, Counter[FieldValue]] = {}
    turns: dict[str, Counter[Turn]] = {}
    losses: Counter[str] = Counter()
    for change in plan.changes:
        for name, value in change.patch.items():
            before.setdefault(name, Counter())[change.before[name]] += 1
            after.setdefault(name, Counter())[value] += 1
            turns.setdefault(name, Counter())[change.before[name], value] += 1
        losses.update(one.sentence for one in _losses(change))
        yield
    reasons: Counter[str] = Counter()
    skipped: dict[str, list[int]] = {}
    for refusal in plan.refused:
        reasons[refusal.sentence] += 1
        if len(named := skipped.setdefault(refusal.sentence, [])) < NAMED:
            named.append(refusal.session_id)
        yield
    fields = [
        FieldPicture(
            name,
            after[name].total(),
            common_value(before[name]),
            common_value(after[name]),
            turns[name] if len(before[name]) > 1 and len(after[name]) > 1 else {},
        )
        for name in FIELDS
        if name in after
    ]
    return Picture(fields, reasons, losses, skipped)


def _losses(change: Change) -> Sequence[Problem]:
    """What the way back would not bring back; most changes are seen at a glance to have none."""
    plain = all(
        FIELDS[name].undoable and value is not UNKNOWN and value is not None for name, value in change.before.items()
    )
    if plain and all(isinstance(value, bool) for value in change.before.values()):
        return ()
    return way_back(change)[1]


def count_sessions(count: int) -> str:
    """The count in words: "1 session", "12 sessions"."""
    return say_count("{n} session", "{n} sessions", count)
