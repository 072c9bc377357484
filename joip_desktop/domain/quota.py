"""What is known of the server's rate limit at one moment, for everybody who shows or plans with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """Requests that may be sent now (`remaining`) out of `limit`, and the seconds until one may (0 when one may now).

    `limit` is None as long as no answer has told of a limit; `remaining` is then None too. `next_in` is None while only
    an answer that is still out can tell.
    """

    limit: int | None
    remaining: int | None
    next_in: float | None
