"""What the cells of other people's tables say: days, numbers, money, hours, miles, yes and no."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain import cells_in
from vcs_desktop.domain.cells_in import CannotRead

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("reading", "text", "value"),
    [
        (cells_in.DAY, "19/11/2026", date(2026, 11, 19)),
        (cells_in.DAY, "2026-11-19", date(2026, 11, 19)),
        (cells_in.DAY, "2026-11-19T09:30:00", date(2026, 11, 19)),
        (cells_in.DAY, "Thursday 19 November 2026", date(2026, 11, 19)),
        (cells_in.COUNT, "1,204", 1204),
        (cells_in.COUNT, "7.0", 7),
        (cells_in.MONEY, "£1,204.50", 120_450),
        (cells_in.MONEY, "5.8500000000000005", 585),
        (cells_in.HOURS, "2:30", 150),
        (cells_in.HOURS, "02:30:00", 150),
        (cells_in.HOURS, "1.5", 90),
        (cells_in.MILES, "12.5 miles", 125),
        (cells_in.MILES, "7", 70),
        (cells_in.YES, "Yes", True),
        (cells_in.YES, "n", False),
        (cells_in.TIME, "10:30:00", "10:30"),
        (cells_in.TIME, "half past ten", "10:30"),
        (cells_in.TIMES, "10:30:00", ("10:30", "")),
        (cells_in.TIMES, "7.30-9pm", ("19:30", "21:00")),
        (cells_in.WEEKDAY, "Thursdays", 3),
        (cells_in.WEEKDAY, "every tue.", 1),
        (cells_in.DAY_DONE, "19/11/26", date(2026, 11, 19)),
        (cells_in.DAY_DONE, "Not yet", None),
        (cells_in.LINE, " two \n lines ", "two lines"),
        (cells_in.TEXT, " two\nlines ", "two\nlines"),
    ],
)
def test_a_cell_says_what_people_mean(reading, text, value):
    assert reading.read(text, TODAY) == value


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (cells_in.DAY, "31/11/2026"), (cells_in.DAY, "11/27/2026"), (cells_in.DAY, "Thursday"),
        (cells_in.DAY, "3 weeks ago"), (cells_in.DAY, "in 12 days"), (cells_in.DAY, "today"),
        (cells_in.COUNT, "-3"), (cells_in.COUNT, "2.5"), (cells_in.COUNT, "9999999"),
        (cells_in.MONEY, "-2"), (cells_in.MONEY, "two"), (cells_in.HOURS, "25"),
        (cells_in.MILES, "far"), (cells_in.MILES, "-1"), (cells_in.YES, "perhaps"),
        (cells_in.TIME, "soon"), (cells_in.TIMES, "10 to soon"), (cells_in.WEEKDAY, "Mon-Fri"),
        (cells_in.WEEKDAY, "th"), (cells_in.DAY_DONE, "yes"),
    ],
)  # fmt: skip
def test_a_cell_that_says_something_else_is_refused(reading, text):
    with pytest.raises(CannotRead):
        reading.read(text, TODAY)


@pytest.mark.parametrize("text", ["", " ", "-", "n/a", "None", "TBC"])
def test_some_cells_say_only_that_there_is_nothing(text):
    assert cells_in.says_nothing(text)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_a_day_reads_the_same_whatever_today_is(day):
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}"):
        assert cells_in.DAY.read(text, TODAY) == day
        assert cells_in.DAY.read(text, TODAY + timedelta(1000)) == day


@given(st.text(max_size=30))
def test_whatever_stands_in_a_cell_is_read_or_refused(text):
    for reading in (
        cells_in.DAY, cells_in.COUNT, cells_in.MONEY, cells_in.HOURS, cells_in.MILES, cells_in.YES,
        cells_in.TIME, cells_in.TIMES, cells_in.WEEKDAY, cells_in.DAY_DONE,
    ):  # fmt: skip
        try:
            found = reading.read(text, TODAY)
        except CannotRead:
            continue
        assert found is None or isinstance(reading.said(found), str)


@pytest.mark.parametrize(
    ("reading", "value", "words"),
    [
        (cells_in.DAY, date(2026, 11, 19), "19 November 2026"),
        (cells_in.MONEY, 585, "£5.85"),
        (cells_in.HOURS, 150, "2 h 30"),
        (cells_in.MILES, 125, "12.5"),
        (cells_in.YES, False, "No"),
        (cells_in.TIMES, ("10:30", "13:00"), "10.30am to 1pm"),
        (cells_in.TIMES, ("10:30", ""), "10.30am"),
        (cells_in.WEEK_TIMES, (3, "10:30", "13:00"), "Thursday 10.30am to 1pm"),
        (cells_in.WEEKDAY, 3, "Thursday"),
        (cells_in.COUNT, 7, "7"),
    ],
)
def test_what_was_read_is_said_in_words(reading, value, words):
    assert reading.said(value) == words
