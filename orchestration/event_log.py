"""Dagster's event log in files, kept open while one process runs the chain.

Belongs here: how the log's files are opened. Not here: what is written to them, which is Dagster's.
Dagster opens, checkpoints and closes a SQLite file for each of the 800 statements of a run, which
takes longer than all else that a run with nothing new does.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Self

from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.sql import create_engine
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class OpenEventLog(SqliteEventLogStorage):
    """The event log of a process that does one run: two files, open until the instance closes.

    Not for a server, which looks into a file a run and would keep them all open.
    """

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, object]
    ) -> Self:
        """Make it as Dagster's configuration says."""
        return cls(inst_data=inst_data, base_dir=str(config_value["base_dir"]))

    @cached_property
    def _engines(self) -> dict[str, "Engine"]:
        return {}

    @contextmanager
    def _connect(self, shard: str) -> Iterator["Connection"]:
        """Yield a connection to a run's file or to the index, in a transaction of its own."""
        with self._db_lock:
            if shard not in self._engines:
                self._engines[shard] = create_engine(
                    self.conn_string_for_shard(shard),
                    connect_args={
                        "timeout": SQLITE_BUSY_TIMEOUT_SECONDS,
                        "check_same_thread": False,  # the lock above lets one in at a time
                    },
                )
                self._initdb(self._engines[shard])
            with self._engines[shard].begin() as connection:
                yield connection

    def dispose(self) -> None:
        """Close the files."""
        for engine in self._engines.values():
            engine.dispose()
        super().dispose()
