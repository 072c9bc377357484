from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.api.decode import error_for
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check_values
from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import plan_draft, plan_favourite, plan_values
from joip_desktop.engine.report_csv import report_name
from joip_desktop.ui.discretion import HIDDEN_FIELDS, Discretion, paint_smudge
from tests.helpers.discreet import SECRET
from tests.helpers.still_workspace import fail_next, now, workspace_of

RECT = QRect(20, 10, 300, 24)
INK = QColor("#1b1f24")


def smudge(seed: int, *, rect: QRect = RECT, lines: int = 1, colour: QColor = INK) -> QImage:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_smudge(painter, rect, seed, colour, lines)
    painter.end()
    return image


def inked(image: QImage) -> QRect:
    """The smallest rectangle around what is not white."""
    white = QColor("white").rgb()
    spots = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != white]
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down))) if spots else QRect()


# --- the switch -------------------------------------------------------------------------------------------------------


@pytest.fixture
def discretion(qtbot: QtBot) -> Discretion:
    del qtbot
    return Discretion()


def test_it_is_off_until_it_is_switched_on_and_tells_of_each_switch_once(discretion: Discretion) -> None:
    told: list[bool] = []
    discretion.changed.connect(lambda: told.append(discretion.on))
    assert not discretion.on
    for on in (True, True, False, False, True):
        discretion.set_on(on)
    assert told == [True, False, True]


# --- screens that are shared ------------------------------------------------------------------------------------------


def test_it_is_on_while_a_screen_is_shared_and_tells_of_it_once(discretion: Discretion) -> None:
    told: list[bool] = []
    discretion.changed.connect(lambda: told.append(discretion.on))
    for sharing in (False, True, True, False, False, True):
        discretion.set_sharing(sharing)
        assert discretion.on is sharing
        assert discretion.is_on_for_sharing is sharing
        assert discretion.hides("title") is sharing
    assert told == [True, False, True]


def test_what_was_switched_on_by_hand_stays_on_after_the_sharing(discretion: Discretion) -> None:
    told: list[bool] = []
    discretion.set_on(True)
    discretion.changed.connect(lambda: told.append(discretion.on))
    discretion.set_sharing(True)
    assert not discretion.is_on_for_sharing, "it would be on without"
    discretion.set_sharing(False)
    assert discretion.on
    assert told == []


def test_switched_off_by_hand_it_is_off_until_the_next_sharing(discretion: Discretion) -> None:
    discretion.set_sharing(True)
    discretion.set_on(False)
    assert not discretion.on
    discretion.set_sharing(True)  # the same one, still
    assert not discretion.on
    discretion.set_sharing(False)
    assert not discretion.on
    discretion.set_sharing(True)
    assert discretion.on


@pytest.mark.parametrize("chosen_before", [False, True])
def test_switched_off_and_on_again_it_is_on_also_after_the_sharing(chosen_before: bool) -> None:
    discretion = Discretion(on=chosen_before)
    discretion.set_sharing(True)
    states = []
    for on in (False, True):
        discretion.set_on(on)
        states.append(discretion.on)
    discretion.set_sharing(False)
    assert [*states, discretion.on] == [False, True, True]


def test_what_was_switched_off_before_a_sharing_does_not_count_in_it(discretion: Discretion) -> None:
    discretion.set_on(True)
    discretion.set_on(False)
    discretion.set_sharing(True)
    assert discretion.on


@given(steps=st.lists(st.tuples(st.sampled_from(["hand", "sharing"]), st.booleans()), max_size=8))
def test_whatever_happens_the_hand_that_came_last_is_obeyed(steps: list[tuple[str, bool]]) -> None:
    discretion = Discretion()
    told: list[bool] = []
    discretion.changed.connect(lambda: told.append(discretion.on))
    seen = [False]
    for who, on in steps:
        (discretion.set_on if who == "hand" else discretion.set_sharing)(on)
        seen.append(discretion.on)
        assert who != "hand" or discretion.on is on
    hands = [on for who, on in steps if who == "hand"]
    discretion.set_sharing(False)
    assert discretion.on is bool(hands and hands[-1])
    assert told == [now for before, now in pairwise([*seen, discretion.on]) if before is not now]


# --- what is hidden ---------------------------------------------------------------------------------------------------


def test_titles_prompts_and_thumbnails_are_hidden_and_nothing_else(discretion: Discretion) -> None:
    assert [name for name in FIELDS if discretion.hides(name)] == []
    discretion.set_on(True)
    assert [name for name in FIELDS if discretion.hides(name)] == ["title", "ai_prompt", "thumbnail"]


def test_a_session_is_called_by_its_number_while_titles_are_hidden(discretion: Discretion) -> None:
    session = Session(id=7, title=SECRET)
    assert discretion.session_name(session, 7) == SECRET
    assert discretion.session_name(None, 7) == "Session 7"
    discretion.set_on(True)
    assert discretion.session_name(session, 7) == "Session 7"


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_tooltip_that_is_open_does_not_stay(discretion: Discretion, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    assert QTest.qWaitForWindowActive(widget)
    QToolTip.showText(widget.mapToGlobal(QPoint(5, 5)), SECRET, widget)
    assert QToolTip.isVisible()
    discretion.set_on(True)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())  # which by itself it would be much later


