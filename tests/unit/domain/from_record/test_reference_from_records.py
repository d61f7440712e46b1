"""The library's own kinds out of their records: strict, and in words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.from_record import Unusable, line_of, search_text_of, thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.wire.record import Record

_PROVENANCE = {"source": "Us", "licence": "MIT", "asOf": "2026-11-22"}
_GOOD = {
    Kind.STRATEGY: {"title": "Volunteering", "level": "priority", "page": 9},
    Kind.COMPACT: {"title": "Tell early", "edition": "Compact 2010", "state": "replaced"},
    Kind.FACT: {"title": "Deprived areas", "value": 2, "unit": "areas", "area": "E10000025"},
    Kind.RULE: {"title": "A line", "rule": "line", "value": 40000, "unit": "pounds"},
    Kind.PLACE: {"title": "Oxford", "placeType": "district", "code": "E07000178"},
    Kind.EVENT: {"title": "A meeting", "startsAt": "2026-12-01T18:00"},
    Kind.TERM: {"title": "Match funding", "text": "Money you bring yourselves."},
    Kind.CONSULTATION: {
        "title": "Buses",
        "opensOn": "2026-11-01",
        "questions": [{"id": "q1", "text": "Which bus?"}],
    },
    Kind.TRAINING: {"title": "A first budget", "minutes": 20, "body": "Begin."},
}


def _thing(kind, **changes):
    return thing_of(Record(kind, f"{kind}/1", {**_GOOD[kind], **_PROVENANCE, **changes}))


@pytest.mark.parametrize("kind", list(_GOOD))
def test_each_kind_gives_its_thing_its_line_and_its_words(kind):
    thing = _thing(kind)
    assert thing.id == f"{kind}/1"
    assert thing.title == _GOOD[kind]["title"]
    assert thing.provenance.as_of == date(2026, 11, 22)
    record = Record(kind, f"{kind}/1", {**_GOOD[kind], **_PROVENANCE})
    assert line_of(record).title == thing.title
    assert thing.title in search_text_of(record)


def test_a_rule_in_pounds_is_pence_inside():
    assert (_thing(Kind.RULE).value, _thing(Kind.RULE).unit) == (4_000_000, "pence")
    assert _thing(Kind.RULE, value=12.71).value == 1_271
    assert _thing(Kind.RULE, value=None).value is None
    assert _thing(Kind.RULE, value=12.5, unit="per_cent").value == 12.5


def test_a_fact_may_be_negative_or_not_given():
    assert _thing(Kind.FACT, value=-0.5).value == -0.5
    assert _thing(Kind.FACT, value=None).value is None


def test_a_moment_without_a_zone_is_londons():
    assert _thing(Kind.EVENT, startsAt="2026-07-01T18:00").starts_at == datetime(
        2026, 7, 1, 17, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("kind", "changes", "named"),
    [
        (Kind.STRATEGY, {"level": ""}, "level"),
        (Kind.STRATEGY, {"level": "wish"}, "wish"),
        (Kind.STRATEGY, {"title": None}, "title"),
        (Kind.STRATEGY, {"page": "nine"}, "page"),
        (Kind.COMPACT, {"state": "gone"}, "state"),
        (Kind.COMPACT, {"isSummary": "yes"}, "isSummary"),
        (Kind.FACT, {"value": "many"}, "value"),
        (Kind.FACT, {"place": {"a": 1}}, "place"),
        (Kind.RULE, {"unit": "euros"}, "unit"),
        (Kind.RULE, {"comparison": "about"}, "comparison"),
        (Kind.RULE, {"appliesBy": "moon"}, "appliesBy"),
        (Kind.PLACE, {"placeType": ""}, "placeType"),
        (Kind.PLACE, {"alsoKnownAs": [{"a": 1}]}, "alsoKnownAs"),
        (Kind.EVENT, {"startsAt": "soon"}, "startsAt"),
        (Kind.EVENT, {"endsAt": "2026-11-01T18:00"}, "endsAt"),
        (Kind.TERM, {"text": ""}, "text"),
        (Kind.CONSULTATION, {"questions": []}, "questions"),
        (Kind.CONSULTATION, {"questions": [{"id": "q", "text": "?"}] * 2}, "questions"),
        (Kind.CONSULTATION, {"closesOn": "2026-10-31"}, "closesOn"),
        (Kind.TRAINING, {"minutes": -1}, "minutes"),
        (Kind.TERM, {"asOf": "lately"}, "asOf"),
        (Kind.TERM, {"validFrom": "2026-02-01", "validTo": "2026-01-01"}, "validTo"),
    ],
)
def test_what_is_wrong_is_said_by_the_name_of_its_field(kind, changes, named):
    with pytest.raises(Unusable, match=named):
        _thing(kind, **changes)


def test_a_kind_of_a_newer_app_has_a_line_and_no_thing():
    record = Record("hologram", "h/1", {"title": "New", "text": "Words", "organiser": "Us"})
    assert line_of(record).title == "New"
    assert line_of(record).who == "Us"
    with pytest.raises(Unusable, match="hologram"):
        thing_of(record)
    assert line_of(Record("hologram", "h/2", {})).title == "h/2"


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


@given(st.sampled_from(list(Kind)), st.data())
def test_whatever_a_record_says_it_is_a_thing_or_unusable_in_words(kind, data):
    good = _GOOD.get(kind, {"grantName": "x", "form": "grant"})
    fields = st.sampled_from([*good, *_PROVENANCE, "validTo", "grantLocation", "questions"])
    record = Record(kind, "x", {**good, **data.draw(st.dictionaries(fields, _ANY, max_size=3))})
    try:
        thing_of(record)
    except Unusable as error:
        assert str(error)  # noqa: PT017 - what must hold if it is unusable
    line_of(record)
    search_text_of(record)


def test_a_commitment_tells_what_happened_since_with_its_source():
    since = [
        {"text": "It began.", "happenedOn": "2025-07-17", "source": "A report"},
        {"text": "It went on."},
    ]
    item = _thing(Kind.STRATEGY, since=since, edition="2022", replaces="old/1", number=3)
    assert [(each.text, each.on, each.source) for each in item.since] == [
        ("It began.", date(2025, 7, 17), "A report"),
        ("It went on.", None, ""),
    ]
    assert (item.edition, item.replaces, item.number) == ("2022", "old/1", 3)


def test_what_happened_since_needs_words():
    with pytest.raises(Unusable, match="text"):
        _thing(Kind.STRATEGY, since=[{"happenedOn": "2025-07-17"}])


def test_a_principle_says_where_it_was_read():
    principle = _thing(Kind.COMPACT, seenIn="draft", topics=["money"])
    assert (principle.seen_in, principle.topics) == ("draft", ("money",))
    with pytest.raises(Unusable, match="seenIn"):
        _thing(Kind.COMPACT, seenIn="a dream")


def test_a_place_serves_the_area_it_names_or_is():
    assert _thing(Kind.PLACE).area == "E07000178"
    hub = _thing(Kind.PLACE, area="E10000025", offers=["training"])
    assert (hub.area, hub.offers) == ("E10000025", ("training",))


def test_an_event_says_how_its_day_is_known_and_if_it_is_for_practice():
    event = _thing(Kind.EVENT, when="Every year", area="E10000025", practice=True)
    assert (event.when, event.area, event.practice) == ("Every year", "E10000025", True)
    assert not _thing(Kind.EVENT).practice
