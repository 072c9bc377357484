from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.errors import (
    JoipError,
    PictureError,
    RateLimitedError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from joip_desktop.engine.thumbnails import Thumbnails
from tests.helpers.picture_fakes import FakeSource, FakeStore, decode, url
from tests.helpers.simulation import run_simulated

SIZE = 10
NO = PictureError("This is no picture.")
LATER = TimedOutError("Too slow.")
DOWN = UnreachableError("It can't be reached.")


@dataclass
class Stage:
    """Thumbnails over fakes; one picture takes 10 bytes."""

    memory: int = 1000
    at_once: int = 6
    per_host: int = 4
    source: FakeSource = field(default_factory=FakeSource)
    store: FakeStore = field(default_factory=FakeStore)
    decode: Callable[[bytes], str] = decode
    told: list[frozenset[str]] = field(default_factory=list)
    thumbnails: Thumbnails[str] = field(init=False)

    def run(self, scenario: Callable[[Stage], Awaitable[None]]) -> Stage:
        """Play it in simulated time."""

        async def main() -> None:
            self.thumbnails = Thumbnails(
                source=self.source,
                store=self.store,
                decode=self.decode,
                size_of=lambda _picture: SIZE,
                at_once=self.at_once,
                per_host=self.per_host,
                memory=self.memory,
                clock=asyncio.get_running_loop().time,
            )
            self.thumbnails.changed.add(self.told.append)
            running = asyncio.create_task(self.thumbnails.run())
            await scenario(self)
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("picture")]

        run_simulated(main())
        return self

    @property
    def news(self) -> list[str]:
        """The addresses that were told of, in order, sorted within one event."""
        return [url for event in self.told for url in sorted(event)]


def urls(*names: str | int, host: str = "cdn") -> list[str]:
    return [url(name, host) for name in names]


# --- loading ----------------------------------------------------------------------------------------------------------


def test_what_is_wanted_comes_and_is_told() -> None:
    async def scenario(stage: Stage) -> None:
        assert stage.thumbnails.get(url(1)) is None
        stage.thumbnails.want(urls(1, 2))
        await asyncio.sleep(5)
        assert [stage.thumbnails.get(one) for one in urls(1, 2, 3)] == [url(1), url(2), None]
        assert [stage.thumbnails.failure(one) for one in urls(1, 2, 3)] == [None] * 3

    stage = Stage().run(scenario)
    assert stage.told == [frozenset(urls(1, 2))], "gathered into one event"
    assert stage.store.kept == {one: one.encode() for one in urls(1, 2)}


def test_what_is_in_memory_is_not_asked_for_again() -> None:
    async def scenario(stage: Stage) -> None:
        for _ in range(3):
            stage.thumbnails.want(urls(1))
            await asyncio.sleep(5)
        stage.thumbnails.want([*urls(1, 1), ""])
        await asyncio.sleep(5)

    stage = Stage().run(scenario)
    assert (stage.store.looked, stage.source.asked, len(stage.told)) == (urls(1), urls(1), 1)


def test_what_is_on_disk_is_not_fetched() -> None:
    async def scenario(stage: Stage) -> None:
        stage.store.kept[url(1)] = b"from disk"
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(1)
        assert stage.thumbnails.get(url(1)) == "from disk"

    assert Stage().run(scenario).source.asked == []


def test_a_file_on_disk_that_is_broken_is_fetched_anew_once() -> None:
    async def scenario(stage: Stage) -> None:
        stage.store.kept.update({url(1): b"broken", url(2): b"broken"})
        stage.source.files[url(2)] = b"broken too"
        stage.thumbnails.want(urls(1, 2))
        await asyncio.sleep(5)
        assert stage.thumbnails.get(url(1)) == url(1)
        assert stage.thumbnails.failure(url(2)) == "The picture is broken."
        stage.thumbnails.want(urls(1, 2))
        await asyncio.sleep(5)

    stage = Stage().run(scenario)
    assert stage.store.dropped == urls(1, 2)
    assert stage.source.asked == urls(1, 2)
    assert stage.store.kept == {url(1): url(1).encode()}, "and a broken one is not kept"


def test_the_disk_does_not_wait_for_the_network() -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.delay = 1000
        slow = [url(number, f"host{number}") for number in range(10)]
        stage.store.kept.update(dict.fromkeys(urls(*range(50)), b"from disk"))
        stage.thumbnails.want([*slow, *urls(*range(50))])
        await asyncio.sleep(1)
        assert all(stage.thumbnails.get(one) for one in urls(*range(50)))

    Stage().run(scenario)


