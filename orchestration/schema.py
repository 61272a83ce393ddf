"""The columns of a table as Dagster shows them and as DuckDB's comments tell them.

Belongs here: carrying descriptions from a contract or a SQL file's header to both. Not here: the
descriptions.
"""

from collections.abc import Mapping

import dagster as dg
import dataframely as dy
import duckdb

from assets.tables import SqlTable
from orchestration.store import Loaded
from orchestration.warehouse import quoted


def describe(contract: type[dy.Schema]) -> dict[str, str]:
    """Return the description of each column of a contract."""
    return {name: column.description or "" for name, column in contract.columns().items()}


def contract_schema(contract: type[dy.Schema]) -> dict[str, object]:
    """Return the asset metadata that shows a contract's columns, types and descriptions."""
    types = contract.create_empty().schema
    return {
        "dagster/column_schema": dg.TableSchema(
            [
                dg.TableColumn(name, type=str(types[name]), description=description)
                for name, description in describe(contract).items()
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


def comment(
    con: duckdb.DuckDBPyConnection, table: str, description: str, columns: Mapping[str, str]
) -> None:
    """Write the descriptions into the database, where `duckdb_columns()` shows them."""
    con.execute(f"comment on table {table} is {quoted(description)}")
    for name, text in columns.items():
        con.execute(f'comment on column {table}."{name}" is {quoted(text)}')


def outcome(loaded: Loaded) -> dg.MaterializeResult[None]:
    """Return what a step came to, as Dagster shows it on the asset's page."""
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": dg.MetadataValue.int(loaded.rows),
            "new_batches": dg.MetadataValue.int(loaded.batches),
        }
    )
