from datetime import date, timedelta

import polars as pl

from assets.contract import empty
from assets.core.articles.contract import Articles
from assets.core.articles.versions import assign_versions
from tests.ingest import NOW

BLANK = {
    "received_at": NOW,
    "article_key": "post.example/boats",
    "version": 0,
    "is_latest": False,
    "file_id": "a",
    "raw_path": "a.txt",
    "is_date_disputed": False,
    "text": "Nine boats left.",
    "segments": [],
    "origin_id": "a",
}


def versions(*rows):
    """The versions by id, which are the same in whatever order the rows come."""
    frame = pl.DataFrame([BLANK | row for row in rows], schema=empty(Articles).schema)
    found = assign_versions(frame)
    assert found.equals(assign_versions(frame.reverse()))
    return {row["article_id"]: (row["version"], row["is_latest"]) for row in found.to_dicts()}


def test_a_changed_text_is_a_further_version():
    first = {"article_id": "c", "published_on": date(2024, 2, 8)}
    second = {"article_id": "b", "published_on": date(2024, 2, 9)}
    assert versions(first, second) == {"c": (1, False), "b": (2, True)}


def test_of_one_day_the_corrected_text_is_the_later():
    day = {"published_on": date(2024, 2, 8)}
    corrected = {"article_id": "a", "revised_on": date(2024, 2, 19)} | day
    assert versions({"article_id": "b"} | day, corrected) == {"b": (1, False), "a": (2, True)}


def test_then_the_one_that_arrived_later():
    late = {"article_id": "a", "received_at": NOW + timedelta(hours=1)}
    assert versions(late, {"article_id": "b"}) == {"b": (1, False), "a": (2, True)}


def test_another_work_has_versions_of_its_own():
    other = {"article_id": "b", "article_key": "post.example/other"}
    assert versions({"article_id": "a"}, other) == {"a": (1, True), "b": (1, True)}


def test_a_version_from_two_files_is_one_row_of_the_file_that_came_first():
    frame = pl.DataFrame(
        [
            BLANK | {"article_id": "a", "raw_path": "b.txt"},
            BLANK | {"article_id": "a", "raw_path": "a.txt"},
        ],
        schema=empty(Articles).schema,
    )
    assert assign_versions(frame)["raw_path"].to_list() == ["a.txt"]


def test_no_articles_have_no_versions():
    assert assign_versions(empty(Articles)).is_empty()
