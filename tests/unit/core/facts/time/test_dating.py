"""Which days a figure counts and which day it holds for."""

from datetime import date

import pytest

from assets.core.facts.time.dating import Dating, date_of, settled
from tests.marked import THURSDAY, catalogue, marked

WAR = date(2023, 10, 7)


def dating(text: str, published: date | None = THURSDAY) -> Dating:
    asked = marked(text, published=published)
    return date_of(asked.sentence, asked.quantity, asked.article, catalogue())


def window(text: str) -> str | None:
    found = dating(text)
    start, end = found.window_start, found.window_end
    return None if start is end is None else f"{start or ''}..{end or ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed [12] people on 3 February.", "2024-02-03..2024-02-03"),
        ("Since 7 October, at least [183] people have died in the town.", "2023-10-07.."),
        ("The town had [9,000] people before 2 January.", "..2024-01-01"),
        ("Raiders killed 20 people and took [15] captives on Jan. 5.", "2024-01-05..2024-01-05"),
        ("Raiders killed [20] people and took 15 captives on Jan. 5.", "2024-01-05..2024-01-05"),
        ("Monday's storm, which has killed [12] people, moved east.", "2024-02-05.."),
        ("[Nine] people were killed in overnight strikes.", "2024-02-07..2024-02-08"),
        ("[Two] people died in the past 24 hours.", "2024-02-07..2024-02-08"),
    ],
)
def test_the_days_of_a_count_hang_on_its_verb(text, expected):
    assert window(text) == expected


def test_the_day_of_another_matter_is_not_that_of_the_count():
    assert window("The raid, a reply to the blast on 9 January, killed [40] miners.") is None


def test_the_time_of_reporting_is_not_the_time_of_the_event():
    found = dating("The ministry said on Wednesday that [20] miners were killed.")
    assert (found.window_start, found.window_end) == (None, None)
    assert (found.as_of, found.as_of_source) == (date(2024, 2, 7), "weekday")


def test_a_day_in_an_aside_is_not_the_time_of_reporting():
    found = dating("In Lima, which was calm before 3 January, Oxfam says [20] shops closed.")
    assert (found.as_of, found.as_of_source) == (THURSDAY, "published")


def test_what_is_so_now_is_not_as_of_the_day_of_what_was_said():
    found = dating("Last week the army said it would move on the port, where [4,000] people live.")
    assert (found.as_of, found.as_of_source) == (THURSDAY, "published")


def test_a_level_reached_on_a_day_holds_for_that_day():
    found = dating("The toll from the storm reached [41] on Tuesday.")
    assert (found.as_of, found.as_of_source) == (date(2024, 2, 6), "weekday")
    assert found.window_end is None


def test_a_stated_day_is_what_the_figure_holds_for():
    found = dating("As of 30 January, [900] families had left the valley.")
    assert (found.as_of, found.as_of_source) == (date(2024, 1, 30), "stated")


def test_a_figure_without_words_of_time_holds_for_the_day_of_publication():
    assert dating("The storm killed [12] people.") == Dating(None, None, THURSDAY, "published")


def test_without_a_publication_day_nothing_is_guessed():
    assert dating("The storm killed [12] people on Friday.", None) == Dating(None, None, None, None)


def test_since_then_points_back_to_the_last_day_named():
    text = "The dam broke on 3 January. Since then [80] people have died of thirst."
    assert window(text) == "2024-01-03.."


def test_the_war_is_the_one_whose_place_the_article_names():
    text = "The clinics of Gaza are full. Since the war began, [700] nurses have fled."
    assert window(text) == "2023-10-07.."
    assert window(text.replace("Gaza", "Ukraine")) == "2022-02-24.."
    assert window(text.replace("Gaza", "Lima")) is None


def test_the_worst_day_since_a_war_began_does_not_count_since_then():
    text = "Gaza saw [60] people killed, the deadliest day since the war began."
    assert window(text) != "2023-10-07.."


def test_days_to_come_date_nothing_yet():
    assert window("The talks will begin on Friday and [40] captives may go home.") is None


def test_a_level_has_no_window_and_a_running_total_runs_on():
    told = Dating(WAR, THURSDAY, THURSDAY, "published")
    assert settled(told, "stock", WAR, None).window_start is None
    assert settled(told, "cumulative", WAR, None).window_end is None
    empty = Dating(None, None, THURSDAY, "published")
    assert settled(empty, "cumulative", WAR, None).window_start == WAR


def test_a_count_of_an_event_that_is_over_is_of_its_days():
    truce = catalogue().events["november_truce"]
    found = settled(Dating(None, None, THURSDAY, "published"), "increment", None, truce)
    assert (found.window_start, found.window_end) == (truce.start, truce.end)
