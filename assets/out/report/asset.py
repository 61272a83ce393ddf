"""Dagster's face of the report."""

import dagster as dg

from orchestration import steps
from orchestration.store import Store


@dg.asset(key=["out", "report"], deps=[["out", "published"]])
def report(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """The static site: findings in sentences, series in pictures, every figure in its words."""
    made = steps.build_report(store)
    return dg.MaterializeResult(
        metadata={
            "index": dg.MetadataValue.path(str(made.index)),
            "pages": dg.MetadataValue.int(made.n_pages),
            "pages_written": dg.MetadataValue.int(made.n_written),
        }
    )
