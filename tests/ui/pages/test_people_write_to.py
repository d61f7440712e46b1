"""Writing to people from the page: what about, to whom, by which way, and who is left out."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from tests.support.every_size import usable_at_every_size
from tests.support.group_house import TODAY
from tests.support.people_window import CAROL, DEV, ZED, said_in
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.kinds import OUR_GROUP, PROFILE
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Basis, Consent, Person, Purpose, Role, Tie, Way
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.domain.writing_to import SOFT_OPT_IN
from vcs_desktop.ui import links

NEWS = Consent("c9", "News", date(2025, 1, 1), purposes=(Purpose.NEWS,), ways=(Way.EMAIL,))
EVE = Person(name="Eve", email="eve@example.org", consents=(NEWS,), address="2 Row\nOxford")
SOFT = Consent("c8", given_on=date(2026, 3, 1), basis=Basis.SOFT_OPT_IN)
LAW = Rule(
    "rule/soft", SOFT_OPT_IN, "Soft", None, "", provenance=Provenance(valid_from=date(2026, 2, 5))
)


class Facts:
    """A library with some rules."""

    def __init__(self, *rules):
        self.rules = rules

    def rulebook(self):
        return RuleBook(self.rules)


@pytest.fixture
def write_to(open_people, group_house, qtbot):
    """Return the page and the way to write, for a purpose."""

    def show(people=(CAROL, DEV, EVE, ZED), purpose="taking_part", rules=(), words=""):
        group_house.facts = Facts(*rules)
        page = open_people(people=people)
        if words:
            page.filter_bar.find_field.box.setText(words)
            QTest.keyClick(page.filter_bar.find_field.box, Qt.Key.Key_Return)
        page.write_button.click()
        view = page.places.front()
        qtbot.waitUntil(lambda: view.answer is not None)
        if purpose:
            press(view, purpose)
            qtbot.waitUntil(view.cards.isVisible)
        return page, view

    return show


def press(view, purpose):
    view.about.options[[each.value for each in Purpose].index(purpose)].button.click()


@pytest.fixture
def clipboard():
    made = QGuiApplication.clipboard()
    made.clear()
    yield made
    made.clear()


def names(view):
    model = view.ticks.people
    return [model.index(row).data() for row in range(model.rowCount())]


def test_first_it_asks_what_about_and_nothing_can_be_done_before(write_to):
    _, view = write_to(purpose="")
    assert view.about.options[0].button.hasFocus()
    assert not view.cards.isVisible()
    assert names(view) == ["Carol Ńguyen", "dev Singh", "Eve", "Zed"]


def test_addresses_of_those_who_take_part_are_copied_for_bcc(write_to, clipboard):
    _, view = write_to(people=(CAROL, replace(DEV, email="dev@example.org"), ZED))
    assert view.email.count.text() == "2 of 3 can be reached so."
    assert view.email.copy_button.text() == "Copy 2 addresses"
    view.email.copy_button.click()
    assert clipboard.text() == "carol@example.org; dev@example.org"
    view.email.separator.choose("comma")
    view.email.copy_button.click()
    assert clipboard.text() == "carol@example.org, dev@example.org"
    assert view.email.message.words.text() == "2 addresses are copied. Paste it into BCC."


def test_who_is_not_included_is_named_with_the_reason(write_to):
    _, view = write_to(purpose="news")
    fold = view.email.left_out
    assert fold.button.text() == "3 not included, because …"
    fold.set_open(True)
    said = said_in(fold)
    place = said.index("No yes to this is written down.")
    assert said[place + 1] == "dev Singh · Zed"
    assert "What they agreed to does not say that it is for this." in said
    assert view.email.count.text() == "1 of 4 can be reached so."
    assert not view.phone.pdf.isVisible()


def test_many_addresses_are_copied_block_by_block(write_to, clipboard):
    some = [
        Person(name=f"P {n:03}", email=f"p{n}@example.org", roles=(Role("r", Tie.MEMBER),))
        for n in range(120)
    ]
    _, view = write_to(people=some)
    seen = []
    for text in ("1 to 50", "51 to 100", "101 to 120", "1 to 50"):
        assert text in view.email.copy_button.text()
        view.email.copy_button.click()
        seen.append(clipboard.text().split("; "))
    assert [len(each) for each in seen] == [50, 50, 20, 50]
    assert {each for block in seen for each in block} == {each.email for each in some}
    assert not view.email.mail_button.isVisible()


def test_one_is_left_out_by_taking_away_the_tick(write_to, group_house, qtbot):
    _, view = write_to(people=(CAROL, replace(DEV, email="dev@example.org")))
    view.one_by_one.set_open(True)
    view.ticks.setCurrentIndex(view.ticks.people.index(0))
    QTest.keyClick(view.ticks, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.email.copy_button.text() == "Copy 1 address")
    index = view.ticks.people.index(0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    QTest.mouseClick(
        view.ticks.viewport(), Qt.MouseButton.LeftButton, pos=view.ticks.visualRect(index).center()
    )
    qtbot.waitUntil(lambda: view.email.copy_button.text() == "Copy 2 addresses")


def test_those_whom_the_filters_show_are_the_list_to_begin_with(write_to, qtbot):
    _, view = write_to(words="carol")
    assert view.whom.box.currentText() == "The 1 person shown in the list"
    assert names(view) == ["Carol Ńguyen"]
    view.whom.box.setCurrentIndex(view.whom.box.findText("Members"))
    qtbot.waitUntil(lambda: names(view) == ["dev Singh"])


def test_a_charity_is_told_who_gave_no_yes_and_what_each_message_needs(
    write_to, group_house, qtbot
):
    ours = OurGroup(legal_form=LegalForm.CHARITY)
    group_house.inside.records.add(PROFILE, ours, record_id=OUR_GROUP)
    some = (replace(ZED, email="zed@example.org", consents=(SOFT,)),)
    _, view = write_to(people=some, purpose="asking", rules=(LAW,))
    assert view.email.count.text() == "1 of 1 can be reached so."
    assert "Each message must say how they can stop it." in view.email.no_yes.text()
    assert view.email.no_yes.isVisible()


def test_without_the_rule_in_the_library_nothing_of_the_sort_is_claimed(write_to, group_house):
    ours = OurGroup(legal_form=LegalForm.CHARITY)
    group_house.inside.records.add(PROFILE, ours, record_id=OUR_GROUP)
    _, view = write_to(
        people=(replace(ZED, email="z@example.org", consents=(SOFT,)),), purpose="news"
    )
    assert view.email.count.text() == "0 of 1 can be reached so."


def test_the_mail_program_is_opened_only_after_a_question(write_to, monkeypatch):
    opened = []
    monkeypatch.setattr(links.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    _, view = write_to(people=(CAROL,))
    view.email.mail_button.click()
    box = view.findChild(QMessageBox)
    assert opened == []
    assert "carol@example.org" in box.informativeText().replace("\u200b", "")
    next(each for each in box.buttons() if each.text() == "Write").click()
    assert [url.toString() for url in opened] == ["mailto:?bcc=carol@example.org"]


def words_of(path):
    document = pypdfium2.PdfDocument(path)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


def test_a_telephone_list_and_labels_are_printed(write_to, opened, qtbot):
    _, view = write_to(people=(CAROL, DEV))
    view.phone.pdf.out.print_button.click()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=20_000)
    words = words_of(opened[0])
    assert "01865 000000" in words
    assert "07700 900001" in words
    view.post.first.choose("7")
    view.post.pdf.out.print_button.click()
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=20_000)
    assert "1 High Street" in words_of(opened[1])
    assert "Print it from there." in view.post.pdf.message.words.text()


def test_a_list_is_saved_where_somebody_wants_it(write_to, tmp_path, qtbot):
    _, view = write_to(people=(CAROL,))
    view.phone.pdf.out.make_at(str(tmp_path / "mine.pdf"))
    qtbot.waitUntil(view.phone.pdf.message.isVisible, timeout=20_000)
    assert "Saved as “mine.pdf”." in view.phone.pdf.message.words.text()
    assert "Carol" in words_of(tmp_path / "mine.pdf")


def test_after_locking_no_address_is_left_on_the_clipboard(write_to, clipboard):
    page, view = write_to(people=(CAROL,))
    view.email.copy_button.click()
    page.put_away()
    assert clipboard.text() == ""


def test_what_somebody_copied_since_is_left_on_the_clipboard(write_to, clipboard):
    page, view = write_to(people=(CAROL,))
    view.email.copy_button.click()
    clipboard.setText("something else")
    page.put_away()
    assert clipboard.text() == "something else"


def test_it_can_be_used_at_every_size(write_to, qtbot):
    page, view = write_to()
    view.one_by_one.set_open(True)
    view.email.left_out.set_open(True)
    usable_at_every_size(qtbot, page)


def test_another_page_asks_to_write_to_those_on_the_rota_of_a_week(open_people, group_house, qtbot):
    page = open_people(people=(CAROL, DEV, EVE))
    far = TODAY + timedelta(weeks=20)
    group_house.inside.rota.put_on(
        group_house.inside.rota.add_shift(Shift(name="Door", on=far)),
        next(each.id for each in group_house.inside.people.people() if each.name == EVE.name),
    )
    monday = far - timedelta(days=far.weekday())
    page.show_thing(f"write-to/week:{monday}")
    view = page.places.front()
    qtbot.waitUntil(lambda: view.answer is not None and view.cards.isVisible())
    qtbot.waitUntil(lambda: view.whom.chosen_id() == f"week:{monday}")
    qtbot.waitUntil(lambda: names(view) == ["Eve"])
    assert view.about.chosen_id() == "taking_part"
    assert view.about.options[0].button.hasFocus()
    page.show_thing(f"write-to/week:{monday}")
    qtbot.waitUntil(lambda: names(view) == ["Eve"])
