"""Dagster's face of `out.findings`."""

import dagster as dg

from assets.core.claims.reconcile import TABLES
from orchestration import steps
from orchestration.schema import outcome, sql_schema
from orchestration.store import Store

TABLE = TABLES["out.findings"]


@dg.asset(
    key=["out", "findings"],
    deps=[["out", "metrics"]],
    description=TABLE.description,
    metadata=sql_schema(TABLE),
    pool="warehouse",
)
def findings(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Run the step; the table's description stands in its SQL file."""
    return outcome(store, "out.findings", steps.find_disagreements(store))
