import os
from datetime import date, timedelta

import pytest

from assets.contract import empty
from assets.raw.files import archive
from assets.raw.files.contract import Files, Inventory, Quarantine
from assets.raw.files.inbox import scan
from tests.ingest import NOW

LATER = NOW + timedelta(days=1)


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def look(inbox, tmp_path):
    """Scan the inbox, told what the scan before has left."""
    known = empty(Inventory)

    def look(now=NOW):
        nonlocal known
        found = scan(inbox, tmp_path / "archive", known, now)
        known = found.inventory
        Files.validate(found.files)
        Inventory.validate(found.inventory)
        Quarantine.validate(found.quarantine)
        return found

    return look


def refusals(found):
    return {(row["raw_path"], row["reason"]) for row in found.quarantine.to_dicts()}


def test_a_new_file_is_kept_under_the_hash_of_its_bytes(inbox, look, tmp_path):
    (inbox / "day").mkdir()
    (inbox / "day" / "one.txt").write_bytes(b"Nine boats left.")
    (row,) = look().files.to_dicts()
    assert row["raw_path"] == "day/one.txt"
    assert row["size_bytes"] == 16
    assert row["received_at"] == NOW
    assert archive.place(tmp_path / "archive", row["file_id"]).read_bytes() == b"Nine boats left."


def test_an_unchanged_file_is_not_opened_again(inbox, look, monkeypatch):
    (inbox / "one.txt").write_text("Nine boats left.")
    look()
    monkeypatch.setattr(archive, "keep", lambda *_: pytest.fail("opened a file it knows"))
    found = look(LATER)
    assert found.files.is_empty()
    assert found.inventory["received_at"].to_list() == [NOW]


def test_a_touched_file_with_the_same_bytes_is_no_news(inbox, look):
    path = inbox / "one.txt"
    path.write_text("Nine boats left.")
    look()
    os.utime(path, ns=(1, 1))
    assert look(LATER).files.is_empty()


def test_a_changed_file_is_a_new_content_and_the_old_one_stays_in_the_archive(
    inbox, look, tmp_path
):
    path = inbox / "one.txt"
    path.write_text("Nine boats left.")
    (old,) = look().files["file_id"]
    path.write_text("Ten boats left.")
    (new,) = look(LATER).files.to_dicts()
    assert new["file_id"] != old
    assert new["received_at"] == LATER
    assert archive.place(tmp_path / "archive", old).read_text() == "Nine boats left."


def test_the_same_bytes_twice_are_one_file_of_the_first_path(inbox, look):
    (inbox / "b.txt").write_text("Nine boats left.")
    (inbox / "c.txt").write_text("Nine boats left.")
    assert look().files["raw_path"].to_list() == ["b.txt"]
    (inbox / "a.txt").write_text("Nine boats left.")
    assert look(LATER).files.is_empty()


def test_a_file_that_vanishes_stays_known(inbox, look):
    (inbox / "one.txt").write_text("Nine boats left.")
    look()
    (inbox / "one.txt").unlink()
    found = look(LATER)
    assert found.inventory["raw_path"].to_list() == ["one.txt"]
    assert found.files.is_empty()
    assert found.quarantine.is_empty()


def test_the_manifest_says_what_the_file_does_not(inbox, look):
    (inbox / "one.txt").write_text("Nine boats left.")
    (inbox / "manifest.csv").write_text(
        "raw_path,outlet,published_on,url,title\none.txt,Post,2024-02-08,,Boats leave\n"
    )
    rows = {row["raw_path"]: row for row in look().files.to_dicts()}
    assert rows["manifest.csv"]["format"] == "manifest"
    assert rows["one.txt"]["outlet"] == "Post"
    assert rows["one.txt"]["published_on"] == date(2024, 2, 8)
    assert rows["one.txt"]["url"] is None
    assert rows["one.txt"]["title"] == "Boats leave"


