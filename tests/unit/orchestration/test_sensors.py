import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import dagster as dg
import pytest

from orchestration.sensors import (
    JOB,
    PATIENCE,
    STATE,
    Look,
    inbox,
    look_again,
    pause,
    signature_of,
)
from orchestration.settings import Settings

NOON = datetime(2024, 2, 8, 12, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path, monkeypatch):
    (tmp_path / "inbox").mkdir()
    monkeypatch.setenv("CROSSTALLY_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setenv("CROSSTALLY_HOME", str(tmp_path / "home"))
    return Settings.from_environment()


@pytest.fixture
def instance():
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


@pytest.fixture
def look(settings, instance):
    """Look once, with the cursor of the look before."""
    cursor = None

    def look():
        nonlocal cursor
        context = dg.build_sensor_context(instance=instance, cursor=cursor)
        answer = inbox(context)
        cursor = context.cursor
        return answer

    return look


def drop(settings, *names):
    for name in names:
        (settings.inbox / name).write_text(f"{name} has 12 words.")


def record(instance, request, status):
    """Note a run as Dagster does: asked for with these tags, come to this end."""

    @dg.op
    def nothing():
        if status == dg.DagsterRunStatus.FAILURE:
            raise dg.Failure("as asked")

    @dg.job(name=JOB)
    def everything():
        nothing()

    everything.execute_in_process(instance=instance, tags=request.tags, raise_on_error=False)


def test_many_files_are_one_run_once_they_stand_still(settings, look):
    drop(settings, "a.txt", "b.txt", "c.txt")
    assert look().skip_message == "Files are still arriving."
    drop(settings, "d.txt")
    assert look().skip_message == "Files are still arriving."
    assert look().tags == {STATE: signature_of(settings)}


def test_a_state_that_a_run_has_done_is_not_asked_for_again(settings, look, instance):
    look()
    record(instance, look(), dg.DagsterRunStatus.SUCCESS)
    assert look().skip_message == "Nothing is new."
    drop(settings, "late.txt")
    look()
    assert isinstance(look(), dg.RunRequest)


def test_a_run_that_failed_is_tried_again_after_a_pause_under_another_key(
    look, instance, monkeypatch
):
    look()
    first = look()
    record(instance, first, dg.DagsterRunStatus.FAILURE)
    assert "tried again later" in look().skip_message
    monkeypatch.setattr("orchestration.sensors.FIRST_PAUSE", timedelta())
    again = look()
    assert again.tags == first.tags
    assert again.run_key != first.run_key


def test_nothing_is_asked_for_while_a_run_is_at_work(look, instance):
    look()
    instance.add_run(
        dg.DagsterRun(job_name=JOB, run_id="8d2a", status=dg.DagsterRunStatus.STARTING)
    )
    assert look().skip_message == "A run is at work."


def test_a_run_that_a_person_cancelled_is_left_to_the_next_file(look, instance):
    look()
    tags = look().tags
    instance.add_run(
        dg.DagsterRun(job_name=JOB, run_id="8d2a", status=dg.DagsterRunStatus.CANCELED, tags=tags)
    )
    assert "A person cancelled" in look().skip_message


@pytest.mark.parametrize("name", ["adjudications", "recommendations"])
def test_what_a_person_decides_is_a_reason_to_run(settings, name):
    before = signature_of(settings)
    settings.home.mkdir()
    getattr(settings, name).write_text("")
    assert signature_of(settings) != before


def test_a_changed_catalogue_is_a_reason_to_run(settings, tmp_path):
    (tmp_path / "catalogue").mkdir()
    settings = replace(settings, catalogue=tmp_path / "catalogue")
    before = signature_of(settings)
    (tmp_path / "catalogue" / "series.yaml").write_text("")
    assert signature_of(settings) != before


def test_an_inbox_that_never_settles_is_read_all_the_same():
    look = look_again(None, "first", NOON)
    for minutes in range(1, 10):
        look = look_again(json.dumps(asdict(look)), str(minutes), NOON + timedelta(minutes=minutes))
        assert not look.is_settled(NOON + timedelta(minutes=minutes))
    assert look.is_settled(NOON + PATIENCE + timedelta(seconds=1))


def test_a_clock_that_jumps_delays_no_run_for_ever():
    look = look_again(None, "first", NOON)
    yesterday = NOON - timedelta(days=1)
    assert look_again(json.dumps(asdict(look)), "first", yesterday).is_settled(yesterday)
    assert look_again(json.dumps(asdict(look)), "next", yesterday).is_settled(yesterday)


@pytest.mark.parametrize(
    ("failures", "waits"),
    [(1, timedelta(seconds=30)), (2, timedelta(minutes=2)), (1000, timedelta(days=1))],
)
def test_each_failure_makes_the_pause_longer_up_to_a_day(failures, waits):
    assert pause(failures) == waits


def test_a_look_that_saw_no_change_is_settled():
    assert Look("same", None).is_settled(NOON)
