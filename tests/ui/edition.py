"""A published file made by hand, small enough to check by eye, for tests of what people see.

Belongs here: rows of the shapes that the chain publishes. Not here: how the chain makes them.
"""

from datetime import UTC, date, datetime

import duckdb
import polars as pl

from assets.catalogue.catalogue import load
from assets.core.articles.contract import Articles
from assets.core.facts.contract import Facts
from assets.identity import content_id
from assets.raw.files.contract import Quarantine

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) \x1b\u202e"
)
SEEN = datetime(2024, 2, 15, tzinfo=UTC)
METRICS = """
create table out.metrics (
    series varchar, as_of date, rule varchar, low double, best double, high double,
    status varchar, n_outlets integer, n_origins integer, n_authorities integer,
    fact_ids varchar []
)
"""
CLAIMS = """
create table core.claims as
select series, authority, as_of, quote as quantity, list(fact_id order by fact_id) as fact_ids
from core.facts
where series is not null and modality = 'asserted'
group by all
"""
FINDINGS = """
create table out.findings (
    finding_id varchar, kind varchar, severity varchar, series varchar, as_of date, gap double,
    gap_share double, fact_ids varchar [], quotes varchar [], explanation varchar, status varchar,
    first_seen_on date, last_seen_on date, adjudicated_by varchar, reason varchar
)
"""


class Edition:
    """Rows by table, and the tables in a DuckDB of their own."""

    def __init__(self) -> None:
        self.articles: list[dict] = []
        self.facts: list[dict] = []
        self.refusals: list[dict] = []
        self.metrics: list[tuple] = []
        self.findings: list[tuple] = []

    def article(self, outlet: str, on: date, text: str, **fields: object) -> str:
        article_id = content_id(outlet, on, text)
        self.articles.append(
            dict.fromkeys(Articles.column_names())
            | {
                "article_id": article_id,
                "article_key": article_id,
                "version": 1,
                "is_latest": True,
                "file_id": content_id(text),
                "raw_path": f"{article_id}.txt",
                "outlet": outlet,
                "published_on": on,
                "published_source": "document",
                "text": text,
                "segments": [{"role": "body", "start": 0, "end": len(text)}],
                "origin_id": article_id,
            }
            | fields
        )
        return article_id

    def fact(self, article_id: str, quote: str, value: float | None = None, **fields) -> str:
        article = next(a for a in self.articles if a["article_id"] == article_id)
        start = article["text"].index(quote)
        fact_id = content_id(article_id, start)
        first = article["text"].rfind("\n", 0, start) + 1
        last = article["text"].find("\n", start) % (len(article["text"]) + 1)
        self.facts.append(
            dict.fromkeys(Facts.column_names())
            | {
                "fact_id": fact_id,
                "article_id": article_id,
                "sentence": article["text"][first:last],
                "sentence_start": first,
                "sentence_end": last,
                "quote": quote,
                "quote_start": start,
                "quote_end": start + len(quote),
                "value": value,
                "low": value,
                "high": value,
                "bound": "exact",
                "unit": "count",
                "modality": "asserted",
                "segment_role": "body",
                "confidence": 0.9,
                "extractor": "hand",
                "as_of": article["published_on"],
            }
            | fields
        )
        return fact_id

    def metric(self, series: str, on: date, low: float, best: float, high: float) -> None:
        for rule in ("ucdp_triple", "ibc_range"):
            self.metrics.append((series, on, rule, low, best, high, "confirmed", 2, 2, 1, []))

    def finding(
        self, kind: str, severity: str, fact_ids: list[str], explanation: str, **fields
    ) -> str:
        first = next(fact for fact in self.facts if fact["fact_id"] == fact_ids[0])
        row = {"gap": None, "gap_share": None, "status": "open"} | fields
        finding_id = content_id(kind, *fact_ids)
        seen = date(2024, 2, 15)
        self.findings.append(
            (
                finding_id, kind, severity, first["series"], first["as_of"], row["gap"],
                row["gap_share"], fact_ids, [], explanation, row["status"], seen, seen, None, None,
            )
        )  # fmt: skip
        return finding_id

    def refusal(self, raw_path: str, reason: str, detail: str) -> None:
        self.refusals.append(
            {
                "file_id": None,
                "raw_path": raw_path,
                "record_key": None,
                "stage": "read",
                "reason": reason,
                "detail": detail,
                "seen_at": SEEN,
            }
        )

    def connect(self) -> duckdb.DuckDBPyConnection:
        con = duckdb.connect()
        for schema in ("raw", "core", "out", "catalogue"):
            con.execute(f"create schema {schema}")
        frames = {
            "core.articles": self._frame(Articles, self.articles),
            "core.facts": self._frame(Facts, self.facts),
            "raw.quarantine": self._frame(Quarantine, self.refusals),
            **{f"catalogue.{name}": frame for name, frame in load().frames().items()},
        }
        for table, frame in frames.items():
            con.register("frame", frame)
            con.execute(f"create table {table} as from frame")
            con.unregister("frame")
        con.execute(CLAIMS).execute(METRICS).execute(FINDINGS)
        for table, rows in (("out.metrics", self.metrics), ("out.findings", self.findings)):
            for row in rows:
                con.execute(f"insert into {table} values ({', '.join('?' * len(row))})", list(row))  # noqa: S608
        return con

    @staticmethod
    def _frame(contract: type, rows: list[dict]) -> pl.DataFrame:
        return pl.DataFrame(rows, schema=contract.create_empty().schema)


