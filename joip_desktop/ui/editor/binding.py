"""Which widget edits which field: a `FieldSpec` in, a `FieldEditor` out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from joip_desktop.domain.fields import FieldKind, FieldSpec
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.surroundings import Surroundings
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


def make_editor(
    spec: FieldSpec, surroundings: Surroundings | None = None, discretion: Discretion | None = None
) -> FieldEditor:
    """The editor for a field; without surroundings it works, but suggests and shows nothing."""
    del surroundings, discretion  # for editors to come
    return _EDITORS[spec.kind](spec)
