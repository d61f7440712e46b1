"""What stands on the notice that looks for volunteers: large, warm, and true."""

from collections.abc import Iterator
from dataclasses import dataclass

from vcs_desktop.core.language import tr
from vcs_desktop.documents.text_sheet.data import line, paragraphs, strong
from vcs_desktop.domain.reading import Block, Heading, Paragraph, Text


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role as it is put on a notice board. Empty texts are left out.

    ``needs_check`` says that somebody who does it is checked first, as the law allows.
    """

    group: str
    name: str
    what: str = ""
    when: str = ""
    where: str = ""
    needs: str = ""
    contact: str = ""
    is_wanted: bool = False
    needs_check: bool = False


def above(card: RoleCard) -> str:
    """Return what stands over the name of the role."""
    return tr("Can you help?") if card.is_wanted else tr("Volunteer with us")


def text_of(card: RoleCard) -> Text:
    """Return what stands under the name of the role."""
    return tuple(_blocks(card))


def _blocks(card: RoleCard) -> Iterator[Block]:
    yield from paragraphs(card.what)
    for name, said in ((tr("When: "), card.when), (tr("Where: "), card.where)):
        if said.strip():
            yield Paragraph(line(strong(name), said))
    if card.needs.strip():
        yield Heading(2, line(tr("What it takes")))
        yield from paragraphs(card.needs)
    if card.needs_check:
        yield Paragraph(line(tr("We ask for a DBS check for this role. It costs you nothing.")))
    if card.contact.strip():
        yield Heading(2, line(tr("Come and talk to us")))
        yield from paragraphs(card.contact)
