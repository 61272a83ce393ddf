"""The data dictionary: comments on every table and column of the file that people query.

Belongs here: writing into DuckDB what contracts and SQL files say. Not here: what they say.
"""

from collections.abc import Iterator, Mapping

import duckdb

from assets.contract import descriptions
from assets.core.claims import reconcile
from orchestration.warehouse import TABLES, quoted


def entries() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield (table, what it is, what each column is) for all that is declared."""
    for name, table in TABLES.items():
        yield name, (table.contract.__doc__ or "").partition("\n")[0], descriptions(table.contract)
    for name, made in reconcile.TABLES.items():
        yield name, f"{made.description} ({made.grain})", made.columns


def annotate(con: duckdb.DuckDBPyConnection) -> None:
    """Write the dictionary as comments into the connection's current database."""
    found = con.execute(
        """
        select schema_name || '.' || table_name
        from duckdb_tables()
        where database_name = current_database()
        """
    ).fetchall()
    here = {name for (name,) in found}
    for table, description, columns in entries():
        if table not in here:
            continue
        con.execute(f"comment on table {table} is {quoted(description)}")
        for column, text in columns.items():
            con.execute(f'comment on column {table}."{column}" is {quoted(text)}')
