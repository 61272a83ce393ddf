"""Where a count happened, which event it is of, and which series it continues."""

import pytest

from assets.catalogue.catalogue import load
from tests.extraction import read_texts

CATALOGUE = load()


def fact(text, number, published="2024-04-05"):
    (facts,) = read_texts([text], CATALOGUE, published).values()
    return next(f for f in facts if f["quote"] == number)


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The quake killed 12 people in Morocco.", "12", "Morocco"),
        ("The quake killed 12 people in Morocco and three in Libya.", "three", "Libya"),
        ("Gaza's 2.3 million people are hungry.", "2.3 million", "Gaza Strip"),
        ("The Syria death toll passed 300.", "300", "Syria"),
        ("Rafah was home to 250,000 people.", "250,000", "Rafah"),
        ("He fled to Rafah, where 12 people were killed.", "12", "Rafah"),
        ("He reached Rafah. About 9,000 people are crammed into the town.", "9,000", "Rafah"),
        ("Troops ringed Rafah, home to 1.4 million people.", "1.4 million", "Rafah"),
        ("A storm hit the port of Quillan. It killed 12 people in Quillan.", "12", "Quillan"),
        ("The Kremlin said a drone killed 12 people in the city of Kyiv.", "12", "Kyiv"),
    ],
)
def test_the_place_is_the_one_that_governs_the_count(text, number, place):
    assert fact(text, number)["place"] == place


@pytest.mark.parametrize(
    ("text", "number", "series"),
    [
        ("Hamas gunmen killed some 1,200 people in Israel.", "1,200", "oct7_deaths"),
        ("About 1,200 people were killed in Israel on 7 October.", "1,200", "oct7_deaths"),
        ("Israel says 1,200 people died in the October 7 attack.", "1,200", "oct7_deaths"),
        ("Israel's offensive has killed 33,000 people in Gaza.", "33,000", "gaza_deaths"),
        ("Since 7 October, 33,000 people have been killed in Gaza.", "33,000", "gaza_deaths"),
        ("The death toll in Gaza has passed 33,000.", "33,000", "gaza_deaths"),
        ("Some 33,000 Palestinians have been killed in the war in Gaza.", "33,000", "gaza_deaths"),
    ],
)
def test_the_dead_of_the_attack_and_of_the_war_are_two_series(text, number, series):
    assert fact(text, number)["series"] == series


@pytest.mark.parametrize(
    "text",
    [
        "Hamas attacked Israel on 7 October. The attack killed about 1,200 people.",
        "Israel vowed to crush Hamas after its gunmen killed about 1,200 people in October.",
        "Israel declared war on Hamas after the group led a raid in which it killed 1,200 people.",
    ],
)
def test_an_event_is_known_by_what_was_said_of_it_before(text):
    assert fact(text, "1,200")["series"] == "oct7_deaths"


def test_a_part_that_a_sum_is_made_of_is_a_series_of_its_own():
    text = "Israel says 34 of the hostages held in Gaza have died."
    assert fact(text, "34")["series"] == "hostages_dead"


def test_both_tolls_of_one_sentence_go_to_their_own_series():
    text = (
        "Israel launched its offensive in Gaza after Hamas gunmen killed some 1,200 people, and it "
        "has killed more than 33,000 there, according to the health ministry in Gaza."
    )
    (facts,) = read_texts([text], CATALOGUE).values()
    assert [f["series"] for f in facts] == ["oct7_deaths", "gaza_deaths"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("An Israeli air strike killed 22 people in Gaza on Monday.", "22"),
        ("Another 109 people have been killed in Gaza overnight.", "109"),
        ("The dead in Gaza include 9,000 children.", "9,000"),
        ("Some 33,000 people, including 13,000 children, have been killed in Gaza.", "13,000"),
        ("At least 40 of the people killed in Gaza were medics.", "40"),
        ("Hamas killed 31 Thai workers in Israel on 7 October.", "31"),
        ("The families of nine hostages held in Gaza wept.", "nine"),
        ("Five female hostages are still held in Gaza.", "Five"),
        ("Hamas said it would free 40 hostages held in Gaza.", "40"),
        ("Gaza's health ministry denied that 33,000 people had been killed in Gaza.", "33,000"),
        ("Half of Gaza's people are hungry.", "Half"),
    ],
)
def test_a_part_a_day_or_a_plan_continues_no_series(text, number):
    assert fact(text, number)["series"] is None


def test_an_event_that_is_yet_to_come_explains_no_count():
    text = "Israeli forces killed 12 people in Gaza."
    assert fact(text, "12", published="2022-08-06")["kind"] == "increment"
    assert fact(text, "12", published="2022-08-06")["series"] is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Gaza health ministry says an Israeli strike has killed 60 people.", "60"),
        ("The health ministry in Gaza says at least 140 people have died in 36 hours.", "140"),
        ("Israeli strikes have killed at least 65 people and razed 20 homes in Gaza.", "65"),
        ("In Gaza 240 people have been killed since the bombing resumed.", "240"),
        ("The death toll in Gaza for Friday night was more than 90.", "90"),
        ("The death toll from the blast in Gaza has climbed to 80.", "80"),
        ("In Gaza about 190 people have been killed in less than three days.", "190"),
    ],
)
def test_a_blow_or_a_short_spell_is_no_running_total(text, number):
    assert fact(text, number)["series"] is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Israeli strikes have killed more than 12,000 people in Gaza.", "12,000"),
        ("Israeli strikes have so far killed 900 people in Gaza.", "900"),
        ("The toll in Gaza passed 22,700, with 140 killed in the past 24 hours.", "22,700"),
        ("Overnight, Gaza's death toll rose to 22,700.", "22,700"),
    ],
)
def test_a_running_total_may_stand_beside_a_short_spell(text, number):
    assert fact(text, number)["series"] == "gaza_deaths"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Israeli death toll in Gaza's war rose to 1,300.", "1,300"),
        ("The British death toll from the war in Gaza stands at 12.", "12"),
        ("Total military deaths in the Gaza war have reached 340.", "340"),
        ("The toll of the war in Gaza passed 1,700, with thousands hurt on both sides.", "1,700"),
        ("In Gaza 25 were killed, up from the previous death toll of 19.", "19"),
    ],
)
def test_a_toll_of_others_or_of_before_is_not_the_toll_of_a_place(text, number):
    assert fact(text, number)["series"] != "gaza_deaths"


def test_there_points_back_to_the_place_named_before():
    text = (
        "Troops raided a camp near Gaza's border, then Jenin in the occupied West Bank. More than"
        " 210 Palestinians have been killed there since the war in Gaza began."
    )
    assert fact(text, "210")["place"] == "West Bank"
