"""Views and macros for people who write SQL, made in the warehouse so that checks can see them.

Belongs here: making them there, whence they go into every edition. Not here: what they say
(`sql/views`).
"""

import duckdb
import polars as pl

from assets.core.claims.reconcile import VIEWS
from assets.identity import content_id
from assets.tables import definition
from orchestration.warehouse import replace_table


def make_views(con: duckdb.DuckDBPyConnection) -> bool:
    """Make all views, then the macros over them, if anything differs from before; return whether.

    A view keeps the types of its columns, so one over tables that have others now is made anew.
    """
    views = sorted(VIEWS.values(), key=lambda view: bool(view.parameters))
    made_of = {view.name: definition(view) for view in views} | {"": shape(con)}
    declared = pl.DataFrame({"name": made_of.keys(), "statement": made_of.values()})
    if not replace_table(con, "meta.views", declared):
        return False
    for view in views:
        con.execute(made_of[view.name])
    return True


def shape(con: duckdb.DuckDBPyConnection) -> str:
    """Return a hash of the columns and types of all tables but our own bookkeeping."""
    found = con.execute(
        """
        select schema_name, table_name, column_name, data_type
        from duckdb_columns()
        semi join duckdb_tables() using (database_name, schema_name, table_name)
        where database_name = current_database() and schema_name != 'meta'
        order by all
        """
    ).fetchall()
    return content_id(*(name for column in found for name in column))
