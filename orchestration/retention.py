"""What is forgotten, and when: Dagster's records of old runs, and what crashes left half written.

Belongs here: deleting that. Not here: editions (`publish.py` keeps three); the archive and the
stage, of which nothing is ever deleted. Dagster forgets ticks by itself (`dagster.yaml`).
"""

import shutil
import time
from datetime import UTC, datetime, timedelta

import dagster as dg

from orchestration.recovery import lock_of
from orchestration.settings import Settings

RUNS_KEPT_FOR = timedelta(days=30)
LEFTOVERS_KEPT_FOR = timedelta(days=1)  # whatever is older, nobody is still writing
ENDED = (
    dg.DagsterRunStatus.SUCCESS,
    dg.DagsterRunStatus.FAILURE,
    dg.DagsterRunStatus.CANCELED,
)


@dg.op
def forget(context: dg.OpExecutionContext) -> None:
    """Forget old runs and leftovers."""
    settings = Settings.from_environment()
    runs = forget_runs(settings, context.instance, datetime.now(UTC) - RUNS_KEPT_FOR)
    leftovers = delete_leftovers(settings, time.time() - LEFTOVERS_KEPT_FOR.total_seconds())
    context.log.info("Forgot %d runs and deleted %d leftovers of crashes.", runs, leftovers)


@dg.job(description="Forgets runs of over 30 days ago, and deletes what crashes left half written.")
def tidy() -> None:
    """Do it as a run, so that it shows among the others."""
    forget()


def forget_runs(settings: Settings, instance: dg.DagsterInstance, before: datetime) -> int:
    """Delete ended runs of before that moment, but those that last made an asset; return how many.

    Without these, Dagster would show the assets as never made.
    """
    events = [instance.get_latest_materialization_event(key) for key in instance.all_asset_keys()]
    needed = {event.run_id for event in events if event}
    old = instance.get_runs(dg.RunsFilter(statuses=list(ENDED), created_before=before))
    forgotten = [run.run_id for run in old if run.run_id not in needed]
    for run_id in forgotten:
        instance.delete_run(run_id)
        shutil.rmtree(settings.dagster / "storage" / run_id, ignore_errors=True)
        lock_of(settings, run_id).unlink(missing_ok=True)
    return len(forgotten)


def delete_leftovers(settings: Settings, before: float) -> int:
    """Delete temporary files last written before that moment; return how many.

    A bucket has none: there a write is whole or not at all.
    """
    found = list(settings.archive.glob(".incoming-*"))
    if not isinstance(settings.stage, str):
        found += settings.stage.rglob("*.tmp")
    old = [path for path in found if path.stat().st_mtime < before]
    for path in old:
        path.unlink()
    return len(old)
