from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QPainter, QPixmap

from joip_desktop.domain.errors import PictureError
from joip_desktop.engine.thumbnails import Thumbnails
from joip_desktop.ui.pictures import SIDE, Decoder, Pictures, image_bytes
from tests.helpers.made_pictures import drawn, gif, grey_png, moving_webp, png, png_chunk, written
from tests.helpers.picture_fakes import FakeSource, FakeStore
from tests.helpers.wording import assert_sentence

URL = "https://cdn.example/p.png"


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


def decode(data: bytes) -> QImage:
    return Decoder()(data)


def refused(data: bytes) -> str:
    """The sentence that a file is refused with."""
    with pytest.raises(PictureError) as caught:
        decode(data)
    assert_sentence(caught.value.sentence)
    return caught.value.sentence


def striped(width: int, height: int) -> QImage:
    """Red, green and blue from left to right, or from top to bottom where it is higher than wide."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for place, colour in enumerate(("#ff0000", "#00ff00", "#0000ff")):
        stripe = QRect(width * place // 3, 0, width, height)
        painter.fillRect(stripe if width >= height else QRect(0, height * place // 3, width, height), QColor(colour))
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> str:
    """The colour of a pixel, as far as a JPEG keeps it."""
    found = image.pixelColor(x, y)
    near = [round(part / 51) * 51 for part in (found.red(), found.green(), found.blue())]
    return QColor(*near).name()


def oriented(jpeg: bytes, orientation: int) -> bytes:
    """A JPEG whose camera was held in another way."""
    entry = b"\x01\x12\0\x03\0\0\0\x01" + orientation.to_bytes(2) + b"\0\0"
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + entry + bytes(4)
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + jpeg[2:]


# --- decoding ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_small_pictures_come_as_they_are(kind: str) -> None:
    image = decode(drawn(30, 20, kind))
    assert image.size() == QSize(30, 20)
    assert image.format() == QImage.Format.Format_RGB32
    assert colour(image, 15, 10) == colour(decode(drawn(30, 20, "png")), 15, 10)


def test_a_gif_shows_its_first_picture() -> None:
    first = gif(4, 3)
    frame = first[19:-1]
    assert frame.startswith(b"\x2c")
    moving = first[:-1] + frame.replace(b"\x44\x01", b"\x4c\x01") + b"\x3b"
    assert decode(moving).size() == QSize(4, 3)
    assert decode(moving) == decode(first)


def test_a_moving_webp_shows_its_first_picture() -> None:
    image = decode(moving_webp(drawn(20, 10, "webp"), 20, 10))
    assert image.size() == QSize(20, 10)
    assert colour(image, 5, 5) == colour(decode(drawn(20, 10, "webp")), 5, 5)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((640, 640), (640, 640)),
        ((641, 300), (640, 299)),
        ((1920, 1080), (640, 360)),
        ((500, 2000), (160, 640)),
        ((9000, 3), (640, 1)),
        ((2400, 2400), (640, 640)),
    ],
)
def test_larger_ones_are_made_smaller_in_the_same_shape(
    kind: str, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    image = decode(written(striped(*size), kind))
    assert image.size() == QSize(*expected)
    if min(expected) > 10:
        width, height = expected
        ends = [(5, 5), (width // 2, height // 2), (width - 5, height - 5)]
        assert [colour(image, x, y) for x, y in ends] == ["#ff0000", "#00ff00", "#0000ff"]


def test_pictures_are_turned_upright() -> None:
    image = decode(oriented(written(striped(300, 100), "jpeg"), 6))
    assert image.size() == QSize(100, 300)
    assert [colour(image, 50, y) for y in (20, 150, 280)] == ["#ff0000", "#00ff00", "#0000ff"]
    large = decode(oriented(written(striped(3000, 1000), "jpeg"), 8))
    assert large.size() == QSize(213, 640)
    assert [colour(large, 100, y) for y in (20, 320, 620)] == ["#0000ff", "#00ff00", "#ff0000"]


@pytest.mark.parametrize("size", [30, 1500])
def test_what_is_transparent_stays_so(size: int) -> None:
    clear = QImage(size, size, QImage.Format.Format_ARGB32)
    clear.fill(QColor(255, 0, 0, 0))
    for kind in ("png", "webp"):
        image = decode(written(clear, kind))
        assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
        assert image.pixelColor(5, 5).alpha() == 0


@pytest.mark.parametrize(
    "pixels",
    [
        QImage.Format.Format_Mono,
        QImage.Format.Format_Indexed8,
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Grayscale16,
        QImage.Format.Format_RGBA64,
    ],
)
def test_every_kind_of_pixel_becomes_32_bits(pixels: QImage.Format) -> None:
    white = QImage(20, 10, QImage.Format.Format_RGB32)
    white.fill("white")
    image = decode(written(white.convertToFormat(pixels), "png"))
    assert image.depth() == 32
    assert image.pixelColor(3, 3) == QColor("white")


def test_a_jpeg_for_printers_is_shown_too() -> None:
    """Its format, asked for in the wrong way, ended the process."""
    red = QImage(20, 10, QImage.Format.Format_RGB32)
    red.fill("red")
    image = decode(written(red.convertToFormat(QImage.Format.Format_CMYK8888), "jpeg"))
    assert colour(image, 5, 5) == "#ff0000"


def test_texts_and_profiles_of_the_file_are_not_kept() -> None:
    image = striped(20, 10)
    image.setText("Comment", "x" * 100_000)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    for kind in ("png", "jpeg", "webp"):
        found = decode(written(image, kind))
        assert (found.textKeys(), found.colorSpace().isValid()) == ([], False)


# --- refusing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
        b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><svg>&x;</svg>",
        b"BM" + bytes(60),
        b"P6\n1 1\n255\nabc",
        b"/* XPM */ static char *x[] = {}",
        b"\0\0\x01\0\x01\0",
    ],
)
def test_other_formats_are_not_even_tried(data: bytes) -> None:
    assert refused(data) == "This is no picture that can be shown."


def test_a_head_alone_does_not_let_another_decoder_in() -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    for head in (b"GIF89a", b"RIFF\0\0\0\0WEBP", b"\xff\xd8\xff"):
        assert refused(head + svg) == "The picture is broken."


BOMBS = {
    "a png of 900 megapixels": png(30_000, 30_000, rows=0),
    "the same in earnest": grey_png(30_000, 30_000),
    "a png of a little more than 40": png(8_000, 5_001, rows=0),
    "a png as large as can be": png(2**31 - 1, 2**31 - 1, rows=0),
    "a png of 16 bits": png(6_000, 5_000, depth=16, rows=0),
    "a gif": gif(65_535, 65_535),
    "a moving webp": moving_webp(drawn(9, 9, "webp"), 2**24, 2**24),
    "a moving webp of more than 10": moving_webp(drawn(9, 9, "webp"), 4_000, 2_501),
}
LONG = {
    "a png": png(20_001, 3),
    "a high png": png(3, 20_001),
    "a gif of a line": gif(1, 65_535),
    "a moving webp": moving_webp(drawn(9, 9, "webp"), 40_000, 9),
}


@pytest.mark.parametrize("name", BOMBS)
def test_too_many_pixels_are_refused_by_what_the_file_says(name: str) -> None:
    said = refused(BOMBS[name])
    assert "megapixels, too many to be shown." in said or said == "The picture is broken."
    assert "megapixels" in said or "as can be" in name, said


@pytest.mark.parametrize("name", LONG)
def test_so_are_long_ones(name: str) -> None:
    assert "pixels, too long to be shown." in refused(LONG[name])


def test_forty_megapixels_are_shown() -> None:
    image = decode(grey_png(8_000, 5_000))
    assert image.size() == QSize(640, 400)
    assert image_bytes(image) == 640 * 400 * 4


def test_what_would_take_minutes_is_refused() -> None:
    jpeg = drawn(64, 64, "jpeg", progressive=True)
    last = jpeg.rindex(b"\xff\xda")
    assert refused(jpeg[:-2] + jpeg[last:-2] * 100 + jpeg[-2:]) == "The picture is drawn in too many passes."


def test_a_png_is_looked_through_before_qt_sees_it() -> None:
    """Its compressed comments cost Qt seconds before it tells the size; see the domain's own tests."""
    assert refused(png(extra=png_chunk(b"IDAT", b"") * 20_001)) == "The picture is in too many pieces."


