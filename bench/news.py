"""The text and the figures that are measured on.

Belongs here: as many articles, files or facts as a measure asks for. Not here: any measuring.
Real articles are taken from `../shared/corpus` where it lies beside the project, else those of
`sample/`; both are repeated, under other ids, until there are enough.
"""

import tempfile
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path

import dataframely as dy
import polars as pl

from assets.catalogue.catalogue import Catalogue, load
from assets.catalogue.entries import Series
from assets.core.articles.contract import Articles
from assets.core.facts.contract import Facts
from assets.core.facts.extract import extract
from assets.identity import content_id
from orchestration import steps
from orchestration.settings import Settings
from orchestration.store import Store

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "nexis_2023.jsonl"
SAMPLE = ROOT / "sample" / "inbox"
READ = ROOT / "build" / "bench" / "articles.parquet"
FIRST_DAY = date(2024, 1, 1)
OUTLETS = 20
COPIES = 5  # of each series


def source() -> str:
    """Say in words what the articles are."""
    return f"`{CORPUS.name}` of the shared corpus" if CORPUS.exists() else "`sample/inbox`"


def prepare() -> None:
    """Read the source once, so that no measure holds what reading takes."""
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder, "inbox")
        inbox.mkdir()
        for path in [CORPUS] if CORPUS.exists() else SAMPLE.iterdir():
            (inbox / path.name).write_bytes(path.read_bytes())
        store = Store(Settings(inbox, Path(folder, "home")))
        steps.take_in(store)
        steps.read_new_articles(store)
        READ.parent.mkdir(parents=True, exist_ok=True)
        with store.warehouse.reading() as con:
            con.sql("from core.articles order by article_id").pl().write_parquet(READ)


def articles(count: int) -> pl.DataFrame:
    """Return so many articles (contract `Articles`), the same ones each time."""
    if not READ.exists():
        prepare()
    known = pl.read_parquet(READ)
    rows = islice(cycle(known.iter_rows(named=True)), count)
    return pl.DataFrame(
        [{**row, "article_id": content_id(row["article_id"], n)} for n, row in enumerate(rows)],
        schema=Articles.create_empty().schema,
    )


def many_series(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with each series several times, under other names."""
    series = {
        f"{name}_{copy}": entry
        for name, entry in catalogue.series.items()
        for copy in range(COPIES)
    }
    return catalogue.model_copy(update={"series": series})


def extracted(count: int, catalogue: Catalogue) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return so many articles and their facts, spread over the series of `many_series`."""
    read = articles(count)
    copy = pl.col("article_id").rank("dense").mod(COPIES).cast(pl.String)
    named = pl.concat_str("series", copy, separator="_")
    return read, extract(read, catalogue).with_columns(series=named)


def fill_inbox(inbox: Path, count: int) -> None:
    """Write so many marker files of one article each: copies that lack a paragraph, all different.

    No two copies of an article lack the same one as long as it has enough; a number tells the rest.
    """
    inbox.mkdir(parents=True)
    columns = articles(count).select("title", "published_on", "text")
    for number, (title, day, text) in enumerate(columns.iter_rows()):
        paragraphs = text.split("\n")
        if len(paragraphs) > 1:
            del paragraphs[number % len(paragraphs)]
        (inbox / f"{number:07}.txt").write_text(
            f"F-N-S-T-A-R-T. {number} F-N-E-N-D. D-A-T-E-S-T-A-R-T. {day} D-A-T-E-E-N-D. "
            f"T-I-T-L-E-S-T-A-R-T. {title} T-I-T-L-E-E-N-D. "
            "T-E-X-T-S-T-A-R-T. " + "\n".join(paragraphs) + f"\nCopy {number}. T-E-X-T-E-N-D."
        )


def many_totals(count: int) -> Catalogue:
    """Return the catalogue with so many running totals instead of its series."""
    totals = [
        Series(id=f"total_{n}", metric="killed", kind="cumulative", place=f"place_{n}")
        for n in range(count)
    ]
    return load().model_copy(update={"series": {s.id: s for s in totals}, "identities": {}})


def facts(count: int, series: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return articles and so many facts of them: each outlet prints each total each day.

    Outlets print late by up to three days, and say one of three parties' figure, or nobody's.
    """
    number = pl.int_range(count).alias("number")
    told = pl.select(
        number,
        day=number // (series * OUTLETS),
        outlet=number % (series * OUTLETS) // series,
        which=number % series,
    ).with_columns(
        article_id=(pl.col("day") * OUTLETS + pl.col("outlet")).cast(pl.String).str.zfill(16),
        as_of=pl.lit(FIRST_DAY) + pl.duration(days="day"),
        value=1003.0 + 13 * (pl.col("day") - pl.col("outlet") % 4).clip(0) + pl.col("outlet") % 3,
    )
    quote = pl.col("value").cast(pl.Int64).cast(pl.String)
    stated = told.select(
        "article_id",
        "value",
        "as_of",
        fact_id=pl.col("number").cast(pl.String).str.zfill(16),
        sentence=quote + " were dead",
        quote=quote,
        quote_end=quote.str.len_chars(),
        low="value",
        high="value",
        series=pl.format("total_{}", "which"),
        place=pl.format("place_{}", "which"),
        authority=pl.when(pl.col("outlet") % 7 != 6).then(
            pl.format("party_{}", pl.col("outlet") % 3)
        ),
        sentence_start=pl.lit(0),
        sentence_end=pl.lit(14),
        quote_start=pl.lit(0),
        bound=pl.lit("exact"),
        unit=pl.lit("count"),
        metric=pl.lit("killed"),
        kind=pl.lit("cumulative"),
        as_of_source=pl.lit("published"),
        modality=pl.lit("asserted"),
        segment_role=pl.lit("body"),
        confidence=pl.lit(0.9),
        extractor=pl.lit("bench"),
    )
    printed = told.unique("article_id").select(
        "article_id",
        article_key="article_id",
        origin_id="article_id",
        file_id="article_id",
        raw_path="article_id",
        outlet=pl.format("outlet {}", "outlet"),
        published_on="as_of",
        published_source=pl.lit("manifest"),
        received_at=pl.lit(datetime(2025, 1, 1, tzinfo=UTC)),
        version=pl.lit(1),
        is_latest=True,
        is_date_disputed=False,
        text=pl.lit(""),
    )
    return whole(printed, Articles), whole(stated, Facts)


def whole(frame: pl.DataFrame, contract: type[dy.Schema]) -> pl.DataFrame:
    """Return the frame with the columns and types of a contract; what it lacks is missing."""
    schema = contract.create_empty().schema
    lacking = [pl.lit(None).alias(name) for name in schema if name not in frame.columns]
    return frame.with_columns(lacking).select(pl.col(n).cast(kind) for n, kind in schema.items())


if __name__ == "__main__":
    prepare()
