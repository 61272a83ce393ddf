"""The order in which things come in, or in which days arrive, changes nothing of what comes out."""

from dataclasses import replace

import pytest

from assets.core.claims.reconcile import refresh_claims, refresh_findings, refresh_metrics
from tests.planted import PLANTING, QUIET, catalogue_of, topics
from tests.worlds import World, fill, warehouse, world

TABLES = ("out.metrics", "out.findings", "out.lags", "out.identities", "out.weights")
MADE = topics(5, (*QUIET, *PLANTING), 2)
CATALOGUE = catalogue_of(MADE)
PIECES = [
    replace(piece, key=f"{topic.name}/{piece.key or number}")
    for topic in MADE
    for number, piece in enumerate(topic.pieces)
]


def refresh(con):
    refresh_claims(con)
    refresh_metrics(con)
    refresh_findings(con)


def written(con, folder):
    """The bytes of the tables as CSV, with all digits, in the order in which their rows lie."""
    found = {}
    for name in TABLES:
        path = folder / f"{name}.csv"
        con.execute(f"copy (from {name}) to '{path}'")
        found[name] = path.read_bytes()
    return found


def tables_of(made: World, folder):
    with warehouse(made, CATALOGUE) as con:
        refresh(con)
        assert con.execute("select count(*) > 20 from out.findings").fetchall() == [(True,)]
        return written(con, folder)


@pytest.fixture(scope="module")
def made():
    return world(PIECES, CATALOGUE)


@pytest.fixture(scope="module")
def expected(made, tmp_path_factory):
    return tables_of(made, tmp_path_factory.mktemp("in_order"))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_inputs_in_any_order_give_the_same_bytes(made, expected, tmp_path, seed):
    assert tables_of(made.shuffled(seed), tmp_path) == expected


def test_days_that_arrive_one_after_the_other_give_what_all_at_once_do(made, expected, tmp_path):
    days = sorted({piece.day for piece in PIECES})
    with warehouse(world([], CATALOGUE), CATALOGUE) as con:
        for until in (days[len(days) // 3], days[2 * len(days) // 3], days[-1]):
            fill(con, world([piece for piece in PIECES if piece.day <= until], CATALOGUE))
            refresh(con)
        assert written(con, tmp_path) == expected


def test_a_second_run_over_the_same_inputs_touches_nothing(made):
    with warehouse(made, CATALOGUE) as con:
        refresh(con)
        assert refresh_claims(con) == refresh_metrics(con) == refresh_findings(con) == []


def test_a_new_fact_has_only_its_own_series_made_anew(made):
    late = [replace(PIECES[0], outlet="outlet 77", key="late")]
    with warehouse(made, CATALOGUE) as con:
        refresh(con)
        fill(con, world([*PIECES, *late], CATALOGUE))
        series = PIECES[0].figures[0].series
        assert refresh_claims(con) == ["", series]  # articles alone are looked at again, too
        assert refresh_metrics(con) == ["", series]
