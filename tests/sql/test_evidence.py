"""`out.evidence` and what is built on it: counts that add up, and macros that say why."""

from pathlib import Path

import duckdb
import pytest

from assets.checks import read_check

SQL = Path(__file__).parents[2] / "sql"
CHECK = read_check(SQL / "checks" / "invariants" / "evidence__counts_add_up.sql")


@pytest.fixture
def con():
    """Two facts, one claim, one figure and one finding that add up."""
    with duckdb.connect() as con:
        con.execute(
            """
            create schema core;
            create schema out;
            create table core.facts as select unnest(['a', 'b']) as fact_id;
            create table core.claims as select 'c' as claim_id, 1 as n_facts;
            create table core.standing as
            select 'toll' as series, date '2024-02-13' as as_of, 'c' as claim_id;
            create table out.metrics as
            select 'toll' as series, date '2024-02-13' as as_of, 'ibc_range' as rule, 1 as n_claims;
            create table out.findings as select 'f' as finding_id, ['a'] as fact_ids;
            create table out.evidence as
            from (values ('a', 'c', ['f']), ('b', null, [])) as t (fact_id, claim_id, finding_ids);
            """
        )
        yield con


def broken(con):
    return con.execute(CHECK.query).fetchall()


def test_counts_that_add_up_raise_nothing(con):
    assert broken(con) == []


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ("insert into out.evidence values ('b', null, [])", ("evidence of fact b", 2, 1)),
        ("delete from out.evidence where fact_id = 'b'", ("evidence of fact b", 0, 1)),
        ("update core.claims set n_facts = 2", ("facts of claim c", 1, 2)),
        ("delete from core.standing", ("claims of toll, 2024-02-13, ibc_range", 0, 1)),
        ("update out.evidence set finding_ids = []", ("facts of finding f", 0, 1)),
    ],
)
def test_a_count_that_does_not_add_up_is_named(con, change, row):
    con.execute(change)
    assert broken(con) == [row]


@pytest.fixture(scope="module")
def published(sample_home):
    with duckdb.connect(sample_home.published, read_only=True) as con:
        yield con


def test_every_passage_of_evidence_is_the_sentence_with_its_quote_marked(published):
    different = published.execute(
        """
        select passage
        from out.evidence
        where
            replace(passage, '«' || quote || '»', quote) != sentence
            or not contains(passage, '«' || quote || '»')
        """
    ).fetchall()
    assert different == []


def test_explaining_a_finding_shows_each_fact_that_it_cites(published):
    for finding_id, fact_ids in published.execute(
        "select finding_id, fact_ids from out.findings"
    ).fetchall():
        shown = published.execute("select fact_id from explain($id)", {"id": finding_id}).fetchall()
        assert sorted(shown) == [(fact_id,) for fact_id in sorted(fact_ids)]


def test_a_stale_copy_is_as_of_the_day_of_the_figure_and_says_its_lag(published):
    rows = published.execute(
        """
        select cast(as_of as varchar), lag_days, is_stale
        from evidence('gaza_deaths')
        where outlet = 'Evening Ledger' and quote = '27,840'
        """
    ).fetchall()
    assert rows == [("2024-02-08", 2, True)]


def test_a_timeline_has_one_row_a_day_and_the_estimate_lies_in_the_range(published):
    days, different_days, is_within = published.execute(
        """
        select
            count(*),
            count(distinct as_of),
            bool_and(best between lowest_claimed and highest_claimed)
        from timeline('gaza_deaths')
        """
    ).fetchall()[0]
    assert days == different_days > 1
    assert is_within


def test_a_day_shows_what_was_in_print_on_it_the_gravest_first(published):
    severities = published.execute("select severity from disagreements_on('2024-02-15')").fetchall()
    assert severities
    assert severities == sorted(severities, key=lambda row: ["error", "warn", "info"].index(row[0]))


def test_every_table_view_macro_and_column_that_people_query_is_described(published):
    bare = published.execute(
        """
        select schema_name || '.' || table_name from duckdb_tables() where comment is null
        union all
        select schema_name || '.' || view_name
        from duckdb_views()
        where not internal and comment is null
        union all
        select schema_name || '.' || function_name
        from duckdb_functions()
        where database_name = current_database() and not internal and comment is null
        union all
        select schema_name || '.' || table_name || '.' || column_name
        from duckdb_columns()
        where database_name = current_database() and not internal and comment is null
        """
    ).fetchall()
    assert bare == []


def test_what_is_described_is_what_people_query(published):
    schemas = published.execute(
        "select distinct schema_name from duckdb_columns() where not internal order by all"
    ).fetchall()
    assert schemas == [("catalogue",), ("core",), ("out",), ("raw",)]
