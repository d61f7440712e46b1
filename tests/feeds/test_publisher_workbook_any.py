"""Whatever is written into the workbook of a council comes back as it was, or is refused."""

import io
import string
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.publisher_book import A_GRANT, AN_ACTION, NEEDED, book_of, read, template_filled
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.domain.publisher_workbook import SHEETS, Holds
from vcs_desktop.feeds.publisher_workbook import records
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.wire.record import Record, canonical, line_of, record_of

_WORDS = st.text(string.ascii_letters + " äß'", min_size=1, max_size=12).map(
    lambda text: f"w{text}".strip()
)
_DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def _with_itself(values):
    return values.map(lambda value: (value, value))


def _days():
    return st.one_of(
        _DAYS.map(lambda day: (day, day.isoformat())),
        _DAYS.map(lambda day: (f"{day.day} {day:%B %Y}", day.isoformat())),
        _DAYS.map(lambda day: (f"{day:%d/%m/%Y}", day.isoformat())),
    )


def _amounts():
    pence = st.integers(0, 10**9)
    return st.one_of(
        pence.map(lambda n: (n / 100, _pounds(n))),
        pence.map(lambda n: (f"£{n // 100:,}.{n % 100:02}", _pounds(n))),
    )


def _pounds(pence):
    return pence // 100 if pence % 100 == 0 else pence / 100


def _question(text):
    asked = {"ref": "1", "text": f"{text}?", "limit": 90, "unit": "words"}
    return f"{text}? (90 words)", [asked]


def _news(both):
    day, text = both
    return f"{day}: {text}", [{"happenedOn": day.isoformat(), "text": text}]


_WRITTEN = {
    Holds.POUNDS: _amounts(),
    Holds.WHOLE: st.integers(1, 100).flatmap(lambda n: st.sampled_from([(n, n), (str(n), n)])),
    Holds.NUMBER: _with_itself(st.integers(-(10**9), 10**9)),
    Holds.YES_NO: st.sampled_from([("Yes", True), ("no", False), (True, True)]),
    Holds.DAY: _days(),
    Holds.MOMENT: _days(),
    Holds.LIST: st.lists(_WORDS, min_size=1, max_size=4).map(lambda some: ("; ".join(some), some)),
    Holds.LINK: _with_itself(st.just("https://example.org/a")),
    Holds.AREA: st.just(("Oxford", "E07000178")),
    Holds.ANOTHER_ROW: _with_itself(st.just("fact/other/1")),
    Holds.PLACES: _WORDS.map(lambda text: (text, [{"name": text}])),
    Holds.PAPERS: _WORDS.map(lambda text: (text, [{"name": text}])),
    Holds.QUESTIONS: _WORDS.map(_question),
    Holds.NEWS: st.tuples(_DAYS, _WORDS).map(_news),
    Holds.ID: _with_itself(st.from_regex(r"[a-z][a-z0-9/-]{3,12}", fullmatch=True)),
    Holds.WORDS: _with_itself(_WORDS),
}


def _of(column):
    """Return what may be written under a heading, each with what the record then says."""
    if column.holds is Holds.CHOICE:
        return st.sampled_from([(each.words.upper(), each.value) for each in column.choices])
    if column.holds is Holds.CHOICES:
        return st.sampled_from([(each.words, [each.value]) for each in column.choices])
    return _WRITTEN[column.holds]


def _said(data, field):
    found = data
    for part in field.split("/"):
        found = found[int(part)] if part.isdigit() else found.get(part)
    return found


_APART = {
    "grantMinimumAward",
    "incomeMin",
    "grantApplicationOpenDate",
    "rolling",
    "validFrom",
    "startsAt",
}
"""Each of these rules another one out; what does not go together has its own test."""


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_what_is_written_into_the_template_comes_back(data):
    sheet = data.draw(st.sampled_from(SHEETS))
    written, expected = {}, {}
    for column in sheet.columns:
        if column.field in _APART:
            continue
        # What is late says why; the plan of a council stands in the order that asks for it.
        is_why = column.field == "whyLate" and expected.get("progress") == "late"
        if column.is_needed or is_why or data.draw(st.booleans()):
            written[column.heading], expected[column.field] = data.draw(_of(column))
    with TemporaryDirectory() as folder:
        name = sheet.name.replace(" ", "_")
        records, refused = read(template_filled(Path(folder) / "b.xlsx", **{name: [written]}))
    assert refused == []
    (record,) = records
    assert {field: _said(record.data, field) for field in expected} == expected
    assert set(record.data) == {field.split("/")[0] for field in expected} | {"id"}
    assert record_of(line_of(record)) == record


_ANY_CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1)),
    st.datetimes(datetime.fromisoformat("1900-03-01")),
    st.sampled_from(
        ["Example", "Example: x", "#REF!", "=1", "=A1", "yes", "open", "£5", "1/1/2027", "%", "🦊"]
    ),
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
        ),
        max_size=40,
    ),
)


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_stands_in_a_row_it_is_a_record_or_is_refused_in_words(data):
    sheet = data.draw(st.sampled_from(SHEETS))
    needed = NEEDED[sheet.name]
    more = [each.heading for each in sheet.columns if each.heading not in needed]
    headings = [*needed, *data.draw(st.lists(st.sampled_from(more), max_size=8, unique=True))]
    rows = data.draw(
        st.lists(st.lists(_ANY_CELL, min_size=len(headings), max_size=len(headings)), max_size=4)
    )
    with TemporaryDirectory() as folder:
        path = book_of(Path(folder) / "b.xlsx", **{sheet.name.replace(" ", "_"): [headings, *rows]})
        items = list(open_feed(path).items())
    said = [row for row in rows if any(cell is not None and str(cell).strip() for cell in row)]
    examples = [
        row
        for row in said
        if "Id" in headings
        and str(row[headings.index("Id")]).casefold() == "example"
        and str(row[headings.index(sheet.title.heading)]).startswith("Example:")
    ]
    assert len(items) == len(said) - len(examples)
    for item in items:
        if isinstance(item, Record):
            thing_of(item)
            assert canonical(item.data)
        else:
            assert item.where.startswith(f"{sheet.name}, row ")
            assert item.why.endswith((".", "?"))


@given(content=st.binary(max_size=400), at=st.integers(0, 12_000), cut=st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_damaged_workbook_is_refused_and_never_crashes(content, at, cut):
    whole = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Grants"
    book.worksheets[0].append(list(A_GRANT))
    book.worksheets[0].append(list(A_GRANT.values()))
    book.save(whole)
    held = whole.getvalue()
    at = at % len(held)
    damaged = held[:at] if cut else held[:at] + content + held[at + len(content) :]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "b.xlsx"
        path.write_bytes(damaged)
        with suppress(CannotUseInput):
            list(open_feed(path).items())


def test_every_cell_is_read_once_however_many_rows_belong_to_others(tmp_path, monkeypatch):
    looked_at = []
    whole = records.read_cell

    def counted(column, cell):
        looked_at.append(cell)
        return whole(column, cell)

    monkeypatch.setattr(records, "read_cell", counted)
    rows = [AN_ACTION | {"Title": f"Step {n}", "Belongs to": f"Step {n // 2}"} for n in range(20)]
    found, refused = read(template_filled(tmp_path / "book.xlsx", Action_plan=rows))
    assert (len(found), refused) == (20, [])
    assert sum(cell is not None for cell in looked_at) == sum(map(len, rows))
