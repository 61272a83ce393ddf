"""What happens to machines: kills, two runs at once, bad archives, a full disk. Nothing is lost,
nothing is there twice, the published file always opens, and the next run completes by itself.

More kills than the three here: CROSSTALLY_TEST_KILLS=25 pytest tests/graph/test_faults.py
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from orchestration import steps
from orchestration.settings import Settings
from orchestration.store import Store
from tests.scenario import CATALOGUE, INBOX

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("CROSSTALLY_TEST_KILLS", "3"))
LONGEST_WORK = 4.0  # seconds from a run's first step to its last, over the sample
# Each table with the columns that no clock enters.
STATES = (
    "select file_id, raw_path, format, outlet, status, n_records from raw.files",
    "select raw_path, record_key, stage, reason from raw.quarantine",
    "select article_id, version, is_latest, origin_id, text from core.articles",
    "select * from core.corrections",
    "select * from core.facts",
    "select * from core.claims",
    "select * from out.metrics",
    "select finding_id, kind, series, fact_ids, explanation, status from out.findings",
)


@pytest.fixture
def settings(tmp_path):
    return Settings(INBOX, tmp_path / "home", CATALOGUE)


def start(settings):
    """Start `make run` in a process of its own."""
    environment = {
        **os.environ,
        "CROSSTALLY_INBOX": str(settings.inbox),
        "CROSSTALLY_HOME": str(settings.home),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "orchestration"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def finish(run):
    output, _ = run.communicate(timeout=120)
    assert run.returncode == 0, output
    return output


def state(settings):
    """All that is published, as sorted rows by table."""
    with duckdb.connect(settings.published, read_only=True) as con:
        return [sorted(con.execute(query).fetchall(), key=repr) for query in STATES]


def kill_at_work(settings, after):
    """Start a run, wait until it is at work and then so many seconds, kill it and its workers."""
    run = start(settings)
    locks = settings.dagster / "at-work"
    while run.poll() is None and not (locks.is_dir() and any(locks.iterdir())):
        time.sleep(0.01)
    time.sleep(after)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


def test_runs_killed_at_random_moments_leave_the_state_that_one_run_makes(settings, sample_home):
    moments = random.Random(KILLS)  # noqa: S311  # the same moments each time
    for _ in range(KILLS):
        kill_at_work(settings, moments.uniform(0, LONGEST_WORK))
        if settings.published.exists():
            state(settings)
    finish(start(settings))
    assert state(settings) == state(sample_home)
    with dg.DagsterInstance.from_config(str(settings.dagster)) as instance:
        unfinished = [run for run in instance.get_runs() if not run.is_finished]
        assert unfinished == []
        assert instance.event_log_storage.get_concurrency_run_ids() == set()


def test_two_runs_started_at_once_make_what_one_makes(settings, sample_home):
    said = "".join(finish(run) for run in [start(settings), start(settings)])
    assert said.count("Another run is at work; this one begins when it has ended.") == 1
    assert len(list(settings.editions.iterdir())) == 1
    assert state(settings) == state(sample_home)


def run_steps(store):
    steps.take_in(store)
    steps.read_new_articles(store)
    steps.collect_corrections(store)
    steps.collect_refusals(store)
    steps.extract_facts(store)


def rows(store, query):
    with store.warehouse.reading() as con:
        return con.execute(query).fetchall()


@pytest.fixture
def inbox(tmp_path):
    """An inbox with one good article."""
    (tmp_path / "inbox").mkdir()
    shutil.copy(INBOX / "northgate_2001.txt", tmp_path / "inbox")
    return tmp_path / "inbox"


def test_a_corrupt_archive_is_quarantined_and_what_lies_beside_it_is_read(inbox, tmp_path):
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(INBOX / "northgate_2003.txt", "northgate_2003.txt")
    content = bytearray(whole.read_bytes())
    (inbox / "cut.zip").write_bytes(content[: len(content) // 2])
    content[60:80] = bytes(20)
    (inbox / "damaged.zip").write_bytes(content)
    store = Store(Settings(inbox, tmp_path / "home"))
    run_steps(store)
    refused = rows(store, "select distinct raw_path from raw.quarantine order by raw_path")
    assert refused == [("cut.zip",), ("damaged.zip",)]
    assert rows(store, "select distinct raw_path from core.articles") == [("northgate_2001.txt",)]


def test_bytes_that_rot_in_the_archive_change_nothing_that_was_read(inbox, tmp_path):
    store = Store(Settings(inbox, tmp_path / "home"))
    run_steps(store)
    before = rows(store, "select * from core.facts order by fact_id")
    for kept in store.settings.archive.glob("*/*"):
        kept.chmod(0o644)
        kept.write_bytes(b"rot")
    run_steps(store)
    assert rows(store, "select * from core.facts order by fact_id") == before


# Steps under a limit on the size of any file, as a full disk would set it.
LIMITED = """
import resource, sys
from pathlib import Path
from orchestration import steps
from orchestration.settings import Settings
from orchestration.store import Store

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
store = Store(Settings(Path(sys.argv[1]), Path(sys.argv[2])))
steps.take_in(store)
steps.read_new_articles(store)
steps.extract_facts(store)
steps.publish_edition(store)
"""


@pytest.mark.parametrize("limit", [500, 20_000, 400_000], ids=["archive", "stage", "warehouse"])
def test_a_full_disk_stops_the_run_and_tears_nothing(inbox, tmp_path, limit):
    store = Store(Settings(inbox, tmp_path / "home"))
    limited = subprocess.run(
        [sys.executable, "-c", LIMITED, inbox, store.settings.home, str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert limited.returncode != 0
    assert "File too large" in limited.stderr
    run_steps(store)
    assert rows(store, "select count(*) from core.articles") == [(1,)]
    assert rows(
        store, "select count(distinct fact_id) = count(*), count(*) > 2 from core.facts"
    ) == [(True, True)]
