"""Where the project reads and writes, told by the environment and checked once.

Belongs here: the names of the environment variables and of the folders in CROSSTALLY_HOME. Not
here: opening or making any of them.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class SettingsError(Exception):
    """A setting that cannot work; the message says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The inbox that people fill, the home that we fill, and the catalogue laid over ours.

    Where no catalogue is named, a folder `catalogue` beside the inbox is taken, if there is one.
    """

    inbox: Path
    home: Path
    catalogue: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read and check the settings; raise `SettingsError` with all that is wrong."""
        inbox = Path(environment.get("CROSSTALLY_INBOX") or "sample/inbox").resolve()
        home = Path(environment.get("CROSSTALLY_HOME") or "data").resolve()
        beside = inbox.parent / "catalogue"
        overlay = environment.get("CROSSTALLY_CATALOGUE") or (beside if beside.is_dir() else None)
        catalogue = Path(overlay).resolve() if overlay else None
        problems = []
        if not inbox.is_dir():
            problems.append(
                f"CROSSTALLY_INBOX names {inbox}, which is no folder: make it, or name another."
            )
        if home.exists() and not home.is_dir():
            problems.append(f"CROSSTALLY_HOME names {home}, which is a file: name a folder.")
        if home == inbox or home.is_relative_to(inbox):
            problems.append(
                f"CROSSTALLY_HOME ({home}) lies in the inbox ({inbox}), where its files would be "
                "read as news: name a folder outside."
            )
        if catalogue and not catalogue.is_dir():
            problems.append(f"CROSSTALLY_CATALOGUE names {catalogue}, which is no folder.")
        if problems:
            raise SettingsError("\n".join(problems))
        return cls(inbox, home, catalogue)

    @property
    def archive(self) -> Path:
        """Every byte that ever arrived, by content."""
        return self.home / "archive"

    @property
    def stage(self) -> Path:
        """Immutable Parquet batches: the truth from which the warehouse can be rebuilt."""
        return self.home / "stage"

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
    def dagster(self) -> Path:
        """DAGSTER_HOME: runs and events."""
        return self.home / "dagster"

    @property
    def adjudications(self) -> Path:
        """People's decisions on findings, kept by hand."""
        return self.home / "adjudications.csv"
