"""The text and the figures that are measured on.

Belongs here: as many articles, files or facts as a measure asks for. Not here: any measuring.
Real articles are taken from `../shared/corpus` where it lies beside the project, else those of
`sample/`; both are repeated, under other ids, until there are enough.
"""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

import polars as pl

from assets.catalogue.catalogue import Catalogue
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
FIRST_DAY = date(2024, 1, 1)
DAYS, OUTLETS, PARTIES = 400, 20, 3
COPIES = 5  # of each series


def source() -> str:
    """Say in words what the articles are."""
    return f"`{CORPUS.name}` of the shared corpus" if CORPUS.exists() else "`sample/inbox`"


def articles(count: int) -> pl.DataFrame:
    """Return so many articles (contract `Articles`), the same ones each time."""
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder, "inbox")
        inbox.mkdir()
        for path in [CORPUS] if CORPUS.exists() else SAMPLE.iterdir():
            (inbox / path.name).write_bytes(path.read_bytes())
        store = Store(Settings(inbox, Path(folder, "home")))
        steps.take_in(store)
        steps.read_new_articles(store)
        with store.warehouse.reading() as con:
            known = con.sql("select * from core.articles order by article_id").pl()
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
    """Write so many files of one article each, all different."""
    inbox.mkdir(parents=True)
    texts = [path.read_text() for path in sorted(SAMPLE.glob("northgate_*.txt"))]
    for number, text in enumerate(islice(cycle(texts), count)):
        body = text.replace("T-E-X-T-S-T-A-R-T.", f"T-E-X-T-S-T-A-R-T. Copy {number}.")
        (inbox / f"{number:07}.txt").write_text(body)


def facts(count: int, catalogue: Catalogue) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return articles and so many facts of them: every series, day by day, by three parties."""
    told = list(islice(figures(sorted(catalogue.series), sorted(catalogue.authorities)), count))
    schema = Facts.create_empty().schema
    frame = pl.DataFrame(told, schema={name: schema[name] for name in told[0]})
    missing = [
        pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in frame
    ]
    read = frame.select("article_id", outlet="framing", published_on="as_of").unique("article_id")
    return (
        read.with_columns(
            received_at=pl.lit(datetime(2025, 1, 1, tzinfo=UTC), pl.Datetime("us", "UTC")),
            article_key="article_id",
            version=pl.lit(1, pl.Int64),
            is_latest=True,
            file_id="article_id",
            raw_path="article_id",
            published_source=pl.lit("manifest"),
            is_date_disputed=False,
            text=pl.lit(""),
            origin_id="article_id",
        ),
        frame.with_columns(*missing).with_columns(framing=None).select(schema.names()),
    )


def figures(series: list[str], parties: list[str]) -> Iterator[dict[str, object]]:
    """Yield facts without end: each outlet each day prints each series by one of the parties."""
    number = 0
    while True:
        day, slot = divmod(number, len(series) * OUTLETS)
        outlet, which = divmod(slot, len(series))
        party = parties[outlet % PARTIES]
        value = float(1000 + 10 * (day % DAYS) + outlet % PARTIES)
        yield {
            "fact_id": content_id("fact", number),
            "article_id": content_id(outlet, day),
            "sentence": f"There were {value:.0f}, {party} said.",
            "sentence_start": 0,
            "sentence_end": 30,
            "quote": f"{value:.0f}",
            "quote_start": 11,
            "quote_end": 15,
            "value": value,
            "low": value,
            "high": value,
            "bound": "exact",
            "unit": "count",
            "series": series[which],
            "kind": "cumulative",
            "as_of": FIRST_DAY + timedelta(days=day % DAYS),
            "as_of_source": "stated",
            "authority": party,
            "framing": f"outlet {outlet}",
            "modality": "asserted",
            "segment_role": "body",
            "confidence": 0.9,
            "extractor": "bench",
        }
        number += 1
