"""The sample and its two descriptions (`tests/scenario.py`, `sample/README.md`) say the same."""

import json
import re

import pytest

from assets.catalogue.catalogue import load
from tests import scenario
from tests.scenario import INBOX, Mention

MENTIONS = sorted(
    {mention for planted in scenario.PLANTED for mention in planted.mentions}
    | {*scenario.REPRINTED, *scenario.OUTSIDE_SERIES},
    key=str,
)
KINDS = {
    "sources_disagree", "authorities_differ", "stale_copy", "cumulative_fell", "part_exceeds_whole",
    "identity_broken", "correction_withdraws", "probable_typo", "shares_exceed_100",
    "text_later_than_date",
}  # fmt: skip


def records(raw_path: str) -> dict[str, str]:
    """Return the text of each readable record of a JSON lines file."""
    found = {}
    for line in (INBOX / raw_path).read_text(encoding="utf-8").splitlines():
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            continue
        found[record["id"]] = record["text"]
    return found


def text_of(mention: Mention) -> str:
    if mention.record_key is None:
        return (INBOX / mention.raw_path).read_text(encoding="utf-8")
    return records(mention.raw_path)[mention.record_key]


@pytest.mark.parametrize("mention", MENTIONS, ids=str)
def test_every_quote_stands_in_its_article(mention):
    assert mention.quote in text_of(mention)


def test_every_kind_of_finding_is_planted():
    assert {planted.kind for planted in scenario.PLANTED} == KINDS


@pytest.mark.parametrize("planted", scenario.PLANTED, ids=lambda planted: planted.kind)
def test_the_readme_names_what_is_planted(planted):
    rows = (INBOX.parent / "README.md").read_text(encoding="utf-8").splitlines()
    places = {mention.record_key or mention.raw_path for mention in planted.mentions}
    told = [row for row in rows if f"`{planted.kind}`" in row]
    assert any(place in row for row in told for place in places)


def test_the_sample_holds_as_many_articles_as_it_says():
    in_lines = sum(len(records(path.name)) for path in INBOX.glob("*.jsonl"))
    refused = {row.raw_path for row in scenario.REFUSED}
    alone = [path for path in INBOX.glob("*.txt") if path.name not in refused]
    assert in_lines + len(alone) == scenario.ARTICLE_COUNT


def test_every_series_of_the_sample_is_in_its_catalogue():
    series = {planted.series for planted in scenario.PLANTED} - {None}
    assert series <= load(scenario.CATALOGUE).series.keys()


def test_the_readme_quotes_the_sample_word_for_word():
    readme = (INBOX.parents[1] / "README.md").read_text(encoding="utf-8")
    quoted = re.findall(r'^> .*: "(.+)"', readme.replace("**", ""), flags=re.MULTILINE)
    texts = [path.read_text(encoding="utf-8") for path in INBOX.glob("[mn]*.txt")]
    assert len(quoted) == 2
    assert all(any(quote in text for text in texts) for quote in quoted)
