from __future__ import annotations

from hypothesis import given

from joip_desktop.domain.query_scan import KeyPiece, Token, WordPiece, quoted, scan
from tests.helpers import queries, strategies

texts = queries.search_texts | strategies.any_text


def test_pieces_know_where_they_are() -> None:
    text = ' calm -"two words" -in:earth,,"a b" is:'
    assert scan(text) == [
        WordPiece(Token(1, 5, "calm"), negated=False),
        WordPiece(Token(7, 18, "two words", quoted=True), negated=True),
        KeyPiece(
            Token(20, 23, "in"),
            (Token(23, 28, "earth"), Token(29, 29, ""), Token(30, 35, "a b", quoted=True)),
            negated=True,
        ),
        KeyPiece(Token(36, 39, "is"), (Token(39, 39, ""),), negated=False),
    ]
    assert [text[piece.start : piece.end] for piece in scan(text)] == [
        "calm",
        '-"two words"',
        '-in:earth,,"a b"',
        "is:",
    ]


@given(texts)
def test_pieces_follow_one_another_and_leave_out_only_blanks(text: str) -> None:
    at = 0
    for piece in scan(text):
        assert at <= piece.start < piece.end <= len(text)
        assert not text[at : piece.start].strip()
        assert text[piece.start : piece.end].startswith("-") or not piece.negated
        at = piece.end
    assert not text[at:].strip()


@given(texts)
def test_tokens_say_what_stands_there(text: str) -> None:
    for piece in scan(text):
        for token in piece.values if isinstance(piece, KeyPiece) else (piece.token,):
            written = text[token.start : token.end]
            assert written.startswith('"') if token.quoted else written == token.text
        if isinstance(piece, KeyPiece):
            assert text[piece.key.start : piece.key.end] == f"{piece.key.text}:"


@given(strategies.any_text | queries.folded_texts)
def test_a_quoted_text_is_read_back(text: str) -> None:
    written = quoted(text)
    assert scan(written) == [WordPiece(Token(0, len(written), text, quoted=True), negated=False)]
    assert scan(f"a:b,{written} c") == [
        KeyPiece(Token(0, 2, "a"), (Token(2, 3, "b"), Token(4, 4 + len(written), text, quoted=True)), negated=False),
        WordPiece(Token(5 + len(written), 6 + len(written), "c"), negated=False),
    ]