# --- order and bounds -------------------------------------------------------------------------------------------------


def test_the_first_ones_start_first() -> None:
    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want(urls(*range(12)))
        await asyncio.sleep(20)

    stage = Stage(per_host=6).run(scenario)
    assert stage.source.asked == urls(*range(12))
    assert stage.source.most == 6


def test_a_new_wish_has_another_order() -> None:
    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want(urls(*range(12)))
        await asyncio.sleep(0.5)
        stage.thumbnails.want(urls(*reversed(range(12))))
        await asyncio.sleep(20)

    stage = Stage(at_once=3).run(scenario)
    assert stage.source.asked == urls(0, 1, 2, *reversed(range(3, 12)))
    assert stage.source.cancelled == []


def test_what_has_scrolled_away_is_dropped_and_cancelled() -> None:
    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want(urls(*range(12)))
        await asyncio.sleep(0.5)
        stage.thumbnails.want(urls(1, *range(20, 23)))
        await asyncio.sleep(20)
        assert stage.thumbnails.get(url(1)) == url(1)

    stage = Stage(at_once=3).run(scenario)
    assert stage.source.cancelled == urls(0, 2)
    assert stage.source.asked == urls(0, 1, 2, 20, 21, 22)
    assert set(stage.news) == {url(1), *urls(20, 21, 22)}


def test_what_is_wanted_again_while_it_ends_starts_anew() -> None:
    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(0.5)
        stage.thumbnails.want([])
        await asyncio.sleep(0)
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(5)
        assert stage.thumbnails.get(url(1)) == url(1)

    stage = Stage().run(scenario)
    assert stage.source.asked == urls(1, 1)
    assert stage.source.cancelled == urls(1)


def test_a_wish_that_is_taken_back_at_once_starts_nothing() -> None:
    async def scenario(stage: Stage) -> None:
        for number in range(100):
            stage.thumbnails.want(urls(number))
        await asyncio.sleep(5)

    stage = Stage().run(scenario)
    assert stage.source.asked == urls(99)
    assert stage.store.looked == urls(99)


def test_one_host_does_not_hold_up_the_others() -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.delay = 20
        stage.thumbnails.want([*urls(*range(20), host="tarpit"), *urls(1, 2)])
        await asyncio.sleep(1)
        assert stage.source.asked[-2:] == urls(1, 2)
        await asyncio.sleep(100)

    stage = Stage().run(scenario)
    assert stage.source.most_of_a_host == 4
    assert stage.source.most == 6


def test_what_has_come_is_decoded_and_kept_even_if_nobody_wants_it_any_more() -> None:
    async def scenario(stage: Stage) -> None:
        def decode_and_scroll(data: bytes) -> str:
            stage.thumbnails.want([])
            return decode(data)

        stage.decode = stage.thumbnails._decode = decode_and_scroll
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(5)
        assert stage.thumbnails.get(url(1)) == url(1)

    assert Stage().run(scenario).store.kept == {url(1): url(1).encode()}


@pytest.mark.parametrize("from_disk", [True, False])
async def test_two_pictures_at_most_are_decoded_at_the_same_time(*, from_disk: bool) -> None:
    going, most, gate = 0, 0, threading.Semaphore(0)
    lock = threading.Lock()

    def slowly(data: bytes) -> str:
        nonlocal going, most
        with lock:
            going += 1
            most = max(most, going)
        assert gate.acquire(timeout=20)
        with lock:
            going -= 1
        return data.decode()

    store = FakeStore(kept=dict.fromkeys(urls(*range(8)), b"kept") if from_disk else {})
    came = asyncio.Event()
    thumbnails = Thumbnails(source=FakeSource(delay=0), store=store, decode=slowly, size_of=len)
    thumbnails.changed.add(lambda _urls: came.set())
    running = asyncio.create_task(thumbnails.run())
    thumbnails.want(urls(*range(8)))
    while not all(thumbnails.get(one) for one in urls(*range(8))):
        gate.release()
        await came.wait()
        came.clear()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert most == 2


# --- memory -----------------------------------------------------------------------------------------------------------


def test_what_was_shown_longest_ago_goes_for_what_is_shown_now() -> None:
    async def scenario(stage: Stage) -> None:
        for number in range(20):
            stage.thumbnails.want(urls(number))
            await asyncio.sleep(2)
        held = [number for number in range(20) if stage.thumbnails.get(url(number))]
        assert held == [15, 16, 17, 18, 19]
        stage.thumbnails.want(urls(0))
        await asyncio.sleep(2)
        assert stage.thumbnails.get(url(0)) == url(0)

    stage = Stage(memory=50).run(scenario)
    assert stage.source.asked.count(url(0)) == 1, "the second time it came from disk"


