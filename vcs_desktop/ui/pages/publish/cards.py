"""Cards of what is to be published: an item as a group will see it, and what is refused."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.pages.publish import words
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.prose import name_prose, prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Refused, Seen
    from vcs_desktop.services.publishing.seen import Different


def item_card(seen: "Seen") -> QWidget:
    """Return an item as a group will see it, with what is other than before."""
    icon, kind = kind_words(seen.item.kind)
    what = str(seen.item.what)
    what_icon, colour = words.ICONS[what]
    line = row(picture(what_icon, colour, 18), gap=6)
    line.put(label(_said(what), "strong", wrap=True), 1)
    kind_line = row(picture(icon, "muted", 18), gap=6)
    kind_line.put(label(kind, "muted", wrap=True), 1)
    inner = column(panel(line), name_prose(seen.item.title, "title"), panel(kind_line), gap=10)
    if seen.who:
        inner.put(prose(seen.who))
    if seen.different:
        inner.put(label(tr("What is other than before"), "heading", wrap=True))
        for each in seen.different:
            inner.put(_different(each))
    if seen.facts:
        inner.put(FactGrid(seen.facts))
    if seen.summary:
        inner.put(prose(seen.summary))
    if seen.source:
        inner.put(prose(tr("From: {source}.", source=seen.source), "small"))
    if seen.source_url:
        inner.put(AddressLine(seen.source_url, tr("Open their page on the web")))
    return panel(inner)


def refused_card(refused: "Refused") -> QWidget:
    """Return what is refused: the file, the place in it, why, and what to do."""
    return card(
        label(tr("This cannot be published"), "title", wrap=True),
        FactGrid([(tr("File"), short_prose(refused.file)), (tr("Where"), refused.where)]),
        label(tr("Why"), "heading"),
        prose(_sentence(refused.why)),
        label(tr("What to do"), "heading"),
        label(
            tr("Put it right in the file and save it. Then press Back, and look again."), wrap=True
        ),
        kind="bad",
        gap=10,
    )


def _said(what: str) -> str:
    return {
        words.ADDED: tr("This is new"),
        words.CHANGED: tr("This changes"),
        words.GONE: tr("This is taken out"),
    }[what]


def _different(each: "Different") -> QWidget:
    return card(
        label(each.name, "strong", wrap=True),
        prose(tr("Before: {what}", what=each.before or tr("nothing")), "muted"),
        prose(tr("Now: {what}", what=each.after or tr("nothing"))),
        kind="fact",
        margins=(12, 8, 12, 8),
        gap=2,
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
