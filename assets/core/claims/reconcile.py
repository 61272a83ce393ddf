"""Reconciliation kept up to date: which series changed, and the tables made anew for those alone.

Belongs here: running the SQL files of `sql/` inside the caller's transaction. Not here: what the
figures mean (the SQL files), or Dagster. Work is level-triggered: every stage compares, for each
series, a fingerprint of what its rows are to be made from with that of what they were made from,
so a run that was cut off, skipped or repeated needs no special care.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from inspect import getsourcefile
from pathlib import Path
from typing import Final

import dataframely as dy
import duckdb
import polars as pl

from assets.contract import empty
from assets.identity import content_id
from assets.out.findings import conflicts
from assets.out.findings.contract import Conflicts, Identities
from assets.tables import SqlTable, read_table, read_tables

SQL: Final = Path(__file__).parents[3] / "sql"
TABLES: Final = read_tables(SQL / "tables")
KINDS: Final = read_tables(SQL / "findings")
FINGERPRINTS: Final = read_table(SQL / "reconcile" / "fingerprints.sql")
IDENTIFIED: Final = read_table(SQL / "reconcile" / "identified.sql")

ARTICLES: Final = ""
"""Stands for a series where a finding concerns articles alone."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Python that computes a table where SQL cannot: from which tables, and of which columns."""

    compute: Callable[..., pl.DataFrame]
    reads: tuple[str, ...]
    contract: type[dy.Schema]

    @property
    def version(self) -> str:
        """A hash of the module that computes, and of those beside it."""
        folder = Path(getsourcefile(self.compute) or "").parent
        return content_id(*(path.read_text() for path in sorted(folder.glob("*.py"))))


@dataclass(frozen=True, slots=True)
class Stage:
    """Tables that are made together, in their order, and the tables of earlier stages they read."""

    name: str
    makes: Mapping[str, "str | Maker"]  # table name to statement, or what computes it
    reads: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """A hash of how rows are made: when that changes, all rows of the stage are made anew."""
        ways = (way if isinstance(way, str) else way.version for way in self.makes.values())
        return content_id(*ways)


def detections() -> str:
    """Return the statement that gathers all kinds of findings, each under the scope it is made by.

    A kind that is found in two ways has two files: `<kind>.sql` and `<kind>__<way>.sql`.

    >>> "'stale_copy' as kind" in detections()
    True
    """
    parts = (
        f"select {quoted(name.partition('.')[2].partition('__')[0])} as kind, "  # noqa: S608
        f"{'series' if kind.scope == 'series' else quoted(ARTICLES)} as scope, * "
        f"from ({kind.query})"
        for name, kind in KINDS.items()
    )
    gathered = "\nunion all by name\n".join(parts)
    return IDENTIFIED.query.replace("core.detected", f"({gathered})")


def reading(query: str, relations: Mapping[str, str]) -> str:
    """Return a statement that reads other relations in the place of those it names.

    >>> reading("select * from core.claims", {"core.claims": "fresh"})
    'select * from fresh'
    """
    names = "|".join(re.escape(name) for name in relations)
    return re.sub(rf"\b({names})\b", lambda match: relations[match[1]], query)


def quoted(text: str) -> str:
    """Return a SQL literal of one of our own names."""
    return "'" + text.replace("'", "''") + "'"


def statements(*names: str) -> dict[str, str]:
    """Return the statements of tables that are declared in `sql/tables`, as of all we know."""
    return {name: TABLES[name].query.replace("$known_at", "date 'infinity'") for name in names}


CLAIMS: Final = Stage(
    "claims",
    statements(
        "core.readings",
        "core.owned_readings",
        "core.appearances",
        "core.phases",
        "core.figures",
        "core.dated_readings",
        "core.claims",
        "core.standing",
        "core.disputes",
    ),
)
METRICS: Final = Stage(
    "metrics",
    statements("core.crh_votes", "core.crh_rounds", "out.weights", "out.metrics"),
    reads=("core.dated_readings", "core.claims", "core.standing", "core.disputes"),
)
FINDINGS: Final = Stage(
    "findings",
    {
        **statements("core.disagreements", "core.oddities", "core.together", "out.lags"),
        "core.conflicts": Maker(
            conflicts.find, ("core.together", "catalogue.identities"), Conflicts
        ),
        "out.identities": Maker(
            conflicts.imply, ("core.together", "catalogue.identities"), Identities
        ),
        "core.detections": detections(),
    },
    reads=(
        "core.readings",
        "core.figures",
        "core.dated_readings",
        "core.claims",
        "core.disputes",
    ),
)


