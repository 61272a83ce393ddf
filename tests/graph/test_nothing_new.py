"""A run that finds nothing new: nothing is written, and every check is still answered."""

import shutil
from dataclasses import replace

import dagster as dg

from orchestration.checks import FOLDER
from orchestration.run import materialise


def traces(settings):
    """When each file that a run might have made was last written."""
    made = [settings.warehouse, *settings.editions.rglob("*"), *settings.report.rglob("*")]
    return {path: path.stat().st_mtime_ns for path in [*made, *settings.exports.rglob("*")]}


def test_a_run_over_what_is_known_writes_nothing_and_answers_every_check(sample_home, tmp_path):
    settings = replace(sample_home, home=tmp_path / "home")
    shutil.copytree(sample_home.home, settings.home, symlinks=True)
    before = traces(settings)
    run = materialise(settings)
    assert run.success
    assert traces(settings) == before
    answered = {check.check_name for check in run.get_asset_check_evaluations()}
    assert answered == {path.stem for path in FOLDER.glob("*/*.sql")}


def test_what_a_run_logged_is_there_for_servers_which_open_the_log_otherwise(sample_home):
    with dg.DagsterInstance.from_config(str(sample_home.dagster)) as server:
        (run,) = server.get_runs(limit=1)
        assert run.is_success
        made = {
            record.asset_materialization.asset_key.to_user_string()
            for record in server.all_logs(
                run.run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION
            )
        }
        assert "out/findings" in made
        latest = server.get_latest_materialization_event(dg.AssetKey(["out", "findings"]))
        assert latest is not None
        assert latest.run_id == run.run_id
