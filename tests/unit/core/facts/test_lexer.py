"""What the quantity lexer reads, and what it refuses."""

import pytest

from assets.core.facts.lexer import lex


def read(text):
    return [(text[q.start : q.end], q.low, q.high, q.bound, q.unit) for q in lex(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 1,200 people", [("1,200", 1200, None, "more_than", "count")]),
        ("some 28, 576 people", [("28, 576", 28576, 28576, "approximately", "count")]),
        ("costs $14.3bn", [("$14.3bn", 14.3e9, 14.3e9, "exact", "money")]),
        ("25 to 30 years", [("25 to 30", 25, 30, "between", "year")]),
    ],
)
def test_a_number_is_read_with_its_bound_and_unit(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", ["on 7 October 2023", "an F-16 jet", "his mother, 63, said"])
def test_dates_names_and_ages_are_no_quantities(text):
    assert read(text) == []
