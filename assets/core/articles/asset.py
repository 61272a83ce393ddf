"""Dagster's face of `core.articles` and of the `core.corrections` found in them."""

import dagster as dg

from assets.core.articles.contract import Articles
from orchestration import steps
from orchestration.schema import contract_schema, outcome
from orchestration.store import Store


@dg.asset(
    key=["core", "articles"],
    deps=[["raw", "files"]],
    metadata=contract_schema(Articles),
    pool="warehouse",
)
def articles(store: dg.ResourceParam[Store]) -> dg.MaterializeResult[None]:
    """Texts that outlets published: one row per version, with its segments, date and origin."""
    return outcome(store, "core.articles", steps.read_new_articles(store))
