"""A process of its own: 32 clients at one server for a while. Prints what they saw as JSON.

Usage: python -m tests.benchmarks.our_clients ORIGIN SECONDS (checked | unchecked) SESSION…, with JOIP_COOKIE set.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
from collections.abc import Sequence
from time import perf_counter, process_time

from tests.helpers.many_clients import hammer


def _main(origin: str, seconds: float, sessions: Sequence[int], *, checked: bool) -> None:
    gc.disable()  # what the clients keep is little and in no cycles
    cookie = os.environ.pop("JOIP_COOKIE")
    cpu, begun = process_time(), perf_counter()
    load = asyncio.run(
        hammer([origin], cookie, sessions, lambda _made: perf_counter() - begun < seconds, checked=checked)
    )
    wall, busy = perf_counter() - begun, process_time() - cpu
    for line in [*load.errors[:5], *load.lost[:5]]:
        sys.stderr.write(line + "\n")
    found = {
        "requests": load.requests,
        "seconds": wall,
        "busy": busy / wall,
        "errors": len(load.errors),
        "lost": len(load.lost),
        "acknowledged": [[session, name, number] for (session, name), number in load.acknowledged.items()],
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(sys.argv[1], float(sys.argv[2]), [int(one) for one in sys.argv[4:]], checked=sys.argv[3] == "checked")
