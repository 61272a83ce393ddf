"""Where a count happened, which event it is of, and which series it continues."""

from datetime import date

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
        (
            "Some 33,000 people have been killed in Gaza and 103 died in the past 24 hours.",
            "33,000",
        ),
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


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Aid reached Rafah. Strikes on the city killed 12 people.", "12", "Rafah"),
        ("Aid reached Rafah. Clinics in the southern city treated 40 people.", "40", "Rafah"),
        ("Rebels hold Derna and parts of Egypt. The town has 900 wells.", "900", "Derna"),
        ("Floods hit Kenya. At least 60 people have died in the country.", "60", "Kenya"),
        ("Tanks rolled into Jenin. Three men were shot dead in the camp.", "Three", "Jenin"),
        ("A storm hit Kenya. Some 40 people were killed there.", "40", "Kenya"),
        ("A storm hit Kenya. A bus crash in a town killed 12 people in Peru.", "12", "Peru"),
    ],
)
def test_a_general_word_for_a_place_means_the_last_one_of_its_sort(text, number, place):
    assert fact(text, number)["place"] == place


@pytest.mark.parametrize(
    ("text", "number", "place", "window_start"),
    [
        (
            "Hamas attacked Israel on 7 October. Israel mourns. Some 1,200 died in the attack.",
            "1,200",
            "Israel",
            date(2023, 10, 7),
        ),
        (
            "The Moroccan earthquake struck at night. The quake killed 2,900 people.",
            "2,900",
            "Morocco",
            date(2023, 9, 8),
        ),
        (
            "Israel's offensive in Gaza goes on. The assault has killed 33,000 people.",
            "33,000",
            "Gaza Strip",
            date(2023, 10, 7),
        ),
    ],
)
def test_an_event_named_before_lends_its_place_and_days(text, number, place, window_start):
    found = fact(text, number)
    assert (found["place"], found["window_start"]) == (place, window_start)


@pytest.mark.parametrize(
    "text",
    [
        "War rages in Gaza. Yemen's war began in 2014. Over 250,000 have died in the conflict.",
        "War rages in Gaza. The conflict in Ethiopia goes on. Some 300,000 people died in the war.",
        "Israel still bombs Gaza. A drought reigns in Somalia. Hunger has killed 43,000 people.",
    ],
)
def test_the_dead_of_another_war_are_not_the_ones_of_the_war_in_the_title(text):
    (found,) = (f for f in read_texts([text], CATALOGUE)[text] if f["metric"] == "killed")
    assert found["series"] is None
    assert found["place"] in ("Yemen", "Ethiopia", "Somalia")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In 2014 a war in which 2,200 Palestinians were killed in Gaza made headlines.", "2,200"),
        ("About 330 deaths a day were counted in Gaza since the war began.", "330"),
        ("Some 2,800 people have been killed in Gaza and the West Bank, officials say.", "2,800"),
        ("In Gaza the past 24 hours have killed 166 men and 13 Israeli soldiers.", "13"),
        ("Some 17 Israeli soldiers have been killed in Gaza this past weekend.", "17"),
        ("At least eight people have been killed in Gaza since the war began.", "eight"),
        ("A blast tore through a hospital in Gaza. The death toll reached 470.", "470"),
        ("A rocket hit a clinic in Gaza, a blast that police say killed 500 people.", "500"),
        ("Some 33,000 people lie dead. The toll is now 900 Israelis and Gaza mourns.", "900"),
        ("About 260 people were killed at a festival in southern Israel on 7 October.", "260"),
        ("Some 150,000 displaced people shelter in a hospital in Rafah.", "150,000"),
        ("Some 150,000 displaced people shelter in schools in Rafah.", "150,000"),
    ],
)
def test_a_site_a_rate_a_year_or_two_places_are_no_series(text, number):
    assert fact(text, number)["series"] is None


@pytest.mark.parametrize(
    ("text", "number", "series"),
    [
        ("The offensive in Gaza has left more than 33,000 people dead.", "33,000", "gaza_deaths"),
        ("Of the 33,000 people killed in the Gaza war, many were old.", "33,000", "gaza_deaths"),
        (
            "Gaza says 80 people died in 24 hours, bringing the total to 33,030.",
            "33,030",
            "gaza_deaths",
        ),
        ("In the past 180 days over 33,000 people were killed in Gaza.", "33,000", "gaza_deaths"),
        ("Gaza mourns as the toll rose to over 33,000 Palestinians.", "33,000", "gaza_deaths"),
        ("Israel bombed Gaza for months, killing over 33,000 people.", "33,000", "gaza_deaths"),
        ("Settlers have killed 28 Palestinians since the war in Gaza.", "28", "west_bank_deaths"),
        (
            "Tel Aviv mourns since Hamas attacked Israel, killing 1,200 people.",
            "1,200",
            "oct7_deaths",
        ),
        (
            "Gaza burns since a raid by the armed group Hamas killed 1,200 Israelis.",
            "1,200",
            "oct7_deaths",
        ),
        (
            "Gaza burns since a Hamas raid that Israel's police say killed 1,200 people.",
            "1,200",
            "oct7_deaths",
        ),
    ],
)
def test_a_total_is_known_however_it_is_told(text, number, series):
    assert fact(text, number)["series"] == series


def test_items_of_a_list_share_their_place():
    text = "In Gaza shells fell. Some 90 people have been killed and 1,200 hurt in the West Bank."
    assert fact(text, "90")["place"] == fact(text, "1,200")["place"] == "West Bank"
