"""Dagster's face of the export."""

import dagster as dg

from orchestration import steps
from orchestration.store import Store


@dg.asset(key=["out", "export"], deps=[["out", "published"]])
def export(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Files to take away: figures, findings, evidence and claims as Parquet, CSV and JSON-LD."""
    is_new = steps.export_edition(store)
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(str(store.settings.export)),
            "new_edition": dg.MetadataValue.bool(is_new),
        }
    )
