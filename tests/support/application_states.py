"""What an open application of the practice group shows: its editor, and what opens over it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from vcs_desktop.domain.applications import Status
from vcs_desktop.domain.budgets import Basis
from vcs_desktop.ui.widgets.choice_field import SteadyDropDown

if TYPE_CHECKING:
    from tests.support.window_states import Walk

WORD = "xyzzy" * 6
"""Is in no language, and too long for anything to be offered for it."""


def answers(walk: "Walk") -> Iterator[QWidget]:
    """An answer, the check of spelling, what can be changed, both panes, the window to paste from.

    The practice group is open.
    """
    page = walk.come_to("applications")
    application_id = page.view.lines()[0].id
    view = page.open(application_id, "answers")
    walk.wait(lambda: view.front() is not None and view.front().card is not None)
    part = view.front()
    yield page
    with walk.qtbot.waitSignal(part.card.marks.changed, timeout=30_000):
        part.card.text_field.box.setPlainText(WORD)
    part.card.spelling_button.click()
    walk.wait(part.card.spelling.leave_button.isVisible)
    part.find_here()
    part.card.fold.set_open(True)
    yield page
    part.card.spelling.leave()
    part.card.find_bar.leave()
    part.card.text_field.box.undo()
    for pane in (part.panes.before, part.panes.after):
        part.panes.open(pane)
        yield page
        if pane is part.panes.after and part.reuse.facts.all_button.isVisible():
            part.reuse.facts.all_button.click()
            yield page
        part.panes.close_pane()
    window = part.open_paste_window()
    yield window
    window.close()
    page.back_button.click()


GRANT = "practice/grant/good-neighbours"
WHO = "Zzyzx Xyzzy"
"""Signs, and is in no language either."""


def application(walk: "Walk") -> Iterator[QWidget]:
    """How one begins, and every part of it with what opens there, to the report on its grant.

    The practice group is open.
    """
    page = walk.come_to("applications")
    page.show_thing(f"from:{GRANT}")
    start = page.places.front()
    walk.wait(lambda: start.grant.before is not None)
    yield page
    page.start()
    yield page
    before = {line.id for line in page.view.lines()}
    start.start_from(GRANT)
    walk.wait(lambda: start.grant.before is not None)
    start.from_grant.click()
    walk.wait(lambda: bool({line.id for line in page.view.lines()} - before))
    (id_,) = {line.id for line in page.view.lines()} - before
    for part in (_about, _plan, _budget, _papers, _ready, _after):
        yield from part(walk, page, id_)
    page.back_button.click()
    yield page
    page.results_button.click()
    walk.wait(lambda: hasattr(page.places.front(), "table"))
    yield page
    page.places.front().back_button.click()


def _came(walk: "Walk", page: QWidget, id_: str, name: str) -> QWidget:
    """Open a part, and wait until it shows the application."""
    part = page.open(id_, name).front()
    walk.wait(lambda: part.next_button.text() != "" or bool(part.forms))
    return part


def _press(walk: "Walk", part: QWidget, name: str) -> None:
    """Press a button of a part by its name as an object, and wait for the form that it opens."""
    before = part.forms
    part.findChild(QPushButton, name).click()
    walk.wait(lambda: part.forms != before)


def _about(walk: "Walk", page: QWidget, id_: str) -> Iterator[QWidget]:
    part = _came(walk, page, id_, "about")
    yield page
    _show_longest(part)
    yield page


def _plan(walk: "Walk", page: QWidget, id_: str) -> Iterator[QWidget]:
    part = _came(walk, page, id_, "plan")
    part.from_library.click()
    yield page
    part.library.choose("loneliness")
    part.from_library.click()
    walk.wait(lambda: bool(part.forms))
    yield page


def _budget(walk: "Walk", page: QWidget, id_: str) -> Iterator[QWidget]:
    part = _came(walk, page, id_, "budget")
    yield page
    for name in ("lines", "running_costs", "funders"):
        _press(walk, part, f"add/{name}")
        _show_longest(part)
        yield page
    part.close_row()
    walk.wait(lambda: len(part.forms) == 1)
    whole = part.forms[0].bound
    for basis in Basis:
        whole["basis"].field.choose(str(basis))
        whole["basis"].field.edited.emit()
        yield page
    part.rate_button.click()
    walk.wait(lambda: part.forms[0].bound["rate_name"].field.words() != "")
    yield page


def _papers(walk: "Walk", page: QWidget, id_: str) -> Iterator[QWidget]:
    part = _came(walk, page, id_, "papers")
    part.add_paper_button.click()
    part.check_button.click()
    yield page
    part.signer.new_wanted.emit(WHO)
    walk.wait(lambda: any(each.text().startswith(WHO) for each in _labels(part)))
    yield page


def _ready(walk: "Walk", page: QWidget, id_: str) -> Iterator[QWidget]:
    part = page.open(id_, "ready").front()
    walk.wait(lambda: bool(part.go_buttons))
    yield page
    part.keep()
    walk.wait(lambda: bool(part.copies_out))
    yield page


def _after(walk: "Walk", page: QWidget, id_: str) -> Iterator[QWidget]:
    part = _came(walk, page, id_, "after")
    yield page
    inside = walk.parts.space.inside()
    held = inside.applications.application(id_)
    inside.applications.save(
        held, replace(held.thing, status=Status.AWARDED, awarded_pence=2_400_00)
    )
    part.stale()
    part.shown()
    walk.wait(lambda: part.findChild(QPushButton, "add/payments") is not None)
    yield page
    for name in ("payments", "spending", "conditions", "reports", "so_far"):
        _press(walk, part, f"add/{name}")
        yield page


def _show_longest(part: QWidget) -> None:
    """Show the longest words of each drop-down; nothing is kept of it."""
    for box in part.findChildren(SteadyDropDown):
        with QSignalBlocker(box):
            box.setCurrentIndex(
                max(range(box.count()), key=lambda at, box=box: len(box.itemText(at)))
            )
        box.fit()


def _labels(part: QWidget) -> list[QLabel]:
    return [each for each in part.findChildren(QLabel) if each.isVisible()]
