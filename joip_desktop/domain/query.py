"""The search box's language: text in, predicate out; what it could not understand is told, never guessed.

Terms stand between blanks, and all have to hold: words (`calm`, `"two words"`) in title or subreddits, and
`key:value,value`, where one of the values has to hold. A dash before a term turns it round. What may follow which key
is in `query_keys`; docs/search.md tells it to people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from joip_desktop.domain.query_keys import KEYS, MARKS, ValueFaultError, is_mark, unknown_key
from joip_desktop.domain.query_match import NO_MARKS, Context, Marks, attributes_of, predicate_of
from joip_desktop.domain.query_scan import KeyPiece, WordPiece, quoted, scan
from joip_desktop.domain.query_terms import Keyed, Named, Term, Value, Words, implies
from joip_desktop.domain.query_times import needs_now
from joip_desktop.domain.session import Session

__all__ = ["MARKS", "NO_MARKS", "Fault", "Finder", "Marks", "Query", "haystack", "parse"]


def haystack(session: Session) -> str:
    """The text that plain words are looked for in: title and subreddits, without case."""
    title = session.title if isinstance(session.title, str) else ""
    names = session.subreddits if isinstance(session.subreddits, tuple) else ()
    return "\n".join((title, *names)).casefold()


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not understood: the text from `start` to before `end`, and a sentence for the person."""

    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Finder:
    """A query made ready for many sessions.

    Each of `needles` has to occur in a session's haystack, none of `excluded` may, and all `tests` have to hold.
    """

    needles: tuple[str, ...]
    excluded: tuple[str, ...]
    tests: tuple[Callable[[Session], bool], ...]

    def matches(self, session: Session) -> bool:
        """Whether the session is found."""
        if self.needles or self.excluded:
            text = haystack(session)
            if not all(needle in text for needle in self.needles) or any(out in text for out in self.excluded):
                return False
        return all(test(session) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search. What could not be understood is in `faults` and has no part in matching or equality."""

    terms: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether it finds every session."""
        return not self.terms

    @property
    def fields(self) -> frozenset[str]:
        """The attributes of a session that it looks at; a change of any other can't change what it finds."""
        found: set[str] = set()
        for term in self.terms:
            found |= {"title", "subreddits"} if isinstance(term, Words) else attributes_of(term)
        return frozenset(found)

    @property
    def uses_marks(self) -> bool:
        """Whether what it finds depends on the marks."""
        return any(isinstance(value, Named) and is_mark(value.name) for value in self._values("is"))

    @property
    def uses_time(self) -> bool:
        """Whether what it finds depends on the clock."""
        return needs_now(self._values("updated", "created"))

    def finder(self, *, marks: Marks = NO_MARKS, now: datetime | None = None) -> Finder:
        """Make it ready; `now` is the clock's time unless given."""
        context = Context(marks, datetime.now(UTC) if now is None else now.astimezone(UTC))
        words = [term for term in self.terms if isinstance(term, Words)]
        return Finder(
            needles=tuple(word.text for word in words if not word.negated),
            excluded=tuple(word.text for word in words if word.negated),
            tests=tuple(predicate_of(term, context) for term in self.terms if isinstance(term, Keyed)),
        )

    def matches(self, session: Session, *, marks: Marks = NO_MARKS, now: datetime | None = None) -> bool:
        """Whether the session is found. For many sessions, take a finder."""
        return self.finder(marks=marks, now=now).matches(session)

    def narrows(self, wider: Query) -> bool:
        """Whether surely every session that this query finds is found by the other, at the same time and marks."""
        return all(any(implies(term, one) for term in self.terms) for one in wider.terms)

    def __str__(self) -> str:
        """Text that means the same; equal queries have the same text."""
        return " ".join(map(_spelled, self.terms))

    def _values(self, *keys: str) -> list[Value]:
        return [value for term in self.terms if isinstance(term, Keyed) and term.key in keys for value in term.values]


def parse(text: str) -> Query:
    """The query of a search box's text, whatever it is.

    A value that a key can't take is left out and told in a fault; so is a term of which nothing is left.
    """
    terms: list[Term] = []
    faults: list[Fault] = []
    for piece in scan(text):
        if isinstance(piece, KeyPiece):
            terms += _keyed(piece, faults)
        elif piece.token.text:
            terms.append(Words(piece.token.text.casefold(), piece.negated))
    return Query(tuple(terms), tuple(faults))


def _keyed(piece: KeyPiece, faults: list[Fault]) -> list[Term]:
    """The term of a key and its values; none where nothing of it can be understood."""
    key = KEYS.get(piece.key.text.casefold())
    if key is None:
        faults.append(Fault(piece.key.start, piece.key.end, unknown_key(piece.key.text)))
        return []
    given = [token for token in piece.values if token.text]
    if not given:
        faults.append(Fault(piece.key.start, piece.end, key.hint))
    values: dict[Value, None] = {}
    for token in given:
        try:
            values[key.read(token)] = None
        except ValueFaultError as fault:
            faults.append(Fault(token.start, token.end, str(fault)))
    return [Keyed(key.name, tuple(values), piece.negated)] if values else []


def _spelled(term: Term) -> str:
    sign = "-" if term.negated else ""
    if isinstance(term, Keyed):
        return f"{sign}{term.key}:{','.join(map(KEYS[term.key].spell, term.values))}"
    match scan(f"{sign}{term.text}"):
        case [WordPiece(token, negated)] if (token.text, negated) == (term.text, term.negated):
            return f"{sign}{term.text}"
        case _:
            return f"{sign}{quoted(term.text)}"
