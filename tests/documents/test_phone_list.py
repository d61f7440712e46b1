"""A printed telephone list: everybody is on it, and it says what it is for."""

from datetime import date

import pypdfium2
import pytest

from tests.support.reading_age import grade
from vcs_desktop.documents import fonts
from vcs_desktop.documents.phone_list import PhoneLine, PhoneList, write_phone_list
from vcs_desktop.documents.phone_list.content import above
from vcs_desktop.documents.phone_list.pdf import pdf_of

DAY = date(2026, 11, 23)


def phones(*lines):
    return PhoneList(
        "Tea & Talk", "Volunteers", "something they take part in",
        tuple(PhoneLine(*line) for line in lines), DAY,
    )  # fmt: skip


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    words = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return words


def test_names_and_numbers_stand_on_it_with_what_one_may_ring_for():
    (words,) = words_of(pdf_of(phones(("Ann & <b>", "07700 900001"), ("Zoë", "01865 000000"))))
    for said in ("Telephone list: Volunteers", "Tea & Talk. 2 people.", "Ann & <b>", "07700 900001",
                 "Zoë", "something they take part in", "Monday 23 November 2026"):  # fmt: skip
        assert said in words


def test_nobody_is_lost_in_a_long_list():
    some = [(f"Person {n:04}", f"07700 9{n:05}") for n in range(450)]
    words = "\n".join(words_of(pdf_of(phones(*some))))
    assert all(name in words and phone in words for name, phone in some)
    assert "Page 2" in words


def test_a_name_stands_the_same_whether_its_letters_are_of_one_font_or_of_two():
    spare = max(fonts.letters()["NotoSans"] - fonts.letters()[fonts.REGULAR])
    boxes = []
    for name in ("Zoë Marsh", f"Zoë Marsh{spare}"):
        document = pypdfium2.PdfDocument(pdf_of(phones((name, "01865 000000"))))
        text = document[0].get_textpage()
        start = text.get_text_range().index("Zoë")
        boxes.append([text.get_charbox(start + place) for place in range(len("Zoë Marsh"))])
        document.close()
    for one, other in zip(*boxes, strict=True):
        assert one == pytest.approx(other, abs=0.01)


@pytest.mark.parametrize("name", ["x" * 5_000, "</para><b>", "مريم", "a\n\nb", ""])
def test_any_name_can_be_printed(name, tmp_path):
    write_phone_list(tmp_path / "list.pdf", phones((name, "07700 900001")))
    assert "07700 900001" in "".join(words_of((tmp_path / "list.pdf").read_bytes()))


def test_what_stands_above_is_easy_to_read():
    assert grade(" ".join(above(phones(("Ann", "1"))))) < 8


def test_a_name_that_cannot_be_shown_is_told_and_nothing_where_all_can_be():
    (told,) = words_of(pdf_of(phones(("רות כהן", "01234 567890"))))
    assert "[Hebrew letters]" in told
    assert "Words in square brackets stand for them." in " ".join(told.split())
    (told,) = words_of(pdf_of(phones(("Ruth", "01234 567890"))))
    assert "square brackets" not in told
