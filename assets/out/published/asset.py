"""Dagster's face of `crosstally.duckdb`, the file that people open."""

import dagster as dg

from orchestration import steps
from orchestration.schema import page
from orchestration.store import Store


@dg.asset(
    key=["out", "published"],
    deps=[["out", "findings"], ["raw", "quarantine"], ["core", "corrections"]],
    pool="warehouse",
)
def published(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """The read-only edition that people query: all tables at one state, behind one link."""
    is_new = steps.publish_edition(store)
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(str(store.settings.published)),
            "new_edition": dg.MetadataValue.bool(is_new),
            **page(store, "out.published"),
        }
    )
