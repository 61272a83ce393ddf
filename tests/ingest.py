"""Reading a folder of files in a test, without Dagster and without a database."""

from datetime import UTC, datetime
from pathlib import Path

from assets.catalogue.catalogue import load
from assets.contract import empty
from assets.core.articles.articles import Reading, read_articles
from assets.raw.files.contract import Inventory
from assets.raw.files.inbox import Scan, scan

NOW = datetime(2024, 3, 1, 12, tzinfo=UTC)
OUTLETS = tuple(load().outlets.values())


def take_in(inbox: Path, home: Path) -> Scan:
    """Scan a folder that nothing is known of."""
    return scan(inbox, home, empty(Inventory), NOW)


def ingest(inbox: Path, home: Path) -> Reading:
    """Read all articles of a folder."""
    return read_articles(take_in(inbox, home).files, home, OUTLETS, NOW)
