"""Which column of a file stands for what: guessed by its name, changed by the person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import WIRE_NAMES
from joip_desktop.engine.transfer.columns import FINGERPRINT, ID

UNUSED: Final = ""
"""The target of a column that is not used."""

Mapped: TypeAlias = Mapping[str, str]
"""Column to target: `ID`, `FINGERPRINT`, the name of a field, or `UNUSED`."""

TARGETS: Final = (UNUSED, ID, *FIELDS, FINGERPRINT)

_NO_LETTER: Final = re.compile(r"[\W_]+")


def guessed(columns: Iterable[str]) -> dict[str, str]:
    """What columns stand for by their names: those on the wire, and what people call the fields, in whatever case.

    Each target is given once, to the first of its columns.
    """
    names = _names()
    found: dict[str, str] = {}
    for column in columns:
        target = names.get(_bare(column), UNUSED)
        found[column] = UNUSED if target in found.values() else target
    return found


def problem_of(mapped: Mapped) -> str:
    """Why rows can't be matched by this, in a sentence; "" where they can."""
    counts = Counter(target for target in mapped.values() if target != UNUSED)
    if not counts[ID]:
        return say(_NO_ID)
    if doubled := [target for target, count in counts.items() if count > 1]:
        return say(_DOUBLED, target=target_label(doubled[0]))
    if not counts.keys() & FIELDS.keys():
        return say(_NO_FIELD)
    return ""


def target_label(target: str) -> str:
    """What people call a target."""
    match target:
        case "":
            return say("Not used")
        case "id":
            return say("Number of the session")
        case "fingerprint":
            return say("Fingerprint")
        case field:
            return FIELDS[field].label


_NO_ID: Final = later("Choose the column with the numbers of the sessions; without it, no row can be matched.")
_DOUBLED: Final = later("Two columns stand for “{target}”; choose one of them.")
_NO_FIELD: Final = later("No column stands for something that can be changed; choose what they are below.")


def _names() -> dict[str, str]:
    """Bare name to target; names on the wire win over what people say."""
    names = {"sessionid": ID, "number": ID}
    for field, spec in FIELDS.items():
        names |= {_bare(spec.english_label): field, _bare(spec.label): field}
    return (
        names
        | {_bare(wire): field for field, wire in WIRE_NAMES.items() if field in FIELDS}
        | {
            ID: ID,
            FINGERPRINT: FINGERPRINT,
        }
    )


def _bare(name: str) -> str:
    return _NO_LETTER.sub("", name).casefold()
