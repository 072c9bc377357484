"""The app is killed while somebody types: the next one shows what was typed, and counts it as unsaved."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.killed_typing import FIRST, LETTER, SEVERAL, started

ENOUGH = 30


def test_what_was_typed_outlives_a_kill(tmp_path: Path) -> None:
    with started(tmp_path, "type") as typing:
        assert typing.stdout is not None
        told = [int(typing.stdout.readline()) for _ in range(ENOUGH)]
        typing.kill()
        told += [int(line) for line in typing.stdout.read().split()]
    with started(tmp_path, "look") as looking:
        output, _ = looking.communicate(timeout=60)
    assert looking.returncode == 0
    seen = json.loads(output)
    assert seen["first"].startswith(FIRST)
    assert seen["last"] in (LETTER * told[-1], LETTER * (told[-1] + 1)), (
        "the last letter may be there without being told"
    )
    assert seen["unsaved"] == 2


def test_what_was_typed_for_several_outlives_a_kill(tmp_path: Path) -> None:
    with started(tmp_path, "type-for-several") as typing:
        assert typing.stdout is not None
        told = [int(typing.stdout.readline()) for _ in range(ENOUGH)]
        typing.kill()
        told += [int(line) for line in typing.stdout.read().split()]
    with started(tmp_path, "look-for-several") as looking:
        output, _ = looking.communicate(timeout=60)
    assert looking.returncode == 0
    seen = json.loads(output)
    assert seen["title"] in (LETTER * told[-1], LETTER * (told[-1] + 1)), (
        "the last letter may be there without being told"
    )
    assert (seen["same"], seen["unsaved"]) == (True, SEVERAL)
