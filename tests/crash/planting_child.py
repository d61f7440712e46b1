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
from vcs_desktop.domain.kinds import KINDS, OPENER, OUR_GROUP, PERSON, PROFILE
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import NewGroup
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession

_PEOPLE = 12
_WORDS_IN_A_FILE = 20
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


def _visit(app, tasks, window, words):
    """Go to every page, half write something in every field, and search."""
    for place in [each.id for each in window.stack.specs.values() if not each.aside]:
        page = window.open_place(place)
        _settle(app, tasks)
        if place in ("people", "our-group"):
            for kind, write in (
                (QLineEdit, QLineEdit.setText),
                (QTextEdit, QTextEdit.setPlainText),
                (QPlainTextEdit, QPlainTextEdit.setPlainText),
            ):
                for field in page.findChildren(kind):
                    if field.isVisible() and not field.isReadOnly():
                        write(field, words())
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
