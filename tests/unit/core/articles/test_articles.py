import json
from datetime import date

import pytest

from assets.core.articles.contract import Articles, Corrections
from tests import formats
from tests.ingest import NOW, ingest


@pytest.fixture
def read(tmp_path):
    """Read files given by name and content, as they would lie in an inbox."""

    def read(files):
        inbox = tmp_path / "inbox"
        for name, content in files.items():
            path = inbox / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        found = ingest(inbox, tmp_path / "archive")
        Articles.validate(found.articles)
        Corrections.validate(found.corrections)
        return found

    return read


def only(found):
    (article,) = found.articles.to_dicts()
    return article


def test_an_article_keeps_all_of_its_words_and_where_it_came_from(read):
    article = only(read({"day/boats.txt": formats.MARKER}))
    assert article["text"] == formats.TEXT
    assert article["raw_path"] == "day/boats.txt"
    assert article["record_key"] == "7"
    assert article["received_at"] == NOW
    assert (article["version"], article["is_latest"]) == (1, True)


def test_the_manifest_fills_what_the_file_leaves_open_and_no_more(read):
    article = only(
        read(
            {
                "boats.txt": formats.MARKER,
                "manifest.csv": "raw_path,outlet,published_on,url,title\n"
                "boats.txt,BBC News,2024-02-20,https://www.bbc.com/boats,Other title\n",
            }
        )
    )
    assert article["outlet"] == "BBC"
    assert article["title"] == formats.TITLE
    assert article["url"] == "https://www.bbc.com/boats"
    assert (article["published_on"], article["published_source"]) == (date(2024, 2, 8), "document")
    assert article["is_date_disputed"]


def test_an_agency_that_is_credited_is_the_outlet_only_if_nobody_else_is(read):
    copy = f"{formats.TEXT}\nAgence France-Presse"
    found = read(
        {"a.txt": copy, "b.txt": f"{copy} ", "manifest.csv": "raw_path,outlet\nb.txt,The Post\n"}
    )
    names = {row["raw_path"]: (row["outlet"], row["agency"]) for row in found.articles.to_dicts()}
    assert names == {"a.txt": ("AFP", "AFP"), "b.txt": ("The Post", "AFP")}


@pytest.mark.parametrize(
    ("dateline", "outlet", "agency"),
    [
        ("VELMORA, Feb 8 (Reuters) - ", "Reuters", "Reuters"),
        ("VELMORA (AP) — ", "Associated Press", "Associated Press"),
        ("(CNN) — ", "CNN", None),
        (
            "February 8th, 2024 ( Al Jazeera English — Delivered by a service )\n",
            "Al Jazeera",
            None,
        ),
    ],
)
def test_the_bracket_of_a_dateline_names_outlet_and_agency(read, dateline, outlet, agency):
    article = only(read({"a.txt": dateline + formats.TEXT}))
    assert (article["outlet"], article["agency"]) == (outlet, agency)


def test_a_photographers_agency_is_not_the_articles(read):
    caption = "A boat lies in the harbour. Reuters"
    article = only(read({"a.txt": f"{formats.LEAD}\n{caption}\n{formats.REST}"}))
    assert article["agency"] is None


def test_a_dateline_with_a_year_dates_the_document(read):
    article = only(read({"a.txt": f"February 8th, 2024 ( Al Jazeera English )\n{formats.TEXT}"}))
    assert (article["published_on"], article["published_source"]) == (date(2024, 2, 8), "document")


def test_a_headline_in_the_text_is_the_title_and_stays_in_the_text(read):
    article = only(read({"a.txt": f"Nine boats leave\nBy Jo Doe\n{formats.TEXT}"}))
    assert article["title"] == "Nine boats leave"
    assert article["byline"] == "Jo Doe"
    assert article["text"].startswith("Nine boats leave\n")


def test_the_address_is_the_key_without_what_only_tracks(read):
    line = formats.OURS | {"url": "http://www.harbourpost.example/boats/?utm_source=rss#top"}
    found = read({"a.jsonl": json.dumps(formats.OURS), "b.jsonl": json.dumps(line)})
    assert set(found.articles["article_key"]) == {"harbourpost.example/boats"}


def test_the_same_record_again_is_counted_and_not_kept_twice(read):
    line = json.dumps(formats.OURS)
    found = read({"a.jsonl": f"{line}\n{line}\n", "b.jsonl": f"{line}\n\n"})
    assert only(found)["raw_path"] == "a.jsonl"
    counts = [(row["n_records"], row["n_articles"], row["n_repeats"])
              for row in found.outcomes.to_dicts()]  # fmt: skip
    assert counts == [(2, 1, 1), (1, 1, 0)]


def test_a_correction_has_its_day_and_makes_the_text_later_than_its_date(read):
    notice = "Correction 19 February: An earlier version wrongly said ten."
    found = read(
        {"a.txt": formats.MARKER.replace(b" T-E-X-T-E-N-D", f" {notice} T-E-X-T-E-N-D".encode())}
    )
    article = only(found)
    assert (article["published_on"], article["revised_on"]) == (date(2024, 2, 8), date(2024, 2, 19))
    (row,) = found.corrections.to_dicts()
    assert row["text"] == notice == article["text"][row["start"] : row["end"]]
    assert (row["article_id"], row["corrected_on"]) == (article["article_id"], date(2024, 2, 19))


def test_reading_again_gives_the_same_ids(read, tmp_path):
    first = read({"a.txt": formats.MARKER, "b.jsonl": formats.DOCUMENTS["jsonl"]})
    again = ingest(tmp_path / "inbox", tmp_path / "archive")
    assert first.articles.equals(again.articles)


def test_a_refused_record_stands_in_quarantine_and_its_file_is_parsed_for_the_rest(read):
    found = read({"a.jsonl": formats.DOCUMENTS["jsonl"] + b"{broken\n", "b.txt": b"\x00\x01"})
    rows = {(row["raw_path"], row["reason"]) for row in found.quarantine.to_dicts()}
    assert rows == {("a.jsonl", "bad_json"), ("b.txt", "not_text")}
    status = {row["format"]: (row["status"], row["n_refused"]) for row in found.outcomes.to_dicts()}
    assert status == {"jsonl": ("parsed", 1), "plain": ("quarantined", 1)}


def test_the_manifests_address_is_that_of_one_article_only(read):
    lines = [json.dumps({"id": number, "text": f"{number} boats left."}) for number in (8, 9)]
    manifest = "raw_path,outlet,url\na.jsonl,Post,https://post.example/boats\n"
    found = read({"a.jsonl": "\n".join(lines), "manifest.csv": manifest})
    assert set(found.articles["article_key"]) == {"Post:8", "Post:9"}


def test_the_same_title_on_another_day_is_another_work(read):
    days = ("2024-02-08", "2024-02-09")
    lines = [
        {"outlet": "Post", "title": "The day", "text": f"Boats of {day}.", "published": day}
        for day in days
    ]
    found = read({"a.jsonl": "\n".join(map(json.dumps, lines))})
    assert found.articles["article_key"].n_unique() == 2
