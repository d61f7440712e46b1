"""The questions of the group's bank account, and of who can sign for it."""

from dataclasses import replace

from vcs_desktop.core.language import tr
from vcs_desktop.domain.our_group import BankAccount, OurGroup, Signatory
from vcs_desktop.domain.registration_numbers import (
    problem_with,
    read_account_number,
    read_sort_code,
)
from vcs_desktop.ui.pages.our_group.about_keeping import Change, Opened
from vcs_desktop.ui.pages.our_group.about_question import Question
from vcs_desktop.ui.pages.our_group.about_several import SeveralQuestion
from vcs_desktop.ui.widgets.basics import Box
from vcs_desktop.ui.widgets.choice_field import OptionsField
from vcs_desktop.ui.widgets.form_field import TextField

_YES, _NO = "yes", "no"
_TO_BEGIN_WITH = 2


def _answer(said: bool | None) -> str:
    return "" if said is None else _YES if said else _NO


class BankQuestion(Question):
    """Whether there is an account, and if so, which."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        bank = opened.ours.bank or BankAccount()
        self.has_field = OptionsField(
            tr("An account in the name of the group"),
            [(_YES, tr("Yes")), (_NO, tr("No, not yet"))],
        )
        self.has_field.choose(_answer(opened.ours.has_account))
        self.add("has_account", self.has_field)
        self._text("bank_name", TextField(tr("Name of the bank"), optional=True), bank.bank_name)
        account = TextField(
            tr("Name of the account"),
            tr("As it stands on a statement. Funders compare it with your name."),
            optional=True,
        )
        self._text("account_name", account, bank.account_name)
        sort_code = TextField(
            tr("Sort code"),
            tr("6 digits, like 12-34-56"),
            optional=True,
            check=problem_with(read_sort_code),
        )
        self._text("sort_code", sort_code, bank.sort_code)
        number = TextField(
            tr("Account number"),
            tr("8 digits. Only its length is looked at, so read it again."),
            optional=True,
            check=problem_with(read_account_number),
        )
        self._text("account_number", number, bank.account_number)
        self.has_field.edited.connect(self._follow)
        self._follow()

    def change(self) -> Change:
        """Return the account; where there is none, what was told of one before goes."""
        chosen = self.has_field.chosen_id()
        if chosen == _NO:
            return lambda ours: replace(ours, has_account=False, bank=None)
        has_account = True if chosen == _YES else None
        said = {name: self._words(name) for name in ("bank_name", "account_name")}
        codes = (("sort_code", read_sort_code), ("account_number", read_account_number))
        for name, read in codes:
            words = self._words(name)
            if not self.fields[name].problem():
                said[name] = read(words) if words else ""

        def change(ours: OurGroup) -> OurGroup:
            bank = replace(ours.bank or BankAccount(), **said)
            return replace(
                ours, has_account=has_account, bank=None if bank == BankAccount() else bank
            )

        return change

    def _words(self, name: str) -> str:
        field = self.fields[name]
        return field.words() if isinstance(field, TextField) else ""

    def _text(self, name: str, field: TextField, words: str) -> None:
        field.set_words(words)
        self.add(name, field)

    def _follow(self) -> None:
        """Ask for the account only where there is one."""
        for name, field in self.fields.items():
            if name != "has_account":
                field.setVisible(self.has_field.chosen_id() == _YES)


class SignatoriesQuestion(SeveralQuestion):
    """A card for everybody who can sign; two to begin with."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened, tr("Add one more who can sign"))
        self._signing = {each.id: each for each in opened.ours.signatories}
        for part_id in self._signing:
            self.add_card(part_id)
        for _ in range(_TO_BEGIN_WITH - len(self._signing)):
            self.add_card(self.new_id())

    def fill(self, part_id: str, room: Box) -> None:
        """Ask for a name, and whether somebody related signs too."""
        signing = self._signing.get(part_id) or Signatory(part_id)
        name = TextField(tr("Name"))
        related = OptionsField(
            tr("Related to another who signs, or living with one?"),
            [(_NO, tr("No")), (_YES, tr("Yes"))],
        )
        name.set_words(signing.name)
        related.choose(_answer(signing.is_related))
        self.add_to(part_id, "name", name, room)
        self.add_to(part_id, "related", related, room)

    def title_of(self, part_id: str) -> str:
        """Number the cards."""
        return tr("Person {number}", number=len(self.cards) + 1)

    def away_words(self, part_id: str) -> str:
        """Let somebody be taken away."""
        return tr("Take this person away")

    def change(self) -> Change:
        """Return those of whom something is said."""
        signing = tuple(each for part in self.cards if (each := self._one(part)) is not None)
        return lambda ours: replace(ours, signatories=signing)

    def _one(self, part_id: str) -> Signatory | None:
        name, related = self.field(part_id, "name"), self.field(part_id, "related")
        words = " ".join(name.words().split()) if isinstance(name, TextField) else ""
        chosen = related.chosen_id() if isinstance(related, OptionsField) else ""
        if not words and not chosen:
            return None
        return Signatory(part_id, words, {_YES: True, _NO: False}.get(chosen))
