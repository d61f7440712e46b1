"""The People page: the list, who is in it, one in full, the bin and back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from tests.support.people_window import DEV, ZED, names, people_of, said_in
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.ui.pages.people.page import PeoplePage
from vcs_desktop.ui.pages.people.person_rows import PersonDelegate
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.title_list import RowRole, TitleRow


def test_a_group_without_people_says_what_the_page_is_for_and_how_to_begin(open_people):
    page = open_people(people=())
    empty = page.view.empty
    assert page.subtitle == "0 people"
    assert "how to reach them" in empty.text.text()
    assert (empty.button.text(), empty.button.isVisible()) == ("Add a person", True)
    assert empty.bring_in_button.isVisible()
    assert not page.filter_bar.isVisible()
    assert page.first_focus() is empty.button


@pytest.mark.parametrize(("width", "height"), [(1150, 600), (600, 360)])
def test_the_keyboard_begins_in_the_list(group_house, tasks, show, qtbot, width, height):
    group_house.inside.people.add(ZED)
    page = show(PeoplePage(group_house, tasks, group_house.session), width, height)
    (page.filter_bar.more if width < 760 else page.filter_bar.find_field.box).setFocus()
    page.shown()
    qtbot.waitUntil(page.view.titles.list.hasFocus)


def test_without_people_the_keyboard_begins_at_the_first_button_not_beside_the_page(
    group_house, tasks, show, qtbot
):
    page = PeoplePage(group_house, tasks, group_house.session)
    lock = QPushButton("Lock")
    show(panel(column(lock, page)), 1150, 600)
    page.filter_bar.find_field.box.setFocus()
    page.shown()
    qtbot.waitUntil(page.view.empty.button.isVisible)
    assert page.view.empty.button.hasFocus()


def test_everybody_is_listed_by_name_with_what_they_are_today(open_people):
    page = open_people()
    assert names(page) == ["Carol Ńguyen", "dev Singh", "Élodie Marchand", "Zed"]
    assert page.subtitle == "4 people"
    rows = [page.view.titles.list.model().index(row).data(RowRole) for row in range(4)]
    assert [row.line for row in rows] == [
        "Committee · Volunteer · Treasurer",
        "Member",
        "Volunteer · Driver",
        "Contact",
    ]
    assert rows[0].spoken == "Carol Ńguyen. Committee · Volunteer · Treasurer. DBS check is due"


def test_the_list_keeps_qts_rules_while_people_come_and_go(open_people, group_house, qtbot):
    page = open_people()
    model = page.view.titles.list.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    group_house.inside.people.add(Person(name="Ben"))
    page.shown()
    qtbot.waitUntil(lambda: "Ben" in names(page))
    page.filter_bar.find_field.box.setText("nobody at all")
    qtbot.waitUntil(lambda: names(page) == [])


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        (Tie.COMMITTEE, ["Carol Ńguyen"]),
        (Tie.VOLUNTEER, ["Carol Ńguyen", "Élodie Marchand"]),
        (Tie.MEMBER, ["dev Singh"]),
        (Tie.CONTACT, ["Zed"]),
    ],
)
def test_a_filter_says_how_many_there_are_and_lists_just_those(open_people, tie, expected):
    page = open_people()
    chip = page.filter_bar.chips[tie]
    assert chip.text().endswith(f": {len(expected)}")
    chip.click()
    assert names(page) == expected
    assert page.subtitle == ("1 of 4 people" if len(expected) == 1 else "2 of 4 people")
    chip.click()
    assert len(names(page)) == 4


def test_two_filters_list_whoever_is_one_or_the_other(open_people):
    page = open_people()
    page.filter_bar.chips[Tie.MEMBER].click()
    page.filter_bar.chips[Tie.CONTACT].click()
    assert names(page) == ["dev Singh", "Zed"]


def test_those_whose_dbs_check_is_due_can_be_listed_alone(open_people):
    page = open_people()
    assert page.filter_bar.due.text() == "DBS check due: 1"
    page.filter_bar.due.click()
    assert names(page) == ["Carol Ńguyen"]


def test_without_any_check_that_is_due_there_is_no_filter_for_it(open_people):
    assert not open_people(people=(DEV,)).filter_bar.due.isVisible()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nguy", ["Carol Ńguyen"]),
        ("SINGH", ["dev Singh"]),
        ("elodie", ["Élodie Marchand"]),
        ("07700900001", ["dev Singh"]),
        ("example.org", ["Carol Ńguyen"]),
        ("driver", ["Élodie Marchand"]),
        ("carol treasurer", ["Carol Ńguyen"]),
        ("carol driver", []),
    ],
)
def test_people_are_found_by_what_is_typed(open_people, qtbot, typed, expected):
    page = open_people()
    field = page.find_here()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(page) == expected


def test_a_list_that_is_empty_by_its_filters_offers_everybody_again(open_people, qtbot):
    page = open_people()
    page.find_here().setText("xyzzy")
    qtbot.waitUntil(page.view.empty.button.isVisible)
    assert page.view.empty.button.text() == "Show everybody"
    assert not page.view.empty.bring_in_button.isVisible()
    page.view.empty.button.click()
    assert len(names(page)) == 4


def test_people_are_sorted_by_last_name_or_the_newest_first(open_people):
    page = open_people()
    page.filter_bar.sort.choose("last_name")
    assert names(page) == ["Élodie Marchand", "Carol Ńguyen", "dev Singh", "Zed"]
    page.filter_bar.sort.choose("newest")
    assert names(page) == ["Zed", "Élodie Marchand", "dev Singh", "Carol Ńguyen"]


def test_the_card_says_everything_that_is_known_and_first_what_is_due(open_people, open_card):
    page = open_people()
    said = said_in(open_card(page, "Carol Ńguyen"))
    for part in (
        "The DBS check was to be looked at again by 1 March 2025.",
        "Carol Ńguyen",
        "Committee · Volunteer",
        "01865 000000",
        "carol@example.org",
        "1 High Street\nOxford",
        "Dan (partner)\n07700 900123",
        "Committee: Treasurer. 1 January 2025 to 31 December 2026",
        "Volunteer. Since 1 May 2024",
        "Roles that ended",
        "Member. 1 January 2020 to 1 January 2024",
        "bookkeeping",
        "Her brother owns the hall.\nDeclared on 1 February 2025.",
        "“You may ring me.”\nGiven on 1 January 2025. On paper.",
        "Enhanced\nSeen on 1 March 2022\nLook again by 1 March 2025",
        "Large print.",
        "Likes mornings.",
    ):
        assert part in said
    assert said[0].startswith("The DBS check")


def test_the_card_leaves_out_what_nobody_said(open_people, open_card):
    page = open_people()
    said = said_in(open_card(page, "Zed"))
    assert "Zed" in said
    for heading in ("Phone", "Roles", "DBS check", "What they need to take part", "Notes"):
        assert heading not in said


def test_whoever_has_left_is_said_to_have_left(open_people, open_card):
    left = Role("r1", Tie.MEMBER, "", date(2020, 1, 1), date(2021, 1, 1))
    page = open_people(people=(Person(name="Ann", roles=(left,)),))
    assert page.view.titles.list.model().index(0).data(RowRole).line == "Has left"
    said = said_in(open_card(page, "Ann"))
    assert "Has left" in said
    assert "Contact" not in said


def test_two_versions_are_offered_on_the_card_and_the_list_says_so(
    open_people, open_card, group_house, qtbot
):
    page = open_people(people=(DEV,))
    people = group_house.inside.people
    held = people.person(people.people()[0].id)
    for phone in ("111", "222"):
        people.save(held, replace(held.thing, phone=phone))
    page.shown()
    titles = page.view.titles.list
    qtbot.waitUntil(lambda: titles.model().index(0).data(RowRole).mark == "Two versions")
    qtbot.waitUntil(lambda: page.view.card is not None and page.view.card.versions.isVisible())
    choose = next(
        each
        for each in page.view.card.versions.findChildren(QPushButton)
        if each.accessibleName() == "111 is right"
    )
    with qtbot.waitSignal(group_house.session.acted):
        choose.click()
    qtbot.waitUntil(lambda: titles.model().index(0).data(RowRole).mark == "")
    qtbot.waitUntil(lambda: page.view.card.person.phone == "111")
    assert not people.person(held.record.id).record.choices


def test_who_is_put_in_the_bin_can_be_taken_out_again(open_people, open_card, group_house, qtbot):
    page = open_people()
    with qtbot.waitSignal(group_house.session.acted):
        open_card(page, "dev Singh").remove_button.click()
    qtbot.waitUntil(lambda: "dev Singh" not in names(page))
    assert page.undo_bar.words.text() == "“dev Singh” is in the bin."
    assert "dev Singh" not in people_of(group_house)
    qtbot.waitUntil(lambda: page.view.card.person.name == "Élodie Marchand")
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: "dev Singh" in names(page))
    assert "dev Singh" in people_of(group_house)


def test_who_goes_to_the_bin_by_the_menu_of_their_row_leaves_what_is_open_alone(
    open_people, open_card, group_house, qtbot
):
    page = open_people()
    card = open_card(page, "Zed")
    dev = next(line.id for line in group_house.inside.people.people() if line.name == "dev Singh")
    page.acts.remove(dev, "dev Singh")
    qtbot.waitUntil(lambda: "dev Singh" not in names(page))
    group_house.settle()
    assert page.view.card.person == card.person
    assert page.view.titles.list.currentIndex().data() == "Zed"


def test_somebody_who_is_not_there_is_not_waited_for(open_people, open_card, group_house, qtbot):
    page = open_people()
    page.show_thing("0000")
    open_card(page, "Zed")
    for _ in range(2):
        with qtbot.waitSignal(page.ready):
            page.shown()
        assert page.view.titles.list.currentIndex().data() == "Zed"


def test_the_one_person_of_a_group_can_be_put_in_the_bin(open_people, open_card, qtbot):
    page = open_people(people=(ZED,))
    open_card(page, "Zed").remove_button.click()
    qtbot.waitUntil(page.view.empty.button.isVisible)
    assert page.subtitle == "0 people"


def test_a_person_whom_the_filters_leave_out_is_opened_all_the_same(
    open_people, group_house, qtbot
):
    page = open_people()
    page.filter_bar.chips[Tie.COMMITTEE].click()
    zed = next(each.id for each in group_house.inside.people.people() if each.name == "Zed")
    page.show_thing(zed)
    qtbot.waitUntil(lambda: page.view.card is not None and page.view.card.person.id == zed)
    assert len(names(page)) == 4


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_the_menu_of_a_row_opens_by_keys_and_holds_what_the_card_has(open_people, open_card, qtbot):
    page = open_people()
    open_card(page, "Zed")
    titles = page.view.titles.list
    titles.setFocus()
    qtbot.keyClick(titles, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    said = [action.text() for action in menu.actions()]
    assert said[:2] == ["Open", "Change"]
    assert "Put in the bin" in said
    menu.close()


def test_what_was_changed_by_undo_is_seen_at_once(open_people, open_card, group_house, qtbot):
    page = open_people()
    card = open_card(page, "Zed")
    held = group_house.inside.people.person(card.person.id)
    group_house.inside.people.save(held, Person(id=card.person.id, name="Zed", phone="123"))
    page.shown()
    qtbot.waitUntil(lambda: page.view.card.person.phone == "123")
    group_house.inside.records.undo()
    page.shown()
    qtbot.waitUntil(lambda: page.view.card.person.phone == "")


def test_whoever_reads_a_card_is_left_alone_when_the_page_looks_again(
    open_people, open_card, group_house, qtbot
):
    page = open_people()
    card = open_card(page, "Zed")
    with qtbot.waitSignal(page.ready):
        page.shown()
    group_house.settle()
    assert page.view.card is card


class CountingDelegate(PersonDelegate):
    """Counts how often it is asked for the size of a row."""

    asked = 0

    def sizeHint(self, option, index):  # noqa: N802  Qt's own name
        self.asked += 1
        return super().sizeHint(option, index)


def test_thousands_of_people_are_laid_out_without_measuring_each(open_people):
    page = open_people(people=())
    titles = page.view.titles
    delegate = CountingDelegate(titles.list)
    titles.list.setItemDelegate(delegate)
    titles.show_rows([TitleRow(str(n), f"Person {n}", line="Volunteer") for n in range(5_000)])
    titles.list.grab()
    titles.list.scrollToBottom()
    titles.list.grab()
    assert titles.list.indexAt(titles.list.viewport().rect().bottomLeft()).row() > 4_900
    assert delegate.asked < 200


def test_names_that_want_to_do_harm_are_shown_as_words(open_people, tmp_path, qtbot, group_house):
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"")
    texts = [text for _, text in hostile_texts(canary)][::25]
    people = []
    for text in texts:
        role = (Role("r1", Tie.VOLUNTEER, text),)
        people.append(Person(name=f"x {text}"[:2_000], phone=text, notes=text, roles=role))
    page = open_people(people=tuple(people))
    for row in range(page.view.titles.list.model().rowCount()):
        index = page.view.titles.list.model().index(row)
        page.view.titles.list.setCurrentIndex(index)
        wanted = index.data(RowRole).id
        qtbot.waitUntil(
            lambda w=wanted: page.view.card is not None and page.view.card.person.id == w
        )
        page.view.card.grab()
        page.view.titles.list.grab()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_page_can_be_used_by_everybody(open_people, open_card, qtbot, theme):
    look.set_theme(theme)
    page = open_people()
    open_card(page, "Carol Ńguyen")
    usable_at_every_size(qtbot, page)
    page.view.titles.list_detail.show_detail()
    usable_at_every_size(qtbot, page)


def test_an_empty_page_can_be_used_by_everybody(open_people, qtbot):
    usable_at_every_size(qtbot, open_people(people=()))


def test_the_page_is_mirrored_for_languages_read_from_the_right(open_people, open_card, qtbot):
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = open_people()
        card = open_card(page, "Carol Ńguyen")
        page.grab()
        titles = page.view.titles.list
        assert titles.mapTo(page, QPoint()).x() > card.mapTo(page, QPoint()).x()
        beside = (page.write_button, page.worried_button)  # in the order in which they are read
        first, second = (each.mapTo(page, QPoint()).x() for each in beside)
        assert first < second
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
