"""What people decided: `adjudications.csv` and `recommendations.csv` in CROSSTALLY_HOME.

Belongs here: reading them, with a clear word for each line that cannot be used. Not here: what a
decision does (`sql/tables/out/findings.sql`, `sql/tables/out/metrics.sql`).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import dataframely as dy
import polars as pl

from assets.contract import empty
from assets.out.findings.contract import Adjudications, Recommendations

DECISIONS: Final = ("explained", "accepted")
MUST: Final[Mapping[type[pl.DataType], str]] = {
    pl.Date: "a day like 2024-02-29",
    pl.Float64: "a number like 27708",
}


class DecisionError(Exception):
    """Decisions that cannot be used; each problem names the file and the line."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("People's decisions have mistakes:\n" + "\n".join(problems))


def read_adjudications(path: Path) -> pl.DataFrame:
    """Read the decisions on findings; no file is no decisions. Mistakes are raised all at once.

    The columns are finding_id, decision (explained or accepted), reason, by and until: the last
    day on which an accepted finding stays quiet, empty for ever.
    """
    return read(path, Adjudications)


def read_recommendations(path: Path) -> pl.DataFrame:
    """Read the figures that people recommend; no file is none. Mistakes are raised all at once.

    The columns are series, as_of, value, reason and by.
    """
    return read(path, Recommendations)


def read(path: Path, contract: type[dy.Schema]) -> pl.DataFrame:
    """Read a file of decisions into the contract's columns, sorted."""
    wanted = empty(contract)
    if not path.is_file():
        return wanted
    try:
        rows = pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise DecisionError([f"{path}: not a CSV file in UTF-8: {error}"]) from error
    if missing := [name for name in wanted.columns if name not in rows.columns]:
        raise DecisionError([f"{path}:1: these columns are missing: {', '.join(missing)}"])
    rows = rows.select(wanted.columns).with_columns(pl.all().str.strip_chars().replace("", None))
    typed = rows.with_columns(
        pl.col(name).str.to_date("%Y-%m-%d", strict=False)
        if dtype == pl.Date
        else pl.col(name).cast(dtype, strict=False)
        for name, dtype in wanted.schema.items()
    )
    if problems := list(mistakes(path, rows, typed, contract)):
        raise DecisionError(problems)
    return typed.sort(contract.primary_key())


def mistakes(
    path: Path, rows: pl.DataFrame, typed: pl.DataFrame, contract: type[dy.Schema]
) -> Iterator[str]:
    """Yield a sentence for each field that cannot be used; line 1 holds the columns' names."""
    seen: set[tuple[object, ...]] = set()
    for line, (written, read) in enumerate(
        zip(rows.iter_rows(named=True), typed.iter_rows(named=True), strict=True), start=2
    ):
        where = f"{path}:{line}"
        for name, column in contract.columns().items():
            if written[name] is None and not column.nullable:
                yield f"{where}: {name} is empty"
            elif written[name] is not None and read[name] is None:
                must = MUST[type(typed.schema[name])]
                yield f"{where}: {name} is {written[name]!r}; it must be {must}"
        if written.get("decision") not in (None, *DECISIONS):
            must = " or ".join(DECISIONS)
            yield f"{where}: decision is {written['decision']!r}; it must be {must}"
        key = tuple(read[name] for name in contract.primary_key())
        if key in seen:
            yield f"{where}: {', '.join(map(str, key))} was decided in a line above"
        seen.add(key)
