"""`make run`: materialise the whole chain once, and say in plain words what was found.

Belongs here: starting Dagster in this process and printing the outcome. Not here: the words of the
outcome (`summary.py`), or any step.
"""

import sys
from uuid import uuid4

import dagster as dg
import duckdb

from assets.catalogue.catalogue import CatalogueError
from orchestration.definitions import defs
from orchestration.home import prepare
from orchestration.publish import current_generation
from orchestration.recovery import at_work
from orchestration.sensors import JOB
from orchestration.settings import Settings, SettingsError
from orchestration.store import Store
from orchestration.summary import summarise

QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}


def main() -> int:
    """Run the chain; return 0, or 1 if a step or blocking check failed, or 2 on bad settings."""
    try:
        settings = Settings.from_environment()
        before = current_generation(settings)
        result = materialise(settings)
    except (SettingsError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 2
    for failure in result.get_step_failure_events():
        print(failure.message, file=sys.stderr)
    if not settings.published.exists():
        print("Nothing was published.", file=sys.stderr)
        return 1
    with duckdb.connect(settings.published, read_only=True) as con:
        print(summarise(con, settings, is_new=current_generation(settings) != before))
    return 0 if result.success else 1


def materialise(settings: Settings) -> dg.ExecuteInProcessResult:
    """Run every asset and check in this process, recorded in the home's Dagster instance."""
    prepare(settings)
    with dg.DagsterInstance.from_config(str(settings.dagster)) as instance:
        run_id = str(uuid4())
        with at_work(settings, run_id):
            return defs.resolve_job_def(JOB).execute_in_process(
                instance=instance,
                run_id=run_id,
                resources={"store": Store(settings)},
                run_config=QUIET,
                raise_on_error=False,
            )


if __name__ == "__main__":
    sys.exit(main())
