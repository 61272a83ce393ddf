"""The id of the party that a name means."""

import pytest

from assets.core.facts.attribution.authorities import Context, framing_of, resolve
from tests.marked import catalogue

GAZA = Context(before="The talks are in Cairo. Tanks are near Gaza City.")
RAMALLAH = Context(before="Gaza was quiet. Raids went on in the West Bank.")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Hamas-run health ministry there", "gaza_health_ministry"),
        ("Palestinian health officials in Gaza", "gaza_health_ministry"),
        ("the territory's Hamas-run government media office", "gaza_media_office"),
        ("a senior Hamas official", "hamas"),
        ("Col Noa Peretz, spokeswoman for the Israel Defense Forces (IDF)", "israel_military"),
        ("an Israeli military spokesperson", "israel_military"),
        ("Israeli tallies", "israel_government"),
        ("the U. N.", "united_nations"),
        ("the UN agency for Palestinian refugees", "unrwa"),
        ("the head of the World Food Programme in Rafah", "wfp"),
        ("US defense officials", "us_government"),
        ("a senior US military official", "us_military"),
        ("the Turkish disaster agency", "afad"),
        ("Lebanon's health ministry", "lebanon_health_ministry"),
        ("the Ukrainian president's office", "ukraine_government"),
        ("Kenyan President Ann Otieno", "kenya_government"),
        ("Kyiv", "ukraine_government"),
        ("Peru's navy", "peru_military"),
        ("Chilean police", "police"),
        ("the governor of Donetsk", "donetsk_local_officials"),
        ("Minas Gerais state authorities", "minas_gerais_state_government"),
        ("the Kenyan electoral commission", "kenya_electoral_commission"),
        ("Acme chief executive Jo Roe", "acme"),
        ("Jo Roe, an economist at Example Bank", "example_bank"),
        ("Dr Jo Roe, a surgeon at al-Noor hospital", "al_noor_hospital"),
        ("Jo Roe, a baker from Derna", "jo_roe"),
        ("eyewitnesses", "witnesses"),
        ("residents of Khartoum", "residents"),
        ("Libyan media", "libya_media"),
        ("a study by the University of Example", "university_of_example"),
        ("an AFP tally based on official Israeli figures", "afp"),
    ],
)
def test_a_name_means_a_party(phrase, expected):
    assert resolve(phrase, Context(), catalogue()) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "multiple sources",
        "a source close to the talks",
        "some",
        "a study",
        "a spokesman",
        "her aunt",
    ],
)
def test_a_source_without_a_name_is_nobody(phrase):
    assert resolve(phrase, Context(), catalogue()) is None


def test_a_short_name_means_who_speaks_for_the_place_spoken_of():
    assert resolve("the health ministry", GAZA, catalogue()) == "gaza_health_ministry"
    assert resolve("Palestinian health officials", GAZA, catalogue()) == "gaza_health_ministry"
    assert resolve("the health ministry", RAMALLAH, catalogue()) == "palestinian_health_ministry"


def test_the_place_in_the_sentence_weighs_more_than_the_text_before():
    here = Context(sentence="killed in Gaza overnight", before=RAMALLAH.before)
    assert resolve("the health ministry", here, catalogue()) == "gaza_health_ministry"


def test_officials_without_a_country_are_of_where_it_happened_not_of_who_did_it():
    near = Context(sentence="A Russian missile killed two people in Ukraine")
    assert resolve("officials", near, catalogue()) == "ukraine_officials"


def test_an_office_without_a_country_is_the_outlets_own_where_it_is_spoken_of():
    home = Context(sentence="helped five Singaporeans in Israel", home="singapore")
    assert resolve("the Foreign Ministry", home, catalogue()) == "singapore_government"
    away = Context(sentence="in the south of Turkey", home="singapore")
    assert resolve("the interior ministry", away, catalogue()) == "turkey_government"


def test_officials_of_nowhere_stay_officials():
    assert resolve("officials", Context(), catalogue()) == "officials"


def test_the_framing_label_is_found_in_any_name():
    assert framing_of("the rebel-held town's Houthi-run agency", catalogue()) == "rebel-held"
    assert framing_of("the health ministry", catalogue()) is None
