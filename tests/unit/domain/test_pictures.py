from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.errors import PictureError
from joip_desktop.domain.pictures import PictureFormat, disarmed, format_of, moving_webp_size
from tests.helpers.made_pictures import drawn, gif, moving_webp, png, png_chunk
from tests.helpers.wording import assert_sentence


def scans(number: int) -> bytes:
    """A JPEG of which only that is told: how often it is gone over."""
    return b"\xff\xd8\xff\xe0\x00\x02" + b"\xff\xda\x00\x02\x01" * number + b"\xff\xd9"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), PictureFormat.PNG),
        (drawn(2, 2, "jpeg"), PictureFormat.JPEG),
        (gif(), PictureFormat.GIF),
        (gif().replace(b"89a", b"87a"), PictureFormat.GIF),
        (drawn(2, 2, "webp"), PictureFormat.WEBP),
        (b"", None),
        (b"\x89PNG\r\n", None),
        (b"GIF90a, it says", None),
        (b"RIFF\0\0\0\0WAVEfmt ", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<!DOCTYPE html><title>\x89PNG\r\n\x1a\n</title>", None),
        (b"BM" + bytes(60), None),
        (b"II*\0" + bytes(60), None),
    ],
)
def test_the_first_bytes_tell_the_format(data: bytes, kind: PictureFormat | None) -> None:
    assert format_of(data) is kind
    assert format_of(bytearray(data)) is kind


def test_a_png_keeps_what_makes_the_picture_and_nothing_else() -> None:
    text = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(100_000)))
    profile = png_chunk(b"iCCP", b"odd\0\0" + zlib.compress(bytes(100_000)))
    assert disarmed(png(extra=text * 3 + profile)) == png()
    assert disarmed(png(extra=png_chunk(b"tRNS", bytes(6)))) == png(extra=png_chunk(b"tRNS", bytes(6)))


def test_what_follows_the_end_of_a_png_goes() -> None:
    assert disarmed(png() + png_chunk(b"zTXt", bytes(99))) == png()


@given(st.integers(0, len(png())))
def test_a_png_that_is_cut_short_stays_so(length: int) -> None:
    rest = disarmed(png()[:length])
    assert png()[:length].startswith(rest)
    assert length - len(rest) < 8, "nothing is lost but the start of a piece"


@given(st.lists(st.tuples(st.sampled_from([b"IDAT", b"zTXt", b"IEND"]), st.binary(max_size=9)), max_size=6))
def test_the_pieces_of_a_png_keep_their_order(chunks: list[tuple[bytes, bytes]]) -> None:
    head = png()[:33]
    whole = [png_chunk(kind, data) for kind, data in chunks]
    ends = next((place + 1 for place, (kind, _) in enumerate(chunks) if kind == b"IEND"), len(chunks))
    kept = [chunk for chunk in whole[:ends] if chunk[4:8] != b"zTXt"]
    assert disarmed(head + b"".join(whole)) == head + b"".join(kept)


@pytest.mark.parametrize("length", [b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\x10"])
def test_a_png_that_lies_about_a_length_is_cut_at_its_end(length: bytes) -> None:
    data = png()[:33] + length + b"IDAT" + b"abc"
    assert disarmed(data) == data


def test_a_png_in_too_many_pieces_is_refused() -> None:
    with pytest.raises(PictureError) as caught:
        disarmed(png(extra=png_chunk(b"IDAT", b"") * 20_001))
    assert_sentence(caught.value.sentence)


def test_a_jpeg_that_is_gone_over_again_and_again_is_refused() -> None:
    usual = drawn(64, 64, "jpeg", progressive=True)
    assert 2 < usual.count(b"\xff\xda") < 20
    assert disarmed(usual) == usual
    assert disarmed(scans(64)) == scans(64)
    with pytest.raises(PictureError) as caught:
        disarmed(scans(65))
    assert_sentence(caught.value.sentence)


def test_other_formats_stay_as_they_are() -> None:
    for data in (gif(), drawn(2, 2, "webp"), b"", b"anything"):
        assert disarmed(data) == data


def test_an_animated_webp_tells_its_size() -> None:
    still = drawn(20, 10, "webp")
    assert moving_webp_size(moving_webp(still, 20, 10)) == (20, 10)
    assert moving_webp_size(moving_webp(still, 16_384, 300)) == (16_384, 300)


@given(st.integers(0, 40))
def test_anything_else_is_no_animated_webp(length: int) -> None:
    still = drawn(20, 10, "webp")
    moving = moving_webp(still, 20, 10)
    without_flag = moving[:20] + b"\0" + moving[21:]
    for data in (still, without_flag, png(), gif()):
        assert moving_webp_size(data[:length]) is None
    moving_webp_size(moving[:length])  # whatever is left of it
