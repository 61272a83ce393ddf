"""What the project leans on in DuckDB, pinned: a red test here means the library changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.publish import READABLE_BY

CLI = shutil.which("duckdb", path=str(Path(sys.executable).parent))


def test_substring_counts_code_points_as_python_slices_do():
    text = "á 130 🕊️ 253 of 2½ million"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            (got,) = duckdb.execute(
                "select substring($text, $start + 1, $end - $start)",
                {"text": text, "start": start, "end": end},
            ).fetchone()
            assert got == text[start:end]


def test_copying_a_database_takes_comments_and_macros_along(tmp_path):
    with duckdb.connect(tmp_path / "one.duckdb") as con:
        con.execute("create table figures as select 130 as value")
        con.execute("comment on column figures.value is 'in plain units'")
        con.execute("create macro doubled(x) as x * 2")
        con.execute(
            f"attach '{tmp_path / 'other.duckdb'}' as other (storage_version '{READABLE_BY}')"
        )
        con.execute("copy from database one to other")
    with duckdb.connect(tmp_path / "other.duckdb", read_only=True) as con:
        assert con.execute("select doubled(value) from figures").fetchall() == [(260,)]
        assert con.execute(
            "select comment from duckdb_columns() where table_name = 'figures'"
        ).fetchall() == [("in plain units",)]


@pytest.mark.skipif(CLI is None, reason="the duckdb command line is not installed")
def test_the_command_line_of_the_last_major_version_opens_our_files(tmp_path):
    with duckdb.connect() as con:
        con.execute(
            f"attach '{tmp_path / 'file.duckdb'}' as edition (storage_version '{READABLE_BY}')"
        )
        con.execute("create table edition.figures as select 130 as value")
    told = subprocess.run(
        [CLI, "-readonly", "-csv", str(tmp_path / "file.duckdb"), "select value from figures"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["value", "130"]