def hostages() -> Edition:
    """Return an edition in which two outlets differ on the hostages, and hostile text."""
    edition = Edition()
    held = {"series": "hostages_held", "metric": "hostages_held", "counted": "hostages"}
    israel = {"authority": "israel_government"}
    toll = {
        "series": "gaza_deaths", "metric": "killed", "counted": "Palestinians",
        "authority": "gaza_health_ministry",
    }  # fmt: skip
    on = date(2024, 2, 13)
    north = edition.article(
        "Northgate News",
        on,
        "CAIRO\nSpy chiefs met in Cairo.\nIsrael says 130 of the 253 hostages are still held.\n"
        "Correction 15 February: this report wrongly said that 1,400 people had died.",
        title="Spy chiefs meet in Cairo",
        segments=[
            {"role": "dateline", "start": 0, "end": 5},
            {"role": "body", "start": 6, "end": 82},
            {"role": "correction", "start": 83, "end": 159},
        ],
    )
    first = edition.fact(
        north, "130", 130, **held, **israel, attribution="Israel", attribution_start=30,
        attribution_end=36,
    )  # fmt: skip
    edition.fact(north, "253", 253, series="hostages_taken", metric="hostages_taken", **israel)
    withdrawn = edition.fact(
        north, "1,400", 1400, series="oct7_deaths", metric="killed", modality="retracted"
    )
    meridian = edition.article(
        "The Meridian Post", on, "The government says 134 hostages are still held.", title="March"
    )
    second = edition.fact(meridian, "134", 134, **held, **israel)
    edition.finding(
        "sources_disagree", "warn", [first, second],
        "Northgate News has 130 hostages held, The Meridian Post 134, for the same day",
        gap=4, gap_share=0.03,
    )  # fmt: skip
    edition.finding(
        "correction_withdraws", "info", [withdrawn], "Northgate News withdrew 1,400 dead"
    )
    edition.metric("hostages_held", on, 130, 132, 134)
    for back, deaths in enumerate((28473, 28340, 28176, 28064, 27947)):
        day = date(2024, 2, 13 - back)
        article = edition.article(
            ("Harbour Press", "Corniche Daily")[back % 2], day, f"The toll stood at {deaths:,}."
        )
        edition.fact(article, f"{deaths:,}", deaths, **toll)
        edition.metric("gaza_deaths", day, deaths - 60, deaths, deaths)
    late = edition.article("Evening Ledger", date(2024, 2, 11), "At least 27,947 were killed.")
    stale = edition.fact(
        late, "27,947", 27947, **toll | {"as_of": date(2024, 2, 9), "bound": "at_least"}
    )
    edition.finding("stale_copy", "info", [stale], "Evening Ledger is two days late", gap=229)
    hostile = edition.article(HOSTILE, on, f"{HOSTILE} 7 were hurt.", title=HOSTILE)
    hurt = edition.fact(hostile, "7", 7, counted=HOSTILE, attribution=HOSTILE)
    edition.finding("part_exceeds_whole", "error", [hurt], HOSTILE)
    edition.refusal("scan.txt", "not_text", "scan.txt holds bytes that are no text.")
    return edition
