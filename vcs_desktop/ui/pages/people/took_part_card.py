"""Where somebody took part, and what of it stays when they are deleted for good."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import shortly
from vcs_desktop.services.about_person import TookPart
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.widgets.basics import Item, card, label
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose, short_prose

_MOST_SHOWN = 100
_MOST_LINES = 8


def took_part_card(parts: Sequence[TookPart]) -> QWidget:
    """Return how many records know of somebody, those with words about them, and a fold of all."""
    items: list[Item] = [
        label(tr("Where they took part"), "heading", wrap=True),
        label(
            tr_count(
                "{count} record knows of them, such as a rota. It keeps a number, and no name.",
                "{count} records know of them, such as rotas. They keep a number, and no name.",
                len(parts),
            ),
            wrap=True,
        ),
        label(
            tr("If you delete this person, they say “Somebody who was removed”."),
            "muted",
            wrap=True,
        ),
    ]
    typed = [each for each in parts if each.has_words and not each.is_claim]
    if typed:
        items.append(
            label(
                tr("These words about them stay. Look at them first, and change them there:"),
                "strong",
                wrap=True,
            )
        )
        items += [_told(each) for each in typed[:_MOST_SHOWN]]
    fold = Fold(tr("See all of it"))
    fold.opened.connect(lambda is_open: _fill(fold, parts) if is_open else None)
    return card(*items, fold, gap=8)


def claim_words(claim: TookPart) -> str:
    """Return what a claim is called, its day, and until when it is kept."""
    name = short_prose(claim.title, 80) or tr("A claim without a name")
    what = tr("{what}, {day}", what=name, day=shortly(claim.on)) if claim.on else name
    if claim.needed_until is None:
        return what
    return tr("{what}. Keep it until {day}.", what=what, day=shortly(claim.needed_until))


def _fill(fold: Fold, parts: Sequence[TookPart]) -> None:
    if fold.content.count():
        return
    for each in parts[:_MOST_SHOWN]:
        told = _told(each)
        fold.content.put(told)
        told.show()
    more = len(parts) - _MOST_SHOWN
    if more > 0:
        words = tr_count(
            "{count} more is in the page that you can write.",
            "{count} more are in the page that you can write.",
            more,
        )
        fold.content.put(label(words, "muted", wrap=True))


def _told(part: TookPart) -> QWidget:
    _, kind = kind_words(part.kind)
    title = tr("{kind}: {title}", kind=kind, title=short_prose(part.title, 120))
    if part.on:
        title = tr("{day}. {what}", day=shortly(part.on), what=title)
    lines = [prose(line, "muted") for line in part.lines[:_MOST_LINES]]
    return card(label(title, "strong", wrap=True), *lines, kind="fact", gap=4)
