"""News: what came and what changed since somebody last looked, told by what it is about."""

from dataclasses import replace

import pytest

from tests.support.funding_library import (
    ARTS,
    LUNCHES,
    MEALS,
    Household,
    contract,
    grant,
    put,
    put_process,
)
from vcs_desktop.domain.from_record import line_of
from vcs_desktop.services.news import NewsService
from vcs_desktop.storage import gone as gone_records
from vcs_desktop.storage import library_writer
from vcs_desktop.storage.library_writer import Entry
from vcs_desktop.wire.record import Record

OTHERS = (
    Record("event", "event/meal", {"title": "A meal", "startsAt": "2026-12-01T18:00:00Z"}),
    Record("training", "training/no", {"title": "Say no", "body": "Read first."}),
    Record("rule", "rule/a", {"title": "A limit", "rule": "a", "value": 5, "unit": "weeks"}),
    Record("fact", "fact/1", {"title": "Figure", "value": 1}),
    Record("strategy", "strategy/tell", {"title": "Tell us", "level": "commitment"}),
    Record("compact", "compact/1", {"title": "Ask first", "edition": "2026", "state": "in_force"}),
    Record("place", "place/hub", {"title": "A hub", "placeType": "hub"}),
    Record("something else", "else/1", {"title": "Unknown"}),
)


@pytest.fixture
def house(tmp_path):
    made = Household(tmp_path)
    made.put(LUNCHES, MEALS, ARTS)
    yield made
    made.close()


@pytest.fixture
def news(house):
    return NewsService(house.database, house.funding, house.clock)


def told(parts):
    return {part.subject.value: (part.added, part.changed) for part in parts}


def changed(record, **said):
    return replace(record, data={**record.data, **said}, modified="2026-11-23T09:00:00Z")


def said(parts):
    return {change.line.title: change.words for part in parts for change in part.changes}


def test_where_nothing_is_new_there_are_no_news(news):
    assert news.since(news.newest_number()) == ()


def test_everything_that_came_is_told_by_what_it_is_about(house, news):
    mark = news.newest_number()
    house.put(grant("new"), *OTHERS, contract("bins"))
    assert told(news.since(mark)) == {
        "grants": (1, 0),
        "contracts": (1, 0),
        "events": (1, 0),
        "guides": (1, 0),
        "facts": (2, 0),
        "council": (2, 0),
    }
    assert news.since(news.newest_number()) == ()


def test_a_grant_that_closed_already_is_no_news_and_the_first_to_close_comes_first(house, news):
    mark = news.newest_number()
    house.put(
        grant("later"),
        grant("sooner", grantApplicationCloseDate="2026-11-25"),
        grant("over", grantApplicationCloseDate="2026-11-01"),
    )
    (part,) = news.since(mark)
    assert part.added == 2
    assert [line.record.title for line in part.lines] == ["sooner", "later"]


def test_the_rest_is_counted(house, news):
    mark = news.newest_number()
    house.put(*(grant(f"new {n}") for n in range(7)))
    (part,) = news.since(mark)
    assert (part.added, len(part.lines), part.more) == (7, 2, 5)


def test_a_closing_day_that_moved_says_from_when_to_when(house, news):
    mark = news.newest_number()
    house.put(changed(MEALS, grantApplicationCloseDate="2027-03-05"))
    parts = news.since(mark)
    assert told(parts) == {"grants": (0, 1)}
    (words,) = said(parts)["meals"]
    assert words.startswith("Closing day changed from ")
    assert words.endswith(" to Friday 5 March 2027")


def test_what_changed_twice_is_held_against_what_somebody_saw(house, news):
    mark = news.newest_number()
    house.put(changed(MEALS, grantApplicationCloseDate="2027-03-05"))
    between = news.newest_number()
    house.put(changed(MEALS, grantApplicationCloseDate="2027-04-05"))
    assert said(news.since(mark))["meals"][0].endswith("to Monday 5 April 2027")
    assert "from Friday 5 March 2027" in said(news.since(between))["meals"][0]
    assert "from Friday 5 March" not in said(news.since(mark))["meals"][0]


def test_a_change_is_seen_once_and_is_no_news_the_next_time(house, news):
    house.put(changed(MEALS, grantApplicationCloseDate="2027-03-05"))
    assert news.since(news.newest_number()) == ()


def test_what_came_and_changed_since_is_only_new(house, news):
    mark = news.newest_number()
    house.put(grant("new"))
    house.put(changed(grant("new"), grantApplicationCloseDate="2027-03-05"))
    assert told(news.since(mark)) == {"grants": (1, 0)}


def test_a_change_that_nobody_would_see_is_no_news(house, news):
    mark = news.newest_number()
    house.put(changed(MEALS, somethingOfTheirOwn="x"))
    assert news.since(mark) == ()


def test_a_contract_that_was_amended_says_what_moved(house, news):
    before = contract("bins")
    house.put(before)
    mark = news.newest_number()
    period = {**before.data["tender"]["tenderPeriod"], "endDate": "2027-02-01T12:00:00Z"}
    house.put(changed(before, tender={**before.data["tender"], "tenderPeriod": period}))
    parts = news.since(mark)
    assert told(parts) == {"contracts": (0, 1)}
    (words,) = said(parts)["bins"]
    assert words.startswith("Closing date changed from ")
    assert words.endswith(" to Monday 1 February 2027 at 12:00")


