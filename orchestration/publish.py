"""The file that people open: a new, complete, read-only edition and a link swapped to it.

Belongs here: copying the warehouse into an edition and making it the current one. Not here: when
(after the blocking checks; Dagster's graph sees to that).

A plain rename over the old file is unsafe: a reader's leftover write-ahead log would be replayed
into the new one. So each edition has its own name, and only the link moves.
"""

import re
from pathlib import Path

import duckdb

from orchestration.dictionary import annotate
from orchestration.place import replace_durably, sync
from orchestration.settings import Settings
from orchestration.warehouse import quoted

KEPT = 3  # editions: readers of the one before last may still be at work
INTERNAL = (  # our bookkeeping
    "schema if exists meta cascade",
    "table if exists core.reconciled",
    "table if exists core.detections",
)
READABLE_BY = "v1.5.0"  # files that DuckDB 2 writes otherwise cannot be read by 1.x clients


def current_generation(settings: Settings) -> int:
    """Return the generation of the edition that the link points to, 0 if there is none."""
    if not settings.published.exists():
        return 0
    found = re.fullmatch(r"crosstally-(\d+)\.duckdb", settings.published.resolve().name)
    return int(found[1]) if found else 0


def warehouse_generation(con: duckdb.DuckDBPyConnection) -> int:
    """Return how many times the warehouse has changed."""
    row = con.execute("select max(generation) from meta.generation").fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def publish(con: duckdb.DuckDBPyConnection, settings: Settings) -> bool:
    """Make the warehouse's state the current edition; return whether there was anything new."""
    generation = warehouse_generation(con)
    if generation == current_generation(settings):
        return False
    settings.editions.mkdir(parents=True, exist_ok=True)
    edition = settings.editions / f"crosstally-{generation}.duckdb"
    beside = settings.editions / f"crosstally-{generation}.writing"
    beside.unlink(missing_ok=True)
    copy_database(con, beside)
    beside.chmod(0o444)
    replace_durably(beside, edition)
    swap_link(settings.published, edition)
    drop_old_editions(settings.editions, keep=generation)
    return True


def copy_database(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Write all that people may query to a new file, and comment it there."""
    source = con.execute("select current_database()").fetchall()[0][0]
    con.execute(f"attach {quoted(str(target))} as edition (storage_version '{READABLE_BY}')")
    try:
        con.execute(f'copy from database "{source}" to edition')
        con.execute("use edition")
        for internal in INTERNAL:
            con.execute(f"drop {internal}")
        annotate(con)
    finally:
        con.execute(f'use "{source}"')
        con.execute("detach edition")


def swap_link(link: Path, edition: Path) -> None:
    """Point the link to the edition in one step; a reader sees the old file or the new one."""
    beside = link.with_suffix(".link")
    beside.unlink(missing_ok=True)
    beside.symlink_to(edition.relative_to(link.parent))
    beside.replace(link)
    sync(link.parent)


def drop_old_editions(editions: Path, keep: int) -> None:
    """Delete all but the newest editions, and what a crash left half written."""
    for leftover in editions.glob("*.writing*"):
        leftover.unlink()
    numbered = sorted(
        editions.glob("crosstally-*.duckdb"), key=lambda path: int(path.stem.split("-")[1])
    )
    for old in [path for path in numbered if int(path.stem.split("-")[1]) <= keep][:-KEPT]:
        old.unlink()
