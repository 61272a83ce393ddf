"""Immutable Parquet batches on disk: what each step has made, and so what is still to do.

Belongs here: writing a batch so that a power cut leaves all of it or nothing, and knowing which
batches exist. Not here: what is in them. A batch is written twice only with the same content.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dataframely as dy
import polars as pl


@dataclass(frozen=True, slots=True)
class Stage:
    """Batches of tables as files `<folder>/<table>/<version>/<batch>.parquet`.

    `version` names what made the batch (a reader, an extractor with its catalogue): another version
    knows none of the batches and so makes them all anew.
    """

    folder: Path

    def path(self, table: str, version: str, batch: str) -> Path:
        """Return where a batch lies, whether or not it has been written."""
        return self.folder / table / version / f"{batch}.parquet"

    def batches(self, table: str, version: str) -> list[str]:
        """Return the batches that are complete, oldest arrival first."""
        return sorted(path.stem for path in (self.folder / table / version).glob("*.parquet"))

    def missing(self, table: str, version: str, *, of: list[str]) -> Iterator[str]:
        """Yield those of the batches that this version of the table does not have."""
        done = set(self.batches(table, version))
        yield from (batch for batch in of if batch not in done)

    def write(
        self, table: str, version: str, batch: str, frame: pl.DataFrame, contract: type[dy.Schema]
    ) -> Path:
        """Check the frame against its contract and write it, whole or not at all."""
        path = self.path(table, version, batch)
        write_durably(contract.validate(frame.select(contract.column_names())), path)
        return path

    def read(self, table: str, version: str, contract: type[dy.Schema]) -> pl.DataFrame:
        """Return all batches of a version as one frame; no batches are no rows."""
        paths = [self.path(table, version, batch) for batch in self.batches(table, version)]
        return pl.concat([contract.create_empty(), *map(pl.read_parquet, paths)])

    def read_batch(self, table: str, version: str, batch: str) -> pl.DataFrame:
        """Return one batch."""
        return pl.read_parquet(self.path(table, version, batch))


def write_durably(frame: pl.DataFrame, path: Path) -> None:
    """Write a frame as Parquet, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    frame.write_parquet(beside)
    replace_durably(beside, path)


def replace_durably(source: Path, target: Path) -> None:
    """Rename a complete file to its place; after a power cut it is old or new, never half."""
    sync(source)
    source.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Have the system write a file or folder to the disk now."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
