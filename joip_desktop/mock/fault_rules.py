"""Rules for faults: which request meets which fault; read from TOML, JSON and one-line texts.

A rule is a table of `kind`, what its effect knows (see `effects`), and which requests meet it:

- `method`, and `path`, a regular expression searched in the path: requests of `/api/*` that fit are counted from 1;
- `from`, `to`: the first and the last of the counted ones (each of them, without these);
- `every`: the n-th of those, the 2n-th, and so on;
- `probability`: from 0 to 1, drawn from the seed, so that a run can be repeated;
- `times` (`once = true` is 1): after so many the rule has had its day.
"""

from __future__ import annotations

import dataclasses
import math
import re
import shlex
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from joip_desktop.mock.effects import KINDS, Answer, Effect
from joip_desktop.mock.errors import FaultError

_MOST: Final = 2**53
_LONGEST_SECONDS: Final = 3600.0
_LONGEST_NAME: Final = 200
_SELECTING: Final = ("method", "path", "from", "to", "every", "probability", "times", "once")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRule:
    """A fault and the requests that meet it; see the module's text."""

    effect: Effect
    method: str | None = None
    path: re.Pattern[str] | None = None
    first: int = 1
    last: int | None = None
    every: int = 1
    probability: float = 1.0
    times: int | None = None

    def fits(self, method: str, path: str) -> bool:
        """Whether such a request is counted."""
        return self.method in (None, method) and (self.path is None or self.path.search(path) is not None)

    def table(self) -> dict[str, Any]:
        """The rule as it is written, without what it leaves to the defaults."""
        selecting = {
            "method": self.method,
            "path": self.path and self.path.pattern,
            "from": self.first if self.first > 1 else None,
            "to": self.last,
            "every": self.every if self.every > 1 else None,
            "probability": self.probability if self.probability < 1 else None,
            "times": self.times,
        }
        own = {} if isinstance(self.effect, Answer) else _own(self.effect)
        return {
            "kind": self.effect.kind,
            **own,
            **{name: value for name, value in selecting.items() if value is not None},
        }


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """Rules, and the seed of their chances; the same plan and the same requests give the same faults."""

    rules: Sequence[FaultRule] = ()
    seed: int = 0

    def __add__(self, other: FaultPlan) -> FaultPlan:
        """Both plans' rules; the later seed counts, if it says one."""
        return FaultPlan((*self.rules, *other.rules), other.seed or self.seed)


def rule_of(table: Mapping[str, object]) -> FaultRule:
    """The rule that a table says.

    Raises:
        FaultError: something in it is not understood.
    """
    kind = table.get("kind")
    made = KINDS.get(kind) if isinstance(kind, str) else None
    if made is None:
        raise FaultError("There is no fault “{kind}”. There are: {kinds}.", kind=_cut(kind), kinds=", ".join(KINDS))
    parameters = [field.name for field in dataclasses.fields(made)]
    own: dict[str, Any] = {}
    selecting: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if key == "kind":
            continue
        if name in parameters:
            own[name] = _PARAMETERS[name](key, value)
        elif name in _SELECTING:
            selecting[name] = _PARAMETERS[name](key, value)
        else:
            keys = ", ".join((*(each.replace("_", "-") for each in parameters), *_SELECTING))
            raise FaultError("“{kind}” has no “{key}”. It has: {keys}.", kind=made.kind, key=_cut(key), keys=keys)
    return _selected(made(**own), selecting)


def plan_of(document: object) -> FaultPlan:
    """The plan in a document of TOML or JSON: `seed`, and `faults`, a list of tables.

    Raises:
        FaultError: it is no such document; names the rule, counted from 1.
    """
    if not isinstance(document, Mapping):
        raise FaultError("A table with “faults”, a list of rules, is needed.")
    if unknown := [key for key in document if key not in ("seed", "faults")]:
        raise FaultError("There is no “{key}” here, only “seed” and “faults”.", key=_cut(unknown[0]))
    tables = document.get("faults", [])
    if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
        raise FaultError("“faults” needs a list of rules, such as [[faults]] in TOML.")
    rules = []
    for number, table in enumerate(tables, start=1):
        try:
            rules.append(rule_of(table))
        except FaultError as error:
            raise FaultError("Rule {number}: {problem}", number=str(number), problem=error.sentence) from error
    return FaultPlan(tuple(rules), _whole(0, _MOST)("seed", document.get("seed", 0)))


