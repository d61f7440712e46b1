"""From when to when, in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.day_times import NotATime
from vcs_desktop.domain.time_spans import read_span, span_words

MINUTE = st.integers(0, 24 * 60 - 1).map(lambda at: f"{at // 60:02}:{at % 60:02}")


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("10am to 1pm", "10:00", "13:00"),
        ("10:00-13:00", "10:00", "13:00"),
        ("7-9pm", "19:00", "21:00"),
        ("10 - 1pm", "10:00", "13:00"),
        ("11.30\u201312.30pm", "11:30", "12:30"),
        ("6-8am", "06:00", "08:00"),
        ("5-8", "17:00", "20:00"),
        ("9-5", "09:00", "17:00"),
        ("10 to 12", "10:00", "12:00"),
        ("between 10 and 12", "10:00", "12:00"),
        ("from 10.30am", "10:30", ""),
        ("until 1pm", "", "13:00"),
        ("7.30pm", "19:30", ""),
        ("quarter to 8", "07:45", ""),
        ("quarter to 8 to 9pm", "07:45", "21:00"),
        ("22:00-06:00", "22:00", "06:00"),
        ("12 noon to 2pm", "12:00", "14:00"),
    ],
)
def test_times_are_read_as_people_mean_them(text, starts, ends):
    assert read_span(text) == (starts, ends)


@pytest.mark.parametrize("text", ["soon", "10 to soon", "-", "10-", "25:00-26:00", "a-b"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(NotATime):
        read_span(text)


@given(st.just("") | MINUTE, st.just("") | MINUTE)
def test_what_is_said_in_words_is_read_as_it_was(starts, ends):
    assert read_span(span_words(starts, ends)) == (starts, ends)


@given(st.text(alphabet="0123456789:. -apmto", max_size=14))
def test_whatever_is_typed_is_read_or_refused(text):
    try:
        starts, ends = read_span(text)
    except NotATime:
        return
    assert all(each == "" or (len(each) == 5 and each < "24:00") for each in (starts, ends))
