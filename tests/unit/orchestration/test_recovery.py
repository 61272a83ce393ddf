import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest

from orchestration.recovery import at_work, is_lost, lock_of, recover
from orchestration.settings import Settings

ROOT = Path(__file__).parents[3]
STARTED = dg.DagsterRunStatus.STARTED


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "inbox", tmp_path / "home")


@pytest.fixture
def instance():
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def begin(instance, run_id):
    instance.add_run(dg.DagsterRun(job_name="everything", run_id=run_id, status=STARTED))


def end_without_a_word(settings, run_id):
    """Hold the run's lock in a process that is gone at once, as if killed."""
    code = (
        "import os\n"
        "from pathlib import Path\n"
        "from orchestration.recovery import at_work\n"
        "from orchestration.settings import Settings\n"
        f"settings = Settings(Path({str(settings.inbox)!r}), Path({str(settings.home)!r}))\n"
        f"with at_work(settings, {run_id!r}):\n"
        "    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 9


def test_a_run_whose_process_was_killed_is_reported_failed(settings, instance):
    begin(instance, "8d2a")
    end_without_a_word(settings, "8d2a")
    assert recover(settings, instance) == 1
    assert instance.get_run_by_id("8d2a").status == dg.DagsterRunStatus.FAILURE
    assert recover(settings, instance) == 0


def test_a_run_at_work_is_left_alone(settings, instance):
    begin(instance, "8d2a")
    with at_work(settings, "8d2a"):
        assert recover(settings, instance) == 0
    assert instance.get_run_by_id("8d2a").status == STARTED


def test_a_run_that_has_just_begun_is_given_time_to_take_its_lock(settings, instance):
    begin(instance, "8d2a")
    record = instance.get_run_record_by_id("8d2a")
    now = datetime.now(UTC)
    assert not is_lost(settings, record, now)
    assert is_lost(settings, record, now + timedelta(minutes=1))


def test_the_slot_of_a_run_that_ended_is_freed(settings, tmp_path):
    with dg.DagsterInstance.local_temp(str(tmp_path)) as instance:
        pool = instance.event_log_storage
        pool.set_concurrency_slots("warehouse", 1)
        begin(instance, "8d2a")
        assert pool.claim_concurrency_slot("warehouse", "8d2a", "raw__files").is_claimed
        end_without_a_word(settings, "8d2a")
        recover(settings, instance)
        assert pool.claim_concurrency_slot("warehouse", "9e3b", "raw__files").is_claimed


def test_a_lock_goes_with_its_run(settings):
    with at_work(settings, "8d2a"):
        assert lock_of(settings, "8d2a").exists()
    assert list(lock_of(settings, "8d2a").parent.iterdir()) == []
