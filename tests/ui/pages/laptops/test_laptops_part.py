"""The laptops of a group, on the page of the group: one more, one less, and what goes between."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.laptops import ADDRESS
from tests.support.laptops_window import SECOND_LAPTOP
from tests.support.titles_window import words_in
from tests.support.vault_examples import ASHA, BEN
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.two_laptops.joining import NewMember
from vcs_desktop.ui.updates.exchanges import Exchanges


def fill(field, words):
    field.box.setText(words)


def to_code(window):
    """Press through the first steps until there is a code, and return its letters."""
    part, adding = window.part, window.part.adding
    part.add_button.click()
    if part._look.standing.service:
        adding.what.service_button.click()
    else:
        adding.what.service_button.click()
        fill(adding.service.address, ADDRESS)
        fill(adding.service.code, window.house.server.new_code())
        adding.service.go_button.click()
    window.house.settle()
    assert adding.code.isVisible(), adding.message.words.text()
    return adding.code.letters.text().split()


def test_a_group_on_one_laptop_says_so_and_offers_another(house, part_of):
    house.begin()
    window = part_of()
    assert "on this laptop only" in window.part.standing.text()
    assert window.part.add_button.isVisible()
    assert not window.part.stick.isVisible()
    window.can_be_used()


def test_the_practice_group_stays_on_this_laptop(house, part_of):
    house._open(house.groups.practice.open)
    window = part_of()
    assert window.part.practice.isVisible()
    assert not window.part.laptops.isVisible()


def test_another_laptop_comes_in_after_the_four_words_were_compared(house, part_of, qtbot):
    house.begin()
    house.inside.people.add(Person(name="Dev"))
    window = part_of()
    part = window.part
    code = to_code(window)
    assert len(code) == 3
    assert part.adding.timer.isActive()
    assert part.adding.code.picture.accessibleName()
    window.can_be_used()
    joining, asked = house.others.ask(code, "two", "Ben's laptop")
    part.adding.timer.timeout.emit()
    house.settle()
    compare = part.adding.compare
    assert compare.words.text() == asked.words
    assert "Ben's laptop" in compare.who.text()
    assert QApplication.focusWidget() is compare.other_button
    window.can_be_used()
    compare.same_button.click()
    house.settle()
    assert part.adding.isHidden()
    assert "Ben's laptop" in part.message.words.text()
    assert joining.is_let_in(asked)
    other = house.others.inside(joining.finish(asked, NewMember("Ben", BEN)))
    assert other.laptops.exchange().error is None
    assert {each.name for each in other.people.people()} == {"Dev"}
    house.inside.laptops.exchange()
    window.look_again()
    assert [each.name for each in part._look.laptops] == ["Laptop of Asha", "Ben's laptop"]
    window.can_be_used()


def test_other_words_let_nobody_in(house, part_of):
    house.begin()
    window = part_of()
    part = window.part
    joining, asked = house.others.ask(to_code(window), "two")
    part.adding.timer.timeout.emit()
    house.settle()
    part.adding.compare.other_button.click()
    house.settle()
    assert "not let in" in part.adding.message.words.text()
    assert part.adding.code.letters.text() == ""
    assert house.inside.laptops.asking() == ()
    assert len(house.inside.laptops.laptops()) == 1
    assert not asked.is_let_in
    assert joining


def test_without_an_address_or_a_code_nothing_is_asked(house, part_of):
    house.begin()
    window = part_of()
    adding = window.part.adding
    window.part.add_button.click()
    adding.what.service_button.click()
    adding.service.go_button.click()
    assert adding.service.address.error
    fill(adding.service.address, ADDRESS)
    adding.service.go_button.click()
    assert adding.service.code.error
    window.can_be_used()
    assert house.server.requests == 0


def test_meeting_them_now_is_seen_on_the_page(house, part_of):
    house.begin()
    house.share()
    part = part_of().part
    exchanges = Exchanges(house, house.tasks, house.session, house.clock, part)
    exchanges.look_how_it_stands()
    house.inside.people.add(Person(name="Dev"))
    part.view_model.look()
    house.settle()
    assert "1 change to send." in part.standing.text()
    part.meet_button.click()
    house.settle()
    assert "They last met today at" in part.standing.text()
    assert "Nothing has to be sent." in part.standing.text()


def test_a_laptop_that_has_a_name_is_not_asked_for_it_again(house, part_of):
    house.begin()
    house.inside.laptops.share("Asha's laptop")
    part = part_of().part
    part.add_button.click()
    part.adding.what.stick_button.click()
    assert part.adding.stick.copies_button.isVisible()
    assert not part.adding.stick.name.isVisible()
    part.adding.leave_button.click()
    part.add_button.click()
    part.adding.what.service_button.click()
    assert not part.adding.service.name.isVisible()
    fill(part.adding.service.address, ADDRESS)
    fill(part.adding.service.code, house.server.new_code())
    part.adding.service.go_button.click()
    house.settle()
    assert part.adding.code.isVisible()


def test_whoever_leaves_while_the_service_is_asked_gets_no_code_later(house, part_of):
    house.begin()
    part = part_of().part
    part.add_button.click()
    part.adding.what.service_button.click()
    fill(part.adding.service.address, ADDRESS)
    fill(part.adding.service.code, house.server.new_code())
    gate = Event()
    house.tasks.run(gate.wait, then=bool, otherwise=pytest.fail, lane="work")
    part.adding.service.go_button.click()
    part.adding.leave_button.click()
    gate.set()
    house.settle()
    assert part.adding.isHidden()
    assert part.adding.code.letters.text() == ""
    assert not part.adding.timer.isActive()
    assert "They meet at" in part.standing.text()


def test_locking_takes_the_code_off_the_screen(house, part_of):
    house.begin()
    window = part_of()
    to_code(window)
    window.part.put_away()
    assert window.part.adding.code.letters.text() == ""
    assert not window.part.adding.timer.isActive()


def test_a_laptop_is_taken_out_after_it_was_said_what_that_means(house, part_of):
    other = house.two()
    window = part_of()
    part = window.part
    (out,) = part.list.take_out_buttons.values()
    out.click()
    assert SECOND_LAPTOP in part.taking_out.title.text()
    assert QApplication.focusWidget() is part.taking_out.leave_button
    window.can_be_used()
    part.taking_out.go_button.click()
    house.settle()
    assert "What is on it stays there" in part.message.words.text()
    assert [each.is_removed for each in house.inside.laptops.laptops()] == [False, True]
    assert part.list.take_out_buttons == {}
    assert other.laptops.exchange().error is not None


def test_all_laptops_of_a_person_are_taken_out_at_once(house, part_of):
    house.two()
    third = house.others.another(house.inside, "three", "Old laptop", NewMember("Ben", BEN))
    second_owner = next(each for each in house.inside.laptops.laptops() if not each.is_this)
    assert third
    assert second_owner.owner_id
    house.inside.laptops.exchange()
    window = part_of()
    # Each laptop has slots of its own, so Ben is two people here: no button for both.
    assert len(window.part.list.take_out_buttons) == 2
    line = window.part._look.laptops[1]
    window.part.list.person_out_asked.emit(line)
    assert "All laptops of Ben" in window.part.taking_out.title.text()
    window.part.taking_out.go_button.click()
    house.settle()
    removed = [each.is_removed for each in house.inside.laptops.laptops()]
    assert removed.count(True) == 1


def test_what_came_is_listed_with_whose_it_is_and_the_way_to_it(house, part_of, qtbot):
    other = house.two()
    person = other.people.add(Person(name="Eve"))
    other.laptops.exchange()
    house.inside.laptops.exchange()
    window = part_of()
    part = window.part
    assert part.came.slices.isVisible()
    from PySide6.QtWidgets import QLabel, QPushButton

    words = " ".join(each.text() for each in part.came.findChildren(QLabel))
    assert "Ben added Eve" in words
    assert SECOND_LAPTOP in words
    show = next(
        each for each in part.came.findChildren(QPushButton) if each.accessibleName() == "Show Eve"
    )
    with qtbot.waitSignal(part.record_asked) as wanted:
        show.click()
    assert wanted.args == ["person", person]
    window.can_be_used()


def test_what_came_of_an_application_is_told_by_its_name(house, part_of):
    other = house.two()
    begun = other.applications.start_with((), name="Warm room")
    held = other.budgets.of(begun)
    other.budgets.save(held, replace(held.thing, months=6))
    other.laptops.exchange()
    house.inside.laptops.exchange()
    words = words_in(part_of().part.came)
    assert "Ben began the application Warm room" in words
    assert "Ben changed the budget of Warm room" in words


def test_being_offline_is_said_beside_the_button_until_the_laptops_meet(house, part_of):
    house.two()
    window = part_of()
    part = window.part
    exchanges = Exchanges(house, house.tasks, house.session, house.clock, part)
    exchanges.look_how_it_stands()
    house.settle()
    assert part.meet_button.text() == "Get updates now"
    assert not part.not_met.isVisible()
    house.go_offline()
    part.meet_button.click()
    house.settle()
    assert "The service cannot be reached just now." in part.not_met.text()
    assert part.not_met.isVisible()
    window.can_be_used()
    house.go_offline(is_off=False)
    part.meet_button.click()
    house.settle()
    assert not part.not_met.isVisible()


def test_what_went_well_is_said_until_the_laptops_meet_or_something_else_is_done(
    house, part_of, tmp_path
):
    house.two()
    part = part_of().part
    exchanges = Exchanges(house, house.tasks, house.session, house.clock, part)
    exchanges.look_how_it_stands()
    for go_on in (part.meet_button.click, house.session.tell_acted):
        part.write_file(str(tmp_path / "changes.vcschanges"))
        house.settle()
        assert "holds" in part.message.words.text()
        assert part.message.isVisible()
        go_on()
        house.settle()
        assert not part.message.isVisible()


@pytest.fixture
def much_deleted(house, part_of):
    other = house.two()
    people = [house.inside.people.add(Person(name=f"Person {n:02}")) for n in range(30)]
    house.inside.laptops.exchange()
    other.laptops.exchange()
    for each in people[:25]:
        other.people.remove(each)
    other.laptops.exchange()
    house.inside.laptops.exchange()
    return part_of(), other


def test_a_great_deletion_is_shown_and_ours_can_be_kept(much_deleted, house, qtbot):
    window, other = much_deleted
    card = window.part.held_back
    assert card.title.text() == "Another laptop wants to delete 25 things"
    assert "Person: 25" in card.kinds.text()
    card.fold.set_open(True)
    window.can_be_used()
    with qtbot.waitSignals([house.session.changed, house.session.exchange_wanted]):
        card.keep_button.click()
    house.settle()
    assert window.part.message.words.text() == "Yours are kept, on every laptop of the group."
    window.look_again()
    assert card.isHidden()
    assert len(house.inside.people.people()) == 30
    house.inside.laptops.exchange()
    other.laptops.exchange()
    assert len(other.people.people()) == 30


def test_a_great_deletion_can_be_let(much_deleted, house):
    window, _ = much_deleted
    window.part.held_back.let_button.click()
    house.settle()
    assert window.part.message.words.text() == "They are deleted here too."
    assert len(house.inside.people.people()) == 5
    window.look_again()
    assert window.part.held_back.isHidden()


def test_after_a_restore_somebody_looks_and_it_goes_on(house, part_of, tmp_path, qtbot):
    house.two()
    house.inside.backups.copy_to(tmp_path / "old.vcsgroup")
    house.lock()
    house.groups.restoring.restore(tmp_path / "old.vcsgroup", by_words(ASHA), replace=True)
    house.open_again()
    window = part_of()
    part = window.part
    assert part.stopped.title.text() == "Have a look first, then go on"
    assert not part.add_button.isVisible()
    window.can_be_used()
    with qtbot.waitSignal(house.session.exchange_wanted):
        part.stopped.go_on_button.click()
    house.settle()
    assert part.stopped.isHidden()


def test_a_laptop_that_asks_is_offered_when_the_part_comes(house, part_of):
    house.begin()
    house.share()
    _, asked = house.others.ask(house.inside.laptops.invite().code, "two")
    window = part_of()
    house.settle()
    part = window.part
    assert part.message.words.text() == "A laptop asks to join your group."
    part.message.act_button.click()
    house.settle()
    assert part.adding.compare.words.text() == asked.words


def test_by_stick_says_how_the_whole_group_goes_across_once(house, part_of, qtbot):
    house.begin()
    window = part_of()
    part = window.part
    part.add_button.click()
    part.adding.what.stick_button.click()
    part.adding.stick.go_button.click()
    house.settle()
    window.can_be_used()
    assert house.inside.laptops.standing().is_shared
    with qtbot.waitSignal(part.copies_asked):
        part.adding.stick.copies_button.click()
    part.adding.leave_button.click()
    house.settle()
    assert part.stick.isVisible()


def test_nobody_is_looked_for_while_the_part_is_not_seen(house, part_of):
    house.begin()
    window = part_of()
    to_code(window)
    adding = window.part.adding
    window.part.hide()
    assert not adding.timer.isActive()
    window.part.show()
    assert adding.timer.isActive()
    asked = house.server.requests
    for _ in range(5):
        adding.timer.timeout.emit()
    house.settle()
    assert house.server.requests == asked + 1
