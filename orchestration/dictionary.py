"""The data dictionary: comments on every table, view, macro and column that people query.

Belongs here: writing into DuckDB what contracts and SQL files say. Not here: what they say.
"""

from collections.abc import Iterator, Mapping

import dataframely as dy
import duckdb

from assets.catalogue.contract import TABLES as CATALOGUE
from assets.contract import descriptions
from assets.core.claims.reconcile import TABLES as RECONCILED
from assets.core.claims.reconcile import VIEWS
from assets.out.findings.contract import Adjudications, Conflicts, Identities, Recommendations
from orchestration.warehouse import TABLES as STAGED
from orchestration.warehouse import quoted

CONTRACTS: Mapping[str, type[dy.Schema]] = {
    **{name: table.contract for name, table in STAGED.items()},
    **{f"catalogue.{name}": contract for name, contract in CATALOGUE.items()},
    "core.adjudications": Adjudications,
    "core.recommendations": Recommendations,
    "core.conflicts": Conflicts,
    "out.identities": Identities,
}


def entries() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield (name, what it is, what each column is) for all that is declared."""
    for name, contract in CONTRACTS.items():
        yield name, (contract.__doc__ or "").partition("\n")[0], descriptions(contract)
    for name, made in {**RECONCILED, **VIEWS}.items():
        yield name, f"{made.description} ({made.grain})", made.columns


def annotate(con: duckdb.DuckDBPyConnection) -> None:
    """Write the dictionary as comments into the connection's current database.

    DuckDB keeps no comments on the columns of a macro.
    """
    found = con.execute(
        """
        select schema_name || '.' || table_name, 'table'
        from duckdb_tables()
        where database_name = current_database()
        union all
        select schema_name || '.' || view_name, 'view'
        from duckdb_views()
        where database_name = current_database()
        union all
        select schema_name || '.' || function_name, 'macro table'
        from duckdb_functions()
        where database_name = current_database() and function_type = 'table_macro'
        """
    ).fetchall()
    sorts = dict(found)
    for name, description, columns in entries():
        if sort := sorts.get(name):
            con.execute(f"comment on {sort} {name} is {quoted(description)}")
            for column, text in columns.items() if sort != "macro table" else ():
                con.execute(f'comment on column {name}."{column}" is {quoted(text)}')
