"""One writer, many readers: people query the published file while editions come and go."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.publish import publish
from orchestration.settings import Settings
from orchestration.warehouse import Warehouse, mark_changed

READERS = 50
EDITIONS = 20
TABLES = 4
# Forks readers that open the file anew in a loop, as an analyst's notebook does, until they have
# seen the last edition. Each writes what it saw; one that meets an error writes that.
READ = """
import os, sys, time
import duckdb

published, last, readers, tables = sys.argv[1], *map(int, sys.argv[2:])

def look():
    with duckdb.connect(published, read_only=True, config={"threads": 1}) as con:
        names = [f"core.t{table}" for table in range(tables)]
        rows = [con.execute(f"select distinct generation from {name}").fetchall() for name in names]
    states = {row[0] for found in rows for row in found}
    return states.pop() if len(states) == 1 else sys.exit(f"mixed: {states}")

def read(number):
    seen = reads = 0
    while seen < last:
        now = look()
        seen = now if now >= seen else sys.exit(f"{now} after {seen}")
        reads += 1
        time.sleep(1.5 + number / 50)
    os.write(1, f"{reads}\\n".encode())

for number in range(readers):
    if not os.fork():
        read(number)
        os._exit(0)
for _ in range(readers):
    if os.wait()[1]:
        sys.exit("a reader met an error")
"""


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "inbox").mkdir()
    return Settings(tmp_path / "inbox", tmp_path / "home")


def publish_next(settings):
    """Write the coming generation's number into every table, and publish."""
    with Warehouse(settings.warehouse).transaction() as con:
        mark_changed(con)
        (generation,) = con.execute("select generation from meta.generation").fetchone()
        for table in range(TABLES):
            con.execute(f"create or replace table core.t{table} (generation bigint)")
            con.execute(f"insert into core.t{table} select {generation} from range(2000)")  # noqa: S608
    with Warehouse(settings.warehouse).reading() as con:
        assert publish(con, settings)
    return generation


def test_fifty_readers_meet_no_error_and_no_mixed_state_through_twenty_editions(settings):
    last = publish_next(settings) + EDITIONS
    arguments = [settings.published, str(last), str(READERS), str(TABLES)]
    readers = subprocess.Popen(
        [sys.executable, "-c", READ, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while publish_next(settings) < last:
        pass
    reads, errors = readers.communicate(timeout=60)
    assert errors.decode() == ""
    assert readers.returncode == 0
    assert len(reads.split()) == READERS
    assert sum(map(int, reads.split())) >= 2 * READERS


def test_the_command_line_of_duckdb_1_5_opens_the_file(sample_home):
    program = Path(sys.executable).with_name("duckdb")
    version = subprocess.run([program, "-version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("v1.5")
    query = "select count(*) from core.facts"
    asked = subprocess.run(
        [program, "-readonly", "-csv", "-noheader", sample_home.published, "-c", query],
        capture_output=True,
        text=True,
        check=True,
    )
    with duckdb.connect(sample_home.published, read_only=True) as con:
        assert int(asked.stdout) == con.execute(query).fetchone()[0] > 100


def test_nobody_can_write_to_the_published_file(sample_home):
    with (
        duckdb.connect(sample_home.published, read_only=True) as con,
        pytest.raises(duckdb.InvalidInputException, match="read-only"),
    ):
        con.execute("delete from core.facts")
    assert sample_home.published.resolve().stat().st_mode & 0o222 == 0
