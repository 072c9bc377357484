"""How far the reading of a list has come, in numbers that are true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

ReadingPhase: TypeAlias = Literal["receiving", "reading"]
"""First the answer's bytes arrive, then its rows are read."""


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """What is done of a phase: bytes while receiving, rows while reading; `total` is None where nobody knows it yet."""

    phase: ReadingPhase
    done: int
    total: int | None = None
