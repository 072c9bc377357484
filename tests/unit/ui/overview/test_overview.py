"""The page of figures in the window: bars that are searches, by mouse and by keys, and numbers that follow."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from joip_desktop.domain.session import Session
from joip_desktop.engine.overview import Overview, Topic, surveying
from joip_desktop.engine.places import Place
from joip_desktop.engine.slices import Work, at_once
from joip_desktop.storage.settings import Appearance
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.overview.bars import BarButton
from tests.helpers.contrast import contrast
from tests.helpers.examples import ADDRESS, SESSIONS
from tests.helpers.fakes import settle, until
from tests.helpers.stage import Stage, stage


@asynccontextmanager
async def overview(*sessions: Session) -> AsyncIterator[Stage]:
    async with stage(*(sessions or SESSIONS)) as on:
        on.window.actions_by_id[ActionId.OVERVIEW].trigger()
        await until(lambda: on.window.overview_desk.page.overview is not None)
        await settle()
        yield on


def bar(on: Stage, topic: Topic, value: object) -> BarButton:
    bars = on.window.overview_desk.page.charts[topic].bars
    return next(one for one in bars if one.bar.value == value)


def shown(on: Stage) -> int:
    return on.window.panel.model.rowCount()


async def test_a_click_on_a_bar_shows_its_sessions_in_the_list() -> None:
    async with overview() as on:
        on.window.sidebar.choose(Place.FAVOURITES)
        on.window.actions_by_id[ActionId.OVERVIEW].trigger()
        await settle()
        fade = bar(on, Topic.TRANSITION, "fade")
        assert fade.bar.count > 1
        QTest.mouseClick(fade, Qt.MouseButton.LeftButton)
        await settle()
        assert on.window.panel.isVisible()
        assert on.window.panel.search.text() == "transition:fade"
        assert shown(on) == fade.bar.count
        assert QApplication.focusWidget() is on.window.panel.view


async def test_arrow_keys_go_from_bar_to_bar_and_enter_searches() -> None:
    async with overview() as on:
        chart = on.window.overview_desk.page.charts[Topic.TRANSITION]
        chart.bars[0].setFocus()
        QTest.keyClick(chart.bars[0], Qt.Key.Key_Up)
        assert QApplication.focusWidget() is chart.bars[0]
        QTest.keyClick(chart.bars[0], Qt.Key.Key_Down)
        assert QApplication.focusWidget() is chart.bars[1]
        assert [one.focusPolicy() is Qt.FocusPolicy.StrongFocus for one in chart.bars[:3]] == [False, True, False]
        QTest.keyClick(chart.bars[1], Qt.Key.Key_Return)
        await settle()
        assert on.window.panel.search.text() == chart.bars[1].bar.search


async def test_escape_the_views_the_sidebar_and_find_lead_back_to_the_list() -> None:
    async with overview() as on:
        window = on.window

        def by_key() -> None:
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)

        for way in (
            by_key,
            window.actions_by_id[ActionId.TABLE].trigger,
            window.actions_by_id[ActionId.FIND].trigger,
            lambda: window.sidebar.choose(Place.FAVOURITES),
        ):
            window.actions_by_id[ActionId.OVERVIEW].trigger()
            await settle()
            assert window.overview_desk.is_shown
            assert window.actions_by_id[ActionId.OVERVIEW].isChecked()
            assert not window.actions_by_id[ActionId.TABLE].isChecked()
            way()
            await settle()
            assert window.panel.isVisible()
            assert not window.actions_by_id[ActionId.OVERVIEW].isChecked()
            assert window.actions_by_id[ActionId.TABLE].isChecked()


async def test_the_figures_follow_what_changes_while_they_are_seen() -> None:
    async with overview() as on:
        page = on.window.overview_desk.page
        before = bar(on, Topic.TRANSITION, "zoom").bar.count
        on.save(1, transition="zoom")
        await until(lambda: bar(on, Topic.TRANSITION, "zoom").bar.count == before + 1)
        assert page.overview == at_once(surveying(list(on.workspace.library)))


async def test_unseen_figures_are_counted_when_they_are_seen_again() -> None:
    async with overview() as on:
        on.window.overview_desk.leave()
        before = on.window.overview_desk.page.overview
        on.save(1, transition="zoom")
        await settle()
        assert on.window.overview_desk.page.overview is before
        on.window.overview_desk.show()
        await until(lambda: on.window.overview_desk.page.overview is not before)


async def test_a_count_comes_to_its_end_though_there_is_news_and_the_news_is_counted_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with overview() as on:
        page = on.window.overview_desk.page
        held = [True]

        def held_up(sessions: Iterable[Session]) -> Work[Overview]:
            while held[0]:
                yield
            return (yield from surveying(sessions))

        monkeypatch.setattr("joip_desktop.ui.overview.page.surveying", held_up)
        before, show = page.overview, page._show
        shown_counts: list[Overview] = []

        def noted(found: Overview) -> None:
            shown_counts.append(found)
            show(found)

        monkeypatch.setattr(page, "_show", noted)
        page.look_again()
        page._count()
        await settle()
        earlier = at_once(surveying(list(on.workspace.library)))
        on.save(1, transition="zoom")
        page._count()  # as when news has settled
        await settle()
        assert page.overview is before
        held[0] = False
        await until(lambda: len(shown_counts) == 2)
        assert shown_counts == [earlier, at_once(surveying(list(on.workspace.library)))]


async def test_a_bar_tells_a_screen_reader_what_it_is_and_does() -> None:
    async with overview() as on:
        fade = bar(on, Topic.TRANSITION, "fade")
        percent = round(100 * fade.bar.count / len(on.workspace.library))
        assert fade.accessibleName() == f"Fade: {fade.bar.count} sessions, {percent} %"
        assert fade.accessibleDescription() == "Search for transition:fade"


async def test_a_category_is_called_as_the_person_calls_it() -> None:
    async with overview() as on:
        on.window._settings.name_category(ADDRESS, 1, "zzslow")
        on.window.sidebar.category_names_changed.emit()
        await until(lambda: bar(on, Topic.CATEGORY, 1).accessibleName().startswith("zzslow: "))


async def test_the_charts_stand_beside_each_other_where_there_is_room() -> None:
    async with overview() as on:
        page = on.window.overview_desk.page
        for width, columns in ((500, 1), (1000, 2), (1900, 3)):
            page.setParent(None)
            page.resize(width, 600)
            page.show()
            await settle()
            assert page._columns >= columns - 1
            assert len({chart.x() for chart in page.charts.values()}) == page._columns
        on.window.overview_desk.pages.addWidget(page)


async def test_each_appearance_has_its_own_colours() -> None:
    async with overview() as on:
        page = on.window.overview_desk.page
        light = page.grab().toImage()
        on.window._theme.choose(Appearance.DARK)
        await settle()
        assert page.grab().toImage() != light


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
async def test_bars_can_be_told_from_what_is_behind_them(appearance: Appearance) -> None:
    async with overview() as on:
        on.window._theme.choose(appearance)
        await settle()
        fade = bar(on, Topic.TRANSITION, "fade")
        colour = fade.palette().color(QPalette.ColorRole.Link).name()
        assert contrast(colour, on.window._theme.colours.base) >= 3
        assert contrast(colour, on.window._theme.colours.button) >= 3


async def test_without_sessions_it_says_so() -> None:
    async with stage() as on:
        on.window.actions_by_id[ActionId.OVERVIEW].trigger()
        page = on.window.overview_desk.page
        await until(lambda: page.overview is not None)
        assert page.heading.text() == "There are no sessions to count."
        assert not any(chart.isVisible() for chart in page.charts.values())


async def test_the_columns_of_the_list_are_as_they_were_when_it_comes_back() -> None:
    async with overview() as on:
        table = on.window.panel.table
        widths = [table.columnWidth(column) for column in range(table.model().columnCount())]
        on.window.overview_desk.leave()
        await settle()
        resized = QResizeEvent(table.viewport().size(), QSize(-1, -1))
        QApplication.sendEvent(table.viewport(), resized)  # as Qt does when a page comes back
        assert [table.columnWidth(column) for column in range(table.model().columnCount())] == widths
