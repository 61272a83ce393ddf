"""Dagster's face of `core.corrections`."""

import dagster as dg

from assets.core.articles.contract import Corrections
from orchestration import steps
from orchestration.schema import contract_schema, outcome
from orchestration.store import Store


@dg.asset(
    key=["core", "corrections"],
    deps=[["core", "articles"]],
    metadata=contract_schema(Corrections),
    pool="warehouse",
)
def corrections(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Correction notices that article versions carry."""
    return outcome(store, "core.corrections", steps.collect_corrections(store))
