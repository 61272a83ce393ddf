"""Asset checks made from the SQL files in `sql/checks/`.

Belongs here: turning a check's offending rows into Dagster's verdict. Not here: any check itself;
a new one is a new file. The checks of an asset run as one step: a step costs more than a query.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import dagster as dg
import polars as pl

from assets.checks import Check, read_check
from orchestration.schema import Metadata, shorten, shown
from orchestration.store import Store

FOLDER = Path(__file__).parent.parent / "sql" / "checks"
SHOWN_SERIES = 5
SHOWN_QUERY = 1000


def build_checks(folder: Path = FOLDER) -> list[dg.AssetChecksDefinition]:
    """Return one definition an asset, holding all of the checks that name it."""
    checks = sorted(map(read_check, folder.glob("*/*.sql")), key=lambda check: check.asset)
    return [
        asset_checks(asset, list(group))
        for asset, group in groupby(checks, key=lambda check: check.asset)
    ]


def asset_checks(asset: str, checks: Sequence[Check]) -> dg.AssetChecksDefinition:
    """Return the step that runs an asset's checks over the warehouse."""
    key = dg.AssetKey(asset.split("."))
    specs = [
        dg.AssetCheckSpec(
            check.name, asset=key, blocking=check.blocking, description=check.description
        )
        for check in checks
    ]

    @dg.multi_asset_check(
        specs=specs, name=f"checks_of_{asset.replace('.', '_')}", pool="warehouse"
    )
    def run(store: dg.ResourceParam[Store]) -> Iterator[dg.AssetCheckResult]:
        with store.warehouse.reading() as con:
            for check in checks:
                yield verdict(check, con.sql(check.query).pl(), key)

    return run


def verdict(check: Check, offending: pl.DataFrame, asset: dg.AssetKey) -> dg.AssetCheckResult:
    """Return passed if no row offends; else the count and the first rows, in about 4 kB."""
    metadata: Metadata = {"offending_rows": dg.MetadataValue.int(offending.height)}
    if not offending.is_empty():
        metadata |= shown("first_rows", in_words(offending))
    metadata["query"] = dg.MetadataValue.text(shorten(check.query, SHOWN_QUERY))
    return dg.AssetCheckResult(
        check_name=check.name,
        asset_key=asset,
        passed=offending.is_empty(),
        severity=dg.AssetCheckSeverity.ERROR if check.blocking else dg.AssetCheckSeverity.WARN,
        description=summary(check, offending),
        metadata=metadata,
    )


def in_words(offending: pl.DataFrame) -> pl.DataFrame:
    """Return findings as their sentences and where they can be read; other rows as they are."""
    if not {"explanation", "finding_id"} <= set(offending.columns):
        return offending
    page = pl.format("{} (report/finding/{}.html)", "explanation", "finding_id")
    return offending.select(pl.col("series").fill_null("articles").alias("heading"), words=page)


def summary(check: Check, offending: pl.DataFrame) -> str:
    """Say how it ended. Dagster renders this as markdown: no word of the news may stand here."""
    if offending.is_empty():
        return "Nothing speaks against it."
    if check.blocking:
        return f"{offending.height:,} rows break it: a fault of ours, so nothing is published."
    series = sorted(set(offending["series"].drop_nulls())) if "series" in offending.columns else []
    named = f": {', '.join(series[:SHOWN_SERIES])}" if series else ""
    return f"{offending.height:,} to look at{named}."