def test_a_manifest_that_says_something_new_of_a_known_file_makes_it_news(inbox, look):
    (inbox / "one.txt").write_text("Nine boats left.")
    look()
    (inbox / "manifest.csv").write_text("raw_path,outlet\none.txt,Post\n")
    rows = {row["raw_path"]: row for row in look(LATER).files.to_dicts()}
    assert rows["one.txt"]["outlet"] == "Post"
    assert rows["one.txt"]["received_at"] == NOW


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("path\none.txt\n", "line 1"),
        ("raw_path,published_on\none.txt,8 Feb\n", "line 2"),
        ("raw_path,outlet\none.txt,Post,more\n", "line 2"),
        ("raw_path,outlet\n,Post\n", "line 2"),
        ("raw_path,outlet\none.txt,A\none.txt,B\n", "line 3"),
    ],
)
def test_a_broken_manifest_row_is_refused_and_spoils_no_file(inbox, look, content, line):
    (inbox / "one.txt").write_text("Nine boats left.")
    (inbox / "manifest.csv").write_text(content)
    found = look()
    assert "one.txt" in found.files["raw_path"]
    (row,) = found.quarantine.to_dicts()
    assert (row["reason"], row["record_key"]) == ("bad_manifest", line)


def test_a_manifest_that_is_no_text_is_refused(inbox, look):
    (inbox / "manifest.csv").write_bytes(b"raw_path\n\xff\xfe\n")
    assert refusals(look()) == {("manifest.csv", "bad_manifest")}


def test_a_manifest_may_name_no_missing_file_and_none_outside(inbox, look):
    (inbox / "manifest.csv").write_text("raw_path\ngone.txt\n../secret.txt\n/etc/hosts\n")
    assert refusals(look()) == {
        ("gone.txt", "missing_file"),
        ("../secret.txt", "unsafe_path"),
        ("/etc/hosts", "unsafe_path"),
    }


def test_a_link_is_never_followed(inbox, look, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Nobody may read this.")
    (inbox / "folder").symlink_to(outside)
    (inbox / "file.txt").symlink_to(outside / "secret.txt")
    found = look()
    assert found.files.is_empty()
    assert refusals(found) == {("folder", "unsafe_link"), ("file.txt", "unsafe_link")}


def test_what_is_no_file_and_what_is_empty_is_refused(inbox, look):
    os.mkfifo(inbox / "pipe")
    (inbox / "blank.txt").write_bytes(b"")
    assert refusals(look()) == {("pipe", "unreadable"), ("blank.txt", "empty")}


def test_a_file_that_may_not_be_read_is_refused(inbox, look, monkeypatch):
    (inbox / "one.txt").write_text("Nine boats left.")

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(archive, "keep", denied)
    assert refusals(look()) == {("one.txt", "unreadable")}


def test_a_folder_that_may_not_be_read_is_refused(inbox, look, monkeypatch):
    (inbox / "closed").mkdir()
    scandir = os.scandir

    def denied(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    assert refusals(look()) == {("closed", "unreadable")}


def test_a_name_that_is_no_text_is_still_a_path(inbox, look):
    (inbox / os.fsdecode(b"caf\xe9.txt")).write_text("Nine boats left.")
    assert look().files["raw_path"].to_list() == ["caf\\xe9.txt"]


def test_the_same_refusal_again_has_the_same_id(inbox, look):
    (inbox / "blank.txt").write_bytes(b"")
    assert look().quarantine["quarantine_id"][0] == look(LATER).quarantine["quarantine_id"][0]


def test_a_missing_inbox_ends_in_a_sentence(tmp_path):
    with pytest.raises(FileNotFoundError, match="There is no inbox at"):
        scan(tmp_path / "nowhere", tmp_path / "archive", empty(Inventory), NOW)


def test_an_empty_inbox_is_no_mistake(look):
    found = look()
    assert found.files.is_empty()
    assert found.quarantine.is_empty()
