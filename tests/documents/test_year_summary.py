"""A group's year on one page: what it says, and what it never gives away."""

import re
from datetime import date, timedelta
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.starter import starter_rules
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.year_summary import content, write_year_summary
from vcs_desktop.documents.year_summary.pdf import pdf_of
from vcs_desktop.documents.year_summary.web_page import page_of
from vcs_desktop.domain.attendance_sums import Help, Session, by_activity, by_month, sum_of
from vcs_desktop.domain.our_group import YearEnd
from vcs_desktop.domain.volunteer_value import value_of
from vcs_desktop.domain.year_summary import (
    YearSummary,
    hours_in_words,
    people_in_words,
    year_called,
)

MARCH = YearEnd(31, 3)


def session(number, on, *, came=10, others=0, helpers=2, name="Lunch"):
    return Session(
        id=str(number),
        name=name,
        activity=name,
        on=on,
        came={f"p{each}": False for each in range(came)},
        others=others,
        helped={f"h{each}": Help(90) for each in range(helpers)},
    )


def summary(sessions, *, group="Tea & Talk", end=MARCH, number=2026):
    year = year_called(number, end)
    return YearSummary(
        group=group,
        year=year,
        made_on=date(2026, 11, 28),
        whole=sum_of(sessions),
        months=by_month(sessions, year.first, year.last),
        activities=tuple(by_activity(sessions).items()),
        value=value_of([(each.on, each.minutes) for each in sessions], starter_rules()),
    )


def weekly(**more):
    first = date(2025, 4, 3)
    return [session(each, first + timedelta(days=7 * each), **more) for each in range(52)]


