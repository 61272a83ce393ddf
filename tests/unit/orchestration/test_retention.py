import os
import time
from datetime import UTC, datetime, timedelta

import dagster as dg
import pytest

from orchestration.retention import delete_leftovers, forget_runs
from orchestration.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "inbox", tmp_path / "home")


@dg.asset
def story():
    """Made by each of the runs."""


def test_old_runs_are_forgotten_but_the_one_that_last_made_an_asset(settings):
    with dg.DagsterInstance.ephemeral() as instance:
        runs = [dg.materialize([story], instance=instance).run_id for _ in range(3)]
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        assert forget_runs(settings, instance, tomorrow) == 2
        assert [run.run_id for run in instance.get_runs()] == [runs[-1]]
        assert instance.get_latest_materialization_event(story.key)


def test_young_runs_are_kept(settings):
    with dg.DagsterInstance.ephemeral() as instance:
        dg.materialize([story], instance=instance)
        dg.materialize([story], instance=instance)
        assert forget_runs(settings, instance, datetime.now(UTC) - timedelta(days=1)) == 0


def test_leftovers_of_a_crash_go_once_nobody_can_be_writing_them(settings):
    folder = settings.stage / "core.facts" / "v1"
    folder.mkdir(parents=True)
    old, young, whole = (folder / name for name in ("a.1.tmp", "b.2.tmp", "c.parquet"))
    for path in (old, young, whole):
        path.write_bytes(b"bytes")
    yesterday = time.time() - 86_400
    os.utime(old, (yesterday, yesterday))
    os.utime(whole, (yesterday, yesterday))
    assert delete_leftovers(settings, before=time.time() - 3_600) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["b.2.tmp", "c.parquet"]
