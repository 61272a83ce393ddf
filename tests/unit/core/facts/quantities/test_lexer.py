"""What the quantity lexer reads: values, spans, units, bounds, ranges and changes."""

import pytest

from assets.core.facts.quantities.lexer import lex


def only(text):
    """Return the one quantity of a text."""
    (quantity,) = lex(text)
    return quantity


def words(text):
    return [text[q.start : q.end] for q in lex(text)]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        # digits
        ("28,473", 28473), ("28, 576", 28576), ("28 576", 28576), ("28\u202f576", 28576),
        ("1,00,000", 100000), ("1.234.567", 1234567), ("2. 3 million", 2.3e6), ("7", 7),
        # words
        ("half-dozen", 6), ("a dozen", 12), ("two dozen", 24), ("twenty-one", 21),
        ("a hundred and twenty", 120), ("two thousand three hundred", 2300), ("zero", 0),
        ("two hundred and two thousand", 202000), ("half a million", 5e5),
        ("a million and a half", 1.5e6), ("a quarter of a million", 250000),
        # scales
        ("1.5 million", 1.5e6), ("1.5-million", 1.5e6), ("2.3m", 2.3e6), ("5k", 5000),
        ("14 crore", 1.4e8), ("2.5 lakh", 250000), ("3 lakh crore", 3e12), ("8bn", 8e9),
        # mixed and fractions
        ("4-1/2", 4.5), ("4 1/2", 4.5), ("2½", 2.5), ("three and a half", 3.5), ("half", 0.5),
        ("a third of", 1 / 3), ("two-thirds", 2 / 3), ("three quarters", 0.75),
        ("one in five", 0.2), ("nine out of 10", 0.9),
    ],
)  # fmt: skip
def test_a_numeral_is_worth_what_it_says(number, value):
    assert only(f"They counted {number} houses").value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("nearly a half a million voters", "half a million"),
        ("a half-dozen farmers", "half-dozen"),
        ("it cost $14.3bn", "$14.3bn"),
        ("it cost US$5 a head", "US$5"),
        ("some 51% of them", "51%"),
        ("51 percent of them", "51"),
        ("a 40-day truce", "40"),
        ("more than 60km away", "60"),
        ("some 340wounded", "340"),
        ("between 1,200 and 1,400 people", "between 1,200 and 1,400"),
        ("25 to 30 people", "25 to 30"),
        ("hundreds of thousands of people", "hundreds of thousands"),
        ("a lull lasting a week", "a week"),
    ],
)
def test_a_span_is_the_number_without_its_hedge_and_unit_but_with_its_sign(text, span):
    assert words(text) == [span]


@pytest.mark.parametrize(
    ("text", "unit", "currency"),
    [
        ("12 people", "count", None),
        ("51%", "percent", None),
        ("51 per cent", "percent", None),
        ("up 3 percentage points", "percent", None),
        ("$14.3bn", "money", "USD"),
        ("£5", "money", "GBP"),
        ("Rs 500 crore", "money", "INR"),
        ("10 million euros", "money", "EUR"),
        ("500 Australian dollars", "money", "AUD"),
        ("20 million pesos", "money", None),
        ("500 pounds of explosives", "pound", None),
        ("80km", "kilometre", None),
        ("40-day", "day", None),
        ("10 or more days", "day", None),
        ("two square kilometres", "square kilometre", None),
        ("winds of 120 mph", "mile per hour", None),
        ("a 6.8 magnitude quake", "magnitude", None),
        ("a magnitude 7.8 quake", "magnitude", None),
        ("several hundred metres", "metre", None),
        ("tens of thousands of dollars", "money", "USD"),
        ("half an hour", "hour", None),
        ("half of them", "fraction", None),
        ("a 100m race", "metre", None),
        ("2.3m people", "count", None),
    ],
)
def test_a_number_has_the_unit_that_its_words_say(text, unit, currency):
    quantity = only(text)
    assert (quantity.unit, quantity.currency) == (unit, currency)


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("130 people", "exact", 130, 130),
        ("only 130 people", "exact", 130, 130),
        ("about 1.5 million people", "approximately", 1.5e6, 1.5e6),
        ("some 28,473 people", "approximately", 28473, 28473),
        ("an estimated 300 people", "approximately", 300, 300),
        ("300 people or so", "exact", 300, 300),
        ("300 or so people", "approximately", 300, 300),
        ("at least 1,200 people", "at_least", 1200, None),
        ("no fewer than 12 people", "at_least", 12, None),
        ("50 or more people", "at_least", 50, None),
        ("100-plus people", "at_least", 100, None),
        ("more than 100 people", "more_than", 100, None),
        ("well over 100 people", "more_than", 100, None),
        ("upwards of 100 people", "more_than", 100, None),
        ("The toll passed 30,000", "more_than", 30000, None),
        ("The toll surpasses 30,000", "more_than", 30000, None),
        ("They passed two bills", "exact", 2, 2),
        ("up to 40 people", "at_most", None, 40),
        ("as many as 40 people", "at_most", None, 40),
        ("no more than 40 people", "at_most", None, 40),
        ("fewer than 100 trucks", "less_than", None, 100),
        ("nearly 30,000 people", "less_than", None, 30000),
        ("for over two years", "more_than", 2, None),
        ("raids over two days", "exact", 2, 2),
        ("They handed over 11 hostages", "exact", 11, 11),
        ("under a 16-year siege", "exact", 16, 16),
        ("a talk about three issues", "exact", 3, 3),
        ("dozens of people", "vague", 24, 99),
        ("hundreds of people", "vague", 200, 999),
        ("several thousand people", "vague", 2000, 9999),
        ("a few hundred thousand people", "vague", 200000, 999999),
        ("tens of thousands of people", "vague", 20000, 99999),
        ("Millions of people", "vague", 2e6, 9.99e6),
    ],
)
def test_a_hedge_makes_a_bound(text, bound, low, high):
    quantity = only(text)
    assert (quantity.bound, quantity.low, quantity.high) == (bound, low, high)