def plan_in_file(path: Path) -> FaultPlan:
    """The plan in a TOML file.

    Raises:
        FaultError: the file cannot be read, is no TOML, or says something that is not understood.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FaultError(
            "The faults in “{file}” can't be read ({reason}).", file=str(path), reason=(reason or "").rstrip(".")
        ) from error
    return plan_of(document)


def plan_in_text(text: str) -> FaultPlan:
    """A plan of one rule, written on one line: the kind, then `key=value`: "status code=503 method=PATCH every=3".

    A text that ends in `.toml` is the name of a file.

    Raises:
        FaultError: it is not understood.
    """
    if text.endswith(".toml"):
        return plan_in_file(Path(text))
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise FaultError("“{rule}” has a quotation mark too few.", rule=_cut(text)) from error
    table: dict[str, object] = {"kind": words[0] if words else ""}
    for word in words[1:]:
        key, found, value = word.partition("=")
        if word == "once":
            table[word] = True
        elif not found or key == "kind":
            raise FaultError("“{word}” is not understood; write key=value, such as every=3.", word=_cut(word))
        else:
            table[key] = _value(value)
    return FaultPlan((rule_of(table),))


def _selected(effect: Effect, given: Mapping[str, Any]) -> FaultRule:
    first, last = given.get("from", 1), given.get("to")
    if last is not None and first > last:
        raise FaultError("“from” ({first}) is after “to” ({last}).", first=str(first), last=str(last))
    if given.get("once") and "times" in given:
        raise FaultError("“once” and “times” do not go together.")
    return FaultRule(
        effect=effect,
        method=given.get("method"),
        path=given.get("path"),
        first=first,
        last=last,
        every=given.get("every", 1),
        probability=given.get("probability", 1.0),
        times=1 if given.get("once") else given.get("times"),
    )


def _own(effect: Effect) -> dict[str, Any]:
    return {
        field.name.replace("_", "-"): getattr(effect, field.name)
        for field in dataclasses.fields(effect)
        if getattr(effect, field.name) != field.default
    }


def _value(text: str) -> object:
    """What a word on a line means, as TOML would have it."""
    if text in ("true", "false"):
        return text == "true"
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _cut(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME] + "…"


# --- checks of single values ------------------------------------------------------------------------------------------


def _whole(least: int, most: int) -> Callable[[str, object], int]:
    def check(key: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise FaultError(
                "“{key}” needs a whole number from {least} to {most}, not “{value}”.",
                key=key,
                least=str(least),
                most=str(most),
                value=_cut(value),
            )
        return value

    return check


def _number(least: float, most: float) -> Callable[[str, object], float]:
    def check(key: str, value: object) -> float:
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
        if not least <= number <= most:  # true of what is no number, too
            raise FaultError(
                "“{key}” needs a number from {least} to {most}, not “{value}”.",
                key=key,
                least=f"{least:g}",
                most=f"{most:g}",
                value=_cut(value),
            )
        return float(number)

    return check


def _flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise FaultError("“{key}” needs true or false, not “{value}”.", key=key, value=_cut(value))
    return value


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise FaultError("“{key}” needs a text, not “{value}”.", key=key, value=_cut(value))
    return value


def _method(key: str, value: object) -> str:
    return _text(key, value).upper()


def _pattern(key: str, value: object) -> re.Pattern[str]:
    try:
        return re.compile(_text(key, value))
    except re.error as error:
        raise FaultError(
            "“{key}” needs a regular expression; “{value}” is none ({reason}).",
            key=key,
            value=_cut(value),
            reason=str(error),
        ) from error


def _one_of(choices: Iterable[str]) -> Callable[[str, object], str]:
    allowed = tuple(choices)

    def check(key: str, value: object) -> str:
        if value not in allowed:
            raise FaultError(
                "“{key}” needs one of {choices}, not “{value}”.",
                key=key,
                choices=", ".join(allowed),
                value=_cut(value),
            )
        return str(value)

    return check


_PARAMETERS: Final[Mapping[str, Callable[[str, object], Any]]] = {
    "code": _whole(200, 599),
    "retry_after": _whole(0, 86_400),
    "applied": _flag,
    "seconds": _number(0, _LONGEST_SECONDS),
    "size": _whole(1, _MOST),
    "count": _whole(1, _MOST),
    "field": _text,
    "value": _text,
    "at": _one_of(("headers", "body")),
    "method": _method,
    "path": _pattern,
    "from": _whole(1, _MOST),
    "to": _whole(1, _MOST),
    "every": _whole(1, _MOST),
    "probability": _number(0, 1),
    "times": _whole(1, _MOST),
    "once": _flag,
}
"""By name; the effects' own and those that select, as no name is used by both."""
