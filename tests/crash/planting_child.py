"""The child of ``tests.crash.sentinels``: uses the window as a person would, and never ends."""

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from tests.crash.sentinels import SECRET, Words, planted
from tests.support.kept_files import kept, text_pdf
from tests.support.vault_examples import service
from vcs_desktop.app.log_setup import log_kept_in
from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.answers import Answer, ListedQuestion
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.kinds import KINDS, OPENER, OUR_GROUP, PERSON, PROFILE
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person
from vcs_desktop.services.applications.kept_copy import RECORDS
from vcs_desktop.services.groups import NewGroup
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.applications.open_view import PARTS

_PEOPLE = 12
_WORDS_IN_A_FILE = 20
_QUESTIONS = 3
_LONGEST_S = 60


def plant_and_wait(seed, how, root):
    """Do all that a person may do, say which words were planted, and wait to be killed."""
    words = Words(seed)
    folder = DataFolder(root)
    folder.make()
    app = QApplication(["vcs-desktop"])
    with log_kept_in(folder):
        parts, tasks = Parts(folder, SystemClock()), Tasks()
        # Its keys cost nothing to work out; all else is as the app makes it.
        parts.made["groups"] = service(folder.groups_folder, parts.clock)
        window = build_window(parts, tasks, SettingsFile(folder.settings_file), folder.log_folder)
        window.appear()
        session = window.findChild(GroupSession)
        made = NewGroup(words(), SECRET, "", hides_name=True)
        session.open_with(lambda: parts.groups.create(made), then=int, otherwise=_fail)
        _until(app, lambda: session.is_open)
        _plant(parts.space.inside(), parts.choices, words)
        _visit(app, tasks, window, words)
        if how == "locked":
            session.lock()
            _until(app, lambda: not parts.space.is_open)
            _settle(app, tasks)
        sys.stdout.write(json.dumps(words.given) + "\n")
        sys.stdout.flush()
        time.sleep(_LONGEST_S)


def _plant(inside, choices, words):
    """Put words into every text of every kind of record, old and new, there, binned and gone."""
    ids = [inside.records.add(PERSON, planted(Person, words)) for _ in range(_PEOPLE)]
    for each in ids:
        held = inside.people.person(each)
        inside.people.save(held, replace(held.thing, notes=words(), phone=words()))
    inside.people.remove(ids[0])
    inside.people.remove(ids[1])
    inside.records.delete_for_good([ids[1]])
    inside.records.undo()
    inside.records.add(PROFILE, planted(OurGroup, words), record_id=OUR_GROUP)
    for kind, known in KINDS.items():
        if kind not in {PERSON, PROFILE, OPENER}:
            inside.records.add(kind, planted(known.shape, words))
    _plant_files(inside, words)
    _plant_application(inside, words)
    inside.desk.put("draft/person/new", {"notes": words()})
    choices.hide("grant/1", words())
    inside.backups.back_up_if_changed()


def _plant_files(inside, words):
    """Put words into files, whose content is read for the search, and erase one of them."""
    for is_pdf in (False, True):
        # As on a stick: gone before anybody looks what is left on the computer.
        path = Path(tempfile.gettempdir()) / f"{words()}.pdf"
        some = " ".join(words() for _ in range(_WORDS_IN_A_FILE))
        path.write_bytes(text_pdf(some) if is_pdf else some.encode() * 400)
        try:
            for _ in range(2):
                paper_id, stored = kept(inside, path, words())
                assert inside.blobs.read(stored)
        finally:
            path.unlink()
        inside.records.erase([paper_id])
    assert inside.paper_files.read_texts()


def _plant_application(inside, words):
    """Put words into an application that hangs together, keep copies of it, and read them."""
    asked = [ListedQuestion(words(), text=words(), guidance=words()) for _ in range(_QUESTIONS)]
    begun = inside.applications.start_with(asked, name=words(), funder=words())
    inside.applications.keep_as_list(begun, words())
    for held in inside.applications.opened(begun).answers:
        said = planted(Answer, words)
        told = replace(held.thing, text=f"{words()} " * 200, facts=said.facts)
        first = inside.applications.save_answer(held, told)
        inside.applications.save_answer(first, replace(told, text=f"{words()} " * 200))
    for part in (inside.budgets, inside.grants):
        of = begun if part is inside.budgets else inside.applications.application(begun).thing
        held = part.of(of)
        made = planted(type(held.thing), words)
        part.save(held, replace(made, id=held.thing.id, application=begun))
    whole = inside.applications.application(begun)
    made = planted(Application, words)
    about = replace(whole.thing, papers=made.papers, changes=made.changes, notes=words())
    inside.applications.save(whole, about)
    for _ in range(2):
        copy = inside.application_papers.keep(begun, by=words(), note=words())
        inside.application_papers.read(copy)
    gone = inside.applications.start_with(asked, name=words())
    inside.application_papers.keep(gone)
    inside.applications.remove(gone)
    inside.bin.delete_for_good([gone])
    # A zip hides the words that are in it, but not the names of its files.
    words.given.append(RECORDS)


def _visit_application(app, tasks, page, words):
    """Open an application at each of its parts, and half write something in every field."""
    (begun,) = {line.id for line in page.view.lines() if line.all == _QUESTIONS}
    for part, *_ in PARTS:
        page.open(begun, part)
        _settle(app, tasks)
        _write_in_all(page, words)
        _settle(app, tasks)


def _visit(app, tasks, window, words):
    """Go to every page, half write something in every field, and search."""
    for place in [each.id for each in window.stack.specs.values() if not each.aside]:
        page = window.open_place(place)
        _settle(app, tasks)
        if place in ("people", "our-group"):
            _write_in_all(page, words)
        if place == "applications":
            _visit_application(app, tasks, page, words)
        if place == "people":
            page.add_button.click()
            _settle(app, tasks)
            for field in page.findChildren(QLineEdit):
                if field.isVisible():
                    field.setText(words())
            _settle(app, tasks)
    window.top_bar.search.setFocus()
    window.top_bar.search.setText(words.given[0])
    _settle(app, tasks)


def _write_in_all(page, words):
    for kind, write in (
        (QLineEdit, QLineEdit.setText),
        (QTextEdit, QTextEdit.setPlainText),
        (QPlainTextEdit, QPlainTextEdit.setPlainText),
    ):
        for field in page.findChildren(kind):
            if field.isVisible() and not field.isReadOnly():
                write(field, words())


def _settle(app, tasks):
    """Wait until all that was asked for on the lanes has been told."""
    for _ in range(3):
        told = []
        for lane in ("data", "work"):
            tasks.run(int, then=told.append, otherwise=told.append, lane=lane)
        _until(app, lambda told=told: len(told) == 2)


def _until(app, is_so):
    end = time.monotonic() + _LONGEST_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _fail(error):
    raise error
