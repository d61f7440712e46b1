"""Examples of people, and what tests do with the page that shows them."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from vcs_desktop.domain.people import (
    Channel,
    Consent,
    DbsCheck,
    DbsLevel,
    EmergencyContact,
    Interest,
    Person,
    Role,
    Tie,
)
from vcs_desktop.ui.widgets.title_list import RowRole

CAROL = Person(
    name="Carol Ńguyen",
    email="carol@example.org",
    phone="01865 000000",
    address="1 High Street\nOxford",
    roles=(
        Role("r1", Tie.COMMITTEE, "Treasurer", date(2025, 1, 1), date(2026, 12, 31)),
        Role("r2", Tie.VOLUNTEER, "", date(2024, 5, 1)),
        Role("r3", Tie.MEMBER, "", date(2020, 1, 1), date(2024, 1, 1)),
    ),
    skills=("bookkeeping", "minibus"),
    interests=(Interest("i1", "Her brother owns the hall.", date(2025, 2, 1)),),
    consents=(Consent("c1", "You may ring me.", date(2025, 1, 1), Channel.PAPER),),
    emergency=EmergencyContact("Dan", "07700 900123", "partner"),
    dbs=DbsCheck(DbsLevel.ENHANCED, date(2022, 3, 1), date(2025, 3, 1)),
    access_needs="Large print.",
    notes="Likes mornings.",
)
DEV = Person(name="dev Singh", phone="07700 900001", roles=(Role("r1", Tie.MEMBER),))
ELODIE = Person(name="Élodie Marchand", roles=(Role("r1", Tie.VOLUNTEER, "Driver"),))
ZED = Person(name="Zed")
EVERYBODY = (CAROL, DEV, ELODIE, ZED)


def said_in(widget):
    """Return the words of every label that is seen, from the top."""
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]
    return [each.text() for each in sorted(labels, key=lambda each: _place(each, widget))]


def _place(label, widget):
    place = label.mapTo(widget, QPoint())
    return place.y(), place.x()


def names(page):
    """Return the names in the list, from the top."""
    model = page.view.titles.list.model()
    return [model.index(row).data(RowRole).title for row in range(model.rowCount())]


def people_of(house):
    """Return the names of everybody in the group's records."""
    return [line.name for line in house.inside.people.people()]


def person_named(house, name):
    """Return somebody by their name, as they are kept."""
    line = next(each for each in house.inside.people.people() if each.name == name)
    return house.inside.people.person(line.id).thing


def type_in(qtbot, field, words):
    """Type into a field, and leave it."""
    field.take_focus()
    box = QApplication.focusWidget()
    box.selectAll()
    qtbot.keyClicks(box, words)
    field.on_left()


def box(form, name):
    """Return one of the plain fields of a form."""
    return form.fields.bound[name].field
