"""What the process that looks into files says of them, asked here without its limits."""

import io

import pytest
from PIL import Image

from tests.support.hostile_papers import MADE_TO_HARM
from tests.support.paper_files import a_pdf, a_picture
from vcs_desktop.feeds import preview_child
from vcs_desktop.feeds.preview_child import DAMAGED, LOCKED, OTHER_KIND, TOO_LARGE, Refused, answer


def page(data, number=0, width=100):
    return answer({"do": "page", "page": number, "width": width}, data)


def text(data):
    return answer({"do": "text"}, data)[0]["texts"]


def refusal(ask, data):
    with pytest.raises(Refused) as told:
        ask(data)
    return str(told.value)


def test_a_page_of_a_pdf_is_pixels_and_words():
    head, pixels = page(a_pdf("One", "Two"), 1)
    assert (head["pages"], head["width"], head["text"].strip()) == (2, 100, "Two")
    assert len(pixels) == 3 * head["width"] * head["height"]


@pytest.mark.parametrize("number", [-5, 0, 7])
def test_a_number_of_no_page_is_the_nearest(number):
    assert page(a_pdf("One"), number)[0]["text"].strip() == "One"


@pytest.mark.parametrize("width", [-10, 0, 10**9])
def test_a_width_that_cannot_be_is_one_that_can(width):
    head, pixels = page(a_pdf("One"), width=width)
    assert 1 <= head["width"] <= 4_000
    assert len(pixels) <= 3 * preview_child.MOST_SHOWN_PIXELS * 1.01


def test_a_photo_that_was_taken_on_its_side_stands_upright():
    out, tag, turned_right = io.BytesIO(), 0x0112, 6
    exif = Image.Exif()
    exif[tag] = turned_right
    Image.new("RGB", (60, 20)).save(out, "JPEG", exif=exif)
    head, _ = page(out.getvalue())
    assert (head["width"], head["height"]) == (20, 60)


def test_what_can_be_seen_through_lies_on_paper():
    assert page(a_picture("PNG", (2, 1), (0, 0, 0, 0), "RGBA"))[1] == b"\xff" * 6


def test_the_text_of_a_long_pdf_ends_somewhere(monkeypatch):
    monkeypatch.setattr(preview_child, "MOST_LETTERS", 6)
    assert len(text(a_pdf("abcd", "efgh", "ijkl"))) == 2
    monkeypatch.setattr(preview_child, "_READING_S", -1)
    assert text(a_pdf("abcd")) == []


@pytest.mark.parametrize(
    ("ask", "data", "why"),
    [
        (page, b"GIF89a", OTHER_KIND),
        (text, a_picture(), OTHER_KIND),
        (page, b"%PDF-1.7", DAMAGED),
        (page, MADE_TO_HARM["locked"](), LOCKED),
        (page, MADE_TO_HARM["too_many_pixels"](), TOO_LARGE),
    ],
)
def test_each_refusal_says_why_in_a_word(ask, data, why):
    assert refusal(ask, data) == why
