"""What every step is handed: settings, stage, warehouse and catalogue in one resource.

Belongs here: putting a step's batch on disk and loading it. Not here: how a batch is made.
"""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from assets.catalogue.catalogue import Catalogue, load
from assets.raw.files.contract import Inventory
from orchestration.settings import Settings
from orchestration.stage import Stage, write_durably
from orchestration.warehouse import (
    TABLES,
    Warehouse,
    count_rows,
    load_batch,
    mark_changed,
    unloaded,
)


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
        return Warehouse(self.settings.warehouse)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue, with the user's folder laid over it."""
        return load(*[self.settings.catalogue] if self.settings.catalogue else [])

    def inventory(self) -> pl.DataFrame:
        """Return what the last look into the inbox saw."""
        path = self.settings.stage / "inventory.parquet"
        return pl.read_parquet(path) if path.exists() else Inventory.create_empty()

    def keep_inventory(self, inventory: pl.DataFrame) -> None:
        """Keep what this look into the inbox saw."""
        write_durably(inventory, self.settings.stage / "inventory.parquet")

    def read(self, table: str, version: str) -> pl.DataFrame:
        """Return all that is staged of a table in a version."""
        return self.stage.read(table, version, TABLES[table].contract)

    def write(self, table: str, version: str, batch: str, frame: pl.DataFrame) -> None:
        """Stage a batch of a table."""
        self.stage.write(table, version, batch, frame, TABLES[table].contract)

    def load(self, version: str, *tables: str) -> Loaded:
        """Bring the staged batches that the warehouse lacks into it, in one transaction."""
        new = 0
        with self.warehouse.transaction() as con:
            for table in tables:
                staged = self.stage.batches(table, version)
                for batch in unloaded(con, table, version, staged):
                    load_batch(con, table, version, batch, self.stage.path(table, version, batch))
                    new += 1
            if new:
                mark_changed(con)
            return Loaded(new, count_rows(con, tables[0]))
