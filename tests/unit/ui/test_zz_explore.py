import asyncio, pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from tests.helpers.showcase import *
from tests.helpers.fakes import settle
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def dump(top, title):
    print("=====", title)
    for w in top.findChildren(QWidget):
        if w.focusPolicy() is Qt.FocusPolicy.NoFocus or not w.isVisible() or w.objectName().startswith("qt_") or w.focusProxy() is not None: continue
        i = QAccessible.queryAccessibleInterface(w)
        T=QAccessible.Text
        print(type(w).__name__, i.role().name, repr(i.text(T.Name)), "|", repr(i.text(T.Description)), w.focusPolicy().name, "" if w.isEnabled() else "disabled")
async def test_a():
    for name, s in KINDS.items():
        with window_on(workspace_of(s, OTHER)) as w:
            w.panel.selection.select_sessions([1]); await settle()
            w.workspace.drafts.edit(1,"title","")
            w.workspace.drafts.edit(1,"interval_min",30)
            dump(w.editor if name!="plain" else w, name)
def test_b(qapp):
    with several_form() as f: dump(f,"several")
@pytest.mark.parametrize("n", list(DIALOGS))
def test_c(qapp, n):
    with dialog(n) as d: dump(d, n)
