"""The search box's language: text in, predicate out. Today it is plain words; every word must occur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joip_desktop.domain.session import Session


def haystack(session: Session) -> str:
    """The text that plain words are looked for in: title and subreddits, without case."""
    title = session.title if isinstance(session.title, str) else ""
    names = session.subreddits if isinstance(session.subreddits, tuple) else ()
    return "\n".join((title, *names)).casefold()


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search: all `words` (without case) must occur in a session's haystack."""

    words: tuple[str, ...] = ()

    def matches(self, session: Session) -> bool:
        """Whether the session is found."""
        text = haystack(session)
        return all(word in text for word in self.words)

    def pick(self, haystacks: Sequence[str]) -> list[int] | None:
        """The positions of the haystacks that match; None where there is nothing to look for, so all do."""
        if not self.words:
            return None
        first, *others = self.words
        found = [position for position, text in enumerate(haystacks) if first in text]
        for word in others:
            found = [position for position in found if word in haystacks[position]]
        return found


def parse(text: str) -> Query:
    """The query of a search box's text; blanks separate words."""
    return Query(tuple(text.casefold().split()))
