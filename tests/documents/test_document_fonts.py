"""Our fonts, and which of them each letter is set in."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.resources import resource
from vcs_desktop.documents import fonts


def test_every_weight_of_inter_has_the_letters_of_europe():
    for name in (fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD):
        assert fonts.letters()[name].issuperset("Aéŵŷłßșğ Київ Αθήνα Việt £€ “” … •")


def test_the_figures_of_money_columns_are_all_one_width():
    from reportlab.pdfbase.pdfmetrics import stringWidth

    fonts.letters()
    for name in (fonts.FIGURES, fonts.FIGURES_SEMIBOLD):
        assert len({round(stringWidth(figure, name, 10), 3) for figure in "0123456789"}) == 1


def test_each_font_has_its_licence_beside_it():
    for name in ("Inter", "NotoSans"):
        assert "SIL OPEN FONT LICENSE" in resource(f"fonts/OFL-{name}.txt").read_text().upper()


def test_plain_words_are_set_as_they_are():
    assert fonts.Typesetter().markup("Łódź ŷ £5") == "Łódź ŷ £5"


def test_markup_in_somebodys_words_is_only_words():
    markup = fonts.Typesetter().markup('</para><b><img src="file:///etc/passwd"/>&amp;')
    assert "<" not in markup
    assert "&amp;amp;" in markup


def test_a_sign_that_inter_lacks_is_set_in_noto_sans():
    type_ = fonts.Typesetter()
    assert type_.markup("more → less") == 'more <font name="NotoSans">→ </font>less'
    assert not type_.replaced


def test_bold_signs_are_set_in_bold_noto_sans():
    assert 'name="NotoSans-Bold"' in fonts.Typesetter().markup("→", fonts.SEMIBOLD)


def test_letters_that_no_font_has_do_not_vanish():
    type_ = fonts.Typesetter()
    assert type_.markup("We are مرحبا بالعالم here") == "We are [Arabic letters] here"
    assert type_.replaced


def test_a_few_words_in_another_font_are_escaped_too():
    assert fonts.Typesetter().styled("a < b", fonts.SEMIBOLD) == (
        '<font name="Inter-SemiBold">a &lt; b</font>'
    )


@pytest.mark.parametrize("font", [fonts.REGULAR, fonts.BOLD, fonts.FIGURES])
@given(st.text())
def test_every_letter_is_set_in_a_font_that_has_it(font, text):
    markup = fonts.Typesetter().markup(text, font)
    root = ET.fromstring(f"<p>{markup}</p>")
    runs = [(font, root.text or "")]
    for child in root:
        runs += [(child.get("name"), child.text or ""), (font, child.tail or "")]
    for name, words in runs:
        assert set(re.sub(r"\[[^\]]*\]", "", words)) <= fonts.letters()[name] | {" "}
