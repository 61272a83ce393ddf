"""The small pictures on assets' pages in Dagster."""

import pytest

from orchestration.pictures import picture
from orchestration.settings import Settings
from orchestration.store import Store

PICTURED = ["core.articles", "core.facts", "out.findings", "out.metrics"]


def kept(settings, table):
    return list((settings.home / "pictures").glob(f"{table}-*.png"))


@pytest.mark.parametrize("table", PICTURED)
def test_an_assets_page_shows_what_is_in_its_table(sample_home, table):
    [(title, shown)] = picture(Store(sample_home), table).items()
    assert shown.value.startswith(f"![{title}](data:image/png;base64,")


@pytest.mark.parametrize("table", PICTURED)
def test_the_same_rows_are_drawn_once(sample_home, table):
    picture(Store(sample_home), table)
    [before] = kept(sample_home, table)
    drawn_at = before.stat().st_mtime_ns
    picture(Store(sample_home), table)
    [after] = kept(sample_home, table)
    assert (after.name, after.stat().st_mtime_ns) == (before.name, drawn_at)


def test_a_table_that_nobody_drew_has_no_picture(sample_home):
    assert picture(Store(sample_home), "raw.files") == {}


def test_an_empty_table_has_no_picture(tmp_path):
    store = Store(Settings(tmp_path / "inbox", tmp_path / "home"))
    with store.warehouse.transaction():
        pass
    assert picture(store, "core.articles") == {}