# --- sentences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [302, 400, 401, 402, 403, 404, 409, 418, 429, 500, 503])
def test_errors_are_told_without_the_servers_own_words(discretion: Discretion, status: int) -> None:
    """The sentences are those that the client makes; after a restart only their text is left, next step and all."""

    def told(message: str) -> tuple[str, str]:
        body = json.dumps({"message": message}).encode()
        error = error_for(status, body, content_type="application/json", what="change the session")
        return discretion.error_text(error.sentence), discretion.error_text(str(error))

    plain = told(f"The title: {SECRET}")
    discretion.set_on(True)
    assert told(f"The title: {SECRET}") == told("x") == told("Two. Sentences: here!")
    hidden = told(f"The title: {SECRET}")
    assert all(SECRET not in text for text in hidden)
    if any(SECRET in text for text in plain):
        assert all(text.endswith(". The server's words are hidden.") for text in hidden)


def test_errors_that_quote_nothing_are_told_whole(discretion: Discretion) -> None:
    discretion.set_on(True)
    for sentence in ("The session is not in the list any more.", "The server's answer is broken or incomplete."):
        assert discretion.error_text(sentence) == sentence


ODD_TEXTS = st.sampled_from(["", " ", "x" * 10_000, f"{SECRET}\ud800", f"javascript:{SECRET}", f"{SECRET} {SECRET}"])


@given(text=st.one_of(ODD_TEXTS, st.text(min_size=4)), name=st.sampled_from(sorted(HIDDEN_FIELDS)))
def test_what_is_wrong_with_a_hidden_value_is_said_without_quoting_it(text: str, name: str) -> None:
    """So the form may say it beside a veil."""
    for problem in check_values({name: text}):
        assert problem.sentence in {found.sentence for other in _WRONG for found in check_values({name: other})}


_WRONG = ("", "no address", "\ud800")


# --- what leaves the window -------------------------------------------------------------------------------------------


def test_what_jobs_are_called_carries_no_title() -> None:
    """It is all that notifications, the history, the strip and the name of an exported report say."""
    sessions = [Session(id=one, title=f"{SECRET} {one}", is_favorite=False, ai_prompt=SECRET) for one in (1, 2)]
    workspace = workspace_of(*sessions)
    draft = Draft(base=sessions[0], edits={"title": f"{SECRET} anew", "ai_prompt": "", "is_public": True})
    plans = [plan_draft(draft), plan_favourite(sessions[1:]), plan_values(sessions, {"title": SECRET}, action="Name")]
    jobs = [now(workspace.submit(plan)) for plan in plans]
    while workspace.outbox.waiting:
        fail_next(workspace, JoipError(f"The server said no: {SECRET}."))
    action = workspace.history.to_undo
    assert action is not None
    titles = [*(job.title for job in jobs), now(workspace.plan_undo(action)).title]
    assert titles == ["Save 3 fields", "Favourite 1 session", "Name 2 sessions", "Undo: Name 2 sessions"]
    assert report_name(jobs[0]) == "Save 3 fields.csv"
    assert {job.summary() for job in jobs} == {"1 failed", "2 failed"}


# --- smudges ----------------------------------------------------------------------------------------------------------


def test_a_smudge_is_the_same_for_the_same_session_and_differs_among_sessions(qtbot: QtBot) -> None:
    del qtbot
    assert smudge(5) == smudge(5)
    pictures = [smudge(seed) for seed in (0, 1, 2, 3, 10**12, -4)]
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_smudge_is_seen_stays_in_its_place_and_is_vertically_centred(qtbot: QtBot, lines: int) -> None:
    del qtbot
    rect = QRect(20, 10, 300, 70)
    for seed in range(20):
        spots = inked(smudge(seed, rect=rect, lines=lines))
        assert rect.contains(spots)
        assert spots.left() == rect.left()
        assert abs((spots.top() - rect.top()) - (rect.bottom() - spots.bottom())) <= 1
        assert spots.width() > 60


def test_it_has_a_few_words_and_one_or_two_more_in_lines_that_go_on(qtbot: QtBot) -> None:
    del qtbot
    rect, last = QRect(20, 10, 370, 70), set()
    for seed in range(20):
        image = smudge(seed, rect=rect, lines=2)
        spots = inked(image)
        assert _bars(image, spots.top() + 3) == 5
        last.add(_bars(image, spots.bottom() - 3))
        image = smudge(seed, rect=rect)
        last.add(_bars(image, inked(image).center().y()))
    assert last == {3, 4}


def _bars(image: QImage, y: int) -> int:
    white = QColor("white").rgb()
    row = [image.pixel(x, y) != white for x in range(image.width())]
    return sum(there and not before for before, there in pairwise(row))


def test_in_a_narrow_place_it_has_fewer_words_and_at_last_a_shorter_one(qtbot: QtBot) -> None:
    del qtbot
    whole = inked(smudge(1))
    for width in (150, 100, 60, 20):
        narrow = QRect(RECT.left(), RECT.top(), width, RECT.height())
        spots = inked(smudge(1, rect=narrow))
        assert narrow.contains(spots)
        assert spots.left() == whole.left()
        assert spots.width() <= whole.width()
    assert inked(smudge(1, rect=QRect(20, 10, 2, 24))).isEmpty()


def test_it_is_quieter_than_text_and_leaves_the_painter_as_it_was(qtbot: QtBot) -> None:
    del qtbot
    image = smudge(1)
    spots = inked(image)
    ink = QColor(image.pixel(spots.left() + 8, spots.center().y()))
    assert INK.lightness() + 100 < ink.lightness() < 235
    painter = QPainter(image)
    painter.setOpacity(0.5)
    before = painter.pen(), painter.brush(), painter.opacity(), painter.renderHints()
    paint_smudge(painter, RECT, 1, INK)
    assert (painter.pen(), painter.brush(), painter.opacity(), painter.renderHints()) == before
    painter.end()
