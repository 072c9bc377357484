"""Which request meets which faults: rules that are in force, and faults that programs ask for one by one."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from joip_desktop.mock.auth import Cookies
from joip_desktop.mock.effects import Drop, Effect, Stage, replaced
from joip_desktop.mock.fault_rules import FaultPlan, FaultRule

_ONE_EACH = (Stage.ANSWER, Stage.DELIVERY)


@dataclass(frozen=True, slots=True)
class Met:
    """A fault that a request has met; `chance` is the rule's, for what its effect draws."""

    effect: Effect
    chance: Random


@dataclass(slots=True)
class RuleInForce:
    """A rule and its counts: `seen` requests fitted it, `met` of them met its fault."""

    rule: FaultRule
    chance: Random
    seen: int = 0
    met: int = 0
    is_planned: bool = field(default=True, kw_only=True)
    """Whether it is of a plan, and not a fault that a program has asked for."""

    @property
    def left(self) -> int | None:
        """How many more requests it has a fault for; None where there is no end to it."""
        return None if self.rule.times is None else self.rule.times - self.met

    def meets(self) -> bool:
        """Count one more request that fits, and say whether it meets the fault."""
        rule = self.rule
        self.seen += 1
        # Drawn for each one, so that what is met does not depend on what the other conditions let through.
        is_drawn = rule.probability >= 1 or self.chance.random() < rule.probability
        is_within = rule.first <= self.seen <= (rule.last or self.seen)
        is_nth = (self.seen - rule.first + 1) % rule.every == 0
        met = is_drawn and is_within and is_nth and self.left != 0
        self.met += met
        return met


class Faults:
    """The faults that API requests meet; safe to use from several threads.

    What happens on arrival meets every request to `/api/*`; everything else only those that passed the rate limit and
    carry a valid cookie (a login needs none). Of several answers the oldest rule's counts, and the rules after it are
    not asked; so, too, of several ways to deliver it.
    """

    def __init__(self, cookies: Callable[[], Cookies]) -> None:
        self._cookies = cookies
        self._lock = threading.Lock()
        self._rules: list[RuleInForce] = []
        self._seed = 0

    # --- rules --------------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> FaultPlan:
        """The rules in force, without faults asked for one by one."""
        with self._lock:
            return FaultPlan(tuple(each.rule for each in self._rules if each.is_planned), self._seed)

    @plan.setter
    def plan(self, plan: FaultPlan) -> None:
        with self._lock:
            self._seed = plan.seed
            self._rules = [each for each in self._rules if not each.is_planned]
            # A text as the seed: the same chances in every process, and others for each rule.
            self._rules += [
                RuleInForce(rule, Random(f"{plan.seed}/{number}"))  # noqa: S311 - chances, no secrets
                for number, rule in enumerate(plan.rules)
            ]

    def counts(self) -> Sequence[tuple[FaultRule, int, int]]:
        """The plan's rules, each with how many requests fitted it and how many of these met its fault."""
        with self._lock:
            return [(each.rule, each.seen, each.met) for each in self._rules if each.is_planned]

    # --- one by one, for programs -------------------------------------------------------------------------------------

    def answer_next(
        self,
        status: int,
        *,
        body: bytes | Mapping[str, object] | None = None,
        headers: Mapping[str, str | None] | None = None,
        times: int = 1,
        method: str | None = None,
        path: str | None = None,
    ) -> None:
        """Answer the next `times` requests with `status`, and the route is not asked.

        `body` is JSON for a mapping, HTML for bytes (as of a proxy; `headers` may say otherwise), and the API's usual
        error object for None. `headers` win over the server's own of the same name; None removes one, such as
        `X-RateLimit-Limit`. `method` and `path`, a regular expression searched in the path, narrow down which.
        """
        self._add(replaced(status, body, headers or {}), times, method, path)

    def drop_next(
        self,
        times: int = 1,
        *,
        when: Literal["before", "after"] = "before",
        method: str | None = None,
        path: str | None = None,
    ) -> None:
        """Drop the connection of the next `times` requests, before or after the route has applied them."""
        self._add(Drop(applied=when == "after"), times, method, path)

    def expire_cookie(self) -> None:
        """End every session: the next request gets 401; `MockServer.cookie` is a new one, good for signing in again."""
        self._cookies().expire()

    def rotate_cookie(self) -> None:
        """Have the next signed-in response carry a new cookie; the old one is good until the new one is used."""
        self._cookies().rotate()

    def clear(self) -> None:
        """Forget all rules, the faults that have met no request yet, and a rotation that is still due."""
        with self._lock:
            self._rules.clear()
        self._cookies().cancel_rotation()

    @property
    def pending(self) -> int:
        """How many requests will still meet a fault that has an end."""
        with self._lock:
            return sum(each.left or 0 for each in self._rules)

    # --- for the gate -------------------------------------------------------------------------------------------------

    def on_arrival(self, method: str, path: str) -> Sequence[Met]:
        """What happens as this request arrives."""
        return self._meet(method, path, lambda stage: stage is Stage.ARRIVAL)

    def for_answer(self, method: str, path: str) -> Sequence[Met]:
        """What happens to the answer of this request, which has been let in."""
        return self._meet(method, path, lambda stage: stage is not Stage.ARRIVAL)

    def _meet(self, method: str, path: str, is_due: Callable[[Stage], bool]) -> Sequence[Met]:
        if not self._rules:
            return ()
        met: list[Met] = []
        taken: set[Stage] = set()
        with self._lock:
            for each in list(self._rules):
                stage = each.rule.effect.stage
                if not is_due(stage) or stage in taken or not each.rule.fits(method, path):
                    continue
                if each.meets():
                    met.append(Met(each.rule.effect, each.chance))
                    taken.update({stage}.intersection(_ONE_EACH))
                    if not each.is_planned and each.left == 0:
                        self._rules.remove(each)
        return met

    def _add(self, effect: Effect, times: int, method: str | None, path: str | None) -> None:
        if times < 1:
            return
        rule = FaultRule(
            effect=effect,
            method=method.upper() if method is not None else None,
            path=re.compile(path) if path is not None else None,
            times=times,
        )
        with self._lock:
            self._rules.append(RuleInForce(rule, Random(0), is_planned=False))  # noqa: S311 - it draws nothing
