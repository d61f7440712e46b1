"""Tender notices out of releases as buyers really write them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.from_record import line_of, provenance_of, search_text_of, thing_of
from vcs_desktop.domain.money import range_in_pounds
from vcs_desktop.domain.tenders import Classification, Delivery
from vcs_desktop.wire.record import Record


def _record(tender=None, **more):
    data = {"ocid": "ocds-x-1", "date": "2026-11-02T10:00:00Z", "tender": tender or {}, **more}
    return Record("tender", "ocds-x-1", data, "2026-11-02T10:00:00Z")


def _notice(tender=None, **more):
    return thing_of(_record(tender, **more))


def _line(tender=None, **more):
    return line_of(_record(tender, **more))


@pytest.mark.parametrize(
    ("amount", "pence"),
    [
        (0.01, 1),
        (543_000_000, 54_300_000_000),
        (100_000.01, 10_000_001),
        (1.005, 101),
        (0, None),
        (-5, None),
        (1e300, None),
        ("500", None),
        (True, None),
        (None, None),
    ],
)
def test_a_value_is_taken_from_a_penny_to_hundreds_of_millions(amount, pence):
    tender = {"value": {"amount": amount, "currency": "GBP"}}
    assert _notice(tender).value_pence == pence
    assert _line(tender).amount_max_pence == pence


def test_a_contract_with_one_value_is_worth_that_and_not_up_to_it():
    line = _line({"value": {"amount": 8000, "currency": "GBP"}})
    assert range_in_pounds(line.amount_min_pence, line.amount_max_pence) == "£8,000"


def test_a_contract_with_two_values_lies_between_them():
    line = _line({"minValue": {"amount": 5000}, "value": {"amount": 8000}})
    assert range_in_pounds(line.amount_min_pence, line.amount_max_pence) == "£5,000 to £8,000"


def test_a_value_in_other_money_is_not_shown_as_pounds():
    tender = {"value": {"amount": 5, "currency": "EUR"}}
    assert _notice(tender).value_pence is None
    assert _notice(tender).currency == "EUR"
    assert _line(tender).amount_max_pence is None


def test_a_value_given_only_with_tax_is_taken():
    assert _notice({"value": {"amountGross": 120, "currency": "GBP"}}).value_pence == 12_000


@pytest.mark.parametrize(
    ("said", "moment", "day"),
    [
        ("2026-12-04T12:00:00Z", datetime(2026, 12, 4, 12, tzinfo=UTC), date(2026, 12, 4)),
        ("2026-07-04T12:00:00+01:00", datetime(2026, 7, 4, 11, tzinfo=UTC), date(2026, 7, 4)),
        ("2026-07-04T23:30:00Z", datetime(2026, 7, 4, 23, 30, tzinfo=UTC), date(2026, 7, 5)),
        ("2026-07-04T12:00:00", datetime(2026, 7, 4, 11, tzinfo=UTC), date(2026, 7, 4)),
        ("2016-03-31T12:00:00Z", datetime(2016, 3, 31, 12, tzinfo=UTC), date(2016, 3, 31)),
        ("soon", None, None),
        ("0001-01-01T00:00:00Z", None, None),
        ("0001-01-01", None, None),
        ("9999-12-31T23:59:59Z", None, None),
        ("9999-12-31T23:59:59-14:00", None, None),
        (None, None, None),
    ],
)
def test_a_deadline_keeps_its_moment_whatever_its_zone(said, moment, day):
    tender = {"tenderPeriod": {"endDate": said}}
    assert _notice(tender).deadline_at == moment
    assert _line(tender).closes_on == day


def test_a_planning_notice_has_no_deadline():
    assert _notice({"status": "planned"}).stage == "planning"
    assert _line({"status": "planned"}).closes_on is None


@pytest.mark.parametrize(
    ("data", "stage"),
    [
        ({}, "planning"),
        ({"tender": {"status": "planned"}}, "planning"),
        ({"tender": {"status": "active"}}, "tender"),
        ({"tender": {"status": "complete"}, "awards": [{"id": "1"}]}, "award"),
        ({"awards": [{"id": "1"}], "contracts": [{"id": "1"}]}, "contract"),
        ({"contracts": [{"id": "1", "implementation": {"a": 1}}]}, "implementation"),
    ],
)
def test_the_stage_is_told_by_what_a_process_holds(data, stage):
    record = Record("tender", "x", {"tender": {}, **data})
    assert thing_of(record).stage == stage


def _addresses(*addresses):
    return {"items": [{"id": "1", "deliveryAddresses": list(addresses)}]}


_COUNTRIES = [
    {"countryName": name}
    for name in ("British Oversea Territories", "Channel Islands", "Europe", "United Kingdom")
]


@pytest.mark.parametrize(
    ("addresses", "areas"),
    [
        ([{"region": "South East"}], ("E12000008",)),
        ([{"region": "England", "countryName": "United Kingdom"}], ("E92000001",)),
        ([{"region": "London"}], ("E12000007",)),
        ([{"region": "Yorkshire and the Humber"}], ("E12000003",)),
        ([{"region": "UKJ14"}], ("E10000025",)),
        ([{"region": "TLJ14"}], ("E10000025",)),
        ([{"region": "UK"}], ("K02000001",)),
        ([{"region": "The far side"}], ()),
        ([{"postalCode": "OX9 3DP"}], ("E10000025",)),
        ([{"postalCode": "LS1 1UR"}, *_COUNTRIES], ()),
        ([{"postalCode": "OX1 1BX"}, *_COUNTRIES], ("E10000025",)),
        (_COUNTRIES, ("K02000001",)),
        ([{"region": 5}, "odd"], ()),
        ([], ()),
    ],
)
def test_the_areas_are_the_nearest_places_that_are_told_for_certain(addresses, areas):
    assert _line(_addresses(*addresses)).areas == areas


def test_where_the_work_is_done_stays_in_the_buyers_words_too():
    tender = _addresses({"region": "The far side"}, {"postalCode": "LS1 1UR"})
    assert _notice(tender).deliveries == (Delivery("The far side"), Delivery("", "LS1 1UR"))
    assert _notice(_addresses(*_COUNTRIES)).deliveries == (Delivery("United Kingdom"),)


def test_the_united_kingdoms_extensions_are_read():
    notice = _notice(
        {
            "legalBasis": {"scheme": "UKSI", "id": "2023/1348"},
            "aboveThreshold": True,
            "specialRegime": ["lightTouch"],
            "suitability": {"sme": True, "vcse": False},
            "otherRequirements": {"reservedParticipation": ["smeVcse"]},
            "documents": [
                {"id": "1", "noticeType": "UK2"},
                {
                    "id": "2",
                    "noticeType": "UK4",
                    "documentType": "tenderNotice",
                    "description": "The notice",
                    "url": "https://example.org/4",
                },
            ],
            "lots": [
                {
                    "id": 1,
                    "title": "North",
                    "status": "active",
                    "value": {"amount": 5, "currency": "GBP"},
                    "contractPeriod": {"startDate": "2027-01-01T00:00:00Z"},
                    "awardCriteria": {
                        "criteria": [
                            {"type": "quality", "name": "Method", "numbers": [{"number": 60}]},
                            {"type": "price"},
                        ]
                    },
                    "otherRequirements": {"reservedParticipation": ["shelteredWorkshop"]},
                }
            ],
        }
    )
    assert notice.legal_basis == "UKSI/2023/1348"
    assert notice.above_threshold is True
    assert notice.special_regime == ("lightTouch",)
    assert (notice.suitable_sme, notice.suitable_vcse) == (True, False)
    assert notice.reserved_for == ("smeVcse", "shelteredWorkshop")
    assert notice.notice_type == "UK4"
    assert notice.url == "https://example.org/4"
    assert notice.papers[0].title == "The notice"
    assert notice.lots[0].id == "1"
    assert notice.lots[0].value_pence == 500
    assert notice.lots[0].starts_on == date(2027, 1, 1)
    assert notice.criteria == ("quality: Method (weight 60)", "price")


def test_every_cpv_code_is_found_once():
    notice = _notice(
        {
            "classification": {"scheme": "CPV", "id": "85300000", "description": "Social work"},
            "additionalClassifications": [{"scheme": "CPV", "id": "55500000"}, {"id": "85300000"}],
            "items": [{"additionalClassifications": [{"scheme": "CPV", "id": "80000000"}]}],
        }
    )
    assert notice.classifications == (
        Classification("85300000", "Social work"),
        Classification("55500000"),
        Classification("80000000"),
    )


def test_the_buyer_of_an_old_release_is_its_procuring_entity():
    assert _notice({"procuringEntity": {"name": "Old Council"}}).buyer == "Old Council"
    assert _line({"procuringEntity": {"name": "Old Council"}}).who == "Old Council"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ({"tender": {"title": " Lunches "}}, "Lunches"),
        ({"title": "Lunches"}, "Lunches"),
        ({"buyer": {"name": "Us"}}, "A contract of Us without a title"),
        ({}, "A contract without a title"),
    ],
)
def test_a_notice_always_has_a_title(data, title):
    assert line_of(Record("tender", "x", data)).title == title
    assert thing_of(Record("tender", "x", data)).title == title


def test_the_provenance_is_the_packages_and_the_releases_own_day():
    provenance = provenance_of(_record(source="Example Council", licence="OGL"))
    assert provenance.source == "Example Council"
    assert provenance.as_of == date(2026, 11, 2)


def test_the_words_of_the_search_leave_out_codes_and_dates():
    text = search_text_of(_record({"title": "Lunches", "id": "abc", "lots": [{"title": "North"}]}))
    assert text.splitlines() == ["Lunches", "North"]


_KEYS = st.sampled_from(
    [
        "tender",
        "title",
        "value",
        "amount",
        "currency",
        "items",
        "deliveryAddresses",
        "region",
        "postalCode",
        "lots",
        "status",
        "awards",
        "suppliers",
        "name",
        "id",
        "buyer",
        "documents",
        "url",
        "tenderPeriod",
        "endDate",
        "classification",
        "legalBasis",
        "suitability",
        "sme",
        "awardCriteria",
        "criteria",
        "numbers",
        "number",
        "contracts",
    ]
)
_ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=15,
)


@given(st.dictionaries(_KEYS, _ODD))
def test_nothing_that_a_buyer_writes_makes_it_fail(data):
    from vcs_desktop.domain.from_record import awards_of

    record = Record("tender", "ocds-x-1", data)
    thing_of(record)
    line_of(record)
    search_text_of(record)
    for award in awards_of(record):
        thing_of(award)
        line_of(award)
