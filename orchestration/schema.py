"""What an asset's page shows: the columns of its table, what a step came to, and what is in it.

Belongs here: carrying descriptions from a contract or a SQL file's header to Dagster, and the rows
of `sql/pages/<schema>/<table>.sql`. Not here: the descriptions and the queries. Words of the news
go into tables alone, which Dagster's UI shows as they are; it would render markdown and links.
"""

from pathlib import Path
from typing import Final

import dagster as dg
import dataframely as dy
import polars as pl

from assets.contract import descriptions
from assets.tables import SqlTable, split_header
from orchestration.store import Loaded, Store

PAGES: Final = Path(__file__).parent.parent / "sql" / "pages"
SHOWN_CELL: Final = 300  # characters
SHOWN_TABLE: Final = 2500  # characters: an event should stay below 4 kB
Metadata = dict[str, dg.MetadataValue]


def contract_schema(contract: type[dy.Schema]) -> dict[str, object]:
    """Return the asset metadata that shows a contract's columns, types and descriptions."""
    types = contract.create_empty().schema
    return {
        "dagster/column_schema": dg.TableSchema(
            [
                dg.TableColumn(name, type=str(types[name]), description=description)
                for name, description in descriptions(contract).items()
            ]
        )
    }


def sql_schema(table: SqlTable) -> dict[str, object]:
    """Return the asset metadata that shows a SQL table's columns, descriptions and statement."""
    return {
        "dagster/column_schema": dg.TableSchema(
            [dg.TableColumn(name, description=text) for name, text in table.columns.items()]
        ),
        "grain": dg.MetadataValue.text(table.grain),
    }


def outcome(store: Store, table: str, loaded: Loaded) -> dg.MaterializeResult[None]:
    """Return what a step came to and what its table holds now, as its page in Dagster shows it."""
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": dg.MetadataValue.int(loaded.rows),
            "new_batches": dg.MetadataValue.int(loaded.batches),
            **page(store, table),
        }
    )


def page(store: Store, table: str) -> Metadata:
    """Return the rows that a person wants to see of a table, under the title of their query."""
    (title,), query = split_header(PAGES / f"{table.replace('.', '/')}.sql")
    with store.warehouse.reading() as con:
        return {title: rows_shown(con.sql(query).pl())}


def rows_shown(frame: pl.DataFrame) -> dg.TableMetadataValue:
    """Return the first rows, as many as an event should carry, as a table of plain text."""
    records: list[dg.TableRecord] = []
    length = 0
    for row in frame.iter_rows(named=True):
        cells = {name: shorten(told(value), SHOWN_CELL) for name, value in row.items()}
        length += sum(len(name) + len(cell) for name, cell in cells.items())
        if records and length > SHOWN_TABLE:
            break
        records.append(dg.TableRecord(cells))
    return dg.MetadataValue.table(
        records, schema=dg.TableSchema([dg.TableColumn(name) for name in frame.columns])
    )


def told(value: object) -> str:
    """Return a cell as people write it; what is missing is a dash.

    >>> told(28064.0), told(51.5), told(None)
    ('28,064', '51.5', '–')
    """
    if value is None:
        return "–"
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def shorten(text: str, length: int) -> str:
    """Return the text, or its beginning and an ellipsis where it is longer."""
    return text if len(text) <= length else text[: length - 1] + "…"
