"""Adding a laptop: what will happen, the service, the code, the four words, done."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.our_group.laptop_adding_frame import AddingFrame
from vcs_desktop.ui.pages.our_group.laptops_view_model import LaptopsLook, LaptopsViewModel
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.domain.phone_code import PhoneCode
    from vcs_desktop.services.two_laptops.lines import Asking, Invited
    from vcs_desktop.services.two_laptops.service import TwoLaptopsService


class AddingLaptop(AddingFrame):
    """One step at a time. ``added`` carries what a laptop is called that was let in.

    ``left`` says that it is over, ``copies_asked`` that somebody wants the page of copies.
    """

    added = Signal(str)
    left = Signal()
    copies_asked = Signal()

    def __init__(self, view_model: LaptopsViewModel) -> None:
        super().__init__(view_model)
        self._asking: Asking | None = None
        self._refused: set[str] = set()
        self._is_looking = False
        self._look: LaptopsLook | None = None
        self._connect()

    def begin(self, look: LaptopsLook) -> None:
        """Say what will happen; or where the group uses a service already, make a code."""
        self.forget()
        self._look = look
        self.service.name.set_words(look.name)
        self.stick.begin(look.name, is_ready=look.standing.is_shared)
        self.service.name.setVisible(not look.standing.is_shared)  # it has one already
        self.what.show_ways(uses_service=bool(look.standing.service))
        self._show(self.what)
        go_to(self.what.first_focus())

    def forget(self) -> None:
        """Take the code off the screen, and look for nobody any more."""
        self.timer.stop()
        self._asking = None
        self._refused.clear()
        self.code.forget()
        self.service.forget()
        self.message.hide()
        self._rest()

    def begin_with(self, look: LaptopsLook) -> None:
        """Look at once who asks: somebody typed a code that was made before."""
        self.begin(look)
        self._look_who_asks()

    def _connect(self) -> None:
        self.timer.timeout.connect(self._look_who_asks)
        self.leave_button.clicked.connect(self._leave)
        self.what.service_button.clicked.connect(self._go_on_with_service)
        self.what.stick_button.clicked.connect(partial(self._come_to, self.stick))
        self.service.wanted.connect(self._use_service)
        self.stick.wanted.connect(self._share_by_stick)
        self.stick.copies_button.clicked.connect(self.copies_asked)
        self.code.again_button.clicked.connect(self._invite)
        self.compare.same_button.clicked.connect(self._accept)
        self.compare.other_button.clicked.connect(self._refuse)

    def _go_on_with_service(self) -> None:
        if self._look is not None and self._look.standing.service:
            self._invite()
        else:
            self._come_to(self.service)

    def _use_service(self) -> None:
        name, address = self.service.name.words(), self.service.address.words()
        code, is_asked = self.service.code.words(), not self.service.name.isHidden()

        def use(laptops: "TwoLaptopsService") -> None:
            if not laptops.standing().is_shared:
                laptops.share(name)
            if not laptops.standing().service:
                # A try before this one may have gone no further than to the other name.
                laptops.use_service(address, code, name if is_asked else "")

        self._work(tr("Asking the service"), use, self._after_service)

    def _after_service(self, _none: None) -> None:
        self.changed.emit()
        self._invite()

    def _share_by_stick(self) -> None:
        name = self.stick.name.words()

        def share(laptops: "TwoLaptopsService") -> None:
            if not laptops.standing().is_shared:
                laptops.share(name)

        self._work(tr("Getting ready"), share, self._after_stick)

    def _after_stick(self, _none: None) -> None:
        self.changed.emit()
        self.stick.show_ready()

    def _invite(self) -> None:
        def invite(laptops: "TwoLaptopsService") -> "tuple[Invited, PhoneCode]":
            from vcs_desktop.services.two_laptops.invitation_picture import picture_of

            invited = laptops.invite()
            return invited, picture_of(invited)

        self.code.forget()
        self._work(tr("Making a code"), invite, self._show_code)

    def _show_code(self, found: "tuple[Invited, PhoneCode]") -> None:
        self.code.show_code(*found)
        self._show(self.code)
        go_to(self.code.first_focus())
        self.timer.start()

    def _look_who_asks(self) -> None:
        if not self._is_looking:  # where the answer takes long, one question waits and not many
            self._is_looking = True
            self._view_model.act(_who_asks, self._show_asking, self._tell_quietly)

    def _show_asking(self, asking: "tuple[Asking, ...]") -> None:
        self._is_looking = False
        new = [each for each in asking if each.device not in self._refused]
        if not new or self._asking is not None or self.isHidden():
            return
        self.timer.stop()
        self.message.hide()
        self._asking = new[0]
        self.compare.show_asking(new[0])
        self._show(self.compare)
        go_to(self.compare.first_focus())

    def _accept(self) -> None:
        asking = self._asking
        if asking is None or not self.compare.same_button.isEnabled():
            return
        device = asking.device
        self._work(tr("Letting it in"), lambda laptops: laptops.accept(device), self._tell_added)

    def _tell_added(self, _none: None) -> None:
        name = short_prose(self._asking.name) if self._asking is not None else ""
        self.forget()
        self.added.emit(name or tr("A laptop without a name"))

    def _refuse(self) -> None:
        asking = self._asking
        if asking is None or not self.compare.same_button.isEnabled():
            return
        device = asking.device
        self._refused.add(device)
        self._work(
            tr("Sending it away"), lambda laptops: laptops.refuse(device), self._tell_refused
        )

    def _tell_refused(self, _none: None) -> None:
        self._asking = None
        self.code.forget()
        self._show(self.what)
        self.message.tell(
            tr("It was not let in. Somebody may have read your code: make a new one."), "warn"
        )
        go_to(self.what.first_focus())

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _tell_quietly(self, error: Exception) -> None:
        """Say that nobody can be seen just now; it goes on looking."""
        self._is_looking = False
        if self._asking is None and isinstance(error, AppError) and self.message.isHidden():
            self.message.tell(words_for(error), "info")


def _who_asks(laptops: "TwoLaptopsService") -> "tuple[Asking, ...]":
    return laptops.asking()
