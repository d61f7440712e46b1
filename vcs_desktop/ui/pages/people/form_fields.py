"""The fields that stand in the form of a person, and what their hints ask not to write down."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.dbs_number import has_dbs_number
from vcs_desktop.domain.people import Consent, DbsLevel, Interest, Role
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.pages.people.bound_fields import (
    Bound,
    bound_dbs_day,
    bound_dbs_level,
    bound_emergency,
    bound_lines,
    bound_words,
)
from vcs_desktop.ui.pages.people.part_editors import ConsentEditor, InterestEditor, RoleEditor
from vcs_desktop.ui.pages.people.parts_field import PartKind, PartsField
from vcs_desktop.ui.widgets.basics import Item, card, label
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField

_LEVELS: Mapping[str, DbsLevel] = {level.value: level for level in DbsLevel}
_ROUND = (10, 12, 10, 12)


class NameField(TextField):
    """The name, which nobody in the list can be without."""

    def problem(self) -> str:
        """Ask for a name."""
        return "" if self.words() else tr("Type a name. A first name is enough.")


class FormFields:
    """Every field of the form: ``bound`` are the plain ones by name, ``parts`` the small lists.

    ``better_not`` are the words under some of them that say what is better not written.
    """

    def __init__(self, today: date, new_id: Callable[[], str]) -> None:
        self._today = today
        self.name = NameField(tr("Name"), tr("As they want to be called. A first name is enough."))
        self.better_not: dict[str, QLabel] = {}
        self.bound: dict[str, Bound] = {"name": bound_words(self.name, "name")}
        self.parts = {
            kind.name: PartsField(kind, today, new_id)
            for kind in (_role_kind(), _consent_kind(), _interest_kind())
        }
        self.sections = (
            _section(
                self.name,
                self._text("phone", tr("Phone")),
                self._text("email", tr("Email")),
                self._long(
                    "address",
                    tr("Address"),
                    tr("Leave out codes of doors and key safes."),
                ),
                gap=16,
            ),
            _section(self.parts["roles"], gap=12),
            _section(self._skills(), gap=12),
            self._emergency(),
            _section(self.parts["consents"], gap=12),
            _section(self.parts["interests"], gap=12),
            self._dbs(),
            _section(self._access_needs(), self._notes(), gap=16),
        )

    def _text(self, name: str, title: str) -> QWidget:
        field = TextField(title, optional=True, check=no_dbs_number)
        self.bound[name] = bound_words(field, name)
        return field

    def _long(self, name: str, title: str, hint: str) -> QWidget:
        field = LongTextField(title, hint, optional=True, check=no_dbs_number)
        self.better_not[name] = watch_words(field)
        self.bound[name] = bound_words(field, name)
        return field

    def _skills(self) -> QWidget:
        field = LongTextField(
            tr("Skills"),
            tr("What they can do for the group, each on its own line."),
            optional=True,
            check=no_dbs_number,
        )
        self.bound["skills"] = bound_lines(field, "skills")
        return field

    def _emergency(self) -> QWidget:
        fields = {
            "name": TextField(tr("Whom to call"), optional=True),
            "phone": TextField(tr("Their phone"), optional=True),
            "relation": TextField(
                tr("Who they are to this person"),
                tr("Such as partner, or daughter."),
                optional=True,
            ),
        }
        for name, field in fields.items():
            self.bound[f"emergency_{name}"] = bound_emergency(field, name)
        heading = label(tr("In an emergency"), "heading", wrap=True)
        return _section(heading, *fields.values(), gap=16)

    def _dbs(self) -> QWidget:
        level = ChoiceField(tr("Level"), words.levels_offered(), optional=True)
        seen = DateField(tr("Certificate seen on"), self._today, optional=True, toward=Toward.PAST)
        recheck = DateField(tr("Look again by"), self._today, optional=True, toward=Toward.FUTURE)
        self.bound["dbs_level"] = bound_dbs_level(level, _LEVELS)
        self.bound["dbs_seen_on"] = bound_dbs_day(seen, "seen_on")
        self.bound["dbs_recheck_on"] = bound_dbs_day(recheck, "recheck_on")
        return _section(
            label(tr("DBS check"), "heading", wrap=True),
            label(
                tr(
                    "Write down only that you saw the certificate. "
                    "Never its number, and never keep a copy."
                ),
                "muted",
                wrap=True,
            ),
            level,
            seen,
            recheck,
            gap=16,
        )

    def _access_needs(self) -> QWidget:
        return self._long(
            "access_needs",
            tr("What they need to take part"),
            tr("Only what they asked you to write down, such as large print. No diagnoses."),
        )

    def _notes(self) -> QWidget:
        return self._long(
            "notes",
            tr("Notes"),
            tr(
                "Nothing that you would not show them: they may ask to see it. "
                "No diagnoses, and no codes of doors or key safes."
            ),
        )


def _section(*items: Item, gap: int) -> QWidget:
    """Return a card with little round it: in large letters, fields need the room."""
    return card(*items, margins=_ROUND, gap=gap)


def no_dbs_number(text: str) -> str:
    """Ask for the number of a certificate to be left out."""
    if not has_dbs_number(text):
        return ""
    return tr("This looks like the number of a DBS certificate. Leave it out.")


def _role_kind() -> PartKind:
    return PartKind(
        "roles",
        tr("What they are to the group"),
        tr("Somebody who has no role now counts as a contact."),
        tr("Add a role"),
        Role,
        RoleEditor,
        words.role_words,
    )


def _consent_kind() -> PartKind:
    return PartKind(
        "consents",
        tr("What they agreed to"),
        tr("Such as being photographed, or getting the newsletter. Writing to people obeys it."),
        tr("Add a consent"),
        Consent,
        ConsentEditor,
        words.consent_words,
    )


def _interest_kind() -> PartKind:
    return PartKind(
        "interests",
        tr("Interests declared"),
        tr("For the committee: what could pull them two ways when something is decided."),
        tr("Add an interest"),
        Interest,
        InterestEditor,
        words.interest_words,
    )
