"""What was found in a text is mended: joined, left out, added, and asked for anew."""

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.answers import Canonical, ListedQuestion, Unit
from vcs_desktop.domain.form_mending import joined, left_out, mended, with_one_more, without_words
from vcs_desktop.domain.old_application import OldAnswer


def row(number, text, answer="", **more):
    return OldAnswer(ListedQuestion(id=str(number), ref=str(number), text=text, **more), answer)


ROWS = (
    row(1, "What do you do?", "We cook.", limit=100),
    row(2, "Lunch", "On Thursdays."),
    row(3, "Who comes?", "Everybody."),
)
rows = st.lists(
    st.builds(
        OldAnswer,
        st.builds(ListedQuestion, id=st.uuids().map(str), text=st.text(min_size=1, max_size=9)),
        st.text(max_size=9),
    ),
    max_size=6,
).map(tuple)


def test_a_part_of_an_answer_goes_to_the_answer_above():
    found = joined(ROWS, 1, is_old=True)
    assert [each.question.text for each in found] == ["What do you do?", "Who comes?"]
    assert found[0].text == "We cook.\n2 Lunch\nOn Thursdays."


def test_the_beginning_of_a_question_goes_before_it():
    found = joined((row(1, "How many"), row(2, "people came?", "Forty.")), 1, is_old=True)
    assert len(found) == 1
    assert found[0].question.text == "How many 2 people came?"
    assert (found[0].question.ref, found[0].text) == ("1", "Forty.")


def test_in_a_form_to_be_answered_it_is_guidance_and_its_limit_counts():
    asked = (row(1, "What do you do?"), row(2, "Say who.", limit=600, unit=Unit.CHARACTERS))
    (found,) = joined(asked, 1, is_old=False)
    assert found.question.guidance == "2 Say who."
    assert (found.question.limit, found.question.unit) == (600, Unit.CHARACTERS)
    (found,) = joined((ROWS[0], asked[1]), 1, is_old=False)
    assert (found.question.limit, found.question.unit) == (100, Unit.WORDS)


@given(rows, st.integers(-2, 8), st.booleans())
def test_no_word_is_lost_by_joining(found, place, is_old):
    after = joined(found, place, is_old=is_old)
    assert len(after) == len(found) - (0 < place < len(found))
    said = "".join(f"{each.question.text}{each.question.guidance}{each.text}" for each in after)
    assert sorted("".join(said.split())) == sorted(
        "".join("".join(f"{each.question.text}{each.text}" for each in found).split())
    )


@given(rows, st.integers(0, 5))
def test_one_that_is_left_out_takes_nothing_else_along(found, place):
    assert left_out(found, place) == tuple(each for n, each in enumerate(found) if n != place)


@given(rows)
def test_one_more_has_an_id_of_its_own_and_asks_nothing_yet(found):
    after = with_one_more(found)
    assert after[:-1] == found
    assert after[-1].question.id not in {each.question.id for each in found}
    assert len(found) in without_words(after)


def test_what_a_question_asks_for_is_guessed_anew_when_its_words_change():
    changed = ListedQuestion(id="1", text="How do you keep people safe?")
    assert mended(ROWS[0], changed, "So.").question.canonical is Canonical.SAFETY
    same = ListedQuestion(id="1", text=ROWS[0].question.text, canonical=Canonical.NEED)
    assert mended(ROWS[0], same, "So.").question.canonical is Canonical.NEED
