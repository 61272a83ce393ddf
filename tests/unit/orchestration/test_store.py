from datetime import UTC, datetime

import polars as pl
import pytest

from assets.core.articles.contract import Articles
from orchestration.settings import Settings
from orchestration.store import Store


@pytest.fixture
def store(tmp_path):
    (tmp_path / "inbox").mkdir()
    return Store(Settings(tmp_path / "inbox", tmp_path / "home"))


def articles(file_id, *article_ids):
    known = {
        "received_at": datetime(2024, 2, 8, tzinfo=UTC),
        "article_key": "k",
        "version": 1,
        "is_latest": True,
        "file_id": file_id,
        "raw_path": "a.txt",
        "is_date_disputed": False,
        "text": "Rain fell on 12 towns.",
        "segments": [],
        "origin_id": "0",
    }
    rows = [{**known, "article_id": article_id} for article_id in article_ids]
    return pl.DataFrame(rows, schema=Articles.create_empty().schema)


def keys(store):
    with store.warehouse.reading() as con:
        rows = con.execute("select article_id from core.articles order by article_id").fetchall()
    return [row[0] for row in rows]


def test_the_articles_of_one_file_may_fill_several_batches(store):
    store.write("core.articles", "v1", "day+0000", articles("f", "a", "b"))
    store.write("core.articles", "v1", "day+0001", articles("f", "c"))
    assert store.load("v1", "core.articles").batches == 2
    assert keys(store) == ["a", "b", "c"]


def test_what_another_version_reads_of_a_file_replaces_what_the_last_one_read(store):
    store.write("core.articles", "v1", "day+0000", articles("f", "a", "b"))
    store.load("v1", "core.articles")
    store.write("core.articles", "v2", "day+0000", articles("f", "b", "d"))
    store.load("v2", "core.articles")
    assert keys(store) == ["b", "d"]


def test_loading_again_finds_nothing_to_do(store):
    store.write("core.articles", "v1", "day+0000", articles("f", "a"))
    assert store.load("v1", "core.articles").batches == 1
    assert store.load("v1", "core.articles").batches == 0


def test_an_article_in_two_files_is_one_row(store):
    store.write("core.articles", "v1", "one+0000", articles("f", "a"))
    store.write("core.articles", "v1", "two+0000", articles("e", "a"))
    assert store.load("v1", "core.articles").rows == 1
