"""What a group tells of itself is kept, judged, taken back, and folded with what others told."""

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.support.group_file import BEN, computer
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import KINDS, OUR_GROUP
from vcs_desktop.domain.our_group import OurGroup, Signatory, Year
from vcs_desktop.domain.papers import Paper
from vcs_desktop.services.our_group import OurGroupService
from vcs_desktop.wire.operation import Change

WHOLE = OurGroup(
    name="Botley Lunch Club",
    legal_form=LegalForm.CIO,
    charity_number="1089464",
    years=(Year("1", date(2026, 3, 31), 12_345_00),),
    areas=("E07000178",),
    signatories=(Signatory("1", "Asha", False), Signatory("2", "Ben", False)),
    has_told_documents=True,
    live_grants=(),
)
POLICY = Paper("0001", kind=DocumentKind.SAFEGUARDING, agreed_on=date(2026, 1, 4))
RULES = Paper("0002", kind=DocumentKind.CONSTITUTION)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db")
    yield made
    made.database.close()


@pytest.fixture
def ours(here):
    return OurGroupService(here.records)


def test_a_new_group_has_told_nothing(ours):
    assert ours.profile() == GroupProfile()
    assert ours.held() is None


def test_what_is_told_is_kept_whole_and_known_by_one_id(ours):
    ours.save(None, WHOLE)
    assert ours.held().thing == replace(WHOLE, id=OUR_GROUP)
    assert ours.held().record.id == OUR_GROUP
    assert ours.profile() == GroupProfile(
        name="Botley Lunch Club",
        legal_form=LegalForm.CIO,
        annual_income_pence=12_345_00,
        areas=("E07000178",),
        bank_signatories=2,
        policies=(),
        live_grants=(),
    )
    ours.save(ours.held(), replace(ours.held().thing, signatories=(), live_grants=None))
    assert ours.profile().bank_signatories is None
    assert ours.profile().live_grants is None


def test_it_is_judged_by_the_day_that_it_is(here, ours):
    later = Year("2", date(2026, 12, 31), 99_00)
    ours.save(None, replace(WHOLE, years=(*WHOLE.years, later)))
    assert ours.profile().annual_income_pence == 12_345_00
    here.clock.moment = here.clock.moment.replace(year=2027)
    assert ours.profile().annual_income_pence == 99_00


def test_two_who_tell_of_a_new_group_at_once_are_both_heard(here, ours):
    ours.save(None, OurGroup(name="Lunch Club", areas=("E07000178",)))
    ours.save(None, OurGroup(name="Lunch Club", has_account=False))
    assert ours.profile() == GroupProfile(
        name="Lunch Club", areas=("E07000178",), bank_signatories=0
    )
    assert here.records.checked().complaints == ()


def test_two_windows_that_change_different_things_keep_both(here, ours):
    ours.save(None, WHOLE)
    mine, theirs = ours.held(), ours.held()
    other = OurGroupService(here.as_(BEN).records)
    other.save(
        theirs, replace(theirs.thing, signatories=(*WHOLE.signatories, Signatory("3", "Di")))
    )
    ours.save(mine, replace(mine.thing, signatories=(*WHOLE.signatories, Signatory("4", "Eve"))))
    assert [each.name for each in ours.held().thing.signatories] == ["Asha", "Ben", "Di", "Eve"]


def test_what_was_saved_is_the_ground_for_the_next_save_and_hides_nothing_from_others(here, ours):
    ours.save(None, WHOLE)
    mine = ours.held()
    other = OurGroupService(here.as_(BEN).records)
    other.save(ours.held(), replace(ours.held().thing, name="Botley Tea Club"))
    for typed in ("Botley Lunch", "Botley Lunch and", "Botley Lunch and Tea"):
        mine = ours.save(mine, replace(mine.thing, name=typed))
        assert mine.thing.name == typed
    choices = ours.held().record.choices["name"]
    assert {each.value for each in choices} == {"Botley Tea Club", "Botley Lunch and Tea"}