def words_of(pdf):
    document = pdfium.PdfDocument(BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_the_year_is_the_one_of_the_accounts_where_the_group_has_told_it():
    ours, calendar = year_called(2026, MARCH), year_called(2026, None)
    assert (ours.first, ours.last, ours.is_ours) == (date(2025, 4, 1), date(2026, 3, 31), True)
    assert (calendar.first, calendar.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert year_called(2025, YearEnd(29, 2)).last == date(2025, 2, 28)
    with pytest.raises(ValueError, match="0"):
        year_called(0, None)


def test_the_page_says_who_was_reached_and_what_the_hours_are_worth_at_which_rate():
    [page] = words_of(pdf_of(summary(weekly())))
    assert "Tea & Talk: our year to 31 March 2026" in page
    assert "£12.21 an hour, the National Living Wage from 1 April 2025" in " ".join(page.split())
    assert "What time is worth is no money that came in." in page
    assert "April 2025" in page


def test_hours_before_and_after_the_first_of_april_have_two_rates_and_two_sources():
    days = [session(1, date(2026, 3, 31)), session(2, date(2026, 4, 1))]
    found = summary(days, end=None)
    page = page_of(found)
    assert "£12.21 an hour" in page
    assert "£12.71 an hour" in page
    assert len(content.notes(found)[1]) == 2


def test_a_year_with_many_activities_still_has_one_page_and_counts_the_rest():
    many = [
        session(f"{each}-{number}", day.on, name=f"Activity {number} with quite a long name of it")
        for each, day in enumerate(weekly()[:12])
        for number in range(15)
    ]
    [page] = words_of(pdf_of(summary(many)))
    assert "And 9 more activities, with 1,080 visits." in page


def test_a_year_in_which_nothing_was_written_down_is_a_page_all_the_same():
    found = summary([])
    assert len(words_of(pdf_of(found))) == 1
    assert "<h1>Tea &amp; Talk: our year" in page_of(found)


def test_what_a_group_is_called_is_never_markup():
    nasty = summary(weekly(name="<b>x</b>"), group='<script>alert("x")</script>')
    assert "<script" not in page_of(nasty)
    assert "<b>x" not in page_of(nasty)
    assert "<script>" in words_of(pdf_of(nasty))[0]


def test_the_web_page_has_a_table_for_its_charts_and_fetches_nothing():
    page = page_of(summary(weekly()))
    assert page.count("<svg") == 2
    assert page.count('role="img" aria-label=') == 2
    assert page.count("<table") >= 2
    assert not re.search(r'(src|href)="(?!https?://|#)', page)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 364), st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_no_number_of_people_from_one_to_four_is_given_away(days):
    first = year_called(2026, MARCH).first
    sessions = [
        session(number, first + timedelta(days=day), came=came, others=others, helpers=0)
        for number, (day, came, others) in enumerate(days)
    ]
    found = summary(sessions)
    told = [figure for figure, what in content.figures(found) if "session" not in what]
    # The first figure of a row is how many sessions there were, the last the hours.
    told += [row[2][0].text for row in content.months(found).rows]
    for block in content.activities(found):
        for row in getattr(block, "rows", ()):
            told += [row[2][0].text, row[3][0].text]
    told += [figure for _, _, figure in content.charts(found)[0].bars]
    assert not {"1", "2", "3", "4"} & set(told)


def test_a_small_number_cannot_be_worked_out_from_the_total():
    # 40 visits in all, 30 and 7 told: the third month would be 3.
    counts = (("2025-04-03", 30), ("2025-05-01", 7), ("2025-06-05", 3))
    days = [
        session(each, date.fromisoformat(each), came=came, name=each, helpers=0)
        for each, came in counts
    ]
    found = summary(days)
    visits = [row[2][0].text for row in content.months(found).rows]
    assert visits[:3] == ["30", "not told", "fewer than 5"]
    _, table = content.activities(found)
    assert [row[2][0].text for row in table.rows] == ["30", "not told", "fewer than 5"]
    bars = content.charts(found)[0].bars
    assert bars[1][1:] == (bars[2][1], "…")
    page = page_of(found)
    assert "Some numbers are not told, so that nobody can work out a small one." in page
    assert "…" in words_of(pdf_of(found))[0]


def test_a_total_that_would_tell_a_small_number_is_vague():
    days = [session(1, date(2025, 4, 3), came=4), session(2, date(2025, 5, 1), came=4)]
    found = summary(days)
    assert content.figures(found)[1] == ("fewer than 10", "visits in all")
    _, table = content.activities(found)
    assert [row[2][0].text for row in table.rows] == ["not told"]


@pytest.mark.parametrize(("came", "others"), [(3, 37), (37, 3)])
def test_few_with_a_name_and_few_without_one_are_not_told_by_what_is_left(came, others):
    found = summary([session(1, date(2025, 4, 3), came=came, others=others)])
    assert "Some were counted without a name." in page_of(found)
    assert f"{others} visit" not in page_of(found)


def test_numbers_are_told_in_words_at_their_edges():
    assert [people_in_words(each) for each in (0, 1, 4, 5)] == [
        "0",
        "fewer than 5",
        "fewer than 5",
        "5",
    ]
    assert [hours_in_words(each) for each in (0, 29, 30, 60, 90)] == [
        "0 hours",
        "0 hours",
        "1 hour",
        "1 hour",
        "2 hours",
    ]


def test_a_pdf_has_the_web_page_beside_it_and_another_ending_is_refused(tmp_path):
    found = summary(weekly())
    assert [each.name for each in write_year_summary(tmp_path / "y.pdf", found)] == [
        "y.html",
        "y.pdf",
    ]
    assert [each.name for each in write_year_summary(tmp_path / "z.html", found)] == ["z.html"]
    with pytest.raises(CannotUseInput) as refused:
        write_year_summary(tmp_path / "y.doc", found)
    assert refused.value.message == "The name of the page must end in .pdf or .html."
    assert not (tmp_path / "y.doc").exists()


def test_where_letters_are_missing_it_says_so_and_the_web_page_has_them():
    named = "شاي وحديث"
    told = " ".join(" ".join(words_of(pdf_of(summary(weekly(name=named))))).split())
    assert "[Arabic letters]" in told
    assert "The web page saved beside this file has them all." in told
    assert named in page_of(summary(weekly(name=named)))
    assert "square brackets" not in " ".join(words_of(pdf_of(summary(weekly()))))
