"""Cutting a text into the pieces that a page marks.

Belongs here: spans → pieces, by code points. Not here: how a piece looks (`templates/`).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]` and what is there: the id of a fact, or the role of a segment."""

    start: int
    end: int
    name: str


class Piece(NamedTuple):
    """A stretch of text and the start and name of the span it is in; None outside of any."""

    start: int
    text: str
    name: str | None


def cut(text: str, spans: Iterable[Span], start: int = 0, end: int | None = None) -> list[Piece]:
    """Cut `text[start:end]` at the spans; their pieces joined are that text again.

    A span that reaches outside, or into an earlier one, is left out.

    >>> [(piece.text, piece.name) for piece in cut("130 of the 253", [Span(11, 14, "b")])]
    [('130 of the ', None), ('253', 'b')]
    """
    return list(_cut(text, spans, start, len(text) if end is None else end))


def _cut(text: str, spans: Iterable[Span], start: int, end: int) -> Iterator[Piece]:
    at = start
    for span in sorted(spans):
        if at <= span.start < span.end <= end:
            if at < span.start:
                yield Piece(at, text[at : span.start], None)
            yield Piece(span.start, text[span.start : span.end], span.name)
            at = span.end
    if at < end:
        yield Piece(at, text[at:end], None)
