"""Where days and values come to stand on a drawing."""

from datetime import date

from assets.out.report.chart import Level, Printed, draw


def printed(day, value=None, low=None, high=None, group=0):
    return Printed(date(2024, 2, day), value, low, high, group, "plain", "", "")


def level(day, best, low=None, high=None):
    return Level(date(2024, 2, day), low, best, high)


def test_later_days_stand_further_right_and_greater_values_higher():
    first, second = draw([], [printed(1, 10), printed(2, 20)], width=700, height=300).marks
    assert first.x < second.x
    assert first.y > second.y


def test_everything_stands_within_the_drawing():
    drawing = draw([], [printed(day, 10.0**day) for day in range(1, 9)], width=350, height=300)
    assert all(0 < mark.x < 350 and 0 < mark.y < 300 for mark in drawing.marks)


def test_labels_are_round_numbers_that_enclose_the_values():
    drawing = draw([], [printed(1, 27585), printed(9, 28663)], width=700, height=340)
    assert [label for _, label in drawing.y_labels][:2] == ["27,500", "28,000"]


def test_a_range_shows_both_its_ends():
    [mark] = draw([], [printed(1, None, 200, 900)], width=700, height=300).marks
    assert mark.top < mark.y < mark.bottom


def test_a_day_without_a_best_figure_is_a_gap_and_not_a_zero():
    drawing = draw([level(1, 5), level(2, None), level(3, 7)], [], width=700, height=300)
    assert len(drawing.lines) == 2


def test_outlets_of_one_day_do_not_hide_each_other():
    marks = draw([], [printed(1, 5, group=n) for n in range(4)], width=700, height=300).marks
    assert len({mark.x for mark in marks}) == 4


def test_a_break_outside_the_days_drawn_is_left_out():
    breaks = [(date(2024, 2, 2), "restart"), (date(2020, 1, 1), "long ago")]
    drawing = draw([], [printed(1, 5), printed(3, 6)], breaks, width=700, height=300)
    assert [reason for _, reason in drawing.breaks] == ["restart"]


def test_nothing_printed_is_no_drawing():
    assert draw([], [printed(1)], width=700, height=300) is None
