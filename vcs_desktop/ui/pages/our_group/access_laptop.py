"""The group's name, and how this laptop treats it: when it locks, what it remembers."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.our_group.access_view_model import Access, AccessViewModel
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.ticks_field import Tick

_MINUTES = (1, 2, 5, 10, 15, 20, 30)


class AccessName(QWidget):
    """``changed`` carries the new name."""

    changed = Signal(str)

    def __init__(self, view_model: AccessViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self.field = ToldField(tr("What your group is called"))
        self.hide_name = Tick(tr("Hide our name in the list of groups"))
        self.change_button = button(tr("Change the name"))
        self.message = MessageBar()
        self.setLayout(
            column(
                card(
                    label(tr("The group's name"), "heading", wrap=True),
                    self.field,
                    self.hide_name,
                    panel(FlowLayout(self.change_button)),
                    self.message,
                    gap=10,
                )
            )
        )
        self._name = ""
        self.hide_name.box.clicked.connect(self._hide)
        self.field.entered.connect(self._change)
        self.change_button.clicked.connect(self._change)

    def show_access(self, access: Access) -> None:
        """Show the name, unless somebody is changing it."""
        if not self.field.box.isModified():
            self.field.set_words(access.name)
        self._name = access.name
        self.hide_name.box.setChecked(access.hides_name)

    def _change(self) -> None:
        self._keep(self.field.words(), tr("The name is changed."))
        self.field.box.setModified(False)

    def _hide(self, hides: bool) -> None:  # Qt passes it by place
        """Hide the name, or show it, at once; one that is being typed is not kept by that."""
        self._keep(
            self._name,
            tr("The list of groups does not say the name now.")
            if hides
            else tr("The list of groups says the name now."),
        )

    def _keep(self, name: str, said: str) -> None:
        hides = self.hide_name.box.isChecked()

        def rename() -> str:
            group = self._view_model.inside().group
            group.rename(name, hides_name=hides)
            return group.name

        self.change_button.setEnabled(False)
        self._view_model.act(rename, partial(self._end, said), self._tell)

    def _end(self, said: str, name: object) -> None:
        self.change_button.setEnabled(True)
        self.message.tell(said)
        self.changed.emit(str(name))

    def _tell(self, error: Exception) -> None:
        from vcs_desktop.core.errors import CannotUseInput

        self.change_button.setEnabled(True)
        self.field.box.setModified(True)
        if isinstance(error, CannotUseInput):
            self.field.tell(words_for(error))
        else:
            self.message.tell(words_for(error), "bad")


class AccessLaptop(QWidget):
    """``changed`` says that what the window goes by was changed."""

    changed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        view_model: AccessViewModel,
        settings: SettingsFile,
    ) -> None:
        super().__init__()
        self._services = services
        self._view_model = view_model
        self._settings = settings
        self._can = Latest(tasks, self)
        self._is_remembered = False
        minutes = [
            (str(each), tr_count("{count} minute", "{count} minutes", each)) for each in _MINUTES
        ]
        self.minutes = ChoiceField(tr("Lock when nobody touched it for"), minutes)
        self.shared = Tick(tr("Other people use this laptop too"))
        self.remember = Tick(tr("Remember me on this computer"))
        self.why_not = label("", "muted", wrap=True)
        self.message = MessageBar()
        self.setLayout(
            column(
                card(
                    label(tr("This laptop"), "heading", wrap=True),
                    self.minutes,
                    self.shared,
                    self.remember,
                    self.why_not,
                    self.message,
                    gap=10,
                )
            )
        )
        self.remember.hide()
        self.why_not.hide()
        self.minutes.edited.connect(self._keep_minutes)
        self.shared.toggled.connect(self._keep_shared)
        self.remember.toggled.connect(self._keep_remembered)

    def show_access(self, access: Access) -> None:
        """Show what holds now, and ask the computer whether it can remember."""
        now = self._settings.current
        nearest = min(_MINUTES, key=lambda each: abs(each - now.lock_after_minutes))
        self.minutes.choose(str(nearest))
        self._is_remembered = access.is_remembered
        for tick, is_on in ((self.shared, now.shared), (self.remember, access.is_remembered)):
            with QSignalBlocker(tick.box):
                tick.box.setChecked(is_on)
            tick.box.update()
        if now.shared or access.came_by_code:
            self._can.forget()
            self.remember.setVisible(access.is_remembered)
            self.why_not.setText(tr("A shared laptop remembers nobody.") if now.shared else "")
            self.why_not.setVisible(now.shared)
        else:
            # On the lane that may wait: the computer may ask to unlock its keyring.
            self._can.ask(
                partial(_can_remember, self._services),
                then=self._show_can,
                otherwise=lambda _: self.remember.setVisible(self._is_remembered),
                lane="network",
            )

    def _show_can(self, found: tuple[bool, str]) -> None:
        can, why_not = found
        self.remember.setVisible(can or self._is_remembered)
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))

    def _keep_minutes(self) -> None:
        self._settings.change(lock_after_minutes=int(self.minutes.chosen_id()))
        self.changed.emit()

    def _keep_shared(self, shared: bool) -> None:  # Qt passes it by place
        self._settings.change(shared=shared)
        if shared:
            self._view_model.act(self._forget_all, self._follow, self._tell)
        else:
            self.changed.emit()

    def _keep_remembered(self, remember: bool) -> None:  # Qt passes it by place
        remembered = self._services.groups.remembered

        def work() -> None:
            group = self._view_model.inside().group
            (remembered.remember if remember else remembered.forget)(group)

        self._view_model.act(work, self._follow, self._tell)

    def _forget_all(self) -> None:
        self._services.groups.remembered.forget_all(self._view_model.inside().group)

    def _follow(self, _outcome: object) -> None:
        self.changed.emit()

    def _tell(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")
        self.changed.emit()


def _can_remember(services: Services) -> tuple[bool, str]:
    found = services.groups.remembered.can_remember()
    return found.can, found.why_not
