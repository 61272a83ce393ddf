import pytest

from orchestration.place import place_at


@pytest.fixture(params=["folder", "bucket"])
def address(request, tmp_path):
    return tmp_path if request.param == "folder" else f"memory://{tmp_path.name}"


def test_what_is_put_is_listed_and_got_back(address):
    place = place_at(address)
    place.put("core.facts/v1/2024-02-08-b.parquet", b"second")
    place.put("core.facts/v1/2024-02-07-a.parquet", b"first")
    assert place.names("core.facts/v1", ".parquet") == ["2024-02-07-a", "2024-02-08-b"]
    assert place.get("core.facts/v1/2024-02-07-a.parquet") == b"first"


def test_a_folder_that_nobody_wrote_to_lists_nothing(address):
    assert place_at(address).names("core.facts/v2", ".parquet") == []


def test_bytes_that_are_not_there_are_missed_by_name(address):
    with pytest.raises(FileNotFoundError):
        place_at(address).get("nothing.parquet")


def test_what_another_machine_put_is_seen_at_once(address):
    here, there = place_at(address), place_at(address)
    here.put("a/1.json", b"{}")
    assert here.names("a", ".json") == ["1"]
    there.put("a/2.json", b"{}")
    assert here.names("a", ".json") == ["1", "2"]


def test_a_write_that_fails_leaves_the_old_bytes_and_no_others(tmp_path, monkeypatch):
    place = place_at(tmp_path)
    place.put("a.json", b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("orchestration.place.sync", full)
    with pytest.raises(OSError, match="No space left"):
        place.put("a.json", b"new")
    assert place.get("a.json") == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
