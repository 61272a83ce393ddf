"""Cutting a text at spans loses and invents nothing."""

from hypothesis import given
from hypothesis import strategies as st

from assets.out.report.marking import Span, cut

TEXTS = st.text(max_size=40)
SPANS = st.lists(st.builds(Span, st.integers(-2, 45), st.integers(-2, 45), st.just("a")))


@given(TEXTS, SPANS)
def test_the_pieces_joined_are_the_text(text, spans):
    pieces = cut(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start :].startswith(piece.text) for piece in pieces)


def test_a_span_that_overlaps_an_earlier_one_is_left_out():
    pieces = cut("half a million", [Span(0, 4, "a"), Span(2, 14, "b")])
    assert [(piece.text, piece.name) for piece in pieces] == [("half", "a"), (" a million", None)]
