"""The printed code survives being copied by hand, and says when it did not."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.vault_examples import written
from vcs_desktop.core.group_errors import MistypedCode
from vcs_desktop.vault.recovery_code import ALPHABET, RecoveryCode

codes = st.binary(min_size=20, max_size=20).map(RecoveryCode)


@given(codes)
def test_what_is_printed_can_be_typed_again(code):
    assert RecoveryCode.typed(written(code)) == code


def test_it_has_34_letters_in_six_groups_of_five_and_one_of_four():
    groups = RecoveryCode.new().groups()
    assert [len(group) for group in groups] == [5, 5, 5, 5, 5, 5, 4]
    assert set("".join(groups)) <= set(ALPHABET)


@given(codes)
def test_small_letters_spaces_and_letters_that_look_like_digits_do_not_matter(code):
    typed = written(code).lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert RecoveryCode.typed(f" {typed}\n") == code


@given(codes, st.integers(0, 33), st.integers(1, 31))
def test_one_wrong_letter_is_always_found(code, place, further):
    letters = list("".join(code.groups()))
    letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + further) % 32]
    with pytest.raises(MistypedCode):
        RecoveryCode.typed("".join(letters))


@given(codes, st.integers(0, 32))
def test_two_neighbours_changed_over_are_found(code, place):
    letters = list("".join(code.groups()))
    if letters[place] == letters[place + 1] or place == 31:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(MistypedCode):
        RecoveryCode.typed("".join(letters))


@pytest.mark.parametrize("typed", ["", "12345", "U" * 34, "0" * 35, "é" * 34, "0" * 100_000])
def test_what_cannot_be_a_code_is_said_to_be_none(typed):
    with pytest.raises(MistypedCode) as found:
        RecoveryCode.typed(typed)
    assert "34" in found.value.advice


@given(st.text(max_size=80))
def test_whatever_is_typed_never_ends_in_a_crash(typed):
    with contextlib.suppress(MistypedCode):
        RecoveryCode.typed(typed)


def test_two_codes_are_never_the_same_and_are_not_shown_by_accident():
    one, other = RecoveryCode.new(), RecoveryCode.new()
    assert one != other
    assert repr(one) == str(one) == "RecoveryCode()"
