import dataframely as dy
import polars as pl
import pytest

from orchestration.stage import Stage


class Rows(dy.Schema):
    name = dy.String(primary_key=True)


def frame(*names):
    return pl.DataFrame({"name": list(names)})


def test_a_batch_is_known_once_it_is_whole_and_missing_before(tmp_path):
    stage = Stage(tmp_path)
    stage.write("core.rows", "v1", "2024-02-08-b", frame("one"), Rows)
    (tmp_path / "core.rows" / "v1" / "2024-02-09-c.123.tmp").write_bytes(b"half a file")
    assert stage.batches("core.rows", "v1") == ["2024-02-08-b"]
    wanted = ["2024-02-08-b", "2024-02-09-c"]
    assert list(stage.missing("core.rows", "v1", of=wanted)) == ["2024-02-09-c"]


def test_another_version_of_the_maker_knows_none_of_the_batches(tmp_path):
    stage = Stage(tmp_path)
    stage.write("core.rows", "v1", "a", frame("one"), Rows)
    assert stage.batches("core.rows", "v2") == []


def test_all_batches_read_as_one_table_and_none_as_no_rows(tmp_path):
    stage = Stage(tmp_path)
    assert stage.read("core.rows", "v1", Rows).is_empty()
    stage.write("core.rows", "v1", "a", frame("one"), Rows)
    stage.write("core.rows", "v1", "b", frame("two", "three"), Rows)
    assert stage.read("core.rows", "v1", Rows)["name"].to_list() == ["one", "two", "three"]


def test_a_frame_that_breaks_its_contract_is_never_written(tmp_path):
    stage = Stage(tmp_path)
    with pytest.raises(dy.exc.ValidationError):
        stage.write("core.rows", "v1", "a", frame("one", "one"), Rows)
    assert stage.batches("core.rows", "v1") == []
