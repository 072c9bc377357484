"""An import from the file to the plan: a first look at its columns, the dry run, and the plan of what was agreed to."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import BinaryIO, Final, TypeAlias

from joip_desktop.domain.changes import Change
from joip_desktop.domain.rules import Problem
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import Session, Values
from joip_desktop.engine.plan import GONE, Plan, Refusal, planning
from joip_desktop.engine.slices import Work
from joip_desktop.engine.transfer.columns import FINGERPRINT
from joip_desktop.engine.transfer.dry_run import DryRun, Wish, trying
from joip_desktop.engine.transfer.forms import Form, codec_of
from joip_desktop.engine.transfer.reading import FileRow, opening

OpenFile: TypeAlias = Callable[[], BinaryIO]
"""Opens the file that is imported anew, for reading bytes.

Raises:
    OSError: it can't be opened.
"""

_LOOKED_AT: Final = 100
"""Rows that are searched for an example of what is in a column."""

_TOLD_EVERY: Final = 64
"""Rows from one word about the progress to the next."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a file is like: its form, and its columns with an example of what is in each; "" where that is nothing."""

    form: Form
    examples: Mapping[str, str]

    @property
    def empties(self) -> bool:
        """Whether what is empty is meant so, unless the person says otherwise.

        JSON has other ways to say nothing, and exported tables had a value there where it can be told.
        """
        return self.form is not Form.CSV or FINGERPRINT in self.examples


def looking(open_file: OpenFile) -> Generator[int, None, FirstLook]:
    """Look at the beginning of a file. What is yielded means nothing.

    Raises:
        OSError: the file can't be read.
    """
    with open_file() as file:
        opened = opening(file)
        codec = codec_of(opened.form)
        examples = dict.fromkeys(opened.columns, "")
        for row in islice(opened.rows, _LOOKED_AT):
            for column, raw in row.cells.items() if isinstance(row, FileRow) else ():
                if not examples.get(column) and raw not in ("", None, []):
                    examples[column] = codec.canonical(raw)
            yield 0
    return FirstLook(opened.form, examples)


def examining(
    open_file: OpenFile, sessions: Mapping[int, Session], wish: Wish, *, is_wanted: Callable[[], bool] = lambda: True
) -> Generator[int, None, DryRun | None]:
    """The dry run of a whole file; what is yielded are the bytes that have been read. None when it was given up.

    Raises:
        OSError: the file can't be read.
    """
    found = DryRun()
    with open_file() as file:
        rows = opening(file).rows
        for count, _ in enumerate(trying(rows, sessions, wish, found)):
            if not is_wanted():
                return None
            if count % _TOLD_EVERY == 0:
                yield file.tell()
    return found


def planning_import(changes: Sequence[Change], shown: Mapping[int, Session]) -> Work[Plan]:
    """What was agreed to, over what the sessions are by now."""
    gone = [Refusal(one.session_id, (Problem("id", say(GONE)),)) for one in changes if one.session_id not in shown]
    plan = yield from planning(_pairs(changes, shown), action=_title)
    return replace(plan, refused=[*plan.refused, *gone])


def _pairs(changes: Iterable[Change], shown: Mapping[int, Session]) -> Iterable[tuple[Session, Values]]:
    return ((shown[one.session_id], one.patch) for one in changes if one.session_id in shown)


def _title(count: int) -> str:
    return say_count("Import changes of {n} session", "Import changes of {n} sessions", count)
