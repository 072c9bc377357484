"""Thumbnails drawn by the server: small calm pictures as PNG, the same for the same name."""

from __future__ import annotations

import re
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from math import sin, tau
from random import Random
from typing import Final, TypeAlias

WIDTH: Final = 160
HEIGHT: Final = 90
"""Size in pixels."""

FOLDER: Final = "/media/thumbnails/"
PATH = re.compile(r"/media/thumbnails/([a-z0-9][a-z0-9-]{0,79})\.png")
"""The path of a thumbnail; the group is its name."""

_VARIANTS: Final = 40
_SKY_SHADES: Final = 48
_SUN, _STAR, _WINDOW = 48, 49, 50
_FIRST_LAYER: Final = 51
_LAYERS: Final = 3

Colour: TypeAlias = tuple[int, int, int]
Fits: TypeAlias = Callable[[int], bool]

_SKIES: Final[Sequence[tuple[Colour, Colour]]] = (
    ((94, 152, 211), (232, 240, 244)),
    ((58, 74, 128), (244, 178, 140)),
    ((70, 60, 110), (235, 150, 150)),
    ((120, 180, 190), (245, 240, 210)),
    ((150, 170, 190), (228, 226, 220)),
)
_NIGHTS: Final[Sequence[tuple[Colour, Colour]]] = (((10, 14, 38), (40, 52, 96)), ((16, 10, 40), (70, 44, 92)))
_GROUNDS: Final[Sequence[Colour]] = ((58, 104, 84), (72, 92, 120), (120, 98, 80), (86, 110, 62), (92, 78, 110))


def path_for(words: Sequence[str], variant: int | None = None) -> str:
    """The path of a thumbnail chosen from subreddit names, of which there is one (seed: "auto-generate")."""
    slug = re.sub(r"[^a-z0-9]+", "-", words[0].lower()).strip("-")[:70] or "picture"
    number = zlib.crc32(",".join(words).lower().encode()) if variant is None else variant
    return f"{FOLDER}{slug}-{number % _VARIANTS}.png"


def draw(name: str) -> bytes:
    """A PNG for `name`: a sky with a sun over hills, a skyline, or a night with stars."""
    chance = Random(zlib.crc32(name.encode()))  # noqa: S311 - a picture, no secret
    scene = chance.choice(("hills", "hills", "skyline", "night"))
    top, bottom = chance.choice(_NIGHTS if scene == "night" else _SKIES)
    ground = chance.choice(_GROUNDS)
    palette = [_mix(top, bottom, shade / (_SKY_SHADES - 1)) for shade in range(_SKY_SHADES)]
    palette += [(255, 244, 214), (250, 250, 255), (250, 222, 150)]
    palette += [_mix(bottom, _dark(ground, scene), 0.45 + 0.27 * layer) for layer in range(_LAYERS)]
    skyline = scene == "skyline"
    heights = [(_roofs if skyline else _hills)(chance, layer) for layer in range(_LAYERS)]
    rows = _stack(heights)
    _sun(rows, chance, heights)
    if scene == "night":
        _dots(rows, chance, _STAR, 70, lambda value: value < _SKY_SHADES)
    elif skyline:
        _dots(rows, chance, _WINDOW, 160, lambda value: value >= _FIRST_LAYER + 1)
    return _png(palette, rows)


class Thumbnails:
    """The pictures drawn lately; safe to use from several threads."""

    def __init__(self, kept: int = 512) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def picture(self, name: str) -> bytes:
        """The PNG for `name`, drawn now if it was not drawn lately."""
        with self._lock:
            if name in self._pictures:
                self._pictures.move_to_end(name)
                return self._pictures[name]
        picture = draw(name)
        with self._lock:
            self._pictures[name] = picture
            while len(self._pictures) > self._kept:
                self._pictures.popitem(last=False)
        return picture


def _mix(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _dark(colour: Colour, scene: str) -> Colour:
    return _mix(colour, (8, 10, 24), 0.6 if scene == "night" else 0.0)


def _hills(chance: Random, layer: int) -> list[int]:
    """For each column the row where a layer of hills begins; the nearer, the lower."""
    base = HEIGHT * (0.52 + 0.16 * layer)
    waves = [(chance.uniform(3, 9), chance.uniform(0.6, 2.6), chance.random()) for _ in range(3)]
    return [
        round(base + sum(size * sin(tau * (x / WIDTH * speed + start)) for size, speed, start in waves))
        for x in range(WIDTH)
    ]


def _roofs(chance: Random, layer: int) -> list[int]:
    tops: list[int] = []
    while len(tops) < WIDTH:
        roof = round(HEIGHT * chance.uniform(0.34, 0.62) + HEIGHT * 0.15 * layer)
        tops += [roof] * chance.randint(8, 20)
    return tops[:WIDTH]


def _stack(heights: Sequence[Sequence[int]]) -> list[bytearray]:
    """The rows as palette indexes: built by column, where every layer is one run, and turned around."""
    sky = bytes(y * _SKY_SHADES // HEIGHT for y in range(HEIGHT))
    columns = []
    for x in range(WIDTH):
        column = sky
        for layer, tops in enumerate(heights):
            top = max(0, min(HEIGHT, tops[x]))
            column = column[:top] + bytes((_FIRST_LAYER + layer,)) * (HEIGHT - top)
        columns.append(column)
    return [bytearray(row) for row in zip(*columns, strict=True)]


def _sun(rows: list[bytearray], chance: Random, heights: Sequence[Sequence[int]]) -> None:
    radius, middle = chance.randint(6, 11), chance.randint(24, WIDTH - 24)
    centre = min(heights[0][middle] - chance.randint(2, 18), HEIGHT - 1)
    for y in range(max(0, centre - radius), min(HEIGHT, centre + radius + 1)):
        for x in range(middle - radius, middle + radius + 1):
            if (x - middle) ** 2 + (y - centre) ** 2 <= radius**2 and rows[y][x] < _SKY_SHADES:
                rows[y][x] = _SUN


def _dots(rows: list[bytearray], chance: Random, colour: int, count: int, fits: Fits) -> None:
    for _ in range(count):
        y, x = chance.randrange(HEIGHT), chance.randrange(WIDTH)
        if fits(rows[y][x]):
            rows[y][x] = colour


def _png(palette: Sequence[Colour], rows: Sequence[bytearray]) -> bytes:
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)  # 8 bits a pixel, palette, no interlace
    pixels = b"".join(b"\0" + row for row in rows)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", bytes(value for colour in palette for value in colour)),
        (b"IDAT", zlib.compress(pixels, 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
