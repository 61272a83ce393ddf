"""What people decide: a finding kept quiet, a figure recommended, and what each does."""

from datetime import date

import polars as pl
import pytest

from assets.checks import read_checks
from assets.core.claims.reconcile import SQL, refresh_claims, refresh_findings, refresh_metrics
from assets.out.findings.decisions import (
    DecisionError,
    read_adjudications,
    read_recommendations,
)
from tests.worlds import Figure, article, fill, warehouse, world

DAY = date(2024, 2, 8)
PIECES = [
    article("One", DAY, Figure("oct7_deaths", 1200, "israel_government")),
    article("Two", DAY, Figure("oct7_deaths", 1163, "afp")),
]
LATER = article("Three", date(2024, 2, 20), Figure("gaza_population", 2_300_000))


@pytest.fixture
def con():
    with warehouse(world(PIECES)) as con:
        refresh(con)
        yield con


def refresh(con):
    """Bring all up to date; return the ids of the findings that are new."""
    known = ids(con)
    refresh_claims(con)
    refresh_metrics(con)
    refresh_findings(con)
    return sorted(ids(con) - known)


def ids(con):
    made = "select 1 from duckdb_tables() where schema_name = 'out' and table_name = 'findings'"
    if not con.execute(made).fetchall():
        return set()
    return {row[0] for row in con.execute("select finding_id from out.findings").fetchall()}


def test_a_finding_that_goes_on_under_other_words_is_a_change(con):
    told = the_id(con)
    con.execute("update out.findings set explanation = 'in the words of last year'")
    con.execute("delete from core.reconciled where stage = 'decisions'")
    assert refresh_findings(con) == [told]
    assert refresh_findings(con) == []


def decided(con, path, **fields):
    """Write a decision on the only finding, and reconcile with it."""
    row = {"finding_id": the_id(con), "decision": "accepted", "reason": "counted apart"}
    pl.DataFrame([{**row, "by": "Mia", "until": "", **fields}]).write_csv(path)
    put(con, "core.adjudications", read_adjudications(path))
    return refresh(con)


def put(con, name, frame):
    con.register("incoming", frame)
    con.execute(f"create or replace table {name} as from incoming")
    con.unregister("incoming")


def the_id(con):
    (row,) = con.execute("select finding_id from out.findings").fetchall()
    return row[0]


def statuses(con):
    return con.execute(
        "select status, adjudicated_by, reason from out.findings order by status"
    ).fetchall()


def quiet(con):
    """Whether the check of the kind passes."""
    (check,) = [c for c in read_checks(SQL / "checks") if c.kind == "authorities_differ"]
    return con.execute(check.query).fetchall() == []


def test_a_finding_is_new_once(con):
    assert statuses(con) == [("open", None, None)]
    assert not quiet(con)
    assert refresh(con) == []


def test_an_accepted_finding_is_quiet(con, tmp_path):
    assert decided(con, tmp_path / "adjudications.csv") == []
    assert statuses(con) == [("accepted", "Mia", "counted apart")]
    assert quiet(con)


def test_an_accepted_finding_stays_quiet_when_more_outlets_print_the_same(con, tmp_path):
    decided(con, tmp_path / "adjudications.csv")
    more = article("Four", DAY, Figure("oct7_deaths", 1200, "israel_government"))
    fill(con, world([*PIECES, more]))
    assert refresh(con) == []
    assert quiet(con)


def test_an_accepted_finding_is_a_new_one_when_its_figures_change(con, tmp_path):
    decided(con, tmp_path / "adjudications.csv")
    old = the_id(con)
    changed = article("Two", DAY, Figure("oct7_deaths", 1142, "afp"))
    fill(con, world([PIECES[0], changed]))
    assert refresh(con) == [the_id(con)] != [old]
    assert statuses(con) == [("open", None, None)]


def test_an_acceptance_ends_with_its_last_day_in_the_news(con, tmp_path):
    decided(con, tmp_path / "adjudications.csv", until="2024-02-19")
    assert quiet(con)
    fill(con, world([*PIECES, LATER]))
    refresh(con)
    assert statuses(con) == [("expired", "Mia", "counted apart")]
    assert not quiet(con)


def test_a_recommended_figure_is_a_rule_of_its_own_beside_the_others(con, tmp_path):
    path = tmp_path / "recommendations.csv"
    path.write_text(
        "series,as_of,value,reason,by\noct7_deaths,2024-02-08,1163,names are known,Mia\n"
    )
    put(con, "core.recommendations", read_recommendations(path))
    refresh(con)
    best = dict(
        con.execute(
            "select rule, best from out.metrics where rule in ('recommended', 'ucdp_triple')"
        ).fetchall()
    )
    assert best == {"recommended": 1163.0, "ucdp_triple": 1200.0}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("abc,perhaps,why,Mia,", "decision is 'perhaps'; it must be explained or accepted"),
        ("abc,accepted,why,Mia,soon", "until is 'soon'; it must be a day like 2024-02-29"),
        ("abc,accepted,,Mia,", "reason is empty"),
        (",accepted,why,Mia,", "finding_id is empty"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, complaint):
    path = tmp_path / "adjudications.csv"
    path.write_text(f"finding_id,decision,reason,by,until\n{line}\n")
    with pytest.raises(DecisionError) as raised:
        read_adjudications(path)
    assert raised.value.problems == [f"{path}:2: {complaint}"]


def test_no_file_is_no_decision(tmp_path):
    assert read_adjudications(tmp_path / "none.csv").is_empty()
    assert read_recommendations(tmp_path / "none.csv").is_empty()
