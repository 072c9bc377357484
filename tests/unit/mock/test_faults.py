"""Faults, as a queue; what they do to a connection is tested in test_gate."""

from __future__ import annotations

import re

import pytest

from joip_desktop.mock.auth import Cookies
from joip_desktop.mock.effects import Answer, Delay, Drop, Effect, ExpireCookie, Html, Status
from joip_desktop.mock.fault_rules import FaultPlan, FaultRule, plan_of
from joip_desktop.mock.faults import Faults


class Nowhere:
    def read_meta(self, key: str) -> str | None:  # noqa: ARG002
        return None

    def write_meta(self, key: str, value: str) -> None: ...

    def erase_meta(self, key: str) -> None: ...


@pytest.fixture
def faults() -> Faults:
    cookies = Cookies(Nowhere())
    return Faults(lambda: cookies)


def met_by(faults: Faults, method: str = "GET", path: str = "/api/sessions") -> Effect | None:
    """The one fault that a request which was let in meets."""
    met = faults.for_answer(method, path)
    assert len(met) <= 1
    return met[0].effect if met else None


def pattern(faults: Faults, requests: int) -> str:
    """Which of so many requests meet a fault, such as "..x..x"."""
    return "".join("x" if met_by(faults) else "." for _ in range(requests))


def test_faults_come_in_their_order_and_number(faults: Faults) -> None:
    faults.answer_next(503, times=2)
    faults.drop_next(when="after")
    faults.drop_next()
    assert faults.pending == 4
    met = [met_by(faults, "GET", "/api/sessions") for _ in range(5)]
    assert isinstance(met[0], Answer)
    assert met[0] == met[1]
    assert met[2:] == [Drop(applied=True), Drop(applied=False), None]


def test_faults_wait_for_what_they_fit(faults: Faults) -> None:
    faults.answer_next(500, method="patch", path=r"/12$")
    assert met_by(faults, "GET", "/api/sessions/12") is None
    assert met_by(faults, "PATCH", "/api/sessions/123") is None
    assert met_by(faults, "PATCH", "/api/sessions/12") is not None
    assert faults.pending == 0


def test_no_times_no_fault(faults: Faults) -> None:
    faults.answer_next(500, times=0)
    assert met_by(faults, "GET", "/api/sessions") is None


@pytest.mark.parametrize(
    ("status", "body", "content", "media_type"),
    [
        (503, None, b'{"error": "Service Unavailable", "message": "Service Unavailable"}', "application/json"),
        (599, None, b'{"error": "Error", "message": "Error"}', "application/json"),
        (204, None, b"", None),
        (502, b"<h1>Bad Gateway</h1>", b"<h1>Bad Gateway</h1>", "text/html; charset=utf-8"),
        (402, {"message": "Not enough credits", "code": "CREDITS"}, None, "application/json"),
    ],
)
def test_bodies(
    faults: Faults, status: int, body: bytes | dict[str, object] | None, content: bytes | None, media_type: str | None
) -> None:
    faults.answer_next(status, body=body, headers={"Retry-After": "3"})
    fault = met_by(faults, "GET", "/")
    assert isinstance(fault, Answer)
    assert content is None or fault.body == content
    assert fault.headers.get("content-type") == media_type
    assert fault.headers["retry-after"] == "3"


def test_a_bad_pattern_is_told_at_once(faults: Faults) -> None:
    with pytest.raises(re.error):
        faults.drop_next(path="(")


def test_clear(faults: Faults) -> None:
    faults.answer_next(500, times=9)
    faults.rotate_cookie()
    faults.clear()
    assert faults.pending == 0
    assert met_by(faults, "GET", "/") is None


# --- rules ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({}, "xxxxxxxxxxxx"),
        ({"every": 3}, "..x..x..x..x"),
        ({"from": 4}, "...xxxxxxxxx"),
        ({"to": 4}, "xxxx........"),
        ({"from": 3, "to": 8, "every": 2}, "...x.x.x...."),
        ({"once": True}, "x..........."),
        ({"times": 2, "every": 2}, ".x.x........"),
        ({"probability": 0}, "............"),
        ({"probability": 1}, "xxxxxxxxxxxx"),
    ],
)
def test_which_requests_meet_a_rule(faults: Faults, rule: dict[str, object], expected: str) -> None:
    faults.plan = plan_of({"faults": [{"kind": "html", **rule}]})
    assert pattern(faults, 12) == expected
    [(_, seen, met)] = faults.counts()
    assert (seen, met) == (12, expected.count("x"))


def test_chances_are_repeated_with_the_seed_and_differ_between_rules_and_seeds(faults: Faults) -> None:
    def run(seed: int) -> str:
        faults.plan = plan_of({"seed": seed, "faults": [{"kind": "html", "probability": 0.3}]})
        return pattern(faults, 200)

    first = run(1)
    assert first == run(1) != run(2)
    assert 30 < first.count("x") < 90
    faults.plan = FaultPlan(tuple(FaultRule(effect=effect, probability=0.5) for effect in (Delay(), Html())), 1)
    met = [{each.effect.kind for each in faults.for_answer("GET", "/")} for _ in range(50)]
    assert {frozenset(kinds) for kinds in met} == {
        frozenset(kinds) for kinds in ((), ("delay",), ("html",), ("delay", "html"))
    }


def test_of_several_answers_the_first_counts_and_the_others_are_not_asked(faults: Faults) -> None:
    faults.plan = plan_of(
        {"faults": [{"kind": "delay"}, {"kind": "html", "every": 2}, {"kind": "status"}, {"kind": "delay"}]}
    )
    kinds = [[each.effect.kind for each in faults.for_answer("GET", "/")] for _ in range(2)]
    assert kinds == [["delay", "status", "delay"], ["delay", "html", "delay"]]
    assert [seen for _, seen, _ in faults.counts()] == [2, 2, 1, 2]


def test_what_happens_on_arrival_is_met_there_and_nowhere_else(faults: Faults) -> None:
    faults.plan = plan_of({"faults": [{"kind": "expired-cookie"}, {"kind": "status"}]})
    assert [each.effect for each in faults.on_arrival("GET", "/")] == [ExpireCookie()]
    assert [each.effect for each in faults.for_answer("GET", "/")] == [Status()]


def test_a_plan_takes_the_place_of_the_one_before_and_leaves_single_faults_alone(faults: Faults) -> None:
    faults.answer_next(500)
    faults.plan = plan_of({"seed": 4, "faults": [{"kind": "html"}]})
    assert faults.pending == 1
    plan = faults.plan
    assert (plan.seed, [rule.effect for rule in plan.rules]) == (4, [Html()])
    faults.plan = FaultPlan()
    assert isinstance(met_by(faults), Answer)
    assert met_by(faults) is None
