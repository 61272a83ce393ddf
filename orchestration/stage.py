"""Immutable Parquet batches: what each step has made, and so what is still to do.

Belongs here: writing a batch of a table as its contract wants it, and knowing which batches exist.
Not here: what is in them, or how bytes are kept (`place.py`). A batch is written twice only with
the same content.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import dataframely as dy
import polars as pl

from orchestration.place import Place, place_at

SUFFIX = ".parquet"
PART = "+"  # stands between the name of a batch and of a part, or of what came of it


@dataclass(frozen=True, slots=True)
class Stage:
    """Batches of tables as `<address>/<table>/<version>/<batch>.parquet`.

    The address is a folder, or a bucket such as `s3://news/stage`. `version` names what made the
    batch (a reader, an extractor with its catalogue): another version knows none of the batches and
    so makes them all anew.
    """

    address: Path | str

    @property
    def place(self) -> Place:
        """Where the batches lie."""
        return place_at(self.address)

    def batches(self, table: str, version: str) -> list[str]:
        """Return the batches that are complete, oldest arrival first."""
        return self.place.names(f"{table}/{version}", SUFFIX)

    def missing(self, table: str, version: str, *, of: list[str]) -> Iterator[str]:
        """Yield those of the batches that this version of the table does not have."""
        done = set(self.batches(table, version))
        yield from (batch for batch in of if batch not in done)

    def write(
        self, table: str, version: str, batch: str, frame: pl.DataFrame, contract: type[dy.Schema]
    ) -> None:
        """Check the frame against its contract and write it, whole or not at all."""
        self.keep(name_of(table, version, batch), checked(frame, contract))

    def write_parts(  # noqa: PLR0913  # what `write` takes, and how many
        self,
        table: str,
        version: str,
        batch: str,
        frame: pl.DataFrame,
        contract: type[dy.Schema],
        *,
        rows: int,
    ) -> None:
        """Check the frame and write it in parts of so many rows: `<batch>+0000` and so on."""
        for number, part in enumerate(checked(frame, contract).iter_slices(rows)):
            self.keep(name_of(table, version, f"{batch}{PART}{number:04}"), part)

    def read(self, table: str, version: str, contract: type[dy.Schema]) -> pl.DataFrame:
        """Return all batches of a version as one frame; no batches are no rows."""
        frames = [self.read_batch(table, version, batch) for batch in self.batches(table, version)]
        return pl.concat([contract.create_empty(), *frames])

    def read_batch(self, table: str, version: str, batch: str) -> pl.DataFrame:
        """Return one batch."""
        return self.recall(name_of(table, version, batch))

    def keep(self, name: str, frame: pl.DataFrame) -> None:
        """Write a frame under a name of its own."""
        content = BytesIO()
        frame.write_parquet(content)
        self.place.put(name + SUFFIX, content.getvalue())

    def recall(self, name: str) -> pl.DataFrame:
        """Return a frame by its name; raise FileNotFoundError if there is none."""
        return pl.read_parquet(BytesIO(self.place.get(name + SUFFIX)))


def name_of(table: str, version: str, batch: str) -> str:
    """Return the name under which a batch is kept."""
    return f"{table}/{version}/{batch}"


def checked(frame: pl.DataFrame, contract: type[dy.Schema]) -> pl.DataFrame:
    """Return the contract's columns of a frame; raise `ValidationError` where a row breaks it."""
    return contract.validate(frame.select(contract.column_names()))


def arrival_of(batch: str) -> str:
    """Return the batch of files that a batch is, is a part of, or came of.

    >>> arrival_of("000000-2024-02-08-5f1c+0001")
    '000000-2024-02-08-5f1c'
    """
    return batch.partition(PART)[0]
