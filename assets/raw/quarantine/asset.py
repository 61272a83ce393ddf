"""Dagster's face of `raw.quarantine`."""

import dagster as dg

from assets.raw.files.contract import Quarantine
from orchestration import steps
from orchestration.schema import contract_schema, outcome
from orchestration.store import Store


@dg.asset(
    key=["raw", "quarantine"],
    deps=[["raw", "files"]],
    metadata=contract_schema(Quarantine),
    pool="warehouse",
)
def quarantine(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """What could not be read, and why: nothing is dropped without a row here."""
    return outcome(store, "raw.quarantine", steps.collect_refusals(store))
