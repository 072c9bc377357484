"""The part about kills: fifty seeds of the crash test, and how many requests were sent twice because of them."""

from __future__ import annotations

from tests.helpers.crashing import CHANGES, run_with_kills

from .measure import Result, Sample


def kills(seeds: int) -> list[Result]:
    """Kill and restart the engine in the middle of 300 changes, once for each seed.

    Raises:
        AssertionError: a change was lost, or more requests were sent twice than were on their way at the kills.
    """
    found = [run_with_kills(seed) for seed in range(seeds)]
    for seed, crashes in enumerate(found):
        if crashes.wrong or crashes.requests > CHANGES + crashes.in_flight:
            raise AssertionError(f"seed {seed}: {crashes}")
    requests = Sample(tuple(float(one.requests) for one in found))
    most = Sample(tuple(float(CHANGES + one.in_flight) for one in found))
    what = f"300 changes, {sum(one.kills for one in found)} kills over {seeds} seeds: requests"
    return [Result(what, "requests", requests, most, "300 and those on their way at the kills; nothing lost")]
