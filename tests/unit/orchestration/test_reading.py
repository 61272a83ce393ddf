import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from orchestration import steps
from orchestration.settings import Settings
from orchestration.store import Store

SAMPLE = Path(__file__).parents[3] / "sample" / "inbox"


def articles(settings):
    store = Store(settings)
    steps.take_in(store)
    steps.read_new_articles(store)
    with store.warehouse.reading() as con:
        return con.sql("from core.articles order by article_id").pl().drop("received_at")


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "FILES_A_BATCH", 3)
    shutil.copytree(SAMPLE, tmp_path / "inbox")
    return Settings(tmp_path / "inbox", tmp_path / "alone")


def test_processes_read_what_this_one_reads(settings, tmp_path):
    alone = articles(settings)
    shared = articles(replace(settings, home=tmp_path / "shared", workers=2))
    assert alone.height > 0
    assert shared.equals(alone)


def test_files_are_read_on_this_machine_whatever_cluster_there_is(settings):
    nobody = replace(settings, cluster="tcp://127.0.0.1:9")
    assert articles(nobody).height > 0
