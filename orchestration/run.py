"""`make run`: materialise the whole chain once, and say in plain words what was found.

Belongs here: starting Dagster in this process and printing the outcome. Not here: the words of the
outcome (`summary.py`), or any step.
"""

import sys
from collections.abc import Iterator
from uuid import uuid4

import dagster as dg
import duckdb

from assets.catalogue.catalogue import CatalogueError
from orchestration.definitions import defs
from orchestration.home import RUN_YAML, prepare
from orchestration.publish import current_generation
from orchestration.recovery import at_work
from orchestration.sensors import JOB
from orchestration.settings import Settings, SettingsError
from orchestration.summary import summarise

# Dagster's own log goes to its event log; the terminal gets sentences.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def main() -> int:
    """Run the chain; return 0, or 1 if a step or blocking check failed, or 2 on bad settings."""
    try:
        settings = Settings.from_environment()
        before = current_generation(settings)
        result = materialise(settings)
    except (SettingsError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 2
    for complaint in complaints(result):
        print(complaint, file=sys.stderr)
    if not settings.published.exists():
        print("Nothing was published.", file=sys.stderr)
        return 1
    with duckdb.connect(settings.published, read_only=True) as con:
        print(summarise(con, settings, is_new=current_generation(settings) != before))
    return 0 if result.success else 1


def materialise(settings: Settings) -> dg.ExecuteInProcessResult:
    """Run every asset and check in this process, recorded in the home's Dagster instance."""
    store = prepare(settings)
    with dg.DagsterInstance.from_config(str(settings.dagster), RUN_YAML) as instance:
        run_id = str(uuid4())
        with at_work(settings, run_id):
            return defs.resolve_job_def(JOB).execute_in_process(
                instance=instance,
                run_id=run_id,
                resources={"store": store},
                run_config=QUIET,
                raise_on_error=False,
            )


def complaints(result: dg.ExecuteInProcessResult) -> Iterator[str]:
    """Yield a sentence for each invariant that does not hold and each step that failed."""
    for check in result.get_asset_check_evaluations():
        if not check.passed and check.severity == dg.AssetCheckSeverity.ERROR:
            rows = check.metadata["offending_rows"].value
            yield (
                f"{check.asset_key.to_user_string()}: {check.check_name} does not hold for {rows} "
                f"rows, so nothing was published. {check.description}"
            )
    for failure in result.get_step_failure_events():
        error = failure.step_failure_data.error
        cause = error and (error.cause or error)
        if cause and cause.cls_name != "DagsterAssetCheckFailedError":
            yield f"{failure.step_key} failed: {cause.message.strip()}"
