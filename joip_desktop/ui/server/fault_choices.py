"""What can go wrong on purpose, as the panel offers it, and the rules that it means."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from joip_desktop.domain.say import later


class Often(Enum):
    """How many of the requests meet what is ticked."""

    EVERY = later("Every request")
    THIRD = later("Every third request")
    TENTH = later("One request in ten, by chance")
    ONCE = later("The next request only")


_WHEN: Final[Mapping[Often, Mapping[str, object]]] = {
    Often.EVERY: {},
    Often.THIRD: {"every": 3},
    Often.TENTH: {"probability": 0.1},
    Often.ONCE: {"once": True},
}


@dataclass(frozen=True, slots=True)
class FaultChoice:
    """A fault with the name that people read, and the rule without its `kind` and when."""

    kind: str
    title: str
    rule: Mapping[str, Any]


FAULTS: Final = (
    FaultChoice("status", later("Error 503: the server is busy"), {"code": 503}),
    FaultChoice(
        "status", later("Error 500, although the change was made"), {"code": 500, "applied": True, "method": "PATCH"}
    ),
    FaultChoice("delay", later("Requests wait for 3 seconds"), {"seconds": 3}),
    FaultChoice("drip", later("Answers come drop by drop"), {"seconds": 0.05, "size": 512}),
    FaultChoice("closed-before", later("The connection breaks before the answer"), {}),
    FaultChoice("closed-in", later("The connection breaks within the answer"), {}),
    FaultChoice("closed-after", later("The connection ends after the answer"), {}),
    FaultChoice("truncated-json", later("Answers are cut off"), {}),
    FaultChoice("malformed-json", later("Answers are broken JSON"), {}),
    FaultChoice("html", later("A web page comes instead of an answer"), {}),
    FaultChoice("expired-cookie", later("The sign-in expires"), {}),
    FaultChoice("rotated-cookie", later("The server renews the cookie"), {}),
    FaultChoice("tokens-taken", later("Another program uses up the requests"), {}),
    FaultChoice("edited-elsewhere", later("Another device edits a session"), {}),
    FaultChoice("missing-field", later("Answers lack the title"), {"field": "title"}),
    FaultChoice("unknown-value", later("Answers have an unknown transition"), {"field": "transition"}),
)
"""In the order of the list."""


def rules(chosen: Collection[int], often: Often) -> Sequence[Mapping[str, object]]:
    """The rules for those of `FAULTS` that are ticked, by their places."""
    return [
        {"kind": choice.kind, **choice.rule, **_WHEN[often]} for number, choice in enumerate(FAULTS) if number in chosen
    ]
