"""What Dagster shows of a check and of a table, and what it must never be given to render."""

from datetime import date

import dagster as dg
import polars as pl

from assets.checks import Check
from orchestration.checks import verdict
from orchestration.schema import SHOWN_TABLE, rows_shown

ASSET = dg.AssetKey(["out", "findings"])
WORDS = "![x](/graphql) <b>Ledger</b> printed 12"


def check(severity):
    return Check("copies_are_fresh", "out.findings", severity, severity == "ERROR", "Why", "select")


def findings(count=1):
    return pl.DataFrame(
        {
            "series": ["toll"] * count,
            "explanation": [WORDS] * count,
            "finding_id": [f"{number:016}" for number in range(count)],
        }
    )


def test_a_finding_is_told_in_its_words_and_with_its_page():
    metadata = verdict(check("WARN"), findings(), ASSET).metadata
    assert metadata["1. toll"] == dg.MetadataValue.text(
        f"{WORDS} (report/finding/0000000000000000.html)"
    )


def test_words_of_the_news_stand_in_no_description():
    result = verdict(check("WARN"), findings(3), ASSET)
    assert result.description == "3 to look at: toll."


def test_a_broken_invariant_is_called_a_fault_of_ours():
    result = verdict(check("ERROR"), pl.DataFrame({"fact_id": ["a", "b"]}), ASSET)
    assert result.description == "2 rows break it: a fault of ours, so nothing is published."
    assert result.metadata["first_rows"].records == [
        dg.TableRecord({"fact_id": "a"}),
        dg.TableRecord({"fact_id": "b"}),
    ]


def test_nothing_is_shown_of_a_check_that_holds_but_its_query():
    result = verdict(check("WARN"), findings(0), ASSET)
    assert result.passed
    assert result.metadata.keys() == {"offending_rows", "query"}


def test_a_table_is_cut_where_an_event_would_grow_too_large():
    frame = pl.DataFrame({"day": [date(2024, 2, 13)] * 1000, "words": ["said " * 100] * 1000})
    shown = rows_shown(frame)
    assert 1 < len(shown.records) < 100
    assert sum(len(str(record.data)) for record in shown.records) < 2 * SHOWN_TABLE
