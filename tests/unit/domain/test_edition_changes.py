"""What changed between two editions of the strategy."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.edition_changes import (
    MOST_WORDS,
    Change,
    Edition,
    Mark,
    Piece,
    changes_between,
    edition_on,
    editions_of,
    words_marked,
)
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import StrategyItem

OLD, NEW = "Strategy 2022", "Strategy 2028"
WORDS = st.text(st.sampled_from("ab cd. \n"), max_size=40)


def item(item_id, title="Listen", text="We listen.", edition=OLD, start=2022, end=2027, **more):
    provenance = Provenance(valid_from=date(start, 1, 1), valid_to=end and date(end, 12, 31))
    return StrategyItem(
        item_id, title, "commitment", text, edition=edition, provenance=provenance, **more
    )


def newer(item_id, title="Listen", text="We listen.", **more):
    return item(item_id, title, text, NEW, 2028, None, **more)


def changes(before, after):
    old, new = editions_of([*before, *after])
    return [(each.change, each.item.id) for each in changes_between(old, new)]


def test_the_editions_stand_in_the_order_of_their_days():
    old, new = editions_of([newer("b"), item("a")])
    assert (old.title, new.title) == (OLD, NEW)
    assert (old.valid_from, old.valid_to) == (date(2022, 1, 1), date(2027, 12, 31))
    assert new.valid_to is None


def test_an_item_that_says_the_same_stays_the_same():
    assert changes([item("a")], [newer("b")]) == [(Change.SAME, "b")]


def test_an_item_is_reworded_when_it_replaces_another_whatever_its_title():
    found = changes([item("a")], [newer("b", "Hear people", replaces="a")])
    assert found == [(Change.REWORDED, "b")]


def test_what_nothing_replaces_is_gone_and_what_replaces_nothing_is_new():
    found = changes([item("a", "Old")], [newer("b", "New")])
    assert found == [(Change.NEW, "b"), (Change.GONE, "a")]


def test_two_items_may_come_from_one():
    after = [newer("b", "Hear", replaces="a"), newer("c", "Answer", replaces="a")]
    assert changes([item("a")], after) == [(Change.REWORDED, "b"), (Change.REWORDED, "c")]


def test_what_it_replaces_counts_more_than_the_title():
    before = [item("a", "Listen"), item("z", "Hear")]
    after = [newer("b", "Listen", replaces="z")]
    assert changes(before, after) == [(Change.REWORDED, "b"), (Change.GONE, "a")]


def test_the_words_that_changed_are_marked():
    (change,) = changes_between(*editions_of([item("a"), newer("b", text="We always listen.")]))
    marked = [(piece.text.strip(), piece.mark) for piece in change.text]
    assert marked == [("We", Mark.BOTH), ("always", Mark.ADDED), ("listen.", Mark.BOTH)]
    assert [piece.mark for piece in change.title] == [Mark.BOTH]


def test_texts_too_long_to_compare_word_by_word_stand_one_after_the_other():
    before, after = "old words " * MOST_WORDS, "new words " * MOST_WORDS
    assert words_marked(before, after) == (
        Piece(before, Mark.TAKEN_OUT),
        Piece(after, Mark.ADDED),
    )
    assert words_marked(before, before) == (Piece(before, Mark.BOTH),)


def test_what_is_new_is_all_added_and_what_is_gone_is_all_taken_out():
    found = changes_between(*editions_of([item("a", "Old"), newer("b", "New")]))
    assert [{piece.mark for piece in each.text} for each in found] == [
        {Mark.ADDED},
        {Mark.TAKEN_OUT},
    ]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_the_marked_words(before, after):
    pieces = words_marked(before, after)
    assert "".join(p.text for p in pieces if p.mark is not Mark.ADDED) == before
    assert "".join(p.text for p in pieces if p.mark is not Mark.TAKEN_OUT) == after


@given(
    st.lists(st.tuples(st.integers(1, 9), WORDS), unique_by=lambda each: each[0]),
    st.lists(
        st.tuples(st.integers(11, 19), WORDS, st.integers(1, 12)), unique_by=lambda each: each[0]
    ),
)
def test_every_item_of_both_editions_is_told_of(before, after):
    old = Edition(OLD, None, None, tuple(item(f"i/{n}", text) for n, text in before))
    new = Edition(
        NEW, None, None, tuple(newer(f"i/{n}", text, replaces=f"i/{of}") for n, text, of in after)
    )
    found = changes_between(old, new)
    assert [each.after for each in found if each.after] == list(new.items)
    assert {each.before.id for each in found if each.before} == {each.id for each in old.items}


def test_the_edition_of_a_day_is_the_newest_that_holds():
    early, late = editions_of([item("a"), newer("b")])
    both = (early, late)
    assert edition_on(both, date(2026, 11, 23)) is early
    assert edition_on(both, date(2028, 1, 1)) is late
    assert edition_on(both, date(2000, 1, 1)) is early
    assert edition_on((early,), date(2030, 1, 1)) is early
    assert edition_on((), date(2030, 1, 1)) is None
