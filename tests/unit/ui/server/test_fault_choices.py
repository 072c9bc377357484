"""What the panel offers is what the server understands, and all of it."""

from __future__ import annotations

import pytest

from joip_desktop.mock.effects import KINDS
from joip_desktop.mock.fault_rules import plan_of
from joip_desktop.ui.server.fault_choices import FAULTS, Often, rules

ALL = range(len(FAULTS))


@pytest.mark.parametrize("often", Often)
def test_the_server_understands_every_choice(often: Often) -> None:
    plan = plan_of({"faults": list(rules(ALL, often))})
    assert [rule.effect.kind for rule in plan.rules] == [choice.kind for choice in FAULTS]
    rule = plan.rules[0]
    assert (rule.every, rule.probability, rule.times) == {
        Often.EVERY: (1, 1.0, None),
        Often.THIRD: (3, 1.0, None),
        Often.TENTH: (1, 0.1, None),
        Often.ONCE: (1, 1.0, 1),
    }[often]


def test_every_kind_of_fault_is_offered() -> None:
    assert {choice.kind for choice in FAULTS} == set(KINDS)
    assert len({choice.title for choice in FAULTS}) == len(FAULTS)


def test_rules_come_in_the_order_of_the_list() -> None:
    assert [rule["kind"] for rule in rules({9, 2, 0}, Often.EVERY)] == [FAULTS[place].kind for place in (0, 2, 9)]
    assert rules(set(), Often.EVERY) == []
