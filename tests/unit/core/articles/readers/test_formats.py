import json

import pytest

from assets.core.articles.readers.reading import read_file
from assets.core.articles.readers.record import Record
from assets.raw.files.quarantine import Refusal
from tests import formats


@pytest.fixture
def read(tmp_path):
    """Read bytes as a file of any name."""

    def read(content):
        path = tmp_path / "file"
        path.write_bytes(content)
        return read_file(path)

    return read


@pytest.mark.parametrize("name", formats.DOCUMENTS)
def test_a_format_is_told_by_its_content(read, name):
    kind, found = read(formats.DOCUMENTS[name])
    assert kind == name
    (record,) = found
    assert formats.LEAD in record.text
    assert formats.REST in record.text


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "parquet", "feed", "html", "marker"])
def test_what_a_format_says_of_its_article_is_kept(read, name):
    _, (record,) = read(formats.DOCUMENTS[name])
    assert record.title == formats.TITLE
    published = "Thu, 08 Feb 2024" if name == "feed" else formats.PUBLISHED
    assert record.published.startswith(published)
    assert name == "marker" or record.url == formats.URL
    assert name == "marker" or "Harbour Post" in {record.outlet, record.channel}


def test_the_number_of_a_marker_file_is_its_key(read):
    assert read(formats.MARKER)[1][0].key == "7"


def test_a_marker_title_that_is_an_address_is_the_url_of_a_scrape(read):
    _, (record,) = read(formats.MARKER.replace(formats.TITLE.encode(), formats.URL.encode()))
    assert (record.title, record.url, record.is_scrape) == (None, formats.URL, True)


def test_marker_articles_one_after_the_other_are_all_read(read):
    _, found = read(formats.MARKER + formats.MARKER.replace(b" 7 ", b" 8 "))
    assert [record.key for record in found] == ["7", "8"]


def test_a_marker_article_cut_short_is_refused_and_spoils_no_other(read):
    _, found = read(formats.MARKER + formats.MARKER[:-20])
    assert isinstance(found[0], Record)
    assert (found[1].reason, found[1].record_key) == ("bad_record", "article 2")


def test_a_page_yields_its_article_without_menus_and_scripts(read):
    _, (record,) = read(formats.PAGE)
    assert "steal" not in record.text
    assert "Home" not in record.text
    assert "rights reserved" not in record.text
    assert record.language == "en-GB"


def test_a_caption_of_a_page_is_kept_and_known_for_one(read):
    _, (record,) = read(formats.PAGE)
    assert formats.CAPTION in record.text.splitlines()
    assert record.captions == {formats.CAPTION}


def test_entities_are_decoded_once(read):
    double = formats.RSS.replace(b"&amp;amp;", b"&amp;amp;lt;")
    assert "Thursday &lt; three" in read(double)[1][0].text
    assert read(b"Nine &amp;lt; ten boats.")[1][0].text == "Nine &lt; ten boats."


def test_the_source_of_an_entry_is_its_publisher_and_not_the_feed(read):
    _, (record,) = read(formats.RSS)
    assert (record.outlet, record.channel) == ("Harbour Post", "News search")
    assert record.source == "feed"


def test_an_atom_feed_is_a_feed(read):
    kind, (record,) = read(formats.ATOM)
    assert kind == "feed"
    assert record.text == formats.TEXT


def test_a_feed_that_breaks_off_keeps_what_came_before_and_says_so(read):
    _, found = read(formats.RSS[: formats.RSS.index(b"</channel>")])
    assert isinstance(found[0], Record)
    assert found[1].reason == "bad_record"


def test_a_feed_that_declares_entities_is_refused(read):
    trick = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0">'
    _, (refusal,) = read(formats.RSS.replace(b'<rss version="2.0">', trick))
    assert refusal.reason == "bad_record"


def test_json_may_be_one_article_a_list_or_a_graph(read):
    other = {"@type": "Organization", "name": "Harbour Post"}
    for content in (
        formats.OURS,
        [formats.OURS],
        {"status": "ok", "articles": [formats.OURS]},
        {"@graph": [other, formats.SCHEMA_ORG]},
    ):
        _, (record,) = read(json.dumps(content, indent=1).encode())
        assert record.text == formats.TEXT


