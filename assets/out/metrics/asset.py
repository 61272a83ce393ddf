"""Dagster's face of `out.metrics`."""

import dagster as dg

from assets.core.claims.reconcile import TABLES
from orchestration import steps
from orchestration.schema import outcome, sql_schema
from orchestration.store import Store

TABLE = TABLES["out.metrics"]


@dg.asset(
    key=["out", "metrics"],
    deps=[["core", "claims"]],
    description=TABLE.description,
    metadata=sql_schema(TABLE),
    pool="warehouse",
)
def metrics(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Run the step; the table's description stands in its SQL file."""
    return outcome(store, "out.metrics", steps.reconcile_metrics(store))
