"""Decoded pictures in memory, up to a number of bytes: what is wanted now stays, first what is wanted first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

P = TypeVar("P")


class PictureMemory(Generic[P]):
    """Pictures by address, at most `limit` bytes of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[str, tuple[P, int]] = OrderedDict()
        self._size = 0

    @property
    def size(self) -> int:
        """The bytes of all of them."""
        return self._size

    def __contains__(self, url: str) -> bool:
        return url in self._held

    def get(self, url: str) -> P | None:
        """The picture, which is now the one used last."""
        if url not in self._held:
            return None
        self._held.move_to_end(url)
        return self._held[url][0]

    def put(self, url: str, picture: P, size: int, wanted: Mapping[str, int]) -> frozenset[str]:
        """Take a picture of `size` bytes in, and return the addresses of wanted pictures that had to go for it.

        `wanted` tells the place of each address in the present wish. What is not wanted goes before what is, that
        which was not used for longest first; then what is wanted last, which may be the new one itself: two that have
        no room together must not push each other out for ever.
        """
        self._remove(url)
        self._held[url] = (picture, size)
        self._size += size
        if self._size <= self._limit:
            return frozenset()
        for other in [other for other in self._held if other not in wanted and other != url]:
            self._remove(other)
            if self._size <= self._limit:
                return frozenset()
        gone = set()
        for other in sorted(self._held, key=lambda held: wanted.get(held, len(wanted)), reverse=True):
            self._remove(other)
            gone.add(other)
            if self._size <= self._limit:
                break
        return frozenset(gone & wanted.keys())

    def has_any_but(self, wanted: Collection[str]) -> bool:
        """Whether there is a picture that could make room for a wanted one."""
        return any(url not in wanted for url in self._held)

    def clear(self) -> None:
        """Let go of all."""
        self._held.clear()
        self._size = 0

    def _remove(self, url: str) -> None:
        if url in self._held:
            self._size -= self._held.pop(url)[1]
