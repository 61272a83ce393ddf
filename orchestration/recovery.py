"""Runs that a crash cut off: told from runs at work, reported failed, and their slots freed.

Belongs here: the locks that a run holds while its process lives, and what is done about runs that
hold none. Not here: the data. Batches and transactions are whole or not there, so whatever was cut
off is simply done by the next run.

Dagster keeps a run whose process was killed as started, with its slot of the pool, and so no later
run could ever begin. The system frees a lock however its process ends.
"""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

import dagster as dg

from orchestration.settings import Settings

LOG = logging.getLogger("crosstally")
AT_WORK = (
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
)
TIME_TO_LOCK = timedelta(seconds=30)  # from a run's first event until its process holds the lock


@contextmanager
def at_work(settings: Settings, run_id: str) -> Iterator[None]:
    """Hold the run's lock while the block lasts, and the home: one run works at a time."""
    path = lock_of(settings, run_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("w") as lock, (settings.dagster / "turn.lock").open("w") as turn:
        fcntl.flock(lock, fcntl.LOCK_EX)
        beside.rename(path)  # seen only once it is held
        try:
            if not takes(turn):
                LOG.warning("Another run is at work; this one begins when it has ended.")
                fcntl.flock(turn, fcntl.LOCK_EX)
            yield
        finally:
            path.unlink(missing_ok=True)


def lock_of(settings: Settings, run_id: str) -> Path:
    """Return where a run's lock lies."""
    return settings.dagster / "at-work" / run_id


def recover(settings: Settings, instance: dg.DagsterInstance) -> int:
    """Report each run as failed that no process does; free the slots of all that ended.

    Returns how many were reported. A run that began a moment ago is given time to take its lock.
    """
    lost = [
        record
        for record in instance.get_run_records(dg.RunsFilter(statuses=list(AT_WORK)))
        if is_lost(settings, record, datetime.now(UTC))
    ]
    for record in lost:
        instance.report_run_failed(
            record.dagster_run,
            "The process of this run was ended from outside. Nothing is lost: the next run does "
            "what this one left.",
        )
        lock_of(settings, record.dagster_run.run_id).unlink(missing_ok=True)
    storage = instance.event_log_storage
    for run_id in storage.get_concurrency_run_ids():
        run = instance.get_run_by_id(run_id)
        if run is None or run.is_finished:
            storage.free_concurrency_slots_for_run(run_id)
    return len(lost)


def is_lost(settings: Settings, record: dg.RunRecord, now: datetime) -> bool:
    """Say whether no process holds the run's lock."""
    path = lock_of(settings, record.dagster_run.run_id)
    if not path.exists():
        began = record.start_time or record.create_timestamp.timestamp()
        return now - datetime.fromtimestamp(began, UTC) > TIME_TO_LOCK
    with path.open() as lock:
        return takes(lock)


def takes(lock: IO[str]) -> bool:
    """Say whether the lock could be had; it is given back when the file is closed."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
