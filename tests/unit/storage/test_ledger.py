from __future__ import annotations

import asyncio
import gc
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.errors import InUseError, StorageError
from joip_desktop.domain.history import KEPT_ACTIONS
from joip_desktop.domain.job import IN_OUTBOX, JobHead, Kind, Outcome, Result
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.engine.history import History
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.ports import Journal
from joip_desktop.engine.report import JobBook
from joip_desktop.storage.ledger import SqliteLedger
from tests.helpers import strategies
from tests.helpers.wording import assert_sentence

ROOT = Path(__file__).parents[3]
PAGE = 4096
LEAF = 0x0D
NOW = datetime(2026, 3, 1, 12, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


def head(number: int, *, title: str = "Edit", kind: Kind = Kind.DO, of: int | None = None) -> JobHead:
    return JobHead(id=number, title=title, priority=Priority.BULK, begun_at=NOW, kind=kind, of=of)


def change(session_id: int) -> Change:
    return Change(session_id=session_id, patch={"is_favorite": True}, before={"is_favorite": False})


def line(job: int, session_id: int, outcome: Outcome = Outcome.WAITING, *, sentence: str = "") -> Line:
    return Line(job=job, session_id=session_id, result=Result(outcome, sentence, change(session_id)))


def untouched(job: int, session_id: int) -> Line:
    return Line(job=job, session_id=session_id, result=Result(Outcome.UNCHANGED, "It is so already."))


def with_ledger(path: Path, use: Callable[[SqliteLedger], Awaitable[None]]) -> None:
    """Open the ledger, use it, close it."""

    async def scenario() -> None:
        ledger = SqliteLedger.at(path)
        try:
            await use(ledger)
        finally:
            await ledger.close()

    asyncio.run(scenario())


def write(path: Path, *jobs: tuple[JobHead, Sequence[Line]]) -> None:
    async def use(ledger: SqliteLedger) -> None:
        for job, lines in jobs:
            await ledger.open(job, lines)

    with_ledger(path, use)


def read(path: Path) -> Ledger:
    found: list[Ledger] = []

    async def use(ledger: SqliteLedger) -> None:
        found.append(ledger.load())

    with_ledger(path, use)
    return found[0]


def edit(path: Path, *statements: str) -> None:
    """Change a closed file, as damage or a newer version would."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


# --- what is written is read ------------------------------------------------------------------------------------------


def test_a_new_ledger_is_empty(tmp_path: Path) -> None:
    async def use(ledger: SqliteLedger) -> None:
        journal: Journal = ledger
        assert isinstance(journal, SqliteLedger)
        assert ledger.notice == ""
        assert ledger.load() == Ledger()
        assert ledger.unreadable == 0

    with_ledger(tmp_path / "account" / "ledger", use)


def test_a_job_with_its_lines_is_there_at_the_next_start(tmp_path: Path) -> None:
    lines = [line(1, 9), untouched(1, 3), line(1, 5, Outcome.FAILED, sentence="The session is gone.")]
    write(tmp_path / "ledger", (head(1, title="Favourite 3 sessions"), lines))
    assert read(tmp_path / "ledger") == Ledger(jobs=(head(1, title="Favourite 3 sessions"),), lines=tuple(lines))


def test_undo_and_redo_say_what_they_are_about(tmp_path: Path) -> None:
    jobs = [head(1), head(2, kind=Kind.UNDO, of=1), head(3, kind=Kind.REDO, of=2)]
    write(tmp_path / "ledger", *((job, [line(job.id, 1)]) for job in jobs))
    assert list(read(tmp_path / "ledger").jobs) == jobs


def test_a_moment_is_kept_whatever_its_time_zone(tmp_path: Path) -> None:
    job = replace(head(1), begun_at=NOW.astimezone(timezone(timedelta(hours=5, minutes=30))))
    write(tmp_path / "ledger", (job, [line(1, 1)]))
    assert read(tmp_path / "ledger").jobs[0].begun_at == NOW


def values(found: dict[str, FieldValue]) -> dict[str, FieldValue]:
    """What a change may want: anything but UNKNOWN."""
    return {name: value for name, value in found.items() if value is not UNKNOWN}


@st.composite
def changes(draw: st.DrawFn, session_id: int) -> Change:
    patch = values(draw(strategies.odd_patches()))
    before = {name: draw(strategies.any_field_value) for name in patch}
    return Change(session_id=session_id, patch=patch, before=before)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    numbers = sorted(draw(st.sets(st.integers(1, 2**63 - 1), min_size=1, max_size=3)))
    jobs = [
        JobHead(
            id=number,
            title=draw(strategies.any_text),
            priority=draw(st.sampled_from(Priority)),
            begun_at=draw(st.datetimes(timezones=st.just(UTC))),
            kind=draw(st.sampled_from(Kind)),
            of=draw(st.none() | st.integers(1, 100)),
        )
        for number in numbers
    ]
    lines = []
    for number in numbers:
        for session_id in draw(st.lists(strategies.integers, max_size=3, unique=True)):
            result = Result(
                draw(st.sampled_from(Outcome)), draw(strategies.any_text), draw(st.none() | changes(session_id))
            )
            lines.append(Line(job=number, session_id=session_id, result=result, unsure=draw(st.booleans())))
        lines.append(line(number, 5 * 10**30))  # so that no job is forgotten
    return Ledger(jobs=tuple(jobs), lines=tuple(lines), paused=draw(st.booleans()))


def types(ledger: Ledger) -> list[list[type]]:
    """Where == says too little: True is 1."""
    found = []
    for one in ledger.lines:
        wanted = one.result.change
        told = () if wanted is None else (*wanted.patch.values(), *wanted.before.values())
        found.append([type(value) for value in (one.session_id, one.unsure, *told)])
    return found


@given(ledgers(), st.booleans())
def test_everything_survives_as_it_was(ledger: Ledger, again: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger"

        async def use(disk: SqliteLedger) -> None:
            for job in ledger.jobs:
                await disk.open(job, [one for one in ledger.lines if one.job == job.id])
            await disk.pause(paused=ledger.paused)
            if again:
                await disk.update(ledger.lines)

        with_ledger(path, use)
        found = read(path)
    assert found == ledger
    assert types(found) == types(ledger)


# --- updating ---------------------------------------------------------------------------------------------------------


def test_a_line_is_replaced_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    lines = [line(1, number) for number in (30, 10, 20)]
    newer = [replace(line(1, 10, Outcome.DONE), unsure=True), Line(job=1, session_id=30, result=Result(Outcome.DONE))]

    async def use(ledger: SqliteLedger) -> None:
        await ledger.open(head(1), lines)
        await ledger.update(newer)
        await ledger.update([])
        await ledger.update([line(1, 5)])  # a new one comes after the others
        assert list(ledger.load().lines) == [newer[1], newer[0], lines[2], line(1, 5)]

    with_ledger(path, use)
    assert list(read(path).lines) == [newer[1], newer[0], lines[2], line(1, 5)]


def test_lines_of_jobs_that_are_not_kept_are_passed_over(tmp_path: Path) -> None:
    async def use(ledger: SqliteLedger) -> None:
        await ledger.open(head(1), [line(1, 1)])
        await ledger.update([line(2, 1), line(1, 1, Outcome.FAILED), line(3, 1)])
        assert list(ledger.load().lines) == [line(1, 1, Outcome.FAILED)]
        assert ledger.unreadable == 0
        await ledger.open(head(2), [line(2, 9)])
        assert list(ledger.load().lines) == [line(1, 1, Outcome.FAILED), line(2, 9)]

    with_ledger(tmp_path / "ledger", use)


def test_pausing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    for paused in (True, True, False):

        async def use(ledger: SqliteLedger, paused: bool = paused) -> None:
            await ledger.pause(paused=paused)
            assert ledger.load().paused is paused

        with_ledger(path, use)
        assert read(path).paused is paused


def test_a_number_that_is_taken_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "ledger"

    async def use(ledger: SqliteLedger) -> None:
        await ledger.open(head(1), [line(1, 1)])
        with pytest.raises(StorageError):
            await ledger.open(head(1, title="Other"), [line(1, 2)])

    with_ledger(path, use)
    assert read(path) == Ledger(jobs=(head(1),), lines=(line(1, 1),))


def test_after_closing_nothing_is_taken_on(tmp_path: Path) -> None:
    async def use(ledger: SqliteLedger) -> None:
        await ledger.close()
        await ledger.close()
        with pytest.raises(StorageError) as caught:
            await ledger.open(head(1), [])
        assert_sentence(caught.value.sentence)

    with_ledger(tmp_path / "ledger", use)


def test_what_was_asked_for_is_written_though_nobody_waits(tmp_path: Path) -> None:
    path = tmp_path / "ledger"

    async def use(ledger: SqliteLedger) -> None:
        lines = [line(1, number) for number in range(300)]
        tasks = [
            asyncio.ensure_future(ledger.open(head(1), lines)),
            asyncio.ensure_future(ledger.update([line(1, 7, Outcome.DONE)])),
        ]
        await asyncio.sleep(0)  # both have begun
        for task in tasks:
            task.cancel()
        assert all(
            isinstance(one, asyncio.CancelledError) for one in await asyncio.gather(*tasks, return_exceptions=True)
        )

    with_ledger(path, use)
    found = read(path).lines
    assert len(found) == 300
    assert found[7].result.outcome is Outcome.DONE


async def test_it_works_on_qts_loop(tmp_path: Path) -> None:
    ledger = SqliteLedger.at(tmp_path / "ledger")
    try:
        await ledger.open(head(1), [line(1, 1), line(1, 2)])
        await asyncio.gather(ledger.update([line(1, 1, Outcome.DONE)]), ledger.pause(paused=True))
        with pytest.raises(StorageError):
            await ledger.open(head(1), [])
        assert ledger.load() == Ledger(jobs=(head(1),), lines=(line(1, 1, Outcome.DONE), line(1, 2)), paused=True)
    finally:
        await ledger.close()


# --- letting go of old jobs -------------------------------------------------------------------------------------------


def test_few_actions_are_all_kept(tmp_path: Path) -> None:
    jobs = [head(number) for number in range(1, KEPT_ACTIONS + 1)]
    write(tmp_path / "ledger", *((job, [line(job.id, 1, Outcome.DONE)]) for job in jobs))
    assert list(read(tmp_path / "ledger").jobs) == jobs


def test_what_is_older_than_the_kept_actions_goes_unless_it_waits(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    settled = [outcome for outcome in Outcome if outcome not in IN_OUTBOX]
    old = [(head(number), [line(number, 1, outcome)]) for number, outcome in enumerate(settled, start=1)]
    waiting = [
        (head(number), [line(number, 1, Outcome.DONE), line(number, 2, outcome)])
        for number, outcome in enumerate(sorted(IN_OUTBOX, key=lambda one: one.name), start=11)
    ]
    actions = [(head(number), [line(number, 1, Outcome.DONE)]) for number in range(21, 21 + KEPT_ACTIONS)]
    others = [
        (head(101, kind=Kind.UNDO, of=30), [line(101, 1, Outcome.DONE)]),
        (head(102, kind=Kind.REDO, of=101), [line(102, 1, Outcome.DONE)]),
        (head(103), [untouched(103, 1)]),
    ]
    write(path, *old, *waiting, *actions, *others)
    kept = [*waiting, *actions, *others]
    for _ in range(2):
        found = read(path)
        assert list(found.jobs) == [job for job, _ in kept]
        assert list(found.lines) == [one for _, lines in kept for one in lines]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM lines WHERE job < 11").fetchone() == (0,)


def test_the_history_is_the_same_after_every_restart(tmp_path: Path) -> None:
    """An action that was undone and done again needs the job that did it first, and what undid it."""
    path = tmp_path / "ledger"
    done = [line(1, 1, Outcome.DONE)]
    write(
        path,
        (head(1), done),
        (head(2, kind=Kind.UNDO, of=1), [replace(done[0], job=2)]),
        (head(3, kind=Kind.REDO, of=1), [replace(done[0], job=3)]),
        (head(4, kind=Kind.UNDO, of=3), [replace(done[0], job=4)]),
        (head(5, kind=Kind.REDO, of=3), [replace(done[0], job=5)]),
    )
    for _ in range(3):
        history, book = History(), JobBook(Outbox())
        book.restore(read(path))
        history.restore(book.jobs.values())
        assert history.to_undo is not None
        assert history.to_undo.job.id == 5


def test_what_a_newer_action_has_put_an_end_to_does_not_count(tmp_path: Path) -> None:
    path, half = tmp_path / "ledger", KEPT_ACTIONS // 2
    jobs = [(head(number), [line(number, 1, Outcome.DONE)]) for number in range(1, KEPT_ACTIONS + 1)]
    undone = [head(100 + n, kind=Kind.UNDO, of=KEPT_ACTIONS - n) for n in range(half)]
    jobs += [(one, [line(one.id, 1, Outcome.DONE)]) for one in undone]
    jobs += [(head(200 + n), [line(200 + n, 1, Outcome.DONE)]) for n in range(half)]
    write(path, *jobs)
    assert {job.id for job in read(path).jobs} >= {*range(1, half + 1), *range(200, 200 + half)}


def test_jobs_that_changed_nothing_do_not_count_as_actions(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    actions = [(head(number), [line(number, 1, Outcome.DONE)]) for number in range(1, KEPT_ACTIONS + 1)]
    idle = [(head(number), [untouched(number, 1)]) for number in range(100, 160)]
    write(path, *actions, *idle)
    assert len(read(path).jobs) == KEPT_ACTIONS + 60


def test_a_line_that_makes_no_sense_keeps_its_job(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    write(path, *((head(number), [line(number, 1, Outcome.DONE)]) for number in range(1, KEPT_ACTIONS + 3)))
    edit(path, "UPDATE lines SET outcome = 'POSTPONED' WHERE job = 1")
    assert [job.id for job in read(path).jobs] == [1, *range(3, KEPT_ACTIONS + 3)]


def test_where_old_jobs_cannot_be_deleted_they_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    write(path, *((head(number), [line(number, 1, Outcome.DONE)]) for number in range(1, KEPT_ACTIONS + 3)))

    async def use(ledger: SqliteLedger) -> None:
        statement(ledger, "CREATE TEMP TRIGGER no BEFORE DELETE ON main.jobs BEGIN SELECT RAISE(ABORT, 'no'); END")
        assert len(ledger.load().jobs) == KEPT_ACTIONS + 2

    with_ledger(path, use)


# --- rows that make no sense ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        "outcome = 'POSTPONED'",
        "outcome = 7",
        "patch = '{'",
        "patch = '[]'",
        "patch = ''",
        "patch = x'ff00'",
        "patch = CAST(x'7b7d80' AS TEXT)",
        "patch = '{\"telepathy\": 1}'",
        "patch = '{\"title\": 1.5}'",
        "patch = '{\"title\": {}}'",
        'patch = \'{"title": "ä"}\'',
        "patch = '{\"subreddits\": [1]}'",
        f"patch = '{'[' * 100_000}'",
        f"patch = '{'9' * 5000}'",
        "before = NULL",
        "before = 'null'",
        "sentence = 'no JSON'",
        "sentence = '7'",
        "session = 1.5",
        "session = 'first'",
        "session = x'01'",
    ],
    ids=lambda damage: damage[:40],
)
def test_a_line_that_makes_no_sense_is_passed_over_and_counted(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "ledger"
    write(path, (head(1), [line(1, 1), line(1, 2), line(1, 3)]))
    edit(path, f"UPDATE lines SET {damage} WHERE session = 2")

    async def use(ledger: SqliteLedger) -> None:
        assert list(ledger.load().lines) == [line(1, 1), line(1, 3)]
        assert ledger.unreadable == 1
        await ledger.update([line(1, 2, Outcome.DONE)])

    with_ledger(path, use)
    assert line(1, 2, Outcome.DONE) in read(path).lines


@pytest.mark.parametrize(
    "damage",
    ["kind = 'MERGE'", "priority = 'LAZY'", "priority = 0", "title = 'no JSON'", "title = x'00'", "begun_at = 'noon'",
     "begun_at = 5", "of_job = 'first'"],
)  # fmt: skip
def test_a_job_that_makes_no_sense_is_passed_over_with_its_lines(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "ledger"
    write(path, (head(1), [line(1, 1)]), (head(2), [line(2, 1), line(2, 2)]))
    edit(path, f"UPDATE jobs SET {damage} WHERE id = 2")

    async def use(ledger: SqliteLedger) -> None:
        assert ledger.load() == Ledger(jobs=(head(1),), lines=(line(1, 1),))
        assert ledger.unreadable == 3
        await ledger.open(head(2, title="New"), [line(2, 7)])  # nobody could know that the number is taken
        assert ledger.load() == Ledger(jobs=(head(1), head(2, title="New")), lines=(line(1, 1), line(2, 7)))
        assert ledger.unreadable == 0

    with_ledger(path, use)


# --- two at once, and crashes -----------------------------------------------------------------------------------------


WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.job import JobHead, Outcome, Result
from joip_desktop.domain.ledger import Line
from joip_desktop.storage.ledger import SqliteLedger

def line(number):
    change = Change(session_id=number, patch={"is_favorite": True}, before={"is_favorite": False})
    return Line(job=1, session_id=number, result=Result(Outcome.WAITING, "", change))

async def main():
    ledger = SqliteLedger.at(Path(sys.argv[1]))
    await ledger.open(JobHead(id=1, title="x", priority=Priority.BULK, begun_at=datetime.now(UTC)), [line(0)])
    for number in range(1, int(sys.argv[2])):
        await ledger.update([line(number)])
        print(number, flush=True)
    print("all", flush=True)
    sys.stdin.read()

asyncio.run(main())
"""


@contextmanager
def writer(path: Path, count: int) -> Iterator[subprocess.Popen[str]]:
    """A process that writes lines into a ledger and says so after each; killed at the end, as a crash would."""
    command = [sys.executable, "-c", WRITER, str(path), str(count)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_window_is_told_and_after_the_first_was_killed_it_opens(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with writer(path, 3) as other:
        assert [told(other) for _ in range(3)] == ["1", "2", "all"]
        with pytest.raises(InUseError) as caught:
            SqliteLedger.at(path)
        assert_sentence(caught.value.sentence)
    assert [one.session_id for one in read(path).lines] == [0, 1, 2]


def test_what_was_told_as_written_outlives_a_kill_in_the_middle_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    for kills in range(1, 4):
        with writer(path, 10**6) as other:
            numbers = [told(other) for _ in range(37 * kills)]
            other.kill()
            assert other.stdout is not None
            numbers += other.stdout.read().split()
        kept = {one.session_id for one in read(path).lines}
        assert {int(number) for number in numbers} <= kept
        assert len(kept) <= len(numbers) + 2  # the first, and one that was written but not told
        path.unlink()


# --- damage -----------------------------------------------------------------------------------------------------------


def spoil_header(data: bytearray) -> None:
    data[:100] = b"\xff" * 100


def truncate(data: bytearray) -> None:
    del data[len(data) // 2 :]


def zero_middle(data: bytearray) -> None:
    leaves = [start for start in range(0, len(data), PAGE) if data[start] == LEAF]
    middle = len(leaves) // 2
    for start in leaves[middle : middle + 3]:
        data[start : start + PAGE] = bytes(PAGE)


def spoiled(path: Path, spoil: Callable[[bytearray], None]) -> bytes:
    data = bytearray(path.read_bytes())
    spoil(data)
    path.write_bytes(data)
    return bytes(data)


def several_hundred(path: Path) -> None:
    sentence = "The server said something of a certain length about this session. " * 3
    write(path, (head(1), [line(1, number, sentence=sentence) for number in range(400)]), (head(2), [line(2, 7)]))


@pytest.mark.parametrize(
    ("spoil", "at_least"),
    [(spoil_header, 0), (truncate, 100), (zero_middle, 300)],
    ids=["header", "truncated", "zeroed"],
)
def test_a_damaged_ledger_is_set_aside_and_says_what_could_be_read(
    tmp_path: Path, spoil: Callable[[bytearray], None], at_least: int
) -> None:
    path = tmp_path / "ledger"
    several_hundred(path)
    damaged = spoiled(path, spoil)

    def set_aside() -> Path:
        (found,) = tmp_path.glob("ledger.corrupt-*")
        return found

    async def use(ledger: SqliteLedger) -> None:
        aside = set_aside()
        found = ledger.load()
        assert at_least <= len(found.lines) < 401
        assert {one.result.outcome for one in found.lines} <= {Outcome.WAITING}
        assert f"{len(found.lines)} waiting changes could be read" in ledger.notice
        assert str(aside) in ledger.notice
        assert_sentence(ledger.notice.replace(str(aside), "FILE"))
        await ledger.open(head(3), [line(3, 1)])

    with_ledger(path, use)
    assert set_aside().read_bytes() == damaged
    assert read(path).jobs[-1] == head(3)

    async def quiet(ledger: SqliteLedger) -> None:
        assert ledger.notice == ""

    with_ledger(path, quiet)


def test_changes_whose_job_is_lost_get_another_one(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    several_hundred(path)
    edit(path, "UPDATE jobs SET title = 'no JSON' WHERE id = 1")
    spoiled(path, zero_middle)
    found = read(path)
    assert [job.title for job in found.jobs] == ["Recovered changes", "Edit"]
    assert len(found.lines) > 300


def test_a_pause_outlives_damage_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    several_hundred(path)

    async def pause(ledger: SqliteLedger) -> None:
        await ledger.pause(paused=True)

    with_ledger(path, pause)
    spoiled(path, zero_middle)
    assert read(path).paused


# --- disks that refuse ------------------------------------------------------------------------------------------------


def statement(ledger: SqliteLedger, text: str) -> object:
    """Run SQL in the ledger's own connection."""
    return ledger._worker.call(lambda: ledger._connection.execute(text).fetchone())


def test_on_a_full_disk_nothing_is_written_and_nothing_lost(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    many = [line(2, number, sentence="x" * 500) for number in range(200)]

    async def use(ledger: SqliteLedger) -> None:
        await ledger.open(head(1), [line(1, 1), line(1, 2)])
        before = ledger.load()
        statement(ledger, "PRAGMA max_page_count = 12")
        for writing in (ledger.open(head(2), many), ledger.update([replace(one, job=1) for one in many])):
            with pytest.raises(StorageError) as caught:
                await writing
            assert "the disk is full" in caught.value.sentence
            assert_sentence(caught.value.sentence.replace(str(path), "FILE"))
            assert caught.value.next_step
            assert ledger.load() == before
        await ledger.update([line(1, 2, Outcome.DONE)])
        statement(ledger, "PRAGMA max_page_count = 1000")
        await ledger.open(head(2), many)

    with_ledger(path, use)
    assert list(read(path).lines) == [line(1, 1), line(1, 2, Outcome.DONE), *many]


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        SqliteLedger.at(tmp_path / "file" / "ledger")
    assert_sentence(caught.value.sentence.replace(str(tmp_path), "PLACE"))
    assert caught.value.next_step
    assert (tmp_path / "file").read_text(encoding="utf-8") == "precious"


def test_a_newer_versions_ledger_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    write(path, (head(1), [line(1, 1)]))
    edit(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer version"):
        SqliteLedger.at(path)
    assert path.read_bytes() == before


def test_a_ledger_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    async def use(ledger: SqliteLedger) -> None:
        statement(ledger, "DROP TABLE lines")
        with pytest.raises(StorageError) as caught:
            ledger.load()
        assert "can't be read" in caught.value.sentence

    with_ledger(tmp_path / "ledger", use)


def test_the_file_holds_plain_json(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    wanted = Change(
        session_id=1, patch={"title": "ä\ud800", "subreddits": ("a",)}, before={"title": UNKNOWN, "subreddits": None}
    )
    write(path, (head(1), [Line(job=1, session_id=1, result=Result(Outcome.WAITING, "", wanted))]))
    with closing(sqlite3.connect(path)) as connection:
        patch, before = connection.execute("SELECT patch, before FROM lines").fetchone()
    assert patch.isascii()
    assert json.loads(patch) == {"title": "ä\ud800", "subreddits": ["a"]}
    assert json.loads(before) == {"subreddits": None}