def test_another_message_about_a_contract_changes_it_too(house, news):
    first = contract("bins")
    put_process(house.database, first)
    mark = news.newest_number()
    stopped = changed(first, date="2026-11-30T00:00:00Z",
                      tender={**first.data["tender"], "status": "cancelled"})  # fmt: skip
    put_process(house.database, stopped)
    assert said(news.since(mark)) == {
        "bins": ("Where it stands changed from open to stopped by the buyer",)
    }


def test_what_happened_to_a_promise_is_told(house, news):
    promise = OTHERS[4]
    house.put(promise)
    mark = news.newest_number()
    house.put(changed(promise, since=[{"text": "They told us.", "happenedOn": "2026-11-20"}]))
    assert said(news.since(mark)) == {"Tell us": ("20 November 2026: They told us.",)}


@pytest.mark.parametrize(
    ("which", "change", "words"),
    [
        (4, {"text": "Within 5 days"}, "Its words were changed."),
        (5, {"state": "replaced"}, "Where it stands changed from in force to replaced by a newer"),
        (0, {"startsAt": "2026-12-02T18:00:00Z"}, "Day changed from Tuesday 1 December 2026 at 18"),
        (0, {"place": "The hall"}, "Place is now The hall"),
        (3, {"value": 2}, "The figure changed from 1 to 2"),
        (3, {"text": "Of the census"}, "Its words were changed."),
        (2, {"value": 6}, "How much changed from 5 weeks to 6 weeks"),
    ],
)
def test_every_kind_says_in_words_what_changed(house, news, which, change, words):
    house.put(OTHERS[which])
    mark = news.newest_number()
    house.put(changed(OTHERS[which], **change))
    (told_words,) = said(news.since(mark)).values()
    assert told_words[0].startswith(words)


def take_out(house, *records, origin="this computer"):
    with house.database.writing() as session:
        writer = library_writer.LibraryWriter(session, origin)
        writer.drop([(each.kind, each.id) for each in records])
        writer.finish(as_of=house.clock.today())


def gone(parts):
    return {part.subject.value: [each.title for each in part.gone] for part in parts if part.gone}


def test_what_came_and_went_again_is_no_news(house, news):
    mark = news.newest_number()
    house.put(grant("new"))
    take_out(house, grant("new"))
    assert news.since(mark) == ()


def test_what_was_taken_out_is_told_once_and_what_changed_before_is_not(house, news):
    mark = news.newest_number()
    house.put(changed(MEALS, grantApplicationCloseDate="2027-03-05"))
    take_out(house, MEALS)
    (part,) = news.since(mark)
    assert (part.added, part.changed, part.removed, part.more) == (0, 0, 1, 0)
    assert gone([part]) == {"grants": ["meals"]}
    assert news.since(news.newest_number()) == ()


def test_every_kind_that_people_read_is_told_when_it_goes(house, news):
    house.put(*OTHERS, contract("bins"))
    mark = news.newest_number()
    take_out(house, *OTHERS, contract("bins"))
    assert gone(news.since(mark)) == {
        "contracts": ["bins"],
        "events": ["A meal"],
        "guides": ["Say no"],
        "facts": ["A limit", "Figure"],
        "council": ["Tell us", "Ask first"],
    }


def test_what_was_over_when_it_went_is_no_news(house, news):
    over = grant("over", grantApplicationCloseDate="2026-11-01")
    meal = replace(OTHERS[0], data={**OTHERS[0].data, "startsAt": "2026-11-01T18:00:00Z"})
    house.put(over, meal)
    mark = news.newest_number()
    take_out(house, over, meal)
    assert news.since(mark) == ()


def test_what_came_back_is_not_gone(house, news):
    mark = news.newest_number()
    take_out(house, MEALS)
    house.put(MEALS)
    assert gone(news.since(mark)) == {}


def test_a_library_that_lets_something_out_at_once_says_so_too(house, news):
    mark = news.newest_number()
    with house.database.writing() as session:
        writer = library_writer.LibraryWriter(session, "this computer")
        writer.put([Entry(each, line_of(each)) for each in (LUNCHES, MEALS)])
        assert writer.drop_the_rest() == 1
        writer.finish(as_of=house.clock.today())
    assert gone(news.since(mark)) == {"grants": [line_of(ARTS).title]}


def test_only_the_last_to_go_are_remembered(house, news, monkeypatch):
    monkeypatch.setattr(gone_records, "MOST_GONE", 2)
    mark = news.newest_number()
    for each in (LUNCHES, MEALS, ARTS):
        take_out(house, each)
    (part,) = news.since(mark)
    assert part.removed == 2
    assert gone([part]) == {"grants": [line_of(ARTS).title, line_of(MEALS).title]}


def test_only_so_much_of_the_past_is_kept(house, news, monkeypatch):
    monkeypatch.setattr(library_writer, "MOST_EARLIER", 4)
    for day in range(1, 10):
        put(house.database, changed(MEALS, grantApplicationCloseDate=f"2027-03-{day:02}"))
    with house.database.reading() as session:
        kept = session.connection().exec_driver_sql("SELECT count(*) FROM earlier").scalar()
    assert kept == 4


def test_a_first_load_keeps_nothing_of_a_past(house):
    with house.database.reading() as session:
        assert not session.connection().exec_driver_sql("SELECT count(*) FROM earlier").scalar()
