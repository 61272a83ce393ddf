"""The export that a run leaves: the same rows in every format, whole, and only when news came."""

import json
from dataclasses import replace

import duckdb
import pytest

from orchestration.exporting import export_edition


@pytest.fixture(scope="module")
def con(sample_home):
    with duckdb.connect(sample_home.published, read_only=True) as con:
        yield con


def test_every_exported_table_holds_the_rows_of_the_edition(con, sample_home):
    tables = sorted(path.stem for path in sample_home.export.glob("*.parquet"))
    assert {"core.claims", "out.evidence", "out.findings", "out.metrics"} <= set(tables)
    for table in tables:
        wanted = len(con.sql(f"from {table}"))
        for suffix in ("parquet", "csv"):
            path = str(sample_home.export / f"{table}.{suffix}")
            assert len(con.sql("from query_table([$path])", params={"path": path})) == wanted


def test_lists_in_csv_are_json(con, sample_home):
    path = str(sample_home.export / "out.findings.csv")
    quotes = con.execute("select quotes from read_csv($path)", {"path": path}).fetchall()
    assert all(json.loads(cell)[0]["sentence"] for (cell,) in quotes)


def test_every_claim_is_in_the_json_ld_with_its_first_appearance(con, sample_home):
    document = json.loads((sample_home.export / "claims.jsonld").read_text("utf-8"))
    claims = con.execute("select claim_id from core.claims").fetchall()
    found = {claim["@id"].rpartition(":")[2] for claim in document["@graph"]}
    assert found == {claim_id for (claim_id,) in claims}
    assert all(claim["firstAppearance"]["text"] for claim in document["@graph"])


@pytest.fixture
def home(sample_home, tmp_path):
    """Another home, with the sample's edition and no export yet."""
    settings = replace(sample_home, home=tmp_path)
    settings.editions.mkdir()
    (settings.editions / "crosstally-1.duckdb").symlink_to(sample_home.published.resolve())
    settings.published.symlink_to(sample_home.published.resolve())
    return settings


def test_an_edition_is_exported_once(home):
    assert export_edition(home)
    written = home.export.resolve().stat().st_mtime_ns
    assert not export_edition(home)
    assert home.export.resolve().stat().st_mtime_ns == written


def test_what_a_crash_left_half_written_goes_with_the_next_export(home):
    half = home.exports / "crosstally-0.writing"
    half.mkdir(parents=True)
    (half / "out.metrics.csv").write_text("half")
    assert export_edition(home)
    assert [path.name for path in home.exports.iterdir()] == [home.export.resolve().name]
