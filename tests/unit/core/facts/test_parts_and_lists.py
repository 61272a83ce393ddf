"""What a quantity counts, what happened to it, and which part it is of another."""

import pytest

from assets.catalogue.catalogue import load
from tests.extraction import read_texts

CATALOGUE = load()


def read(text: str) -> dict[str, dict]:
    """Return the facts of a text by their quotes."""
    return {fact["quote"]: fact for fact in read_texts([text], CATALOGUE)[text]}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Of the crew, 12 of the 40 sailors who were abducted are still being held hostage.",
         ("12", "hostages_held"), ("40", "hostages_taken")),
        ("Seven of the 30 hostages whom the gunmen took remain in captivity.",
         ("Seven", "hostages_held"), ("30", "hostages_taken")),
        ("Fourteen of the 20 villagers killed were children.",
         ("Fourteen", "killed"), ("20", "killed")),
        ("Six of the 90 people injured later died.", ("Six", "killed"), ("90", "injured")),
        ("Half of the 300 people injured were children.", ("Half", "injured"), ("300", "injured")),
        ("31 of the 26 people killed had lived in the same street.",
         ("31", "killed"), ("26", "killed")),
    ],
)  # fmt: skip
def test_the_verb_tells_of_a_part_and_its_wholes_own_clause_of_the_whole(text, part, whole):
    facts = read(text)
    assert [(quote, facts[quote]["metric"]) for quote, _ in (part, whole)] == [part, whole]
    assert facts[part[0]]["whole_fact_id"] == facts[whole[0]]["fact_id"]


def test_a_part_of_the_dead_is_not_the_series_of_all_the_dead():
    facts = read("In Gaza 340 of the 29,000 people killed since 7 October were medics.")
    assert facts["340"]["metric"] == "killed"
    assert facts["340"]["series"] is None


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("The toll so far: 12 dead, 40 hurt, three missing.", ["killed", "injured", "missing"]),
        ("- 40 hurt", ["injured"]),
        ("Killed: 12. Injured: 40. Missing: three.", ["killed", "injured", "missing"]),
        ("The number of deaths rose to 12, that of injured to 40.", ["killed", "injured"]),
        ("The number of dead was given as 40 rather than 14.", ["killed", "killed"]),
    ],
)
def test_lists_and_levels_without_a_noun_are_read(text, metrics):
    assert [fact["metric"] for fact in read(text).values()] == metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("She held a list of the 90 people Israel says were abducted by gunmen.", "hostages_taken"),
        ("They mourn the 90 farmers that Israel says militants killed.", "killed"),
        ("The 90 men who said that they were injured went home.", "injured"),
    ],
)
def test_what_a_source_says_of_the_counted_in_passing_is_what_happened_to_it(text, metric):
    assert read(text)["90"]["metric"] == metric


def test_who_says_so_in_passing_is_the_source():
    facts = read("Hamas showed three of the 90 people Israel says were abducted by gunmen.")
    assert facts["90"]["authority"] == "israel_government"


def test_what_a_bill_was_passed_by_is_no_level_of_it():
    facts = read("Bill, passed by 310 votes to 212, is not binding.")
    assert [facts[quote]["counted"] for quote in ("310", "212")] == ["votes", "votes"]


def test_counts_that_split_up_the_one_before_are_of_its_metric_and_source():
    facts = read(
        "Police said six boys had drowned in the lake. Two were from Salta and four from Tacna."
    )
    assert [fact["metric"] for fact in facts.values()] == ["killed"] * 3
    assert [fact["authority"] for fact in facts.values()] == ["police"] * 3


def test_counts_that_do_not_add_up_to_the_one_before_do_not_split_it_up():
    facts = read("Police said six boys had drowned. Two were from Salta and three from Tacna.")
    assert [fact["metric"] for fact in facts.values()] == ["killed", None, None]


@pytest.mark.parametrize(
    ("text", "quote", "metric"),
    [
        ("Three painters were among the guests massacred by gunmen.", "Three", "killed"),
        ("At least 40 sailors were killed and 12 taken hostage.", "12", "hostages_taken"),
        ("The 10 hostages were freed in exchange for 30 Palestinians held in jails.", "30",
         "prisoners_released"),
        ("The army is holding 60 rebels, and 300 militants are being held by the police.", "300",
         "detained"),
        ("Some 200 people are still lost under the rubble.", "200", "missing"),
        ("At least 40 sailors were killed, and more than 12 people taken hostage.", "12",
         "hostages_taken"),
        ("Gunmen killed 40 sailors and took about 12 captive.", "12", "hostages_taken"),
        ("Militants stormed the port, capturing around 12 people.", "12", "hostages_taken"),
        ("The deal is for the release of 50 women and children abducted in May.", "50",
         "hostages_released"),
        ("In return came the release of 30 prisoners held in jails.", "30", "prisoners_released"),
        ("The death toll has reached 40 since the outbreak of violence in May.", "40", "killed"),
        ("The death toll is 40, revised down from the previous estimate of 60.", "60", "killed"),
    ],
)  # fmt: skip
def test_what_befell_the_counted_is_told_in_many_ways(text, quote, metric):
    assert read(text)[quote]["metric"] == metric


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels have launched 40 attacks on ships since May.", "cumulative"),
        ("The tour has grossed $60m so far.", "cumulative"),
        ("The rebels launched 40 attacks on ships in May.", "increment"),
        ("The town says it has approved 30 permits a day since May.", None),
    ],
)
def test_a_count_of_no_metric_runs_on_where_it_is_told_since_when(text, kind):
    (fact, *_) = read(text).values()
    assert fact["kind"] == kind


def test_a_further_count_of_the_same_goes_on_from_its_source():
    told = "Police said six boys had drowned in the lake."
    facts = read(f"{told} In all, 40 people have died there, including 12 women.")
    assert [fact["authority"] for fact in facts.values()] == ["police"] * 3
    facts = read(f"{told} In all, 40 boats were wrecked.")
    assert facts["40"]["authority"] is None


@pytest.mark.parametrize(
    ("text", "quote", "series"),
    [
        ("At least 1,300 people have died in Israel.", "1,300", "oct7_deaths"),
        ("At least 300 people have died in Israel.", "300", None),
        ("He fled the slaughter by Hamas of 1,000 people at a concert in Israel.", "1,000", None),
        ("Hamas gunmen in Israel killed 1,000 people who attended the concert.", "1,000", None),
        ("They toured Kibbutz Loma in Israel where 1,000 people were killed.", "1,000", None),
        ("Hamas gunmen killed 1,400 men, women and children in southern Israel.", "1,400",
         "oct7_deaths"),
        ("It may help the 2.3 million Palestinians in the Gaza Strip.", "2.3 million",
         "gaza_population"),
        ("Hamas holds more than 240 mostly Israeli hostages.", "240", "hostages_held"),
    ],
)  # fmt: skip
def test_a_count_is_of_a_series_by_its_words_its_place_and_its_size(text, quote, series):
    assert read(text)[quote]["series"] == series


def test_patients_brought_out_of_a_hospital_are_not_displaced():
    facts = read("Some 40 patients were evacuated, and 900 villagers were evacuated.")
    assert [fact["metric"] for fact in facts.values()] == [None, "displaced"]


def test_lives_and_a_toll_of_those_killed_are_people():
    facts = read("The toll of at least 30,035 killed in Gaza is said to be right.")
    assert facts["30,035"]["series"] == "gaza_deaths"
    facts = read("The war in Gaza has claimed the lives of more than 7,000 people.")
    assert facts["7,000"]["series"] == "gaza_deaths"
