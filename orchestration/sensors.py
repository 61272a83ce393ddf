"""The sensor on the inbox: it asks for a run whenever what the chain is made from has changed.

Belongs here: telling whether there is work, and whether it is time. Not here: the work, or alerts
(`alerts.py`). What decides is the state of things, not events: a state is done when a run that
began after it was seen has succeeded. So nothing is lost if a run fails or the machine goes down.
"""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg

from assets.core.articles.articles import READER
from assets.core.facts.extract import EXTRACTOR
from assets.identity import content_id
from assets.raw.files.inbox import walk
from orchestration.recovery import recover
from orchestration.settings import Settings

JOB = "everything"
STATE = "crosstally/state"  # tag: the signature of what the run was asked for
SECONDS_BETWEEN_LOOKS = 10
PATIENCE = timedelta(minutes=10)  # an inbox that never settles is read as it is
FIRST_PAUSE = timedelta(seconds=30)  # after one failure; four times as long after each further one
LONGEST_PAUSE = timedelta(days=1)
UNFINISHED = (
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
)

DOWNSTREAM = dg.AutomationConditionSensorDefinition(
    "downstream",
    target=dg.AssetSelection.all(),
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Remakes what hangs on an asset that a person made by itself in the UI.",
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the sensor saw last, and since when that has been changing (seconds since 1970)."""

    signature: str
    changing_since: float | None

    def is_settled(self, now: datetime) -> bool:
        """Say whether the files have stood still for one look, or have moved for too long."""
        since = self.changing_since
        return since is None or abs(now.timestamp() - since) > PATIENCE.total_seconds()


@dg.sensor(
    job_name=JOB,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Asks for one run over all that is new, once the files have stood still.",
)
def inbox(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Look at the inbox, the catalogue and the adjudications."""
    settings = Settings.from_environment()
    now = datetime.now(UTC)
    recover(settings, context.instance)
    look = look_again(context.cursor, signature_of(settings), now)
    context.update_cursor(json.dumps(asdict(look)))
    if not look.is_settled(now):
        return dg.SkipReason("Files are still arriving.")
    if context.instance.get_runs(dg.RunsFilter(job_name=JOB, statuses=list(UNFINISHED)), limit=1):
        return dg.SkipReason("A run is at work.")
    asked = dg.RunsFilter(job_name=JOB, tags={STATE: look.signature})
    return decide(look.signature, context.instance.get_run_records(asked), now)


def look_again(cursor: str | None, signature: str, now: datetime) -> Look:
    """Return what is seen now, told by what was seen before."""
    before = Look(**json.loads(cursor)) if cursor else Look("", None)
    if signature == before.signature:
        return Look(signature, None)
    return Look(signature, before.changing_since or now.timestamp())


def decide(
    signature: str, records: Sequence[dg.RunRecord], now: datetime
) -> dg.RunRequest | dg.SkipReason:
    """Ask for a run unless one for this state has succeeded, was cancelled, or failed just now."""
    statuses = [record.dagster_run.status for record in records]
    if dg.DagsterRunStatus.SUCCESS in statuses:
        return dg.SkipReason("Nothing is new.")
    if dg.DagsterRunStatus.CANCELED in statuses:
        return dg.SkipReason("A person cancelled the run; the next file or the daily run goes on.")
    ended = max((record.end_time or 0.0 for record in records), default=0.0)
    if records and abs(now.timestamp() - ended) < pause(len(records)).total_seconds():
        return dg.SkipReason(f"The run failed {len(records)} times; it is tried again later.")
    return dg.RunRequest(run_key=f"{signature}:{len(records)}", tags={STATE: signature})


def pause(failures: int) -> timedelta:
    """Return how long to wait after so many failures.

    >>> [str(pause(failures)) for failures in (1, 2, 9, 1000)]
    ['0:00:30', '0:02:00', '1 day, 0:00:00', '1 day, 0:00:00']
    """
    doublings = 2 * min(failures - 1, 10)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def signature_of(settings: Settings) -> str:
    """Return a hash of what the chain is made from: names, sizes, times and our own versions."""
    folders = [settings.inbox, *([settings.catalogue] if settings.catalogue else [])]
    found = [trace for folder in folders for trace in traces(folder)]
    by_hand = [*trace(settings.adjudications), *trace(settings.recommendations)]
    return content_id(READER, EXTRACTOR, *found, *by_hand)


def traces(folder: Path) -> Iterator[str]:
    """Yield the trace of each file of a folder; links are not followed."""
    for _, path in walk(folder):
        yield from trace(path)


def trace(path: Path) -> Iterator[str]:
    """Yield what tells a changed file without reading it; nothing for one that is gone."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return
    yield f"{os.fsencode(path)!r} {status.st_size} {status.st_mtime_ns}"
