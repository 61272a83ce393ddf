"""Views and macros for people who write SQL, made in the warehouse so that checks can see them.

Belongs here: making them there, whence they go into every edition. Not here: what they say
(`sql/views`).
"""

import duckdb
import polars as pl

from assets.core.claims.reconcile import VIEWS
from assets.tables import definition
from orchestration.warehouse import replace_table


def make_views(con: duckdb.DuckDBPyConnection) -> bool:
    """Make all views, then the macros over them; return whether any differs from before."""
    views = sorted(VIEWS.values(), key=lambda view: bool(view.parameters))
    declared = pl.DataFrame(
        {"name": [view.name for view in views], "statement": [definition(view) for view in views]}
    )
    for statement in declared["statement"]:
        con.execute(statement)
    return replace_table(con, "meta.views", declared)
