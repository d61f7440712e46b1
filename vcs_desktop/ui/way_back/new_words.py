"""Choosing four secret words: those that are offered, or words of one's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.secret_field import SecretField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.option import Option
from vcs_desktop.ui.widgets.prose import breakable
from vcs_desktop.ui.widgets.ticks_field import Tick

_PAUSE_MS = 300


class ChooseWords(QWidget):
    """Four words to take, or a field for one's own with a line that says how strong they are.

    ``known`` is what anybody would try first, such as the group's name.
    """

    entered = Signal()
    changed = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, known: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self._services = services
        self._known = known
        self._offered = ""
        self._offer = Question(tasks, self)
        self._strength = Latest(tasks, self)
        self.offered_option = Option(tr("Use these four words"))
        self.own_option = Option(tr("Use words of my own"))
        self._group = QButtonGroup(self)
        self.offered_label = label("", "title", wrap=True)
        self.other_button = button(tr("Other words"), "quiet", icon="undo-2")
        self._offered_card = card(self.offered_label, panel(FlowLayout(self.other_button)))
        self.own_field = SecretField(
            tr("Your own secret words"), tr("Four or more words that do not belong together.")
        )
        self.strength = label("", "muted", wrap=True)
        self._own_area = panel(column(self.own_field, self.strength, gap=4))
        self.setLayout(
            column(self.offered_option, self._offered_card, self.own_option, self._own_area, gap=8)
        )
        self._own_area.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()
        self.offered_option.button.setChecked(True)

    @property
    def is_own(self) -> bool:
        """Whether words of one's own are wanted."""
        return self.own_option.button.isChecked()

    def chosen(self) -> str:
        """Return the words that are chosen; empty when there are none."""
        return self.own_field.secret() if self.is_own else self._offered

    def offer(self) -> None:
        """Offer four words, others than before."""
        self._offer.ask(lambda: self._services.groups.offered_words())  # noqa: PLW0108  on the lane

    def offer_if_none(self) -> None:
        """Offer four words, unless some are offered."""
        if not self._offered:
            self.offer()

    def check(self, then: Callable[[], None]) -> None:
        """Call ``then`` if the words may guard a group; else say beside them why not."""
        words = self.chosen()
        if not self.is_own:
            if words:
                then()
            return
        if not words.strip():
            self.own_field.tell(tr("Type your secret words first."))
            return

        def judge(strong: bool) -> None:  # as the service tells it
            if strong:
                then()
            else:
                self.own_field.tell(_too_weak())

        self._ask_strength(words, judge)

    def forget(self) -> None:
        """Take every word away; call ``offer`` before it is used again."""
        self._pause.stop()
        self._strength.forget()
        self._offer.forget()
        self.own_field.forget()
        self._show_offered("")
        self.strength.clear()
        self.offered_option.button.setChecked(True)

    def first_focus(self) -> QWidget:
        """Start at what is chosen."""
        return self.own_field.box if self.is_own else self.offered_option.button

    def _connect(self) -> None:
        for option in (self.offered_option, self.own_option):
            self._group.addButton(option.button)
        self.own_option.button.toggled.connect(self._follow)
        self.other_button.clicked.connect(self.offer)
        self._offer.answered.connect(self._show_offered)
        self._offer.failed.connect(self._tell_not_offered)
        self.own_field.edited.connect(self._pause.start)
        self.own_field.edited.connect(self.changed)
        self.own_field.entered.connect(self.entered)
        self._pause.timeout.connect(self._judge_typing)

    def _follow(self, own: bool) -> None:  # Qt passes it by place
        self._own_area.setVisible(own)
        self._offered_card.setVisible(not own)
        if not own:
            self.own_field.forget()
            self.strength.clear()
        self.changed.emit()

    def _show_offered(self, words: str) -> None:
        told = bool(self._offered and words)
        self._offered = words
        self.offered_label.setText(breakable(words))
        self.offered_option.button.setAccessibleDescription(words)
        if told:
            say(self, words)
        self.changed.emit()

    def _tell_not_offered(self, error: Exception) -> None:
        self.offered_label.setText(words_for(error))

    def _judge_typing(self) -> None:
        words = self.own_field.secret()
        if words.strip():
            self._ask_strength(words, self._tell_strength)
        else:
            self.strength.clear()

    def _tell_strength(self, strong: bool) -> None:  # as the service tells it
        set_kind(self.strength, "ok" if strong else "warn")
        self.strength.setText(
            tr("Strong. Nobody will guess them.") if strong else tr("Not strong yet. Add a word.")
        )
        say(self.strength, self.strength.text())

    def _ask_strength(self, words: str, then: Callable[[bool], None]) -> None:
        known = tuple(self._known())
        self._strength.ask(
            lambda: self._services.groups.is_strong(words, *known),
            then=then,
            otherwise=lambda error: self.own_field.tell(words_for(error)),
        )


