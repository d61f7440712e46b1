"""What will change, seen item by item before it is signed."""

from tests.support.council_office import DAYS, WARM
from tests.support.publish_changes import titles, words_of_card


def test_a_row_with_a_mistake_is_told_and_keeps_all_from_being_signed(officer):
    officer.office.fill(WARM, {"Name of the grant": "No funder"})
    officer.come_in()
    officer.put_in()
    changes = officer.see_changes()
    (refused,) = [title for mark, title in titles(changes) if mark == "Refused"]
    assert "Grants" in refused
    assert "row 4" in refused
    assert not changes.next_button.isEnabled()
    changes.titles.list.choose("refused/0")
    officer.wait(lambda: "This cannot be published" in words_of_card(changes))
    changes.without.box.click()
    assert changes.next_button.isEnabled()
    done = officer.sign()
    assert "Version 1" in done.headline.text()


def test_the_list_can_be_narrowed_to_what_is_taken_out(officer):
    officer.come_in()
    officer.publish().again_asked.emit()
    officer.office.fill(DAYS, {"Name of the grant": "Garden tools", "Funder": "The Council"})
    changes = officer.see_changes()
    assert "not in your files any more" in changes.warning.text()
    changes.chips["gone"].click()
    assert titles(changes) == {("Taken out", "Warm rooms")}


def test_the_list_can_be_narrowed_to_one_kind_and_the_counts_follow(officer):
    officer.come_in()
    officer.publish().again_asked.emit()
    officer.office.fill(
        DAYS, {"Name of the grant": "Garden tools", "Funder": "The Council"}, events=()
    )
    changes = officer.see_changes()
    whole = titles(changes)
    assert ("Added", "Garden tools") in whole
    changes.kind.choose("event")
    assert titles(changes) == {("Taken out", "Treasurers meet")}
    assert changes.chips["all"].text() == "All (1)"
    assert changes.chips["added"].isHidden()
    changes.chips["gone"].click()
    changes.kind.choose("funding_call")
    assert titles(changes) == {("Taken out", "Warm rooms")}
    changes.chips["added"].click()
    changes.kind.choose("event")
    assert titles(changes) == {("Taken out", "Treasurers meet")}
    assert changes.chips["all"].isChecked()
    changes.kind.choose("all")
    assert titles(changes) == whole


def test_a_folder_in_which_nothing_is_published_yet_is_told(officer):
    officer.come_in()
    officer.put_in()
    changes = officer.see_changes()
    assert "Nothing is published in this folder yet" in changes.warning.text()
    officer.sign().again_asked.emit()
    assert officer.see_changes().warning.isHidden()
