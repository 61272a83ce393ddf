"""Left running: a file is dropped in, and its finding stands in the published file."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psutil
import pytest
import requests

from orchestration.settings import Settings
from tests.scenario import CATALOGUE, INBOX

ROOT = Path(__file__).parents[2]
LATE = "ledger_0210_gaza.txt"  # its 27,840 is of two days before
PATIENCE = 300  # seconds; some 45 are needed where nothing else runs


@pytest.fixture
def settings(tmp_path):
    inbox = tmp_path / "inbox"
    shutil.copytree(INBOX, inbox, ignore=shutil.ignore_patterns(LATE))
    return Settings(inbox, tmp_path / "home", CATALOGUE)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def left_running(settings, port, log):
    """`make ui` in a session of its own; all of its processes are ended with the block."""
    environment = {
        **os.environ,
        "CROSSTALLY_INBOX": str(settings.inbox),
        "CROSSTALLY_HOME": str(settings.home),
        "CROSSTALLY_CATALOGUE": str(settings.catalogue),
        "CROSSTALLY_PORT": str(port),
    }
    ui = subprocess.Popen(
        [sys.executable, "-m", "orchestration.ui"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield psutil.Process(ui.pid)
    finally:
        started = psutil.Process(ui.pid).children(recursive=True)
        ui.send_signal(signal.SIGINT)
        _, left = psutil.wait_procs(started, timeout=15)
        for process in left:
            process.kill()
        ui.kill()
        ui.wait()


def eventually(look):
    """Return the first answer that is not empty; nothing counts while things are starting."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if answer := look():
                return answer
        except (OSError, duckdb.IOException):
            pass
        time.sleep(0.5)
    raise TimeoutError


def runs(port):
    query = {"query": "{runsOrError{... on Runs{results{status jobName}}}}"}
    answer = requests.post(f"http://127.0.0.1:{port}/graphql", json=query, timeout=10)
    return answer.json()["data"]["runsOrError"]["results"]


def findings_about_late_file(settings):
    with duckdb.connect(settings.published, read_only=True) as con:
        return con.execute(
            """
            select findings.kind
            from out.findings
            inner join core.facts on list_contains(findings.fact_ids, facts.fact_id)
            inner join core.articles using (article_id)
            where articles.raw_path = $path and facts.quote = '27,840'
            """,
            {"path": LATE},
        ).fetchall()


def listened_at(ui):
    """The addresses at which the processes can be reached over the network."""
    connections = [c for p in ui.children(recursive=True) for c in p.net_connections("inet")]
    return {c.laddr.ip for c in connections if c.status == psutil.CONN_LISTEN}


def test_a_file_dropped_in_is_a_finding_in_the_published_file(settings, tmp_path):
    port = free_port()
    with (tmp_path / "log").open("wb") as log, left_running(settings, port, log) as ui:
        eventually(lambda: runs(port) is not None)
        shutil.copy(INBOX / LATE, settings.inbox)
        found = eventually(lambda: findings_about_late_file(settings))
        assert ("stale_copy",) in found
        eventually(lambda: {run["status"] for run in runs(port)} == {"SUCCESS"})
        assert len(runs(port)) <= 2  # not one a file
        assert listened_at(ui) == {"127.0.0.1"}
