"""What the window shows of publishing beyond its pages at rest: each step, and what is refused."""

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from tests.support.council_office import CHECKER, NAME, ROOT_WORDS
from tests.support.council_year import COMPACT, OXFORD, Inbox, written_plan
from tests.support.library_examples import notice, write_package
from tests.support.publish_window import open_publisher
from vcs_desktop.domain.action_plan import Action, Progress
from vcs_desktop.domain.publisher_keys import Change

TERM = "Zwischenraum"
BAD = "Nirgendwo"
OTHER = "Anderes"
FILES = (
    "bus",
    "two",
    "term",
    "words.yaml",
    "page.json",
    "publisher-1.key",
    "root-1.key",
    "office0",
    "office1",
    "inbox.json",
)
FORM = b"a form"
POINTER = f"attachments/{hashlib.sha256(FORM).hexdigest()}"
HAPPENED = f"9 March 2026: {TERM}"
AN_ACTION = (
    Action(
        "strategy/action/1", TERM, TERM, OTHER, date(2026, 3, 9), Progress.LATE, OTHER, COMPACT,
        HAPPENED,
    ),
)  # fmt: skip
TYPED_TO_PUBLISH = (
    POINTER, CHECKER, NAME, "Ann", HAPPENED, TERM, BAD, OTHER, "library", *FILES
)  # fmt: skip


def publishing(walk: Any) -> Iterator[QWidget]:
    """Every step: files in, what changes, what is refused, who checked, signed, and the history."""
    office = open_publisher(walk.window, walk.parts, walk.folder, walk.qtbot)
    page = walk.come_to("publish")
    flow = page.flow
    walk.wait(lambda: flow.put_in.tree.name == "library")
    source, contracts = office.folder / "term", office.folder / "page.json"
    _write_terms(source, TERM)
    write_package(contracts, notice("bus"))
    flow.put_in.add([source, contracts])
    walk.wait(lambda: len(flow.put_in._what) == 2)
    form = office.folder / "bus"
    form.write_bytes(FORM)
    flow.put_in.along.add([form])
    walk.wait(flow.put_in.along.lines[form].copy_button.isEnabled)
    yield page
    flow.put_in._lines[contracts].remove_button.click()
    yield page
    flow.put_in.undo_bar.undo_button.click()
    yield from _signed(walk, page)
    flow.done.again_asked.emit()
    _write_terms(source, OTHER, bad=True)
    flow.put_in.next_button.click()
    walk.wait(lambda: flow.front is flow.changes)
    for row in ("refused/0", "0", "1"):
        flow.changes.titles.list.choose(row)
        yield page
    flow.changes.without.box.click()
    flow.changes.next_button.click()
    flow.checked_by.next_button.click()
    yield page
    page.sections.open("history")
    walk.wait(lambda: page.history._notes != [])
    yield page
    yield from _year_of_the_council(walk, page, office)
    yield from _changing_keys(walk, page, office)
    page.close_button.click()


def _year_of_the_council(walk: Any, page: Any, office: Any) -> Iterator[QWidget]:
    """The council's own plan, empty and with actions, one taken out, and the yearly report."""
    page.sections.open("plan")
    plan = page.plan
    walk.wait(lambda: plan._view is not None)
    yield page
    written_plan(office.keys, AN_ACTION)
    plan.look()
    walk.wait(lambda: plan._form is not None)
    plan._form.history.set_open(True)
    yield page
    plan._form.owner.box.setText(f"{CHECKER}, a@example.org")
    plan._form.owner.on_left()
    yield page
    plan._form.remove_button.click()
    walk.wait(plan.titles.empty.isVisible)
    yield page
    plan.undo_bar.undo_button.click()
    walk.wait(lambda: plan._view.plan.actions != ())
    page.sections.open("report")
    report = page.report
    walk.wait(lambda: report.year.box.count() > 0)
    yield page
    inbox = Inbox()
    inbox.need("food", OXFORD, 7, year=2026)
    report._take_shared(inbox.export(office.folder))
    report.look_button.click()
    walk.wait(report.reading.isVisible)
    yield page


def _changing_keys(walk: Any, page: Any, office: Any) -> Iterator[QWidget]:
    """Who may publish, each way to change it, and one of them done."""
    part = page.keys
    page.sections.open("keys")
    walk.wait(lambda: part.held.shown is not None)
    yield page
    for change in (Change.HAND_OVER, Change.NEW_KEY):
        part.held.buttons[change].click()
        part.next_button.click()
        yield page  # no name was typed
        part.what.holder.set_words(CHECKER)
        part.next_button.click()
        walk.wait(lambda: part.front is part.preview)
        yield page
        if change is Change.HAND_OVER:
            part.leave_button.click()
    part.next_button.click()
    part.next_button.click()
    yield page  # no file was chosen
    part.root.choose(shutil.copy(office.root_file, office.folder / "root-1.key"))
    yield page
    part.root.field.box.setText(ROOT_WORDS)
    part.next_button.click()
    walk.wait(lambda: part.front is part.words)
    walk.wait(lambda: part.words.new_words.words() != "")
    part.words.new_words.once_more.copied.box.click()
    part.next_button.click()
    walk.wait(lambda: part.front is part.done)
    yield page


def making_keys(walk: Any) -> Iterator[QWidget]:
    """Opening a key, wrong words, and the questions of who publishes."""
    page = walk.come_to("publisher-key")
    office_file = walk.folder / "publisher-1.key"
    office_file.write_text("{}", "utf-8")
    office_file.chmod(0o600)
    page.open.choose(office_file)
    yield page
    page.open.words_field.box.setText("xyzzy")
    page.open.open_button.click()
    walk.wait(page.open.message.isVisible)
    yield page
    page.open.make_button.click()
    page.make.next_button.click()
    yield page
    for field, words in zip(page.make.who.fields, (NAME, "line", "Ann", CHECKER), strict=True):
        field.set_words(words)
    page.make.next_button.click()
    walk.wait(lambda: page.make.root_words.words() != "")
    page.make.leave_button.click()


def _signed(walk: Any, page: Any) -> Iterator[QWidget]:
    flow = page.flow
    flow.put_in.next_button.click()
    walk.wait(lambda: flow.front is flow.changes)
    yield page
    flow.changes.next_button.click()
    flow.checked_by.field.box.setText(CHECKER)
    flow.checked_by.next_button.click()
    yield page
    flow.sign.sign_button.click()
    walk.wait(lambda: flow.front is flow.done)
    yield page


def _write_terms(folder: Any, name: str, *, bad: bool = False) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head = f"source: {NAME}\nlicence: MIT\nasOf: '2026-11-20'\nitems:\n"
    item = f"  - id: term/one\n    title: {name}\n    text: {name}\n"
    wrong = f"  - id: term/two\n    text: {BAD}\n" if bad else ""
    (folder / "words.yaml").write_text(head + item + wrong, "utf-8")
