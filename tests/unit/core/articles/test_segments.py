import pytest

from assets.core.articles.outlets import Outlets
from assets.core.articles.segments import Credits, segment
from tests.ingest import OUTLETS

CREDITS = Credits(Outlets.of(OUTLETS))


def roles(text, title=None):
    return [(role, text[start:end]) for role, start, end in segment(text, title, CREDITS)]


def roles_of(*paragraphs, title=None):
    return [role for role, _ in roles("\n".join(paragraphs), title)]


LEAD = "Nine boats left the harbour on Thursday, and three of them came back."
MORE = "At least 40 people were on board, the coast guard said."


def test_a_first_line_without_a_full_stop_is_the_headline():
    assert roles_of("Nine boats leave Velmora", LEAD, MORE) == ["headline", "body", "body"]


def test_where_a_title_is_known_only_that_is_the_headline():
    known = "Nine boats leave Velmora"
    assert roles_of("NINE BOATS  leave Velmora", LEAD, title=known) == ["headline", "body"]
    assert roles_of("Harbour master waits for the rest", LEAD, title=known) == ["body", "body"]


def test_a_text_of_one_paragraph_is_its_body():
    assert roles_of("Nine boats leave Velmora") == ["body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "VELMORA: ",
        "VELMORA  ",
        "Velmora/Port Sarn: ",
        "PORT SARN, Velmora — ",
        "VELMORA, Feb 8 (Reuters) - ",
        "VELMORA (AFP) — ",
        "(Reuters) - ",
        "Port Sarn, occupied Velmora – ",
        "February 8th, 2024 ( Harbour Post — Delivered by a service ). Velmora – ",
    ],
)
def test_a_dateline_is_parted_from_the_first_sentence(dateline):
    text = dateline + LEAD
    assert roles(text) == [("dateline", dateline.strip()), ("body", LEAD)]


@pytest.mark.parametrize(
    "lead",
    [
        "Velmora - only two miles from the border - was shelled.",
        "The harbour was closed: Nobody came.",
        "Nine boats left - three came back.",
    ],
)
def test_a_dash_or_colon_alone_makes_no_dateline(lead):
    assert roles(lead) == [("body", lead)]


def test_a_dateline_stands_only_before_the_first_sentence():
    assert roles_of(LEAD, "VELMORA: " + MORE) == ["body", "body"]


@pytest.mark.parametrize(
    "caption",
    [
        "A woman waits at the harbour of Velmora. AFP",
        "A woman waits at the harbour of Velmora [Jo Doe/Reuters]",
        "A woman waits at the harbour of Velmora. PHOTO: JO DOE",
        "A woman waits at the harbour of Velmora. Photograph: Jo Doe/Agency",
    ],
)
def test_a_caption_is_known_by_its_credit(caption):
    assert roles_of(LEAD, caption, MORE) == ["body", "caption", "body"]


def test_speech_before_a_credit_is_no_caption():
    speech = '"We wait," she said in the harbour of Velmora. AFP'
    assert roles_of(LEAD, speech, MORE) == ["body", "body", "body"]


@pytest.mark.parametrize(
    "credit",
    [
        "Agence France-Presse",
        "REUTERS, AFP",
        "(Reporting by Jo Doe; editing by Al Roe)",
        "With additional reporting by Jo Doe and Al Roe.",
        "With inputs from agencies",
    ],
)
def test_a_credit_line_is_a_paragraph_or_the_tail_of_one(credit):
    assert roles_of(LEAD, MORE, credit) == ["body", "body", "credit"]
    assert roles(f"{LEAD} {credit}") == [("body", LEAD), ("credit", credit)]


def test_a_byline_is_a_credit():
    assert roles_of("Nine boats leave Velmora", "By Jo Doe", LEAD)[1] == "credit"


@pytest.mark.parametrize("heading", ["More talks", "'Nobody waits'", "What happens next?"])
def test_a_short_line_between_paragraphs_is_a_sub_head(heading):
    assert roles_of(LEAD, heading, MORE) == ["body", "subhead", "body"]


def test_a_bullet_point_is_no_sub_head():
    assert roles_of(LEAD, "• Nine boats", MORE) == ["body", "body", "body"]


def test_a_sentence_that_could_not_be_checked_is_a_disclaimer():
    doubt = "The Harbour Post could not independently verify the accounts."
    assert roles(f"{LEAD} {doubt} {MORE}") == [
        ("body", LEAD), ("disclaimer", doubt), ("body", MORE),
    ]  # fmt: skip


def test_a_figure_that_could_not_be_checked_stays_in_the_body():
    doubt = "Officials spoke of 40 dead, which could not be independently verified."
    assert roles(doubt) == [("body", doubt)]


def test_a_correction_runs_to_the_end_of_its_paragraph():
    notice = "Correction 9 February: An earlier version wrongly said that ten boats left. Nine did."
    assert roles(f"{LEAD} {notice}") == [("body", LEAD), ("correction", notice)]


def test_titles_run_into_a_flattened_page_are_related_links():
    body = "The coast guard counted the boats again and found one more of them. " * 25
    links = "Storm warning for the coast of VelmoraNine boats and nobody to sail them"
    text = f"{body.strip()} {links} On Friday the harbour was closed. {body.strip()}"
    found = [words for role, words in roles(text) if role == "related_link"]
    assert found == [links]
