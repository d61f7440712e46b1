"""Judging what is open in a real library file, and keeping the day's verdicts."""

from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest

from tests.support.fit_examples import LUNCH_CLUB, TODAY, group
from tests.support.pseudo_language import BEGINS
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.from_record import line_of
from vcs_desktop.domain.rulebook import LIVING_WAGE
from vcs_desktop.services import fit as fit_module
from vcs_desktop.services.fit import FitService
from vcs_desktop.services.fit_answers import fit_of, kept_of
from vcs_desktop.services.fit_kept import KeptInLibrary, KeptInMemory
from vcs_desktop.storage import migrate
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.library_writer import Entry, LibraryWriter
from vcs_desktop.storage.queries import fits
from vcs_desktop.wire.record import Record


def grant(name, **changes):
    data = {
        "grantName": name,
        "grantLocation": [{"geoCode": "E10000025"}],
        "legalForms": ["unincorporated_with_rules"],
        "incomeMax": 100_000,
        "grantMaximumAward": 2_000,
        "grantApplicationCloseDate": "2026-12-18",
        "themes": ["shared meals"],
        "hoursToApply": 6,
        "successRate": 0.5,
        **changes,
    }
    return Record("funding_call", f"grant/{name}", data)


def contract(name, pounds, **changes):
    tender = {
        "title": name,
        "status": "active",
        "value": {"amount": pounds, "currency": "GBP"},
        "classification": {"scheme": "CPV", "id": "55500000", "description": "Catering"},
        "tenderPeriod": {"endDate": "2026-12-18T12:00:00Z"},
        "contractPeriod": {"durationInDays": 365},
        "items": [{"id": "1", "deliveryAddresses": [{"region": "Oxfordshire"}]}],
        **changes,
    }
    return Record(
        "tender",
        f"ocds-{name}",
        {"ocid": f"ocds-{name}", "date": "2026-11-02T09:00:00Z", "tender": tender},
        "2026-11-02T09:00:00Z",
    )


WAGE = Record(
    "rule",
    "rule/wage",
    {
        "rule": LIVING_WAGE,
        "title": "National Living Wage from 1 April 2026",
        "value": 12.71,
        "unit": "pounds",
        "appliesBy": "day",
        "validFrom": "2026-04-01",
    },
)
GRANTS = (
    grant("meals"),
    grant("arts", themes=["theatre"]),
    grant("charities", legalForms=["charity"]),
    grant("closed", grantApplicationCloseDate="2026-11-21"),
)
CONTRACTS = (contract("lunches", 8_000), contract("surgery", 543_000_000))


def put(database, *records):
    with database.writing() as session:
        writer = LibraryWriter(session, "this computer")
        writer.put([Entry(record, line_of(record)) for record in records])
        writer.finish(as_of=TODAY)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    migrate.make_ready(path)
    database = Database(path)
    put(database, WAGE, *GRANTS, *CONTRACTS)
    yield database
    database.close()


@pytest.fixture(params=[KeptInLibrary, KeptInMemory])
def service(database, request):
    return FitService(database, FixedClock.on(TODAY), request.param(database))


def names(found):
    return [line.title for line, _ in found]


def keep_all(service, profile=LUNCH_CLUB, **how):
    return {key: each for some in service.in_slices(profile, **how) for key, each in some.items()}


def test_the_best_come_first_and_what_is_closed_does_not_come(service):
    found = service.best(LUNCH_CLUB)
    verdicts = [fit.verdict for _, fit in found]
    assert sorted(names(found)) == ["arts", "charities", "lunches", "meals", "surgery"]
    assert set(names(found)[:2]) == {"meals", "lunches"}
    assert names(found)[2] == "arts"
    assert verdicts == [Verdict.CAN] * 2 + [Verdict.CHECK] + [Verdict.CANNOT] * 2


def test_no_more_are_listed_than_asked_for(service):
    assert names(service.best(LUNCH_CLUB, limit=2)) == names(service.best(LUNCH_CLUB))[:2]


def test_on_an_earlier_day_the_closed_one_was_open(service):
    assert "closed" in names(service.best(LUNCH_CLUB, on=TODAY - timedelta(days=1)))


def test_the_wage_of_the_library_prices_the_work(service):
    assert service.of(["grant/meals"], LUNCH_CLUB, TODAY)["grant/meals"].cost.rate_pence == 12_71


def test_what_was_kept_is_the_same_as_what_is_judged_anew(service):
    judged = service.best(LUNCH_CLUB)
    kept = keep_all(service)
    assert kept == {line.id: fit for line, fit in judged}
    assert service.best(LUNCH_CLUB) == judged
    assert service.of(list(kept), LUNCH_CLUB, TODAY) == kept


