"""What can be done by each way, and who is left out: addresses for BCC, a list, labels."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.writing_to import Chosen, LeftOut, addresses, blocks
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.links import ask_to_write_to_all, mail_to_all
from vcs_desktop.ui.pages.people.pdf_acts import PdfActs
from vcs_desktop.ui.widgets.basics import Item, button, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import prose, short_prose

IN_A_BLOCK = 50
"""Addresses that are copied at once: many mail services refuse a message to more."""

_BETWEEN = {"semicolon": "; ", "comma": ", "}
_MOST_NAMED = 200
_MARGINS = (16, 14, 16, 14)


class WayCard(QFrame):
    """One way of reaching people. Those that follow say what can be done by it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.title = label(title, "heading", wrap=True)
        self.count = label("", wrap=True)
        self.left_out = LeftOutFold()
        self._column = column(self.title, self.count, margins=_MARGINS, gap=8)
        self.setLayout(self._column)

    def fill(self, *items: Item) -> None:
        """Put what can be done under the count, and who is left out under that."""
        for item in items:
            self._column.put(item)
        self._column.put(self.left_out)

    def show_chosen(self, chosen: Chosen) -> None:
        """Say how many are in and who is not."""
        total = len(chosen.people) + len(chosen.left_out)
        self.count.setText(
            tr_count(
                "{count} of {total} can be reached so.",
                "{count} of {total} can be reached so.",
                len(chosen.people),
                total=f"{total:,}",
            )
        )
        self.left_out.show_left_out(chosen.left_out)


class LeftOutFold(Fold):
    """Who is not included, by name, and why."""

    def __init__(self) -> None:
        super().__init__("")
        self._left_out: tuple[LeftOut, ...] = ()
        self.opened.connect(self._fill)
        self.hide()

    def show_left_out(self, left_out: tuple[LeftOut, ...]) -> None:
        """Name others."""
        self._left_out = left_out
        self.set_title(
            tr_count(
                "{count} not included, because …",
                "{count} not included, because …",
                len(left_out),
            )
        )
        self.content.clear()
        self.setVisible(bool(left_out))
        self._fill(self.is_open())

    def _fill(self, is_open: bool) -> None:  # Qt passes it by place
        if not is_open or self.content.count():
            return
        for why in dict.fromkeys(each.words for each in self._left_out):
            some = [each for each in self._left_out if each.words == why]
            for line in (label(why, "strong", wrap=True), prose(_names(some))):
                self.content.put(line)
                line.show()  # at once, so that it can be read as soon as it is said to be there