def known_at(*stages: Stage) -> dict[str, SqlTable]:
    """Return for each table a macro that makes it from what had been published by a day."""
    names = [name for stage in stages for name in stage.makes]
    macros = {name: f"{name}_known_at($known_at)" for name in names}
    return {
        f"{name}_known_at": replace(
            TABLES[name],
            name=f"{name}_known_at",
            query=reading(TABLES[name].query, macros),
            parameters=("known_at",),
        )
        for name in names
    }


VIEWS: Final = known_at(CLAIMS, METRICS) | read_tables(SQL / "views")
"""Views and macros for people, in an order in which each finds those it reads."""


def refresh_claims(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring `core.claims` and what it is made from up to date; return the series that changed."""
    return refresh(con, CLAIMS)


def refresh_metrics(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring `out.metrics` up to date; return the series that changed."""
    return refresh(con, METRICS)


def refresh_findings(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring `out.findings` up to date; return the ids of those that came, changed or went."""
    touched = refresh(con, FINDINGS)
    decided = decisions(con)
    is_decided = remembered(con, "decisions") != decided
    if not touched and not is_decided:
        return []
    query = TABLES["out.findings"].query
    create(con, "out.findings", query)
    con.execute(
        "create temp table due as from core.detections where $all or list_contains($names, scope)",
        {"all": is_decided, "names": touched},
    )
    con.execute(f"create temp table fresh as {reading(query, {'core.detections': 'due'})}")
    con.execute(
        """
        insert into fresh
        from out.findings
        where
            finding_id in (select finding_id from core.detections)
            and finding_id not in (select finding_id from due)
        """
    )
    changed = changed_ids(con)
    if changed:
        con.execute("delete from out.findings")
        con.execute("insert into out.findings from fresh order by all")
    con.execute("drop table fresh")
    con.execute("drop table due")
    remember(con, "decisions", {ARTICLES}, decided)
    return changed


def decisions(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return what people decided, and which of it ends before the newest day."""
    found = con.execute(
        """
        select
            sum(hash(adjudications)),
            count(*) filter (where until < (select max(published_on) from core.articles))
        from core.adjudications as adjudications
        """
    ).fetchall()
    return {ARTICLES: content_id(TABLES["out.findings"].query, *found[0])}


def changed_ids(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the ids of the findings by which the fresh ones differ from those of before."""
    found = con.execute(
        """
        select distinct finding_id
        from (
            (from fresh except from out.findings) union all (from out.findings except from fresh)
        )
        order by finding_id
        """
    ).fetchall()
    return [finding_id for (finding_id,) in found]


def refresh(con: duckdb.DuckDBPyConnection, stage: Stage) -> list[str]:
    """Make a stage's rows anew for the series whose fingerprint changed; return those series."""
    prepare(con, stage)
    wanted, done = fingerprints(con, stage), remembered(con, stage.name)
    changed = {name for name in wanted.keys() | done if wanted.get(name) != done.get(name)}
    touched = changed | bound_to(con, changed)
    if touched:
        con.execute(
            "create temp table touched as select unnest($names) as series",
            {"names": sorted(touched)},
        )
        make(con, stage)
        con.execute("drop table touched")
        remember(con, stage.name, touched, wanted)
    return sorted(touched)


def prepare(con: duckdb.DuckDBPyConnection, stage: Stage) -> None:
    """Create the stage's tables where they are not there yet, or have other columns by now."""
    con.execute(
        """
        create table if not exists core.reconciled (
            stage varchar, series varchar, fingerprint varchar, primary key (stage, series)
        )
        """
    )
    con.execute(
        """
        create table if not exists core.recommendations (
            series varchar, as_of date, value double, reason varchar, "by" varchar
        )
        """
    )
    for name, way in stage.makes.items():
        if isinstance(way, Maker):
            with registered(con, empty(way.contract)) as incoming:
                create(con, name, f"from {incoming}")
        else:
            create(con, name, way)


def create(con: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    """Create an empty table of the statement's columns, unless it has them already."""
    wanted = con.sql(f"from ({query}) limit 0")
    found = con.execute(
        "select column_name, data_type from duckdb_columns() "
        "where schema_name || '.' || table_name = $name order by column_index",
        {"name": name},
    ).fetchall()
    if found != list(zip(wanted.columns, map(str, wanted.types), strict=True)):
        con.execute(f"drop table if exists {name}")
        con.execute(f"create table {name} as from ({query}) limit 0")


def fingerprints(con: duckdb.DuckDBPyConnection, stage: Stage) -> dict[str, str]:
    """Return what the stage's rows are to be made from, by series."""
    found = con.execute(FINGERPRINTS.query).fetchall()
    return {series: content_id(stage.version, fingerprint) for series, fingerprint in found}


def remembered(con: duckdb.DuckDBPyConnection, stage: str) -> dict[str, str]:
    """Return what the stage's rows were made from, by series."""
    found = con.execute(
        "select series, fingerprint from core.reconciled where stage = $stage", {"stage": stage}
    ).fetchall()
    return dict(found)


def bound_to(con: duckdb.DuckDBPyConnection, changed: set[str]) -> set[str]:
    """Return the series that identities bind to one that changed, directly or not."""
    found = con.execute(
        """
        select distinct other.series
        from catalogue.identities as one
        inner join catalogue.identities as other on one.network = other.network
        where list_contains($changed, one.series)
        """,
        {"changed": sorted(changed)},
    ).fetchall()
    return {series for (series,) in found}


def remember(
    con: duckdb.DuckDBPyConnection, stage: str, touched: set[str], wanted: Mapping[str, str]
) -> None:
    """Note what the rows of the touched series were made from."""
    names = sorted(touched & wanted.keys())
    con.execute(
        "delete from core.reconciled where stage = $stage and list_contains($names, series)",
        {"stage": stage, "names": sorted(touched)},
    )
    con.execute(
        "insert into core.reconciled select $stage, unnest($names), unnest($fingerprints)",
        {"stage": stage, "names": names, "fingerprints": [wanted[name] for name in names]},
    )


def make(con: duckdb.DuckDBPyConnection, stage: Stage) -> None:
    """Make the stage's tables for the touched series beside the old rows, then replace those."""
    shadows = {name: f"fresh_{name.replace('.', '_')}" for name in (*stage.reads, *stage.makes)}
    for name in stage.reads:
        con.execute(
            f"create temp view {shadows[name]} as from {name} where series in (from touched)"
        )
    for name, way in stage.makes.items():
        if isinstance(way, Maker):
            frames = (con.sql(f"from {shadows.get(table, table)}").pl() for table in way.reads)
            with registered(con, way.compute(*frames)) as incoming:
                con.execute(f"create temp table {shadows[name]} as from {incoming}")
        else:
            con.execute(
                f"create temp table {shadows[name]} as "
                f"from ({reading(way, shadows)}) where {scope(name)} in (from touched)"
            )
    for name in stage.makes:
        replace_rows(con, name, shadows[name])
    for name in (*stage.makes, *stage.reads):
        con.execute(f"drop {'view' if name in stage.reads else 'table'} {shadows[name]}")


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, frame: pl.DataFrame) -> Iterator[str]:
    """Lend a frame to the database under the name that is yielded."""
    con.register("incoming", frame.to_arrow())
    yield "incoming"
    con.unregister("incoming")


def replace_rows(con: duckdb.DuckDBPyConnection, name: str, shadow: str) -> None:
    """Put the touched series' rows in place of the old ones; what people read stays sorted."""
    if name.startswith("core."):
        con.execute(f"delete from {name} where {scope(name)} in (from touched)")  # noqa: S608
    else:
        con.execute(f"insert into {shadow} from {name} where {scope(name)} not in (from touched)")
        con.execute(f"delete from {name}")  # noqa: S608
    con.execute(f"insert into {name} from {shadow} order by all")


def scope(name: str) -> str:
    """Return the column that tells under which touched series a table's rows are made."""
    return {"core.detections": "scope", "core.together": "network"}.get(name, "series")
