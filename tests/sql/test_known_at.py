"""What we knew when: figures as of all that had been published by a day."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from assets.core.claims.reconcile import VIEWS, refresh_claims, refresh_findings, refresh_metrics
from assets.tables import definition
from tests.planted import PLANTING, QUIET, catalogue_of, day, topics
from tests.worlds import Figure, article, warehouse, world

CLI = Path(sys.executable).parent / "duckdb"
KNOWN = "from metrics_known_at(date '2024-02-10') order by all"


def reconciled(made, catalogue=None):
    """A database with the world's figures, and the macros that people ask."""
    con = warehouse(made, catalogue)
    refresh_claims(con)
    refresh_metrics(con)
    refresh_findings(con)
    for view in sorted(VIEWS.values(), key=lambda view: bool(view.parameters)):
        con.execute(definition(view))
    return con


def test_what_was_known_on_a_day_is_what_the_articles_until_then_give():
    made = topics(7, (*QUIET, *PLANTING), 1)
    catalogue = catalogue_of(made)
    pieces = [
        replace(piece, key=f"{topic.name}/{piece.key or number}")
        for topic in made
        for number, piece in enumerate(topic.pieces)
        if piece.version == 1 and piece.is_latest
    ]
    until = day(14)
    with reconciled(world(pieces, catalogue), catalogue) as con:
        then = con.execute(f"from metrics_known_at(date '{until}') order by all").fetchall()
    early = [piece for piece in pieces if piece.day <= until]
    with reconciled(world(early, catalogue), catalogue) as con:
        assert con.execute("from out.metrics order by all").fetchall() == then
    assert len(then) > 100


def test_a_figure_that_was_taken_back_is_still_what_was_known_before():
    told, corrected = date(2024, 2, 9), date(2024, 2, 13)
    first = article("One", told, Figure("oct7_deaths", 1400), key="a", is_latest=False)
    second = article(
        "One",
        corrected,
        Figure("oct7_deaths", 1200),
        Figure("oct7_deaths", 1400, modality="retracted"),
        key="a", version=2, corrected_on=corrected,
    )  # fmt: skip
    with reconciled(world([first, second])) as con:
        claimed = "select value from core.claims_known_at($day)"
        before = con.execute(claimed, {"day": corrected - timedelta(days=1)}).fetchall()
        assert before == [(1400.0,)]
        assert con.execute("select value from core.claims").fetchall() == [(1200.0,)]


@pytest.mark.skipif(not CLI.exists(), reason="the duckdb command line is not installed")
def test_a_client_of_the_last_major_version_is_told_the_same(sample_home):
    with duckdb.connect(sample_home.published, read_only=True) as con:
        here = con.execute(f"select count(*), sum(best) from ({KNOWN})").fetchall()[0]  # noqa: S608
    asked = f"select count(*), sum(best) from ({KNOWN})"  # noqa: S608
    told = subprocess.run(
        [CLI, "-readonly", "-csv", "-noheader", sample_home.published, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
    )
    assert here[0] > 50
    assert told.stdout.strip() == f"{here[0]},{here[1]}"
