"""Dagster's face of `core.claims`."""

import dagster as dg

from assets.core.claims.reconcile import TABLES
from orchestration import steps
from orchestration.schema import outcome, sql_schema
from orchestration.store import Store

TABLE = TABLES["core.claims"]


@dg.asset(
    key=["core", "claims"],
    deps=[["core", "facts"], ["core", "corrections"]],
    description=TABLE.description,
    metadata=sql_schema(TABLE),
    pool="warehouse",
)
def claims(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Run the step; the table's description stands in its SQL file."""
    return outcome(store, "core.claims", steps.group_claims(store))
