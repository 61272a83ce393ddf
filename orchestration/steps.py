"""What each step of the chain does with the store: find what is missing, make it, keep it.

Belongs here: the order of making, staging and loading, so that a step cut off at any moment is
simply done again. Not here: how bytes, articles or facts are made (`assets/`), or Dagster.
"""

from datetime import UTC, datetime

import polars as pl

from assets.core.articles.articles import READER, read_articles
from assets.core.facts.extract import EXTRACTOR
from assets.identity import content_id
from assets.raw.files import inbox
from orchestration.publish import publish
from orchestration.store import Loaded, Store
from orchestration.work import each, extract_batch

ARRIVAL = "arrival-1"  # version of raw.files: its rows tell of bytes and depend on no code of ours
FILES_A_BATCH = 500
ARTICLES_A_BATCH = 200


def take_in(store: Store, now: datetime | None = None) -> Loaded:
    """Keep what is new in the inbox and note it in `raw.files`, batched by day of arrival."""
    now = now or datetime.now(UTC)
    scan = inbox.scan(store.settings.inbox, store.settings.archive, store.inventory(), now)
    for files in scan.files.iter_slices(FILES_A_BATCH):
        store.write("raw.files", ARRIVAL, batch_name(now, files["file_id"]), files)
    known = store.read("raw.quarantine", ARRIVAL)
    refused = scan.quarantine.join(known, on="quarantine_id", how="anti")
    if not refused.is_empty():
        store.write("raw.quarantine", ARRIVAL, batch_name(now, refused["quarantine_id"]), refused)
    store.keep_inventory(scan.inventory)  # last: until it is kept, the next run takes all in again
    return store.load("raw.files", ARRIVAL)
