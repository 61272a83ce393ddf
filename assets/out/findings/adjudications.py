"""What people decided about findings: the file `adjudications.csv` in CROSSTALLY_HOME.

Belongs here: reading it. Not here: what a decision does (`sql/tables/out/findings.sql`).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from assets.out.findings.contract import Adjudications

DECISIONS: Final = ("explained", "accepted")
SCHEMA: Final = Adjudications.create_empty().schema


class AdjudicationError(Exception):
    """A decision that cannot be used; each problem names the file and the line."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("The adjudications have mistakes:\n" + "\n".join(problems))


def read_adjudications(path: Path) -> pl.DataFrame:
    """Read the decisions; no file is no decisions. Mistakes are collected and raised once.

    The columns are finding_id, decision (explained or accepted), reason, by and until: the last
    day on which an accepted finding stays quiet, empty for ever.
    """
    if not path.is_file():
        return SCHEMA.to_frame()
    try:
        rows = pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise AdjudicationError([f"{path}: not a CSV file in UTF-8: {error}"]) from error
    if missing := [name for name in SCHEMA if name not in rows.columns]:
        raise AdjudicationError([f"{path}:1: these columns are missing: {', '.join(missing)}"])
    typed = rows.select(SCHEMA.names()).with_columns(
        pl.col("until").str.to_date("%Y-%m-%d", strict=False)
    )
    if problems := list(mistakes(path, rows, typed)):
        raise AdjudicationError(problems)
    return typed.sort("finding_id")


def mistakes(path: Path, rows: pl.DataFrame, typed: pl.DataFrame) -> Iterator[str]:
    """Yield a sentence for each line that cannot be used; line 1 holds the names of the columns."""
    seen: set[str] = set()
    for line, (row, until) in enumerate(
        zip(rows.iter_rows(named=True), typed["until"], strict=True), start=2
    ):
        where = f"{path}:{line}"
        if not row["finding_id"]:
            yield f"{where}: there is no finding_id"
        elif row["finding_id"] in seen:
            yield f"{where}: finding {row['finding_id']} is decided twice"
        if row["decision"] not in DECISIONS:
            yield f"{where}: decision is {row['decision']!r}; it must be {' or '.join(DECISIONS)}"
        for name in ("reason", "by"):
            if not row[name]:
                yield f"{where}: {name} is empty; a decision says why, and whose it is"
        if row["until"] and until is None:
            yield f"{where}: until is {row['until']!r}; it must be a day like 2024-02-29, or empty"
        seen.add(row["finding_id"])
