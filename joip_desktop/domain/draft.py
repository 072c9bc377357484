"""A draft: the edits of one session's form that have not been saved, and nothing that equals what is there."""

from __future__ import annotations

from dataclasses import dataclass, field

from joip_desktop.domain.changes import Change, change_to
from joip_desktop.domain.rules import Problem, check
from joip_desktop.domain.session import FieldValue, Session, same


@dataclass(slots=True)
class Draft:
    """Edits over `base`, the session as the views show it. An edit back to the base's value is no edit.

    An edit to UNKNOWN is a field left empty that needs a value: it is a problem, and nothing can be sent for it.
    """

    base: Session
    edits: dict[str, FieldValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.edits = dict(self.edits)
        self.rebase(self.base)

    def set(self, name: str, value: FieldValue) -> None:
        """Take the form's value of one field."""
        if same(value, self.base.value(name)):
            self.edits.pop(name, None)
        else:
            self.edits[name] = value

    def revert(self, name: str | None = None) -> None:
        """Forget the edit of one field, or all of them."""
        if name is None:
            self.edits.clear()
        else:
            self.edits.pop(name, None)

    def rebase(self, base: Session) -> None:
        """Go on over a newer base; edits that it already contains are edits no longer.

        Raises:
            ValueError: the base is another session.
        """
        if base.id != self.base.id:
            raise ValueError(f"a draft of session {self.base.id} can't go on over session {base.id}")
        self.base = base
        for name in [name for name, value in self.edits.items() if same(value, base.value(name))]:
            del self.edits[name]

    def value(self, name: str) -> FieldValue:
        """What the form shows for a field."""
        return self.edits.get(name, self.base.value(name))

    @property
    def is_dirty(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.edits)

    def problems(self) -> list[Problem]:
        """What speaks against saving; only edited fields count, so odd stored values do not stand in the way."""
        return check(self.base, self.edits)

    def change(self) -> Change | None:
        """The least change that saves the draft; None when there is nothing to send."""
        return change_to(self.base, self.edits)
