"""What an asset's page shows: the columns of its table, and what a step came to.

Belongs here: carrying descriptions from a contract or a SQL file's header to Dagster. Not here: the
descriptions.
"""

import dagster as dg
import dataframely as dy

from assets.contract import descriptions
from assets.tables import SqlTable
from orchestration.store import Loaded


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


def outcome(loaded: Loaded) -> dg.MaterializeResult[None]:
    """Return what a step came to, as Dagster shows it on the asset's page."""
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": dg.MetadataValue.int(loaded.rows),
            "new_batches": dg.MetadataValue.int(loaded.batches),
        }
    )
