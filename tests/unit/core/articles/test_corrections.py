from datetime import date

import pytest

from assets.core.articles.corrections import corrected_on, find

BODY = "Nine boats left. The mayor said that it was a success."


def notices(text):
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(
    "notice",
    [
        "Correction 9 February: An earlier version of this article wrongly said ten.",
        "Clarification: This article has been amended to make clear who left.",
        "CORRECTION (Feb. 9, 2024): The story misstated the number of boats.",
        "Update 21st May: This article was edited to remove a name.",
        "Editor's note: The number of boats was incorrect and has been changed.",
        "This article was amended on 9 February 2024 to remove a name.",
        "An earlier version of this story gave the number of boats as ten.",
    ],
)
def test_a_notice_is_found_after_the_text(notice):
    assert notices(f"{BODY} {notice}") == [notice]


def test_a_notice_glued_to_the_last_sentence_is_found():
    notice = "Correction 9 February: The article wrongly said ten."
    assert notices(f'"It was a success. "{notice}') == [notice]
    assert notices(f"Additional reporting by Jo Doe{notice}") == [notice]


def test_two_notices_are_two():
    one = "Clarification: The headline of an earlier version named ten."
    two = "Correction 9 February: The article wrongly said ten."
    assert notices(f"{BODY} {one}   {two}") == [one, two]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor asked for a correction: nine boats, not ten, had left.",
        "Update: Nine boats left this morning.",
        "Editor's note: This story contains scenes that may upset.",
        "This article is about boats.",
    ],
)
def test_what_corrects_nothing_of_the_article_is_no_notice(text):
    assert notices(text) == []


@pytest.mark.parametrize(
    ("notice", "published", "expected"),
    [
        ("Correction 19 February: …", date(2024, 2, 13), date(2024, 2, 19)),
        ("Correction 2 January: …", date(2023, 12, 30), date(2024, 1, 2)),
        ("Correction 30 December: …", date(2024, 1, 2), date(2023, 12, 30)),
        ("Clarification 26th March 2024: …", date(2022, 1, 1), date(2024, 3, 26)),
        ("This article was amended on 14 February to …", date(2024, 2, 13), date(2024, 2, 14)),
        ("Correction: The attack of 7 October killed nine.", date(2024, 2, 13), None),
        ("Correction 19 February: …", None, None),
        ("Correction 31 February: …", date(2024, 2, 13), None),
    ],
)
def test_the_day_of_a_notice_is_the_one_it_names_for_itself(notice, published, expected):
    assert corrected_on(notice, published) == expected
