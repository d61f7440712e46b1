"""The way out of the app: shown in full, opened after a question, or not at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from tests.support.accessibility import every_complaint
from vcs_desktop.domain.library import Provenance
from vcs_desktop.ui.links import ask_to_open, in_full
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.prose import (
    MOST_LETTERS,
    as_prose,
    as_tip,
    breakable,
    name_prose,
    prose,
)
from vcs_desktop.ui.widgets.source_line import SourceLine


@pytest.fixture
def window(show):
    return show(panel(column()), 683, 364)


@pytest.fixture
def opened(monkeypatch):
    addresses = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()) or True
    )
    return addresses


def words_in(box):
    return box.informativeText().replace("\u200b", "")


def press(box, words):
    next(each for each in box.buttons() if each.text() == words).click()


def test_a_page_is_opened_when_somebody_says_so(window, opened):
    box = ask_to_open(window, "https://example.org/a?b=c")
    assert words_in(box) == "https://example.org/a?b=c"
    assert not opened
    press(box, "Open page")
    assert opened == ["https://example.org/a?b=c"]


def test_mail_is_written_in_the_mail_program(window, opened):
    box = ask_to_open(window, "mailto:hello@example.org")
    assert box.text() == "Write to this address?"
    assert words_in(box) == "hello@example.org"
    press(box, "Write")
    assert opened == ["mailto:hello@example.org"]


def test_enter_and_esc_open_nothing(window, opened, qtbot):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        box = ask_to_open(window, "https://example.org")
        with qtbot.waitSignal(box.finished):
            qtbot.keyClick(box, key)
    assert not opened


def test_an_address_can_be_copied_in_its_plain_form(window, opened):
    press(ask_to_open(window, "https://b\u0430nk.example/\u202egpj.exe"), "Copy address")
    copied = QGuiApplication.clipboard().text()
    assert copied == "https://xn--bnk-6cd.example/gpj.exe"
    assert not opened


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "file:///etc/passwd",
        "//evil.example/share",
        "\\\\evil.example\\share",
        "javascript:alert(1)",
        "data:text/html,<b>x</b>",
        "https://bank.example@evil.example/",
        "mailto:a@b.org?attach=/etc/passwd",
        "vcs://x",
        "",
        "not an address",
        "<img src=file:///etc/passwd>",
        "https://" + "a" * 3_000 + ".example",
    ],
)
def test_any_other_address_can_only_be_copied_and_the_box_says_why(window, opened, address):
    box = ask_to_open(window, address)
    assert box.text() == "We do not open this address."
    assert {each.text() for each in box.buttons()} == {"Copy address", "Cancel"}
    assert box.textFormat() == Qt.TextFormat.PlainText
    why = "Others could change" if address.startswith("http:") else "begin with https"
    assert why in words_in(box)
    press(box, "Copy address")
    assert not opened


def test_an_address_without_end_says_how_much_more_there_is(window):
    box = ask_to_open(window, "https://example.org/" + "a" * 1_500)
    assert "It goes on for 1,120 more letters." in words_in(box)
    assert "Open page" in {each.text() for each in box.buttons()}
    box.close()


def test_a_computer_that_cannot_open_it_says_so(window, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    told = []
    monkeypatch.setattr(QMessageBox, "open", lambda box: told.append(box.text()))
    press(ask_to_open(window, "https://example.org"), "Open page")
    assert told[-1] == "This computer has no program that opens it."


@pytest.mark.parametrize("size", [100, 200])
def test_the_question_can_be_used_by_everybody(window, size):
    look.set_text_size(size)
    box = ask_to_open(
        window, "https://www.example.org/a/very/long/address?with=parts&and=more-parts"
    )
    assert not every_complaint(box)
    assert box.width() <= 683
    assert box.height() <= 364
    box.close()


def test_an_address_is_given_in_full_with_nothing_hidden():
    assert in_full(" HTTPS://Example.org/\u200ba ") == "https://example.org/a"
    assert in_full("https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444") == (
        "https://xn--e1afmkfd.xn--p1ai"
    )
    assert in_full("a\x00b c") == "ab%20c"


def test_an_address_line_offers_what_can_be_followed(show, opened):
    line = AddressLine("https://example.org/a", "Open this paper", name="Open the paper: Rules")
    show(panel(column(line, None)), 300, 200)
    assert not every_complaint(line)
    line.page_button.click()
    press(line.findChild(QMessageBox), "Open page")
    assert opened == ["https://example.org/a"]
    assert not AddressLine("file:///etc/passwd", "Open").page_button.isVisibleTo(None)


def test_a_source_has_its_words_and_its_address(show, opened):
    line = SourceLine(
        Provenance(
            "A fund",
            source_url="https://example.org/fund",
            licence="https://creativecommons.org/licenses/by/4.0/",
        )
    )
    show(panel(column(line, None)), 400, 200)
    assert line.words.text() == "From: A fund. Licence: Creative Commons Attribution 4.0."
    assert [each.text() for each in line.findChildren(Button)] == ["Open their page on the web"]
    assert not SourceLine(Provenance()).findChildren(Button)


def test_prose_is_plain_text_and_its_long_words_go_on_in_the_next_line(show):
    words = prose("<b>a</b> https://example.org/" + "long-address/" * 20 + "a" * 400, "muted")
    assert words.textFormat() == Qt.TextFormat.PlainText
    show(panel(column(words, None)), 300, 400)
    assert words.minimumSizeHint().width() <= 300
    assert words.text().replace("\u200b", "").endswith("a" * 400)


def test_prose_leaves_short_words_alone():
    text = "Words - and_more words, and £1,000.50 (re-use)."
    assert breakable(text) == text


def test_a_line_of_signs_without_end_goes_on_in_the_next_line():
    assert max(map(len, breakable("/" * 200 + "a" * 200).split("\u200b"))) <= 24


def test_of_a_whole_text_in_place_of_a_name_only_the_beginning_stands(qapp):
    assert name_prose("Vale lunch club", "title").text() == "Vale lunch club"
    whole_text = name_prose("word " * 4_000, "title").text()
    assert whole_text.endswith("…")
    assert len(whole_text) < 1_100


def test_prose_shows_the_beginning_of_a_text_without_end():
    words = as_prose("word " * MOST_LETTERS)
    assert len(words) < MOST_LETTERS + 100
    assert words.endswith("The rest is too long to show here.")


def test_a_tip_that_qt_would_read_as_html_is_left_out():
    assert as_tip("Lunches & more, under £5 < £6") == "Lunches & more, under £5 < £6"
    assert len(as_tip("word " * 500)) < 600
    for hostile in ("<img src=file:///etc/passwd>", "a <b>b</b>", "&lt;b&gt;", "x <p> y"):
        assert as_tip(hostile) == ""
