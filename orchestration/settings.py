"""Where the project reads and writes, told by the environment and checked once.

Belongs here: the names of the environment variables and of the folders in CROSSTALLY_HOME. Not
here: opening or making any of them.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


class SettingsError(Exception):
    """A setting that cannot work; the message says which, why and what to do."""


CLUSTER = re.compile(r"(tcp|tls|ws|wss|ucx)://[^\s/]+:\d+")


@dataclass(frozen=True, slots=True)
class Settings:
    """The inbox that people fill, the home that we fill, and the catalogue laid over ours.

    Where no catalogue is named, a folder `catalogue` beside the inbox is taken, if there is one.
    `cluster` is the address of a Dask scheduler; without one, `workers` processes of this machine
    do the work. `store` is a folder or a bucket that all workers reach. `alerts` are addresses that
    Apprise knows, to which new findings are sent. With `postgres`, Dagster keeps its records in the
    database that CROSSTALLY_POSTGRES names, and not in files of the home.
    """

    inbox: Path
    home: Path
    catalogue: Path | None = None
    workers: int = 1
    cluster: str | None = None
    store: Path | str | None = None
    alerts: tuple[str, ...] = field(default=(), repr=False)  # addresses hold passwords
    postgres: bool = False  # the address stays in the environment, for the same reason

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read and check the settings; raise `SettingsError` with all that is wrong."""

        def told(name: str, default: str = "") -> str:
            return environment.get(f"CROSSTALLY_{name}") or default

        inbox = Path(told("INBOX", "sample/inbox")).resolve()
        beside = inbox.parent / "catalogue"
        overlay = told("CATALOGUE", str(beside) if beside.is_dir() else "")
        workers = told("WORKERS", str(os.cpu_count() or 1))
        store = told("STORE")
        settings = cls(
            inbox,
            Path(told("HOME", "data")).resolve(),
            Path(overlay).resolve() if overlay else None,
            int(workers) if workers.isdecimal() else 0,
            told("CLUSTER") or None,
            store if "://" in store else Path(store).resolve() if store else None,
            tuple(told("ALERTS").split()),
            bool(told("POSTGRES")),
        )
        if problems := [*settings.wrong_places(), *settings.wrong_workers()]:
            raise SettingsError("\n".join(problems))
        return settings

    def wrong_places(self) -> Iterator[str]:
        """Yield a sentence for each folder that cannot serve."""
        if not self.inbox.is_dir():
            yield f"CROSSTALLY_INBOX names {self.inbox}, which is no folder: make or name one."
        for name, path in (("HOME", self.home), ("STORE", self.store)):
            if not isinstance(path, Path):
                continue
            if path.exists() and not path.is_dir():
                yield f"CROSSTALLY_{name} names {path}, which is a file: name a folder."
            if path.is_relative_to(self.inbox):
                yield (
                    f"CROSSTALLY_{name} ({path}) lies in the inbox ({self.inbox}), where its files "
                    "would be read as news: name a folder outside."
                )
        if self.catalogue and not self.catalogue.is_dir():
            yield f"CROSSTALLY_CATALOGUE names {self.catalogue}, which is no folder."

    def wrong_workers(self) -> Iterator[str]:
        """Yield a sentence for each reason why nobody could do the work."""
        if self.workers < 1:
            yield "CROSSTALLY_WORKERS must say how many processes may work: 1 or more."
        if self.cluster and not CLUSTER.fullmatch(self.cluster):
            yield (
                f"CROSSTALLY_CLUSTER is {self.cluster!r}: name a Dask scheduler, such as "
                "tcp://10.0.0.5:8786."
            )

    @property
    def archive(self) -> Path:
        """Every byte that ever arrived, by content."""
        return self.home / "archive"

    @property
    def stage(self) -> Path | str:
        """Immutable Parquet batches: the truth from which the warehouse can be rebuilt."""
        return self.store or self.home / "stage"

    @property
    def warehouse(self) -> Path:
        """The private working database; nobody but the one writer opens it."""
        return self.home / "warehouse.duckdb"

    @property
    def editions(self) -> Path:
        """The versioned files that were published."""
        return self.home / "published"

    @property
    def published(self) -> Path:
        """The link that people open; it points to the newest edition."""
        return self.home / "crosstally.duckdb"

    @property
    def report(self) -> Path:
        """The static site."""
        return self.home / "report"

    @property
    def exports(self) -> Path:
        """The folder of the export that is current, and of one that is being written."""
        return self.home / "exported"

    @property
    def export(self) -> Path:
        """The link to what people take away as Parquet, CSV and JSON-LD."""
        return self.home / "export"

    @property
    def dagster(self) -> Path:
        """DAGSTER_HOME: runs and events."""
        return self.home / "dagster"

    @property
    def adjudications(self) -> Path:
        """People's decisions on findings, kept by hand."""
        return self.home / "adjudications.csv"

    @property
    def recommendations(self) -> Path:
        """Figures that people recommend, kept by hand."""
        return self.home / "recommendations.csv"
