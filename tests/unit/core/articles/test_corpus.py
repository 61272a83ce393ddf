"""What must hold of real articles, which are local material beside the project."""

from collections import Counter

import pytest

from tests.evaluation import origins
from tests.evaluation.scoring import ABSENT, SHARED
from tests.ingest import ingest

CORPUS = SHARED / "corpus"
SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    if not CORPUS.is_dir():
        pytest.skip(ABSENT.format(CORPUS))
    return ingest(CORPUS, tmp_path_factory.mktemp("archive"))


def test_every_record_of_the_corpus_is_an_article_or_refused(corpus):
    records = sum(path.read_bytes().count(b"\n") for path in CORPUS.glob("*.jsonl"))
    records += sum(1 for _ in CORPUS.glob("*/*.txt"))
    assert corpus.outcomes["n_records"].sum() == records
    assert corpus.articles.height + corpus.quarantine.height == records


def test_the_day_of_a_scrape_gives_way_to_the_one_in_its_address(corpus):
    scraped = corpus.articles.filter(
        corpus.articles["raw_path"].str.starts_with("npr"), ~corpus.articles["title"].is_not_null()
    )
    assert set(scraped["published_source"]) == {"url"}
    assert scraped["is_date_disputed"].sum() > 50


def test_copies_of_half_the_paragraphs_are_found_and_other_reports_are_not():
    if not CORPUS.is_dir():
        pytest.skip(ABSENT.format(CORPUS))
    figures = {row[0]: row for row in origins.figures()}
    _, _, recall, precision, _ = figures["abridged copy"]
    assert float(recall) >= 0.95
    assert float(precision) >= 0.98


def test_the_seeds_fall_into_the_passages_a_reader_sees(tmp_path):
    if not SEEDS.is_dir():
        pytest.skip(ABSENT.format(SEEDS))
    articles = ingest(SEEDS, tmp_path).articles.sort("raw_path").to_dicts()
    roles = [Counter(segment["role"] for segment in article["segments"]) for article in articles]
    assert roles[0] == {"body": 2, "related_link": 1, "correction": 1}
    assert roles[1] == {"body": 13, "caption": 2, "subhead": 1, "credit": 1}
    assert roles[2] == {"dateline": 1, "body": 24, "subhead": 3, "disclaimer": 1}
    assert [article["agency"] for article in articles] == [None, "AFP", None]
