"""What a screen reader is told of widgets, and the way of the Tab key through them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_Role = QAccessible.Role
_Text = QAccessible.Text

ROLES = frozenset(
    {
        *(_Role.Button, _Role.ButtonMenu, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox, _Role.SpinBox),
        *(_Role.EditableText, _Role.Slider, _Role.List, _Role.ListItem, _Role.Table, _Role.Tree, _Role.PageTabList),
    }
)
"""What a screen reader has keys and words for."""


def focusable(top: QWidget) -> list[QWidget]:
    """What takes the keyboard now, by Tab, arrow keys or a click."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        and not widget.window().inherits("QComboBoxPrivateContainer")  # the list of a combo box, which has the name
    ]


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def role(widget: QWidget) -> QAccessible.Role:
    return interface(widget).role()


def name(widget: QWidget) -> str:
    """What it is called. On Linux Qt gives the value of a combo box as its name, and tells the name by a label."""
    if role(widget) is _Role.ComboBox:
        relations = interface(widget).relations(QAccessible.RelationFlag.Label)
        return " ".join(one.text(_Text.Name) for one, _ in relations).strip()
    return interface(widget).text(_Text.Name).strip()


def description(widget: QWidget) -> str:
    return interface(widget).text(_Text.Description).strip()


def troubles(top: QWidget) -> list[str]:
    """What a screen reader can't make sense of: no name, no role that it has words for, or a name that two have."""
    found = []
    names: Counter[tuple[str, str]] = Counter()
    for widget in focusable(top):
        kind, said = role(widget), name(widget)
        is_chip = type(widget).__name__ == "Chip"  # a label that the arrow keys reach
        if kind not in ROLES and not (is_chip and kind is _Role.StaticText):
            found.append(f"{type(widget).__name__} {said!r} has the role {kind.name}")
        if not said:
            found.append(f"{type(widget).__name__} {widget.objectName()} has no name")
        names[said, kind.name] += 1
    found += [f"{count} times {said!r} as {kind}" for (said, kind), count in names.items() if count > 1]
    return found


def unnamed_in_tree(top: QWidget) -> list[str]:
    """What is focusable in the tree that a screen reader walks, and has no name there; cells of tables left aside."""
    return [
        f"{one.role().name} {_name_in_tree(one)!r}"
        for one in _walk(interface(top))
        if one.state().focusable and not one.state().invisible and not _passes_on(one) and not _name_in_tree(one)
    ]


def _passes_on(one: QAccessibleInterface) -> bool:
    """Whether what is in it takes the focus for it."""
    widget = one.object()
    return isinstance(widget, QWidget) and widget.focusProxy() is not None


def _name_in_tree(one: QAccessibleInterface) -> str:
    widget = one.object()
    return name(widget) if isinstance(widget, QWidget) else one.text(_Text.Name).strip()


def _walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    if one.role() in (_Role.Table, _Role.Tree, _Role.List, _Role.ComboBox, _Role.SpinBox):
        return
    for at in range(one.childCount()):
        child = one.child(at)
        if child.isValid() and child.role() is not _Role.Window:
            yield from _walk(child)


# --- the way of the Tab key -------------------------------------------------------------------------------------------


def first_stop(top: QWidget) -> QWidget:
    """What has the keyboard, or could have it."""
    focused: QWidget | None = top.focusWidget()
    return focusable(top)[0] if focused is None else focused


def tab_order(top: QWidget, start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What the Tab key reaches from `start`, once round."""
    start.setFocus()
    order: list[QWidget] = []
    while (focused := top.focusWidget()) not in order:
        assert focused is not None
        order.append(focused)
        QTest.keyClick(focused, key)
    assert focused is start, f"{_called(start)} is not reached again, but {_called(focused)} is"
    return order


def out_of_order(order: Sequence[QWidget]) -> list[str]:
    """Steps of a way that lead up or to the left, other than to the next line."""
    return [f"{_called(one)} → {_called(other)}" for one, other in pairwise(order) if not _leads_on(one, other)]


def missed(top: QWidget, order: Sequence[QWidget]) -> list[str]:
    """What can be reached by Tab, but is not on the way."""
    return [
        _called(widget)
        for widget in focusable(top)
        if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.isEnabled() and widget not in order
    ]


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name(widget)!r}"


def _leads_on(one: QWidget, other: QWidget) -> bool:
    """Whether `other` comes after `one` where both are parts of the same thing: below it, or beside it to the right."""
    first, second = _apart(one, other)
    if first is None or second is None:
        return True  # the one is in the other
    here, there = first.geometry(), second.geometry()
    if here.bottom() < there.top():
        return True
    return there.bottom() >= here.top() and here.left() <= there.left()


def _apart(one: QWidget, other: QWidget) -> tuple[QWidget | None, QWidget | None]:
    """The largest parts of the same thing that have only one of the two in them each."""
    ancestors = [one]
    while (parent := ancestors[-1].parentWidget()) is not None and not ancestors[-1].isWindow():
        ancestors.append(parent)
    child: QWidget | None = None
    around: QWidget | None = other
    while around is not None and around not in ancestors:
        child, around = around, around.parentWidget()
    at = -1 if around is None else ancestors.index(around)
    return (ancestors[at - 1] if at > 0 else None), child
