"""What the report reads of the published file.

Belongs here: the rows of each query as values with names. Not here: any judgement about them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import duckdb

QUERIES = Path(__file__).parent / "queries"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Article:
    """One article version."""

    article_id: str
    article_key: str
    version: int
    is_latest: bool
    outlet: str | None
    agency: str | None
    title: str | None
    url: str | None
    published_on: date | None
    published_source: str | None
    raw_path: str
    record_key: str | None
    text: str
    segments: list[dict[str, Any]]
    origin_id: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; the words of `assets/core/facts/contract.py`."""

    fact_id: str
    article_id: str
    sentence: str
    sentence_start: int
    quote: str
    quote_start: int
    quote_end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str
    counted: str | None
    metric: str | None
    series: str | None
    as_of: date | None
    attribution: str | None
    authority: str | None
    framing: str | None
    modality: str


@dataclass(frozen=True, slots=True)
class Claim:
    """An authority asserts a quantity for a series as of a day."""

    series: str
    authority: str | None
    as_of: date | None
    quantity: str
    fact_ids: list[str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit together."""

    finding_id: str
    kind: str
    severity: str
    series: str | None
    as_of: date | None
    gap: float | None
    gap_share: float | None
    fact_ids: list[str]
    explanation: str
    status: str
    first_seen_on: date | None
    last_seen_on: date | None
    adjudicated_by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Metric:
    """What a rule made of the claims of one series and day."""

    series: str
    as_of: date
    rule: str
    low: float | None
    best: float | None
    high: float | None
    status: str
    n_outlets: int
    n_origins: int
    n_authorities: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be read."""

    raw_path: str
    record_key: str | None
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series that the catalogue names."""

    series: str
    description: str


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority that the catalogue names."""

    authority: str
    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which an authority changed what it counts."""

    series: str
    broken_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that the report shows."""

    articles: Sequence[Article]
    facts: Sequence[Fact]
    claims: Sequence[Claim]
    findings: Sequence[Finding]
    metrics: Sequence[Metric]
    refusals: Sequence[Refusal]
    series: Sequence[Series]
    authorities: Sequence[Authority]
    breaks: Sequence[Break]


def read(con: duckdb.DuckDBPyConnection) -> Published:
    """Read the tables of a published file; nothing is written."""
    return Published(
        articles=_rows(con, "articles", Article),
        facts=_rows(con, "facts", Fact),
        claims=_rows(con, "claims", Claim),
        findings=_rows(con, "findings", Finding),
        metrics=_rows(con, "metrics", Metric),
        refusals=_rows(con, "refusals", Refusal),
        series=_rows(con, "series", Series),
        authorities=_rows(con, "authorities", Authority),
        breaks=_rows(con, "breaks", Break),
    )


def _rows(con: duckdb.DuckDBPyConnection, query: str, row: type[Row]) -> list[Row]:
    """Run `queries/<query>.sql`, whose columns are the fields of the row in their order."""
    cursor = con.execute((QUERIES / f"{query}.sql").read_text(encoding="utf-8"))
    return [row(*values) for values in cursor.fetchall()]
