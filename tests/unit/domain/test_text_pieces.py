"""A text falls into sentences and is whole again; words are found where a window counts them."""

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.spelled import Spelled, words_to_spell
from vcs_desktop.domain.text_pieces import Place, by_piece, pieces_of, places_in, units

LETTERS = ("a", "b", "é", " ", ".", "\n", "!", "🍲", "👩‍🍳", "'", "-", "7", "\u0301")
TEXT = st.lists(st.sampled_from(LETTERS), max_size=60).map("".join)


@given(TEXT)
def test_the_pieces_are_the_text(text):
    assert "".join(pieces_of(text)) == text


@given(TEXT)
def test_units_are_those_of_utf_16(text):
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_every_word_stands_where_utf_16_has_it(text):
    pieces = pieces_of(text)
    known = by_piece(pieces, words_to_spell("".join(pieces)))
    found = list(places_in(pieces, known))
    coded = text.encode("utf-16-le")
    assert [each.word for each in found] == [each.word for each in words_to_spell(text)]
    for each in found:
        assert coded[2 * each.start : 2 * each.end].decode("utf-16-le") == each.word


def test_an_emoji_before_a_word_moves_it_by_two():
    pieces = pieces_of("🍲 soop")
    known = by_piece(pieces, [Spelled("soop", 2, 6)])
    assert list(places_in(pieces, known)) == [Place("soop", 3, 7)]


def test_a_change_of_one_sentence_leaves_the_other_pieces():
    before = set(pieces_of("We cook. We eat. We sing."))
    after = set(pieces_of("We cook. We eat well. We sing."))
    assert len(after - before) == 1


def test_an_address_with_dots_is_not_cut():
    assert pieces_of("See www.example.org.uk now.") == ["See www.example.org.uk now."]
