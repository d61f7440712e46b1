"""Who may be written to: never without a yes where one is needed, and nobody lost on the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.people import Basis, Consent, Person, Purpose, Role, Tie, Way
from vcs_desktop.domain.writing_to import (
    MOST_LINES_ON_LABEL,
    MOST_ON_LABEL,
    Message,
    WhyNot,
    addresses,
    blocks,
    chosen,
    is_address,
    label_lines,
    soft_since,
)

TODAY = date(2026, 11, 23)
BEFORE, AFTER = TODAY - timedelta(days=400), TODAY + timedelta(days=1)
LAW = date(2026, 2, 5)
NEWS = Consent("c1", "News by email", BEFORE, purposes=(Purpose.NEWS,), ways=(Way.EMAIL,))
ANN = Person(
    "ann", "Ann", "ann@example.org", "07700 900001", "1 High Street\nOxford", consents=(NEWS,)
)
HELPER = Person("dev", "Dev", "dev@example.org", roles=(Role("r", Tie.VOLUNTEER),))

days = st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=30))
consents = st.builds(
    Consent,
    st.uuids().map(str),
    given_on=st.none() | days,
    withdrawn_on=st.none() | days,
    purposes=st.lists(st.sampled_from(Purpose), max_size=3, unique=True).map(tuple),
    ways=st.lists(st.sampled_from(Way), max_size=3, unique=True).map(tuple),
    basis=st.sampled_from(Basis),
)
people = st.lists(
    st.builds(
        Person,
        st.uuids().map(str),
        st.text(max_size=20),
        st.sampled_from(("", "a@example.org", "A@EXAMPLE.org", "b@example.org", "b@", "c, d@e.f")),
        st.sampled_from(("", "07700 900001")),
        st.text(max_size=300),
        roles=st.lists(
            st.builds(Role, st.just("r"), st.sampled_from(Tie), until=st.none() | days), max_size=2
        ).map(tuple),
        consents=st.lists(consents, max_size=4).map(tuple),
    ),
    max_size=6,
)
messages = st.builds(
    Message,
    st.sampled_from(Purpose),
    st.sampled_from(Way),
    st.just(TODAY),
    soft_since=st.none() | st.just(LAW),
)


def message(purpose=Purpose.NEWS, way=Way.EMAIL, **more):
    return Message(purpose, way, TODAY, **more)


def why(person, asked=None):
    found = chosen([person], asked or message())
    return found.left_out[0].why if found.left_out else None


def with_consent(**changes):
    return replace(ANN, consents=(replace(NEWS, **changes),))


@given(people, messages)
def test_everybody_is_in_or_told_why_not_and_nobody_is_both(some, asked):
    found = chosen(some, asked)
    assert sorted([p.id for p in found.people] + [p.id for p in found.left_out]) == sorted(
        p.id for p in some
    )
    assert all(each.words.endswith(".") for each in found.left_out)


@given(people, messages)
def test_nobody_gets_news_or_is_asked_for_money_without_a_yes_that_holds(some, asked):
    if asked.purpose is Purpose.TAKING_PART:
        return
    for person in chosen(some, asked).people:
        has_yes = any(
            each.basis is Basis.YES and asked.purpose in each.purposes and asked.way in each.ways
            and (each.given_on is None or each.given_on <= TODAY)
            and (each.withdrawn_on is None or each.withdrawn_on > TODAY)
            for each in person.consents
        )  # fmt: skip
        is_soft = asked.soft_since is not None and asked.way is Way.EMAIL and any(
            each.basis is Basis.SOFT_OPT_IN and each.given_on and each.given_on >= LAW
            for each in person.consents
        )  # fmt: skip
        assert has_yes or is_soft


@given(people, messages)
def test_who_took_back_just_this_and_said_no_yes_since_is_never_in(some, asked):
    ids = {each.id for each in chosen(some, asked).people}
    for person in some:
        noes = [
            each.withdrawn_on
            for each in person.consents
            if each.withdrawn_on and each.withdrawn_on <= TODAY
            and asked.purpose in each.purposes and asked.way in each.ways
        ]  # fmt: skip
        if noes and not any(
            each.given_on and each.given_on >= max(noes) for each in person.consents
        ):
            assert person.id not in ids


@given(people, messages)
def test_addresses_are_right_each_once_and_in_blocks_none_is_lost(some, asked):
    found = addresses(chosen(some, asked).people)
    assert len({each.casefold() for each in found}) == len(found)
    assert all(is_address(each) for each in found)
    parts = blocks(found, 2)
    assert [each for part in parts for each in part] == list(found)
    assert all(len(part) <= 2 for part in parts)


@given(people)
def test_what_is_too_long_for_a_label_is_left_out(some):
    asked = message(Purpose.TAKING_PART, Way.POST, taking_part=frozenset(p.id for p in some))
    for person in chosen(some, asked).people:
        lines = label_lines(person)
        assert len(lines) <= MOST_LINES_ON_LABEL
        assert sum(map(len, lines)) <= MOST_ON_LABEL


def test_a_clear_yes_to_news_by_email_is_enough():
    found = chosen([ANN], message())
    assert [each.name for each in found.people] == ["Ann"]
    assert (found.left_out, found.without_yes) == ((), 0)


@pytest.mark.parametrize(
    ("person", "asked", "expected"),
    [
        (replace(ANN, consents=()), message(), WhyNot.NO_YES),
        (with_consent(purposes=()), message(), WhyNot.YES_NOT_FOR_THIS),
        (ANN, message(Purpose.ASKING), WhyNot.YES_NOT_FOR_THIS),
        (ANN, message(way=Way.PHONE), WhyNot.YES_NOT_BY_THIS),
        (with_consent(ways=()), message(), WhyNot.YES_NOT_BY_THIS),
        (with_consent(withdrawn_on=TODAY), message(), WhyNot.SAID_NO),
        (with_consent(withdrawn_on=AFTER), message(), None),
        (with_consent(given_on=AFTER), message(), WhyNot.NO_YES),
        (with_consent(withdrawn_on=TODAY, purposes=()), message(), WhyNot.SAID_NO),
        (replace(ANN, email=""), message(), WhyNot.NO_EMAIL),
        (replace(ANN, email="ann at home"), message(), WhyNot.EMAIL_WRONG),
        (replace(HELPER, phone=""), message(Purpose.TAKING_PART, Way.PHONE), WhyNot.NO_PHONE),
        (HELPER, message(Purpose.TAKING_PART, Way.POST), WhyNot.NO_ADDRESS),
        (HELPER, message(Purpose.TAKING_PART), None),
        (ANN, message(Purpose.TAKING_PART), WhyNot.TAKES_NO_PART),
        (ANN, message(Purpose.TAKING_PART, taking_part=frozenset({"ann"})), None),
        (
            replace(HELPER, roles=(Role("r", Tie.VOLUNTEER, until=BEFORE),)),
            message(Purpose.TAKING_PART),
            WhyNot.TAKES_NO_PART,
        ),
    ],
)
def test_each_reason_is_told_where_it_holds(person, asked, expected):
    assert why(person, asked) == expected


def test_a_no_to_the_rota_counts_though_no_yes_was_needed():
    no = Consent("c", purposes=(Purpose.TAKING_PART,), withdrawn_on=BEFORE)
    left = chosen([replace(HELPER, consents=(no,))], message(Purpose.TAKING_PART)).left_out
    assert [(each.why, each.day) for each in left] == [(WhyNot.SAID_NO, BEFORE)]
    assert left[0].words == "They took their yes back on 19 October 2025."


def test_a_no_to_something_unclear_does_not_undo_a_clear_yes():
    photo = Consent("c2", "You may photograph me.", BEFORE, withdrawn_on=TODAY)
    assert why(replace(ANN, consents=(NEWS, photo))) is None


def test_a_yes_that_was_given_again_counts():
    back = replace(NEWS, id="c2", withdrawn_on=TODAY - timedelta(days=20))
    again = replace(NEWS, id="c3", given_on=TODAY - timedelta(days=2))
    assert why(replace(ANN, consents=(back, again))) is None
    assert why(replace(ANN, consents=(back, NEWS))) is WhyNot.SAID_NO


@pytest.mark.parametrize(
    ("form", "rule_from", "expected"),
    [
        (LegalForm.CHARITY, LAW, LAW),
        (LegalForm.CIO, LAW, LAW),
        (LegalForm.CIC, LAW, None),
        (LegalForm.SOCIAL_ENTERPRISE, LAW, None),
        (LegalForm.UNINCORPORATED_WITH_RULES, LAW, None),
        (None, LAW, None),
        (LegalForm.CHARITY, None, None),
        (LegalForm.CHARITY, AFTER, None),
    ],
)
def test_only_a_registered_charity_may_write_without_a_yes_and_only_under_a_rule(
    form, rule_from, expected
):
    assert soft_since(form, rule_from, TODAY) == expected


@pytest.mark.parametrize(
    ("taken_on", "since", "way", "expected"),
    [
        (LAW, LAW, Way.EMAIL, None),
        (LAW - timedelta(days=1), LAW, Way.EMAIL, WhyNot.SOFT_TOO_OLD),
        (None, LAW, Way.EMAIL, WhyNot.SOFT_TOO_OLD),
        (LAW, None, Way.EMAIL, WhyNot.SOFT_NOT_OURS),
        (LAW, LAW, Way.PHONE, WhyNot.NO_YES),
    ],
)
def test_an_address_taken_since_the_law_changed_may_be_written_to_by_a_charity(
    taken_on, since, way, expected
):
    soft = Consent("c", given_on=taken_on, basis=Basis.SOFT_OPT_IN)
    asked = message(Purpose.ASKING, way, soft_since=since)
    found = chosen([replace(ANN, consents=(soft,))], asked)
    assert [each.why for each in found.left_out] == ([expected] if expected else [])
    assert found.without_yes == (expected is None)


@pytest.mark.parametrize(
    "text",
    ["", "ann", "a@b", "a@b@c.org", "a@b.org, c@d.org", "a@b.org;c@d.org", "a@b.org\nc@d.org",
     "Ann <a@b.org>", "a@.org", "a@b..org", "a@b.org.", "a b@c.org", "a@b.org\u202e"],
)  # fmt: skip
def test_what_is_not_one_address_is_none(text):
    assert not is_address(text)


@pytest.mark.parametrize("text", ["a@b.org", "o'neil+news@sub.example.co.uk", "zoë@exämple.org"])
def test_an_address_is_one(text):
    assert is_address(text)
