"""What was measured, where people read it."""

import csv

import pytest

from tests.evaluation import published
from tests.evaluation.scoring import Measured

LINES = [
    Measured("value, F1", "a gold", "0.97", "a peer 0.90"),
    Measured("reprints", "copies", "1"),
]


@pytest.fixture
def places(tmp_path, monkeypatch):
    readme, report = tmp_path / "README.md", tmp_path / "measured.csv"
    readme.write_text(f"before\n{published.BEGIN}| of last year |\n{published.END}after\n")
    monkeypatch.setattr(published, "README", readme)
    monkeypatch.setattr(published, "REPORT", report)
    published.publish(LINES)
    return readme, report


def test_the_readme_has_a_line_for_each_and_keeps_the_rest(places):
    text = places[0].read_text()
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| value, F1 | a gold | 0.97 | a peer 0.90 |\n| reprints | copies | 1 |  |\n" in text
    assert "last year" not in text


def test_the_report_reads_the_same_lines(places):
    with places[1].open(newline="") as rows:
        assert [row["result"] for row in csv.DictReader(rows)] == ["0.97", "1"]


def test_writing_again_changes_nothing(places):
    before = places[0].read_text()
    published.publish(LINES)
    assert places[0].read_text() == before


def test_the_readme_has_a_place_for_it():
    text = published.README.read_text(encoding="utf-8")
    assert text.index(published.BEGIN) < text.index(published.END)