_WHOLE = {
    "png": written(striped(60, 40), "png"),
    "jpeg": written(striped(60, 40), "jpeg"),
    "progressive": written(striped(60, 40), "jpeg", progressive=True),
    "webp": written(striped(60, 40), "webp"),
    "gif": gif(60, 40),
    "moving": moving_webp(written(striped(60, 40), "webp"), 60, 40),
}


@pytest.mark.parametrize("name", _WHOLE)
def test_a_picture_that_is_cut_short_is_shown_in_part_or_not_at_all(name: str) -> None:
    whole = _WHOLE[name]
    for length in range(0, len(whole), 1 + len(whole) // 60):
        try:
            image = decode(whole[:length])
        except PictureError as error:
            assert_sentence(error.sentence)
        else:
            assert image.size() == QSize(60, 40)


@settings(max_examples=300)
@given(
    st.sampled_from(sorted(_WHOLE)),
    st.lists(st.tuples(st.integers(3, 400), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_whatever_is_wrong_with_a_file_it_is_a_small_picture_or_an_error(
    name: str, changes: list[tuple[int, int]]
) -> None:
    data = bytearray(_WHOLE[name])
    for place, value in changes:
        data[place % len(data)] = value
    try:
        image = decode(bytes(data))
    except PictureError as error:
        assert_sentence(error.sentence)
    else:
        assert image.depth() == 32
        assert max(image.width(), image.height()) <= SIDE


# --- threads and memory -----------------------------------------------------------------------------------------------


_MANY = """
import faulthandler, threading
from PySide6.QtGui import QGuiApplication
from joip_desktop.ui.pictures import SIDE, Decoder
from tests.helpers.made_pictures import drawn, moving_webp

faulthandler.dump_traceback_later(40, exit=True)  # two of them waited for each other for ever
application = QGuiApplication([])
decoder = Decoder()
png, jpeg, webp = (drawn(900, 30, kind) for kind in ("png", "jpeg", "webp"))
moving = moving_webp(webp, 900, 30)
files = [png, moving, jpeg, moving, webp, moving]
widths = []

def work():
    for number in range(150):
        widths.append(decoder(files[number % 6]).width())

threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert widths == [SIDE] * 600
"""


def test_several_threads_decode_at_once() -> None:
    ended = subprocess.run([sys.executable, "-c", _MANY], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_large_ones_wait_for_each_other_and_small_ones_for_none() -> None:
    decoder = Decoder()
    large = grey_png(4_000, 2_000)
    decoder._large.acquire()
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(decoder, large)
        assert decoder(png()).size() == QSize(4, 3)
        assert not waiting.done()
        decoder._large.release()
        assert waiting.result(30).size() == QSize(640, 320)
    with pytest.raises(PictureError):
        decoder(grey_png(4_000, 2_000)[:60])
    assert not decoder._large.locked()


def test_the_limit_of_qts_own_decoders_is_lowered() -> None:
    Decoder()
    assert QImageReader.allocationLimit() == 200


_DECODING = """
import re, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from joip_desktop.ui.pictures import Decoder

def peak():
    if (status := Path("/proc/self/status")).exists():  # there, getrusage counts what was before exec, too
        return int(re.search(r"VmHWM:\\s*([0-9]+) kB", status.read_text())[1]) // 2**10
    if sys.platform == "darwin":
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20
    return 0

application = QGuiApplication([])
data = open(sys.argv[1], "rb").read()
before = peak()
image = Decoder()(data)
print(image.width(), peak() - before)
"""


@pytest.mark.parametrize(
    ("kind", "most"), [("png", 200), ("webp", 330), ("moving webp", 200), ("progressive jpeg", 300), ("gif", 200)]
)
def test_the_largest_pictures_take_so_much_memory_and_no_more(kind: str, most: int, tmp_path: Path) -> None:
    clear = QImage(8_000, 5_000, QImage.Format.Format_ARGB32)
    clear.fill(QColor(1, 2, 3, 4))
    match kind:
        case "png":
            data = written(clear, "png")
        case "webp":
            data = written(clear, "webp", quality=100)
        case "moving webp":
            data = moving_webp(written(clear.copy(0, 0, 4_000, 2_500), "webp", quality=100), 4_000, 2_500)
        case "progressive jpeg":
            data = written(clear, "jpeg", progressive=True, quality=100)
        case _:
            data = gif(8_000, 5_000)
    file = tmp_path / "file"
    file.write_bytes(data)
    ended = subprocess.run([sys.executable, "-c", _DECODING, file], capture_output=True, text=True, check=True)
    width, megabytes = map(int, ended.stdout.split())
    assert width == SIDE
    assert megabytes <= most


# --- pixmaps ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def pictures(qapp: object) -> Iterator[Pictures]:
    assert qapp is not None
    thumbnails = Thumbnails(source=FakeSource(), store=FakeStore(), decode=Decoder(), size_of=image_bytes)
    made = Pictures(thumbnails, room=1_000_000)
    yield made
    made.close_listening()


def bring(pictures: Pictures, image: QImage, url: str = URL) -> None:
    """The picture has come."""
    pictures._thumbnails._memory.put(url, image, image_bytes(image), {})


def shown(pictures: Pictures, width: int, height: int, ratio: float = 1.0, url: str = URL) -> QPixmap:
    found = pictures.pixmap(url, QSize(width, height), ratio)
    assert found is not None
    return found


def test_a_picture_that_has_not_come_has_no_pixmap(pictures: Pictures) -> None:
    assert pictures.pixmap(URL, QSize(40, 20), 1.0) is None
    assert pictures.failure(URL) is None


@pytest.mark.parametrize(("width", "height"), [(300, 100), (100, 300), (30, 10), (600, 200)])
def test_the_middle_of_a_picture_fills_the_box(pictures: Pictures, width: int, height: int) -> None:
    bring(pictures, striped(width, height))
    image = shown(pictures, 100, 100).toImage()
    assert image.size() == QSize(100, 100)
    assert {colour(image, x, y) for x in (10, 50, 90) for y in (10, 50, 90)} == {"#00ff00"}


def test_a_picture_in_the_shape_of_the_box_is_shown_whole(pictures: Pictures) -> None:
    bring(pictures, striped(300, 100))
    image = shown(pictures, 60, 20).toImage()
    assert [colour(image, x, 10) for x in (3, 30, 57)] == ["#ff0000", "#00ff00", "#0000ff"]


@pytest.mark.parametrize(
    ("ratio", "expected"), [(1.0, (33, 21)), (1.25, (41, 26)), (1.5, (50, 32)), (2.0, (66, 42)), (3.0, (99, 63))]
)
def test_every_pixel_of_the_screen_is_used(pictures: Pictures, ratio: float, expected: tuple[int, int]) -> None:
    bring(pictures, striped(300, 200))
    pixmap = shown(pictures, 33, 21, ratio)
    assert pixmap.size() == QSize(*expected)
    assert pixmap.devicePixelRatio() == ratio
    size = pixmap.deviceIndependentSize()
    assert (round(size.width()), round(size.height())) == (33, 21)


@pytest.mark.parametrize("size", [QSize(0, 20), QSize(20, 0), QSize(), QSize(-1, -1)])
def test_a_box_without_room_has_no_pixmap(pictures: Pictures, size: QSize) -> None:
    bring(pictures, striped(300, 200))
    assert pictures.pixmap(URL, size, 1.0) is None


@pytest.mark.parametrize("size", [(1, 1), (640, 1), (1, 640)])
def test_odd_shapes_fill_the_box_too(pictures: Pictures, size: tuple[int, int]) -> None:
    bring(pictures, striped(*size))
    assert shown(pictures, 90, 50).size() == QSize(90, 50)
    assert shown(pictures, 1, 50).size() == QSize(1, 50)


def test_a_pixmap_is_made_once_and_outlives_the_picture(pictures: Pictures) -> None:
    bring(pictures, striped(300, 200))
    first = shown(pictures, 40, 20)
    pictures._thumbnails.close()
    assert shown(pictures, 40, 20).cacheKey() == first.cacheKey()
    assert pictures.pixmap(URL, QSize(41, 20), 1.0) is None


def test_pixmaps_take_so_much_memory_and_no_more(pictures: Pictures) -> None:
    for number in range(30):
        bring(pictures, striped(300, 200), f"{URL}?{number}")
        shown(pictures, 200, 100, 2.0, f"{URL}?{number}")
        kept = sum(one.width() * one.height() * one.depth() // 8 for one in pictures._pixmaps.values())
        assert kept == pictures._size <= 1_000_000
    assert len(pictures._pixmaps) == 3, "of 320,000 bytes each"
    assert list(pictures._pixmaps) == [(f"{URL}?{number}", 200, 100, 2.0) for number in (27, 28, 29)]


def test_what_was_not_painted_for_longest_goes_first(pictures: Pictures) -> None:
    for number in range(3):
        bring(pictures, striped(300, 200), f"{URL}?{number}")
        shown(pictures, 200, 100, 2.0, f"{URL}?{number}")
    shown(pictures, 200, 100, 2.0, f"{URL}?0")
    bring(pictures, striped(300, 200), URL)
    shown(pictures, 200, 100, 2.0)
    assert [url for url, *_ in pictures._pixmaps] == [f"{URL}?2", f"{URL}?0", URL]


def test_a_pixmap_beyond_all_room_is_shown_and_not_kept(pictures: Pictures) -> None:
    bring(pictures, striped(300, 200))
    assert shown(pictures, 1000, 1000).width() == 1000
    assert (len(pictures._pixmaps), pictures._size) == (0, 0)


def test_views_hear_what_has_changed_until_they_stop(pictures: Pictures) -> None:
    told: list[frozenset[str]] = []
    pictures.changed.connect(told.append)
    pictures._thumbnails.changed.emit(frozenset({URL}))
    pictures.close_listening()
    pictures._thumbnails.changed.emit(frozenset({"other"}))
    assert told == [{URL}]


async def test_pictures_come_from_bytes_to_pixmaps() -> None:
    source = FakeSource(delay=0, files={URL: written(striped(300, 100), "png"), URL + "?no": b"GIF89a"})
    thumbnails = Thumbnails(source=source, store=FakeStore(), decode=Decoder(), size_of=image_bytes)
    pictures = Pictures(thumbnails)
    came = asyncio.Event()
    missing = {URL, URL + "?no"}

    def hear(urls: frozenset[str]) -> None:
        missing.difference_update(urls)
        if not missing:
            came.set()

    pictures.changed.connect(hear)
    running = asyncio.create_task(thumbnails.run())
    pictures.want([URL, URL + "?no"])
    await came.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert colour(shown(pictures, 50, 50).toImage(), 25, 25) == "#00ff00"
    assert pictures.failure(URL + "?no") == "The picture is broken."
    pictures.close_listening()
