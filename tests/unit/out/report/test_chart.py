"""The picture of a series, as its SVG and its PNG show it."""

from datetime import date

import pytest
from lxml import etree

from assets.out.report import chart
from assets.out.report.chart import Break, Level, Printed

SIZE = (700, 300)


def printed(day, value, **others):
    plain = {"low": value, "high": value, "outlet": "A", "state": "plain", "label": "", "href": ""}
    return Printed(date(2024, 2, day), value, **plain | others)


def level(day, best, low=None, high=None):
    return Level(date(2024, 2, day), low, best, high)


def drawn(levels=(), figures=(), breaks=(), outlets=("A", "B")):
    """Return the elements of the drawing, and its words."""
    svg = etree.fromstring(chart.svg(chart.draw(levels, figures, breaks, outlets, SIZE)))
    return svg, [element.text for element in svg.iter("{*}text")]


def kind(svg, role):
    return svg.findall(f".//*[@aria-roledescription='{role}']")


def test_a_figure_is_a_link_to_its_words():
    svg, _ = drawn(figures=[printed(1, 5, label="A: five", href="../article/a.html#b")])
    [link] = svg.iter("{*}a")
    assert link.get("href") == "../article/a.html#b"
    assert link.find("{*}title").text == "A: five"


def test_labels_are_days_and_round_numbers_near_the_values():
    _, words = drawn(figures=[printed(1, 27585), printed(4, 28663)])
    assert {"1 Feb", "2 Feb", "28,000"} <= set(words)
    assert "0" not in words


def test_a_year_of_figures_is_labelled_with_its_years():
    _, words = drawn([level(1, 5), Level(date(2025, 6, 1), None, 7, None)])
    assert "Jan 2025" in words


def test_the_legend_names_each_outlet():
    _, words = drawn(figures=[printed(1, 5), printed(1, 6, outlet="B")])
    assert {"A", "B"} <= set(words)


def test_outlets_of_one_day_do_not_hide_each_other():
    svg, _ = drawn(figures=[printed(1, 5), printed(1, 5, outlet="B")])
    assert len({mark.get("transform") for mark in kind(svg, "point")}) == 2


def test_a_range_shows_both_its_ends():
    svg, _ = drawn(figures=[printed(1, 550, low=200, high=900)])
    [whisker] = kind(svg, "rule mark")
    assert float(whisker.get("y2")) != 0


def test_what_a_finding_cites_has_a_ring():
    svg, _ = drawn(figures=[printed(1, 5, state="cited"), printed(2, 5)])
    assert [mark.get("stroke") for mark in kind(svg, "point")].count("var(--error)") == 1


def test_what_was_withdrawn_is_hollow():
    svg, _ = drawn(figures=[printed(1, 5, state="withdrawn"), printed(2, 5)])
    hollow, filled = kind(svg, "point")
    assert (hollow.get("fill"), filled.get("fill")) == (None, "var(--g0)")


def test_a_day_without_a_best_figure_is_a_gap_and_not_a_zero():
    svg, words = drawn([level(1, 5), level(2, 6), level(3, None), level(4, 7), level(5, 8)])
    [line] = kind(svg, "line mark")
    assert line.get("d").count("M") == 2
    assert "0" not in words


def test_a_day_without_one_end_has_no_band():
    svg, _ = drawn([level(1, 5, 4, 6), level(2, 5, 4, None)])
    [band] = kind(svg, "area mark")
    assert band.get("d").count("L") == 1


def test_a_break_outside_the_days_drawn_is_left_out():
    breaks = [Break(date(2024, 2, 2), "restart"), Break(date(2020, 1, 1), "long ago")]
    svg, _ = drawn(figures=[printed(1, 5), printed(3, 6)], breaks=breaks)
    assert [rule.get("aria-label") for rule in kind(svg, "rule mark")] == ["restart"]


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img onerror=x>'])
def test_hostile_words_stay_words(hostile):
    svg, words = drawn(figures=[printed(1, 5, outlet=hostile, label=hostile)], outlets=[hostile])
    assert not [*svg.iter("{*}script"), *svg.iter("{*}img")]
    assert hostile in words


def test_nothing_printed_is_no_drawing():
    assert chart.draw([], [], [], [], SIZE) is None


def test_a_picture_takes_the_colours_of_a_light_page():
    picture = chart.png(chart.draw([level(1, 5, 4, 6)], [printed(1, 5)], [], ["A"], SIZE))
    assert picture.startswith(b"\x89PNG")