def test_a_broken_line_of_json_spoils_no_other(read):
    good = formats.DOCUMENTS["jsonl"]
    _, found = read(good + b'{"id": 2, "text": "cut\n' + b"[1]\n" + b'{"id": 4}\n' + good)
    assert [one.reason if isinstance(one, Refusal) else "read" for one in found] == [
        "read", "bad_json", "bad_record", "no_text", "read",
    ]  # fmt: skip
    assert [one.record_key for one in found[1:4]] == ["line 2", "line 3", "4"]


def test_markup_in_a_field_is_read_as_words(read):
    line = json.dumps({"id": 1, "text": "<p>Nine boats</p><p>left &amp; came back</p>"}).encode()
    assert read(line)[1][0].text == "Nine boats\nleft & came back"


def test_a_csv_row_with_too_many_cells_is_refused_and_spoils_no_other(read):
    _, found = read(b"id;title;text\n1;A;Nine boats\n2;B;Ten;boats\n3;C;Six boats\n")
    assert [one.key if isinstance(one, Record) else one.reason for one in found] == [
        "1", "bad_table", "3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso-8859-1"]
)
def test_text_is_read_in_the_encoding_it_is_in(read, encoding):
    text = "The café at the harbour of São Velmora was closed on Thursday."
    assert read(text.encode(encoding))[1][0].text == text


def test_a_page_is_read_in_the_encoding_it_declares(read):
    page = formats.PAGE.replace(b"<head>", b'<head><meta charset="windows-1251">')
    page = page.decode().replace("Nine boats", "Девять boats").encode("windows-1251")
    assert "Девять boats" in read(page)[1][0].text


def test_a_language_that_is_not_western_is_detected(read):
    text = "Девять лодок покинули гавань в четверг, и три вернулись. " * 5
    assert read(text.encode("windows-1251"))[1][0].text == text.strip()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b" \n\t ", "no_text"),
        (b"1,000 2,000 3,000", "not_text"),
        (b"\x00\x01\x02boats", "not_text"),
        (b"Nine boats \x07 left", "not_text"),
        (b"%PDF-1.7 boats", "unknown_format"),
        (b"\x89PNG\r\n\x1a\n", "unknown_format"),
        (b"<?xml version='1.0'?><boats>nine</boats>", "unknown_format"),
        (b"[" * 100_000, "too_deep"),
        (b'[{"text": 1', "bad_json"),
        (b'{"text": 12', "bad_json"),
        (b"<rss version='2.0'><channel/></rss>", "bad_record"),
        (b"<html><body></body></html>", "no_text"),
        (b"PAR1" + b"x" * 100, "bad_table"),
        (b"text" * 600_000, "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(read, content, reason):
    _, (refusal,) = read(content)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason


def test_a_giant_line_is_refused_and_the_next_one_read(read, monkeypatch):
    monkeypatch.setattr("assets.core.articles.readers.jsonl.MAX_DOCUMENT_BYTES", 500)
    giant = b'{"text": "' + b"boat " * 1_000 + b'"}\n'
    _, (refusal, record) = read(giant + formats.DOCUMENTS["jsonl"])
    assert (refusal.reason, refusal.record_key) == ("too_large", "line 1")
    assert record.key == "hp-1"


def test_a_page_that_is_made_to_tire_a_parser_is_refused(read):
    assert read(b"<html><body>" + b"<div>" * 200_000)[1][0].reason == "no_text"
    assert read(b"<html><body>" + b" " * (9 << 20))[1][0].reason == "too_large"


def test_a_detail_that_is_far_too_long_is_no_detail(read):
    line = json.dumps(formats.OURS | {"title": "boat " * 1_000}).encode()
    assert read(line)[1][0].title is None


def test_half_a_character_is_no_reason_to_fail(read):
    line = b'{"id": 1, "text": "Nine \\ud83d boats", "title": "<b>\\ud83d</b>"}'
    _, (record,) = read(line)
    assert record.text == "Nine \N{REPLACEMENT CHARACTER} boats"
