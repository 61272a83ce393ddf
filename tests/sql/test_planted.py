"""Reconciliation of worlds with a known truth: planted things are found, and nothing else is."""

import pytest

from tests.planted import PLANTING, QUIET, loud, missed_and_false, reconciled, scores, topics

KINDS = {
    "authorities_differ", "correction_withdraws", "cumulative_fell", "identity_broken",
    "increments_mismatch", "jump", "part_exceeds_whole", "probable_typo", "series_break",
    "shares_exceed_100", "sources_disagree", "stale_copy", "text_later_than_date",
}  # fmt: skip


@pytest.fixture(scope="module")
def world():
    """The planted things, and the database in which their articles are reconciled."""
    made = topics(3, PLANTING, 15)
    with reconciled(made) as con:
        yield [plant for topic in made for plant in topic.plants], con


def test_planted_things_of_every_kind_are_found_and_hardly_anything_else(world):
    plants, con = world
    found = {score.kind: score for score in scores(con, plants)}
    assert found.keys() == KINDS
    assert {kind for kind, score in found.items() if score.recall < 0.98} == set()
    assert {kind for kind, score in found.items() if score.precision < 0.95} == set()


def test_what_is_counted_as_missed_or_false_is_so(world):
    plants, con = world
    missed, _, counts = missed_and_false(con, plants)
    _, false, _ = missed_and_false(con, [])
    assert len(missed) < 0.02 * len(plants)
    assert len(false) == sum(counts.values())


def test_a_consistent_world_with_lags_and_reprints_is_quiet():
    with reconciled(topics(3, QUIET, 10)) as con:
        assert con.execute("select count(*) > 100 from core.claims").fetchall() == [(True,)]
        assert loud(con) == []
