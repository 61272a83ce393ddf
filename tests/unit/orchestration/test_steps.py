from datetime import UTC, datetime

import pytest

from orchestration import steps
from orchestration.publish import publish
from orchestration.settings import Settings
from orchestration.store import Store

NOON = datetime(2024, 2, 8, 12, tzinfo=UTC)
MANIFEST = "raw_path,outlet,published_on,url,title\nquake.txt,Valley Herald,2024-02-08,,\n"
STORY = "At least 12 people were killed in Velmora on Friday, the mayor said."


@pytest.fixture
def store(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "quake.txt").write_text(STORY)
    return Store(Settings(tmp_path / "inbox", tmp_path / "home"))


def run(store, now=NOON):
    steps.take_in(store, now)
    steps.read_new_articles(store)
    steps.collect_corrections(store)
    return steps.extract_facts(store)


def rows(store, query):
    with store.warehouse.reading() as con:
        return con.execute(query).fetchall()


def is_published_anew(store):
    with store.warehouse.reading() as con:
        return publish(con, store.settings)


def outlets(store):
    return [row[0] for row in rows(store, "select outlet from core.articles")]


def test_a_second_run_over_the_same_files_does_nothing(store):
    assert run(store).batches == 1
    assert run(store).batches == 0


def test_facts_go_with_an_article_that_a_late_manifest_makes_another(store):
    run(store)
    (store.settings.inbox / "manifest.csv").write_text(MANIFEST)
    run(store)
    assert outlets(store) == ["Valley Herald"]
    strays = "select quote from core.facts anti join core.articles using (article_id)"
    assert rows(store, strays) == []
    assert rows(store, "select quote from core.facts") == [("12",)]


def test_what_a_manifest_takes_back_on_the_same_day_is_taken_back(store):
    manifest = store.settings.inbox / "manifest.csv"
    run(store)
    manifest.write_text(MANIFEST)
    run(store)
    manifest.unlink()
    run(store)
    assert outlets(store) == [None]
    assert rows(store, "select quote from core.facts") == [("12",)]


def test_a_warehouse_that_is_lost_is_made_again_as_it_was(store):
    manifest = store.settings.inbox / "manifest.csv"
    run(store)
    manifest.write_text(MANIFEST)
    run(store)
    manifest.write_text(MANIFEST.replace("Valley Herald", "Hill Courier"))
    run(store)
    query = "select * from core.facts order by fact_id"
    before = rows(store, query), outlets(store)
    store.settings.warehouse.unlink()
    run(store)
    assert (rows(store, query), outlets(store)) == before
    assert outlets(store) == ["Hill Courier"]


def test_a_state_of_a_warehouse_made_again_is_not_taken_for_the_published_one(store):
    run(store)
    assert is_published_anew(store)
    store.settings.warehouse.unlink()
    (store.settings.inbox / "flood.txt").write_text(STORY.replace("12", "13"))
    run(store)
    assert is_published_anew(store)


def test_a_clock_that_jumps_back_puts_no_later_word_before_an_earlier_one(store):
    manifest = store.settings.inbox / "manifest.csv"
    run(store)
    manifest.write_text(MANIFEST)
    run(store, NOON.replace(year=2020))
    store.settings.warehouse.unlink()
    run(store, NOON.replace(year=2019))
    assert outlets(store) == ["Valley Herald"]


def test_a_crash_before_articles_are_settled_leaves_the_settling_to_the_next_run(
    store, monkeypatch
):
    def crash(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "settle", crash)
    with pytest.raises(KeyboardInterrupt):
        run(store)
    monkeypatch.undo()
    run(store)
    assert rows(store, "select version, is_latest from core.articles") == [(1, True)]
