"""As little goes out as serves its purpose, and the preview shows every word of it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.our_group import BankAccount, OurGroup, Signatory, Year
from vcs_desktop.domain.sharing.missing import missing
from vcs_desktop.domain.sharing.preview import lines_of
from vcs_desktop.domain.sharing.shared import (
    AnswerGiven,
    Receipt,
    Shared,
    Signer,
    Sort,
    State,
    state_of,
)
from vcs_desktop.domain.sharing.told import (
    KEEP_MONTHS,
    PROFILE_FIELDS,
    Source,
    body_of,
    counted,
    fields_of,
    income_band,
    is_personal,
    keep_until_of,
)
from vcs_desktop.domain.sharing.words import (
    PROFILE,
    SORTS,
    STATES,
    WHY,
    standing_in_words,
    title_of,
)
from vcs_desktop.wire.submission import submission_of

TODAY = date(2026, 11, 29)
NUMBER = "01900000-0000-7000-8000-000000000001"
OURS = OurGroup(
    name="Marston Lunch Club",
    legal_form=LegalForm.UNINCORPORATED_WITH_RULES,
    areas=("E07000178",),
    what_we_do="We cook lunch on Thursdays.",
    years=(Year("a", date(2026, 3, 31), income_pence=18_400_00),),
    bank=BankAccount("A bank", "Lunch club", "12-34-56", "12345678"),
    signatories=(Signatory("s", "Asha Patel"),),
)
SOURCE = Source(
    "Marston Lunch Club", TODAY, OURS, volunteers=12, visits=840, names={"p1": "Asha Patel"}
)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
days = st.none() | st.dates(date(2000, 1, 1), date(2060, 1, 1))
anything = st.builds(
    Shared,
    sort=st.sampled_from(Sort),
    is_named=st.booleans(),
    topic=texts,
    area=st.sampled_from(["", "E07000178"]),
    how_many=st.none() | st.integers(0, 10_000),
    text=texts,
    ticked=st.lists(st.sampled_from([*PROFILE_FIELDS, "bank"]), unique=True).map(tuple),
    about=texts,
    about_title=texts,
    about_whom=texts,
    was_kept=st.none() | st.booleans(),
    decided_on=days,
    signers=st.lists(st.builds(Signer, id=texts, person=texts, role=texts), max_size=3).map(tuple),
    answers=st.lists(
        st.builds(AnswerGiven, id=texts, order=st.integers(0, 9), question=texts, text=texts),
        max_size=3,
    ).map(tuple),
    with_others=st.none() | st.booleans(),
    contact=texts,
    contact_how=texts,
    keep_until=days,
)


@given(st.integers(0, 1_000_000))
def test_a_number_of_people_under_five_is_never_told(count):
    assert counted(count) == ("under 5" if count in (1, 2, 3, 4) else count)


@given(st.sampled_from([1, 2, 3, 4]), st.sampled_from([1, 2, 3, 4]), st.sampled_from([1, 2, 3, 4]))
def test_a_small_number_stands_nowhere_in_what_goes_out(need, volunteers, visits):
    few = replace(SOURCE, volunteers=volunteers, visits=visits)
    told = fields_of(Shared(sort=Sort.NEED, topic="food", how_many=need), few)
    assert told == {"topic": "food", "how_many": "under 5"}
    told = fields_of(Shared(sort=Sort.PROFILE, ticked=("volunteers", "visits")), few)
    assert told == {"volunteers": "under 5", "visits": "under 5"}


@given(anything)
def test_what_goes_out_is_read_again_and_the_preview_shows_every_field_of_it(shared):
    body = body_of(shared, SOURCE, NUMBER)
    found = submission_of(body)
    assert found.fields == fields_of(shared, SOURCE)
    assert (found.kind, found.uuid, found.made_on) == (shared.sort, NUMBER, TODAY)
    lines = lines_of(body)
    assert len(lines) == 4 + len(found.fields)
    assert all(line.name and line.said for line in lines)


@given(anything)
def test_nothing_goes_out_that_belongs_to_another_sort(shared):
    told = fields_of(shared, SOURCE)
    allowed = {
        Sort.PROFILE: set(PROFILE_FIELDS),
        Sort.NEED: {"topic", "area", "how_many", "text"},
        Sort.PLEDGE: {"edition", "decided_on", "signers"},
        Sort.THEME: {"principle", "principle_title", "body", "was_kept", "text"},
        Sort.CONSULTATION: {"consultation", "title", "decided_on", "answers"},
        Sort.INTEREST: {
            "notice", "title", "buyer", "with_others", "text", "contact", "contact_how"
        },
        Sort.HELP: {"topic", "text", "contact", "contact_how"},
    }  # fmt: skip
    assert told.keys() <= allowed[shared.sort] | {"keep_until"}


@given(anything)
def test_only_what_was_ticked_is_told_of_our_group_and_never_the_bank(shared):
    told = fields_of(replace(shared, sort=Sort.PROFILE), SOURCE)
    assert told.keys() - {"keep_until"} <= set(shared.ticked)
    body = body_of(replace(shared, sort=Sort.PROFILE), SOURCE, NUMBER).decode()
    assert "12345678" not in body
    assert "12-34-56" not in body
    assert "Asha Patel" not in body


def test_the_income_is_told_as_a_band_and_never_to_the_pound():
    told = fields_of(Shared(sort=Sort.PROFILE, ticked=tuple(PROFILE_FIELDS)), SOURCE)
    assert told["income_band"] == "10000_to_99999"
    assert "18400" not in json.dumps(told)
    bands = {
        amount: income_band(OurGroup(years=(Year("a", TODAY, amount * 100),)), TODAY)
        for amount in (0, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000)
    }
    assert list(bands.values()) == [
        "under_10000", "under_10000", "10000_to_99999", "10000_to_99999",
        "100000_to_999999", "100000_to_999999", "1000000_and_more",
    ]  # fmt: skip
    assert not income_band(OurGroup(), TODAY)


@pytest.mark.parametrize("sort", [Sort.NEED, Sort.THEME])
def test_a_need_and_a_theme_say_who_we_are_only_if_we_say_so(sort):
    named = Shared(sort=sort, text="Buses", is_named=True)
    assert submission_of(body_of(named, SOURCE, NUMBER)).group_name == "Marston Lunch Club"
    body = body_of(replace(named, is_named=False), SOURCE, NUMBER)
    assert b"Marston" not in body


def test_a_person_who_signs_is_named_by_their_record_or_by_what_was_typed():
    signers = (Signer("1", "p1", "Chair"), Signer("2", "Ben Okri", ""), Signer("3", " ", "x"))
    told = fields_of(Shared(sort=Sort.PLEDGE, signers=signers), SOURCE)
    assert told["signers"] == [
        {"name": "Asha Patel", "role": "Chair"},
        {"name": "Ben Okri", "role": ""},
    ]


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("The last bus goes at five.", False),
        ("Mrs Khan cannot get to the shop.", True),
        ("Ring me on 01865 123456.", True),
        ("asha@example.org knows more", True),
        ("Asha Patel told us", True),
    ],
)
def test_a_text_that_may_name_somebody_is_for_the_council_alone(text, is_it):
    assert is_personal(Shared(sort=Sort.NEED, text=text), SOURCE) is is_it


@pytest.mark.parametrize("sort", [Sort.PLEDGE, Sort.INTEREST, Sort.HELP])
def test_what_somebody_signs_is_always_for_the_council_alone(sort):
    assert is_personal(Shared(sort=sort), SOURCE)


@pytest.mark.parametrize("sort", Sort)
def test_every_sort_has_its_words_and_a_day_until_when_it_is_kept(sort):
    assert sort in SORTS
    assert sort in WHY
    assert keep_until_of(sort, TODAY) > TODAY
    assert KEEP_MONTHS[sort] <= 120
    assert missing(Shared(sort=sort), SOURCE)
    assert title_of(Shared(sort=sort))


def test_every_field_of_a_profile_has_words_and_every_state_too():
    assert set(PROFILE) == set(PROFILE_FIELDS)
    assert set(STATES) == set(State)


WHOLE = {
    Sort.PROFILE: Shared(ticked=("areas",)),
    Sort.NEED: Shared(topic="transport", how_many=30),
    Sort.PLEDGE: Shared(
        about_title="Compact 2026",
        decided_on=TODAY,
        signers=(Signer("1", "p1"), Signer("2", "Ben Okri")),
    ),
    Sort.THEME: Shared(topic="county_council", was_kept=False, text="Two weeks to answer."),
    Sort.CONSULTATION: Shared(answers=(AnswerGiven("q1", text="Yes."),)),
    Sort.INTEREST: Shared(text="We could.", contact="p1", contact_how="Post"),
    Sort.HELP: Shared(topic="funding", text="Where to begin?", contact="p1", contact_how="Post"),
}


@pytest.mark.parametrize("sort", Sort)
def test_what_is_whole_misses_nothing(sort):
    whole = replace(WHOLE[sort], sort=sort, keep_until=keep_until_of(sort, TODAY))
    assert missing(whole, SOURCE) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"decided_on": date(2026, 11, 30)}, "decided_on"),
        ({"keep_until": TODAY}, "keep_until"),
        ({"keep_until": date(2036, 11, 30)}, "keep_until"),
        ({"signers": (Signer("1", "p1"), Signer("2", "asha patel"))}, "signers"),
    ],
)
def test_a_day_that_cannot_be_and_one_person_who_signs_twice_are_told(change, field):
    told = {"sort": Sort.PLEDGE, "keep_until": date(2030, 1, 1), **change}
    pledge = replace(WHOLE[Sort.PLEDGE], **told)
    assert [each.field for each in missing(pledge, SOURCE)] == [field]


def test_without_a_name_a_group_can_only_share_what_needs_none():
    nameless = replace(SOURCE, group_name="")
    need = replace(WHOLE[Sort.NEED], sort=Sort.NEED)
    assert missing(need, nameless) == ()
    assert [each.field for each in missing(replace(need, is_named=True), nameless)] == ["is_named"]


def test_how_far_it_has_come_follows_from_what_happened_last():
    draft = Shared(text="Buses")
    agreed = replace(draft, body="{}")
    sent = replace(agreed, is_tried=True, receipt=Receipt("2026-11-29T10:00:00+00:00"))
    aside = replace(agreed, refusals=3, refused_why="Too long.")
    asked = replace(sent, take_back_asked_on=TODAY)
    assert [
        state_of(each)
        for each in (
            draft, agreed, replace(agreed, refusals=2), aside, sent,
            replace(sent, is_read=True), replace(sent, is_read=True, reply="Thanks"),
            asked, replace(asked, taken_back_on=TODAY), replace(asked, is_gone_there=True),
            replace(agreed, take_back_asked_on=TODAY),
            replace(agreed, is_tried=True, take_back_asked_on=TODAY),
        )
    ] == [
        State.DRAFT, State.WAITS, State.WAITS, State.SET_ASIDE, State.SENT,
        State.READ, State.ANSWERED,
        State.TAKING_BACK, State.TAKING_BACK, State.TAKEN_BACK, State.TAKEN_BACK, State.TAKING_BACK,
    ]  # fmt: skip
    assert "Too long." in standing_in_words(aside)


@given(anything, st.booleans(), st.integers(0, 5), st.booleans(), days, days)
def test_every_state_is_said_in_words(shared, is_tried, refusals, is_sent, asked, back):
    at = replace(
        shared,
        body="{}" if refusals else "",
        is_tried=is_tried,
        refusals=refusals,
        receipt=Receipt("x") if is_sent else None,
        take_back_asked_on=asked,
        taken_back_on=back,
    )
    assert standing_in_words(at)
