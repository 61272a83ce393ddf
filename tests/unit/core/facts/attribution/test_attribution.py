"""Who gives a figure, and whose figure it is."""

import pytest

from assets.core.facts.attribution.attribution import Attribution, attribute
from tests.marked import catalogue, marked


def who(text: str, **known) -> Attribution | None:
    asked = marked(text, **known)
    found = attribute(asked.sentence, asked.quantity, asked.article, catalogue())
    if found is not None:
        assert asked.article.text[found.start : found.end] == found.text
    return found


def authority(text: str, **known) -> str | None:
    found = who(text, **known)
    return found.authority if found else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The World Food Programme says [300] bakeries have shut.", "The World Food Programme"),
        ("UNICEF reported [40] sick children in the camp.", "UNICEF"),
        ("[Two] trains collided near the port, police said on Monday.", "police"),
        ("[Two] trains collided, said the governor, Ana Ruiz.", "the governor, Ana Ruiz"),
        ("“[Forty] people drowned,” the Red Cross told reporters.", "the Red Cross"),
        ("The flood killed [60] people, according to the Red Cross.", "the Red Cross"),
        ("According to the Red Cross, the flood killed [60] people.", "the Red Cross"),
        ("The World Bank has put the damage at [40] bridges.", None),
        ("The Red Cross has put the death toll at [40].", "The Red Cross"),
        ("The figures from UNHCR show [900] families on the road.", "The figures from UNHCR"),
        ("Oxfam's tally of [70] dead was disputed.", "Oxfam"),
        ("UNICEF believes there are [90] children in the cellar.", "UNICEF"),
        ("A poll by Gallup found that [51%] want a vote.", "A poll by Gallup"),
        (
            "A poll by Gallup found that 51% want it, 30% do not and [19%] could not say.",
            "A poll by Gallup",
        ),
        ("The share fell from [41%] who said so in a Gallup poll.", "a Gallup poll"),
        ("Some [80] deaths were confirmed by the Red Cross.", "the Red Cross"),
        ("The mayor was quoted by Xinhua as saying [80] died.", None),
        ("Reuters, citing the Red Cross, said [80] people died.", "the Red Cross"),
    ],
)
def test_reporting_in_its_many_shapes_names_a_source(text, source):
    found = who(text)
    assert source is None or (found is not None and found.text == source)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank with [60] people on board.",
        "One account put the number of dead at [60].",
        "Multiple sources said [60] people drowned.",
        "More than [130] sailors are believed to be held.",
        "[Two] officials said the bridge was safe.",
        "The United Nations has called for a truce after [60] people died.",
        "The Red Cross did not say whether [60] people died.",
        "Police held a man over a blast that killed [12] people, the army said.",
        "The army killed three rebels on Friday, raising the death toll to [12].",
        "When he sold the firm for [80] acres, Ali Roe wrote “the bird is free”.",
        "Oxfam said it would visit towns hit by a quake that has killed [20] people.",
        "It was confirmed by Oxfam in May and crews moved [39] people out.",
        "The army said it would enter the port, where [9,000] people live.",
    ],
)
def test_where_nobody_vouches_for_a_figure_nobody_is_named(text):
    assert who(text) is None


def test_two_sources_in_one_sentence_each_vouch_for_their_own():
    text = "The army said {} rebels were killed and Hezbollah said {} soldiers were hurt."
    assert authority("Near Haifa, Israel. " + text.format("[20]", "40")) == "israel_military"
    assert authority(text.format("20", "[40]")) == "hezbollah"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three died, UNICEF said in a tweet, and [60] people were hurt.", "unicef"),
        ("[Two] huts burned, Ali Roe, the mayor of Tacna, said Friday.", "tacna_local_officials"),
        ("[Six] people died in Lima, the head of the Red Cross told Reuters.", "red_cross"),
        ("[Nine] people died, said a spokesperson for the Red Cross in the north.", "red_cross"),
        ("The toll is [90], according to Oxfam, including 20 children.", "oxfam"),
        ("The toll is 90, according to Oxfam, including [20] children.", "oxfam"),
        ("Peru sent help to Tacna, where [40] died, according to Oxfam.", "oxfam"),
        ("The [12] people the Red Cross says died in the blast were named.", "red_cross"),
        ("“We sank,” said Dr Ruiz of Oxfam. She said [40] boats were lost.", "oxfam"),
        ("Oxfam claims to have sent [40] boats, with 15 over the lake.", "oxfam"),
        ("Oxfam claims to have sent 40 boats, with [15] for the lake.", "oxfam"),
        ("The premier cited UN figures that [90]% of the people went hungry.", "united_nations"),
        ("The Harbour Institute found that [40] boats were lost.", "harbour_institute"),
        ("According to US-based media firm Ratewell, [40] posts were false.", "ratewell"),
        (
            "[Five] died in the northern Ukrainian city of Sumy, the interior ministry said.",
            "ukraine_government",
        ),
        ("Haaretz quoted an eyewitness as saying [six] men ran.", "witnesses"),
    ],
)
def test_a_source_in_an_aside_or_at_the_end_is_heard(text, expected):
    assert authority(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Since the raid that killed [90] people, 400 more have died, according to Oxfam.",
        "[Twenty] trucks wait, however the Red Cross says the road is shut.",
        "Oxfam will announce that [20] trucks are on the way.",
    ],
)
def test_what_a_source_does_not_report_is_not_its_figure(text):
    assert who(text) is None


