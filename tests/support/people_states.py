"""What the People page of the practice group shows beyond its list: forms, a file, pairs."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.domain.people import Person, Role, Tie

if TYPE_CHECKING:
    from tests.support.window_states import Walk

# Names that are in no language, and so are known to be data.
NAME, OTHER_NAME = "xyzzy", "xyzzy 2"
PHONE, EMAIL, FILE = "07700 900111", "123@456", "789.csv"
BROUGHT = (NAME, OTHER_NAME, f"{OTHER_NAME} 3", PHONE, EMAIL, FILE)
"""What is typed and brought, and so is in no language."""


def people(walk: "Walk") -> Iterator[QWidget]:
    """Adding, what is wrong in a form, a file, pairs, the yearly look, and all about somebody.

    The practice group is open.
    """
    page = walk.come_to("people")
    _add_some(walk)
    page.shown()
    walk.wait(lambda: page.pairs_button.isVisible() and page.review_button.isVisible())
    yield from _in_the_form(walk, page)
    yield from _bringing_in(walk, page)
    for open_it in (page.asides.pairs, page.asides.review):
        open_it()
        view = page.places.front()
        walk.wait(lambda view=view: getattr(view, "card", None) is not None)
        view.titles.list_detail.show_detail()
        yield page
    page.asides.everything(page.view.titles.list.model().index(0).data(0x100).id, NAME)
    yield page
    page.places.go_back()


def _add_some(walk: "Walk") -> None:
    """Add two who look alike, and one who left long ago."""
    kept = walk.parts.space.inside().people
    known = {line.name for line in kept.people()}
    left = (Role("r1", Tie.VOLUNTEER, "", date(2010, 1, 1), date(2012, 1, 1)),)
    if NAME not in known:
        kept.add(Person(name=NAME, phone=PHONE))
        kept.add(Person(name=OTHER_NAME, phone=PHONE, roles=left))


def _in_the_form(walk: "Walk", page: Any) -> Iterator[QWidget]:
    page.add_button.click()
    form = page.view.form
    page.view.titles.list_detail.show_detail()
    for parts in form.fields.parts.values():
        parts.add()
    form.fields.bound["phone"].field.box.textEdited.emit("")
    form.done_button.click()
    yield page
    page.view.close_form()
    page.shown()
    walk.wait(lambda: page.view.form is None)


def _bringing_in(walk: "Walk", page: Any) -> Iterator[QWidget]:
    page.asides.bring_in()
    yield page
    file = walk.folder / FILE
    file.write_text(f"{NAME},{PHONE}\n{OTHER_NAME} 3,{EMAIL}\n", "utf-8")
    view = page.places.front()
    view.read(file)
    walk.wait(view.look.isVisible)
    view.look.columns.fold.set_open(True)
    view.look.titles.list_detail.show_detail()
    yield page
    page.places.go_back()
