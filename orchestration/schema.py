"""What an asset's page shows: the columns of its table, what a step came to, and what is in it.

Belongs here: carrying descriptions from a contract or a SQL file's header to Dagster, and the rows
of `sql/pages/<schema>/<table>.sql`. Not here: the descriptions and the queries. Words of the news
go into tables and text alone, which Dagster's UI shows as they are; it renders descriptions and
markdown, and follows links.
"""

from pathlib import Path
from typing import Final

import dagster as dg
import dataframely as dy
import polars as pl

from assets.contract import descriptions
from assets.core.claims.reconcile import TABLES
from assets.tables import SqlTable, split_header
from orchestration.pictures import picture
from orchestration.store import Loaded, Store

PAGES: Final = Path(__file__).parent.parent / "sql" / "pages"
SHOWN_CELL: Final = 80  # characters; these keep what an event carries near 4 kB
SHOWN_TABLE: Final = 2500
SHOWN_WORDS: Final = 600
SHOWN_LINES: Final = 9
Metadata = dict[str, dg.MetadataValue]


def contract_schema(contract: type[dy.Schema]) -> dict[str, object]:
    """Return the asset metadata that shows a contract's columns, types and descriptions."""
    types = contract.create_empty().schema
    return {
        "dagster/column_schema": dg.TableSchema(
            [
                dg.TableColumn(
                    name, type=str(types[name]).partition("(")[0], description=description
                )
                for name, description in descriptions(contract).items()
            ]
        )
    }


def sql_schema(table: SqlTable) -> dict[str, object]:
    """Return the asset metadata that shows a SQL table's grain, columns and descriptions.

    Types are known once the table is made; `outcome` adds them.
    """
    return {
        "dagster/column_schema": dg.TableSchema(
            [
                dg.TableColumn(name, type="", description=text)
                for name, text in table.columns.items()
            ]
        ),
        "grain": dg.MetadataValue.text(table.grain),
    }


def outcome(store: Store, table: str, loaded: Loaded) -> dg.MaterializeResult[None]:
    """Return what a step came to and what its table holds now, as its page in Dagster shows it."""
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": dg.MetadataValue.int(loaded.rows),
            "new_batches": dg.MetadataValue.int(loaded.batches),
            **picture(store, table),
            **page(store, table),
            **typed_schema(store, table),
        }
    )


def page(store: Store, table: str) -> Metadata:
    """Return what a person wants to see of a table, under the title of the page's query."""
    (title,), query = split_header(PAGES / f"{table.replace('.', '/')}.sql")
    with store.warehouse.reading() as con:
        return shown(title, con.sql(query).pl())


def typed_schema(store: Store, table: str) -> Metadata:
    """Return the columns of a table that SQL makes with the types they have come to have."""
    if table not in TABLES:
        return {}
    with store.warehouse.reading() as con:
        made = con.table(table)
        columns = [
            dg.TableColumn(name, type=kind.id.upper(), description=TABLES[table].columns[name])
            for name, kind in zip(made.columns, made.types, strict=True)
        ]
    return {"dagster/column_schema": dg.MetadataValue.table_schema(dg.TableSchema(columns))}


def shown(title: str, frame: pl.DataFrame) -> Metadata:
    """Return the first rows as a table; rows of `heading` and `words` as a line of text each."""
    if frame.columns == ["heading", "words"]:
        return {
            f"{number}. {heading}": dg.MetadataValue.text(shorten(words, SHOWN_WORDS))
            for number, (heading, words) in enumerate(frame.head(SHOWN_LINES).iter_rows(), start=1)
        }
    return {title: rows_shown(frame)}


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
