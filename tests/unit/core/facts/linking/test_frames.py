"""What two quantities of a sentence are to each other."""

import pytest

from assets.core.facts.linking.frames import frames
from assets.core.facts.quantities.lexer import lex


def framed(text):
    quantities = lex(text)
    words = [text[q.start : q.end] for q in quantities]
    found = frames(text, quantities)
    return {
        word: (None if frame.whole is None else words[frame.whole], frame.subset)
        for word, frame in zip(words, found, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "part", "whole", "subset"),
    [
        ("The rebels still hold 12 of the 40 men.", "12", "40", False),
        ("They hold 12 men out of the 40 taken.", "12", "40", False),
        ("About half of the island's 9,000 people left.", "half", "9,000", False),
        ("About half the island's population of 9,000 left.", "half", "9,000", False),
        ("Only 11 of Loma's 33 schools are open.", "11", "33", False),
        ("Some 40 men, including two guards, died.", "two", "40", True),
        ("Some 40 men, 13 of whom were armed, fled.", "13", "40", True),
        ("Some 40 died, among them 12 guards and five cooks.", "five", "40", True),
        ("Eight guests - seven men and one woman - are missing.", "seven", "Eight", True),
        ("Eight guests - seven men and one woman - are missing.", "one", "Eight", True),
        ("The blast killed 40 men and hurt 12.", "12", None, False),
        (
            "A crash killed 40, including both drivers and two guards, and injured 12.",
            "12",
            None,
            False,
        ),
        ("A crash killed 40, including two guards, and injured 12.", "12", None, False),
        ("Some 40 died, among them two guards, and 12 wounded lay in tents.", "12", None, False),
        ("Some 40 died, among them two guards, and 90 cooks.", "90", None, False),
        ("Of 40 hit, including 12 killed and 28 injured, few spoke.", "28", "40", True),
        ("A deal on 50 men, including a four-day halt and 150 others.", "150", None, False),
    ],
)
def test_a_part_knows_its_whole_and_a_subset_is_told_from_a_part(text, part, whole, subset):
    assert framed(text)[part] == (whole, subset)


def test_a_part_of_a_whole_without_a_number_is_definite():
    for text, definite in (
        ("Nine of the guests fell ill.", True),
        ("Nine guests fell ill.", False),
    ):
        (found,) = frames(text, lex(text))
        assert found.definite is definite


@pytest.mark.parametrize(
    ("text", "number", "further"),
    [
        ("Another 109 people died.", "109", True),
        ("It hurt 900 more.", "900", True),
        ("An additional 12 fled.", "12", True),
        ("It hurt 900 others.", "900", False),
        ("It hurt 900 men.", "900", False),
    ],
)
def test_a_further_count_comes_on_top_of_another(text, number, further):
    quantities = lex(text)
    (found,) = frames(text, quantities)
    assert text[quantities[0].start : quantities[0].end] == number
    assert found.further is further