def test_an_unnamed_source_closest_to_the_figure_is_nobody_elses_figure():
    assert authority("Hamas said that sources said [20] people died.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNRWA fed the camp. It said [80] schools had opened.", "unrwa"),
        (
            "The Gaza health ministry spoke late. The ministry said [80] died.",
            "gaza_health_ministry",
        ),
        ("The US spoke. Ana Ruiz, chief of the authority, said [80] came.", "ana_ruiz"),
        ("Ana Ruiz, head of Oxfam, was there. “We lost [80] trucks,” Ms Ruiz said.", "oxfam"),
        ("The Acme Relief Fund (ARF) is new. The ARF said [80] trucks came.", "acme_relief_fund"),
        ("A US official spoke. The official said [80] trucks came.", "us_government"),
        ("A study by Gallup is out. The study found [80] trucks.", "gallup"),
        ("The relief body, Oxfam, insisted it was late. It said [80] came.", "oxfam"),
        ("UNICEF warned of rain. “We saw [80] trucks,” a post on X said.", "unicef"),
        ("“We are late,” UNICEF said. “We lost [80] trucks in a day.”", "unicef"),
    ],
)
def test_a_short_name_stands_for_the_fuller_one_before_it(text, expected):
    assert authority(text) == expected


def test_those_asked_in_a_poll_are_the_polls():
    asked = "Of those surveyed, [17%] wanted a vote."
    assert authority(f"A poll by Gallup is out. {asked}", unit="percent") == "gallup"
    assert authority(f"Few agree, says a new Gallup poll. {asked}", unit="percent") == "gallup"


def test_those_asked_in_a_poll_are_no_source_of_other_shares():
    text = "Some 30% of respondents said they agree, down from [41%] in spring."
    assert authority(text, unit="percent") is None


def test_officials_of_a_body_are_the_body():
    text = "Health ministry officials in Gaza say that [80] people died."
    assert authority(text) == "gaza_health_ministry"


def test_an_office_without_a_place_is_of_the_one_that_the_title_names():
    text = "Authorities say [80] people died after heavy rain."
    assert authority(text, title="Peru floods worsen") == "peru_government"
    assert authority(text, title="Peru sends help to Chile") == "authorities"


def test_the_outlet_itself_is_no_source_but_its_own_tally_is():
    assert authority("AFP has learned that [80] trucks left.", outlet="AFP") is None
    assert authority("[Eighty] people died, according to an AFP tally.", outlet="AFP") == "afp"


def test_of_an_outlet_and_the_party_it_heard_the_party_is_taken():
    assert authority("The Red Cross said [80] people died, Reuters reported.") == "red_cross"


def test_the_label_put_on_a_source_is_kept_as_written():
    found = who("The Hamas-run health ministry in Gaza says [80] people died.")
    assert found is not None
    assert (found.authority, found.framing) == ("gaza_health_ministry", "Hamas-run")


def test_a_correction_gives_no_source_to_the_figure_it_takes_back():
    text = "Correction 1 May: A previous version of this article wrongly said that [60] died."
    assert who(text, role="correction") is None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Oxfam keeps a list. The list does not tell old from young. It says around [80] died.",
         "oxfam"),
        ("The Peru health ministry gave no names but says around [80] of the dead were men.",
         "peru_health_ministry"),
        ("Floods, which Peru health officials say have cost the lives of [80] people, go on.",
         "peru_health_ministry"),
        ("The Tern Foundation is here. The group said in a report that photos show [80] graves.",
         "tern_foundation"),
        ("Hamas was asked, although the militant group claims that it knows of [80] men.", "hamas"),
        ("Oxfam said the camp was full. A spokesman said it held [80] people.", "oxfam"),
        ("The US military moved on Tuesday. Separately, it said [80] men were missing.",
         "us_military"),
        ("The Tacna Hospital was hit by [80] shells, according to its director.", "tacna_hospital"),
        ("The Committee to Protect Journalists (CPJ) met. The CPJ says [80] men died.", "cpj"),
        ("All is calm, said a U.S. official. The official spoke. [80] left, the official said.",
         "us_government"),
        ("The toll is [80], according to the UN agency OCHA.", "ocha"),
        ("The navy left Lima. The U. S. military stayed. It said [80] men were ill.",
         "us_military"),
        ("Raids, of which Peru health officials say they killed [80], go on.",
         "peru_health_ministry"),
        ("Hamas wants a truce of [80] days.", "hamas"),
        ('"It is dark," Oxfam said. "There are [80] men inside. "The army said little.', "oxfam"),
        ("Some 90 people died, according to Oxfam. It added that [80] are missing.", "oxfam"),
        ("In Peru [80] people died, according to Oxfam, more than in May, according to UNICEF.",
         "oxfam"),
        ("[Eighty] people died, according to the humanitarian group Save the Children.",
         "save_the_children"),
        ("There are [80] boats, according to Ali Roe of the Lima-based Heron Forum.", "ali_roe"),
    ],
)  # fmt: skip
def test_the_source_is_found_behind_what_stands_for_it(text, party):
    assert authority(text) == party