def test_more_than_there_is_room_for_is_not_loaded_round_and_round() -> None:
    async def scenario(stage: Stage) -> None:
        for _ in range(10):  # as a view does that wants what it shows at every repaint
            stage.thumbnails.want(urls(*range(8)))
            await asyncio.sleep(5)
        assert [number for number in range(8) if stage.thumbnails.get(url(number))] == [0, 1, 2, 3, 4]
        stage.thumbnails.want(urls(*range(3, 8)))
        await asyncio.sleep(5)
        assert [number for number in range(8) if stage.thumbnails.get(url(number))] == [3, 4, 5, 6, 7]

    stage = Stage(memory=50, at_once=2).run(scenario)
    assert len(stage.source.asked) == 8
    assert len(stage.store.looked) == 8 + 3


# --- failures ---------------------------------------------------------------------------------------------------------


def test_a_failure_says_why_and_is_not_asked_for_again() -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.errors[url(1)] = NO
        for _ in range(50):
            stage.thumbnails.want(urls(1, 2))
            await asyncio.sleep(3600)
        assert stage.thumbnails.failure(url(1)) == "This is no picture."
        assert stage.thumbnails.get(url(1)) is None
        stage.thumbnails.retry()
        await asyncio.sleep(5)

    stage = Stage().run(scenario)
    assert stage.source.asked == urls(1, 2)
    assert stage.news == urls(1, 2)


def test_what_may_pass_is_tried_again_after_its_rest_and_only_if_it_is_wanted_then() -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.errors[url(1)] = LATER
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(30)
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(300)
        assert stage.source.asked == urls(1)
        stage.thumbnails.want([])
        await asyncio.sleep(300)
        assert stage.source.asked == urls(1)
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(30)
        assert stage.source.asked == urls(1, 1)
        assert stage.thumbnails.failure(url(1)) == "Too slow."
        await asyncio.sleep(80)
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(5)
        assert stage.source.asked == urls(1, 1), "the second rest is longer"
        stage.source.errors.clear()
        await asyncio.sleep(60)
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(5)
        assert stage.thumbnails.failure(url(1)) is None
        assert stage.thumbnails.get(url(1)) == url(1)

    Stage().run(scenario)


def test_a_person_may_have_it_tried_again_at_once() -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.errors["cdn.example"] = DOWN
        stage.thumbnails.want(urls(1))
        await asyncio.sleep(5)
        stage.source.errors.clear()
        stage.thumbnails.retry()
        await asyncio.sleep(5)
        assert stage.thumbnails.get(url(1)) == url(1)

    Stage().run(scenario)


@pytest.mark.parametrize("error", [DOWN, RateLimitedError("It wants fewer.", retry_after=50)])
def test_a_host_that_is_down_rests_with_all_its_pictures(error: JoipError) -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.errors["down.example"] = error
        stage.thumbnails.want([*urls(*range(50), host="down"), *urls(1)])
        await asyncio.sleep(5)
        assert stage.source.asked == [*urls(*range(4), host="down"), *urls(1)]
        assert {stage.thumbnails.failure(one) for one in urls(*range(50), host="down")} == {error.sentence}
        await asyncio.sleep(60)
        stage.source.errors.clear()
        stage.thumbnails.want(urls(*range(30, 50), host="down"))
        await asyncio.sleep(20)
        assert all(stage.thumbnails.get(one) for one in urls(*range(30, 50), host="down"))

    Stage().run(scenario)


def test_a_host_that_was_up_in_between_rests_for_a_minute_again() -> None:
    async def scenario(stage: Stage) -> None:
        for number in range(5):
            stage.source.errors["cdn.example"] = DOWN
            stage.thumbnails.want(urls(f"{number} down"))
            await asyncio.sleep(65)
            stage.source.errors.clear()
            stage.thumbnails.want(urls(number))
            await asyncio.sleep(5)
            assert stage.thumbnails.get(url(number)) == url(number)

    Stage().run(scenario)


def test_a_picture_that_is_slow_or_missing_says_nothing_of_its_host() -> None:
    async def scenario(stage: Stage) -> None:
        stage.source.errors.update(
            {url(1): LATER, url(2): NO, url(3): ServerFaultError("It fails.", status=500), url(4): NO}
        )
        stage.thumbnails.want(urls(*range(20)))
        await asyncio.sleep(20)
        assert sum(stage.thumbnails.get(one) is not None for one in urls(*range(20))) == 16

    Stage().run(scenario)


