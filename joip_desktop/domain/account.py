"""Whose account it is, and the secret that opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True, slots=True)
class AccountName:
    """Who is signed in, as the server tells it: the user's id, and a name for people (either may be empty)."""

    user: str = ""
    name: str = ""


class SecretCookie:
    """A cookie's value that no print, log, traceback or pickle shows; `reveal` is for the request header alone."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself."""
        return self._value

    def __repr__(self) -> str:
        return "SecretCookie(hidden)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecretCookie) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a cookie is not written anywhere")
