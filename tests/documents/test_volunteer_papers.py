"""What is printed for volunteers, read back."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from tests.support.hostile_texts import hostile_texts
from tests.support.starter import starter_rules
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.certificate import Certificate, write_certificates
from vcs_desktop.documents.expense_claim import ClaimPaper, ClaimRow, write_claim
from vcs_desktop.documents.role_card import RoleCard, write_role_card
from vcs_desktop.domain.thanks import Reason, usual_wording
from vcs_desktop.services.expenses import rates_on

DAY = date(2026, 11, 28)
THANKS = Certificate(
    "Tea & Talk", "Zoë Ńguyen", usual_wording(Reason.HOURS, 50), DAY, "Asha, chair"
)
COOK = RoleCard(
    "Tea & Talk",
    "Cook for Thursday lunch",
    "You cook a simple lunch for thirty.\n\nYou are never alone.",
    "Thursdays, 10 to 1",
    "Church hall",
    "You like cooking.",
    "Ring Asha on 01865 000000.",
    is_wanted=True,
)


def pages(path):
    document = pypdfium2.PdfDocument(path)
    found = [" ".join(each.get_textpage().get_text_range().split()) for each in document]
    document.close()
    return found


def words(path):
    return " ".join(pages(path))


def test_a_certificate_says_who_thanks_whom_for_what(tmp_path):
    path = tmp_path / "thanks.pdf"
    write_certificates(path, [THANKS])
    said = words(path)
    for each in (
        "Tea & Talk", "Thank you", "Zoë Ńguyen", "for 50 hours of your time, given freely",
        "28 November 2026", "Asha, chair",
    ):  # fmt: skip
        assert each in said
    document = pypdfium2.PdfDocument(path)
    width, height = document[0].get_size()
    document.close()
    assert width > height


def test_several_certificates_are_pages_of_one_file(tmp_path):
    path = tmp_path / "thanks.pdf"
    write_certificates(path, [THANKS, replace(THANKS, name="Ben", signed_by="")])
    assert len(pages(path)) == 2
    assert "Ben" in pages(path)[1]
    assert "Signed for the group" in pages(path)[1]


def test_without_anybody_there_is_no_certificate(tmp_path):
    with pytest.raises(CannotUseInput):
        write_certificates(tmp_path / "thanks.pdf", [])
    with pytest.raises(CannotUseInput):
        write_certificates(tmp_path / "thanks.txt", [THANKS])


def test_whatever_people_write_stays_on_its_page(tmp_path):
    path = tmp_path / "thanks.pdf"
    texts = [text for _, text in hostile_texts(tmp_path / "canary.png")][5::100]
    write_certificates(
        path, [Certificate(text, text, text, DAY, text) for text in texts if text.strip()]
    )
    assert len(pages(path)) == len(texts)
    for text in texts:
        write_role_card(path, replace(COOK, name=text, group=text, contact=text, when=text))
        assert pages(path)


def test_a_long_name_is_set_in_smaller_letters(tmp_path):
    path = tmp_path / "thanks.pdf"
    write_certificates(path, [replace(THANKS, name="Maximiliana " * 8)])
    assert len(pages(path)) == 1
    assert "Maximiliana" in words(path)


def test_each_thing_that_is_thanked_for_has_its_words():
    assert usual_wording(Reason.YEARS, 1) == "for 1 year of help, given freely"
    assert usual_wording(Reason.JUST_SO, 0) == "for all that you do, given freely"


def test_a_notice_asks_and_says_all_there_is(tmp_path):
    path = tmp_path / "role.pdf"
    write_role_card(path, COOK)
    said = words(path)
    for each in (
        "Can you help?", "Cook for Thursday lunch", "You are never alone.", "Thursdays, 10 to 1",
        "Church hall", "What it takes", "Ring Asha on 01865 000000.",
    ):  # fmt: skip
        assert each in said
    assert "DBS" not in said
    assert len(pages(path)) == 1


def test_a_notice_says_when_there_is_a_check_and_leaves_out_what_nobody_said(tmp_path):
    path = tmp_path / "role.pdf"
    write_role_card(path, RoleCard("Tea & Talk", "Youth club", needs_check=True))
    said = words(path)
    assert "It costs you nothing." in said
    assert "Volunteer with us" in said
    assert "Where:" not in said


def test_a_long_notice_still_fits_on_one_page(tmp_path):
    path = tmp_path / "role.pdf"
    write_role_card(path, replace(COOK, what="You cook a simple lunch for thirty people. " * 30))
    assert len(pages(path)) == 1


def test_a_claim_has_its_lines_its_sum_its_rates_and_a_place_to_sign(tmp_path):
    path = tmp_path / "claim.pdf"
    rows = (
        ClaimRow(DAY, "To the food bank", 125, 688, None),
        ClaimRow(DAY, "Bus", None, 420, True),
        ClaimRow(None, "Drive", 10, None, None),
    )
    write_claim(
        path,
        ClaimPaper(
            "Tea & Talk",
            "Expenses, November 2026",
            "Ben Li",
            rows,
            1108,
            rates_on(starter_rules(), DAY),
            "Asha",
            DAY,
            None,
            "For the fair.",
            DAY,
            most_for_a_mile_pence=45,
        ),
    )
    said = words(path)
    for each in (
        "Expenses, November 2026", "Ben Li", "12.5", "£6.88", "£4.20", "In all: £11.08",
        "We pay no more than £0.45 a mile.",
        "Lines without an amount are not in this sum.", "up to 55p", "Checked on 23 November 2026.",
        "Signed", "Agreed for the committee", "Asha", "For the fair.",
    ):  # fmt: skip
        assert each in said


def test_a_claim_does_not_promise_a_file_that_there_is_not(tmp_path):
    path = tmp_path / "claim.pdf"
    claim = ClaimPaper("Tea & Talk", "November", "\u0645\u062d\u0645\u062f", (), 0,
                       rates_on(starter_rules(), DAY), "", None, None, "", DAY)  # fmt: skip
    write_claim(path, claim)
    assert "Words in square brackets stand for them." in words(path)
    assert "Word file" not in words(path)
