"""What holds of the lexer whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from assets.core.facts.contract import BOUNDS
from assets.core.facts.quantities.lexer import lex

PIECES = (
    "1", "12", "300", "1,200", "28, 576", "1.5", "2.3m", "$14.3bn", "£5", "US$5", "5k", "½", "2½",
    "4-1/2", "minus", "half", "a third", "two-thirds", "one", "two", "twenty-one", "a hundred",
    "hundred", "thousand", "million", "lakh", "crore", "dozen", "dozens", "scores",
    "several hundred", "tens of thousands", "one in five", "quarter of a million", "zero",
    "and", "or", "to", "-", "–", "from", "between", "by", "more than", "at least", "about", "over",
    "up to", "nearly", "some", "an estimated", "people", "killed", "%", "percent", "km", "days",
    "-day", "year-old", "years",
    "aged", "October", "May", "in", "of", "the", "a", "was", "He", "Hand", ",", ".", ";", "(", ")",
    "rose", "fell", "passed", "F-16", "G7", "9/11", "10am", "1990s", "7th", "a week", "lasting",
    "an hour and a half", "1.2.3", "[12]", "6.8", "magnitude", "pounds", "dollars", "\n", "+",
    "or more", "plus", "“", "No.", "$",
)  # fmt: skip
GLUE = ("", " ", " ", " ")
TEXTS = st.one_of(
    st.text(),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GLUE)), max_size=14).map(
        lambda pairs: "".join(piece + glue for piece, glue in pairs)
    ),
)


@given(TEXTS)
def test_spans_are_in_order_in_bounds_and_apart(text):
    place = 0
    for quantity in lex(text):
        assert place <= quantity.start < quantity.end <= quantity.unit_end <= len(text)
        place = quantity.end


@given(TEXTS)
def test_a_span_begins_and_ends_in_words(text):
    for quantity in lex(text):
        assert text[quantity.start : quantity.end] == text[quantity.start : quantity.end].strip()


@given(TEXTS)
def test_a_span_alone_reads_the_same(text):
    for quantity in lex(text):
        if quantity.change == "from":
            continue  # "from 2.4 to 3.9 million": the first number takes the scale of the second
        (again,) = lex(text[quantity.start : quantity.end])
        assert again.value == quantity.value
        assert again.value is not None or (again.low, again.high) == (quantity.low, quantity.high)


@given(TEXTS)
def test_the_interval_holds_the_value(text):
    for quantity in lex(text):
        assert quantity.bound in BOUNDS
        known = [x for x in (quantity.low, quantity.value, quantity.high) if x is not None]
        assert known == sorted(known)
        assert known


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}"]))
def test_a_whole_number_survives_its_spelling(number, spelling):
    (quantity,) = lex(spelling.format(number))
    assert quantity.value == number


@given(st.integers(1, 9999), st.sampled_from(["thousand", "million", "billion"]))
def test_a_scale_multiplies(number, scale):
    (quantity,) = lex(f"{number / 100} {scale}")
    power = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert quantity.value == number * power / 100


@given(st.integers(1, 99), st.integers(1, 99))
def test_two_ascending_numbers_make_a_range(one, other):
    low, high = sorted((one, other + 100))
    (quantity,) = lex(f"{low} to {high} people")
    assert (quantity.low, quantity.high, quantity.value) == (low, high, None)
