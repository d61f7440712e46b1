"""What the card of a shift asks for, done to the records."""

from functools import partial
from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.ui.pages.volunteers.list_part import ListPart
    from vcs_desktop.ui.pages.volunteers.shift_card import ShiftCard


class ShiftActs:
    """Puts people on the shift of a card, takes them off, and writes down what they answered."""

    def __init__(self, part: "ListPart", card: "ShiftCard") -> None:
        self._part = part
        shift_id = card.shift.id
        card.put_on_asked.connect(partial(self._put_on, shift_id))
        card.new_person_asked.connect(partial(self._put_on_new, shift_id))
        card.take_off_asked.connect(partial(self._take_off, shift_id))
        card.answered.connect(partial(self._answer, shift_id))

    def _put_on(self, shift_id: str, person_id: str) -> None:
        self._part.act(
            lambda inside: inside.rota.put_on(shift_id, person_id), tr("They are on the rota.")
        )

    def _put_on_new(self, shift_id: str, name: str) -> None:
        def put(inside: "InGroup") -> None:
            from vcs_desktop.domain.people import Person

            inside.rota.put_on(shift_id, inside.people.add(Person(name=name)))

        self._part.act(put, tr("{name} is on the rota.", name=short_prose(name, 80)))

    def _take_off(self, shift_id: str, person_id: str, name: str) -> None:
        self._part.act(
            lambda inside: inside.rota.take_off(shift_id, person_id),
            tr("{name} is off the rota.", name=short_prose(name, 80)),
        )

    def _answer(self, shift_id: str, person_id: str, has_agreed: bool | None) -> None:
        self._part.act(
            lambda inside: inside.rota.answer(shift_id, person_id, has_agreed),
            tr("What they said is written down."),
        )
