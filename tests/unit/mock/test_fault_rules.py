"""Rules for faults: what is understood, what is said of the rest, and that a rule comes back as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.mock.effects import KINDS, Delay, Drop, Status
from joip_desktop.mock.errors import FaultError
from joip_desktop.mock.fault_rules import FaultPlan, plan_in_file, plan_in_text, plan_of, rule_of

NUMBERS = st.integers(1, 10_000)
SELECTING = st.fixed_dictionaries(
    {},
    optional={
        "method": st.sampled_from(["GET", "PATCH"]),
        "path": st.just("/api/sessions/[0-9]+$"),
        "from": st.integers(2, 50),
        "to": st.integers(50, 90),
        "every": st.integers(2, 9),
        "probability": st.floats(0, 0.99),
        "times": NUMBERS,
    },
)


@given(kind=st.sampled_from(list(KINDS)), selecting=SELECTING)
def test_a_rule_comes_back_as_it_was_written(kind: str, selecting: dict[str, Any]) -> None:
    table = {"kind": kind, **selecting}
    assert rule_of(table).table() == table


def test_parameters_come_back_too() -> None:
    table = {"kind": "status", "code": 429, "retry-after": 30, "applied": True}
    rule = rule_of(table)
    assert rule.effect == Status(code=429, retry_after=30, applied=True)
    assert rule.table() == table


def test_a_line_says_what_a_table_does() -> None:
    plan = plan_in_text("status code=500 method=patch path='/api/sessions/(1|2)$' every=3 probability=0.5 once")
    table = {
        "kind": "status",
        "code": 500,
        "method": "PATCH",
        "path": "/api/sessions/(1|2)$",
        "every": 3,
        "probability": 0.5,
        "once": True,
    }
    assert plan == FaultPlan((rule_of(table),))
    assert plan.rules[0].times == 1


def test_a_file_holds_several_and_the_seed(tmp_path: Path) -> None:
    file = tmp_path / "faults.toml"
    file.write_text(
        "seed = 7\n[[faults]]\nkind = 'delay'\nseconds = 2\n[[faults]]\nkind = 'closed-before'\nfrom = 3\nto = 5\n"
    )
    plan = plan_in_file(file)
    assert plan == plan_in_text(str(file))
    assert plan.seed == 7
    assert [rule.effect for rule in plan.rules] == [Delay(2.0), Drop()]
    assert (plan.rules[1].first, plan.rules[1].last) == (3, 5)


def test_plans_add_up_and_the_later_seed_counts() -> None:
    one, two = plan_of({"seed": 3, "faults": [{"kind": "html"}]}), plan_in_text("delay")
    assert (one + two).seed == 3
    assert (two + FaultPlan(seed=4)).seed == 4
    assert [rule.effect.kind for rule in (one + two).rules] == ["html", "delay"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({}, "There is no fault “None”"),
        ({"kind": "fire"}, "There is no fault “fire”. There are: status, delay,"),
        ({"kind": "answer"}, "There is no fault “answer”"),
        ({"kind": "delay", "code": 500}, "“delay” has no “code”. It has: seconds, method, path"),
        ({"kind": "status", "code": 99}, "“code” needs a whole number from 200 to 599, not “99”."),
        ({"kind": "status", "code": True}, "“code” needs a whole number from 200 to 599, not “True”."),
        ({"kind": "status", "applied": "yes"}, "“applied” needs true or false, not “yes”."),
        ({"kind": "delay", "seconds": float("nan")}, "“seconds” needs a number from 0 to 3600, not “nan”."),
        ({"kind": "delay", "seconds": "3"}, "“seconds” needs a number from 0 to 3600, not “3”."),
        ({"kind": "html", "probability": 1.5}, "“probability” needs a number from 0 to 1, not “1.5”."),
        ({"kind": "html", "path": "("}, "“path” needs a regular expression; “(” is none"),
        ({"kind": "html", "method": ""}, "“method” needs a text, not “”."),
        ({"kind": "closed-in", "at": "start"}, "“at” needs one of headers, body, not “start”."),
        ({"kind": "html", "from": 5, "to": 4}, "“from” (5) is after “to” (4)."),
        ({"kind": "html", "once": True, "times": 2}, "“once” and “times” do not go together."),
    ],
)
def test_what_is_not_understood_is_said(table: dict[str, object], told: str) -> None:
    with pytest.raises(FaultError) as caught:
        rule_of(table)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ([], "A table with “faults”, a list of rules, is needed."),
        ({"fault": []}, "There is no “fault” here, only “seed” and “faults”."),
        ({"faults": {}}, "“faults” needs a list of rules, such as [[faults]] in TOML."),
        ({"faults": ["delay"]}, "“faults” needs a list of rules, such as [[faults]] in TOML."),
        ({"faults": [{"kind": "html"}, {"kind": "x"}]}, "Rule 2: There is no fault “x”."),
        ({"seed": -1}, "“seed” needs a whole number from 0 to"),
    ],
)
def test_a_document_is_checked_and_the_rule_named(document: object, told: str) -> None:
    with pytest.raises(FaultError) as caught:
        plan_of(document)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "There is no fault “”."),
        ("delay 'seconds=3", "“delay 'seconds=3” has a quotation mark too few."),
        ("delay slowly", "“slowly” is not understood; write key=value, such as every=3."),
        ("delay kind=html", "“kind=html” is not understood"),
        ("no such file.toml", "The faults in “no such file.toml” can't be read (No such file or directory)."),
    ],
)
def test_a_line_that_is_not_understood_is_said(text: str, told: str) -> None:
    with pytest.raises(FaultError) as caught:
        plan_in_text(text)
    assert str(caught.value).startswith(told)


def test_a_file_that_is_no_toml_is_said(tmp_path: Path) -> None:
    file = tmp_path / "faults.toml"
    file.write_text("seed = = 3")
    with pytest.raises(FaultError, match=r"can't be read \(Invalid value"):
        plan_in_file(file)
    file.write_bytes(b"seed = '\xff'")
    with pytest.raises(FaultError, match=r"can't be read \("):
        plan_in_file(file)


def test_long_values_are_cut_in_what_is_said() -> None:
    with pytest.raises(FaultError) as caught:
        rule_of({"kind": "x" * 5000})
    assert len(str(caught.value)) < 600
