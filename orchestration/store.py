"""What every step is handed: settings, stage, warehouse and catalogue in one resource.

Belongs here: putting a step's batch on disk and loading it. Not here: how a batch is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import duckdb
import polars as pl

from assets.catalogue.catalogue import Catalogue, load
from assets.raw.files.contract import Inventory
from orchestration.publish import current_generation
from orchestration.settings import Settings
from orchestration.stage import Stage, arrival_of
from orchestration.warehouse import (
    TABLES,
    Warehouse,
    count_rows,
    load_rows,
    mark_changed,
    note_loaded,
    remove_strays,
    unloaded,
)

INVENTORY = "inventory"
Step = Callable[[duckdb.DuckDBPyConnection], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a table came to: batches new to it, and the rows that it holds now."""

    batches: int
    rows: int


@dataclass(frozen=True)
class Store:
    """The places a step works with."""

    settings: Settings

    @property
    def stage(self) -> Stage:
        """The Parquet batches."""
        return Stage(self.settings.stage)

    @property
    def warehouse(self) -> Warehouse:
        """The private database."""
        return Warehouse(self.settings.warehouse, current_generation(self.settings) + 1)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue, with the user's folder laid over it."""
        return load(*[self.settings.catalogue] if self.settings.catalogue else [])

    def inventory(self) -> pl.DataFrame:
        """Return what the last look into the inbox saw."""
        try:
            return self.stage.recall(INVENTORY)
        except FileNotFoundError:
            return Inventory.create_empty()

    def keep_inventory(self, inventory: pl.DataFrame) -> None:
        """Keep what this look into the inbox saw."""
        self.stage.keep(INVENTORY, inventory)

    def read(self, table: str, version: str) -> pl.DataFrame:
        """Return all that is staged of a table in a version."""
        return self.stage.read(table, version, TABLES[table].contract)

    def write(self, table: str, version: str, batch: str, frame: pl.DataFrame) -> None:
        """Stage a batch of a table."""
        self.stage.write(table, version, batch, frame, TABLES[table].contract)

    def load(self, version: str, *tables: str, then: Step | None = None) -> Loaded:
        """Bring the staged batches that the warehouse lacks into it, in one transaction.

        What came of a later arrival replaces what came of an earlier one. `then` finishes the work
        in the same transaction, if there was any.
        """
        with self.warehouse.transaction() as con:
            new = {
                table: unloaded(con, table, version, self.stage.batches(table, version))
                for table in tables
            }
            for table, missing in new.items():
                for _, arrived in groupby(missing, key=arrival_of):
                    batches = [self.stage.read_batch(table, version, name) for name in arrived]
                    load_rows(con, table, pl.concat(batches))
                if missing:
                    note_loaded(con, table, version, missing)
            if count := sum(map(len, new.values())):
                remove_strays(con)
                if then:
                    then(con)
                mark_changed(con)
            return Loaded(count, count_rows(con, tables[0]))
