"""A user's folder laid over the shipped catalogue teaches a topic without code."""

import pytest

from assets.catalogue.catalogue import CatalogueError, load
from tests.extraction import read_texts

TOPIC = """
aircraft_downed:
  description: Aircraft shot down
  kinds: [increment]
  counts: aircraft
  nouns: [aircraft]
  triggers:
    - {words: [down, shoot down, destroy], role: object}
    - {words: [crash], role: subject}
"""
NOUNS = "aircraft: {words: [aircraft, plane, jet, helicopter, drone]}"


@pytest.fixture
def overlay(tmp_path):
    (tmp_path / "metrics.yaml").write_text(TOPIC)
    (tmp_path / "nouns.yaml").write_text(NOUNS)
    return load(tmp_path)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The army said it had downed four helicopters.", "aircraft_downed"),
        ("Four drones were shot down over the port.", "aircraft_downed"),
        ("Two jets crashed near the border.", "aircraft_downed"),
        ("The fire destroyed four houses.", None),
        ("The blast killed four people.", "killed"),
    ],
)
def test_a_topic_of_ten_lines_is_read_beside_the_shipped_ones(overlay, text, metric):
    (facts,) = read_texts([text], overlay).values()
    assert [f["metric"] for f in facts] == [metric]


def test_without_the_folder_the_topic_is_unknown():
    (facts,) = read_texts(["The army said it had downed four helicopters."], load()).values()
    assert [f["metric"] for f in facts] == [None]


def test_a_mistake_is_named_with_its_file_and_line(tmp_path):
    (tmp_path / "metrics.yaml").write_text("\nballoons:\n  kinds: [sometimes]\n  colour: red\n")
    with pytest.raises(CatalogueError) as raised:
        load(tmp_path)
    assert all(f"{tmp_path / 'metrics.yaml'}:2: balloons" in p for p in raised.value.problems)
    assert {"kinds.0", "colour"} <= {p.split(": ")[2] for p in raised.value.problems}


def test_a_series_of_a_metric_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "series.yaml").write_text("x: {metric: unheard_of, kind: stock}")
    with pytest.raises(CatalogueError, match="there is no metric unheard_of"):
        load(tmp_path)