class OnceMore(QWidget):
    """Asks for the same words again, so that no slip of the finger locks anybody out.

    Words that were offered may be copied down instead.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = SecretField(tr("Type your secret words once more"))
        self.copied = Tick(tr("Or: I have copied them down on paper."))
        self.setLayout(column(self.field, self.copied, gap=10))
        self.field.entered.connect(self.entered)
        self.copied.box.toggled.connect(self._follow)
        self.copied.hide()

    def may_be_copied(self, may: bool) -> None:  # reads as Qt's own setters do
        """Say whether to copy them down is enough: only of words that were seen."""
        self.copied.setVisible(may)
        if not may:
            self.copied.box.setChecked(False)

    def is_right(self, words: str) -> bool:
        """Say whether they are the same; where not, say so beside the field."""
        from vcs_desktop.services.groups.own_words import are_same_words

        if self.copied.box.isChecked() or are_same_words(words, self.field.secret()):
            return True
        self.field.tell(_why_other(words, self.field.secret()))
        return False

    def forget(self) -> None:
        """Take the words out."""
        self.field.forget()
        self.copied.box.setChecked(False)

    def _follow(self, copied: bool) -> None:  # Qt passes it by place
        if copied:
            self.field.set_error("")


class NewWords(QWidget):
    """Both on one page: choosing words, and typing them once more."""

    entered = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, known: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self.choose = ChooseWords(services, tasks, known)
        self.once_more = OnceMore()
        self.setLayout(column(self.choose, self.once_more, gap=12))
        self.once_more.may_be_copied(may=True)
        self.choose.changed.connect(self._follow)
        self.choose.entered.connect(self.once_more.field.take_focus)
        self.once_more.entered.connect(self.entered)

    def offer(self) -> None:
        """Offer four words."""
        self.choose.offer_if_none()

    def words(self) -> str:
        """Return the words that are chosen."""
        return self.choose.chosen()

    def check(self, then: Callable[[], None]) -> None:
        """Call ``then`` if the words are strong and were typed twice; else say what is wrong."""

        def look_twice() -> None:
            if self.once_more.is_right(self.words()):
                then()

        self.choose.check(look_twice)

    def tell(self, words: str) -> None:
        """Say what a service found wrong with the words."""
        field = self.choose.own_field if self.choose.is_own else self.once_more.field
        field.tell(words)

    def forget(self) -> None:
        """Take every word away."""
        self.choose.forget()
        self.once_more.forget()

    def _follow(self) -> None:
        self.once_more.may_be_copied(not self.choose.is_own)


def _why_other(words: str, typed: str) -> str:
    from vcs_desktop.services.groups.own_words import are_same_words

    if not typed.strip():
        return tr("Type them once more, to be sure.")
    if are_same_words(words.casefold(), typed.casefold()):
        return tr("Capital letters count. Is Caps Lock on? Type them as you did before.")
    return tr("These are other words than before. Look at them and try again.")


def _too_weak() -> str:
    return tr("These words are too easy to guess. Use the four that we offer, or add a word.")