@pytest.mark.logs_errors
def test_a_fault_of_our_own_fails_one_picture_and_no_more() -> None:
    def odd(data: bytes) -> str:
        if data.endswith(b"1"):
            raise RuntimeError("odd")
        return decode(data)

    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want([url(1), "http://[odd", url(2)])
        await asyncio.sleep(5)
        assert stage.thumbnails.failure(url(1)) == "The picture can't be shown."
        assert stage.thumbnails.get(url(2)) == url(2)

    stage = Stage(decode=odd)
    stage.source.errors["[odd"] = NO
    stage.run(scenario)


# --- the end ----------------------------------------------------------------------------------------------------------


def test_ending_cancels_what_is_under_way() -> None:
    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want(urls(*range(3)))
        await asyncio.sleep(0.5)

    stage = Stage().run(scenario)
    assert stage.source.cancelled == urls(*range(3))
    assert stage.told == []


def test_closing_lets_go_of_everything() -> None:
    async def scenario(stage: Stage) -> None:
        stage.thumbnails.want(urls(1, 2))
        await asyncio.sleep(5)
        stage.thumbnails.want(urls(1, 2, 3))
        stage.thumbnails.close()
        await asyncio.sleep(5)
        assert [stage.thumbnails.get(one) for one in urls(1, 2, 3)] == [None] * 3

    assert Stage().run(scenario).source.asked == urls(1, 2)


# --- whatever people do -----------------------------------------------------------------------------------------------

_NAMES = [*urls(*range(12)), *urls(*range(6), host="other"), *urls(*range(3), host="third")]
_ERRORS = [NO, LATER, DOWN]
_steps = st.one_of(
    st.tuples(st.just("want"), st.lists(st.sampled_from(_NAMES), max_size=14, unique=True)),
    st.tuples(st.just("wait"), st.sampled_from([0.0, 0.3, 1.0, 5.0, 40.0, 61.0, 2000.0])),
    st.tuples(st.just("break"), st.tuples(st.sampled_from([*_NAMES, "cdn.example"]), st.sampled_from(_ERRORS))),
    st.tuples(st.just("mend"), st.sampled_from([*_NAMES, "cdn.example"])),
    st.tuples(st.just("look"), st.sampled_from(_NAMES)),
)


@dataclass
class Person:
    """Scrolls about, while hosts break and are mended, and sees to it that the rules are kept."""

    stage: Stage
    wished: list[str] = field(default_factory=list)

    def asks_rightly(self, one: str) -> None:
        assert one in self.wished, "only what is wanted is asked for"
        if one in self.stage.source.failed:
            error, at = self.stage.source.failed[one]
            assert error is not NO, "what is no picture is not asked for twice"
            assert asyncio.get_running_loop().time() - at >= 60, "what failed is left alone for a minute"

    async def does(self, what: str, how: object) -> None:
        match what, how:
            case "want", list():
                self.wished = how
                self.stage.thumbnails.want(how)
            case "wait", float():
                await asyncio.sleep(how)
            case "break", (str() as name, JoipError() as error):
                self.stage.source.errors[name] = error
            case "mend", str():
                self.stage.source.errors.pop(how, None)
            case "look", str():
                self.stage.thumbnails.get(how)
        assert self.stage.thumbnails._memory.size <= self.stage.memory

    def is_satisfied(self) -> None:
        thumbnails = self.stage.thumbnails
        here = [one for one in self.wished if thumbnails.get(one)]
        failed = [one for one in self.wished if not thumbnails.get(one) and thumbnails.failure(one)]
        assert len(here) >= min(len(self.wished) - len(failed), self.stage.memory // SIZE), "it comes in the end"
        left = [*thumbnails._open, *thumbnails._here, *thumbnails._reading, *thumbnails._fetching]
        assert left == [], "and then nothing is left to do"


@given(st.lists(_steps, max_size=30))
def test_whatever_happens_it_keeps_its_bounds(steps: list[tuple[str, object]]) -> None:
    async def scenario(stage: Stage) -> None:
        person = Person(stage)
        stage.source.watch = person.asks_rightly
        for what, how in steps:
            await person.does(what, how)
        await asyncio.sleep(100)
        person.is_satisfied()

    stage = Stage(memory=80, at_once=4, per_host=3).run(scenario)
    assert stage.source.most <= 4
    assert stage.source.most_of_a_host <= 3
