"""What something can be about comes out of the library: what is open, and what holds."""

from datetime import date

import pytest

from tests.support.library_examples import new_library, put
from tests.support.starter import of
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.sharing.subjects import SubjectsService, needs_subject
from vcs_desktop.wire.record import Record

CLOCK = FixedClock.on(date(2026, 11, 29))
MORE = {"source": "Us", "licence": "MIT", "asOf": "2026-11-01"}


def asked(name, **more):
    questions = [{"id": "one", "text": "Why?"}, {"id": "two", "text": "Where?"}]
    data = {"title": name, "questions": questions, **MORE, **more}
    return Record("consultation", f"consultation/{name}", data)


@pytest.fixture
def subjects(tmp_path):
    database = new_library(tmp_path)
    put(
        database,
        *of("compact"),
        *of("tender"),
        asked("Later", opensOn="2026-12-01"),
        asked("Over", closesOn="2026-11-28"),
        asked("Buses", closesOn="2026-12-20", byWhom="The council"),
        asked("Halls", closesOn="2026-12-01"),
        asked("Always"),
    )
    yield SubjectsService(database, ChoicesService(tmp_path / "choices.json", CLOCK), CLOCK)
    database.close()


def test_only_what_is_open_can_be_answered_and_what_closes_next_comes_first(subjects):
    found = subjects.of(Sort.CONSULTATION)
    assert [each.title for each in found] == ["Halls", "Buses", "Always"]
    assert found[1].whom == "The council"
    assert found[1].questions == (("one", "Why?"), ("two", "Where?"))
    assert len(subjects.consultations().every) == 5


def test_agreements_and_promises_are_those_that_hold(subjects):
    editions = [each.title for each in subjects.of(Sort.PLEDGE)]
    assert editions
    assert len(set(editions)) == len(editions)
    promises = subjects.of(Sort.THEME)
    assert {each.whom for each in promises} == set(editions)


def test_contracts_that_are_open_can_be_of_interest(subjects):
    assert all(each.title for each in subjects.of(Sort.INTEREST))
    assert subjects.of(Sort.NEED) == ()
    assert {each for each in Sort if needs_subject(each)} == {
        Sort.CONSULTATION, Sort.PLEDGE, Sort.THEME, Sort.INTEREST
    }  # fmt: skip


def test_one_consultation_is_found_by_its_id(subjects):
    assert subjects.consultation("consultation/Over").title == "Over"
    for each in ("nothing", of("tender")[0].id):
        with pytest.raises(NotFound):
            subjects.consultation(each)
