"""Dagster's face of `core.facts`."""

import dagster as dg

from assets.core.facts.contract import Facts
from orchestration import steps
from orchestration.schema import contract_schema, outcome
from orchestration.store import Store


@dg.asset(
    key=["core", "facts"],
    deps=[["core", "articles"]],
    metadata=contract_schema(Facts),
    pool="warehouse",
)
def facts(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Quantities that articles state: one row each, with the words around it and what it means."""
    return outcome(store, "core.facts", steps.extract_facts(store))