def test_saving_what_has_not_changed_writes_nothing(here, ours):
    first = ours.save(None, WHOLE)
    again = ours.save(first, first.thing)
    assert again == first
    assert len(here.records.history(OUR_GROUP)) == 1


def test_a_change_can_be_taken_back(here, ours):
    held = ours.save(None, WHOLE)
    ours.save(held, replace(held.thing, name="Another name"))
    assert here.records.offers().undo == "Undo: change Another name"
    here.records.undo()
    assert ours.held().thing.name == "Botley Lunch Club"


def test_to_take_back_the_first_words_empties_them_and_leaves_nothing_in_the_bin(here):
    """In the bin it could be deleted for good, and the group could never tell of itself again."""
    ours = OurGroupService(here.records)
    ours.save(None, WHOLE)
    here.records.undo()
    assert here.records.bin() == []
    held = ours.held()
    assert held is None or held.thing == OurGroup(id=OUR_GROUP)
    assert ours.profile() == GroupProfile()
    here.records.redo()
    assert ours.profile().name == WHOLE.name
    here.records.undo()
    ours.save(ours.held(), OurGroup(id=OUR_GROUP, name="Botley"))
    assert ours.profile().name == "Botley"
    assert here.records.checked().complaints == ()


@pytest.mark.parametrize("kind", [each for each in KINDS.values() if each.has_given_id])
def test_no_record_of_which_the_id_is_given_comes_into_the_bin_by_undo(here, kind):
    field = next(each.name for each in fields(kind.shape) if each.name != "id")
    with here.records.acting(Verb.CHANGE) as act:
        act.change(kind.name, "given", {field: Change(None, "x")})
    here.records.undo()
    assert here.records.bin() == []
    assert here.records.held(kind.shape, "given").record.values == {}
    here.records.redo()
    assert here.records.held(kind.shape, "given").record.values == {field: "x"}


# What is told of its papers


def papers(ours):
    return [each.thing for each in ours.told().papers]


def test_fit_is_judged_by_the_papers_of_the_group_and_by_those_alone(ours):
    before = ours.tell(ours.told(), WHOLE, (POLICY, RULES))
    assert papers(ours) == [POLICY, RULES]
    assert ours.profile().policies == (Policy("Safeguarding policy", date(2026, 1, 4)),)
    ours.tell(before, before.ours.thing, (RULES,))
    assert ours.profile().policies == ()


def test_a_group_and_its_papers_are_told_and_taken_back_as_one(here, ours):
    ours.tell(ours.told(), WHOLE, (POLICY,))
    assert here.records.offers().undo == "Undo: 2 changes"
    here.records.undo()
    assert papers(ours) == []
    assert ours.profile() == GroupProfile()
    here.records.redo()
    assert papers(ours) == [POLICY]


def test_a_paper_that_is_told_no_more_goes_to_the_bin_with_all_that_is_in_it(here, ours):
    kept = replace(POLICY, note="In the blue folder.")
    told = ours.tell(ours.told(), WHOLE, (kept, RULES))
    ours.tell(told, told.ours.thing, (RULES,))
    (binned,) = here.records.bin()
    assert binned.title == "Safeguarding policy"
    here.records.restore(binned.id)
    assert papers(ours) == [kept, RULES]


def test_to_tell_nothing_new_writes_nothing(here, ours):
    told = ours.tell(ours.told(), WHOLE, (POLICY,))
    assert ours.tell(told, told.ours.thing, [each.thing for each in told.papers]) is told
    assert len(here.records.history(POLICY.id)) == 1


def test_what_another_window_wrote_on_a_paper_meanwhile_stays(here, ours):
    told = ours.tell(ours.told(), WHOLE, (POLICY,))
    other = OurGroupService(here.as_(BEN).records)
    theirs = other.told()
    other.tell(theirs, theirs.ours.thing, (replace(POLICY, note="In the blue folder."),))
    told = ours.tell(told, told.ours.thing, (replace(POLICY, review_on=date(2027, 1, 4)),))
    assert papers(ours) == [replace(POLICY, review_on=date(2027, 1, 4), note="In the blue folder.")]
    assert here.records.checked().complaints == ()
