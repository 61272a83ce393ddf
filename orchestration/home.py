"""CROSSTALLY_HOME made ready for a start of Dagster.

Belongs here: Dagster's folder, its settings and its records of runs that a crash cut off. Not here:
what any step writes.
"""

import fcntl
import json
from pathlib import Path

import dagster as dg

from orchestration.place import place_at
from orchestration.recovery import recover
from orchestration.settings import Settings
from orchestration.store import Store

DAGSTER_YAML = Path(__file__).parent / "dagster.yaml"
IN_POSTGRES = "\nstorage: { postgres: { postgres_url: { env: CROSSTALLY_POSTGRES } } }\n"
KEPT_OPEN = """
event_log_storage:
  module: orchestration.event_log
  class: OpenEventLog
  config: { base_dir: %s }
"""
RUN_YAML = "run.yaml"  # Dagster's settings for a process that does one run


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
        common = DAGSTER_YAML.read_text()
        logs = json.dumps(str(settings.dagster / "history" / "runs"))  # where Dagster has them
        place = place_at(settings.dagster)
        for name, storage in (("dagster.yaml", ""), (RUN_YAML, KEPT_OPEN % logs)):
            place.put(name, (common + (IN_POSTGRES if settings.postgres else storage)).encode())
        with dg.DagsterInstance.from_config(str(settings.dagster)) as instance:
            recover(settings, instance)
    return store
