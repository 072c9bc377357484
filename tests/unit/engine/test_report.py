from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.ledger import Ledger
from joip_desktop.domain.rules import Problem
from joip_desktop.domain.session import Session
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.plan import Plan, Refusal, plan_favourite, plan_values
from joip_desktop.engine.report import JobBook, writing_lines
from joip_desktop.engine.slices import at_once
from tests.helpers.queueing import head, waiting


def opened(book: JobBook, outbox: Outbox, plan: Plan) -> Job:
    head = book.head_for(plan)
    asyncio.run(outbox.add(head, at_once(writing_lines(plan, head))))
    return book.jobs[head.id]


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def book(outbox: Outbox) -> JobBook:
    return JobBook(outbox)


def test_a_job_begins_as_its_plan_says(book: JobBook, outbox: Outbox) -> None:
    plan = plan_favourite([Session(id=1, is_favorite=True), Session(id=2), Session(id=3)])
    problems = (Problem("title", "Too short."), Problem("ai_prompt", "Locked."))
    whole = Plan(title="T", changes=plan.changes, unchanged=[1], refused=[Refusal(4, problems)], withdrawn=[5])
    job = opened(book, outbox, whole)
    assert job.sessions(Outcome.WAITING) == [2, 3]
    assert job.sessions(Outcome.UNCHANGED) == [1]
    assert job.results[4].sentence == "Too short. Locked."
    assert (job.requests, job.settled, job.is_over) == (3, 1, False)
    assert job.summary() == "1 done, 2 waiting, 1 skipped, 1 unchanged"


def test_a_job_with_nothing_to_send_is_over_at_once(book: JobBook, outbox: Outbox) -> None:
    job = opened(book, outbox, Plan(title="T", changes=[], unchanged=[1]))
    assert job.is_over
    assert book.ended_at(job) is not None
    assert book.running() == []
    assert opened(book, outbox, Plan(title="T", changes=[])).summary() == "nothing to do"


def test_outcomes_reach_their_jobs_and_each_job_is_told_of_once(book: JobBook, outbox: Outbox) -> None:
    first = opened(book, outbox, plan_values([Session(id=1), Session(id=2)], {"title": "A"}, action="Name"))
    second = opened(book, outbox, plan_values([Session(id=1)], {"is_public": True}, action="Publish"))
    told: list[Job] = []
    book.changed.add(told.append)
    entry = outbox.take()
    assert entry is not None
    asyncio.run(outbox.fail(entry, JoipError("No.")))
    assert told == [first, second]
    assert (first.summary(), second.summary()) == ("1 failed, 1 waiting", "1 failed")
    assert first.results[1].sentence == "No."
    assert book.running() == [first]
    assert list(book.jobs.values()) == [first, second]


def test_jobs_of_earlier_runs_are_there_and_new_ones_get_higher_numbers(book: JobBook) -> None:
    change = Change(session_id=1, patch={"title": "B"}, before={"title": "A"})
    book.restore(Ledger([head(7)], [waiting(7, change)]))
    assert book.jobs[7].results[1].change == change
    assert book.running() == [book.jobs[7]]
    assert book.head_for(Plan(title="T", changes=[])).id == 8


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from(Outcome))))
def test_the_numbers_add_up_after_any_outcomes(events: list[tuple[int, Outcome]]) -> None:
    job = Job(head(1))
    for session_id, outcome in events:
        job.record(session_id, Result(outcome))
    latest = dict(events)
    for outcome in Outcome:
        assert job.counts[outcome] == list(latest.values()).count(outcome) == len(job.sessions(outcome))
    assert job.requests == job.settled + job.counts[Outcome.WAITING]
    assert job.is_over == (Outcome.WAITING not in latest.values())
    assert len(job.results) == job.requests + job.counts[Outcome.UNCHANGED] + job.counts[Outcome.REFUSED]
