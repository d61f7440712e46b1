"""Address labels: each on its own place, and all of an address on its label."""

import stat

import pypdfium2
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents import fonts
from vcs_desktop.documents.labels import SHEETS, Label, LabelSheet, write_labels
from vcs_desktop.documents.labels.pdf import pdf_of
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.writing_to import MOST_LINES_ON_LABEL, MOST_ON_LABEL, label_lines

MM = 72 / 25.4
ANN = Label(("Ann Marsh (practice)", "1 Practice Row", "Marston", "Oxford OX3 0AA"))
words = st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=0x17F), min_size=1)


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage() for page in document]
    return document, texts


def letters(text):
    """Return every letter on a page with its box: left, bottom, right, top in points."""
    return [
        (text.get_text_range(n, 1), text.get_charbox(n))
        for n in range(text.count_chars())
        if text.get_text_range(n, 1).strip()
    ]


def box_of(sheet, at):
    row, column = divmod(at, sheet.columns)
    left = (sheet.left_mm + column * sheet.step_mm) * MM
    top = 297 * MM - (sheet.top_mm + row * sheet.height_mm) * MM
    return left, top - sheet.height_mm * MM, left + sheet.width_mm * MM, top


def is_inside(box, outer):
    return (
        box[0] >= outer[0] - 0.5
        and box[1] >= outer[1] - 0.5
        and box[2] <= outer[2] + 0.5
        and box[3] <= outer[3] + 0.5
    )


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_as_wide_and_high_as_a4(name):
    sheet = SHEETS[name]
    assert sheet.count == {"3x8": 24, "3x7": 21}[name]
    assert 2 * sheet.top_mm + sheet.rows * sheet.height_mm == pytest.approx(297, abs=0.5)
    wide = 2 * sheet.left_mm + (sheet.columns - 1) * sheet.step_mm + sheet.width_mm
    assert wide == pytest.approx(210, abs=0.5)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("first", [1, 5, 21])
def test_the_first_label_stands_where_it_was_wanted(name, first):
    document, (text,) = pages(pdf_of(LabelSheet((ANN,), SHEETS[name], first)))
    assert all(is_inside(box, box_of(SHEETS[name], first - 1)) for _, box in letters(text))
    document.close()


@pytest.mark.parametrize("name", SHEETS)
def test_a_label_stands_the_same_whether_its_letters_are_of_one_font_or_of_two(name):
    spare = max(fonts.letters()["NotoSans"] - fonts.letters()[fonts.REGULAR])
    found = []
    for last in ("Oxford", f"Oxford{spare}"):
        label = Label(("Ann Marsh (practice)", "1 Practice Row", last))
        document, (text,) = pages(pdf_of(LabelSheet((label,), SHEETS[name])))
        found.append(letters(text)[: len("AnnMarsh(practice)1PracticeRowOxford")])
        document.close()
    for (one, box), (other, its) in zip(*found, strict=True):
        assert one == other
        assert box == pytest.approx(its, abs=0.01)


def test_what_does_not_fit_on_the_first_sheet_goes_on_on_the_next():
    labels = tuple(Label((f"Person {n}", "Oxford")) for n in range(30))
    document, texts = pages(pdf_of(LabelSheet(labels, SHEETS["3x8"], first=20)))
    said = [text.get_text_range() for text in texts]
    document.close()
    assert len(said) == 3
    assert "Person 4" in said[0]
    assert "Person 5" in said[1]
    assert "Person 29" in said[2]


@settings(max_examples=60)
@given(words, st.lists(words, max_size=MOST_LINES_ON_LABEL - 1), st.sampled_from(sorted(SHEETS)))
def test_however_long_an_address_is_all_of_it_is_on_its_label(name, lines, sheet):
    person = Person(name=name[:60], address="\n".join(lines)[: MOST_ON_LABEL - 70])
    label = Label(label_lines(person))
    assume(len(set(label.lines)) == len(label.lines))  # PDFium leaves some out that it has read
    document, (text,) = pages(pdf_of(LabelSheet((label,), SHEETS[sheet])))
    found = letters(text)
    document.close()
    assert "".join(letter for letter, _ in found) == "".join("".join(label.lines).split())
    assert all(is_inside(box, box_of(SHEETS[sheet], 0)) for _, box in found)


def test_nobody_else_can_read_the_file(tmp_path):
    write_labels(tmp_path / "labels.pdf", LabelSheet((ANN,), SHEETS["3x8"]))
    assert stat.S_IMODE((tmp_path / "labels.pdf").stat().st_mode) == 0o600
    with pytest.raises(CannotUseInput):
        write_labels(tmp_path / "labels.doc", LabelSheet((ANN,), SHEETS["3x8"]))
