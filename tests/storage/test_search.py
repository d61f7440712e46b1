"""Finding records: at once by title, then ranked in all they say; whatever is typed."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.library_examples import call, contract, grant, put
from vcs_desktop.storage import search_index
from vcs_desktop.storage.queries import search
from vcs_desktop.storage.queries.words import match_of
from vcs_desktop.wire.record import Record

HOSTILE = (
    '"', "'", "*", "(", ")", "a AND", "OR", "NOT x", "NEAR(a b)", "title:x", "-a", "^a", "a*b",
    "{title}: a", "a + b", '"a" "', "a\x00b", "ﬁ", "İ", "ß", "e\u0301", "\ud83d", "👍🏽", "_", "%",
    "; DROP TABLE record", "a" * 5000, "x " * 500,
)  # fmt: skip


@pytest.fixture
def filled(library):
    put(
        library,
        call("Halls and kitchens", grantShortDescription="For village cafés and lunch clubs."),
        call("Seeds", grantShortDescription="For gardens. No halls."),
        contract("Lunch clubs in Oxford", description="Hot meals for older people, five days."),
        grant("A new roof for the hall"),
    )
    search_index.fill(library)
    return library


def newest(library, words, **options):
    with library.reading() as session:
        return [line.title for line in search.newest(session, words, **options)]


def ranked(library, words, **options):
    with library.reading() as session:
        return search.ranked(session, words, **options)


def titles(found):
    return [line.title for line in found.results]


def test_the_first_answer_is_the_newest_by_any_beginning_of_its_title_or_body(filled):
    assert newest(filled, "h") == ["A new roof for the hall", "Halls and kitchens"]
    assert newest(filled, "hal") == ["A new roof for the hall", "Halls and kitchens"]
    assert newest(filled, "halls") == ["A new roof for the hall", "Halls and kitchens"]
    assert newest(filled, "kitchens") == ["Halls and kitchens"]
    assert newest(filled, "council") == ["Lunch clubs in Oxford"]
    assert newest(filled, "h", limit=1) == ["A new roof for the hall"]


def test_the_first_answer_is_there_before_the_index(library):
    put(library, call("Halls"))
    assert newest(library, "halls") == ["Halls"]
    assert ranked(library, "halls").total == 0


def test_all_words_have_to_be_there(filled):
    assert newest(filled, "lunch ox") == ["Lunch clubs in Oxford"]
    assert newest(filled, "lunch seeds") == []
    assert titles(ranked(filled, "lunch older")) == ["Lunch clubs in Oxford"]


def test_accents_and_capitals_make_no_difference(filled):
    assert (
        titles(ranked(filled, "CAFES")) == titles(ranked(filled, "cafés")) == ["Halls and kitchens"]
    )


def test_a_word_in_the_title_counts_for_more_than_one_in_the_text(filled):
    assert titles(ranked(filled, "halls"))[-1] == "Seeds"
    assert titles(ranked(filled, "garden")) == ["Seeds"]


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        ("money for a roof", "A new roof for the hall"),
        ("what is there for the older people's lunches", "Lunch clubs in Oxford"),
        ("a roof with elephants", "A new roof for the hall"),
        ("village halls", "Halls and kitchens"),
    ],
)
def test_a_question_asked_as_people_ask_finds_what_comes_nearest(filled, asked, best):
    assert titles(ranked(filled, asked))[0] == best


def test_what_has_only_some_of_the_words_comes_only_where_nothing_has_all(filled):
    assert titles(ranked(filled, "lunch older")) == ["Lunch clubs in Oxford"]
    assert ranked(filled, "lunch seeds").total == 4
    assert ranked(filled, "lunch seeds", kinds=["event"]).total == 0
    assert ranked(filled, "elephants").total == 0


def test_where_nothing_has_all_the_words_what_has_more_of_them_comes_first(library):
    put(
        library,
        call("Garden, garden, garden"),
        call("A minibus", grantShortDescription="For older people and a garden."),
        call("Bread", grantShortDescription="Baked by older people for the garden of a hall."),
    )
    search_index.fill(library)
    found = ranked(library, "garden for older people with zebras")
    assert not found.has_all
    assert found.total == 3
    assert titles(found)[-1] == "Garden, garden, garden"
    assert set(titles(found)[:2]) == {"A minibus", "Bread"}
    assert titles(ranked(library, "garden older minibus zebra", limit=1)) == ["A minibus"]
    assert ranked(library, "garden older").has_all


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.lists(st.sampled_from(("roof", "hall", "meal", "seed", "zebra")), max_size=9))
def test_nobody_stands_before_a_record_that_has_more_of_the_words(mixed, asked):
    found = ranked(mixed, " ".join(asked))
    counts = [len(set(asked) & set(title.split())) for title in titles(found)]
    assert counts == sorted(counts, reverse=True)
    assert found.total == len(titles(found))


@pytest.fixture
def mixed(library):
    words = ("roof", "hall", "meal", "seed")
    groups = [group for size in range(1, 4) for group in combinations(words, size)]
    put(library, *(call(" ".join(group)) for group in groups))
    search_index.fill(library)
    return library


def test_the_ranked_answer_says_how_many_there_are_and_why(filled):
    found = ranked(filled, "lunch", limit=1)
    assert found.total == 3
    assert len(found.results) == 1
    assert "lunch clubs" in ranked(filled, "lunch village").results[0].why


def test_a_code_is_never_why_where_the_title_has_the_words(library):
    data = {"title": "Lists of grants", "rule": "transparency_grants", "unit": "months", "value": 1}
    put(library, Record("rule", "rule/lists", data))
    search_index.fill(library)
    assert ranked(library, "grants").results[0].why == "Lists of grants"


def test_kinds_and_days_narrow_the_ranked_answer(filled):
    assert titles(ranked(filled, "lunch", kinds=["tender"])) == ["Lunch clubs in Oxford"]
    assert ranked(filled, "roof", kinds=["tender"]).total == 0
    day, after = date(2026, 12, 18), date(2026, 12, 19)
    assert ranked(filled, "lunch", open_on=day).total == 2
    assert ranked(filled, "lunch", open_on=after).total == 0
    assert ranked(filled, "roof", open_on=day).total == 0


def test_nothing_typed_finds_nothing(filled):
    for nothing in ("", "   ", "...", "“”"):
        assert newest(filled, nothing) == []
        assert ranked(filled, nothing).total == 0


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_a_person_types_is_read_as_a_command(filled, typed):
    newest(filled, typed)
    ranked(filled, typed)
    with filled.reading() as session:
        session.execute(search.numbers_with(typed)).all()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_any_text_at_all_is_harmless(filled, typed):
    newest(filled, typed)
    ranked(filled, typed)


LETTERS = st.characters(categories=("L", "N"), max_codepoint=0x24F)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.text(LETTERS, min_size=1, max_size=12))
def test_a_record_is_found_by_any_word_of_its_title_and_by_its_beginning(library, word):
    put(library, Record("term", "t", {"title": f"Before {word} after", "text": "-"}))
    assert newest(library, word) == [f"Before {word} after"]
    assert newest(library, word[: len(word) // 2 + 1]) == [f"Before {word} after"]


def test_each_word_may_go_on_and_is_no_command():
    assert match_of('lunch "club') == '"lunch"* AND "club"*'
