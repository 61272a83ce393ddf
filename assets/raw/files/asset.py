"""Dagster's face of `raw.files`."""

import dagster as dg

from assets.raw.files.contract import Files
from orchestration import steps
from orchestration.schema import contract_schema, outcome
from orchestration.store import Store


@dg.asset(key=["raw", "files"], metadata=contract_schema(Files), pool="warehouse")
def files(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Bytes as they arrived: one row per different content, kept for ever under its hash."""
    return outcome(store, "raw.files", steps.take_in(store))
