"""What people take with them: tables as Parquet and CSV, claims as JSON-LD, in one folder.

Belongs here: writing a published edition into a folder that is there and empty. Not here: where
that folder lies, or how it takes the place of the last one.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from assets.out.export.jsonld import document

CLAIMS: Final = Path(__file__).parent / "queries" / "claims.sql"
BESIDES: Final = ("core.claims",)
"""Tables that are exported beside all of schema `out`."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of the export and how many rows or claims it holds."""

    path: Path
    rows: int


def export(con: duckdb.DuckDBPyConnection, folder: Path) -> list[Exported]:
    """Write every table of an edition that people take with them, and its claims as JSON-LD."""
    made = [written for name in names(con) for written in write_table(con, name, folder)]
    return [*made, write_claims(con, folder / "claims.jsonld")]


def names(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the names of the tables and views to export."""
    found = con.execute(
        """
        select distinct schema_name || '.' || table_name
        from duckdb_columns()
        where schema_name = 'out' and database_name = current_database()
        order by all
        """
    ).fetchall()
    return [*(name for (name,) in found), *BESIDES]


def write_table(con: duckdb.DuckDBPyConnection, name: str, folder: Path) -> list[Exported]:
    """Write a table as Parquet, and as CSV with its lists as JSON."""
    table = con.sql(f"from {name} order by all")
    plain = ", ".join(
        f'to_json("{column}") as "{column}"' if kind.id in ("list", "struct") else f'"{column}"'
        for column, kind in zip(table.columns, table.types, strict=True)
    )
    parquet, csv = folder / f"{name}.parquet", folder / f"{name}.csv"
    table.write_parquet(str(parquet), compression="zstd")
    table.project(plain).write_csv(str(csv))
    rows = len(table)
    return [Exported(parquet, rows), Exported(csv, rows)]


def write_claims(con: duckdb.DuckDBPyConnection, path: Path) -> Exported:
    """Write all claims as JSON-LD."""
    claims = con.sql(CLAIMS.read_text(encoding="utf-8")).pl()
    path.write_text(document(claims.iter_rows(named=True)), encoding="utf-8")
    return Exported(path, claims.height)
