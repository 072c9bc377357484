"""The forms in which files hold sessions, and how each of them says a value."""

from __future__ import annotations

import json
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeAlias

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.patch import is_sendable
from joip_desktop.domain.rules import Problem
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import UNKNOWN, WIRE_NAMES, FieldValue, JsonValue, Session
from joip_desktop.domain.subreddits import clean, name_in
from joip_desktop.engine.transfer.cells import with_plain_line_ends, writable

Raw: TypeAlias = JsonValue
"""What stands in a file for a value: the text of a cell, or a JSON value."""


class Form(Enum):
    """A form of files; the value is the ending of their names."""

    CSV = "csv"
    JSON = "json"
    JSON_LINES = "jsonl"


class Emptiness(Enum):
    """The type of EMPTY: an empty cell, null, an empty text or list. What it asks for depends on the person."""

    EMPTY = "empty"


EMPTY: Final = Emptiness.EMPTY

Given: TypeAlias = FieldValue | Emptiness | Problem
"""What a file asks for in a field: a value (which rules have not judged yet), nothing, or something unreadable."""

_BARE: Final = (UNKNOWN, None, "", ())
"""Values that a file shows as empty."""


def is_bare(value: FieldValue) -> bool:
    """Whether a field is empty, or not known, so that an empty cell says nothing new of it."""
    return not isinstance(value, bool) and value in _BARE


def emptied(field: str) -> FieldValue:
    """The value that a field has when it is emptied; None, which rules refuse, where it can't be."""
    match FIELDS[field].kind:
        case FieldKind.NAMES:
            return ()
        case FieldKind.TEXT | FieldKind.PROSE | FieldKind.ADDRESS:
            return ""
        case _:
            return None


class Codec(ABC):
    """How one form says values. Values that differ may be said alike where no form can tell them apart."""

    @abstractmethod
    def said(self, session: Session, field: str) -> Raw:
        """What stands for the session's value of a field, whatever that is; None where nothing is known."""

    @abstractmethod
    def written(self, value: FieldValue) -> Raw:
        """What stands for a value."""

    @abstractmethod
    def canonical(self, raw: Raw) -> str:
        """A text that is the same for whatever is said alike, also after a spreadsheet has had its way with it."""

    @abstractmethod
    def given(self, field: str, raw: Raw) -> Given:
        """The value that stands there."""


# --- tables -----------------------------------------------------------------------------------------------------------


class TableCodec(Codec):
    """Values as texts of cells."""

    def said(self, session: Session, field: str) -> str:
        """The value's text; nothing for what is not known."""
        return self.written(session.value(field))

    def written(self, value: FieldValue) -> str:
        """A text; subreddits with commas in between."""
        match value:
            case str():
                return value if value.isprintable() else writable(value)
            case bool():
                return "true" if value else "false"
            case int():
                return str(value)
            case tuple():
                return writable(", ".join(value))
            case _:
                return ""

    def canonical(self, raw: Raw) -> str:
        """The text with plain line ends; nothing for what is empty in JSON."""
        return "" if raw is None or raw == [] else with_plain_line_ends(str(raw))

    def given(self, field: str, raw: Raw) -> Given:
        """What the text stands for."""
        return value_in(FIELDS[field], str(raw))


def value_in(spec: FieldSpec, text: str) -> FieldValue | Emptiness:
    """The value that a text stands for; what stands for none stays a text, about which the rules have a sentence."""
    bare = text if spec.kind in (FieldKind.TEXT, FieldKind.PROSE) else text.strip()
    if not bare:
        return EMPTY
    match spec.kind:
        case FieldKind.NAMES:
            return clean(bare).words
        case FieldKind.FLAG:
            return _FLAGS.get(bare.casefold(), bare)
        case FieldKind.CHOICE:
            return _choice_in(spec, bare)
        case FieldKind.NUMBER if whole := _WHOLE.fullmatch(bare):
            return int(whole[1])
        case _:
            return bare


