"""Says what it means to take a laptop out, and does it."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.pages.our_group import laptops_words as words
from vcs_desktop.ui.pages.our_group.laptops_view_model import LaptopsViewModel
from vcs_desktop.ui.pages.our_group.taking_out_card import TakingOutCard
from vcs_desktop.ui.widgets.basics import label
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.lines import LaptopLine
    from vcs_desktop.services.two_laptops.service import TwoLaptopsService


class TakingLaptopOut(TakingOutCard):
    """Takes out one laptop, or all laptops of one person."""

    def __init__(self, view_model: LaptopsViewModel) -> None:
        super().__init__(
            label(
                sentences(
                    tr("It gets nothing new from now on: the group gets a new key."),
                    tr("What is on it stays there. Nobody can reach it and delete it."),
                ),
                wrap=True,
            ),
            label(
                sentences(
                    tr("What was done on it until now stays with the group."),
                    tr("It can come back only with a new code."),
                ),
                "muted",
                wrap=True,
            ),
        )
        self._view_model = view_model
        self._line: LaptopLine | None = None
        self._whole_person = False
        self.go_button.clicked.connect(self._go)

    def begin(self, line: "LaptopLine", *, whole_person: bool = False) -> None:
        """Ask about a laptop, or about all laptops of its person."""
        self._line, self._whole_person = line, whole_person
        owner = short_prose(line.owner) or tr("this person")
        name = tr("All laptops of {name}", name=owner) if whole_person else words.laptop_name(line)
        self._ask(tr("Take “{name}” out?", name=name), name)

    def _go(self) -> None:
        line, whole_person = self._line, self._whole_person
        if line is None:
            return

        def take_out(laptops: "TwoLaptopsService") -> object:
            if whole_person:
                # This laptop may be theirs too; nobody takes out the one they sit at.
                return laptops.remove(
                    [
                        each.id
                        for each in laptops.laptops()
                        if each.owner_id == line.owner_id
                        and not each.is_removed
                        and not each.is_this
                    ]
                )
            return laptops.remove([line.id])

        self._begin()
        self._view_model.act(take_out, self._end, self._tell, lane="network")