def test_a_verdict_that_was_kept_in_one_language_is_not_shown_in_another(service, request):
    keep_all(service)
    request.getfixturevalue("pseudo_language")
    fit = service.of(["grant/meals"], LUNCH_CLUB, TODAY)["grant/meals"]
    words = [said for reason in fit.reasons for said in (reason.heading, reason.because)]
    assert all(BEGINS in each for each in words)
    assert keep_all(service)["grant/meals"] == fit


def test_what_was_judged_today_is_not_judged_again(service, monkeypatch):
    keep_all(service)

    def judge(*_given, **_named):
        raise AssertionError("judged again")

    monkeypatch.setattr(fit_module, "judge", judge)
    assert len(service.best(LUNCH_CLUB)) == 5
    assert list(service.in_slices(LUNCH_CLUB)) == []


@pytest.mark.parametrize("what", ["profile", "day", "notice", "rules"])
def test_a_kept_verdict_holds_for_its_group_day_notice_and_rules_alone(what, service, database):
    keep_all(service)
    profile, on = LUNCH_CLUB, TODAY
    if what == "profile":
        profile = group(annual_income_pence=18_401_00)
    elif what == "day":
        on = TODAY + timedelta(days=1)
    elif what == "notice":
        put(database, *(grant(each.data["grantName"], hoursToApply=7) for each in GRANTS))
    else:
        put(database, replace(WAGE, data={**WAGE.data, "value": 13}))
    assert keep_all(service, profile, on=on)


def test_it_can_be_stopped_between_slices_and_what_was_kept_stays(service, monkeypatch):
    monkeypatch.setattr(fit_module, "SLICE", 2)
    stop = Event()
    stop.set()
    first = keep_all(service, stop=stop)
    assert len(first) == 2
    rest = keep_all(service)
    assert len(rest) == 3
    assert not first.keys() & rest.keys()


def test_a_bounded_look_judges_what_is_worth_it_first(service):
    near = names(service.best(LUNCH_CLUB, at_most=4))
    assert len(near) == 4
    assert "surgery" not in near


def test_verdicts_of_earlier_days_are_dropped(service, database):
    keep_all(service)
    later = FitService(database, FixedClock.on(TODAY + timedelta(days=2)))
    keep_all(later)
    with database.reading() as session:
        old = fits.Asked("", "", TODAY)
        assert fits.judged(session, old) == set()


def test_closed_ones_and_strangers_can_be_asked_for_by_id(service):
    found = service.of(["grant/closed", "rule/wage", "gone"], LUNCH_CLUB, TODAY)
    assert list(found) == ["grant/closed"]
    assert found["grant/closed"].verdict is Verdict.CANNOT


def test_a_grant_that_rules_this_one_out_is_named(service, database):
    conflict = {"kind": "one_of", "ids": ["grant/meals"]}
    put(database, grant("other", conflicts=[conflict]))
    found = service.of(["grant/other"], group(live_grants=("grant/meals",)), TODAY)
    assert "You hold meals." in found["grant/other"].reasons[0].because


def test_a_record_that_cannot_be_read_is_left_out(service, database):
    put(database, Record("funding_call", "grant/odd", {"grantName": "odd", "rolling": "perhaps"}))
    assert "odd" not in names(service.best(LUNCH_CLUB))


def test_a_rule_that_cannot_be_read_leaves_the_others_in_the_rule_book(service, database):
    before = service.rulebook().names()
    put(database, Record("rule", "rule/odd", {"title": "odd", "rule": "odd", "unit": "acres"}))
    assert service.rulebook().names() == before


def test_one_still_shown_as_open_after_its_closing_day_stays_in_the_list(service, database):
    put(database, contract("list", 8_000, tenderPeriod={"endDate": "2016-02-01T12:00:00Z"}))
    found = {line.title: fit for line, fit in service.best(LUNCH_CLUB)}
    assert found["list"].reasons[0].heading == "Check with the buyer"


def test_a_verdict_comes_back_from_json_as_it_was(service):
    for _, fit in service.best(LUNCH_CLUB):
        assert fit_of(kept_of(1, "digest", fit)) == fit


def test_what_is_judged_for_a_real_group_is_written_nowhere(database):
    real = replace(LUNCH_CLUB, name="Zebra Tea Club")
    service = FitService(database, FixedClock.on(TODAY), KeptInMemory(database))
    before = database.path.read_bytes(), database.data_version()
    assert keep_all(service, real)
    assert (database.path.read_bytes(), database.data_version()) == before


def test_what_is_more_than_memory_keeps_is_judged_anew(database, monkeypatch):
    monkeypatch.setattr("vcs_desktop.services.fit_kept.MOST_IN_MEMORY", 2)
    service = FitService(database, FixedClock.on(TODAY), KeptInMemory(database))
    all_of_them = names(service.best(LUNCH_CLUB))
    keep_all(service)
    assert names(service.best(LUNCH_CLUB)) == all_of_them
    assert names(service.best(LUNCH_CLUB, limit=2)) == all_of_them[:2]
