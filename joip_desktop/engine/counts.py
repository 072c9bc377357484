"""Counts of values that stay quick to change, however many different values there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Generic, TypeVar

MANY: Final = 128
"""So many small dictionaries are never in the way; one of 100,000 takes milliseconds whenever it has to grow."""

V = TypeVar("V", bound=Hashable)


class Counts(Mapping[V, int], Generic[V]):
    """How often each value occurs; 0 for one that does not. `parts` is a power of two: 1, or `MANY` for many values."""

    def __init__(self, parts: int = 1) -> None:
        self._parts: Sequence[Counter[V]] = tuple(Counter() for _ in range(parts))
        self._mask = parts - 1

    def more(self, values: Iterable[V]) -> None:
        """Count values up."""
        parts, mask = self._parts, self._mask
        if mask:
            for value in values:
                parts[hash(value) & mask][value] += 1
        else:
            parts[0].update(values)

    def less(self, value: V) -> None:
        """Count a value down, and forget it at zero."""
        part = self._parts[hash(value) & self._mask]
        part[value] -= 1
        if not part[value]:
            del part[value]

    def parts(self) -> Iterator[Sequence[tuple[V, int]]]:
        """All of them in parts, each as it is when it is come to."""
        return (list(part.items()) for part in self._parts)

    def __getitem__(self, value: V) -> int:
        return self._parts[hash(value) & self._mask][value]

    def __contains__(self, value: object) -> bool:
        return value in self._parts[hash(value) & self._mask]

    def __iter__(self) -> Iterator[V]:
        return chain.from_iterable(self._parts)

    def __len__(self) -> int:
        return sum(map(len, self._parts))
