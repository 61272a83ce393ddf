"""The words of a day, and which days they are."""

from datetime import date

import pytest

from assets.core.facts.time.days import days_in

THURSDAY = date(2024, 2, 8)


def days(text, published=THURSDAY):
    return [(str(found.first), str(found.last)) for found in days_in(text, published)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 7 October", "2023-10-07", "2023-10-07"),
        ("on the 7th of October", "2023-10-07", "2023-10-07"),
        ("Oct. 7", "2023-10-07", "2023-10-07"),
        ("October 7, 2021", "2021-10-07", "2021-10-07"),
        ("2023-10-07", "2023-10-07", "2023-10-07"),
        ("24-30 November", "2023-11-24", "2023-11-30"),
        ("Nov. 24 to Dec. 1", "2023-11-24", "2023-12-01"),
        ("24 November to 1 December", "2023-11-24", "2023-12-01"),
        ("at the end of November", "2023-11-24", "2023-11-30"),
        ("in late January", "2024-01-21", "2024-01-31"),
        ("in mid-January", "2024-01-11", "2024-01-20"),
        ("in March", "2023-03-01", "2023-03-31"),
        ("June 2022", "2022-06-01", "2022-06-30"),
        ("since 2014", "2014-01-01", "2014-12-31"),
        ("on Thursday", "2024-02-08", "2024-02-08"),
        ("on Friday", "2024-02-02", "2024-02-02"),
        ("last Thursday", "2024-02-01", "2024-02-01"),
        ("yesterday", "2024-02-07", "2024-02-07"),
        ("overnight", "2024-02-07", "2024-02-08"),
        ("in the past 24 hours", "2024-02-07", "2024-02-08"),
        ("three days ago", "2024-02-05", "2024-02-05"),
        ("last month", "2024-01-01", "2024-01-31"),
        ("this year", "2024-01-01", "2024-02-08"),
        ("at the weekend", "2024-02-03", "2024-02-04"),
    ],
)
def test_words_of_days_are_read_against_the_day_of_publication(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize("text", ["31 April", "next Friday", "it may 5 times", "a week of 7"])
def test_what_names_no_past_day_is_not_a_day(text):
    assert days(text) == []


def test_without_a_publication_day_only_a_full_date_is_known():
    assert days("on Thursday, overnight, on 7 October", None) == []
    assert days("on 7 October 2023", None) == [("2023-10-07", "2023-10-07")]


def test_a_date_without_its_year_may_lie_a_few_weeks_ahead():
    assert days("on 1 March") == [("2024-03-01", "2024-03-01")]
    assert days("on 1 April") == [("2023-04-01", "2023-04-01")]
