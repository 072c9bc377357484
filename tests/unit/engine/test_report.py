from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.rules import Problem
from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import Plan, Refusal, plan_favourite
from joip_desktop.engine.report import Job, JobBook, Outcome


def test_a_job_begins_as_its_plan_says() -> None:
    plan = plan_favourite([Session(id=1, is_favorite=True), Session(id=2), Session(id=3)])
    problems = (Problem("title", "Too short."), Problem("ai_prompt", "Locked."))
    job = JobBook().open(Plan(title="T", changes=plan.changes, unchanged=[1], refused=[Refusal(4, problems)]))
    assert job.sessions(Outcome.WAITING) == [2, 3]
    assert job.sessions(Outcome.UNCHANGED) == [1]
    assert job.results[4].sentence == "Too short. Locked."
    assert (job.requests, job.settled, job.is_over) == (2, 0, False)
    assert job.summary() == "2 waiting, 1 skipped, 1 unchanged"


def test_a_job_with_nothing_to_send_is_over_at_once() -> None:
    book = JobBook()
    job = book.open(Plan(title="T", changes=[], unchanged=[1]))
    assert job.is_over
    assert book.running() == []
    assert book.open(Plan(title="T", changes=[])).summary() == "nothing to do"


def test_outcomes_reach_their_jobs_and_each_job_is_told_of_once() -> None:
    book = JobBook()
    plan = plan_favourite([Session(id=1), Session(id=2)])
    first, second = book.open(plan), book.open(plan)
    told: list[Job] = []
    book.changed.add(told.append)
    book.record([(first.id, 1), (second.id, 1), (first.id, 2), (99, 1)], Outcome.FAILED, "No.")
    assert told == [first, second]
    assert first.summary() == "2 failed"
    assert second.summary() == "1 failed, 1 waiting"
    assert book.running() == [second]
    assert list(book.jobs.values()) == [first, second]


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from(Outcome))))
def test_the_numbers_add_up_after_any_outcomes(events: list[tuple[int, Outcome]]) -> None:
    job = Job(1, "T")
    for session_id, outcome in events:
        job.record(session_id, outcome)
    latest = dict(events)
    for outcome in Outcome:
        assert job.counts[outcome] == list(latest.values()).count(outcome) == len(job.sessions(outcome))
    assert job.requests == job.settled + job.counts[Outcome.WAITING]
    assert job.is_over == (Outcome.WAITING not in latest.values())
    assert len(job.results) == job.requests + job.counts[Outcome.UNCHANGED] + job.counts[Outcome.REFUSED]
