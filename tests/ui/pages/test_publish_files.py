"""Files that go along with what is published, in the window."""

import hashlib

from PySide6.QtGui import QGuiApplication

from tests.support import accessibility
from tests.support.arriving import Laptop
from tests.support.council_office import WARM, WORDS
from vcs_desktop.ui.reading_order import put_tab_in_reading_order


def test_who_publishes_is_warned_of_a_file_that_does_not_go_along(officer, tmp_path):
    officer.come_in()
    folder = tmp_path / "term"
    folder.mkdir()
    (folder / "words.yaml").write_text(
        "source: Us\nlicence: MIT\nasOf: '2026-11-20'\nitems:\n  - id: term/one\n"
        f"    title: Our form\n    text: attachments/{'0' * 64}\n",
        "utf-8",
    )
    officer.put_in(folder)
    step = officer.see_changes()
    assert "1 thing points to a file that does not go along" in step.warning.text()
    assert "Our form" in step.warning.text()


def test_a_file_goes_along_with_a_grant_of_the_workbook_and_groups_get_it(officer, tmp_path):
    officer.come_in()
    form = tmp_path / "form.pdf"
    form.write_bytes(b"%PDF-1.7 a form")
    along = officer.flow.put_in.along
    along.add([form])
    officer.wait(along.lines[form].copy_button.isEnabled)
    along.lines[form].copy_button.click()
    line = QGuiApplication.clipboard().text()
    assert line == f"attachments/{hashlib.sha256(form.read_bytes()).hexdigest()}"
    put_tab_in_reading_order(officer.page)
    assert accessibility.every_complaint(officer.page) == []
    officer.office.fill(WARM | {"Page to apply on": line})
    officer.put_in()
    assert "points to" not in officer.see_changes().warning.text()
    officer.sign()
    laptop = Laptop(tmp_path / "laptop")
    tree = officer.flow.done.tree
    laptop.arrivals.take_in(tree, trust=laptop.arrivals.look_at(tree).fingerprint)
    (grant,) = [one for kind, one, *_ in laptop.lines("oxfordshire") if kind == "funding_call"]
    (file,) = laptop.arrivals.files.of_record(grant).files
    assert (file.title, file.name, file.is_here) == ("Warm rooms", "Warm rooms.pdf", True)
    laptop.close()


def test_what_went_along_the_last_time_goes_along_again_until_it_is_removed(officer, tmp_path):
    officer.come_in()
    form = tmp_path / "form.pdf"
    form.write_bytes(b"%PDF-1.7 a form")
    officer.flow.put_in.along.add([form])
    officer.publish()
    officer.page.close_button.click()
    officer.open_key(WORDS)
    officer.wait(lambda: officer.publisher.desk is not None)
    officer.wait(lambda: officer.flow.put_in.along.paths == [form])
    officer.wait(officer.flow.put_in.along.lines[form].copy_button.isEnabled)
    officer.flow.put_in.along.lines[form].remove_button.click()
    assert officer.flow.put_in.along.paths == []
    officer.see_changes()
    assert not officer.flow.work.plan.changes_nothing


def test_a_file_that_cannot_go_along_is_told_beside_it(officer, tmp_path):
    officer.come_in()
    along, gone = officer.flow.put_in.along, tmp_path / "gone.pdf"
    along.add([gone])
    officer.wait(lambda: "cannot be read" in along.lines[gone].what.text())
    assert not along.lines[gone].copy_button.isEnabled()
