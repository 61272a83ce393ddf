"""Files that come one run after the other, through the whole chain."""

import json

import duckdb
import pytest

from orchestration.run import materialise
from orchestration.settings import Settings
from tests import formats
from tests.scenario import CATALOGUE


@pytest.fixture
def run(tmp_path):
    """Put a file into the inbox, run the chain, and return its articles and counts by file."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    settings = Settings(inbox, tmp_path / "home", CATALOGUE)

    def run(name, *records):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (inbox / name).write_text(lines)
        assert materialise(settings).success
        with duckdb.connect(settings.published, read_only=True) as con:
            articles = con.sql("select raw_path, title, version, is_latest from core.articles")
            counts = con.sql("select raw_path, n_records, n_articles, n_repeats from raw.files")
            return set(articles.fetchall()), set(counts.fetchall())

    return run


def test_what_a_second_file_repeats_is_published_once_and_what_it_changes_is_a_version(run):
    ours = formats.OURS
    first = run("monday.jsonl", ours)
    assert first[0] == {("monday.jsonl", ours["title"], 1, True)}
    changed = ours | {"title": "Ten boats leave", "published": "2024-02-09"}
    articles, counts = run("tuesday.jsonl", ours, changed)
    assert articles == {
        ("monday.jsonl", ours["title"], 1, False),
        ("tuesday.jsonl", "Ten boats leave", 2, True),
    }
    assert counts == {("monday.jsonl", 1, 1, 0), ("tuesday.jsonl", 2, 2, 0)}