def test_a_conversion_in_brackets_is_bounded_as_what_it_converts():
    assert [(q.bound, q.unit) for q in lex("more than 60km (37 miles) off")] == [
        ("more_than", "kilometre"),
        ("more_than", "mile"),
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 1,200 and 1,400 people", 1200, 1400, "count"),
        ("from 25 to 30 people", 25, 30, "count"),
        ("25-30 people", 25, 30, "count"),
        ("two or three weeks", 2, 3, "week"),
        ("5 to 10 million people", 5e6, 10e6, "count"),
        ("$5-10bn", 5e9, 10e9, "money"),
        ("between 20 and 30 percent", 20, 30, "percent"),
        ("prices range from $200 to $4 million", 200, 4e6, "money"),
    ],
)
def test_a_range_is_one_quantity_without_a_value(text, low, high, unit):
    quantity = only(text)
    assert quantity.value is None
    assert (quantity.low, quantity.high, quantity.bound, quantity.unit) == (
        low, high, "between", unit,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number rose from 350 to 680", [(350, "from"), (680, None)]),
        ("It grew from 2.4 to 3.9 million", [(2.4e6, "from"), (3.9e6, None)]),
        ("It fell from 9% in May to 4%", [(9, "from"), (4, None)]),
        ("3.9 million sold, up from 2.4 million", [(3.9e6, None), (2.4e6, "from")]),
        ("The toll rose by 300 to 41,000", [(300, "by"), (41000, None)]),
        ("Shares rose 5% to $40", [(5, "by"), (40, None)]),
        ("a 20% rise", [(20, "by")]),
        ("a motion raised by three members", [(3, None)]),
        ("They make up 60% of it", [(60, None)]),
    ],
)
def test_a_change_is_told_from_the_levels_it_leads_to(text, expected):
    assert [(q.value, q.change) for q in lex(text)] == expected


def test_a_shared_unit_reaches_the_hanging_number():
    assert [q.unit for q in lex("7.8- and 7.6-magnitude quakes")] == ["magnitude", "magnitude"]


@pytest.mark.parametrize("text", ["a 41-23 win", "They won 2-3 at home", "a 0-0 draw"])
def test_a_score_is_no_quantity(text):
    assert lex(text) == []


def test_the_sides_of_a_vote_are_quantities():
    assert [q.value for q in lex("The Senate voted 52-48")] == [52, 48]


@pytest.mark.parametrize(
    "text",
    [
        # dates, years, decades, times
        "on 7 October", "on October 7, 2023", "the 7 October attacks", "in 2023", "since 1998-2003",
        "the 1990s", "in his 60s", "at 3.30pm", "at 11 p.m.", "at 1500 on Friday", "six o'clock",
        "9/11", "24/7", "2023-10-07", "the 2024 elections",
        # ordinals
        "the 48th day", "the twenty-first century", "a third man", "his second week",
        # ages
        "Roe, 63, said", "the Roes, both 63, said", "a 12-year-old", "aged 5",
        "children aged between 5 and 12", "who is seven,", "Amal, four, and", "children under five",
        "is under 18, and", "At 86 he left",
        # those who speak, and what is an example
        "One source in the town, who gave no name, told us", "one baker said",
        "one raid after another",
        # names, labels
        "an F-16 jet", "COVID-19 cases", "the G7 said", "Resolution 2728", "Article 51",
        "Highway 1", "Channel 12 News", "the Group of Seven", "the 49ers", "World War Two",
        "the S&P 500 fell", "a Boeing 737", "see parts 2 to 4 of this", "PlayStation 5, Xbox",
        "No. 10", "90 York Way", "at version 1.2.3", "the top 10", "Network Ten said",
        # telephones, addresses, tags
        "call 0800 555 0199", "+44 20 7946 0958", "see https://example.org/2023/45%20million",
        "as shown [12]", "John Roe (63)", "1. First",
        # pronouns and idioms
        "one of them", "no one", "another one", "this one is", "one said", "at one point",
        "one another", "two-way traffic", "half-time", "in the second half", "the two sides",
        "net zero", "a week later", "per 100,000",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_quantity_is_none(text):
    assert lex(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("one man was killed", "one"),
        ("the six-month-old war", "six"),
        ("killed 2000 people", "2000"),
        ("more than 2000 fled", "2000"),
        ("In Rafah 12 people died", "12"),
        ("On Friday 12 people died", "12"),
        ("41 of whom survived", "41"),
        ("seven were killed", "seven"),
        ("the firm's 700 staff", "700"),
        ("Twenty-one members", "Twenty-one"),
        ("Israel Strikes Kill Twelve In Rafah Camp", "Twelve"),
    ],
)
def test_what_looks_like_none_can_be_a_quantity(text, span):
    assert words(text) == [span]


def test_an_address_of_any_length_hides_no_number():
    assert lex("https://example.org/" + "a%20" * 40) == []


def test_letters_that_grow_in_lower_case_move_no_offset():
    assert words("İİİ said 12 people died") == ["12"]


def test_counts_in_brackets_after_names_are_told_from_ages_by_their_order():
    assert words("Most cases are in Goa (34), Delhi (8) and Assam (2).") == ["34", "8", "2"]
    assert words("Rao (45), Singh (54) and Das (23) were there.") == []
