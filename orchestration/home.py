"""CROSSTALLY_HOME made ready for a start of Dagster.

Belongs here: Dagster's folder, its settings and its records of runs that a crash cut off. Not here:
what any step writes.
"""

import fcntl
from pathlib import Path

import dagster as dg

from orchestration.place import place_at
from orchestration.recovery import recover
from orchestration.settings import Settings
from orchestration.store import Store

DAGSTER_YAML = Path(__file__).parent / "dagster.yaml"
IN_POSTGRES = "\nstorage: { postgres: { postgres_url: { env: CROSSTALLY_POSTGRES } } }\n"


def prepare(settings: Settings) -> Store:
    """Make Dagster's folder, put its settings in place, and recover from a crash.

    The store comes with its catalogue read: `CatalogueError` is raised now, not amid a run.
    """
    store = Store(settings)
    _ = store.catalogue
    settings.dagster.mkdir(parents=True, exist_ok=True)
    # Two starts at once would both make Dagster's tables.
    with (settings.dagster / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = DAGSTER_YAML.read_text() + (IN_POSTGRES if settings.postgres else "")
        place_at(settings.dagster).put("dagster.yaml", told.encode())
        with dg.DagsterInstance.from_config(str(settings.dagster)) as instance:
            recover(settings, instance)
    return store
