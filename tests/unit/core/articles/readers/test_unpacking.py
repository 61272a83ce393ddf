import gzip
import io
import zipfile

import pytest

from assets.core.articles.readers import unpacking
from assets.core.articles.readers.reading import read_file
from assets.core.articles.readers.record import Record
from tests import formats
from tests.formats import tarred, warc, zipped


@pytest.fixture
def read(tmp_path):
    """Read bytes as a file of any name."""

    def read(content):
        path = tmp_path / "file"
        path.write_bytes(content)
        return read_file(path)

    return read


def reasons(found):
    return [("read" if isinstance(one, Record) else one.reason) for one in found]


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("gzip", "jsonl", 1),
        ("zstandard", "jsonl", 1),
        ("zip", "archive", 2),
        ("tar", "archive", 2),
        ("warc", "warc", 1),
        ("crawl", "warc", 1),
        ("nested", "archive", 1),
    ],
)
def test_an_archive_yields_the_articles_in_it(read, name, kind, count):
    found_kind, found = read(formats.SAMPLES[name])
    assert found_kind == kind
    assert reasons(found) == ["read"] * count
    assert all(formats.LEAD in record.text for record in found)


def test_a_member_without_a_name_of_its_own_is_known_by_its_path(read):
    _, (record, _) = read(formats.SAMPLES["zip"])
    assert record.key == "a/boats.txt"


def test_a_page_of_a_crawl_has_the_address_that_the_crawl_noted(read):
    page = formats.PAGE.replace(b'<link rel="canonical"', b"<link")
    _, (record,) = read(warc(("https://harbourpost.example/2024/02/08/boats", page)))
    assert record.url == "https://harbourpost.example/2024/02/08/boats"


def test_a_page_that_was_stored_packed_is_unpacked(read):
    assert reasons(read(warc((formats.URL, gzip.compress(formats.PAGE))))[1]) == ["read"]


def test_a_crawl_that_breaks_off_keeps_its_whole_pages_and_says_so(read):
    crawl = warc((formats.URL, formats.PAGE), ("https://harbourpost.example/b", formats.PAGE))
    assert reasons(read(crawl[:-100])[1]) == ["read", "bad_archive"]


def test_an_archive_cut_short_keeps_what_could_be_unpacked(read):
    lines = b"".join(
        formats.DOCUMENTS["jsonl"].replace(b"hp-1", b"hp-%d" % number) for number in range(2_000)
    )
    found = reasons(read(gzip.compress(lines)[:-500])[1])
    assert found.count("read") > 100
    assert found[-1] == "bad_archive"


def test_a_broken_member_spoils_no_other(read):
    whole = gzip.compress(formats.MARKER)
    _, found = read(zipped({"a.gz": whole[:-9], "b.gz": whole, "c.txt": b"\x00"}))
    assert reasons(found) == ["bad_archive", "read", "not_text"]
    assert found[0].record_key == "a.gz"


def test_a_member_that_lost_its_name_spoils_no_other(read):
    archive = bytearray(zipped({"x.txt": b"boats", "b.txt": formats.TEXT.encode()}))
    entry = archive.index(b"PK\x01\x02")
    archive[entry + 28], archive[entry + 32] = 0, len("x.txt")  # the name becomes a comment
    assert reasons(read(bytes(archive))[1]) == ["bad_archive", "read"]


@pytest.mark.parametrize("name", ["../up.txt", "/etc/boats.txt", "a/../../up.txt", "..\\up.txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_climbs_out_is_refused(read, pack, name):
    _, found = read(pack({name: formats.TEXT.encode(), "boats.txt": formats.TEXT.encode()}))
    assert reasons(found) == ["unsafe_path", "read"]


def test_a_link_in_an_archive_is_refused(read):
    _, found = read(tarred({"boats.txt": "/etc/passwd"}))
    assert reasons(found) == ["unsafe_link"]
    link = zipfile.ZipInfo("boats.txt")
    link.external_attr = 0o120777 << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert reasons(read(file.getvalue())[1]) == ["unsafe_link"]


def test_a_bomb_is_not_unpacked_to_its_end(read, monkeypatch):
    monkeypatch.setattr(unpacking, "FREE_BYTES", 1 << 20)
    bomb = gzip.compress(b"boat " * 4_000_000)
    found = reasons(read(zipped({"a.gz": bomb, "b.txt": formats.TEXT.encode()}))[1])
    assert found == ["too_large"]  # and nothing after it is touched


def test_a_document_too_large_for_memory_is_refused_before_it_is_read(read, monkeypatch):
    monkeypatch.setattr("assets.core.articles.readers.decoding.MAX_DOCUMENT_BYTES", 100_000)
    assert reasons(read(gzip.compress(b"boat " * 1_000_000))[1]) == ["too_large"]


def test_archives_in_archives_end_somewhere(read):
    content = formats.MARKER
    for _ in range(unpacking.MAX_DEPTH + 1):
        content = gzip.compress(content)
    assert reasons(read(content)[1]) == ["too_deep"]


def test_a_locked_archive_is_refused(read):
    locked = bytearray(zipped({"boats.txt": formats.TEXT.encode()}))
    for header in (b"PK\x03\x04", b"PK\x01\x02"):  # raise the flag of encryption in both headers
        at = locked.index(header) + (6 if header == b"PK\x03\x04" else 8)
        locked[at] |= 1
    assert reasons(read(bytes(locked))[1]) == ["bad_archive"]


def test_an_empty_archive_says_so(read):
    assert reasons(read(zipped({}))[1]) == ["no_text"]
    assert reasons(read(tarred({}) + b"\0" * 1_024)[1]) == ["not_text"]