class EmailCard(WayCard):
    """Copies addresses for BCC, block by block, or opens the mail program with them."""

    def __init__(self) -> None:
        super().__init__(tr("By email"))
        self._addresses: tuple[str, ...] = ()
        self._blocks: list[tuple[str, ...]] = []
        self._at = 0
        self._copied = ""
        self.separator = ChoiceField(
            tr("What stands between the addresses?"),
            (("semicolon", tr("; as Outlook wants it")), ("comma", tr(", as most others want it"))),
        )
        self.copy_button = button("", "primary", icon="copy")
        self.mail_button = button(tr("Open my mail program"), icon="mail")
        self.message = MessageBar()
        self.no_yes = label("", "warn", wrap=True)
        why_bcc = sentences(
            tr("Put the addresses into BCC, never into To or CC."),
            tr("Then nobody sees who else gets the message."),
            tr("To show addresses to others without asking is a leak of personal details."),
        )
        self.acts = panel(
            column(
                self.separator,
                panel(FlowLayout(self.copy_button, self.mail_button)),
                label(why_bcc, "muted", wrap=True),
                gap=8,
            )
        )
        self.fill(self.no_yes, self.acts, self.message)
        self.copy_button.clicked.connect(self.copy)
        self.mail_button.clicked.connect(self._write)

    def show_chosen(self, chosen: Chosen) -> None:
        """Get the addresses of those who are in ready."""
        super().show_chosen(chosen)
        found = addresses(chosen.people)
        if found != self._addresses:
            self._addresses, self._at = found, 0
            self.message.hide()
        self._blocks = blocks(found, IN_A_BLOCK)
        self.acts.setVisible(bool(found))
        self.mail_button.setVisible(bool(mail_to_all(found)))
        self.no_yes.setVisible(chosen.without_yes > 0)
        count = tr_count(
            "{count} of them gave no yes. You may write to them as a registered charity.",
            "{count} of them gave no yes. You may write to them as a registered charity.",
            chosen.without_yes,
        )
        self.no_yes.setText(sentences(count, tr("Each message must say how they can stop it.")))
        self._say_what_is_next()

    def copy(self) -> None:
        """Put the next block on the clipboard, and say so."""
        if not self._blocks:
            return
        block = self._blocks[self._at]
        self._copied = _BETWEEN[self.separator.chosen_id()].join(block)
        QGuiApplication.clipboard().setText(self._copied)
        number, total = self._at + 1, len(self._blocks)
        self._at = (self._at + 1) % total
        copied = tr_count("{count} address is copied.", "{count} addresses are copied.", len(block))
        said = [copied, tr("Paste it into BCC.")]
        if total > 1:
            said.insert(1, tr("This is block {number} of {total}.", number=number, total=total))
        self.message.tell(sentences(*said))
        self._say_what_is_next()

    def forget(self) -> None:
        """Take the addresses from the clipboard, if they still are there."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _say_what_is_next(self) -> None:
        total = len(self._addresses)
        first = self._at * IN_A_BLOCK + 1
        last = min(first + IN_A_BLOCK - 1, total)
        if len(self._blocks) > 1:
            self.copy_button.setText(
                tr(
                    "Copy addresses {first} to {last} of {total}",
                    first=first,
                    last=last,
                    total=total,
                )
            )
        else:
            self.copy_button.setText(
                tr_count("Copy {count} address", "Copy {count} addresses", total)
            )

    def _write(self) -> None:
        ask_to_write_to_all(self, self._addresses)


class PhoneCard(WayCard):
    """A telephone list to print."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tr("By telephone"))
        self.pdf = PdfActs(tasks, "telephone-list.pdf", tr("The telephone list"))
        self.fill(self.pdf)

    def show_chosen(self, chosen: Chosen) -> None:
        """Offer the list where somebody would be on it."""
        super().show_chosen(chosen)
        self.pdf.setVisible(bool(chosen.people))


class PostCard(WayCard):
    """Address labels to print."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tr("By post"))
        self.sheet = ChoiceField(
            tr("Which labels?"),
            (
                ("3x8", tr("24 on a page")),
                ("3x7", tr("21 on a page")),
            ),
            tr("24 are 3 by 8, each 63.5 by 33.9 mm. 21 are 3 by 7, each 63.5 by 38.1 mm."),
        )
        self.first = ChoiceField(
            tr("Begin at which label?"),
            [(str(n), tr("Label {number}", number=n)) for n in range(1, 25)],
            tr("Count from the left, row by row. So a page that is part used is not wasted."),
        )
        self.hint = label(
            tr("Print at full size, not “fit to page”. Try it on plain paper first."),
            "muted",
            wrap=True,
        )
        self.pdf = PdfActs(tasks, "labels.pdf", tr("The labels"))
        self.acts = panel(column(self.sheet, self.first, self.hint, self.pdf, gap=10))
        self.fill(self.acts)

    def show_chosen(self, chosen: Chosen) -> None:
        """Offer labels where there would be one."""
        super().show_chosen(chosen)
        self.acts.setVisible(bool(chosen.people))


def _names(some: list[LeftOut]) -> str:
    named = " · ".join(short_prose(each.name, 80) for each in some[:_MOST_NAMED])
    more = len(some) - _MOST_NAMED
    if more <= 0:
        return named
    return sentences(named, tr_count("And {count} more.", "And {count} more.", more))
