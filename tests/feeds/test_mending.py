"""Text that was damaged on its way is put right; the rest is left alone."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vcs_desktop.feeds import mending
from vcs_desktop.feeds.mending import mended, mended_text
from vcs_desktop.wire.record import canonical


def _through(data, *, ascii_only):
    text = json.dumps(data, ensure_ascii=ascii_only)
    return mended(json.loads(text), text)


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("up to Â£3 million", "up to £3 million"),
        ("â€¢\tChildren", "•\tChildren"),
        ("the ESPO framework.â€¯ Next", "the ESPO framework.\u202f Next"),
        ("itâ€™s", "it\u2019s"),
        ("AcusorbÂ® Absorber", "Acusorb® Absorber"),
    ],
)
def test_mojibake_is_put_right_however_the_file_writes_it(damaged, right, ascii_only):
    assert _through({"title": damaged}, ascii_only=ascii_only) == {"title": right}


def test_lost_line_breaks_come_back():
    assert mended_text("Lot 1.rnrnLot 2 has:rnA list") == "Lot 1.\n\nLot 2 has:\nA list"
    assert _through({"d": ["one.rnrnTwo"]}, ascii_only=True) == {"d": ["one.\n\nTwo"]}


def test_words_that_only_look_like_lost_breaks_stay():
    assert mended_text("The modern barn in Corn Street, unlearnt") == (
        "The modern barn in Corn Street, unlearnt"
    )


def test_good_text_is_left_as_it_is():
    good = "Café “naïve” £5 • Łódź “Ω” 日本"
    assert mended_text(good) == good


def test_text_that_is_ascii_never_reaches_the_repairer(monkeypatch):
    monkeypatch.setattr(mending.ftfy, "fix_encoding", None)
    assert _through({"a": "plain words"}, ascii_only=True) == {"a": "plain words"}


def test_an_item_that_needs_nothing_is_not_walked():
    data = {"a": [1, "b"]}
    assert mended(data, json.dumps(data)) is data


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=30), max_size=3), st.booleans())
@example({"\ud800": "x\ud83d\x00"}, True)
def test_what_comes_out_can_always_be_stored(data, ascii_only):
    text = json.dumps(data, ensure_ascii=ascii_only)
    canonical(mended(json.loads(text), text))


@given(st.text(alphabet="abrn. AB", max_size=40))
def test_nothing_but_lost_breaks_is_taken_out_of_ascii(text):
    assert mended_text(text).replace("\n", "").replace("rn", "") == text.replace("rn", "")
