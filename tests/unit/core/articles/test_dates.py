from datetime import date

import pytest

from assets.core.articles.dates import day_in_address, infer, parse_day, settle

DAY = date(2024, 2, 8)
LATER = date(2024, 2, 20)


@pytest.mark.parametrize(
    "written",
    [
        "2024-02-08",
        "2024-02-08T23:30:00-05:00",
        "20240208",
        "Thu, 08 Feb 2024 21:00:00 GMT",
        "8 February 2024",
        "8th of February, 2024",
        "Feb. 8, 2024",
        "February 8th, 2024",
    ],
)
def test_a_full_date_is_a_day(written):
    assert parse_day(written) == DAY


@pytest.mark.parametrize("written", [None, "", "8 February", "02/08/2024", "2024-02-31", "soon"])
def test_what_leaves_the_day_open_is_none(written):
    assert parse_day(written) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/2024/02/08/boats", DAY),
        ("https://post.example/world/2024/feb/08/boats", DAY),
        ("https://post.example/2024-2-8/boats", DAY),
        ("https://post.example/2024/20/08/boats", None),
        ("https://post.example/boats", None),
        (None, None),
    ],
)
def test_an_address_may_have_the_day_in_its_path(url, day):
    assert day_in_address(url) == day


def test_a_document_holds_before_the_manifest_and_that_before_the_address():
    days = {"document": DAY, "manifest": LATER, "url": LATER}
    assert settle(days, is_scrape=False).source == "document"
    assert settle(days | {"document": None}, is_scrape=False).source == "manifest"
    assert settle({"url": DAY}, is_scrape=False).source == "url"


def test_the_day_of_a_scrape_gives_way_to_the_address():
    published = settle({"document": LATER, "url": DAY}, is_scrape=True)
    assert (published.on, published.source, published.is_disputed) == (DAY, "url", True)
    assert "document says 2024-02-20" in published.evidence


def test_sources_that_differ_are_both_in_the_evidence():
    published = settle({"document": DAY, "manifest": LATER}, is_scrape=False)
    assert published.is_disputed
    assert "manifest says 2024-02-20" in published.evidence


def test_the_same_moment_on_two_sides_of_midnight_is_no_dispute():
    assert not settle({"document": DAY, "url": date(2024, 2, 9)}, is_scrape=False).is_disputed


def test_where_nothing_says_it_there_is_no_day():
    published = settle({"document": None, "url": None}, is_scrape=False)
    assert (published.on, published.source, published.evidence) == (None, None, None)


def test_a_missing_year_is_the_last_in_which_weekday_and_date_agree():
    published = infer("Nine boats left, the mayor said on Thursday, February 8.", date(2026, 1, 1))
    assert (published.on, published.source) == (DAY, "inferred")
    assert "Thursday, February 8" in published.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Nine boats left, the mayor said on Thursday.",
        "Nine boats left on Thursday, February 8.",
        "The mayor said on Thursday, February 30 that nine boats left.",
    ],
)
def test_words_that_tell_no_day_of_speech_infer_none(text):
    assert infer(text, date(2026, 1, 1)).on is None
