"""Which widget edits which field: a `FieldSpec` in, a `FieldEditor` out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from joip_desktop.domain.fields import FieldKind, FieldSpec
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.category_editor import CategoryEditor
from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.thumbnail_editor import ThumbnailEditor
from joip_desktop.ui.editor.widgets import (
    ChoiceEditor,
    FieldEditor,
    FlagEditor,
    NumberEditor,
    ProseEditor,
    TextEditor,
)

_PLAIN: Final[Mapping[FieldKind, Callable[[FieldSpec], FieldEditor]]] = {
    FieldKind.TEXT: TextEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.PROSE: ProseEditor,
    FieldKind.FLAG: FlagEditor,
}


def make_editor(
    spec: FieldSpec, surroundings: Surroundings | None = None, discretion: Discretion | None = None
) -> FieldEditor:
    """The editor for a field; without surroundings it works, but suggests and shows nothing."""
    around = surroundings or Surroundings()
    if spec.kind is FieldKind.NAMES:
        return ChipsEditor(spec, suggestions=around.subreddits)
    if spec.kind is FieldKind.ADDRESS:
        return ThumbnailEditor(spec, pictures=around.pictures, discretion=discretion)
    if spec.kind is FieldKind.NUMBER and spec.nullable:
        return CategoryEditor(spec, categories=around.categories, name=around.category_name)
    return _PLAIN[spec.kind](spec)


def make_cell_editor(spec: FieldSpec) -> FieldEditor:
    """The editor for a field in a cell of the table, where there is one line of room."""
    return _PLAIN[spec.kind](spec)
