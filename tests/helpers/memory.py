"""How much memory the process takes at most while something runs; by the system's account, as all threads count.

`tracemalloc` would tell more, but switching it off beside other threads crashes Python before 3.12.9 (gh-128679).
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_STATUS = Path("/proc/self/status")
_RESET = Path("/proc/self/clear_refs")


@dataclass
class Peak:
    """MB more than at the beginning; known at the end."""

    mb: float = 0.0


@contextmanager
def measured() -> Iterator[Peak]:
    """Needs Linux, as the suite's other looks at the process do."""
    peak = Peak()
    gc.collect()
    _RESET.write_text("5")  # the highest mark begins anew
    before = _told("VmRSS")
    yield peak
    peak.mb = max(0.0, _told("VmHWM") - before)


def _told(name: str) -> float:
    found = re.search(rf"^{name}:\s+(\d+) kB$", _STATUS.read_text(), re.MULTILINE)
    assert found is not None, name
    return int(found[1]) / 1024
