"""Which widget edits which field: a `FieldSpec` in, a `FieldEditor` out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from joip_desktop.domain.fields import FieldKind, FieldSpec
from joip_desktop.ui.editor.widgets import (
    AddressEditor,
    ChoiceEditor,
    FieldEditor,
    FlagEditor,
    NamesEditor,
    NumberEditor,
    ProseEditor,
    TextEditor,
)

_EDITORS: Final[Mapping[FieldKind, Callable[[FieldSpec], FieldEditor]]] = {
    FieldKind.TEXT: TextEditor,
    FieldKind.NAMES: NamesEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.PROSE: ProseEditor,
    FieldKind.ADDRESS: AddressEditor,
    FieldKind.FLAG: FlagEditor,
}


def make_editor(spec: FieldSpec) -> FieldEditor:
    """The editor for a field."""
    return _EDITORS[spec.kind](spec)
