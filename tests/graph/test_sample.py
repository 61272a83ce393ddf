"""The whole chain over `sample/inbox`: each planted thing is found, and the rest stays quiet."""

import duckdb
import pytest

from tests.scenario import (
    ARTICLE_COUNT,
    OUTSIDE_SERIES,
    PLANTED,
    REFUSED,
    REPRINTED,
    VELMORA_TOLL,
)


@pytest.fixture(scope="module")
def con(sample_home):
    with duckdb.connect(sample_home.published, read_only=True) as con:
        yield con


def facts_of(con, mention):
    """The facts at a mention, as (fact_id, series, modality)."""
    return con.execute(
        """
        select facts.fact_id, facts.series, facts.modality, articles.origin_id
        from core.facts
        inner join core.articles using (article_id)
        where
            articles.raw_path = $raw_path
            and facts.quote = $quote
            and ($record_key is null or articles.record_key = $record_key)
        """,
        {
            "raw_path": mention.raw_path,
            "quote": mention.quote,
            "record_key": mention.record_key,
        },
    ).fetchall()


def name(value):
    return f"{value.kind}-{value.series}" if hasattr(value, "kind") else value.raw_path


@pytest.mark.parametrize("planted", PLANTED, ids=name)
def test_each_planted_disagreement_is_found_with_its_words(con, planted):
    cited = con.execute(
        "select fact_ids from out.findings where kind = $kind",
        {"kind": planted.kind},
    ).fetchall()
    wanted = [{row[0] for row in facts_of(con, mention)} for mention in planted.mentions]
    assert all(wanted), "a mention was not extracted"
    assert any(all(ids & set(found) for ids in wanted) for (found,) in cited), cited


@pytest.mark.parametrize("mention", OUTSIDE_SERIES, ids=lambda m: f"{m.raw_path}-{m.quote}")
def test_subsets_days_denials_and_proposals_feed_no_series(con, mention):
    facts = facts_of(con, mention)
    assert facts
    assert all(
        series is None or modality not in ("asserted", "alleged")
        for _, series, modality, _ in facts
    )


def test_three_reprints_of_one_copy_are_one_origin(con):
    origins = {row[3] for mention in REPRINTED for row in facts_of(con, mention)}
    assert len(origins) == 1


def test_a_toll_that_only_grows_is_published_day_by_day_and_raises_nothing(con):
    best = con.execute(
        """
        select as_of, best
        from out.metrics
        where series = 'velmora_quake_deaths' and rule = 'ucdp_triple'
        order by as_of
        """
    ).fetchall()
    assert dict(best) == {day: float(toll) for day, toll in VELMORA_TOLL.items()}
    fell = con.execute(
        """
        select explanation from out.findings
        where series = 'velmora_quake_deaths' and kind = 'cumulative_fell'
        """
    ).fetchall()
    assert fell == []


@pytest.mark.parametrize("refused", REFUSED, ids=lambda r: r.raw_path)
def test_what_cannot_be_read_has_its_row_and_its_reason(con, refused):
    reasons = con.execute(
        "select reason from raw.quarantine where raw_path = $path", {"path": refused.raw_path}
    ).fetchall()
    assert len(reasons) == 1
    assert reasons[0][0] in refused.reasons


def test_every_good_article_is_read_whatever_lies_beside_it(con):
    assert con.execute("select count(*) from core.articles").fetchall() == [(ARTICLE_COUNT,)]
