"""Articles in, facts out: the table as a whole."""

import pytest

from assets.catalogue.catalogue import load
from assets.core.articles.contract import Articles
from assets.core.facts.contract import Facts
from assets.core.facts.extract import extract
from tests.extraction import article, articles, read_texts

CATALOGUE = load()
TEXT = """Flood in Quillan kills dozens
QUILLAN, 3 May - At least 40 people, nine of them children, died when a dam broke on Thursday.
"Another 12 are missing," said the mayor, Ada Roe. She put the damage at €3.5m."""
SEGMENTS = [
    {"role": "headline", "start": 0, "end": 29},
    {"role": "dateline", "start": 30, "end": 47},
    {"role": "body", "start": 48, "end": len(TEXT)},
]


def facts_of(text, segments=None):
    row = article("a", text, "Loma Post", "2024-05-03", "Flood in Quillan", segments=segments)
    return extract(articles([row]), CATALOGUE)


def test_facts_keep_their_contract_and_their_words():
    facts = facts_of(TEXT, SEGMENTS)
    assert Facts.is_valid(facts)
    for fact in facts.to_dicts():
        assert TEXT[fact["quote_start"] : fact["quote_end"]] == fact["quote"]
        assert TEXT[fact["sentence_start"] : fact["sentence_end"]] == fact["sentence"]


def test_facts_come_in_reading_order_from_the_body_alone():
    facts = facts_of(TEXT, SEGMENTS)
    assert facts["quote"].to_list() == ["40", "nine", "12", "€3.5m"]
    assert set(facts["segment_role"]) == {"body"}


def test_a_part_points_to_the_fact_of_its_whole():
    whole, part, *_ = facts_of(TEXT, SEGMENTS).to_dicts()
    assert part["whole_fact_id"] == whole["fact_id"]
    assert part["metric"] == whole["metric"] == "killed"


def test_a_fraction_of_no_stated_whole_is_a_count_below_one():
    (share, _) = facts_of("More than two-thirds live in just 10 towns.").to_dicts()
    assert (share["unit"], share["value"]) == ("count", pytest.approx(2 / 3))


def test_a_fraction_of_a_stated_whole_is_resolved():
    half, whole = facts_of("About half of the town's 9,000 people fled.").to_dicts()
    assert (half["value"], half["unit"], half["metric"]) == (4500, "count", "displaced")
    assert (whole["value"], whole["metric"]) == (9000, "population")
    assert half["whole_fact_id"] == whole["fact_id"]


def test_a_figure_that_fits_no_metric_is_kept():
    (fact,) = facts_of("The bridge cost $14m.").to_dicts()
    assert (fact["metric"], fact["unit"], fact["currency"]) == (None, "money", "USD")


def test_reading_twice_gives_the_same_facts():
    assert facts_of(TEXT, SEGMENTS).equals(facts_of(TEXT, SEGMENTS))


def test_no_articles_give_no_facts():
    assert extract(articles([]), CATALOGUE).equals(Facts.create_empty())


def test_articles_of_another_language_are_not_read():
    row = article("a", "Au moins 40 people died.") | {"language": "fr"}
    assert extract(articles([row]), CATALOGUE).is_empty()


def test_articles_without_numbers_are_not_parsed(monkeypatch):
    parsed = []
    monkeypatch.setattr(
        "assets.core.facts.extract.parse", lambda texts: [parsed.append(t) for t in texts]
    )
    assert facts_of("Nobody came. It rained in the F-16's hangar.").is_empty()
    assert parsed == []


def test_articles_keep_their_contract():
    assert Articles.is_valid(articles([article("a", TEXT, "Loma Post", "2024-05-03")]))


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("The storm killed 12 people.", "12", "increment"),
        ("The war in Gaza has killed 33,000 people there.", "33,000", "cumulative"),
        ("Twelve sailors are missing.", "Twelve", "stock"),
        ("Raids have killed 900 people and displaced 4,000 villagers.", "4,000", "stock"),
        ("The storm left 4,000 villagers homeless.", "4,000", "increment"),
        ("Twelve of the wells are open.", "Twelve", "stock"),
        ("Some 300 farmers are held in state prisons.", "300", "stock"),
        ("In the poll 54% of voters backed her.", "54%", "share"),
        ("Some 60% of the homes burnt.", "60%", "share"),
        ("Prices rose 6%.", "6%", None),
        ("The dam lies 12 km away.", "12", None),
    ],
)
def test_the_kind_says_what_sort_of_count_it_is(text, number, kind):
    (facts,) = read_texts([text], CATALOGUE).values()
    assert [f["kind"] for f in facts if f["quote"] == number] == [kind]


def test_a_correction_notice_speaks_of_one_thing():
    told = "Israel opened the crossing. "
    notice = (
        "Correction 9 March: This article wrongly said that 1,320 people were killed in the "
        "7 October attack by Hamas. That counted some twice, in addition to the figure of 1,160. "
        "It has been amended to refer to about 1,160 deaths."
    )
    text = told + notice
    segments = [
        {"role": "body", "start": 0, "end": len(told) - 1},
        {"role": "correction", "start": len(told), "end": len(text)},
    ]
    facts = facts_of(text, segments).to_dicts()
    assert [fact["modality"] for fact in facts] == ["retracted", "asserted", "asserted"]
    assert [fact["metric"] for fact in facts] == ["killed"] * 3
    assert [fact["series"] for fact in facts] == [None, "oct7_deaths", "oct7_deaths"]
