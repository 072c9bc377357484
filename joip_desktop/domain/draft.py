"""A draft: the edits of one session's form that have not been saved, and nothing that equals what is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, TypeAlias

from joip_desktop.domain.changes import Change, change_to
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem, check
from joip_desktop.domain.session import UNKNOWN, FieldValue, JsonValue, Session, Values, same


@dataclass(frozen=True, slots=True)
class Edit:  # noqa: PLW1641 - the decorator adds __hash__
    """The new value of one field, and what the session had there when the edit began."""

    value: FieldValue
    over: FieldValue = UNKNOWN

    def __eq__(self, other: object) -> bool:
        """As for `same`, True is not 1."""
        return isinstance(other, Edit) and same(self.value, other.value) and same(self.over, other.over)


Edits: TypeAlias = Mapping[str, Edit]
"""What is kept of a draft from one run to the next: by field name, without the session."""

_NOTHING: Final[Values] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SharedEdits:  # noqa: PLW1641 - the decorator adds __hash__
    """The edits meant for several sessions at once: the values entered, by field, and the fields that take part.

    A field that takes part without a value means the value that all have; one with a value may take no part.
    """

    entered: Values = field(default_factory=dict)
    ticked: frozenset[str] = frozenset()

    def __eq__(self, other: object) -> bool:
        """As for `same`, True is not 1."""
        return (
            isinstance(other, SharedEdits)
            and self.ticked == other.ticked
            and self.entered.keys() == other.entered.keys()
            and all(same(value, other.entered[name]) for name, value in self.entered.items())
        )

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.entered or self.ticked)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields with an edit, in form order."""
        return tuple(name for name in FIELDS if name in self.entered or name in self.ticked)

    def for_others(self) -> SharedEdits:
        """What is meant when other sessions are: not "the value that all have", which is another one there."""
        return SharedEdits(self.entered, self.ticked & self.entered.keys())


@dataclass(frozen=True, slots=True)
class Group:
    """What is kept of the edits for several sessions from one run to the next: whose they are, in order, and what."""

    session_ids: Sequence[int]
    edits: SharedEdits


@dataclass(slots=True)
class Draft:
    """Edits over `base`, the session as the views show it. An edit back to the base's value is no edit.

    An edit to UNKNOWN is a field left empty that needs a value: it is a problem, and nothing can be sent for it. So is
    text in a field of numbers, which is kept as it was typed.
    `origins` has the same keys as `edits`: what the base had there when the edit began, UNKNOWN where nobody knew.
    `ours` names the fields in which the base shows a value of ours that waits to be sent. `coming` holds the values
    that a save under way is about to bring: until it has ended, an edit of such a field is one whatever its value is,
    or typing the old value back would be lost.
    """

    base: Session
    edits: dict[str, FieldValue] = field(default_factory=dict)
    origins: dict[str, FieldValue] = field(default_factory=dict)
    ours: Collection[str] = ()
    coming: Values = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.edits = dict(self.edits)
        self.origins = {name: self.origins.get(name, self.base.value(name)) for name in self.edits}
        self.rebase(self.base, ours=self.ours, coming=self.coming)

    @classmethod
    def of(cls, base: Session, kept: Edits, *, ours: Collection[str] = (), coming: Values = _NOTHING) -> Draft:
        """Edits of an earlier run over the session as it is now."""
        values = {name: edit.value for name, edit in kept.items()}
        return cls(base, values, {name: edit.over for name, edit in kept.items()}, ours, coming)

    def set(self, name: str, value: FieldValue) -> None:
        """Take the form's value of one field."""
        stored = self.base.value(name)
        if same(value, stored) and name not in self.coming:
            self.revert(name)
        else:
            self.edits[name] = value
            self.origins.setdefault(name, stored)

    def revert(self, name: str | None = None) -> None:
        """Forget the edit of one field, or all of them."""
        for one in list(self.edits) if name is None else [name]:
            self.edits.pop(one, None)
            self.origins.pop(one, None)

    def rebase(self, base: Session, *, ours: Collection[str] = (), coming: Values = _NOTHING) -> None:
        """Go on over a newer base; edits that it already contains are edits no longer.

        Where a value of ours has come, or was and has gone, nobody else has changed anything: the edit starts there.

        Raises:
            ValueError: the base is another session.
        """
        if base.id != self.base.id:
            raise ValueError(f"a draft of session {self.base.id} can't go on over session {base.id}")
        for name in self.edits.keys() & {*self.ours, *ours}:
            self.origins[name] = base.value(name)
        self.base, self.ours, self.coming = base, ours, coming
        for name, value in list(self.edits.items()):
            if same(value, base.value(name)) and name not in coming:
                self.revert(name)

    def value(self, name: str) -> FieldValue:
        """What the form shows for a field."""
        return self.edits.get(name, self.base.value(name))

    @property
    def is_dirty(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.edits)

    @property
    def changed_meanwhile(self) -> Values:
        """The edited fields in which the session has got another value since the edit began, with the value from then.

        Where either value is not known, nobody can say that it is another one.
        """
        told = ((name, over, self.base.value(name)) for name, over in self.origins.items())
        return {name: over for name, over, now in told if UNKNOWN not in (over, now) and not same(over, now)}

    def problems(self) -> list[Problem]:
        """What speaks against saving; only edited fields count, so odd stored values do not stand in the way."""
        return check(self.base, self.edits)

    def change(self) -> Change | None:
        """The least change that saves the draft; None when there is nothing to send.

        Where the session was changed elsewhere since an edit began, it starts from what was there then: so it is
        compared with what is there now, and nothing is overwritten unseen. To bring that very value back is no mistake.
        """
        change = change_to(self.base.with_values(self.coming), self.edits)
        if change is None:
            return None
        former = {
            name: value
            for name, value in self.changed_meanwhile.items()
            if name in change.patch and name not in self.coming and not same(value, change.patch[name])
        }
        return replace(change, before={**change.before, **former})

    def kept(self) -> Edits:
        """What to keep for the next run; it stays as it is when the draft goes on."""
        return {name: Edit(value, self.origins[name]) for name, value in self.edits.items()}


