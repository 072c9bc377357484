"""The drawn thumbnails."""

from __future__ import annotations

import struct
import zlib

import pytest

from joip_desktop.mock.thumbnails import HEIGHT, PATH, WIDTH, Thumbnails, draw, path_for


def chunks(png: bytes) -> dict[bytes, bytes]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length) == (zlib.crc32(kind + data),)
        found[kind] = data
        at += length + 12
    return found


@pytest.mark.parametrize("number", range(40))
def test_every_picture_is_a_png(number: int) -> None:
    parts = chunks(draw(f"tea-{number}"))
    assert list(parts) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    assert struct.unpack(">IIBBBBB", parts[b"IHDR"]) == (WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    pixels = zlib.decompress(parts[b"IDAT"])
    assert len(pixels) == HEIGHT * (WIDTH + 1)
    assert max(pixels) < len(parts[b"PLTE"]) // 3
    assert len(set(pixels)) > 10


def test_the_name_decides() -> None:
    assert draw("cats-1") == draw("cats-1")
    assert len({draw(f"cats-{number}") for number in range(20)}) == 20


def test_pictures_are_kept_up_to_a_number() -> None:
    thumbnails = Thumbnails(kept=2)
    first = thumbnails.picture("a")
    assert thumbnails.picture("a") is first
    thumbnails.picture("b")
    thumbnails.picture("c")
    again = thumbnails.picture("a")
    assert again is not first
    assert again == first


def test_paths_come_from_the_subreddits() -> None:
    assert path_for(["cats", "tea"]) == path_for(["Cats", "Tea"])
    assert path_for(["cats", "tea"]) != path_for(["cats", "space"])
    assert path_for(["winter_light"], 3) == "/media/thumbnails/winter-light-3.png"
    for words in (["猫"], ["___"], ["x" * 300]):
        assert PATH.fullmatch(path_for(words))
