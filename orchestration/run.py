"""`make run`: materialise the whole chain once, and say in plain words what was found.

Belongs here: starting Dagster in this process and printing the outcome. Not here: the words of the
outcome (`summary.py`), or any step.
"""

import sys

import dagster as dg
import duckdb
from orchestration.definitions import defs

from assets.catalogue.catalogue import CatalogueError
from orchestration.home import prepare
from orchestration.settings import Settings, SettingsError
from orchestration.summary import summarise


def main() -> int:
    """Run the chain; return 0, or 1 if a step or blocking check failed, or 2 on bad settings."""
    try:
        settings = Settings.from_environment()
        prepare(settings)
    except (SettingsError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 2
    return run(settings)


def run(settings: Settings) -> int:
    """Materialise every asset in this process and print what the published file then holds."""
    with dg.DagsterInstance.get() as instance:
        result = defs.resolve_job_def("everything").execute_in_process(
            instance=instance, raise_on_error=False
        )
    for failure in result.get_step_failure_events():
        print(f"{failure.step_key} failed: {failure.event_specific_data}", file=sys.stderr)
    if not settings.published.exists():
        print("Nothing was published.", file=sys.stderr)
        return 1
    with duckdb.connect(settings.published, read_only=True) as con:
        print(summarise(con, settings))
    return 0 if result.success else 1


if __name__ == "__main__":
    sys.exit(main())
