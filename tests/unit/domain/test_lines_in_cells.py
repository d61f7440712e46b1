"""Several texts in one cell, and back."""

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.lines_in_cells import cell_of, plain, texts_of, title_and_said, titled

line = st.text("ab:. ", min_size=1, max_size=6).filter(str.strip)
text = st.lists(line, min_size=1, max_size=3).map("\n".join)


def test_further_lines_of_a_text_are_set_in_under_it():
    assert cell_of(["Welcome", "Money: fine\nmore of it", " "]) == (
        "Welcome\nMoney: fine\n  more of it"
    )
    assert texts_of("Welcome\n\nMoney: fine\n  more of it\n") == [
        "Welcome",
        "Money: fine\nmore of it",
    ]


def test_a_title_ends_at_its_first_colon():
    assert title_and_said("Money: £300: all of it") == ("Money", "£300: all of it")
    assert title_and_said("Money") == ("Money", "")
    assert titled("Money", " ") == "Money"


@given(st.lists(text, max_size=4))
def test_texts_in_a_cell_are_told_apart_again(texts):
    assert [plain(each) for each in texts_of(cell_of(texts))] == [plain(each) for each in texts]


@given(line.filter(lambda each: ": " not in each and not each.rstrip().endswith(":")), text)
def test_a_title_and_what_is_said_of_it_are_told_apart_again(title, said):
    again = title_and_said(titled(title, said))
    assert tuple(map(plain, again)) == (plain(title), plain(said))
