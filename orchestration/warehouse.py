"""The private working database: one writer at a time, one transaction a step.

Belongs here: opening it, its tables as the contracts declare them, and loading staged batches. Not
here: what people query (`publish.py`), or any SQL that says what figures mean (`sql/`).
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock

import dataframely as dy
import duckdb
import polars as pl

from assets.core.articles.contract import Articles, Corrections
from assets.core.facts.contract import Facts
from assets.raw.files.contract import Files, Quarantine


@dataclass(frozen=True, slots=True)
class StagedTable:
    """A table that polars makes: its contract, and under which column a batch replaces rows.

    None replaces nothing: rows that are there already stay, and only further ones come in. A row
    that was found in an article stays only as long as the article.
    """

    contract: type[dy.Schema]
    replaced_by: str | None
    is_of_articles: bool = False


TABLES = {
    "raw.files": StagedTable(Files, "file_id"),
    "raw.quarantine": StagedTable(Quarantine, None),
    "core.articles": StagedTable(Articles, "file_id"),
    "core.corrections": StagedTable(Corrections, "article_id", is_of_articles=True),
    "core.facts": StagedTable(Facts, "article_id", is_of_articles=True),
}
SCHEMAS = ("raw", "core", "out", "catalogue", "meta")


ATTACHING = RLock()  # threads of this process take turns at the name `warehouse`


@cache
def engine() -> duckdb.DuckDBPyConnection:
    """Return this process's one DuckDB, to which files are attached: one a step costs 14 ms."""
    return duckdb.connect()


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The working database at `path`; a lock file beside it keeps writers apart.

    One that is made anew counts its states from `first_generation`, so that none of them has the
    number of an edition that was published before the last one was lost.
    """

    path: Path
    first_generation: int = 1

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a connection whose work is kept as a whole, or not at all if the body raises.

        Waits for another writer of this machine to end; the system frees the lock of one that died.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._attached(fcntl.LOCK_EX) as con:
            con.begin()
            try:
                create_tables(con, self.first_generation)
                yield con
            except BaseException:
                con.rollback()
                raise
            con.commit()

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a connection that cannot change the warehouse; waits while a writer is at work."""
        with self._attached(fcntl.LOCK_SH, "(read_only)") as con:
            yield con

    @contextmanager
    def _attached(self, lock_kind: int, options: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
        with ATTACHING, self.path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, lock_kind)
            with engine().cursor() as con:
                con.execute(f"attach {quoted(str(self.path))} as warehouse {options}")
                try:
                    con.execute("use warehouse")
                    yield con
                finally:
                    con.execute("use memory")
                    con.execute("detach warehouse")


def create_tables(con: duckdb.DuckDBPyConnection, first_generation: int) -> None:
    """Make the contracts' tables where they are not there yet."""
    found = con.execute("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
    missing = {*TABLES, "meta.loaded", "meta.generation"} - {name for (name,) in found}
    if not missing:
        return
    for schema in SCHEMAS:
        con.execute(f"create schema if not exists {schema}")
    for name in TABLES.keys() & missing:
        con.register("declared", TABLES[name].contract.create_empty().to_arrow())
        con.execute(f"create table {name} as from declared")
        con.unregister("declared")
    con.execute(
        """
        create table if not exists meta.loaded (
            table_name varchar, version varchar, batch varchar, primary key (table_name, batch)
        )
        """
    )
    con.execute(
        "create table if not exists meta.generation as select cast($first as bigint) as generation",
        {"first": first_generation},
    )


def unloaded(
    con: duckdb.DuckDBPyConnection, table: str, version: str, batches: list[str]
) -> list[str]:
    """Return those of the staged batches that the table does not hold in this version."""
    loaded = con.execute(
        "select batch from meta.loaded where table_name = $table and version = $version",
        {"table": table, "version": version},
    ).fetchall()
    done = {batch for (batch,) in loaded}
    return [batch for batch in batches if batch not in done]


# The names in these statements are ours, from TABLES; what comes from outside is in the frame.


def load_rows(con: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    """Insert rows in place of all that the table held of the same files or articles.

    A row that another file has brought already (the same article in both) stays as it is.
    """
    staged, ids = TABLES[table], ", ".join(TABLES[table].contract.primary_key())
    con.register("arrived", rows.to_arrow())
    if key := staged.replaced_by:
        con.execute(f"delete from {table} where {key} in (select {key} from arrived)")  # noqa: S608
    con.execute(
        f"insert into {table} by name select arrived.* from arrived anti join {table} using ({ids})"  # noqa: S608
    )
    con.unregister("arrived")


def remove_strays(con: duckdb.DuckDBPyConnection) -> None:
    """Delete what was found in articles that are gone: their files are read otherwise now."""
    for name in (name for name, table in TABLES.items() if table.is_of_articles):
        con.execute(
            f"delete from {name} where article_id not in (select article_id from core.articles)"  # noqa: S608
        )


def note_loaded(
    con: duckdb.DuckDBPyConnection, table: str, version: str, batches: list[str]
) -> None:
    """Remember that a table holds these batches."""
    con.execute(
        "insert or replace into meta.loaded select $table, $version, unnest($batches::varchar[])",
        {"table": table, "version": version, "batches": batches},
    )


def replace_table(con: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame) -> bool:
    """Make a small table hold exactly the frame's rows; return whether it did not already."""
    con.register("wanted", frame.to_arrow())
    con.execute(f"create table if not exists {table} as from wanted limit 0")
    if [column[0] for column in con.table(table).description] != frame.columns:
        con.execute(f"create or replace table {table} as from wanted limit 0")
    differs = con.execute(
        f"(from {table} except all from wanted) union all (from wanted except all from {table})"
    ).fetchall()
    if differs:
        con.execute(f"truncate {table}")
        con.execute(f"insert into {table} from wanted")
    con.unregister("wanted")
    return bool(differs)


def mark_changed(con: duckdb.DuckDBPyConnection) -> None:
    """Count one more state of the warehouse; publication copies only a state not yet published."""
    con.execute("update meta.generation set generation = generation + 1")


def quoted(text: str) -> str:
    """Return a SQL literal, for the statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def count_rows(con: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return how many rows a table holds."""
    return len(con.table(table))
