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
