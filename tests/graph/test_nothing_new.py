"""A run that finds nothing new: nothing is written, and every check is still answered."""

import shutil
from dataclasses import replace

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