_WHOLE: Final = re.compile(r"([+-]?\d{1,18})(?:[.,]0{1,2})?", re.ASCII)

_FLAGS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("true", "yes", "on", "1", "wahr", "ja", "an"), True),
    **dict.fromkeys(("false", "no", "off", "0", "falsch", "nein", "aus"), False),
}
"""What spreadsheets in English and German make of it, and what people write."""


def _choice_in(spec: FieldSpec, text: str) -> str:
    """The choice that is meant, by its value or by what people call it, in whatever case."""
    wanted = text.casefold()
    for choice in spec.choices:
        if wanted in (choice.value.casefold(), choice.english.casefold(), choice.label.casefold()):
            return choice.value
    return text


# --- JSON -------------------------------------------------------------------------------------------------------------

_encode: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_encode_escaped: Final = json.JSONEncoder(allow_nan=False).encode


def json_text(value: JsonValue) -> str:
    """Valid JSON that can be encoded, on one line.

    Halves of surrogate pairs are written as escapes, and as null a number that is too large for a float, which was read
    as infinity, and what stands in more brackets than can be followed.
    """
    try:
        try:
            text = _encode(value)
        except ValueError:
            value = _finite(value)
            text = _encode(value)
        return text if is_sendable(text) else _encode_escaped(value)
    except RecursionError:
        return "null"


def _finite(value: JsonValue) -> JsonValue:
    match value:
        case float():
            return value if math.isfinite(value) else None
        case list():
            return [_finite(one) for one in value]
        case dict():
            return {name: _finite(one) for name, one in value.items()}
        case _:
            return value


class JsonCodec(Codec):
    """Values as JSON values, as on the wire; a value that could not be read stays what the server told."""

    def said(self, session: Session, field: str) -> JsonValue:
        """The value as the server told it."""
        value = session.value(field)
        return session.extra.get(WIRE_NAMES[field]) if value is UNKNOWN else self.written(value)

    def written(self, value: FieldValue) -> JsonValue:
        """The value on the wire; null for what is not known."""
        if isinstance(value, tuple):
            return list(value)
        return None if value is UNKNOWN else value

    def canonical(self, raw: Raw) -> str:
        """JSON; null for everything that is empty."""
        match raw:
            case None | "" | []:
                return "null"
            case bool():
                return "true" if raw else "false"
            case int():
                return str(raw)  # plain values come by the hundred thousand, and take the encoder ten times as long
            case str():
                return _encode_escaped(raw)
            case _:
                return json_text(raw)

    def given(self, field: str, raw: Raw) -> Given:
        """What the value stands for; texts are read as those of a table's cells."""
        spec = FIELDS[field]
        match raw:
            case None | []:
                return EMPTY
            case str():
                return value_in(spec, raw)
            case int() if spec.kind is (FieldKind.FLAG if isinstance(raw, bool) else FieldKind.NUMBER):
                return raw
            case int() | float() if _is_sayable(spec, raw):
                return value_in(spec, json_text(raw))
            case list() if spec.kind is FieldKind.NAMES and all(isinstance(one, str) for one in raw):
                return tuple(name_in(one) or one for one in raw)
            case _:
                return Problem(field, say(_NO_VALUE))


def _is_sayable(spec: FieldSpec, raw: float) -> bool:
    """Whether a number or a flag may stand for what somebody wrote: NaN is what other programs have for nothing."""
    if isinstance(raw, bool):
        return spec.kind not in _WRITTEN
    return isinstance(raw, int) or (math.isfinite(raw) and spec.kind not in _WRITTEN)


_WRITTEN: Final = frozenset({FieldKind.TEXT, FieldKind.PROSE})
_NO_VALUE: Final = later("This can't be read as a value; a text, a number, true or false is needed.")

TABLE: Final = TableCodec()
AS_JSON: Final = JsonCodec()


def codec_of(form: Form) -> Codec:
    """How files of this form say values."""
    return TABLE if form is Form.CSV else AS_JSON
