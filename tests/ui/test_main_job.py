"""The main job in the real window, against the real mock server over HTTP; the server's own rows are looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from joip_desktop.mock import MockServer
from joip_desktop.ui.sessions.columns import STAR, TITLE
from tests.helpers.window import Person, opened, settle, until


def _not_imported(person: Person) -> int:
    """The first shown session that is neither imported nor odd."""
    model = person.window.panel.model
    rows = (model.session(row) for row in range(model.rowCount()))
    return next(one.id for one in rows if one.is_imported is False and one.interval_max and one.subreddits)


async def test_the_list_shows_every_session_of_the_server(server: MockServer) -> None:
    async with opened(server) as person:
        model = person.window.panel.model
        shown = {model.session(row).id for row in range(model.rowCount())}
        assert shown == {row["id"] for row in server.store.rows()}
        assert person.requests() == [("GET", "/api/sessions")]


async def test_a_click_on_a_star_stars_that_session_and_selects_nothing(server: MockServer) -> None:
    async with opened(server) as person:
        row = next(row for row in range(50) if person.session(row).is_favorite is False)
        session_id = person.session(row).id
        person.click(row, STAR)
        await person.sent()
        assert server.store.row(session_id)["isFavorite"] is True
        assert person.patches() == [(session_id, {"isFavorite": True})]
        assert person.window.panel.selection.ids() == ()


async def test_forty_favourites_of_which_ten_already_are_make_thirty_requests(server: MockServer) -> None:
    rows = sorted(server.store.rows(), key=lambda row: str(row["updatedAt"]), reverse=True)
    for position, row in enumerate(rows[:40]):
        server.store.set_row(row["id"], isFavorite=position % 4 == 0, updatedAt=row["updatedAt"])
    async with opened(server) as person:
        person.click(0)
        person.click(39, keys=Qt.KeyboardModifier.ShiftModifier)
        chosen = person.window.panel.selection.ids()
        assert len(chosen) == 40
        person.press("F")
        await person.agree()
        await person.sent()
        assert len(person.patches()) == 30
        assert all(body == {"isFavorite": True} for _, body in person.patches())
        assert all(server.store.row(one)["isFavorite"] is True for one in chosen)
        job = person.window.strip.job
        assert job is not None
        assert job.summary() == "30 done, 10 unchanged"


async def test_pressing_f_again_takes_all_stars_away(server: MockServer) -> None:
    async with opened(server) as person:
        person.click(0)
        person.click(4, keys=Qt.KeyboardModifier.ShiftModifier)
        chosen = person.window.panel.selection.ids()
        person.press("F")
        await person.agree()
        await person.sent()
        person.press("F")
        await person.agree()
        await person.sent()
        assert all(server.store.row(one)["isFavorite"] is False for one in chosen)


async def test_changing_a_title_and_an_interval_sends_exactly_these(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = _not_imported(person)
        before = server.store.row(session_id)
        await person.select(session_id)
        person.type_into(person.field("title"), "A calm walk")
        person.type_into(person.field("interval_max"), "60")
        assert person.window.editor.form.save_button.text() == "Save 2 fields"
        person.press("Ctrl+S", person.window)
        await person.sent()
        assert person.patches() == [(session_id, {"title": "A calm walk", "intervalMax": 60})]
        after = server.store.row(session_id)
        assert (after["title"], after["intervalMax"]) == ("A calm walk", 60)
        changed = {name for name in after if after[name] != before[name]}
        assert changed == {"title", "intervalMax", "updatedAt"}
        assert not person.window.editor.form.save_button.isEnabled()


async def test_saving_an_untouched_form_sends_nothing(server: MockServer) -> None:
    async with opened(server) as person:
        for row in range(60):  # the odd ones of the demo data among them
            person.click(row)
            person.press("Ctrl+S", person.window)
        await settle()
        person.window.edit_desk.save()
        await person.sent()
        assert person.patches() == []
        assert person.workspace.drafts.dirty == ()


async def test_setting_a_value_back_sends_nothing(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = _not_imported(person)
        await person.select(session_id)
        title = str(server.store.row(session_id)["title"])
        person.type_into(person.field("title"), "something else")
        assert person.workspace.drafts.is_dirty(session_id)
        person.type_into(person.field("title"), title)
        assert not person.workspace.drafts.is_dirty(session_id)
        person.press("Ctrl+S", person.window)
        await person.sent()
        assert person.patches() == []


async def test_an_edit_survives_a_visit_to_another_session(server: MockServer) -> None:
    async with opened(server) as person:
        first, second = person.session(0).id, person.session(1).id
        await person.select(first)
        person.type_into(person.field("title"), "Not saved yet")
        await person.select(second)
        await person.select(first)
        assert person.workspace.drafts.dirty == (first,)
        assert person.field("title").text() == "Not saved yet"  # type: ignore[attr-defined]  # it is a QLineEdit
        assert person.counted("Unsaved") == "Unsaved, 1 session"


async def test_search_and_sidebar_narrow_the_list_and_keep_the_selection(server: MockServer) -> None:
    async with opened(server) as person:
        session = next(one for one in map(person.session, range(300)) if one.is_favorite is True and one.title)
        await person.select(session.id)
        person.type_into(person.window.panel.search, str(session.title))
        await settle()
        assert person.window.panel.selection.ids() == (session.id,)
        assert person.window.panel.model.rowCount() < 300
        person.window.sidebar.setCurrentRow(1)
        await settle()
        assert person.window.panel.selection.ids() == (session.id,)
        person.press("Escape", person.window.panel.search)
        await settle()
        rows = map(person.session, range(person.window.panel.model.rowCount()))
        assert all(one.is_favorite is True for one in rows)


async def test_refresh_shows_what_another_device_has_changed(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = person.session(5).id
        await person.select(session_id)
        server.store.set_row(session_id, title="From the telephone")
        person.press("F5", person.window)
        await until(lambda: person.workspace.library.pick([session_id])[0].title == "From the telephone")
        await settle()
        assert person.window.panel.selection.ids() == (session_id,)
        assert person.field("title").text() == "From the telephone"  # type: ignore[attr-defined]


async def test_cancel_takes_back_what_has_not_been_sent(server: MockServer) -> None:
    server.latency = 0.15
    async with opened(server) as person:
        person.press("Ctrl+A")
        person.press("F")
        await person.agree()
        await until(lambda: person.workspace.outbox.waiting)
        person.window.strip.cancel_button.click()
        box = next(box for box in person.window.findChildren(QMessageBox) if box.isVisible())
        assert "what has been sent stays" in box.text()
        next(button for button in box.buttons() if button.text() == "Cancel them").click()
        await person.sent()
        job = person.window.strip.job
        assert job is not None
        assert job.is_over
        done = len(person.patches())
        assert done < 20
        favourites = sum(1 for row in server.store.rows() if row["isFavorite"] is True)
        assert person.counted("Favourites") == f"Favourites, {favourites} sessions"


async def test_the_arrow_keys_move_where_the_keyboard_is(server: MockServer) -> None:
    async with opened(server) as person:
        await person.select(person.session(0).id)
        person.press("Down")
        assert person.window.panel.selection.ids() == (person.session(1).id,)
        session = next(one for one in map(person.session, range(50)) if one.interval_min and one.interval_max)
        await person.select(session.id)
        interval = person.field("interval_max")
        person.type_into(interval, "30")
        person.press("Down", interval)
        draft = person.workspace.drafts.get(session.id)
        assert draft is not None
        assert draft.edits == {"interval_max": 29}
        person.window.sidebar.setFocus()
        person.press("Down", person.window.sidebar)
        assert person.window.sidebar.currentRow() == 1
        person.window.panel.search.setFocus()
        person.press("Down", person.window.panel.search)
        assert person.window.panel.table.hasFocus()


async def test_saving_with_a_mistake_leads_to_the_field(server: MockServer) -> None:
    async with opened(server) as person:
        await person.select(_not_imported(person))
        person.type_into(person.field("interval_max"), "99")
        person.window.panel.table.setFocus()
        person.press("Ctrl+S", person.window)
        await settle()
        assert person.field("interval_max").hasFocus()
        assert person.patches() == []


async def test_rows_with_unsaved_edits_are_marked(server: MockServer) -> None:
    async with opened(server) as person:
        model = person.window.panel.model
        await person.select(person.session(0).id)
        person.type_into(person.field("title"), "Not saved yet")
        font = model.data(model.index(0, TITLE), Qt.ItemDataRole.FontRole)
        assert font.bold()
        assert model.data(model.index(1, TITLE), Qt.ItemDataRole.FontRole) is None
