"""A field for an amount of money: pounds are typed, whole pence are kept."""

from PySide6.QtWidgets import QLineEdit

from vcs_desktop.domain.money_words import NotMoney, read_money, typed_money
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label, panel, row
from vcs_desktop.ui.widgets.form_field import FormField

_WIDTH = 180


class MoneyField(FormField):
    """An amount in pounds, the £ outside the field. Empty is that nobody has said."""

    def __init__(self, title: str, hint: str = "", *, optional: bool = False) -> None:
        super().__init__(title, hint, optional=optional)
        self.box = QLineEdit()
        self._pence: int | None = None
        line = row(label("£", "strong"), self.box, None, gap=6)
        self.hold(panel(line), stops=(self.box,))
        self.box.textEdited.connect(self._read)
        look.changed.connect(self._fit)
        self._fit()

    def pence(self) -> int | None:
        """Return the amount; while what stands there is wrong, the last one that was right."""
        return self._pence

    def set_pence(self, pence: int | None) -> None:
        """Show an amount that is kept; None is empty."""
        self._pence = pence
        self.box.setText(typed_money(pence))
        self.set_error("")

    def problem(self) -> str:
        """Return why what is typed is no amount."""
        try:
            read_money(self.box.text())
        except NotMoney as error:
            return f"{error.message} {error.advice}".strip()
        return ""

    def on_left(self) -> None:
        """Write the amount as it was understood."""
        if not self.problem():
            self.box.setText(typed_money(self._pence))
        super().on_left()

    def _read(self) -> None:
        if not self.problem():
            self._pence = read_money(self.box.text())
        self.on_edited()

    def _fit(self) -> None:
        self.box.setFixedWidth(look.px(_WIDTH))
