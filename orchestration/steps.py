"""What each step of the chain does with the store: find what is missing, make it, keep it.

Belongs here: the order of making, staging and loading, so that a step cut off at any moment is
simply done again. Not here: how bytes, articles or facts are made (`assets/`), or Dagster.
"""

from dataclasses import replace
from datetime import UTC, datetime

import duckdb
import polars as pl

from assets.core.articles.articles import READER
from assets.core.articles.origins import assign_origins
from assets.core.articles.versions import assign_versions
from assets.core.claims.reconcile import refresh_claims, refresh_findings, refresh_metrics
from assets.core.facts.extract import EXTRACTOR
from assets.identity import content_id
from assets.out.findings.decisions import read_adjudications, read_recommendations
from assets.out.report.report import Report
from assets.raw.files import inbox
from orchestration import exporting, reporting
from orchestration.extraction import Batch, extract_batch
from orchestration.feeds import update_feeds
from orchestration.progress import watch
from orchestration.publish import publish
from orchestration.reading import ARRIVAL, FileBatch, read_batch
from orchestration.sharing import share_catalogue
from orchestration.store import Loaded, Store
from orchestration.views import make_views
from orchestration.warehouse import count_rows, mark_changed, replace_table
from orchestration.work import each

FILES_A_BATCH = 1000


def take_in(store: Store, now: datetime | None = None) -> Loaded:
    """Keep what is new in the inbox and note it in `raw.files`, batched by day of arrival."""
    now = now or datetime.now(UTC)
    scan = inbox.scan(store.settings.inbox, store.settings.archive, store.inventory(), now)
    for files in scan.files.iter_slices(FILES_A_BATCH):
        store.write("raw.files", ARRIVAL, batch_name(store, "raw.files", now, files), files)
    known = store.read("raw.quarantine", ARRIVAL)
    refused = scan.quarantine.join(known, on="quarantine_id", how="anti")
    if not refused.is_empty():
        name = batch_name(store, "raw.quarantine", now, refused)
        store.write("raw.quarantine", ARRIVAL, name, refused)
    store.keep_inventory(scan.inventory)  # last: until it is kept, the next run takes all in again
    return store.load(ARRIVAL, "raw.files")


def batch_name(store: Store, table: str, now: datetime, rows: pl.DataFrame) -> str:
    """Return a batch's name: its number, the day of arrival, and what arrived.

    By the number batches sort as they came, whatever the clock does. Work that a crash cut off gets
    the same rows under another number at most; loading it replaces rows by themselves.
    """
    number = len(store.stage.batches(table, ARRIVAL))
    told = rows.drop("received_at", "seen_at", strict=False)
    return f"{number:06}-{now:%Y-%m-%d}-{content_id(*told.rows())}"


def reader_version(store: Store) -> str:
    """Return what articles are made by: the reader, and the outlets it knows."""
    return f"{READER}-{content_id(*store.catalogue.outlets.values())}"


def extractor_version(store: Store) -> str:
    """Return what facts are made by: the reader's articles, the extractor and the catalogue."""
    return f"{EXTRACTOR}-{content_id(reader_version(store), store.catalogue.model_dump_json())}"


def read_new_articles(store: Store) -> Loaded:
    """Read the files that no batch of this reader holds; settle versions and origins anew.

    The archive is of this machine, and so are the workers, whether or not there is a cluster.
    """
    reader, settings = reader_version(store), replace(store.settings, cluster=None)
    arrived = store.stage.batches("raw.files", ARRIVAL)
    missing = store.stage.missing("core.corrections", reader, of=arrived)
    pieces = [FileBatch(settings.stage, settings.archive, reader, batch) for batch in missing]
    if pieces:
        share_catalogue(store.stage, reader, store.catalogue)
    for _ in each(read_batch, pieces, settings):
        pass
    return store.load(reader, "core.articles", "raw.files", "raw.quarantine", then=settle)


def settle(con: duckdb.DuckDBPyConnection) -> None:
    """Say of every article which version and of what origin it is, now that all are there."""
    articles = con.table("core.articles").pl()
    settled = assign_origins(assign_versions(articles))
    con.register("settled", settled.select("article_id", "version", "is_latest", "origin_id"))
    con.execute(
        """
        update core.articles
        set version = settled.version, is_latest = settled.is_latest, origin_id = settled.origin_id
        from settled
        where
            articles.article_id = settled.article_id
            and (articles.version, articles.is_latest, articles.origin_id)
            is distinct from (settled.version, settled.is_latest, settled.origin_id)
        """
    )
    con.unregister("settled")


def collect_corrections(store: Store) -> Loaded:
    """Load the correction notices that reading has staged."""
    return store.load(reader_version(store), "core.corrections")


def collect_refusals(store: Store) -> Loaded:
    """Load what the inbox refused; what readers refuse comes in with what they read."""
    return store.load(ARRIVAL, "raw.quarantine")


def extract_facts(store: Store) -> Loaded:
    """Extract the facts of the batches of articles that have none of this extractor's."""
    reader, extractor = reader_version(store), extractor_version(store)
    read = store.stage.batches("core.articles", reader)
    missing = store.stage.missing("core.facts", extractor, of=read)
    pieces = [Batch(store.settings.stage, reader, extractor, batch) for batch in missing]
    if pieces:
        share_catalogue(store.stage, extractor, store.catalogue)
    watch(each(extract_batch, pieces, store.settings), len(pieces))
    return store.load(extractor, "core.facts")


def group_claims(store: Store) -> Loaded:
    """Group facts into claims anew, for the series whose facts or catalogue changed."""
    recommended = read_recommendations(store.settings.recommendations)
    with store.warehouse.transaction() as con:
        replace_table(con, "core.recommendations", recommended)
        for name, frame in store.catalogue.frames().items():
            replace_table(con, f"catalogue.{name}", frame)
        return refreshed(con, "core.claims", refresh_claims(con))


def reconcile_metrics(store: Store) -> Loaded:
    """Reconcile the claims that changed into figures, under every rule."""
    with store.warehouse.transaction() as con:
        return refreshed(con, "out.metrics", refresh_metrics(con))


def find_disagreements(store: Store) -> Loaded:
    """Find what does not fit together, and put people's decisions beside it."""
    adjudications = read_adjudications(store.settings.adjudications)
    with store.warehouse.transaction() as con:
        decided = replace_table(con, "core.adjudications", adjudications)
        found = refresh_findings(con)
        redefined = make_views(con)
        return refreshed(con, "out.findings", found, also=decided or redefined)


def refreshed(
    con: duckdb.DuckDBPyConnection, table: str, changed: list[str], *, also: bool = False
) -> Loaded:
    """Return what a refresh came to, and count a new state if it came to anything."""
    if changed or also:
        mark_changed(con)
    return Loaded(len(changed), count_rows(con, table))


def publish_edition(store: Store) -> bool:
    """Publish the warehouse's state, tell what is new; return whether it was not published yet."""
    with store.warehouse.reading() as con:
        is_new = publish(con, store.settings)
    update_feeds(store.settings, datetime.now(UTC))
    return is_new


def build_report(store: Store) -> Report:
    """Make the static site of the published edition, if that is not done yet."""
    return reporting.build_report(store.settings)


def export_edition(store: Store) -> bool:
    """Export the published edition; return whether it was not exported yet."""
    return exporting.export_edition(store.settings)