# --- JSON -------------------------------------------------------------------------------------------------------------

_VALUE: Final = "value"
_OVER: Final = "over"
_ENTERED: Final = "entered"
_TICKED: Final = "ticked"


def edits_to_json(edits: Edits) -> dict[str, JsonValue]:
    """The edits as JSON values. UNKNOWN is a key that is not there; null is None."""
    return {name: _present({_VALUE: edit.value, _OVER: edit.over}) for name, edit in edits.items()}


def edits_from_json(told: JsonValue) -> dict[str, Edit]:
    """The edits that JSON values tell of.

    What this version does not know or understand is left out: a field, a new value. A former value that can't be
    understood is UNKNOWN.
    """
    if not isinstance(told, dict):
        return {}
    edits: dict[str, Edit] = {}
    for name, one in told.items():
        if name in FIELDS and isinstance(one, dict):
            value = _read(one.get(_VALUE, UNKNOWN))
            if value is not UNKNOWN or _VALUE not in one:
                edits[name] = Edit(value, _read(one.get(_OVER, UNKNOWN)))
    return edits


def shared_to_json(edits: SharedEdits) -> dict[str, JsonValue]:
    """The edits for several sessions as JSON values, by field."""
    return {
        name: {
            _ENTERED: name in edits.entered,
            _TICKED: name in edits.ticked,
            **_present({_VALUE: edits.entered.get(name, UNKNOWN)}),
        }
        for name in edits.fields
    }


def shared_from_json(told: JsonValue) -> SharedEdits:
    """The edits for several sessions that JSON values tell of, less what this version does not know or understand."""
    entered: dict[str, FieldValue] = {}
    ticked: set[str] = set()
    for name, one in told.items() if isinstance(told, dict) else ():
        if name not in FIELDS or not isinstance(one, dict):
            continue
        value = _read(one.get(_VALUE, UNKNOWN))
        if value is UNKNOWN and _VALUE in one:
            continue  # the tick without it would mean another value
        if one.get(_ENTERED) is True:
            entered[name] = value
        if one.get(_TICKED) is True:
            ticked.add(name)
    return SharedEdits(entered, frozenset(ticked))


def _present(values: Values) -> dict[str, JsonValue]:
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value is not UNKNOWN
    }


def _read(value: JsonValue) -> FieldValue:
    """The value of a field; UNKNOWN where it can't be one."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    return UNKNOWN
