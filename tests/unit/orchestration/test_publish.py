import duckdb
import pytest

from orchestration.publish import KEPT, publish
from orchestration.settings import Settings
from orchestration.warehouse import Warehouse, mark_changed


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "inbox").mkdir()
    return Settings(tmp_path / "inbox", tmp_path / "home")


def change(settings, name):
    with Warehouse(settings.warehouse).transaction() as con:
        con.execute("create or replace table core.story as select $name as name", {"name": name})
        con.execute("comment on table core.story is 'What was told'")
        mark_changed(con)


def publish_now(settings):
    with Warehouse(settings.warehouse).reading() as con:
        return publish(con, settings)


def read(settings):
    with duckdb.connect(settings.published, read_only=True) as con:
        return con.execute("select name from core.story").fetchall()


def test_a_reader_at_work_keeps_its_edition_while_the_next_one_is_published(settings):
    change(settings, "first")
    publish_now(settings)
    with duckdb.connect(settings.published, read_only=True) as reader:
        change(settings, "second")
        publish_now(settings)
        assert reader.execute("select name from core.story").fetchall() == [("first",)]
    assert read(settings) == [("second",)]


def test_a_state_that_is_published_already_makes_no_new_edition(settings):
    change(settings, "first")
    assert publish_now(settings)
    edition = settings.published.resolve()
    assert not publish_now(settings)
    assert settings.published.resolve() == edition


def test_comments_go_with_the_tables_into_the_edition(settings):
    change(settings, "first")
    publish_now(settings)
    with duckdb.connect(settings.published, read_only=True) as con:
        comments = con.execute(
            "select comment from duckdb_tables() where table_name = 'story'"
        ).fetchall()
    assert comments == [("What was told",)]


def test_old_editions_go_and_leftovers_of_a_crash_with_them(settings):
    for name in "abcde":
        change(settings, name)
        (settings.editions / "crosstally-0.writing").parent.mkdir(parents=True, exist_ok=True)
        (settings.editions / "crosstally-0.writing").write_bytes(b"half")
        publish_now(settings)
    assert len(list(settings.editions.iterdir())) == KEPT
    assert settings.published.resolve() == max(settings.editions.iterdir())
    assert read(settings) == [("e",)]


def tear(settings):
    with Warehouse(settings.warehouse).transaction() as con:
        con.execute("update core.story set name = 'torn'")
        con.execute("select * from core.no_such_table")


def test_a_transaction_that_fails_leaves_nothing_behind(settings):
    change(settings, "first")
    with pytest.raises(duckdb.CatalogException):
        tear(settings)
    publish_now(settings)
    assert read(settings) == [("first",)]
