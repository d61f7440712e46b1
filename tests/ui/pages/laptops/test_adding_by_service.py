"""What the service does not take when a laptop is added is said where it can be put right."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from tests.support.laptops import ADDRESS
from vcs_desktop.sync.errors import WrongAddress


def fill(field, words):
    field.box.setText(words)


def to_service(window, address, code):
    adding = window.part.adding
    window.part.add_button.click()
    adding.what.service_button.click()
    fill(adding.service.address, address)
    fill(adding.service.code, code)
    return adding


def test_a_code_that_the_service_does_not_know_is_said_and_can_be_mended(house, part_of):
    house.begin()
    window = part_of()
    adding = to_service(window, ADDRESS, "wrong")
    adding.service.go_button.click()
    house.settle()
    assert "This code is not right, or not any more." in adding.service.code.error
    assert "Ask whoever gave it to you for a new one." in adding.service.code.error
    assert QApplication.focusWidget() is adding.service.code.box
    window.can_be_used()
    fill(adding.service.code, house.server.new_code())
    adding.service.go_button.click()
    house.settle()
    assert adding.code.isVisible()


def test_a_code_that_another_group_has_used_or_that_is_too_old_is_said_at_its_field(house, part_of):
    house.begin()
    used, old = house.server.new_code(), house.server.new_code()
    house.others.server.tables.codes[used] = (("another group", None), "", house.clock.now())
    token, until = "", house.clock.now() - timedelta(days=1)
    house.server.tables.codes[old] = None, token, until
    adding = to_service(part_of(), ADDRESS, used)
    for code in (used, old):
        fill(adding.service.code, code)
        adding.service.go_button.click()
        house.settle()
        assert "not right, or not any more" in adding.service.code.error
        assert not adding.message.isVisible()


def test_an_address_that_is_none_is_said_at_its_field(house, part_of):
    house.begin()

    def refuse(_address):
        raise WrongAddress

    house.inside.laptops.connect = refuse
    adding = to_service(part_of(), "nonsense", "1234")
    adding.service.go_button.click()
    house.settle()
    assert "not an address" in adding.service.address.error
    assert QApplication.focusWidget() is adding.service.address.box


def test_offline_the_focus_stays_in_the_step_and_not_at_cancel(house, part_of):
    house.begin()
    adding = to_service(part_of(), ADDRESS, house.server.new_code())
    house.go_offline()
    adding.service.go_button.click()
    house.settle()
    assert "cannot be reached" in adding.message.words.text()
    assert QApplication.focusWidget() is adding.service.address.box


def test_the_name_of_the_laptop_that_was_typed_last_counts(house, part_of):
    house.begin()
    window = part_of()
    adding = to_service(window, ADDRESS, "wrong")
    fill(adding.service.name, "Kitchen laptop")
    adding.service.go_button.click()
    house.settle()
    fill(adding.service.name, "Office laptop")
    fill(adding.service.code, house.server.new_code())
    adding.service.go_button.click()
    house.settle()
    assert adding.code.isVisible()
    assert [each.name for each in house.inside.laptops.laptops()] == ["Office laptop"]
